// The buttons of a page that copy: the address to cite, the query behind the page, and of a claim or an article three citations.
// The exported page's sections before this one make the citations and copy them.
function tell(words) {
  const told = document.getElementById("told");
  told.textContent = words;
  told.hidden = false;
}
function pageCopiers(row, cited) {
  const link = () => new URL(row.dataset.link, location.href).href;
  const own = [copier("copy_link", link), row.dataset.sparql ? copier("copy_sparql", () => row.dataset.sparql) : null];
  if (!cited) return own;
  adopt(JSON.parse(cited.textContent));
  const [claim] = DATA.claims;
  const [article] = DATA.articles;
  return [
    copier("copy_plain", () => (claim ? plainCitation(claim) : `${plainArticle(article)}.`)),
    copier("copy_markdown", () => (claim ? markdownCitation(claim) : `${markdownArticle(article)}.`)),
    copier("copy_bibtex", () => (claim ? bibtexCitation(claim) : bibtexArticle(article))), ...own,
  ];
}
const copiersRow = document.getElementById("copiers");
if (copiersRow) copiersRow.append(...pageCopiers(copiersRow, document.getElementById("cited")).filter(Boolean));
