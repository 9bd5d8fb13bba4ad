// Who said what when: a lane for each voice, and below the same by date.
const dayOf = (date) => Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date.slice(0, 10));
function laneMark(claim, share) {
  const [stance] = ownStancesOf(claim);
  const side = stance ? STANCES.get(stance.stance).side : "";
  const label = [dateOf(claim), claim.speaker ? labelOf(claim.speaker) : t("no_speaker"), stance ? STANCES.get(stance.stance).label : "", claim.text.slice(0, 120)].filter(Boolean).join(" · ");
  const mark = button(sideMark(side), () => go({ ...nothing, claim: claim.id }), { class: claim.id === state.claim ? "mark here" : "mark", "aria-label": label, title: label });
  mark.style.left = `${share}%`;
  return mark;
}
// Marks of one day stand beside each other.
function lane(name, claims, place) {
  const track = el("div", { class: "track" });
  for (const [share, said] of grouped(claims, (claim) => [place(claim)])) {
    said.slice(0, 8).forEach((claim, i) => {
      const mark = laneMark(claim, share);
      mark.style.marginLeft = `${i * 9 - 12}px`;
      track.append(mark);
    });
  }
  return el("li", { class: "lane" }, el("div", { class: "voice" }, name), track);
}
function lanesOf(claims) {
  const days = claims.map((claim) => dayOf(dateOf(claim)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const place = (claim) => Math.round(1000 * (last > first ? (dayOf(dateOf(claim)) - first) / (last - first) : 0.5)) / 10;
  const voices = [...grouped(claims, (claim) => [claim.speaker || ""])].filter(([speaker]) => speaker).sort((a, b) => b[1].length - a[1].length);
  const list = el("ul", { class: "voices" });
  const more = inSteps(list, voices, 12, ([speaker, said]) => lane(chip(speaker), said, place));
  const ticks = [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => new Date(first + share * (last - first)).toISOString().slice(0, 10)))];
  return [el("p", { class: last > first ? "ticks" : "ticks one", "aria-hidden": "true" }, ticks.map((tick) => el("span", {}, tick))), list, more];
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
