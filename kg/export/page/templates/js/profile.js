// A page for each name: a policy by stance, a person by roles, stances and claims; without a name, who and what there is.
function stanceEntry(same, here) {
  const [relation] = same;
  const claim = relation.claim ? CLAIMS.get(relation.claim) : null;
  const held = [...grouped(same, ({ stance }) => [stance])].map(([stance, rows]) =>
    [stanceTag(stance), rows.map(({ object }) => (object && object !== here ? chip(object) : null))]);
  return el("li", { class: "card" },
    el("div", { class: "who" }, here === relation.subject ? null : chip(relation.subject), held, according(relation)),
    el("blockquote", { class: "words", dir: "auto" }, claim ? wordsIn(claim.context, claim.text) : wordsIn(relation.context, relation.context.filter(([, kind]) => kind === "words").map(([text]) => text).join(""))),
    origin(relation.article),
    el("div", { class: "more" }, el("details", {}, el("summary", {}, t("in_article")), context(relation.context)), claim ? opens(claim, t("open_claim"), { class: "link" }) : null));
}
// What somebody holds in the same words, of one thing or of several, is one entry.
const stanceGroups = (stances) => [...grouped(stances, ({ subject, claim, article, start, end }) => [JSON.stringify([subject, claim || [article, start, end]])]).values()];
function stanceColumn(title, stances, here) {
  const list = el("ul", {});
  const more = inSteps(list, stanceGroups(stances), 20, (same) => stanceEntry(same, here));
  return el("section", { class: "side" }, el("h3", {}, title, ` (${stances.length})`), stances.length ? [list, more] : el("p", { class: "soft" }, t("nobody_here")));
}
function policyProfile(id, ties) {
  const stances = ties.filter((relation) => relation.stance && relation.object === id);
  const sides = ["for", "against"].map((side) => [side, stances.filter((relation) => STANCES.get(relation.stance).side === side)]);
  const told = new Set(stances.map((relation) => relation.claim));
  const counts = [...STANCES].map(([name, { title }]) => [name, title, stances.filter((relation) => relation.stance === name).length]).filter(([, , number]) => number);
  return [
    el("p", { class: "chips" }, counts.map(([name, title, number]) => el("span", { class: `stance k-${STANCES.get(name).side}` }, sideMark(STANCES.get(name).side), `${title}: ${number}`))),
    el("div", { class: "sides" }, sides.map(([side, rows]) => stanceColumn(t(`side_${side}`), rows, id))),
    claimCards(t("said_besides"), involving(id).filter((claim) => visible(claim) && !told.has(claim.id)), id),
    relationRows(t("relations"), ties.filter((relation) => !stances.includes(relation)), id),
  ];
}
const isRole = (relation) => ["holdsRole", "affiliatedWith", "heads", "memberOf"].includes(relation.predicate);
function personProfile(id, ties) {
  const stances = ties.filter((relation) => relation.stance && relation.subject === id);
  const roles = ties.filter((relation) => isRole(relation) && relation.subject === id);
  return [
    roleRows(roles, id),
    stances.length ? [el("h3", {}, t("stances"), ` (${stances.length})`), el("ul", { class: "side" }, stanceGroups(stances).map((same) => stanceEntry(same, id)))] : [],
    el("div", { class: "sides" },
      el("section", { class: "side" }, claimCards(t("said", { label: labelOf(id) }), saidBy(id).filter(visible), id)),
      el("section", { class: "side" }, claimCards(t("said_about", { label: labelOf(id) }), saidAbout(id).filter(visible), id))),
    relationRows(t("relations"), ties.filter((relation) => !roles.includes(relation) && !stances.includes(relation)), id),
  ];
}
function entityProfile(id) {
  const entity = entityOf(id);
  const ties = tiesOf(id).filter(relationShown);
  return [
    el("p", { class: "kind" }, shape(entity.type), typeName(entity.type), button(t("directory"), () => go({ ...nothing, article: null }), { class: "link close" })),
    el("h2", { dir: "auto", tabindex: "-1" }, entity.label),
    entity.roles.length ? el("p", {}, bdi(rolesOf(id).slice(0, 4).join("; "))) : null,
    entity.aliases.length ? el("p", { class: "soft" }, bdi(t("also", { names: entity.aliases.join(", ") }))) : null,
    el("div", { class: "actions" }, ["chain", "network", "timeline"].filter((view) => view !== "network" || NODES.has(id)).map((view) => toView(view, `show_${view}`)), copyRow({ ...nothing, node: id, view: "profile" }, [], id)),
    entity.type === "policy" ? policyProfile(id, ties) : personProfile(id, ties),
  ];
}
// All names by type, the most talked about first, and all articles.
function directory() {
  const byType = grouped(DATA.entities.filter((entity) => nodeShown(entity.id)), (entity) => [entity.type]);
  const groups = ["policy", ...SHAPES.keys()].filter((type, i, all) => byType.has(type) && all.indexOf(type) === i).map((type) => {
    const list = el("ul", { class: "rows" });
    const names = byType.get(type).sort((a, b) => involving(b.id).length - involving(a.id).length || a.label.localeCompare(b.label));
    const more = inSteps(list, names, 10, (entity) => el("li", {}, chip(entity.id), involving(entity.id).length ? el("span", { class: "soft" }, countClaims(involving(entity.id).length)) : null, stanceCounts(entity.id)));
    return el("section", { class: "side" }, el("h3", {}, TYPES.get(type).many, ` (${names.length})`), list, more);
  });
  const list = el("ul", { class: "rows" });
  const more = inSteps(list, DATA.articles, 10, (article) => el("li", {}, articleLink(article.id), el("span", { class: "soft" }, bdi([article.publisher, article.date].filter(Boolean).join(" · ")))));
  return [
    el("h2", { tabindex: "-1" }, t("directory")), el("p", { class: "soft" }, t(DATA.claims.length ? "directory_hint" : "no_claims")),
    el("div", { class: "sides" }, groups, el("section", { class: "side" }, el("h3", {}, TYPES.get("article").many, ` (${DATA.articles.length})`), list, more)),
  ];
}
function stanceCounts(id) {
  const sides = counted(tiesOf(id).filter((relation) => relation.stance && relation.object === id && relationShown(relation)).map((relation) => STANCES.get(relation.stance).side));
  return ["for", "against"].filter((side) => sides.has(side)).map((side) => el("span", { class: `stance k-${side}` }, sideMark(side), `${t(`side_${side}`)}: ${sides.get(side)}`));
}
function renderProfile() {
  const content = state.article ? articleProfile(state.article) : state.node ? entityProfile(state.node) : directory();
  document.getElementById("profile").replaceChildren(el("div", { class: "sheet" }, content));
}
