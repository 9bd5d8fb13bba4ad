// What is being looked at; the address says it, so that it can be sent to a colleague: #v=chain&n=person:ana-rey
const state = { view: "network", node: null, edge: null, claim: null, article: null, scope: null, grown: [], missing: false, query: "" };
const VIEWS = ["chain", "network", "list", "timeline", "profile"];
const NARROW = window.matchMedia("(max-width: 820px)");

// The key that a word of the address means: itself, or what it is the end of.
function resolve(rows, word) {
  if (!word) return null;
  if (rows.has(word)) return word;
  for (const key of rows.keys()) if (key.endsWith(`:${word}`) || key.endsWith(`/${word}`)) return key;
  return undefined;
}
// Without a view named: a phone begins with the list, a name or a claim with its evidence, everything with the network.
function firstView() {
  if (NARROW.matches) return "list";
  if (state.article) return "profile";
  return DATA.focus || state.node || state.claim || state.edge ? "chain" : "network";
}
function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const found = [["node", ENTITIES, "n"], ["edge", EDGES, "e"], ["claim", CLAIMS, "c"], ["article", ARTICLES, "a"]]
    .map(([name, rows, key]) => [name, resolve(rows, words.get(key))]);
  state.missing = found.some(([, key]) => key === undefined);
  for (const [name, key] of found) state[name] = key || null;
  state.scope = words.get("s");
  state.grown = (words.get("x") || "").split(" ").filter(Boolean);
  if (words.get("f") !== filtersAsText()) readFilters(words.get("f"));
  state.view = VIEWS.includes(words.get("v")) ? words.get("v") : firstView();
}
function address(next) {
  const parts = [["v", next.view], ["n", next.node], ["e", next.edge], ["c", next.claim], ["a", next.article], ["s", next.scope], ["x", next.grown.join(" ")], ["f", filtersAsText()]];
  const text = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%3A", ":")}`);
  return `#${text.join("&")}`;
}
function go(changes) {
  const next = address({ ...state, ...changes });
  growth.problem = "";
  if (next !== location.hash) history.pushState(null, "", next);
  follow();
}
const nothing = { node: null, edge: null, claim: null };
const isSelected = () => Boolean(state.node || state.edge || state.claim);
