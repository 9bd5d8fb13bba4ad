"""What is known of an entity so far, and whether an expression may refer to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.coreference.expressions import Expression, Gender
from ingest.lexicon.words import HEADS_LAST, TITLES


@dataclass(eq=False, slots=True)
class Entity:
    """The expressions that refer to one entity, with what they say of it together."""

    members: list[Expression]
    types: set[str]
    genders: set[Gender]
    words: set[str] = field(default_factory=set)
    is_several: bool | None = None

    @classmethod
    def of(cls, one: Expression) -> Entity:
        """An entity of one expression."""
        words = set() if one.kind == "pronoun" else set(one.words)
        return cls([one], {one.type} if one.type else set(), {one.gender} if one.gender else set(), words)

    def take(self, other: Entity) -> None:
        """Take in all that is known of another."""
        self.members += other.members
        self.types |= other.types
        if "person" in self.types:
            self.types.discard("place")  # a surname that is a town's name too
        self.genders |= other.genders
        self.words |= other.words

    @property
    def is_plural(self) -> bool:
        """Whether it is several people or bodies: as is known, else as its first mention says."""
        return self.members[0].is_plural if self.is_several is None else self.is_several


def agree(one: Entity, other: Entity) -> bool:
    """Whether neither gender nor type speaks against the two being one."""
    if one.genders and other.genders and one.genders.isdisjoint(other.genders):
        return False
    return not (one.types and other.types and one.types.isdisjoint(other.types))


def names_match(entity: Entity, own: Entity, one: Expression) -> bool:
    """Whether a name may be a form of one of an entity's names."""
    return any(_match(one, other) for other in entity.members if other.kind == "name") and (
        not entity.genders or not own.genders or not entity.genders.isdisjoint(own.genders)
    )


def _match(one: Expression, other: Expression) -> bool:
    if one.words == other.words or (one.place and one.place == other.place):
        return True
    if _is_acronym(one, other) or _is_acronym(other, one):
        return True
    types = {one.type, other.type} - {None}
    if types == {"person", "place"} and len(one.words) == 1 and one.is_free and other.base[-1:] == one.words:
        return other.type == "person"
    if len(types) > 1:
        return False
    mine, theirs = _core(one), _core(other)
    if mine == theirs:
        return True
    if types == {"person"} or not types:
        short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        if not short:
            return False
        if len(short) == 1:
            return short[0] == long[-1] or (short[0] == long[0] and types == {"person"})
        return short[-1] == long[-1] and (
            short[0] == long[0] or (short[0][0] == long[0][0] and 1 in (len(short[0]), len(long[0])))
        )
    if types == {"organisation"}:
        short, long = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
        return (short[-1] == long[-1] and set(short) <= set(long) and len(short) > 1) or (
            len(short) == 1 and short[0] == long[0] and long[-1] in HEADS_LAST and short[0] not in HEADS_LAST
        )
    return False


def _core(one: Expression) -> tuple[str, ...]:
    """The words of a name without titles."""
    base = one.base
    while len(base) > 1 and base[0] in TITLES:
        base = base[1:]
    return base


def _is_acronym(short: Expression, long: Expression) -> bool:
    if len(short.words) != 1 or not short.text.replace(".", "").removeprefix("the ").isupper() or len(long.words) < 2:
        return False
    initials = "".join(word[0] for word in long.words)
    capitals = "".join(word[0] for word in long.text.split() if word[0].isupper()).lower()
    return len(short.head) > 1 and short.head in (initials, capitals)
