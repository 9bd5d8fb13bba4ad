// Everything together: the address decides what is shown.
const RENDERERS = new Map([["network", showNetwork], ["chain", renderChain], ["list", renderList]]);

function render() {
  for (const view of VIEWS) document.getElementById(view).hidden = view !== state.view;
  for (const tab of document.querySelectorAll("[data-view]")) tab.setAttribute("aria-pressed", String(tab.dataset.view === state.view));
  // The chain says itself what the panel would of a name: there the panel is for claims.
  const selected = state.view === "chain" ? state.claim : state.node || state.edge || state.claim;
  document.body.classList.toggle("wide", state.view !== "network" && !selected && !state.missing);
  RENDERERS.get(state.view)();
  renderPanel();
}
function follow() {
  const before = { ...state };
  readAddress();
  if (before.view !== state.view) renderFilters();
  render();
  const selected = (s) => [s.node, s.edge, s.claim].join(" ");
  if (selected(before) !== selected(state) && (state.node || state.edge || state.claim)) {
    const title = document.querySelector("#panel h2");
    document.getElementById("spoken").textContent = title ? title.textContent : "";
    if (title && document.activeElement !== document.getElementById("canvas")) title.focus({ preventScroll: true });
  }
}
function showCounts() {
  const types = counted(DATA.nodes.map((node) => node.type));
  const many = (type) => `${types.get(type)} ${TYPES.get(type)[types.get(type) === 1 ? "one" : "many"].toLowerCase()}`;
  const parts = [countClaims(DATA.claims.length), `${DATA.articles.length} ${TYPES.get("article")[DATA.articles.length === 1 ? "one" : "many"].toLowerCase()}`];
  document.getElementById("counts").textContent = [...parts, ...["person", "organisation", "policy"].filter((type) => types.has(type)).map(many)].join(" · ");
  const { nodes, claims } = DATA.left_out;
  const focus = DATA.focus ? t("left_out_focus", { focus: labelOf(DATA.focus), count: nodes }) : t("left_out_nodes", { count: nodes });
  const notice = document.getElementById("notice");
  notice.textContent = [nodes ? focus : "", claims ? t("left_out_claims", { count: claims }) : ""].filter(Boolean).join(" ");
  notice.hidden = !notice.textContent;
}
function start() {
  const canvas = document.getElementById("canvas");
  canvas.setAttribute("aria-label", t("canvas", { nodes: DATA.nodes.length, edges: DATA.edges.length }));
  canvas.addEventListener("keydown", walk);
  for (const tab of document.querySelectorAll("[data-view]")) tab.addEventListener("click", () => go({ view: tab.dataset.view }));
  document.getElementById("fit").addEventListener("click", () => drawing.network && drawing.network.fit({ animation: false }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  window.addEventListener("hashchange", follow);
  document.addEventListener("keydown", (event) => {
    const typing = document.activeElement === document.getElementById("search");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search").focus();
    } else if (event.key === "Escape" && !typing && (state.node || state.edge || state.claim)) {
      go({ node: null, edge: null, claim: null });
    }
  });
  startSearch();
  readAddress();
  renderFilters();
  showCounts();
  render();
}
start();
