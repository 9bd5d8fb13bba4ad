// The panel on the right: a name, a line between two, or one claim.
function relationRow(relation) {
  return el("li", {}, chip(relation.subject), el("span", {}, bdi(relation.label)), relation.object ? chip(relation.object) : null,
    el("details", {}, el("summary", {}, t("article_words")), context(relation.context), origin(relation.article)));
}
function relationRows(relations) {
  if (!relations.length) return [];
  return [el("h3", {}, t("relations")), el("ul", { class: "rows" }, relations.map(relationRow))];
}
function kindLine(type, words) {
  const close = button(t("close"), () => go({ node: null, edge: null, claim: null }), { class: "link close" });
  return el("p", { class: "kind" }, type ? shape(type) : null, words, close);
}
const heading = (...words) => el("h2", { tabindex: "-1", dir: "auto" }, ...words);

function nodePanel(id) {
  const entity = entityOf(id);
  const relations = DATA.relations.filter((relation) => relation.subject === id || relation.object === id);
  return [
    kindLine(entity.type, typeName(entity.type)),
    heading(entity.label),
    entity.roles.map((role) => el("p", {}, bdi(role))),
    entity.aliases.length ? el("p", { class: "soft" }, bdi(t("also", { names: entity.aliases.join(", ") }))) : null,
    NODES.has(id) ? null : el("p", { class: "soft" }, t("not_drawn")),
    el("div", { class: "actions" },
      state.view === "chain" ? null : button(t("show_chain"), () => go({ view: "chain" }), { class: "plain" }),
      state.view === "network" || !NODES.has(id) ? null : button(t("show_network"), () => go({ view: "network" }), { class: "plain" })),
    claimCards(t("said", { label: entity.label }), saidBy(id).filter(visible), id),
    claimCards(t("said_about", { label: entity.label }), saidAbout(id).filter(visible), id),
    relationRows(relations),
  ];
}
function edgePanel(id) {
  const edge = EDGES.get(id);
  const parts = edge.ties.flatMap((tie) => {
    const claims = tie.claims.map((key) => CLAIMS.get(key)).filter((claim) => claim && visible(claim));
    const title = `${labelOf(tie.from)} — ${tie.label} — ${labelOf(tie.to)}`;
    return tie.relations.length ? [] : claimCards(title, claims, tie.from);
  });
  const relations = edge.ties.flatMap((tie) => tie.relations).map((key) => RELATIONS.get(key)).filter(Boolean);
  return [
    kindLine(null, ""),
    heading(bdi(labelOf(edge.from)), " · ", bdi(labelOf(edge.to))),
    el("div", { class: "chips" }, chip(edge.from), chip(edge.to)),
    parts,
    relationRows(relations),
  ];
}
function claimPanel(id) {
  const claim = CLAIMS.get(id);
  const article = ARTICLES.get(claim.article) || {};
  const names = (title, ids) => (ids.length ? [el("h3", {}, t(title)), chips(ids)] : []);
  const others = (title, ids) => (ids.length ? [el("h3", {}, t(title)), ids.map((key) => claimCard(CLAIMS.get(key), false))] : []);
  const figures = claim.figures.filter((key) => FIGURES.has(key));
  const back = state.node || state.edge
    ? button(`← ${t("back", { label: state.node ? labelOf(state.node) : t("pair", { first: labelOf(EDGES.get(state.edge).from), second: labelOf(EDGES.get(state.edge).to) }) })}`, () => go({ claim: null }), { class: "link" })
    : null;
  return [
    back,
    kindLine(null, `${t("claim")} · ${dateOf(claim) || t("no_date")}`),
    el("h2", { class: "unseen", tabindex: "-1" }, t("claim")),
    who(claim),
    el("blockquote", { class: "words large", dir: "auto" }, claim.text),
    tags(claim),
    el("h3", {}, t("in_article")), context(claim.context), check(claim), origin(claim.article),
    article.url ? el("p", { class: "from" }, link(article.url, t("open_article"))) : null,
    names("about", claim.about), names("cites", claim.cites),
    figures.length ? [el("h3", {}, t("figures")), el("ul", { class: "rows" }, figures.map((key) => el("li", {}, bdi(FIGURES.get(key)))))] : null,
    others("embeds", claim.embeds), others("embedded_in", claim.embedded_in ? [claim.embedded_in] : []),
    state.view === "chain" ? null : el("div", { class: "actions" }, button(t("show_chain"), () => go({ view: "chain" }), { class: "plain" })),
  ];
}
function idlePanel() {
  const most = DATA.nodes.filter((node) => node.weight).sort((a, b) => b.weight - a.weight).slice(0, 8);
  return [
    state.missing ? el("p", { role: "alert" }, t("unknown")) : null,
    heading(t("choose")),
    el("p", { class: "soft" }, DATA.claims.length ? t("choose_hint") : t("no_claims")),
    most.length ? el("h3", {}, t("most_quoted")) : null,
    el("ul", { class: "rows" }, most.map((node) => el("li", {}, chip(node.id), el("span", { class: "soft" }, countClaims(involving(node.id).length))))),
  ];
}
function renderPanel() {
  const panel = document.getElementById("panel");
  const content = state.claim ? claimPanel(state.claim) : state.edge ? edgePanel(state.edge) : state.node ? nodePanel(state.node) : idlePanel();
  panel.classList.toggle("idle", !(state.claim || state.edge || state.node || state.missing));
  panel.replaceChildren(...content.flat(3).filter(Boolean));
  panel.scrollTop = 0;
}
