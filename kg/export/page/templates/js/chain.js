// The evidence chain: outlet → article → exact words → speaker → what it is about, a row for each claim.
function chainClaims() {
  if (state.claim && !state.node && !state.edge) {
    const claim = CLAIMS.get(state.claim);
    return [claim.embedded_in, claim.id, ...claim.embeds].filter((key) => CLAIMS.has(key)).map((key) => CLAIMS.get(key));
  }
  if (state.edge) return claimsOf(EDGES.get(state.edge));
  return involving(chainCentre());
}
function chainCentre() {
  return state.node || DATA.focus || (DATA.nodes.length ? byAttention()[0].id : null);
}
// Names by how much is said by and about them; what an article says in its own voice would put its author first.
function byAttention() {
  const said = new Map(DATA.nodes.map((node) => [node.id, involving(node.id).filter((claim) => claim.mode !== "narration").length]));
  return [...DATA.nodes].sort((a, b) => said.get(b.id) - said.get(a.id) || b.weight - a.weight);
}
function chainTitle() {
  if (state.claim && !state.node && !state.edge) return t("claim");
  return state.edge ? pairOf(EDGES.get(state.edge)) : labelOf(chainCentre());
}
function cell(column, row, rows, content, className) {
  const filled = content.flat(2).filter(Boolean);
  const node = el("div", { class: `cell ${className || ""} ${filled.length ? "" : "empty"}` }, column > 1 && filled.length ? arrow() : null, el("div", { class: "stick" }, filled));
  node.style.gridColumn = String(column);
  node.style.gridRow = `${row} / span ${rows}`;
  return node;
}
function articleBox(id) {
  const article = articleOf(id);
  return el("div", { class: "box t-article" }, articleLink(id),
    el("span", { class: "small" }, [article.date || t("no_date"), ...article.authors].join(" · ")), article.url ? el("span", { class: "small" }, link(article.url, t("open_article"))) : null);
}
function claimBox(claim) {
  const cue = cueWords(claim);
  return opens(claim, [el("span", { class: "cut", dir: "auto" }, wordsIn(claim.context, claim.text)), el("span", { class: "small" }, [bdi(cue), cue ? " · " : "", term(claim.type)]), statusTag(claim)],
    { class: claim.id === state.claim ? "box quote t-claim here" : "box quote t-claim" });
}
// A stance, with whose it is where that is not the speaker.
const stanceBy = (relation) => [isTold(relation) ? el("span", { class: "small" }, bdi(labelOf(relation.subject))) : null, stanceTag(relation.stance)];
function chainRow(claim, row, here) {
  const figures = claim.figures.filter((key) => FIGURES.has(key)).map((key) => el("span", { class: "tag" }, bdi(FIGURES.get(key).words)));
  const [role] = claim.speaker ? rolesOf(claim.speaker) : [];
  const stances = new Map(stancesOf(claim).map((relation) => [relation.object, relation]));
  const subjects = [...new Set([...stances.keys(), ...subjectsOf(claim)])].filter((id) => id && id !== claim.speaker)
    .map((id) => el("span", { class: "subject" }, stances.has(id) ? stanceBy(stances.get(id)) : null, chip(id, id === here)));
  return [
    cell(3, row, 1, [claimBox(claim)]),
    cell(4, row, 1, [speakerChip(claim, here), role ? el("span", { class: "small" }, bdi(role)) : null], "speaker"),
    cell(5, row, 1, [subjects, figures]),
  ];
}
function renderChain() {
  const claims = chainClaims().filter(visible);
  const heads = ["column_outlet", "column_source", "column_claim", "column_said_by", "column_subject"];
  const lanes = el("div", { class: "lanes" }, heads.map((name) => el("div", { class: "head" }, t(name))));
  const here = state.edge || (state.claim && !state.node) ? null : chainCentre();
  const most = 150;
  // Of too many, what somebody said comes before what articles say themselves.
  const ranked = [...claims].sort((a, b) => (b.id === state.claim) - (a.id === state.claim) || (a.mode === "narration") - (b.mode === "narration"));
  const first = new Set(ranked.slice(0, most));
  const kept = claims.filter((claim) => first.has(claim));
  let row = 2;
  // By outlet, then article, then place in the text; each list keeps the order of dates.
  for (const [outlet, said] of grouped(kept, (claim) => [outletOf(claim)])) {
    lanes.append(cell(1, row, said.length, [el("div", { class: "box t-outlet" }, el("span", {}, bdi(outlet)), el("span", { class: "small" }, countClaims(said.length)))], "first"));
    for (const [article, list] of grouped(said, (claim) => [claim.article])) {
      lanes.append(cell(2, row, list.length, [articleBox(article)]));
      for (const claim of list) lanes.append(...chainRow(claim, row++, here));
    }
  }
  document.getElementById("chain").replaceChildren(el("div", { class: "sheet" },
    el("h2", { dir: "auto" }, t("chain_of", { label: chainTitle() })), el("p", { class: "soft" }, `${t("chain_hint")} ${countClaims(claims.length)}.`),
    here ? el("div", { class: "actions" }, button(t("show_profile"), () => go({ ...nothing, view: "profile", node: here }), { class: "plain" }), copyRow({ ...nothing, node: here, view: "chain" }, [], here)) : null,
    claims.length ? lanes : el("p", {}, t(DATA.claims.length ? "no_match" : "no_claims")),
    claims.length > kept.length ? el("p", { class: "soft" }, t("chain_cut", { count: claims.length - kept.length })) : null));
}
