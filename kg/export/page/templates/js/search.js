// One box finds names and aliases, articles, then words; in the list view it also narrows the list.
const found = { rows: [], current: -1 };

function lookUp(query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const fits = (text) => words.every((word) => text.includes(word));
  const names = DATA.entities.filter((entity) => fits(plain([entity.label, ...entity.aliases].join(" "))))
    .sort((a, b) => involving(b.id).length - involving(a.id).length).slice(0, 7)
    .map((entity) => ({ mark: shape(entity.type), text: entity.label, more: countClaims(involving(entity.id).length), act: () => go({ ...nothing, article: null, node: entity.id }) }));
  const articles = DATA.articles.filter((article) => fits(plain(`${article.title} ${article.publisher}`))).slice(0, 3)
    .map((article) => ({ mark: icon("shape t-article", "0 0 16 16", "M3 1h10v14H3z"), text: article.title, more: article.publisher, act: () => go({ ...nothing, view: "profile", article: article.id }) }));
  const claims = DATA.claims.filter((claim) => fits(searchable(claim))).slice(0, 7)
    .map((claim) => ({ mark: "“”", text: claim.text, more: claim.speaker ? labelOf(claim.speaker) : "", act: () => go({ ...nothing, claim: claim.id }) }));
  return [...names, ...articles, ...claims];
}
function showFound() {
  const list = document.getElementById("found");
  const box = document.getElementById("search");
  const options = found.rows.map((row, number) => el("li", {
    role: "option", id: `found-${number}`, "aria-selected": String(number === found.current),
    on: { mousedown: (event) => { event.preventDefault(); choose(number); } },
  }, row.mark, el("span", { class: "clip", dir: "auto" }, row.text), row.more ? el("span", { class: "beside" }, bdi(row.more)) : null));
  const open = Boolean(state.query.trim()) && document.activeElement === box;
  list.replaceChildren(...(options.length ? options : [el("li", { class: "none", role: "option", "aria-selected": "false" }, t("no_match"))]));
  list.hidden = !open;
  box.setAttribute("aria-expanded", String(open));
  if (found.current >= 0) {
    box.setAttribute("aria-activedescendant", `found-${found.current}`);
    options[found.current].scrollIntoView({ block: "nearest" });
  } else box.removeAttribute("aria-activedescendant");
}
function choose(number) {
  const row = found.rows[number];
  if (!row) return;
  closeFound();
  row.act();
}
function closeFound() {
  document.getElementById("found").hidden = true;
  document.getElementById("search").setAttribute("aria-expanded", "false");
}
function searchKeys(event) {
  const step = new Map([["ArrowDown", 1], ["ArrowUp", -1]]).get(event.key);
  if (step && found.rows.length) {
    event.preventDefault();
    found.current = (found.current + step + found.rows.length) % found.rows.length;
    showFound();
  } else if (event.key === "Enter") {
    choose(Math.max(0, found.current));
  } else if (event.key === "Escape") {
    event.stopPropagation();
    closeFound();
  }
}
function startSearch() {
  const box = document.getElementById("search");
  box.addEventListener("input", () => {
    state.query = box.value;
    found.rows = lookUp(box.value);
    found.current = -1;
    showFound();
    if (state.view === "list") renderList();
  });
  box.addEventListener("keydown", searchKeys);
  box.addEventListener("blur", closeFound);
  box.addEventListener("focus", showFound);
}
