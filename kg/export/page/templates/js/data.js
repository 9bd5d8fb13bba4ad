// What the page shows and in which words. Lookups are Maps: a name such as "__proto__" is a key like any other.
const WORDS = JSON.parse(document.getElementById("wording").textContent);
const table = (name) => new Map(Object.entries(WORDS[name]));
const STRINGS = table("strings");
const TERMS = table("terms");
const TYPES = table("types");
const KINDS = table("kinds");
const STANCES = table("stances");
const SHAPES = table("shapes");

let DATA, ENTITIES, ARTICLES, CLAIMS, RELATIONS, NODES, EDGES, FIGURES, SAID_BY, SAID_ABOUT, INVOLVING, TIES_OF, STANCE_OF;

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
function grouped(rows, keys) {
  const groups = new Map();
  for (const row of rows) {
    for (const key of keys(row)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(row);
    }
  }
  return groups;
}
// Takes rows in, those of the file or others of the same shape; everything else on the page reads only what is set here.
function adopt(data) {
  DATA = data;
  ENTITIES = byId(data.entities);
  ARTICLES = byId(data.articles);
  CLAIMS = byId(data.claims);
  RELATIONS = byId(data.relations);
  NODES = byId(data.nodes);
  EDGES = byId(data.edges);
  FIGURES = new Map(Object.entries(data.figures));
  SAID_BY = grouped(data.claims, (claim) => (claim.speaker ? [claim.speaker] : []));
  SAID_ABOUT = grouped(data.claims, (claim) => new Set([...claim.about, ...claim.cites]));
  INVOLVING = grouped(data.claims, (claim) => new Set(concerned(claim)));
  TIES_OF = grouped(data.relations, (relation) => new Set([relation.subject, relation.object].filter(Boolean)));
  STANCE_OF = grouped(data.relations.filter((relation) => relation.stance), (relation) => [relation.claim].filter(Boolean));
}

// The interface's words, with {names} filled in.
function t(key, values) {
  const filled = new Map(Object.entries(values || {}));
  return (STRINGS.get(key) || key).replace(/\{(\w+)\}/g, (_, name) => String(filled.get(name)));
}
const term = (value) => TERMS.get(value) || value;
const typeName = (type) => (TYPES.get(type) || { one: type }).one;
const count = (number, one, many) => (number === 1 ? t(one) : t(many, { count: number }));
const countClaims = (number) => count(number, "claims_1", "claims_n");
const countType = (number, type) => `${number} ${TYPES.get(type)[number === 1 ? "one" : "many"].toLowerCase()}`;
const entityOf = (id) => ENTITIES.get(id) || { id, label: id, type: "", aliases: [], roles: [] };
const articleOf = (id) => ARTICLES.get(id)
  || { id, source: id, title: id, authors: [], publisher: "", date: "", url: null, wire: "", inferred: [], pieces: [] };
const labelOf = (id) => entityOf(id).label;
const concerned = (claim) => [claim.speaker, ...claim.about, ...claim.cites].filter(Boolean);
const subjectsOf = (claim) => [...new Set([...claim.about, ...claim.cites])];
const saidBy = (id) => SAID_BY.get(id) || [];
const saidAbout = (id) => SAID_ABOUT.get(id) || [];
const involving = (id) => INVOLVING.get(id) || [];
const tiesOf = (id) => TIES_OF.get(id) || [];
const stancesOf = (claim) => STANCE_OF.get(claim.id) || [];
const isTold = (relation) => Boolean(relation.claim) && CLAIMS.get(relation.claim).speaker !== relation.subject;
const ownStancesOf = (claim) => stancesOf(claim).filter((relation) => !isTold(relation));
const outletOf = (row) => articleOf(row.article).publisher || t("no_publisher");
const dateOf = (row) => row.date || articleOf(row.article).date || "";

// For finding: without accents and case.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
