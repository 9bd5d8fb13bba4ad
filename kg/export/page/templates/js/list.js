// All claims as a table: the plain way in, for screen readers and small screens too.
const sorting = { column: "date", isDown: false };
const COLUMNS = new Map([
  ["date", dateOf],
  ["speaker", (claim) => (claim.speaker ? labelOf(claim.speaker) : "")],
  ["words", (claim) => claim.text.replace(/^[^\p{L}\p{N}]+/u, "")],
  ["about", (claim) => subjectsOf(claim).map(labelOf).join("; ")],
  ["article", (claim) => `${outletOf(claim)} ${articleOf(claim.article).title}`],
]);
const searchText = new Map();
function searchable(claim) {
  if (!searchText.has(claim.id)) {
    const named = concerned(claim).flatMap((id) => [labelOf(id), ...entityOf(id).aliases]);
    searchText.set(claim.id, plain([claim.text, claim.cue, articleOf(claim.article).title, outletOf(claim), ...named].join(" ")));
  }
  return searchText.get(claim.id);
}
// Claims that pass the filters and hold every word that is searched for.
function matching() {
  const words = plain(state.query).split(/\s+/).filter(Boolean);
  return DATA.claims.filter((claim) => visible(claim) && words.every((word) => searchable(claim).includes(word)));
}
// Sorted by the chosen column; where it is empty, last.
function listed() {
  const value = COLUMNS.get(sorting.column);
  const way = sorting.isDown ? -1 : 1;
  return matching().map((claim) => [value(claim), claim])
    .sort(([a], [b]) => (!a - !b) || way * a.localeCompare(b)).map(([, claim]) => claim);
}
function listRow(claim) {
  const open = button(el("bdi", { dir: "auto" }, claim.text), () => go({ ...nothing, claim: claim.id }), { class: "open" });
  return el("tr", { role: "row", class: claim.id === state.claim ? "here" : "" },
    el("td", { role: "cell", class: "date" }, dateOf(claim) || t("no_date")),
    el("td", { role: "cell" }, speakerChip(claim)),
    el("td", { role: "cell", class: "said" }, open, tags(claim)),
    el("td", { role: "cell" }, chips(subjectsOf(claim).filter((id) => id !== claim.speaker))),
    el("td", { role: "cell" }, bdi(outletOf(claim)), el("p", { class: "from" }, articleLink(claim.article))));
}
function listHead(column) {
  const isSorted = sorting.column === column;
  const mark = isSorted ? (sorting.isDown ? " ↓" : " ↑") : "";
  const sort = button([t(`column_${column}`), el("span", { "aria-hidden": "true" }, mark)], () => {
    Object.assign(sorting, { column, isDown: isSorted && !sorting.isDown });
    renderList();
    document.querySelector(`#list th[data-column="${column}"] button`).focus();
  });
  return el("th", { role: "columnheader", scope: "col", "data-column": column, "aria-sort": isSorted ? (sorting.isDown ? "descending" : "ascending") : "none" }, sort);
}
function renderList() {
  const claims = listed();
  const body = el("tbody", { role: "rowgroup" });
  const more = inSteps(body, claims, 100, listRow, claims.findIndex((claim) => claim.id === state.claim) + 1);
  const found = state.query ? ` ${t("list_matching", { query: state.query })}` : "";
  document.getElementById("list").replaceChildren(el("div", { class: "sheet" },
    el("h2", {}, t("list_title")), el("p", { class: "soft" }, countClaims(claims.length), bdi(found)),
    claims.length ? el("table", { role: "table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, [...COLUMNS.keys()].map(listHead))), body)
      : el("p", {}, t(DATA.claims.length ? "no_match" : "no_claims")),
    more));
}
function showListed() {
  const here = document.querySelector("#list tr.here");
  if (here) here.scrollIntoView({ block: "nearest", behavior: "instant" });
}
