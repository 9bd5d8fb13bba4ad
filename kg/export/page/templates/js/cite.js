// What is taken away from the page: citations, links, the query behind what is seen.
function citationParts(row) {
  const article = articleOf(row.article);
  const speaker = row.speaker ? labelOf(row.speaker) : row.speaker_words || "";
  return { article, speaker, words: row.text, authors: article.authors.join(", "), publisher: article.publisher, date: article.date, url: article.url };
}
const flat = (text) => text.replace(/\s+/g, " ").trim();
function plainCitation(claim) {
  const { article, speaker, words, authors, publisher, date, url } = citationParts(claim);
  const said = speaker ? t("cite_said", { speaker, words: flat(words) }) : t("cite_words", { words: flat(words) });
  const where = [authors, `“${article.title}”`, publisher, date || t("no_date"), url || article.source].filter(Boolean).join(", ");
  return t("cite_plain", { said, where, start: claim.start, end: claim.end });
}
const forMarkdown = (text) => flat(text).replace(/[\\`*_{}[\]<>#|!~&]/g, "\\$&");
function markdownCitation(claim) {
  const { article, speaker, words, authors, publisher, date, url } = citationParts(claim);
  const title = url ? `[${forMarkdown(article.title)}](<${encodeURI(decodeSafely(url)).replace(/[<>]/g, encodeURIComponent)}>)` : forMarkdown(article.title);
  const where = [authors && forMarkdown(authors), title, publisher && forMarkdown(publisher), forMarkdown(date) || t("no_date")].filter(Boolean);
  const lines = words.split(/\n+/).map((line) => `> ${forMarkdown(line)}`);
  return `${lines.join("\n>\n")}\n>\n> — ${speaker ? `${forMarkdown(speaker)}, ` : ""}${t("cite_in", { where: where.join(", ") })}`;
}
function decodeSafely(url) {
  try { return decodeURI(url); } catch (problem) { return url; }
}
const TEX = new Map([["\\", "\\textbackslash{}"], ["~", "\\textasciitilde{}"], ["^", "\\textasciicircum{}"]]);
const forTex = (text) => flat(text).replace(/[\\~^{}$&#%_]/g, (sign) => TEX.get(sign) || `\\${sign}`);
function bibtexCitation(claim) {
  const { article, speaker, words, publisher, date, url } = citationParts(claim);
  const key = `${(article.authors[0] || publisher || "article").split(" ").pop()}${date.slice(0, 4)}`.normalize("NFKD").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const [year, month, day] = date.slice(0, 10).split("-");
  const fields = [
    ["author", article.authors.map((author) => `{${forTex(author)}}`).join(" and ")], ["title", `{${forTex(article.title)}}`], ["journal", forTex(publisher)],
    ["year", forTex(year || "")], ["month", forTex(month || "")], ["day", forTex(day || "")], ["url", (url || "").replace(/[{}\\%]/g, encodeURIComponent)],
    ["note", forTex(speaker ? t("cite_said", { speaker, words: flat(words) }) : t("cite_words", { words: flat(words) }))],
  ];
  return `@article{${key || "article"},\n${fields.filter(([, value]) => value && value !== "{}").map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}`;
}
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
async function copy(text) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch (problem) {
    const box = el("textarea", { class: "unseen", "aria-hidden": "true" });
    box.value = text;
    document.body.append(box);
    box.select();
    done = document.execCommand("copy");
    box.remove();
  }
  tell(done ? t("copied") : t("not_copied"));
}
const deepLink = (changes) => location.href.split("#")[0] + address({ ...state, scope: state.grown.length ? state.scope : null, ...changes });
const copier = (label, make) => button(t(label), () => copy(make()), { class: "link" });
function copiers(claim) {
  return el("p", { class: "copiers" }, el("span", {}, t("copy")),
    copier("copy_plain", () => plainCitation(claim)), copier("copy_markdown", () => markdownCitation(claim)), copier("copy_bibtex", () => bibtexCitation(claim)),
    copier("copy_link", () => deepLink({ ...nothing, article: null, claim: claim.id, view: "chain" })), copier("copy_sparql", () => sparql("claim", [claim.id])));
}
