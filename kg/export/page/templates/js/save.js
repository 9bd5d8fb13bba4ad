// What is seen as a picture, and the list as a table for other programs.
function pictureOfNetwork() {
  const root = svgNode("svg", { xmlns: SVG, width: camera.width, height: camera.height, viewBox: `0 0 ${camera.width} ${camera.height}` });
  root.append(svgNode("title", {}, DATA.title), svgNode("rect", { width: "100%", height: "100%", fill: drawing.scene.ground }));
  paint(new SvgPen(root, drawing.pen.face), drawing.scene, camera, { dragged: null, hovered: null });
  return root;
}
const isSeen = (style) => style.display !== "none" && style.visibility !== "hidden" && style.clipPath === "none";
const isFilled = (colour) => !/^(transparent|rgba\(.*, 0\))$/.test(colour);
// The lines of a text as the browser broke them, each with its place.
function linesOf(text) {
  const range = document.createRange();
  const lines = [];
  for (const { index, 0: word } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const [box] = range.getClientRects();
    if (!box || !box.width) continue;
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.box.top - box.top) < 3) last.words += word;
    else lines.push({ words: word, box });
  }
  return lines;
}
// Every other view: its boxes, words and marks where the browser has put them, as far as they are on the screen.
function pictureOf(section) {
  const frameBox = section.getBoundingClientRect();
  const [width, height] = [frameBox.width, Math.min(frameBox.height, window.innerHeight - Math.max(0, frameBox.top))];
  const root = svgNode("svg", { xmlns: SVG, width: round(width), height: round(height), viewBox: `0 0 ${round(width)} ${round(height)}` });
  root.append(svgNode("title", {}, DATA.title), svgNode("rect", { width: "100%", height: "100%", fill: getComputedStyle(document.body).backgroundColor }));
  const place = (box) => ({ x: round(box.left - frameBox.left), y: round(box.top - frameBox.top), width: round(box.width), height: round(box.height) });
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const style = getComputedStyle(node.parentElement);
      for (const { words, box } of linesOf(node)) {
        const { x, y, height: tall } = place(box);
        root.append(svgNode("text", { x, y: round(y + tall * 0.78), fill: style.color, "font-size": style.fontSize, "font-family": style.fontFamily, "font-weight": style.fontWeight }, words.trimEnd()));
      }
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (!isSeen(style) || box.bottom < frameBox.top || box.top > frameBox.top + height) return;
    if (node.tagName === "svg") {
      const copyOf = node.cloneNode(true);
      const shapeOf = getComputedStyle(node.firstChild);
      for (const [name, value] of Object.entries({ ...place(box), fill: shapeOf.fill, stroke: shapeOf.stroke, "stroke-width": shapeOf.strokeWidth })) copyOf.setAttribute(name, value);
      root.append(copyOf);
      return;
    }
    const border = parseFloat(style.borderTopWidth) && parseFloat(style.borderBottomWidth) ? style.borderTopColor : "none";
    for (const part of isFilled(style.backgroundColor) || border !== "none" ? node.getClientRects() : []) {
      root.append(svgNode("rect", { ...place(part), rx: parseFloat(style.borderTopLeftRadius) || 0, fill: isFilled(style.backgroundColor) ? style.backgroundColor : "none", stroke: border }));
    }
    for (const child of node.childNodes) visit(child);
  };
  visit(section);
  return root;
}
const picture = () => (state.view === "network" && drawing.scene ? pictureOfNetwork() : pictureOf(document.getElementById(state.view)));
const fileName = (suffix) => `${plain(DATA.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "claimgraph"}-${state.view}.${suffix}`;
function download(blob, suffix) {
  const anchor = el("a", { href: URL.createObjectURL(blob), download: fileName(suffix) });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  say(t("saved", { name: fileName(suffix) }));
}
const serialised = (root) => new XMLSerializer().serializeToString(root);
function saveSvg() {
  download(new Blob([serialised(picture())], { type: "image/svg+xml" }), "svg");
}
function savePng() {
  const root = picture();
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = el("canvas", { width: root.getAttribute("width") * 2, height: root.getAttribute("height") * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(blob, "png"));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialised(root))}`;
}
// A cell that no spreadsheet runs as a formula.
function csvCell(value) {
  const text = String(value === null ? "" : value);
  const safe = /^ *[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const CSV = [
  ["date", dateOf], ["speaker", (claim) => (claim.speaker ? labelOf(claim.speaker) : null)], ["cue", (claim) => claim.cue], ["text", (claim) => claim.text],
  ["mode", (claim) => claim.mode], ["type", (claim) => claim.type], ["polarity", (claim) => claim.polarity], ["certainty", (claim) => claim.certainty], ["status", (claim) => claim.status],
  ["stance", (claim) => stancesOf(claim).map((relation) => `${relation.stance} ${relation.object ? labelOf(relation.object) : ""}`.trim()).join("; ")],
  ["about", (claim) => claim.about.map(labelOf).join("; ")], ["cites", (claim) => claim.cites.map(labelOf).join("; ")],
  ["publisher", (claim) => articleOf(claim.article).publisher], ["title", (claim) => articleOf(claim.article).title],
  ["authors", (claim) => articleOf(claim.article).authors.join("; ")], ["url", (claim) => articleOf(claim.article).url],
  ["start", (claim) => claim.start], ["end", (claim) => claim.end], ["id", (claim) => claim.id], ["article", (claim) => claim.article],
];
function saveCsv() {
  const rows = [CSV.map(([name]) => name), ...listed().map((claim) => CSV.map(([, value]) => value(claim)))];
  download(new Blob([rows.map((row) => row.map(csvCell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" }), "csv");
}
function startSaving() {
  for (const [id, act] of [["save-png", savePng], ["save-svg", saveSvg], ["save-csv", saveCsv], ["print", () => window.print()]]) {
    document.getElementById(id).addEventListener("click", () => {
      document.getElementById("save-menu").open = false;
      act();
    });
  }
}
