// Roles: what articles call somebody, those told less fully folded into the one that says the same and more.
const spoken = (text) => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
// Before a role these make it another one; after it stands what it is of.
const MAKES_ANOTHER = /\b(former|formerly|ex|then|late|one time|future|acting|interim|deputy|vice|assistant|associate|co|shadow|honorary|would be|aspiring|failed|ousted|no)\b/;
const SAYS_OF_WHAT = /^$|^(at|of|for|in|with|on|to|from|and) /;
function isWithin(short, long) {
  const start = long.indexOf(short);
  return start >= 0 && !MAKES_ANOTHER.test(long.slice(0, start)) && SAYS_OF_WHAT.test(long.slice(start + short.length));
}
// Whether one says all that another does: "researcher" within "researcher at X", and that within "researcher" for X.
function saysMore(full, brief) {
  const [long, short] = [spoken(full.label), spoken(brief.label)];
  if (brief.where) return full.where === brief.where && isWithin(short, long);
  return isWithin(short, long) || Boolean(full.where) && isWithin(long, short) && short.includes(spoken(full.where));
}
// Groups of roles, of which each has a `label` and a `where`; what several fuller ones could mean stays by itself.
function foldedRoles(roles) {
  const groups = [...grouped(roles, ({ label, where }) => [JSON.stringify([spoken(label), spoken(where)])]).values()];
  const hosts = (group) => groups.filter((other) => other !== group && saysMore(other[0], group[0]) && !saysMore(group[0], other[0]));
  const into = new Map();
  for (const group of groups) {
    const fullest = hosts(group).filter((host) => !hosts(host).length);
    if (fullest.length === 1) into.set(group, fullest[0]);
  }
  return groups.filter((group) => !into.has(group)).map((group) => [group, ...groups.filter((other) => into.get(other) === group)].flat());
}
// The roles that articles state, each with all the words that state it.
function roleRows(relations, here) {
  const told = (relation) => ({ relation, label: relation.label, where: relation.object ? labelOf(relation.object) : "" });
  const kinds = grouped(relations, (relation) => [relation.predicate]);
  return relationGroups(t("roles"), [...kinds.values()].flatMap((rows) => foldedRoles(rows.map(told))).map((group) => group.map(({ relation }) => relation)), here);
}
// A name's roles in words.
const rolesOf = (id) => foldedRoles(entityOf(id).roles.map(([label, where]) => ({ label, where }))).map(([{ label, where }]) => [label, where].filter(Boolean).join(", "));
