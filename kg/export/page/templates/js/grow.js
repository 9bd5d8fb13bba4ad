// A page that a server gives grows: a name brings what is around it, and the last that came can be taken back.
const SERVER = document.documentElement.dataset.server;
const AT_ONCE = 25;
const MOST_ASKED = 400;
// Each step with what was there before it; the address has the names, in order.
const growth = { steps: [], last: null, isAsking: false, problem: "" };

// Rows of two sets by id, those of one id made one by `both`.
function union(base, more, both) {
  const rows = byId(base);
  for (const row of more) rows.set(row.id, rows.has(row.id) ? both(rows.get(row.id), row) : row);
  return [...rows.values()];
}
const together = (first, second) => [...new Set([...first, ...second])];
function joined(first, second) {
  const ties = new Map();
  for (const tie of [...first.ties, ...second.ties]) {
    const key = JSON.stringify([tie.from, tie.to, tie.kind, tie.label]);
    const same = ties.get(key) || { ...tie, claims: [], relations: [] };
    ties.set(key, { ...same, claims: together(same.claims, tie.claims), relations: together(same.relations, tie.relations) });
  }
  return { ...first, ties: [...ties.values()] };
}
const inOrder = (...parts) => (a, b) => {
  const part = parts.find((of) => of(a) !== of(b));
  return part ? (part(a) < part(b) ? -1 : 1) : 0;
};
// What the page has and what came, of which only these nodes are new; what is drawn keeps its size.
function merged(base, more, fresh) {
  const nodes = [...base.nodes, ...fresh.filter((node) => !NODES.has(node.id))];
  const known = byId(nodes);
  return {
    ...base, nodes,
    edges: union(base.edges, more.edges, joined).filter((edge) => known.has(edge.from) && known.has(edge.to)),
    entities: union(base.entities, more.entities, (a, b) => (b.aliases.length + b.roles.length > a.aliases.length + a.roles.length ? b : a)),
    articles: union(base.articles, more.articles, (a) => a).sort(inOrder((row) => row.date || "9999", (row) => row.id)),
    claims: union(base.claims, more.claims, (a, b) => ({ ...a, embeds: together(a.embeds, b.embeds), embedded_in: a.embedded_in || b.embedded_in }))
      .sort(inOrder((row) => row.date || "9999", (row) => row.article, (row) => row.start, (row) => row.id)),
    relations: union(base.relations, more.relations, (a, b) => ({ ...a, claim: a.claim || b.claim })),
    figures: { ...base.figures, ...more.figures },
  };
}
// The room of a node and its label below.
function roomOf(node, [x, y]) {
  const half = halfOf(node) + 8;
  return { left: x - half, right: x + half, top: y - node.size - 6, bottom: y + node.size + 12 + 16 * node.lines.length };
}
// Places for new nodes in rings around a point, the first outwards, each where nothing is; what is there stays.
function placesAround(fresh, centre, places) {
  const taken = [...places].map(([id, place]) => roomOf(NODES.get(id), place));
  const [across, down] = [...places.values()].reduce(([x, y], place) => [x + place[0] / places.size, y + place[1] / places.size], [0, 0]);
  const outwards = Math.atan2(centre[1] - down, centre[0] - across);
  return fresh.map((node) => {
    for (let ring = 1; ; ring += 1) {
      const spots = 6 * ring;
      for (let spot = 0; spot < spots; spot += 1) {
        const angle = outwards + (spot % 2 ? 1 : -1) * Math.ceil(spot / 2) * (2 * Math.PI / spots);
        const place = [centre[0] + 1.4 * 50 * ring * Math.cos(angle), centre[1] + 50 * ring * Math.sin(angle)].map(Math.round);
        const room = roomOf(node, place);
        if (touches(room, taken)) continue;
        taken.push(room);
        return [node.id, place];
      }
    }
  });
}
const neighboursOf = (id, edges) => edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
// Where what comes is drawn around: at the name, else amid those it is tied to, else in the middle of what is seen.
function centreOf(id, edges, places) {
  if (places.has(id)) return places.get(id);
  const near = neighboursOf(id, edges).filter((other) => places.has(other)).map((other) => places.get(other));
  return near.length ? [0, 1].map((axis) => near.reduce((sum, place) => sum + place[axis], 0) / near.length) : [camera.x, camera.y];
}
// The neighbours of a name that are not drawn, those with most ties to it first, as many as come at once.
function freshOf(id, more, places) {
  const ties = new Map(more.edges.flatMap((edge) => neighboursOf(id, [edge]).map((other) => [other, new Set(edge.ties.flatMap((tie) => [...tie.claims, ...tie.relations])).size])));
  const missing = more.nodes.filter((node) => !places.has(node.id));
  const near = missing.filter((node) => ties.has(node.id)).sort(inOrder((node) => -ties.get(node.id), (node) => node.id));
  return { fresh: [...missing.filter((node) => node.id === id), ...near.slice(0, AT_ONCE)].map((node) => NODES.get(node.id) || node), cut: Math.max(0, near.length - AT_ONCE) };
}
// The part that grows is the one that the address names; it need not be on the screen.
const growing = () => DATA.scopes[scopeNumber()];
const placesNow = () => (drawing.scope === growing() ? drawing.places : placesOf(growing()));
function add(id, more) {
  const before = growing();
  const isDrawn = drawing.scope === before;
  const places = placesNow();
  growth.steps.push({ id, data: DATA, scope: drawing.scope, places: drawing.places, camera: { ...camera } });
  const { fresh, cut } = freshOf(id, more, places);
  const put = placesAround(fresh, centreOf(id, more.edges, places), places);
  const data = merged(DATA, more, fresh);
  const numbers = new Map(data.nodes.map((node, index) => [node.id, index]));
  const scope = { ...before, at: [...places, ...put].map(([name, place]) => [numbers.get(name), ...place]) };
  adopt({ ...data, scopes: data.scopes.map((other) => (other === before ? scope : other)) });
  if (isDrawn) Object.assign(drawing, { scope, places: placesOf(scope), near: null });
  growth.last = new Set([id, ...fresh.map((node) => node.id)]);
  const left = cut + more.left_out.nodes;
  const count = fresh.filter((node) => node.id !== id).length;
  const told = count ? ["grown", "grown_more"] : ["grown_none", "grown_full"];
  report(t(told[left ? 1 : 0], { count, left, label: labelOf(id) }));
}
function takeBack() {
  const { id, data, scope, places, camera: seen } = growth.steps.pop();
  adopt(data);
  Object.assign(drawing, { scope, places });
  const { width, height } = camera;
  if (scope) Object.assign(camera, seen, { width, height });
  report(t("grown_back", { label: labelOf(id) }));
}
function report(words) {
  const note = document.getElementById("grown");
  note.textContent = words;
  note.hidden = !words;
}
// The answer of the server, or in plain words why there is none.
async function ask(id, most, places) {
  // What ties the new names to those that are drawn is asked for too, as long as an address can name them.
  const drawn = places.size > MOST_ASKED ? [] : [...places.keys()];
  const asked = new URLSearchParams({ focus: id, hops: "1", max: String(Math.min(most, MOST_ASKED)), with: drawn.join(" ") });
  try {
    const response = await fetch(`${SERVER}?${asked}`, { headers: { Accept: "application/json" } });
    if (response.ok) return { more: await response.json() };
    const { status } = response;
    return { problem: t(`error_${STRINGS.has(`error_${status}`) ? status : "other"}`, { status }) };
  } catch (problem) {
    return { problem: t("error_gone") };
  }
}
async function neighbourhood(id) {
  const places = placesNow();
  const drawn = new Set(neighboursOf(id, DATA.edges).filter((other) => places.has(other))).size;
  const answer = await ask(id, drawn + AT_ONCE + 1, places);
  const isAllDrawn = answer.more && answer.more.left_out.nodes && !freshOf(id, answer.more, places).fresh.length;
  return isAllDrawn ? ask(id, MOST_ASKED, places) : answer;
}
// Takes back what the address no longer has; whether there was such.
function shrink() {
  const { steps } = growth;
  const kept = steps.findIndex(({ id }, number) => state.grown[number] !== id);
  if (kept < 0) return false;
  while (steps.length > kept) takeBack();
  return true;
}
const isPending = () => Boolean(SERVER) && !growth.problem && state.grown.length > growth.steps.length;
// Asks for what the address has and the drawing lacks, one name after the other.
async function grow() {
  if (growth.isAsking || !isPending()) return;
  growth.isAsking = true;
  while (isPending()) {
    const id = state.grown[growth.steps.length];
    report(t("grown_asking", { label: labelOf(id) }));
    const { more, problem } = await neighbourhood(id);
    if (state.grown[growth.steps.length] !== id) continue;
    if (more) add(id, more);
    else growth.problem = problem;
  }
  growth.isAsking = false;
  if (growth.problem) {
    report("");
    state.grown = growth.steps.map(({ id }) => id);
    history.replaceState(null, "", address(state));
  }
  takenIn();
  follow();
  // Where a name's panel is open its neighbourhood is brought near anyway.
  if (growth.last && !state.node && state.view === "network") fit(growth.last);
  growth.last = null;
}
function expand(id) {
  const scope = DATA.scopes.length > 1 ? String(DATA.scopes.indexOf(drawing.scope || growing())) : null;
  go({ ...nothing, node: NARROW.matches ? null : id, view: "network", scope, grown: [...state.grown, id] });
}
// The name that the arrow keys have come to, or the one whose panel is open.
function expandHere(isWalking) {
  const id = (isWalking && drawing.walked) || state.node;
  if (id) expand(id);
}
function undo() {
  go({ grown: state.grown.slice(0, -1) });
  if (!growth.steps.length) document.getElementById("canvas").focus();
}
const startGrowing = () => document.getElementById("undo").addEventListener("click", undo);
