"""What an extraction missed and wrongly found in an article of the linked set: a line each, with the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Figure, Relation, Span
from tests.eval.linked.align import NAMED, named_referents
from tests.eval.linked.compare import Compared
from tests.eval.linked.figures import right
from tests.eval.linked.marking import Entity, Stated
from tests.eval.linked.score import false_figures, merged, speaker_is_right, split
from tests.eval.linked.ties import fits, fits_wholly, holding, stances, taken, ties


def errors(compared: Compared) -> Iterator[str]:
    """The lines, by what they are about."""
    for about in (_speakers, _entities, _mentions, _documents, _figures, _policies, _stances, _roles, _relations):
        yield from about(compared)


def _speakers(compared: Compared) -> Iterator[str]:
    marked, found, text = compared.marked.claims, compared.found.claims, compared.text
    hit, right_ = {i for i, _ in compared.claims}, {j for _, j in compared.claims}
    for i, ours in enumerate(marked):
        if i not in hit:
            yield f"missed claim ({_who(compared, ours.speaker)}): {_words(text, ours.parts)}"
    for j in compared.attributed:
        if j not in right_:
            yield f"no such claim ({_referent(compared, found[j].speaker)}): {_words(text, found[j].parts)}"
    for i, j in sorted(compared.claims):
        if not speaker_is_right(compared, i, j):
            speakers = f"{_referent(compared, found[j].speaker)} for {_who(compared, marked[i].speaker)}"
            yield f"speaker: {speakers}: {_words(text, marked[i].parts)}"


def _entities(compared: Compared) -> Iterator[str]:
    entities, alignment = compared.marked.entities, compared.alignment
    for entity in entities:
        if entity.named and entity.type in NAMED and entity.id not in alignment.named:
            yield f"missed {entity.type}: {_label(compared, entity)} ({len(entity.names)}×)"
        elif (referent := alignment.named.get(entity.id)) is not None and compared.found.referents[
            referent
        ].type != entity.type:
            yield f"type: {_referent(compared, referent)} for {_label(compared, entity)} ({entity.type})"
    for referent in sorted(named_referents(compared.found, NAMED) - set(alignment.named.values())):
        yield f"no such entity: {_referent(compared, referent)}"
    for number, referents in sorted(split(alignment).items()):
        yield f"split: {_label(compared, entities[number])} in {_listed(_referent(compared, n) for n in referents)}"
    for referent, numbers in sorted(merged(alignment).items()):
        yield f"merged: {_referent(compared, referent)} of {_listed(_label(compared, entities[n]) for n in numbers)}"


def _mentions(compared: Compared) -> Iterator[str]:
    alignment, text = compared.alignment, compared.text
    hit = {ours for ours, _ in alignment.mentions}
    right_ = {theirs for _, theirs in alignment.mentions}
    for ours in sorted(set(alignment.marked) - hit, key=lambda named: named.span):
        yield f"missed name: {_words(text, [ours.span])} at {ours.span.start}"
    for theirs in sorted(set(alignment.found) - right_, key=lambda named: named.span):
        yield f"no such name: {_words(text, [theirs.span])} at {theirs.span.start}"


def _documents(compared: Compared) -> Iterator[str]:
    for entity in compared.marked.entities:
        if entity.named and entity.type == "document" and entity.id not in compared.alignment.documents:
            yield f"missed document: {_label(compared, entity)}"
    for referent in sorted(named_referents(compared.found, ("document",)) - {*compared.alignment.documents.values()}):
        yield f"no such document: {_referent(compared, referent)}"


def _figures(compared: Compared) -> Iterator[str]:
    figures, found, text = compared.marked.figures, compared.found.figures, compared.text
    hit = {i for i, _ in compared.figures}
    for i, ours in enumerate(figures):
        if ours.kind == "statistic" and i not in hit:
            yield f"missed figure: {_words(text, [ours.span])}"
    for j in false_figures(compared):
        yield f"no such figure: {_words(text, [found[j].span])}"
    for i, j in sorted(compared.figures):
        if figures[i].kind == "statistic":
            wrong = [field for field, is_right in right(text, figures[i], found[j]).items() if not is_right]
            for field in wrong:
                values = f"{_given(field, found[j])} for {_wanted(text, field, figures[i])}"
                yield f"figure {_words(text, [figures[i].span])}: {field}: {values}"


def _given(field: str, found: Figure) -> str:
    if field == "measure":
        return repr(", ".join(filter(None, (found.measure, found.unit, found.population))))
    return str(getattr(found, field))


def _wanted(text: str, field: str, marked: Stated) -> str:
    if field == "measure":
        return _listed(_words(text, [span]) for span in (*(marked.measure or ()), *(marked.population or ())))
    return " or ".join(marked.places) if field == "place" else str(getattr(marked, field))


def _policies(compared: Compared) -> Iterator[str]:
    hit, right_ = {i for i, _ in compared.policies}, {j for _, j in compared.policies}
    for i, policy in enumerate(compared.marked.policies):
        if i not in hit:
            yield f"missed policy: {_words(compared.text, policy.names[:1])}"
    for j, referent in enumerate(compared.found.referents):
        if referent.type == "policy" and j not in right_:
            yield f"no such policy: {referent.name!r}"


def _stances(compared: Compared) -> Iterator[str]:
    found, marked = taken(compared), stances(compared)
    for (number, speaker, stance), wanted in marked.items():
        if wanted not in found:
            policy = _words(compared.text, compared.marked.policies[number].names[:1])
            yield f"missed stance: {_who(compared, speaker)} {stance} {policy}"
    for who, stance, what in found:
        if (who, stance, what) not in marked.values():
            yield f"no such stance: {_referent(compared, who)} {stance} {_referent(compared, what)}"


def _roles(compared: Compared) -> Iterator[str]:
    found, marked = holding(compared), compared.marked.roles
    for ours in marked:
        if not any(fits_wholly(compared, ours, theirs) for theirs in found):
            place = f" in {_who(compared, ours.organisation)}" if ours.organisation else ""
            near = "organisation of role" if any(fits(compared, ours, theirs) for theirs in found) else "missed role"
            yield f"{near}: {_who(compared, ours.person)}: {_words(compared.text, [ours.role])}{place}"
    for theirs in found:
        if not any(fits_wholly(compared, ours, theirs) for ours in marked):
            near = "found role" if any(fits(compared, ours, theirs) for ours in marked) else "no such role"
            place = f" in {_referent(compared, theirs.object)}" if theirs.object is not None else ""
            yield f"{near}: {_referent(compared, theirs.subject)}: {theirs.role!r}{place}"


def _relations(compared: Compared) -> Iterator[str]:
    marked, found = ties(compared)
    for key, number in marked.items():
        if key not in found:
            one = compared.marked.relations[number]
            yield f"missed relation: {_who(compared, one.subject)} {one.predicate} {_who(compared, one.object)}"
    for key, theirs in found.items():
        if key not in marked:
            yield f"no such relation: {_told(compared, theirs)}"


def _told(compared: Compared, one: Relation) -> str:
    return f"{_referent(compared, one.subject)} {one.predicate} {_referent(compared, one.object)}"


def _words(text: str, spans: Iterable[Span]) -> str:
    return repr(" … ".join(" ".join(span.of(text).split()) for span in spans))


def _who(compared: Compared, id_: str | None) -> str:
    entity = compared.marked.entity(id_) if id_ is not None else None
    return _label(compared, entity) if entity else "nobody"


def _label(compared: Compared, entity: Entity) -> str:
    """The longest of the names of an entity, else of the other words for it."""
    spans = entity.names or entity.others
    return max((_words(compared.text, [span]) for span in spans), key=len, default=entity.id)


def _referent(compared: Compared, number: int | None) -> str:
    if number is None:
        return "nobody"
    referent = compared.found.referents[number]
    return f"{referent.name!r} ({referent.type}{'' if referent.named else ', unnamed'})"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)) or "nothing"
