// What is being looked at; the address says it, so that it can be sent to a colleague: #v=chain&n=person:ana-rey
const state = { view: "network", node: null, edge: null, claim: null, missing: false, query: "" };
const hidden = { types: new Set(), kinds: new Set(), outlets: new Set() };
const VIEWS = ["network", "chain", "list"];
const NARROW = window.matchMedia("(max-width: 820px)");

// The key that a word of the address means: itself, or what it is the end of.
function resolve(rows, word) {
  if (!word) return null;
  if (rows.has(word)) return word;
  for (const key of rows.keys()) if (key.endsWith(`:${word}`)) return key;
  return undefined;
}
function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const node = resolve(ENTITIES, words.get("n"));
  const edge = resolve(EDGES, words.get("e"));
  const claim = resolve(CLAIMS, words.get("c"));
  const view = words.get("v");
  state.view = VIEWS.includes(view) ? view : (NARROW.matches ? "list" : "network");
  state.missing = [node, edge, claim].includes(undefined);
  state.node = node || null;
  state.edge = edge || null;
  state.claim = claim || null;
}
function address(next) {
  const parts = [["v", next.view], ["n", next.node], ["e", next.edge], ["c", next.claim]];
  const text = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%3A", ":")}`);
  return `#${text.join("&")}`;
}
function go(changes) {
  const next = address({ ...state, ...changes });
  if (next !== location.hash) history.pushState(null, "", next);
  follow();
}
const visible = (claim) => !hidden.outlets.has(outletOf(claim));
