// What the page shows, read once. Lookups are Maps: a name such as "__proto__" is a key like any other.
const DATA = JSON.parse(document.getElementById("graph-data").textContent);
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const ENTITIES = byId(DATA.entities);
const ARTICLES = byId(DATA.articles);
const CLAIMS = byId(DATA.claims);
const RELATIONS = byId(DATA.relations);
const NODES = byId(DATA.nodes);
const EDGES = byId(DATA.edges);
const FIGURES = new Map(Object.entries(DATA.figures));
const STRINGS = new Map(Object.entries(DATA.strings));
const TERMS = new Map(Object.entries(DATA.terms));
const TYPES = new Map(Object.entries(DATA.types));
const KINDS = new Map(Object.entries(DATA.kinds));
const SHAPES = new Map(Object.entries(DATA.shapes));

// The interface's words, with {names} filled in.
function t(key, values) {
  const filled = new Map(Object.entries(values || {}));
  return (STRINGS.get(key) || key).replace(/\{(\w+)\}/g, (_, name) => String(filled.get(name)));
}
const term = (value) => TERMS.get(value) || value;
const typeName = (type) => (TYPES.get(type) || { one: type }).one;
const countClaims = (count) => (count === 1 ? t("claims_1") : t("claims_n", { count }));
const entityOf = (id) => ENTITIES.get(id) || { id, label: id, type: "", aliases: [], roles: [] };
const labelOf = (id) => entityOf(id).label;

function groupClaims(keys) {
  const groups = new Map();
  for (const claim of DATA.claims) {
    for (const key of keys(claim)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(claim);
    }
  }
  return groups;
}
const SAID_BY = groupClaims((claim) => (claim.speaker ? [claim.speaker] : []));
const SAID_ABOUT = groupClaims((claim) => new Set([...claim.about, ...claim.cites]));
const saidBy = (id) => SAID_BY.get(id) || [];
const saidAbout = (id) => SAID_ABOUT.get(id) || [];
const INVOLVING = groupClaims((claim) => new Set([claim.speaker, ...claim.about, ...claim.cites].filter(Boolean)));
const involving = (id) => INVOLVING.get(id) || [];
const outletOf = (claim) => (ARTICLES.get(claim.article) || {}).publisher || t("no_publisher");
const dateOf = (claim) => claim.date || (ARTICLES.get(claim.article) || {}).date || "";

// For finding: without accents and case.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
