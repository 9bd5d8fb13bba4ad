// Exact words, in their context, with where they come from.
function context(pieces) {
  return el("div", { class: "context", dir: "auto" }, pieces.map(([text, kind]) => {
    if (kind === "words") return el("mark", {}, text);
    return kind ? el("span", { class: kind }, text) : text;
  }));
}
// Where sentences end: not after an initial, nor where it goes on in small letters.
const sentenceEnds = (text) => [...text.matchAll(/[.!?]["”’)]*\s+|\n+/g)].filter(({ index, 0: end }) =>
  end.startsWith("\n") || !(/(^|[^\p{L}])\p{Lu}$/u.test(text.slice(0, index)) || /^\p{Ll}/u.test(text.slice(index + end.length))));
// A few words, such as "it", say little: their sentence stands around them. More of them stand for themselves.
function wordsIn(pieces, text) {
  if (text.split(/\s+/).length > 3) return text;
  const marked = pieces.map(([, kind]) => kind === "words");
  const [first, last] = [marked.indexOf(true), marked.lastIndexOf(true)];
  if (first < 0) return text;
  const all = (from, to) => pieces.slice(from, to).map(([piece]) => piece).join("");
  const [before, after] = [all(0, first), all(last + 1)];
  const [start, end] = [sentenceEnds(before).pop(), sentenceEnds(after).shift()];
  return [
    el("span", { class: "around" }, start ? before.slice(start.index + start[0].length) : before),
    el("mark", {}, all(first, last + 1)), el("span", { class: "around" }, end ? after.slice(0, end.index + end[0].trimEnd().length) : after),
  ];
}
const articleLink = (id) => inside({ ...nothing, view: "profile", article: id }, bdi(articleOf(id).title));
function origin(articleId) {
  const article = articleOf(articleId);
  const rest = [
    article.publisher || t("no_publisher"), article.authors.length ? t("by", { authors: article.authors.join(", ") }) : "",
    article.wire ? t("wire", { wire: article.wire }) : "", article.date || t("no_date"),
  ].filter(Boolean);
  return el("p", { class: "from" }, articleLink(articleId), " · ", bdi(rest.join(" · ")));
}
// What people decided on a claim.
const statusTag = (claim) => (claim.status ? el("span", { class: claim.status === "rejected" ? "tag alert" : "tag" }, term(claim.status)) : null);
function tags(claim) {
  const said = [claim.type, claim.mode];
  if (claim.polarity !== "affirmed") said.push(claim.polarity);
  if (claim.certainty !== "certain") said.push(claim.certainty);
  return el("div", { class: "tags" }, statusTag(claim), ownStancesOf(claim).map((relation) => stanceTag(relation.stance)), said.map((value) => el("span", { class: "tag" }, term(value))));
}
// What stands where no speaker is known: the words that refer to one, if there are such.
function nobody(claim) {
  if (claim.speaker_words) return bdi(t("unresolved", { words: claim.speaker_words }));
  return t(claim.mode === "narration" ? "own_voice" : "no_speaker");
}
const cueWords = (claim) => (claim.cue ? t("cue", { cue: claim.cue }) : (claim.mode === "narration" ? t("no_cue") : ""));
const speakerChip = (claim, here) => (claim.speaker ? chip(claim.speaker, claim.speaker === here) : el("span", { class: "soft" }, nobody(claim)));
const who = (claim, here) => el("div", { class: "who" }, speakerChip(claim, here), claim.speaker || claim.cue ? el("span", { class: "cue" }, bdi(cueWords(claim))) : null);
function check(claim) {
  const words = claim.verified ? `✓ ${t("verified", { start: claim.start, end: claim.end })}` : `✗ ${t("not_verified")}`;
  return el("p", { class: claim.verified ? "check" : "check wrong" }, words);
}
const opens = (claim, words, attributes) => button(words, () => go({ claim: claim.id }), attributes);
function claimCard(claim, open, here) {
  return el("article", { class: "card" },
    who(claim, here),
    el("blockquote", { class: "words", dir: "auto" }, wordsIn(claim.context, claim.text)),
    origin(claim.article),
    el("details", { open }, el("summary", {}, t("in_article")), context(claim.context), check(claim)),
    el("div", { class: "more" }, opens(claim, t("open_claim"), { class: "link" }), tags(claim)));
}
function claimCards(title, claims, here) {
  if (!claims.length) return [];
  const box = el("div", {});
  const openAll = claims.length <= 3;
  const more = inSteps(box, claims.map((claim, number) => [claim, number]), 20, ([claim, number]) => claimCard(claim, openAll || number === 0, here));
  return [el("h3", {}, bdi(title), ` (${claims.length})`), box, more];
}
// Who says that somebody else holds something: those are not the holder's own words.
function according(relation) {
  if (!isTold(relation)) return null;
  const claim = CLAIMS.get(relation.claim);
  return el("span", {}, el("span", { class: "soft" }, t("according"), " "), claim.speaker ? chip(claim.speaker) : el("span", { class: "soft" }, nobody(claim)));
}
// What articles say that somebody is, or holds of something, with all the words that say so.
function relationRow(same, here, open) {
  const [relation] = same;
  const end = (id) => (id && id !== here ? chip(id) : null);
  const verb = relation.stance ? stanceTag(relation.stance) : el("span", {}, bdi(relation.label));
  const words = same.map(({ context: pieces, article, claim }) => [context(pieces), origin(article),
    claim ? opens(CLAIMS.get(claim), t("open_claim"), { class: "link" }) : null]);
  return el("li", {}, end(relation.subject), verb, end(relation.object), relation.stance ? according(relation) : null,
    el("details", { open }, el("summary", {}, t("article_words"), same.length > 1 ? ` (${same.length})` : ""), words));
}
function relationRows(title, relations, here) {
  const teller = (relation) => (relation.stance && isTold(relation) ? CLAIMS.get(relation.claim).speaker : "");
  const key = (relation) => JSON.stringify([relation.subject, relation.predicate, relation.object, plain(relation.label), teller(relation)]);
  return relationGroups(title, [...grouped(relations, (relation) => [key(relation)]).values()], here);
}
function relationGroups(title, groups, here) {
  if (!groups.length) return [];
  const list = el("ul", { class: "rows" });
  const more = inSteps(list, groups, 12, (same) => relationRow(same, here, same === groups[0] && Boolean(same[0].stance)));
  return [el("h3", {}, title), list, more];
}
