// The buttons of a page that copy: the address to cite, the query behind the page, and of a claim three citations.
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
  return [
    copier("copy_plain", () => plainCitation(claim)), copier("copy_markdown", () => markdownCitation(claim)),
    copier("copy_bibtex", () => bibtexCitation(claim)), ...own,
  ];
}
const copiersRow = document.getElementById("copiers");
if (copiersRow) copiersRow.append(...pageCopiers(copiersRow, document.getElementById("cited")).filter(Boolean));
