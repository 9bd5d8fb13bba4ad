// The evidence chain: outlet → article → exact words → speaker → what it is about, a row for each claim.
function chainClaims() {
  if (state.claim && !state.node && !state.edge) {
    const claim = CLAIMS.get(state.claim);
    return [claim.embedded_in, claim.id, ...claim.embeds].filter((key) => CLAIMS.has(key)).map((key) => CLAIMS.get(key));
  }
  if (state.edge) {
    const keys = new Set(EDGES.get(state.edge).ties.flatMap((tie) => tie.claims));
    return DATA.claims.filter((claim) => keys.has(claim.id));
  }
  return involving(chainCentre());
}
function chainCentre() {
  const heaviest = DATA.nodes.reduce((best, node) => (!best || node.weight > best.weight ? node : best), null);
  return state.node || DATA.focus || (heaviest && heaviest.id);
}
function chainTitle() {
  if (state.claim && !state.node && !state.edge) return t("claim");
  if (state.edge) return t("pair", { first: labelOf(EDGES.get(state.edge).from), second: labelOf(EDGES.get(state.edge).to) });
  return labelOf(chainCentre());
}
// Claims in order of outlet, then article, then place in the text; each list keeps the order of dates.
function inLanes(claims) {
  const outlets = new Map();
  for (const claim of claims) {
    const outlet = outletOf(claim);
    if (!outlets.has(outlet)) outlets.set(outlet, new Map());
    const articles = outlets.get(outlet);
    if (!articles.has(claim.article)) articles.set(claim.article, []);
    articles.get(claim.article).push(claim);
  }
  return outlets;
}
function cell(column, row, rows, content, className) {
  const filled = content.flat(2).filter(Boolean);
  const node = el("div", { class: `cell ${className || ""} ${filled.length ? "" : "empty"}` }, el("div", { class: "stick" }, filled));
  node.style.gridColumn = String(column);
  node.style.gridRow = `${row} / span ${rows}`;
  return node;
}
function articleBox(id) {
  const article = ARTICLES.get(id) || { title: id, authors: [], date: "", url: null };
  return el("div", { class: "box t-article" }, el("span", {}, link(article.url, bdi(article.title))),
    el("span", { class: "small" }, [article.date || t("no_date"), ...article.authors].join(" · ")));
}
function claimBox(claim) {
  const cue = claim.cue ? t("cue", { cue: claim.cue }) : (claim.mode === "narration" ? t("no_cue") : "");
  return button([el("span", { class: "cut", dir: "auto" }, claim.text), el("span", { class: "small" }, [bdi(cue), cue ? " · " : "", term(claim.type)])],
    () => go({ claim: claim.id }), { class: claim.id === state.claim ? "box quote t-claim here" : "box quote t-claim" });
}
function chainRow(claim, row, here) {
  const figures = claim.figures.filter((key) => FIGURES.has(key)).map((key) => el("span", { class: "tag" }, bdi(FIGURES.get(key))));
  const speaker = claim.speaker ? [chip(claim.speaker, claim.speaker === here)] : [el("span", { class: "tag" }, nobody(claim))];
  const subjects = [...new Set([...claim.about, ...claim.cites])];
  return [
    cell(3, row, 1, [claimBox(claim)]),
    cell(4, row, 1, speaker, "speaker"),
    cell(5, row, 1, [subjects.length ? chips(subjects, here) : null, figures]),
  ];
}
function renderChain() {
  const section = document.getElementById("chain");
  const claims = chainClaims().filter(visible);
  const heads = ["column_outlet", "column_source", "column_claim", "column_said_by", "column_subject"];
  const lanes = el("div", { class: "lanes" }, heads.map((name) => el("div", { class: "head" }, t(name))));
  const here = state.edge || (state.claim && !state.node) ? null : chainCentre();
  let row = 2;
  for (const [outlet, articles] of inLanes(claims)) {
    const total = [...articles.values()].reduce((sum, list) => sum + list.length, 0);
    lanes.append(cell(1, row, total, [el("div", { class: "box t-outlet" }, el("span", {}, bdi(outlet)), el("span", { class: "small" }, countClaims(total)))], "first"));
    for (const [article, list] of articles) {
      lanes.append(cell(2, row, list.length, [articleBox(article)]));
      for (const claim of list) lanes.append(...chainRow(claim, row++, here));
    }
  }
  section.replaceChildren(el("div", { class: "sheet" },
    el("h2", { dir: "auto" }, t("chain_of", { label: chainTitle() })), el("p", { class: "soft" }, `${t("chain_hint")} ${countClaims(claims.length)}.`),
    claims.length ? lanes : el("p", {}, t("no_match"))));
}
