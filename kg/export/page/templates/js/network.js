// The drawn network: places come with the data and nothing moves by itself; one can move the sheet, and names on it.
const camera = { x: 0, y: 0, k: 1, width: 0, height: 0 };
const drawing = { scene: null, places: new Map(), labels: [], scope: null, hovered: null, moving: false, grabbed: null, still: null, near: null, waiting: false, walked: null, pen: null };
// What the buttons below take of the height.
const TOOLS = 50;
const canvasOf = () => document.querySelector("#canvas canvas");

const scopeName = (scope) => {
  if (scope.kind === "community") return t("scope_community", { names: scope.leads.map(labelOf).join(", "), count: scope.at.length });
  return t(`scope_${scope.kind}`, { count: scope.at.length });
};
const placesOf = (scope) => new Map(scope.at.map(([index, x, y]) => [DATA.nodes[index].id, [x, y]]));
const scopeNumber = () => (/^\d+$/.test(state.scope || "") && DATA.scopes[Number(state.scope)] ? Number(state.scope) : 0);
function chooseScope() {
  const number = scopeNumber();
  const isMissing = state.node && NODES.has(state.node) && !DATA.scopes[number].at.some(([index]) => DATA.nodes[index].id === state.node);
  const chosen = isMissing ? DATA.scopes.findIndex((scope) => scope.kind === "all") : number;
  document.getElementById("scope").value = String(chosen);
  if (drawing.scope === DATA.scopes[chosen]) return;
  drawing.scope = DATA.scopes[chosen];
  drawing.places = placesOf(drawing.scope);
  drawing.walked = null;
  drawing.scene = dressed(drawing.places, drawing.scope.groups);
  fit();
  // Too small to read on a phone: begin in the middle of things.
  const middle = byAttention().find((node) => drawing.scene.nodes.has(node.id));
  const first = middle && drawing.scene.nodes.get(middle.id);
  if (NARROW.matches && first && camera.k < 0.6) Object.assign(camera, { x: first.x, y: first.y, k: 0.75 });
}
function frame() {
  drawing.waiting = false;
  const canvas = canvasOf();
  const dots = window.devicePixelRatio || 1;
  const { width, height } = camera;
  if (canvas.width !== Math.round(width * dots) || canvas.height !== Math.round(height * dots)) {
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(height * dots);
  }
  const context = drawing.pen.context;
  context.setTransform(dots, 0, 0, dots, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  const isDense = drawing.scene.edges.length > DENSE;
  if (drawing.still) {
    // A dense sheet that is pushed about is a picture of itself until it is let go.
    const [dx, dy] = [(drawing.still.x - camera.x) * camera.k, (drawing.still.y - camera.y) * camera.k];
    context.drawImage(drawing.still.picture, dx, dy, width, height);
    return;
  }
  drawing.labels = paint(drawing.pen, drawing.scene, camera, { dragged: isDense ? drawing.grabbed : null, hovered: drawing.hovered });
  if (!performance.getEntriesByName("first-frame").length) performance.mark("first-frame");
}
function keepStill() {
  const canvas = canvasOf();
  const picture = el("canvas", { width: canvas.width, height: canvas.height });
  picture.getContext("2d").drawImage(canvas, 0, 0);
  drawing.still = { picture, x: camera.x, y: camera.y };
}
function repaint() {
  if (drawing.waiting || !drawing.scene || state.view !== "network") return;
  drawing.waiting = true;
  requestAnimationFrame(frame);
}
// Half of the width that a node and its label take.
const halfOf = (node) => Math.max(node.size, 3.7 * Math.max(...node.lines.map((line) => line.length), 1));
function fit(only) {
  const at = [...drawing.places].filter(([id]) => nodeShown(id) && (!only || only.has(id))).map(([id, place]) => ({ place, node: NODES.get(id) }));
  if (!at.length) return;
  const areas = only ? [] : drawing.scene.areas.map(({ area }) => area);
  const left = Math.min(...areas.map((area) => area[0]), ...at.map(({ place, node }) => place[0] - halfOf(node)));
  const right = Math.max(...areas.map((area) => area[2]), ...at.map(({ place, node }) => place[0] + halfOf(node)));
  const top = Math.min(...areas.map((area) => area[1]), ...at.map(({ place, node }) => place[1] - node.size));
  const bottom = Math.max(...areas.map((area) => area[3]), ...at.map(({ place, node }) => place[1] + node.size + 8 + 16 * node.lines.length));
  const beside = drawing.scene.few ? 24 : 60;
  const k = Math.min((camera.width - beside) / (right - left), (camera.height - 24 - TOOLS) / (bottom - top), only ? 1.1 : 1.6);
  const below = (camera.height - 24 - (bottom - top) * k) / 2;
  Object.assign(camera, { x: (left + right) / 2, y: (top + bottom) / 2 + Math.max(0, TOOLS - below) / k, k });
  repaint();
}
// A neighbourhood that is too small to read, or partly out of sight, is brought near.
function bringNear(lit) {
  const selected = [state.node, state.edge, state.claim].join(" ");
  if (!lit || drawing.near === selected) return;
  drawing.near = selected;
  const isOut = (node) => Math.abs(node.x - camera.x) * camera.k > camera.width / 2 - 30 || Math.abs(node.y - camera.y) * camera.k > camera.height / 2 - 40;
  const nodes = [...lit].map((id) => drawing.scene.nodes.get(id)).filter(Boolean);
  if (nodes.length && (14 * camera.k < 11 || nodes.some(isOut))) fit(lit);
}
function zoom(factor, x = camera.width / 2, y = camera.height / 2) {
  const k = Math.min(4, Math.max(0.02, camera.k * factor));
  camera.x += (x - camera.width / 2) * (1 / camera.k - 1 / k);
  camera.y += (y - camera.height / 2) * (1 / camera.k - 1 / k);
  camera.k = k;
  repaint();
}
// What lies under a point: a shape, a label, a line.
function under(x, y) {
  const place = (node) => [(node.x - camera.x) * camera.k + camera.width / 2, (node.y - camera.y) * camera.k + camera.height / 2];
  for (const node of drawing.scene.order) {
    const [left, top] = place(node);
    if (Math.hypot(left - x, top - y) <= radiusOf(node, camera.k) + 3) return { node: node.id };
  }
  const label = drawing.labels.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  if (label) return { node: label.node.id };
  let nearest = { edge: null, distance: 6 };
  for (const edge of drawing.scene.edges) {
    const [[ax, ay], [bx, by]] = [place(edge.from), place(edge.to)];
    const long = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    const distance = Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
    if (distance < nearest.distance) nearest = { edge: edge.id, distance };
  }
  return { edge: nearest.edge };
}
function listenToPointers(canvas) {
  const down = new Map();
  let travelled = 0;
  let pressed = null;
  let clicked = null;
  const at = (event) => [event.offsetX, event.offsetY];
  canvas.addEventListener("pointerdown", (event) => {
    if (!drawing.scene) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    travelled = 0;
    const { node } = under(...at(event));
    drawing.grabbed = null;
    drawing.still = null;
    pressed = node && down.size === 1 ? drawing.scene.nodes.get(node) : null;
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing.scene) return;
    const [x, y] = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      const found = under(x, y);
      canvas.style.cursor = found.node || found.edge ? "pointer" : "grab";
      if (drawing.hovered !== (found.node || null)) {
        drawing.hovered = found.node || null;
        repaint();
      }
      return;
    }
    const [dx, dy] = [x - before[0], y - before[1]];
    travelled += Math.abs(dx) + Math.abs(dy);
    if (travelled < 4) return;
    if (!drawing.moving) drawing.grabbed = pressed;
    drawing.moving = true;
    const { grabbed } = drawing;
    down.set(event.pointerId, [x, y]);
    if (down.size === 2) {
      const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      zoom(Math.hypot(x - other[0], y - other[1]) / (Math.hypot(before[0] - other[0], before[1] - other[1]) || 1), (x + other[0]) / 2, (y + other[1]) / 2);
    } else if (grabbed) {
      grabbed.x += dx / camera.k;
      grabbed.y += dy / camera.k;
      drawing.places.set(grabbed.id, [grabbed.x, grabbed.y]);
    } else {
      if (!drawing.still && drawing.scene.edges.length > DENSE) keepStill();
      camera.x -= dx / camera.k;
      camera.y -= dy / camera.k;
    }
    repaint();
  });
  const lift = (event) => {
    if (!down.delete(event.pointerId)) return;
    const wasClick = !drawing.moving;
    drawing.moving = down.size > 0;
    Object.assign(drawing, { grabbed: null, still: null });
    repaint();
    if (!wasClick || event.type === "pointercancel" || !drawing.scene) return;
    // The panel that the first click opens has moved the sheet: the second is of the same name all the same.
    const isSecond = clicked && event.timeStamp - clicked.when < 400 && Math.hypot(event.clientX - clicked.x, event.clientY - clicked.y) < 6;
    const { node, edge } = isSecond ? clicked : under(...at(event));
    clicked = SERVER && node && !isSecond ? { node, when: event.timeStamp, x: event.clientX, y: event.clientY } : null;
    if (isSecond) expand(node);
    else if (node) go({ ...nothing, node });
    else if (edge) go({ ...nothing, edge });
    else if (isSelected()) go(nothing);
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event.offsetX, event.offsetY);
  }, { passive: false });
}
// Arrow keys walk through the drawn names, the most talked about first; Enter opens; + and - zoom, 0 shows all.
function walk(event) {
  if (!drawing.scene) return;
  const order = [...drawing.scene.nodes.values()].sort((a, b) => b.weight - a.weight);
  const step = new Map([["ArrowRight", 1], ["ArrowDown", 1], ["ArrowLeft", -1], ["ArrowUp", -1]]).get(event.key);
  const act = new Map([["+", () => zoom(1.3)], ["-", () => zoom(1 / 1.3)], ["0", () => fit()]]).get(event.key);
  if (act) act();
  if (step && order.length) {
    event.preventDefault();
    const current = order.findIndex(({ id }) => id === drawing.walked);
    const node = order[current < 0 && step > 0 ? 0 : (current + step + order.length) % order.length];
    drawing.walked = drawing.hovered = node.id;
    const [x, y] = [(node.x - camera.x) * camera.k, (node.y - camera.y) * camera.k];
    if (Math.abs(x) > camera.width / 2 - 40 || Math.abs(y) > camera.height / 2 - 40) Object.assign(camera, { x: node.x, y: node.y });
    repaint();
    say(`${labelOf(node.id)}, ${typeName(entityOf(node.id).type)}, ${countClaims(involving(node.id).length)}`);
  } else if (event.key === "Enter" && drawing.walked) {
    go({ ...nothing, node: drawing.walked });
  }
}
function startNetwork() {
  const sheet = document.getElementById("canvas");
  if (!DATA.nodes.length) return;
  const canvas = el("canvas", {});
  sheet.append(canvas);
  const face = getComputedStyle(document.body).fontFamily;
  drawing.pen = new CanvasPen(canvas.getContext("2d"), face);
  listenToPointers(canvas);
  sheet.addEventListener("keydown", walk);
  new ResizeObserver(() => {
    const isFirst = !camera.width;
    Object.assign(camera, { width: sheet.clientWidth, height: sheet.clientHeight });
    if (isFirst) fit();
    repaint();
  }).observe(sheet);
  const scopes = document.getElementById("scope");
  scopes.append(...DATA.scopes.map((scope, number) => el("option", { value: String(number) }, scopeName(scope))));
  scopes.parentElement.hidden = DATA.scopes.length < 2;
  scopes.addEventListener("change", () => go({ ...nothing, scope: scopes.value, grown: [] }));
  for (const [id, act] of [["fit", () => fit()], ["zoom-in", () => zoom(1.3)], ["zoom-out", () => zoom(1 / 1.3)]]) {
    document.getElementById(id).addEventListener("click", act);
  }
}
function showNetwork() {
  const sheet = document.getElementById("canvas");
  sheet.setAttribute("aria-label", t("canvas", { nodes: DATA.nodes.length, edges: DATA.edges.length }));
  document.getElementById("undo").hidden = !growth.steps.length;
  if (!drawing.pen) return;
  Object.assign(camera, { width: sheet.clientWidth, height: sheet.clientHeight });
  chooseScope();
  drawing.scene = dressed(drawing.places, drawing.scope.groups);
  bringNear(drawing.scene.light && drawing.scene.light.nodes);
  repaint();
}
