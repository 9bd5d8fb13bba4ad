// Everything together: the address decides what is shown.
const RENDERERS = new Map([["chain", renderChain], ["network", showNetwork], ["list", renderList], ["timeline", renderTimeline], ["profile", renderProfile]]);
// For screen readers; and what has happened, for all.
const say = (words) => { document.getElementById("spoken").textContent = words; };
const tell = (words) => {
  const note = document.getElementById("told");
  note.textContent = words;
  note.hidden = false;
  note.classList.remove("fading");
  void note.offsetWidth;
  note.classList.add("fading");
};
// The chain and the profile say of a name what the panel would: there the panel is for claims.
const hasPanel = () => (state.view === "chain" || state.view === "profile" ? Boolean(state.claim) : isSelected() && !(state.view === "timeline" && !state.claim));

function render() {
  refreshFacets();
  for (const view of VIEWS) document.getElementById(view).hidden = view !== state.view;
  for (const tab of document.querySelectorAll("[data-view]")) {
    if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.body.classList.toggle("wide", !hasPanel());
  renderPanel();
  RENDERERS.get(state.view)();
}
function follow() {
  const before = { ...state };
  readAddress();
  if (shrink()) {
    takenIn();
    readAddress();
  }
  const section = document.getElementById(state.view);
  const top = section.scrollTop;
  render();
  const selected = (s) => [s.node, s.edge, s.claim, s.article].join(" ");
  // Another claim of the same page leaves the reader where they are.
  if (before.view === state.view && before.node === state.node && before.article === state.article) section.scrollTop = top;
  if (state.view === "list") showListed();
  const missing = document.getElementById("missing");
  missing.textContent = growth.problem || t("unknown");
  missing.hidden = !growth.problem && (!state.missing || isPending());
  if (selected(before) !== selected(state) && selected(state).trim()) {
    const title = document.querySelector(hasPanel() ? "#panel h2" : `#${state.view} h2`);
    say(title ? title.textContent : "");
    if (title && ![document.getElementById("canvas"), document.getElementById("expand")].includes(document.activeElement)) title.focus({ preventScroll: true });
  }
  grow();
}
// The filters and counts of other rows than before.
function takenIn() {
  buildFacets();
  showCounts();
}
function showCounts() {
  const types = counted(DATA.nodes.map((node) => entityOf(node.id).type));
  const parts = [countClaims(DATA.claims.length), countType(DATA.articles.length, "article")];
  document.getElementById("counts").textContent = [...parts, ...["person", "policy"].filter((type) => types.has(type)).map((type) => countType(types.get(type), type))].join(" · ");
  const { nodes, names, claims } = DATA.left_out;
  const more = DATA.focus ? t("left_out_focus", { focus: labelOf(DATA.focus), count: nodes }) : t(SERVER ? "left_out_live" : names > 5000 ? "left_out_far" : "left_out_nodes", { count: nodes, names, drawn: names - nodes });
  const notice = document.getElementById("notice");
  notice.textContent = [nodes ? more : "", claims ? t("left_out_claims", { count: claims }) : ""].filter(Boolean).join(" ");
  notice.hidden = !notice.textContent;
}
function keys(event) {
  const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping && growth.steps.length) {
    event.preventDefault();
    undo();
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const view = VIEWS[Number(event.key) - 1];
  if (event.key === "Escape" && document.body.classList.contains("filtering")) toggleFilters();
  else if (event.key === "Escape" && isSelected() && !document.querySelector("dialog[open]")) go(state.claim && (state.node || state.edge) ? { claim: null } : nothing);
  else if (isTyping || !document.getElementById("shortcuts").checked) return;
  else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search").focus();
  } else if (event.key === "?") document.getElementById("help").showModal();
  else if (event.key === "e" && SERVER) expandHere(event.target.id === "canvas");
  else if (view) go({ view });
}
function toggleFilters() {
  const isOpen = document.body.classList.toggle("filtering");
  document.getElementById("filter-toggle").setAttribute("aria-expanded", String(isOpen));
}
function start() {
  adopt(JSON.parse(document.getElementById("graph-data").textContent));
  for (const tab of document.querySelectorAll("[data-view]")) {
    tab.addEventListener("click", () => go({ view: tab.dataset.view, article: state.view === "profile" && tab.dataset.view === "profile" ? null : state.article }));
  }
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    go({ view: "list" });
    document.getElementById("main").focus();
  });
  const help = document.getElementById("help");
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  const shortcuts = document.getElementById("shortcuts");
  shortcuts.checked = remember("shortcuts") !== "off";
  shortcuts.addEventListener("change", () => remember("shortcuts", shortcuts.checked ? "on" : "off"));
  document.getElementById("filter-toggle").addEventListener("click", toggleFilters);
  window.addEventListener("hashchange", () => {
    growth.problem = "";
    follow();
  });
  document.addEventListener("keydown", keys);
  startTheme();
  startSearch();
  startSaving();
  takenIn();
  startNetwork();
  startGrowing();
  follow();
}
start();
