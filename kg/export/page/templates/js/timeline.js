// Who said what when: a lane for each voice, and below the same by date.
const dayOf = (date) => Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date.slice(0, 10));
const MARKS = 7;
function laneMark(claim) {
  const [stance] = ownStancesOf(claim);
  const side = stance ? STANCES.get(stance.stance).side : "";
  const label = [dateOf(claim), claim.speaker ? labelOf(claim.speaker) : t("no_speaker"), stance ? STANCES.get(stance.stance).label : "", claim.text.slice(0, 120)].filter(Boolean).join(" · ");
  return button(sideMark(side), () => go({ ...nothing, claim: claim.id }), { class: claim.id === state.claim ? "mark here" : "mark", "aria-label": label, title: label });
}
// Something at its share of a lane, in per cent, and so many pixels right of it.
function at(share, right, node) {
  node.style.left = `${share}%`;
  node.style.marginLeft = `${right}px`;
  return node;
}
// Marks of about one day stand beside each other, as many as there is room for.
function lane(name, claims, place) {
  const track = el("div", { class: "track" });
  for (const [share, said] of grouped(claims, (claim) => [place(claim)])) {
    track.append(...said.slice(0, MARKS).map((claim, i) => at(share, i * 9 - 12, laneMark(claim))));
    if (said.length > MARKS) track.append(at(share, MARKS * 9, el("span", { class: "plus" }, `+${said.length - MARKS}`)));
  }
  return el("li", { class: "lane" }, el("div", { class: "voice" }, name), track);
}
// Where each day lies, in per cent. One long stretch without words would press all others together: it is cut short.
function scaleOf(days) {
  if (days.length < 2) return { shares: new Map(days.map((day) => [day, 50])), cut: -1 };
  const gaps = days.slice(1).map((day, i) => day - days[i]);
  const longest = Math.max(...gaps);
  const rest = days[days.length - 1] - days[0] - longest;
  const cut = days.length > 4 && longest > 3 * rest ? gaps.indexOf(longest) : -1;
  if (cut >= 0) gaps[cut] = rest / 4;
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  let here = 0;
  return { shares: new Map(days.map((day, i) => [day, Math.round((100 * (here += i ? gaps[i - 1] : 0)) / whole)])), cut };
}
// Dates along the lanes: evenly, or those around the stretch that is cut short.
function ticksOf(days, { shares, cut }) {
  const [first, last] = [days[0], days[days.length - 1]];
  const even = [0, 25, 50, 75, 100].map((share) => [share, first + (share / 100) * (last - first)]);
  const around = [first, days[cut], days[cut + 1], last].map((day) => [shares.get(day), day]);
  const ticks = days.length < 2 ? [[50, first]] : cut < 0 ? even : around.filter(([share], i) => !i || share - around[i - 1][0] >= 15);
  const dates = ticks.map(([share, day]) => at(share, 0, el("span", {}, new Date(day).toISOString().slice(0, 10))));
  const sign = cut < 0 ? [] : [at((shares.get(days[cut]) + shares.get(days[cut + 1])) / 2, 0, el("span", { class: "gap" }, "⋯"))];
  return el("p", { class: cut < 0 ? "ticks" : "ticks short", "aria-hidden": "true" }, dates, sign);
}
function lanesOf(claims) {
  const days = [...new Set(claims.map((claim) => dayOf(dateOf(claim))))].sort((a, b) => a - b);
  const scale = scaleOf(days);
  const place = (claim) => scale.shares.get(dayOf(dateOf(claim)));
  const voices = [...grouped(claims, (claim) => [claim.speaker || ""])].filter(([speaker]) => speaker).sort((a, b) => b[1].length - a[1].length);
  const list = el("ul", { class: "voices" });
  const more = inSteps(list, voices, 12, ([speaker, said]) => lane(chip(speaker), said, place));
  return [ticksOf(days, scale), list, more];
}
function dayEntry(claim) {
  return el("li", { class: claim.id === state.claim ? "entry here" : "entry" },
    el("div", {}, speakerChip(claim), ownStancesOf(claim).map((relation) => stanceTag(relation.stance)), statusTag(claim)),
    opens(claim, el("bdi", { dir: "auto" }, claim.text), { class: "open" }),
    el("p", { class: "from" }, bdi(outletOf(claim)), " · ", articleLink(claim.article)));
}
function renderTimeline() {
  const about = state.node;
  const claims = (about ? involving(about) : DATA.claims).filter((claim) => visible(claim) && claim.mode !== "narration");
  const dated = claims.filter((claim) => dateOf(claim) && !Number.isNaN(dayOf(dateOf(claim))));
  const days = [...grouped(dated, (claim) => [dateOf(claim).slice(0, 10)])].sort(([a], [b]) => a.localeCompare(b));
  const list = el("ol", { class: "days" });
  const more = inSteps(list, days, 30, ([day, said]) => el("li", {}, el("h3", {}, el("time", { datetime: day }, day)), el("ul", {}, said.map(dayEntry))));
  const marks = [["for", "timeline_for"], ["against", "timeline_against"], ["", "timeline_other"]].map(([side, words]) => el("span", { class: `k-${side || "said"}` }, sideMark(side), t(words)));
  document.getElementById("timeline").replaceChildren(el("div", { class: "sheet" },
    el("h2", { dir: "auto" }, about ? t("timeline_of", { label: labelOf(about) }) : t("timeline")),
    el("p", { class: "soft" }, `${t("timeline_hint")} ${countClaims(dated.length)}.`),
    dated.length ? [el("p", { class: "marks" }, marks), lanesOf(dated), list, more] : el("p", {}, t(claims.length ? "timeline_undated" : DATA.claims.length ? "no_match" : "no_claims")),
    dated.length && claims.length > dated.length ? el("p", { class: "soft" }, t("timeline_left_out", { count: claims.length - dated.length })) : null));
}
