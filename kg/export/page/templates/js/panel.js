// The panel on the right: a name, a line between two, or one claim.
function kindLine(type, words) {
  const close = button(t("close"), () => go(nothing), { class: "link close" });
  return el("p", { class: "kind" }, type ? shape(type) : null, words, close);
}
const heading = (...words) => el("h2", { tabindex: "-1", dir: "auto" }, ...words);
const toView = (view, words) => (state.view === view ? null : button(t(words), () => go({ view }), { class: "plain" }));
const copyRow = (changes, claims, id) => el("p", { class: "copiers" }, el("span", {}, t("copy")),
  copier("copy_link", () => deepLink(changes)), claims.length || id ? copier("copy_sparql", () => sparqlOf(claims, id)) : null);

function nodePanel(id) {
  const entity = entityOf(id);
  return [
    kindLine(entity.type, typeName(entity.type)),
    heading(entity.label),
    rolesOf(id).slice(0, 3).map((role) => el("p", {}, bdi(role))),
    entity.aliases.length ? el("p", { class: "soft" }, bdi(t("also", { names: entity.aliases.join(", ") }))) : null,
    NODES.has(id) ? null : el("p", { class: "soft" }, t("not_drawn")),
    el("div", { class: "actions" }, toView("profile", "show_profile"), toView("chain", "show_chain"), NODES.has(id) ? toView("network", "show_network") : null,
      SERVER ? button(t("expand"), () => expand(id), { class: "plain", id: "expand", title: t("expand_hint") }) : null),
    copyRow({ ...nothing, node: id }, [], id),
    relationRows(t("stances"), tiesOf(id).filter((relation) => relation.stance && relationShown(relation)), id),
    claimCards(t("said", { label: entity.label }), saidBy(id).filter(visible), id),
    claimCards(t("said_about", { label: entity.label }), saidAbout(id).filter(visible), id),
    relationRows(t("relations"), tiesOf(id).filter((relation) => !relation.stance && relationShown(relation)), id),
  ];
}
const pairOf = (edge) => t("pair", { first: labelOf(edge.from), second: labelOf(edge.to) });
const claimsOf = (edge) => [...new Set(edge.ties.flatMap((tie) => tie.claims))].map((key) => CLAIMS.get(key)).filter(Boolean);
// Of what joins two neighbours of a focus only some is read (EACH in kg/around.py): where there is so much, more may be had.
const SOME = 8;
const isPart = (edge) => DATA.focus && edge.from !== DATA.focus && edge.to !== DATA.focus
  && new Set(edge.ties.flatMap((tie) => [...tie.claims, ...tie.relations])).size >= SOME;
function edgePanel(id) {
  const edge = EDGES.get(id);
  const relations = edge.ties.flatMap((tie) => tie.relations).map((key) => RELATIONS.get(key)).filter((relation) => relation && relationShown(relation));
  const told = new Set(relations.map((relation) => relation.claim));
  const parts = edge.ties.filter((tie) => !tie.relations.length).flatMap((tie) => {
    const keys = new Set(tie.claims);
    const claims = involving(tie.from).filter((claim) => keys.has(claim.id) && visible(claim) && !told.has(claim.id));
    return claimCards(`${labelOf(tie.from)} — ${tie.label} — ${labelOf(tie.to)}`, claims, tie.from);
  });
  return [
    kindLine(null, t("connection")),
    heading(bdi(labelOf(edge.from)), " · ", bdi(labelOf(edge.to))),
    el("div", { class: "chips" }, chip(edge.from), chip(edge.to)),
    copyRow({ ...nothing, edge: id }, claimsOf(edge)),
    isPart(edge) ? el("p", { class: "soft" }, t("pair_part", { focus: labelOf(DATA.focus) })) : null,
    relations.map((relation) => el("article", { class: "card" },
      el("p", { class: "who" }, chip(relation.subject), relation.stance ? stanceTag(relation.stance) : bdi(relation.label), relation.object ? chip(relation.object) : null, according(relation)),
      context(relation.context), origin(relation.article),
      relation.claim ? opens(CLAIMS.get(relation.claim), t("open_claim"), { class: "link" }) : null)),
    parts,
  ];
}
function originList(claim) {
  const article = articleOf(claim.article);
  const rows = [
    [t("column_source"), articleLink(article.id)], [t("column_outlet"), bdi(article.publisher || t("no_publisher"))],
    [t("authors"), bdi([article.authors.join(", ") || t("no_author"), article.wire ? t("wire", { wire: article.wire }) : ""].filter(Boolean).join(", "))],
    [t("column_date"), article.date || t("no_date")], [t("link"), article.url ? link(article.url, bdi(article.url)) : bdi(article.source)],
  ];
  return [
    el("dl", { class: "facts" }, rows.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    article.inferred.length ? el("p", { class: "from" }, t("inferred", { fields: article.inferred.join(", ") })) : null,
  ];
}
// A figure as published, then what it counts, of whom, where and when, and where it comes from.
function figureRow({ words, facts, change, restates, document: origin }) {
  const told = [change ? term(change) : "", ...facts, restates ? t("restates", { words: restates }) : ""].filter(Boolean);
  return el("li", {}, el("b", {}, bdi(words)), told.length ? el("span", { class: "soft" }, bdi(told.join(" · "))) : null, origin ? chip(origin) : null);
}
function claimPanel(id) {
  const claim = CLAIMS.get(id);
  const names = (title, ids) => (ids.length ? [el("h3", {}, t(title)), chips(ids)] : []);
  const others = (title, ids) => (ids.length ? [el("h3", {}, t(title)), ids.map((key) => claimCard(CLAIMS.get(key), false))] : []);
  const figures = claim.figures.filter((key) => FIGURES.has(key));
  const label = state.node ? labelOf(state.node) : state.edge ? pairOf(EDGES.get(state.edge)) : "";
  return [
    label ? button(`← ${t("back", { label })}`, () => go({ claim: null }), { class: "link" }) : null,
    kindLine(null, `${t("claim")} · ${dateOf(claim) || t("no_date")}`),
    el("h2", { class: "unseen", tabindex: "-1" }, t("claim")),
    who(claim),
    el("blockquote", { class: "words large", dir: "auto" }, claim.text),
    check(claim),
    tags(claim),
    copiers(claim),
    el("h3", {}, t("in_article")), context(claim.context),
    originList(claim),
    names("about", claim.about), names("cites", claim.cites),
    stancesOf(claim).length ? [el("h3", {}, t("stances")), el("ul", { class: "rows" },
      stancesOf(claim).map((relation) => el("li", {}, chip(relation.subject), stanceTag(relation.stance), relation.object ? chip(relation.object) : null)))] : null,
    figures.length ? [el("h3", {}, t("figures")), el("ul", { class: "rows" }, figures.map((key) => figureRow(FIGURES.get(key))))] : null,
    others("embeds", claim.embeds), others("embedded_in", claim.embedded_in ? [claim.embedded_in] : []),
    claim.why ? el("p", { class: "from" }, bdi(t("why", { reason: claim.why }))) : null,
    el("div", { class: "actions" }, toView("chain", "show_chain"), button(t("show_article"), () => go({ ...nothing, claim: id, view: "profile", article: claim.article }), { class: "plain" })),
  ];
}
function renderPanel() {
  const panel = document.getElementById("panel");
  const content = state.claim ? claimPanel(state.claim) : state.edge ? edgePanel(state.edge) : state.node ? nodePanel(state.node) : [];
  const isExpanding = document.activeElement.id === "expand";
  panel.replaceChildren(...content.flat(4).filter(Boolean));
  if (isExpanding && document.getElementById("expand")) document.getElementById("expand").focus();
  panel.scrollTop = 0;
}
