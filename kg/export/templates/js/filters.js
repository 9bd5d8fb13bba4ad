// Filters that are the legend too: shape or line, name, how many.
function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}
function filterGroup(title, set, rows) {
  return !rows.length ? "" : el("fieldset", {}, el("legend", {}, title), rows.map(([value, mark, name, count]) => {
    const box = el("input", { type: "checkbox", checked: !set.has(value), on: { change: () => {
      if (box.checked) set.delete(value); else set.add(value);
      box.parentElement.classList.toggle("off", !box.checked);
      render();
    } } });
    return el("label", { class: set.has(value) ? "off" : "" }, box, mark, el("span", {}, bdi(name)), el("span", { class: "count" }, String(count)));
  }));
}
function renderFilters() {
  const types = counted(DATA.nodes.map((node) => node.type));
  const kinds = counted(DATA.edges.flatMap((edge) => [...new Set(edge.ties.map((tie) => tie.kind))]));
  const outlets = counted(DATA.claims.map(outletOf));
  const drawn = [
    filterGroup(t("filter_types"), hidden.types, [...SHAPES.keys()].filter((type) => types.has(type))
      .map((type) => [type, shape(type), TYPES.get(type).many, types.get(type)])),
    filterGroup(t("filter_kinds"), hidden.kinds, [...KINDS.keys()].filter((kind) => kinds.has(kind))
      .map((kind) => [kind, stroke(kind), KINDS.get(kind), kinds.get(kind)])),
  ];
  const groups = [
    ...(state.view === "network" ? drawn : []),
    filterGroup(t("filter_outlets"), hidden.outlets, [...outlets].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 40)
      .map(([outlet, count]) => [outlet, null, outlet, count])),
  ];
  const reset = button(t("reset"), () => {
    for (const set of Object.values(hidden)) set.clear();
    renderFilters();
    render();
  }, { class: "plain" });
  document.getElementById("filters").replaceChildren(...groups, reset, 
    DATA.left_out.untied ? el("p", { class: "credit" }, t("left_out_untied", { count: DATA.left_out.untied })) : "",
    el("p", { class: "credit" }, t("made_by")));
}
