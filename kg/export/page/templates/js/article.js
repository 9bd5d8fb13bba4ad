// An article's page: with its whole text every claim is marked in place; without, each claim with what stands around it.
const quoteLink = (id, articleId, words, name) =>
  inside({ ...nothing, view: "profile", article: articleId, claim: id }, words, { class: name, "aria-current": id === state.claim ? "true" : null });
function wholeText(article) {
  return el("div", { class: "whole", dir: "auto" }, article.pieces.map(([text, claims]) => {
    const known = claims.filter((id) => CLAIMS.has(id));
    if (!known.length) return text;
    const attributed = known.find((id) => CLAIMS.get(id).mode !== "narration");
    const off = !known.some((id) => visible(CLAIMS.get(id)));
    const here = known.includes(state.claim) ? " here" : "";
    return quoteLink(known[0], article.id, text, `quoted ${attributed ? "attributed" : "narrated"}${here}${off ? " off" : ""}`);
  }));
}
function articleProfile(id) {
  const article = articleOf(id);
  const claims = DATA.claims.filter((claim) => claim.article === id);
  const [first] = claims;
  return [
    el("p", { class: "kind" }, icon("shape t-article", "0 0 16 16", "M3 1h10v14H3zM5 4h6M5 7h6M5 10h4"), typeName("article"), button(t("directory"), () => go({ ...nothing, article: null }), { class: "link close" })),
    el("h2", { dir: "auto", tabindex: "-1" }, article.title),
    el("p", { class: "soft" }, bdi([article.publisher || t("no_publisher"), article.authors.join(", ") || t("no_author"), article.date || t("no_date")].join(" · "))),
    article.url ? el("p", { class: "from" }, link(article.url, bdi(article.url))) : el("p", { class: "from" }, bdi(article.source)),
    article.inferred.length ? el("p", { class: "from" }, t("inferred", { fields: article.inferred.join(", ") })) : null,
    el("div", { class: "actions" }, copyRow({ ...nothing, article: id, view: "profile" }, claims)),
    el("p", { class: "soft" }, `${countClaims(claims.length)}. ${t(article.pieces.length ? "whole_hint" : "part_hint")}`),
    article.pieces.length ? wholeText(article) : claimCards(t("list_title"), claims.filter(visible).sort((a, b) => a.start - b.start)),
    first ? null : el("p", {}, t("no_match")),
  ];
}
