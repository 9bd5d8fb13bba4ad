// What is taken away from the page: citations, links, the query behind what is seen.
const flat = (text) => text.replace(/\s+/g, " ").trim();
// Words that the article itself puts in quotation marks get no second pair.
const isQuoted = (words) => /^(“.*”|".*"|‘.*’)$/.test(words);
const quoted = (words) => (isQuoted(flat(words)) ? flat(words) : t("cite_quoted", { words: flat(words) }));
const speakerOf = (claim) => (claim.speaker ? labelOf(claim.speaker) : claim.speaker_words || "");
function saidIn(claim) {
  const speaker = speakerOf(claim);
  return speaker ? t("cite_said", { speaker, words: quoted(claim.text) }) : quoted(claim.text);
}
// Everything that would end a link is escaped, and nothing twice.
const forLink = (url) => (url || "").replace(/[^!-~]|[<>\\{}]/gu, encodeURIComponent);
const plainArticle = (article) => [
  article.authors.join(", "), t("cite_quoted", { words: article.title }), article.publisher, article.date || t("no_date"), forLink(article.url) || article.source,
].filter(Boolean).join(", ");
const plainCitation = (claim) => t("cite_plain", { said: saidIn(claim), where: plainArticle(articleOf(claim.article)), start: claim.start, end: claim.end });
const forMarkdown = (text) => flat(text).replace(/[\\`*_{}[\]<>#|!~&]/g, "\\$&");
function markdownArticle({ authors, title, publisher, date, url }) {
  const linked = url ? `[${forMarkdown(title)}](<${forLink(url)}>)` : forMarkdown(title);
  return [forMarkdown(authors.join(", ")), linked, forMarkdown(publisher), forMarkdown(date) || t("no_date")].filter(Boolean).join(", ");
}
function markdownCitation(claim) {
  const speaker = speakerOf(claim);
  const lines = claim.text.split(/\n+/).map((line) => `> ${forMarkdown(line)}`);
  const where = markdownArticle(articleOf(claim.article));
  return `${lines.join("\n>\n")}\n>\n> — ${speaker ? `${forMarkdown(speaker)}, ` : ""}${t("cite_in", { where })}`;
}
const TEX = new Map([["\\", "\\textbackslash{}"], ["~", "\\textasciitilde{}"], ["^", "\\textasciicircum{}"]]);
const forTex = (text) => flat(text).replace(/[\\~^{}$&#%_]/g, (sign) => TEX.get(sign) || `\\${sign}`);
function bibtexArticle({ authors, title, publisher, date, url }, note = "") {
  const key = `${(authors[0] || publisher || "article").split(" ").pop()}${date.slice(0, 4)}`.normalize("NFKD").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const [year, month, day] = date.slice(0, 10).split("-");
  const fields = [
    ["author", authors.map((author) => `{${forTex(author)}}`).join(" and ")], ["title", `{${forTex(title)}}`], ["journal", forTex(publisher)],
    ["year", forTex(year || "")], ["month", forTex(month || "")], ["day", forTex(day || "")], ["url", forLink(url)],
    ["note", forTex(note)],
  ];
  return `@article{${key || "article"},\n${fields.filter(([, value]) => value && value !== "{}").map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}`;
}
const bibtexCitation = (claim) => bibtexArticle(articleOf(claim.article), saidIn(claim));
// The canned query that gives this, its question bound by VALUES.
function sparql(kind, ids) {
  const values = ids.map((id) => `<${id}>`).join(" ");
  return WORDS.queries[kind].replace("WHERE {", `WHERE {\n  VALUES ?${kind} { ${values} }`);
}
// Claims where there are some, else what a name said, else what is said about it.
function sparqlOf(claims, id) {
  if (id && saidBy(id).length) return sparql("speaker", [id]);
  if (id) return sparql("policy", [id]);
  return sparql("claim", claims.map((claim) => claim.id));
}
const copy = async (text) => tell((await intoClipboard(text)) ? t("copied") : t("not_copied"));
const deepLink = (changes) => location.href.split("#")[0] + address({ ...state, scope: state.grown.length ? state.scope : null, ...changes });
const copier = (label, make) => button(t(label), () => copy(make()), { class: "link" });
function copiers(claim) {
  return el("p", { class: "copiers" }, el("span", {}, t("copy")),
    copier("copy_plain", () => plainCitation(claim)), copier("copy_markdown", () => markdownCitation(claim)), copier("copy_bibtex", () => bibtexCitation(claim)),
    copier("copy_link", () => deepLink({ ...nothing, article: null, claim: claim.id, view: "chain" })), copier("copy_sparql", () => sparql("claim", [claim.id])));
}
