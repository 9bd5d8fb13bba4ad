// The drawn network: vis-network paints on a canvas; places come with the data, nothing moves by itself.
const drawing = { network: null, nodes: null, edges: null, current: -1 };
const FEW = 120;

function colours() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}
const tieShown = (tie) => !hidden.kinds.has(tie.kind)
  && (tie.relations.length > 0 || tie.claims.some((key) => CLAIMS.has(key) && visible(CLAIMS.get(key))));
const nodeShown = (id) => !hidden.types.has(entityOf(id).type);

// The nodes and lines that belong to what is selected; null where nothing is.
function spotlight() {
  const claim = state.claim ? CLAIMS.get(state.claim) : null;
  if (claim && !state.node && !state.edge) {
    const nodes = new Set([claim.speaker, ...claim.about, ...claim.cites].filter(Boolean));
    const holds = (edge) => edge.ties.some((tie) => tie.claims.includes(claim.id));
    return { nodes, edges: new Set(DATA.edges.filter(holds).map((edge) => edge.id)) };
  }
  if (state.edge) {
    const edge = EDGES.get(state.edge);
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
  }
  if (!state.node || !NODES.has(state.node)) return null;
  const near = DATA.edges.filter((edge) => (edge.from === state.node || edge.to === state.node) && edge.ties.some(tieShown));
  return { nodes: new Set([state.node, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(near.map((edge) => edge.id)) };
}
function dressNode(node, colour, light) {
  const lit = !light || light.nodes.has(node.id);
  const chosen = node.id === state.node;
  const named = light ? lit : DATA.nodes.length <= FEW || node.weight >= drawing.threshold;
  return {
    id: node.id,
    label: named ? node.label : " ",
    shape: node.shape,
    size: node.size,
    x: node.x,
    y: node.y,
    hidden: !nodeShown(node.id),
    opacity: lit ? 1 : 0.16,
    borderWidth: chosen ? 4 : 1.5,
    borderWidthSelected: 4,
    color: {
      background: colour(node.type) || colour("document"), border: chosen ? colour("ink") : colour("ground"),
      hover: { background: colour(node.type), border: colour("ink") }, highlight: { background: colour(node.type), border: colour("ink") },
    },
    font: { color: colour("ink"), size: 14, face: getComputedStyle(document.body).fontFamily, strokeWidth: 4, strokeColor: colour("ground"), vadjust: 0, bold: false },
  };
}
function dressEdge(edge, colour, light) {
  const ties = edge.ties.filter(tieShown);
  const kinds = new Set(ties.map((tie) => tie.kind));
  const kind = ["relation", "quotes", "cites", "said", "together"].find((name) => kinds.has(name)) || "said";
  const lit = !light || light.edges.has(edge.id);
  const claims = new Set(ties.flatMap((tie) => tie.claims)).size;
  const told = ties.filter((tie) => tie.kind === "relation" || edge.id === state.edge);
  const words = [...new Set(told.map((tie) => tie.label))].join(", ");
  const points = (end) => ties.some((tie) => tie.to === end && tie.kind !== "together");
  const dashes = (DASHES.get(kind) || "").split(" ").filter(Boolean).map(Number);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    hidden: !ties.length,
    width: Math.min(5, 1.1 + 0.6 * Math.max(0, claims - 1)) * (light && lit ? 1.5 : 1),
    dashes: dashes.length ? dashes : false,
    arrows: { to: { enabled: points(edge.to) }, from: { enabled: points(edge.from) } },
    color: { color: colour(kind), highlight: colour(kind), hover: colour("ink"), opacity: lit ? (light ? 1 : 0.75) : 0.08 },
    label: light && lit ? words : "",
    font: { color: colour("soft"), size: 12, face: getComputedStyle(document.body).fontFamily, strokeWidth: 4, strokeColor: colour("ground"), align: "horizontal" },
  };
}
function dress() {
  if (!drawing.network) return;
  const colour = colours();
  const light = spotlight();
  drawing.nodes.update(DATA.nodes.map((node) => dressNode(node, colour, light)));
  drawing.edges.update(DATA.edges.map((edge) => dressEdge(edge, colour, light)));
}
function drawNetwork() {
  const canvas = document.getElementById("canvas");
  if (drawing.network || !DATA.nodes.length) return;
  const weights = DATA.nodes.map((node) => node.weight).sort((a, b) => b - a);
  drawing.threshold = weights[Math.min(FEW, weights.length) - 1];
  const colour = colours();
  const light = spotlight();
  try {
    drawing.nodes = new vis.DataSet(DATA.nodes.map((node) => dressNode(node, colour, light)));
    drawing.edges = new vis.DataSet(DATA.edges.map((edge) => dressEdge(edge, colour, light)));
    drawing.network = new vis.Network(canvas, { nodes: drawing.nodes, edges: drawing.edges }, DATA.drawing);
  } catch (problem) {
    drawing.network = null;
    canvas.textContent = t("no_canvas");
    return;
  }
  drawing.network.on("click", (event) => {
    if (event.nodes.length) go({ node: event.nodes[0], edge: null, claim: null });
    else if (event.edges.length) go({ node: null, edge: event.edges[0], claim: null });
    else if (state.node || state.edge || state.claim) go({ node: null, edge: null, claim: null });
  });
  // Sizes of labels are known only once they have been painted.
  drawing.network.once("afterDrawing", () => drawing.network.fit({ animation: false }));
}
// Arrow keys walk through the drawn names, the most talked about first; Enter opens.
function walk(event) {
  const order = DATA.nodes.filter((node) => nodeShown(node.id)).sort((a, b) => b.weight - a.weight);
  const step = new Map([["ArrowRight", 1], ["ArrowDown", 1], ["ArrowLeft", -1], ["ArrowUp", -1]]).get(event.key);
  if (!order.length || !drawing.network) return;
  if (step) {
    event.preventDefault();
    drawing.current = (drawing.current + step + order.length) % order.length;
    const node = order[drawing.current];
    drawing.network.selectNodes([node.id]);
    document.getElementById("spoken").textContent = `${labelOf(node.id)}, ${typeName(node.type)}, ${countClaims(node.weight)}`;
  } else if (event.key === "Enter" && drawing.current >= 0) {
    go({ node: order[Math.min(drawing.current, order.length - 1)].id, edge: null, claim: null });
  }
}
function showNetwork() {
  drawNetwork();
  dress();
}
