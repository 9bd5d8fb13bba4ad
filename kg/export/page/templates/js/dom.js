// Elements out of plain values. Text only ever enters as text nodes.
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return node;
}
const bdi = (text) => el("bdi", {}, text);
const button = (label, act, attributes) => el("button", { type: "button", on: { click: act }, ...attributes }, label);

// A link where the address is one of the web, else the words alone.
function link(address, words) {
  let scheme = "";
  try { scheme = new URL(address).protocol; } catch (problem) { scheme = ""; }
  if (scheme !== "http:" && scheme !== "https:") return el("span", {}, words);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}
// A link to a place within the page, with the page's own path: a bare "#…" passes for a link that skips.
const inside = (changes, words, attributes) =>
  el("a", { href: location.pathname + location.search + address({ ...state, ...changes }), ...attributes }, words);

// Shapes for types, in a box of 16 by 16; lines for what joins two names.
const OUTLINES = new Map([
  ["dot", "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z"],
  ["dots", "M4.300 8.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM11.700 8.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM8 15a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z"],
  ["square", "M2 2h12v12H2z"],
  ["triangle", "M.5 2.5h15L8 15z"],
  ["diamond", "M8 0l8 8-8 8-8-8z"],
  ["star", "M8 .5l2.200 5 5.400.5-4.100 3.600 1.200 5.400L8 12.200 3.300 15l1.200-5.400L.4 6l5.400-.5z"],
  ["hexagon", "M4.200 1.200h7.600L15.800 8l-4 6.800H4.200L.2 8z"],
]);
const DASHES = new Map([["together", [2, 4]], ["cites", [7, 4]], ["quotes", [7, 3, 2, 3]], ["against", [4, 3]]]);
const SVG = "http://www.w3.org/2000/svg";
function svgNode(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}
const icon = (className, box, path, more) =>
  svgNode("svg", { class: className, viewBox: box, "aria-hidden": "true" }, svgNode("path", { d: path, ...more }));
const safeName = (name) => name.replace(/[^a-z-]/g, "");
const outline = (type) => OUTLINES.get(SHAPES.get(type)) || OUTLINES.get("dot");
const shape = (type) => icon(`shape t-${safeName(type)}`, "0 0 16 16", outline(type));
const stroke = (kind) => icon(`stroke k-${safeName(kind)}`, "0 0 22 10", "M0 5h22", { "stroke-dasharray": (DASHES.get(kind) || []).join(" ") || "none" });
const arrow = () => icon("arrow", "0 0 18 10", "M0 5h11M11 1.500v7l6-3.500z");
// For: a mark upwards; against: one downwards; neither: a dot.
const SIDES = new Map([["for", "M8 2l7 12H1z"], ["against", "M8 14L1 2h14z"], ["", "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z"]]);
const sideMark = (side) => icon(`shape k-${side || "said"}`, "0 0 16 16", SIDES.get(side || ""));

// A name that opens its panel.
function chip(id, here) {
  const entity = entityOf(id);
  return button([shape(entity.type), el("span", { class: "unseen" }, `${typeName(entity.type)}: `), bdi(entity.label)],
    () => go({ node: id, edge: null, claim: null, article: null }), { class: here ? "chip here" : "chip", title: typeName(entity.type) });
}
const chips = (ids, here) => el("span", { class: "chips" }, ids.map((id) => chip(id, id === here)));
// What somebody holds of something: the verb with its mark.
function stanceTag(stance) {
  const { side, label } = STANCES.get(stance);
  return el("span", { class: `stance k-${side}` }, sideMark(side), label);
}

// Rows a few at a time, with a button for the next ones.
function inSteps(parent, rows, step, make, atLeast) {
  let shown = 0;
  const more = button("", () => extend(true), { class: "plain more-rows" });
  function extend(focus) {
    const fresh = rows.slice(shown, Math.max(shown + step, atLeast || 0)).map(make);
    parent.append(...fresh);
    shown += fresh.length;
    more.textContent = t("more", { count: Math.min(step, rows.length - shown) });
    more.hidden = shown >= rows.length;
    if (focus && fresh.length) (fresh[0].querySelector("button, a, input") || more).focus();
  }
  extend(false);
  return more;
}
