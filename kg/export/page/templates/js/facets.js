// Filters: they combine, each shows how many claims it would leave, and those of the network are its legend too.
const hidden = { types: new Set(), kinds: new Set() };
const wanted = { outlets: new Set(), people: new Set(), stances: new Set(), claimTypes: new Set() };
const between = { since: "", until: "" };
const FACETS = new Map([
  ["outlets", (claim) => [outletOf(claim)]],
  ["people", (claim) => [claim.speaker || ""]],
  ["stances", (claim) => stancesOf(claim).map((relation) => relation.stance)],
  ["claimTypes", (claim) => [claim.type]],
]);
let shown = new Set();
let lively = null;
const rowsOfFacets = [];

const inDates = (row) => {
  const date = dateOf(row);
  return (!between.since || (date && date.slice(0, 10) >= between.since.slice(0, date.length)))
    && (!between.until || (date && date.slice(0, 10) <= between.until));
};
const isNarrowed = () => Boolean(between.since || between.until || hidden.types.size || [...Object.values(wanted)].some((set) => set.size));
const typeShown = (id) => !hidden.types.has(entityOf(id).type);

// Whether a claim passes every filter but one.
function passes(claim, except) {
  for (const [name, values] of FACETS) {
    if (name !== except && wanted[name].size && !values(claim).some((value) => wanted[name].has(value))) return false;
  }
  const named = except === "types" ? [] : concerned(claim);
  return inDates(claim) && (!named.length || named.some(typeShown));
}
const visible = (claim) => shown.has(claim.id);
function relationShown(relation) {
  if (relation.claim) return visible(CLAIMS.get(relation.claim));
  if (!isNarrowed()) return true;
  const ends = [relation.subject, relation.object];
  return inDates(relation) && !wanted.claimTypes.size
    && (!wanted.outlets.size || wanted.outlets.has(outletOf(relation)))
    && (!wanted.people.size || ends.some((end) => wanted.people.has(end)))
    && (!wanted.stances.size || wanted.stances.has(relation.stance));
}
// Who is named by a claim or relation that passes; null where nothing is filtered.
const nodeShown = (id) => typeShown(id) && (!lively || lively.has(id));

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}
function refreshFacets() {
  shown = new Set(DATA.claims.filter((claim) => passes(claim)).map((claim) => claim.id));
  lively = isNarrowed() ? new Set([
    ...DATA.claims.filter(visible).flatMap(concerned),
    ...DATA.relations.filter(relationShown).flatMap((relation) => [relation.subject, relation.object]),
  ]) : null;
  const counts = new Map([...FACETS].map(([name, values]) =>
    [name, counted(DATA.claims.filter((claim) => passes(claim, name)).flatMap((claim) => [...new Set(values(claim))]))]));
  for (const row of rowsOfFacets) {
    const number = counts.has(row.facet) ? counts.get(row.facet).get(row.value) || 0 : row.total;
    row.count.textContent = String(number);
    row.box.checked = row.isOn();
    row.box.parentElement.classList.toggle("off", row.isOff(number));
  }
  for (const name of Object.keys(between)) {
    const box = document.getElementById(`day-${name}`);
    if (box && box.value !== between[name]) box.value = between[name];
  }
  document.getElementById("shown").textContent = t("shown", { shown: shown.size, all: DATA.claims.length });
  document.getElementById("legend-kinds").hidden = state.view !== "network";
  document.getElementById("filter-toggle").classList.toggle("on", isNarrowed());
}
// One box of a group: a legend's hides what it names, a facet's keeps only what is ticked.
function facetRow(facet, value, mark, name, total) {
  const isLegend = facet === "types" || facet === "kinds";
  const set = isLegend ? hidden[facet] : wanted[facet];
  const box = el("input", { type: "checkbox", on: { change: () => {
    if (box.checked !== isLegend) set.add(value); else set.delete(value);
    refilter();
  } } });
  const number = el("span", { class: "count" });
  rowsOfFacets.push({ facet, value, total, box, count: number,
    isOn: () => (isLegend ? !set.has(value) : set.has(value)),
    isOff: (left) => (isLegend ? set.has(value) : !left && !set.has(value)) });
  return el("label", { class: isLegend ? "legend" : "facet" }, box, mark, el("span", {}, bdi(name)), number);
}
function facetGroup(title, facet, rows, id) {
  if (!rows.length) return id ? el("div", { id }) : "";
  const box = el("div", {});
  const more = inSteps(box, rows, 8, (row) => facetRow(facet, ...row));
  more.addEventListener("click", refreshFacets);
  return el("fieldset", { id }, el("legend", {}, title), box, more);
}
function dateGroup() {
  const dates = DATA.claims.map((claim) => dateOf(claim).slice(0, 10)).filter((date) => date.length === 10).sort();
  if (!dates.length) return "";
  const field = (name) => el("label", { class: "day" }, el("span", {}, t(name)), el("input", {
    type: "date", min: dates[0], max: dates[dates.length - 1], id: `day-${name}`,
    value: between[name], on: { change: (event) => { between[name] = event.target.value; refilter(); } },
  }));
  return el("fieldset", {}, el("legend", {}, t("filter_dates")), field("since"), field("until"));
}
function buildFacets() {
  rowsOfFacets.length = 0;
  const most = (facet) => [...counted(DATA.claims.flatMap((claim) => [...new Set(FACETS.get(facet)(claim))]))]
    .sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(b[0]));
  const types = counted(DATA.nodes.map((node) => entityOf(node.id).type));
  const kinds = counted(DATA.edges.flatMap((edge) => [...new Set(edge.ties.map((tie) => tie.kind))]));
  document.getElementById("filters").replaceChildren(
    el("p", { id: "shown", role: "status" }),
    facetGroup(t("filter_types"), "types", [...SHAPES.keys()].filter((type) => types.has(type))
      .map((type) => [type, shape(type), TYPES.get(type).many, types.get(type)])),
    facetGroup(t("filter_kinds"), "kinds", [...KINDS.keys()].filter((kind) => kinds.has(kind))
      .map((kind) => [kind, stroke(kind), KINDS.get(kind), kinds.get(kind)]), "legend-kinds"),
    facetGroup(t("filter_stances"), "stances", most("stances").map(([value, total]) => [value, sideMark(STANCES.get(value).side), STANCES.get(value).title, total])),
    facetGroup(t("filter_outlets"), "outlets", most("outlets").map(([value, total]) => [value, null, value, total])),
    facetGroup(t("filter_people"), "people", most("people").map(([value, total]) => [value, value ? shape(entityOf(value).type) : null, value ? labelOf(value) : t("no_speaker"), total])),
    facetGroup(t("filter_claim_types"), "claimTypes", most("claimTypes").map(([value, total]) => [value, null, term(value), total])),
    dateGroup(),
    button(t("reset"), resetFacets, { class: "plain" }),
    DATA.left_out.untied ? el("p", { class: "credit" }, t("left_out_untied", { count: DATA.left_out.untied })) : "",
    el("p", { class: "credit" }, t("made_by")));
}
function resetFacets() {
  for (const set of [...Object.values(hidden), ...Object.values(wanted)]) set.clear();
  Object.assign(between, { since: "", until: "" });
  refilter();
}
// The filters as a word of the address, and back; what is none is passed over.
function filtersAsText() {
  const sets = Object.entries({ ...hidden, ...wanted }).filter(([, set]) => set.size).map(([name, set]) => [name, [...set]]);
  const days = Object.entries(between).filter(([, day]) => day);
  return sets.length || days.length ? JSON.stringify(Object.fromEntries([...sets, ...days])) : null;
}
function readFilters(text) {
  let found = new Map();
  try {
    found = new Map(Object.entries(JSON.parse(text) || {}));
  } catch (problem) {
    found = new Map();
  }
  for (const [name, set] of Object.entries({ ...hidden, ...wanted })) {
    set.clear();
    const values = found.get(name);
    if (Array.isArray(values)) for (const value of values) set.add(String(value));
  }
  for (const name of Object.keys(between)) between[name] = /^\d{4}-\d\d-\d\d$/.test(found.get(name)) ? found.get(name) : "";
}
function refilter() {
  history.replaceState(null, "", address(state));
  render();
}
