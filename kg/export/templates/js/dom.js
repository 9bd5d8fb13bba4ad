// Elements out of plain values. Text only ever enters as text nodes.
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ""));
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

const OUTLINES = new Map([
  ["dot", "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z"],
  ["square", "M2 2h12v12H2z"],
  ["triangleDown", "M0.5 2.5h15L8 15z"],
  ["diamond", "M8 0l8 8-8 8-8-8z"],
  ["star", "M8 .5l2.2 5 5.4.5-4.1 3.6 1.2 5.4L8 12.2 3.300 15l1.200-5.400L.4 6l5.400-.5z"],
  ["hexagon", "M4.200 1.200h7.600L15.800 8l-4 6.800H4.200L.2 8z"],
]);
function svg(className, box, tag, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const root = document.createElementNS(space, "svg");
  root.setAttribute("viewBox", box);
  root.setAttribute("class", className);
  root.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
  root.append(shape);
  return root;
}
const safeName = (name) => name.replace(/[^a-z-]/g, "");
const shape = (type) => svg(`shape t-${safeName(type)}`, "0 0 16 16", "path", { d: OUTLINES.get(SHAPES.get(type)) || OUTLINES.get("dot") });
const DASHES = new Map([["together", "2 4"], ["cites", "7 4"], ["quotes", "7 3 2 3"]]);
const stroke = (kind) => svg(`stroke k-${safeName(kind)}`, "0 0 22 10", "path", { d: "M0 5h22", "stroke-dasharray": DASHES.get(kind) || "none" });

// A name that opens its panel.
function chip(id, here) {
  const entity = entityOf(id);
  return button([shape(entity.type), bdi(entity.label)], () => go({ node: id, edge: null, claim: null }), {
    class: here ? "chip here" : "chip", title: typeName(entity.type),
  });
}
const chips = (ids, here) => el("span", { class: "chips" }, ids.map((id) => chip(id, id === here)));

// Rows a few at a time, with a button for the next ones.
function inSteps(parent, rows, step, make, atLeast) {
  let shown = 0;
  const more = button("", () => extend(true), { class: "plain" });
  function extend(focus) {
    const fresh = rows.slice(shown, Math.max(shown + step, atLeast || 0)).map(make);
    parent.append(...fresh);
    shown += fresh.length;
    more.textContent = t("more", { count: Math.min(step, rows.length - shown) });
    more.hidden = shown >= rows.length;
    if (focus && fresh.length) (fresh[0].querySelector("button, a") || more).focus();
  }
  extend(false);
  return more;
}
