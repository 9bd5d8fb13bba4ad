// Two pens that draw the same things: one on a canvas, one as SVG.
class CanvasPen {
  constructor(context, face) {
    Object.assign(this, { context, face, outlines: new Map([...OUTLINES].map(([name, path]) => [name, new Path2D(path)])) });
  }
  // Many lines of one style: [x1, y1, x2, y2, …].
  lines(ends, { colour, width, dash, alpha }) {
    const pen = this.context;
    pen.globalAlpha = alpha;
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    // A few at a time: one path of thousands is slow, and where its lines cross it grows no darker.
    for (let from = 0; from < ends.length; from += 200) {
      pen.beginPath();
      for (let i = from; i < Math.min(from + 200, ends.length); i += 4) {
        pen.moveTo(ends[i], ends[i + 1]);
        pen.lineTo(ends[i + 2], ends[i + 3]);
      }
      pen.stroke();
    }
    pen.setLineDash([]);
  }
  area(left, top, width, height, fill) {
    const pen = this.context;
    pen.globalAlpha = 1;
    pen.fillStyle = fill;
    pen.beginPath();
    pen.roundRect(left, top, width, height, 8);
    pen.fill();
  }
  polygon(points, colour, alpha) {
    const pen = this.context;
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.beginPath();
    points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.fill();
  }
  shape(name, x, y, radius, { fill, edge, width, alpha }) {
    const pen = this.context;
    const k = radius / 7;
    pen.globalAlpha = alpha;
    pen.save();
    pen.translate(x - 8 * k, y - 8 * k);
    pen.scale(k, k);
    pen.fillStyle = fill;
    pen.strokeStyle = edge;
    pen.lineWidth = width / k;
    const path = this.outlines.get(name);
    pen.fill(path);
    if (width) pen.stroke(path);
    pen.restore();
  }
  text(words, x, y, { size, colour, halo, bold, alpha }) {
    const pen = this.context;
    pen.globalAlpha = alpha;
    pen.font = `${bold ? "600 " : ""}${size}px ${this.face}`;
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.lineJoin = "round";
    pen.strokeStyle = halo;
    pen.lineWidth = 3.5;
    pen.strokeText(words, x, y);
    pen.fillStyle = colour;
    pen.fillText(words, x, y);
  }
}
class SvgPen {
  constructor(root, face) {
    Object.assign(this, { root, face });
  }
  put(tag, attributes, ...children) {
    this.root.append(svgNode(tag, attributes, ...children));
  }
  lines(ends, { colour, width, dash, alpha }) {
    let path = "";
    for (let i = 0; i < ends.length; i += 4) path += `M${ends.slice(i, i + 2).map(round)}L${ends.slice(i + 2, i + 4).map(round)}`;
    this.put("path", { d: path, stroke: colour, "stroke-width": width, "stroke-dasharray": dash.join(" ") || "none", opacity: alpha, fill: "none" });
  }
  area(left, top, width, height, fill) {
    this.put("rect", { x: round(left), y: round(top), width: round(width), height: round(height), rx: 8, fill });
  }
  polygon(points, colour, alpha) {
    this.put("polygon", { points: points.map((point) => point.map(round).join(",")).join(" "), fill: colour, opacity: alpha });
  }
  shape(name, x, y, radius, { fill, edge, width, alpha }) {
    const k = radius / 7;
    this.put("path", { d: OUTLINES.get(name), transform: `translate(${round(x - 8 * k)} ${round(y - 8 * k)}) scale(${round(k)})`, fill, stroke: edge, "stroke-width": round(width / k), opacity: alpha });
  }
  text(words, x, y, { size, colour, halo, bold, alpha }) {
    this.put("text", {
      x: round(x), y: round(y), "font-size": round(size), "font-family": this.face, "font-weight": bold ? 600 : 400, "text-anchor": "middle", opacity: alpha,
      fill: colour, stroke: halo, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke",
    }, words);
  }
}
const round = (number) => Math.round(number * 100) / 100;
