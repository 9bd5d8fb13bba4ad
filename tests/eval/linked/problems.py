"""What is unsound in an annotation of the linked set: one sentence each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from tests.eval.annotations import NAME_TYPES, lies_in, text_hash

STANCES = ("proposes", "promises", "supports", "opposes", "warnsOf", "doubts")
PREDICATES = (
    *("heads", "memberOf", "affiliatedWith", "allyOf", "opponentOf"),
    *("predecessorOf", "locatedIn", "partOf", "created", "conducted"),
)
KINDS = ("statistic", "quantity")
KEYS = ("entities", "claims", "roles", "figures", "policies", "relations")
_PERIOD = re.compile(
    r"-?\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d|-Q[1-4])?(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?|P\w+|\.\.))?\Z|P\w+\Z"
)
_LONGEST = 8
"""Words in the best short name of a policy."""


def problems(data: Mapping[str, Any], text: str) -> Iterator[str]:
    """What is unsound in an annotation of ``text``: one sentence each."""
    if data.get("text_sha256") != text_hash(text):
        yield "it marks another text"
    if "entities" not in data:
        yield "it has no entities"
        return
    types = {entity["id"]: entity["type"] for entity in data["entities"]}
    if len(types) < len(data["entities"]):
        yield "two entities have one id"
    for key in KEYS:
        for number, one in enumerate(data.get(key, ())):
            yield from (f"{key} {number}: {problem}" for problem in _CHECKS[key](one, data, types, text))
    names = sorted((*span, entity["id"]) for entity in data["entities"] for span in entity["names"])
    yield from (f"names overlap at {after[0]}" for before, after in pairwise(names) if _clash(before, after))


def _clash(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two names overlap, and neither is a part of the other's, as an institute's is of its poll's."""
    (start, end, owner), (later, last, another) = one, other
    is_part = owner != another and (start, end) != (later, last) and (last <= end or start == later)
    return later < end and not is_part


Types = Mapping[str, str]


def _entity(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    if one["type"] not in NAME_TYPES:
        yield f"{one['type']!r} is no type of entity"
    if one["named"] != bool(one["names"]):
        yield "what is named has names, and nothing else has"
    if not one["names"] and not one["other"]:
        yield "no words stand for it"
    yield from _outside([*one["names"], *one["other"]], text)


def _claim(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    yield from _outside([*one["parts"], *([one["cue"]] if one["cue"] else [])], text)
    if not one["parts"]:
        yield "it has no parts"
    if any(after[0] < before[1] for before, after in pairwise(one["parts"])):
        yield "its parts overlap or are out of order"
    outer = one["embedded_in"]
    if outer is not None and (not 0 <= outer < len(data["claims"]) or data["claims"][outer] is one):
        yield "embedded_in points to no other claim"
    yield from _unknown([one["speaker"]], types)


def _role(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    yield from _outside([one["role"]], text)
    yield from _unknown([one["person"], one["organisation"]], types)
    if types.get(one["person"], "person") != "person":
        yield "nobody but a person holds a role"


def _figure(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    yield from _outside([one["span"], *(one["measure"] or ()), *(one["population"] or ())], text)
    yield from _unknown([one["document"]], types)
    if one["kind"] not in KINDS:
        yield f"{one['kind']!r} is no kind of figure"
    for number in (one["value"], one["lower"], one["upper"]):
        if number is not None and not _is_decimal(number):
            yield f"{number!r} is no decimal number"
    if one["value"] is None and one["lower"] is None and one["upper"] is None:
        yield "it has no number"
    if one["period"] is not None and not _PERIOD.match(one["period"]):
        yield f"{one['period']!r} is no period"
    said = one["restates"]
    if said is not None and (not 0 <= said < len(data["figures"]) or data["figures"][said] is one):
        yield "restates points to no other figure"


def _policy(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    yield from _outside(one["names"], text)
    if not one["names"]:
        yield "no words name it"
    elif len(text[slice(*one["names"][0])].split()) > _LONGEST:
        yield f"its first name is longer than {_LONGEST} words"
    for stance in one["stances"]:
        if stance["stance"] not in STANCES:
            yield f"{stance['stance']!r} is no stance"
        yield from _unknown([stance["speaker"]], types)


def _relation(one: Mapping[str, Any], data: Mapping[str, Any], types: Types, text: str) -> Iterator[str]:
    yield from _outside([one["span"]], text)
    yield from _unknown([one["subject"], one["object"]], types)
    if one["predicate"] not in PREDICATES:
        yield f"{one['predicate']!r} is no predicate"


_CHECKS: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any], Types, str], Iterator[str]]] = {
    "entities": _entity,
    "claims": _claim,
    "roles": _role,
    "figures": _figure,
    "policies": _policy,
    "relations": _relation,
}


def _outside(spans: Iterable[Sequence[int]], text: str) -> Iterator[str]:
    for start, end in spans:
        if not lies_in((start, end), text):
            yield f"{start} to {end} is no stretch of words"


def _unknown(ids: Iterable[str | None], types: Types) -> Iterator[str]:
    for id_ in ids:
        if id_ is not None and id_ not in types:
            yield f"{id_!r} is no entity"


def _is_decimal(number: object) -> bool:
    try:
        return isinstance(number, str) and Decimal(number).is_finite()
    except InvalidOperation:
        return False
