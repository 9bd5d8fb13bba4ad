"""How an entity stands in the graph of entities: type, label, other names, outside ids."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.link.authority import AuthorityList
from kg.link.register import Register
from kg.link.resolving import ALT_LABEL, GROUP, PREF_LABEL, UNNAMED, A
from kg.ontology import concept, term
from kg.rulings import Rulings

SAME_AS = term("owl:sameAs")


def described(
    entity: str, register: Register, rulings: Rulings, authority: AuthorityList, graph: NamedNode
) -> set[Quad]:
    """The quads of an entity; none where no referent means it."""
    keys = sorted(register.members.get(entity, ())) or ([] if entity in register.into else [entity])
    names = {key: found for key in keys if (found := register.names(key)).is_present}
    if not names:
        return set()
    node, own = NamedNode(entity), names.get(entity) or next(iter(names.values()))
    entries = [authority.entries[key] for key in (entity, *keys) if key in authority.entries]
    label = _label(keys, rulings) or (entries[0].name if entries else own.label)
    others = {name for found in names.values() for name in (*found.names, *found.aliases)}
    others |= {name for entry in entries for name in (entry.name, *entry.aliases)}
    kind = register.kind_of(entity)
    out = {Quad(node, A, concept(kind), graph), Quad(node, PREF_LABEL, Literal(label), graph)}
    out |= {Quad(node, ALT_LABEL, Literal(other), graph) for other in others - {label}}
    out |= {Quad(node, SAME_AS, NamedNode(same), graph) for entry in entries for same in entry.ids}
    for said, marker in ((own.unnamed, UNNAMED), (own.group, GROUP)):
        if said:
            out.add(Quad(node, A, marker, graph))
    return out


def _label(keys: list[str], rulings: Rulings) -> str | None:
    """The newest name that somebody gave any of an entity's keys."""
    renamed = [rulings.renamed[key] for key in keys if key in rulings.renamed]
    return max(renamed, key=lambda d: (d.when, d.id)).name if renamed else None
