// The network on paper: what is seen at a camera's place, with labels that never lie on each other.
const MANY = 80;
const DENSE = 400;
const LABELS = 160;
const STRENGTH = ["against", "for", "relation", "quotes", "cites", "said", "together"];

function colours() {
  const style = getComputedStyle(document.documentElement);
  const known = new Map();
  return (name) => {
    if (!known.has(name)) known.set(name, style.getPropertyValue(`--${name}`).trim());
    return known.get(name);
  };
}
const tieShown = (tie) => !hidden.kinds.has(tie.kind) && (
  tie.claims.some((key) => CLAIMS.has(key) && visible(CLAIMS.get(key)))
  || tie.relations.some((key) => RELATIONS.has(key) && relationShown(RELATIONS.get(key))));

// The nodes and lines that belong to what is selected; null where nothing is.
function spotlight() {
  const claim = state.claim ? CLAIMS.get(state.claim) : null;
  if (claim && !state.node && !state.edge) {
    const nodes = new Set(concerned(claim));
    return { nodes, has: (edge) => edge.ties.some((tie) => tie.claims.includes(claim.id)) };
  }
  if (state.edge) {
    const { from, to, id } = EDGES.get(state.edge);
    return { nodes: new Set([from, to]), has: (edge) => edge.id === id };
  }
  if (!state.node || !NODES.has(state.node)) return null;
  const isNear = (edge) => edge.from === state.node || edge.to === state.node;
  const near = DATA.edges.filter((edge) => isNear(edge) && edge.ties.some(tieShown));
  return { nodes: new Set([state.node, ...near.flatMap((edge) => [edge.from, edge.to])]), has: isNear };
}
// The areas of the groups that have somebody in them, and which a place lies in.
const within = ([left, top, right, bottom], [x, y]) => x >= left && x <= right && y >= top && y <= bottom;
function areasOf(groups, places) {
  const drawn = [...places].filter(([id]) => nodeShown(id)).map(([, place]) => place);
  return groups.filter(({ area }) => drawn.some((place) => within(area, place))).map(({ area, leads }) => ({ area, titles: [leads.map(labelOf).join(" · "), labelOf(leads[0])] }));
}
// Everything that is drawn, dressed for what is selected and filtered: made once, painted for every frame.
function dressed(places, groups) {
  const colour = colours();
  const areas = areasOf(groups || [], places);
  const areaAt = (node) => areas.find(({ area }) => within(area, [node.x, node.y]));
  const light = spotlight();
  const isDense = DATA.edges.length > DENSE;
  const nodes = new Map();
  for (const [id, [x, y]] of places) {
    if (!nodeShown(id)) continue;
    const node = NODES.get(id);
    const type = entityOf(id).type;
    const lit = !light || light.nodes.has(id);
    nodes.set(id, {
      id, x, y, lit, size: node.size, lines: node.lines, weight: node.weight, shape: SHAPES.get(type) || "dot", fill: colour(type) || colour("document"),
      area: areaAt({ x, y }), chosen: id === state.node, order: (id === state.node ? 2e9 : 0) + (light && lit ? 1e9 : 0) + node.weight,
    });
  }
  const edges = DATA.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)).map((edge) => {
    const ties = edge.ties.filter(tieShown);
    const kinds = new Set(ties.map((tie) => tie.kind));
    const kind = STRENGTH.find((name) => kinds.has(name)) || "said";
    const lit = !light || light.has(edge);
    const strength = new Set(ties.flatMap((tie) => tie.claims)).size;
    const told = ties.filter((tie) => ["relation", "for", "against"].includes(tie.kind) || edge.id === state.edge);
    const isFar = nodes.get(edge.from).area !== nodes.get(edge.to).area;
    const points = (end) => ties.some((tie) => tie.to === end && tie.kind !== "together");
    const isSoft = isFar && !(light && lit);
    return {
      id: edge.id, from: nodes.get(edge.from), to: nodes.get(edge.to), lit, shown: ties.length > 0, colour: colour(kind), dash: DASHES.get(kind) || [],
      width: isSoft ? 1 : Math.round(2 * Math.min(4, 1.1 + 0.5 * Math.log2(1 + strength))) / 2 + (light && lit ? 0.5 : 0),
      alpha: isSoft ? (lit ? 0.12 : 0.03) : lit ? (light ? 1 : isDense ? 0.4 : 0.7) : (isDense ? 0.04 : 0.1),
      heads: [!isSoft && points(edge.to), !isSoft && points(edge.from)], words: light && lit ? [...new Set(told.map((tie) => tie.label))].join(", ") : "",
    };
  }).filter((edge) => edge.shown);
  const order = [...nodes.values()].sort((a, b) => b.order - a.order);
  return { nodes, order, edges, light, areas, sunk: colour("sunk"), ink: colour("ink"), soft: colour("soft"), ground: colour("ground"), few: nodes.size <= MANY, some: nodes.size <= DENSE };
}
const radiusOf = (node, k) => Math.max(3, Math.min(node.size * 1.15, node.size * k));

// Paints a scene as a camera sees it: k pixels a unit, (x, y) in the middle of a sheet of width by height.
// While a name is dragged over a dense sheet only its own lines are painted.
function paint(pen, scene, { x, y, k, width, height }, { dragged, hovered }) {
  const at = (node) => [(node.x - x) * k + width / 2, (node.y - y) * k + height / 2];
  const outside = ([left, top]) => left < -60 || top < -60 || left > width + 60 || top > height + 60;
  const areas = scene.areas.map(({ area: [left, top, right, bottom], titles }) => ({ titles, left: (left - x) * k + width / 2, top: (top - y) * k + height / 2, wide: (right - left) * k, tall: (bottom - top) * k }));
  for (const { left, top, wide, tall } of areas) pen.area(left, top, wide, tall, scene.sunk);
  const edges = dragged ? scene.edges.filter((edge) => edge.from === dragged || edge.to === dragged) : scene.edges;
  paintEdges(pen, edges, at, k, Boolean(scene.light), (ends) => ends.every(outside));
  const seen = scene.order.map((node) => ({ node, place: at(node) })).filter(({ place }) => !outside(place));
  for (const { node, place } of [...seen].reverse()) {
    pen.shape(node.shape, ...place, radiusOf(node, k), {
      fill: node.fill, edge: node.chosen || node.id === hovered ? scene.ink : scene.ground, width: node.chosen ? 3 : 1.5, alpha: node.lit ? 1 : 0.15,
    });
  }
  if (hovered) seen.sort((a, b) => (b.node.id === hovered) - (a.node.id === hovered));
  const titles = paintTitles(pen, scene, areas, k);
  const placed = paintLabels(pen, scene, seen, k, titles);
  const shapes = scene.light ? seen.filter(({ node }) => node.lit).map(({ node, place: [left, top] }) => {
    const radius = radiusOf(node, k);
    return { left: left - radius, right: left + radius, top: top - radius, bottom: top + radius };
  }) : [];
  paintWords(pen, scene, at, [...placed, ...shapes, ...titles]);
  return placed;
}
function paintEdges(pen, edges, at, k, isLit, isOutside) {
  const styles = new Map();
  for (const edge of edges) {
    const ends = [at(edge.from), at(edge.to)];
    if (isOutside(ends)) continue;
    const key = `${edge.colour} ${edge.width} ${edge.dash} ${edge.alpha}`;
    if (!styles.has(key)) styles.set(key, { style: edge, ends: [] });
    styles.get(key).ends.push(...ends[0], ...ends[1]);
    if (k < 0.3 && !isLit) continue;
    edge.heads.forEach((has, back) => has && paintHead(pen, edge, ends[back], ends[1 - back], radiusOf(back ? edge.from : edge.to, k), Math.min(1, Math.max(0.5, k))));
  }
  for (const { style, ends } of styles.values()) pen.lines(ends, style);
}
const touches = (box, others) => others.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
// What a line says, somewhere along it where nothing else is written.
function paintWords(pen, scene, at, placed) {
  const taken = [...placed];
  for (const edge of scene.edges.filter(({ words }) => words)) {
    const [[ax, ay], [bx, by]] = [at(edge.from), at(edge.to)];
    const half = edge.words.length * 3.400;
    for (const along of [0.5, 0.38, 0.62, 0.28, 0.72]) {
      const [x, y] = [ax + along * (bx - ax), ay + along * (by - ay)];
      const box = { left: x - half, right: x + half, top: y - 11, bottom: y + 4 };
      if (touches(box, taken)) continue;
      taken.push(box);
      pen.text(edge.words, x, y, { size: 12, colour: scene.soft, halo: scene.ground, bold: false, alpha: 1 });
      break;
    }
  }
}
function paintHead(pen, edge, [ax, ay], [bx, by], radius, scale) {
  const angle = Math.atan2(by - ay, bx - ax);
  const tip = radius + 2.5;
  const corner = (along, across) => [bx - Math.cos(angle) * along - Math.sin(angle) * across, by - Math.sin(angle) * along + Math.cos(angle) * across];
  pen.polygon([corner(tip, 0), corner(tip + 8 * scale, 3.600 * scale), corner(tip + 8 * scale, -3.600 * scale)], edge.colour, edge.alpha);
}
// The titles of areas, as far as there is room for their words.
function paintTitles(pen, scene, areas, k) {
  const best = Math.min(15, Math.max(12, 36 * k));
  const tried = (titles) => [best, 12].flatMap((size) => titles.map((words) => ({ words, size })));
  return areas.flatMap(({ titles, left, top, wide }) => {
    const fitting = tried(titles).find(({ words, size }) => words.length * size * 0.6 <= wide - 16);
    if (!fitting) return [];
    const { words, size } = fitting;
    const half = words.length * size * 0.3;
    pen.text(words, left + 8 + half, top + size + 4, { size, colour: scene.soft, halo: scene.sunk, bold: true, alpha: 1 });
    return [{ left: left + 8, right: left + 8 + 2 * half, top: top + 4, bottom: top + size + 8 }];
  });
}
// Labels by weight, each where no earlier one lies; with few names there is room for all of them by their layout.
function paintLabels(pen, scene, seen, k, titles) {
  const size = Math.min(scene.few ? 16 : 15, Math.max(scene.few ? 7 : scene.some ? 10 : 11, 14 * k));
  // From afar only the most central, nearer more of them.
  const most = scene.few || scene.some ? LABELS : Math.min(LABELS, 60 + 200 * k);
  const placed = [];
  const isFree = (spot) => !touches(spot, placed) && !touches(spot, titles);
  for (const { node, place: [x, y] } of seen) {
    if (placed.length >= most) break;
    if (scene.light && !node.lit) continue;
    const big = node.chosen ? Math.max(size, 13) : (scene.light ? Math.max(size, 11) : size);
    const [radius, tall] = [radiusOf(node, k), node.lines.length * big * 1.15];
    const half = Math.max(...node.lines.map((line) => line.length), 1) * big * (scene.few ? 0.28 : 0.305);
    // Below the shape; where that is taken and the name is asked for, above it or beside it.
    const spots = [[x, y + radius + 1], [x, y - radius - tall - 3], [x + radius + half + 3, y - tall / 2], [x - radius - half - 3, y - tall / 2]];
    const box = spots.slice(0, scene.few || scene.some || scene.light ? 4 : 1)
      .map(([middle, top]) => ({ middle, left: middle - half, right: middle + half, top, bottom: top + tall, node })).find(isFree);
    if (!box) continue;
    placed.push(box);
    node.lines.forEach((line, i) => pen.text(line, box.middle, box.top + (i + 0.95) * big * 1.13, { size: big, colour: scene.ink, halo: scene.ground, bold: node.chosen, alpha: 1 }));
  }
  return placed;
}
