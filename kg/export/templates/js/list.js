// All claims as a table: the plain way in, for screen readers and small screens too.
function matching() {
  const words = plain(state.query).split(/\s+/).filter(Boolean);
  return DATA.claims.filter((claim) => visible(claim) && words.every((word) => searchable(claim).includes(word)));
}
const searchText = new Map();
function searchable(claim) {
  if (!searchText.has(claim.id)) {
    const names = [claim.speaker, ...claim.about, ...claim.cites].filter(Boolean).map(labelOf);
    const article = ARTICLES.get(claim.article) || { title: "" };
    searchText.set(claim.id, plain([claim.text, claim.cue || "", article.title, outletOf(claim), ...names].join(" ")));
  }
  return searchText.get(claim.id);
}
function listRow(claim) {
  const article = ARTICLES.get(claim.article) || { title: claim.article, url: null };
  const open = button(el("bdi", { dir: "auto" }, claim.text), () => go({ claim: claim.id, node: null, edge: null }), { class: "open" });
  return el("tr", { role: "row", class: claim.id === state.claim ? "here" : "" },
    el("td", { role: "cell", class: "date" }, dateOf(claim) || t("no_date")),
    el("td", { role: "cell" }, claim.speaker ? chip(claim.speaker) : el("span", { class: "soft" }, nobody(claim))),
    el("td", { role: "cell", class: "said" }, open, tags(claim)),
    el("td", { role: "cell" }, chips([...new Set([...claim.about, ...claim.cites])])),
    el("td", { role: "cell" }, bdi(outletOf(claim)), el("p", { class: "from" }, link(article.url, bdi(article.title)))));
}
function renderList() {
  const claims = matching();
  const heads = ["column_date", "column_speaker", "column_words", "column_about", "column_article"];
  const body = el("tbody", { role: "rowgroup" });
  const more = inSteps(body, claims, 100, listRow, claims.findIndex((claim) => claim.id === state.claim) + 1);
  const found = state.query ? ` ${t("list_matching", { query: state.query })}` : "";
  document.getElementById("list").replaceChildren(el("div", { class: "sheet" },
    el("h2", {}, t("list_title")), el("p", { class: "soft" }, countClaims(claims.length), bdi(found)),
    claims.length ? el("table", { role: "table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads.map((name) => el("th", { role: "columnheader", scope: "col" }, t(name))))), body)
      : el("p", {}, DATA.claims.length ? t("no_match") : t("no_claims")),
    more));
  const here = document.querySelector("#list tr.here");
  if (here) here.scrollIntoView({ block: "nearest" });
}
