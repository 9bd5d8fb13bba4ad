// Exact words, in their context, with where they come from.
function context(pieces) {
  return el("div", { class: "context", dir: "auto" }, pieces.map(([text, kind]) => {
    if (kind === "words") return el("mark", {}, text);
    return kind ? el("span", { class: kind }, text) : text;
  }));
}
function origin(articleId) {
  const article = ARTICLES.get(articleId) || { title: articleId, authors: [], publisher: "", date: "", url: null, wire: "", inferred: [] };
  const authors = article.authors.length ? t("by", { authors: article.authors.join(", ") }) : "";
  const wire = article.wire ? t("wire", { wire: article.wire }) : "";
  const guessed = article.inferred.length ? t("inferred", { fields: article.inferred.join(", ") }) : "";
  const rest = [article.publisher || t("no_publisher"), authors, wire, article.date || t("no_date"), guessed].filter(Boolean);
  return el("p", { class: "from" }, link(article.url, bdi(article.title)), " · ", bdi(rest.join(" · ")));
}
function tags(claim) {
  const said = [claim.type, claim.mode];
  if (claim.polarity !== "affirmed") said.push(claim.polarity);
  if (claim.certainty !== "certain") said.push(claim.certainty);
  if (claim.status) said.push(claim.status);
  return el("div", { class: "tags" }, said.map((value) => el("span", { class: "tag" }, term(value))));
}
// What stands where no speaker is known: the words that refer to one, if there are such.
function nobody(claim) {
  if (claim.speaker_words) return bdi(t("unresolved", { words: claim.speaker_words }));
  return t(claim.mode === "narration" ? "own_voice" : "no_speaker");
}
function who(claim, here) {
  const speaker = claim.speaker ? chip(claim.speaker, claim.speaker === here) : el("span", { class: "cue" }, nobody(claim));
  const cue = claim.cue ? t("cue", { cue: claim.cue }) : (claim.mode === "narration" ? t("no_cue") : "");
  return el("div", { class: "who" }, speaker, el("span", { class: "cue" }, bdi(cue)));
}
function check(claim) {
  const words = claim.verified ? `✓ ${t("verified", { start: claim.start, end: claim.end })}` : `✗ ${t("not_verified")}`;
  return el("p", { class: claim.verified ? "check" : "check wrong" }, words);
}
function claimCard(claim, open, here) {
  return el("article", { class: "card" },
    who(claim, here),
    el("blockquote", { class: "words", dir: "auto" }, claim.text),
    origin(claim.article),
    el("details", { open }, el("summary", {}, t("in_article")), context(claim.context), check(claim)),
    el("div", { class: "more" }, button(t("open_claim"), () => go({ claim: claim.id }), { class: "link" }), tags(claim)));
}
function claimCards(title, claims, here) {
  if (!claims.length) return [];
  const box = el("div", {});
  const openAll = claims.length <= 3;
  const more = inSteps(box, claims.map((claim, number) => [claim, number]), 20,
    ([claim, number]) => claimCard(claim, openAll || number === 0, here));
  return [el("h3", {}, bdi(title), ` (${claims.length})`), box, more];
}
