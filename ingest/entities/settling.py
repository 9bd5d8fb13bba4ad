"""What type a name is: its own words, those around it and what an extractor found, over all its places in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from ingest.entities.bodies import FIRM_HEADS
from ingest.entities.evidence import Scores, around, form_of_person, is_human_noun, is_ordinary, noun_type
from ingest.entities.name_forms import Candidate, Key, folded
from ingest.entities.nobody import is_nobody
from ingest.entities.other_names import is_renamed, without_end
from ingest.entities.tagged import TaggedRun
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.words import COMMON, FUNCTION, listed
from ingest.words import Words
from kg.model import EntityType

_VOTE = 2.5
"""What a wholly sure find of an extractor weighs beside the words around a name."""
_MOST_VOTES = 4.0
"""What finds at many places weigh together: one that errs errs everywhere."""
_ACRONYM = 3.0
"""What capitals alone weigh for an organisation, where no extractor looked."""
_ACRONYM_TOLD = 2.0
_SHORT_ACRONYM = 4
_UNHEARD = 2.0
"""What a name must have on top of the rest where an extractor looked and found none of its places to be a name."""
_SPELT_OUT = range(3, 6)
"""Letters of an acronym whose words in small letters are looked for."""
_SHORT_NAME = 4.0
"""What it weighs that an organisation of the article has a name that begins with the word."""
_FILED = 8.0
"""What it weighs that a story is filed from the place, where nobody of that name is named in full."""
_NEEDED = 2.0
_NEEDED_IN_DOUBT = 3.0
_LEAD = 1.0
_LEAST: dict[EntityType, float] = {"person": 0.5, "place": 0.5, "organisation": 0.65}
"""How sure an extractor must be of a lone word that nothing else tells of."""

_CIVIC_HEADS = listed(
    """
    city town borough county council police harbour harbor port airport station hospital university cathedral museum
    hall road street bridge river bay beach district chamber general crown magistrates
    """
)
"""Words before which the first word is mostly a place."""


def settled(words: Words, candidates: Sequence[Candidate], tagged: Sequence[TaggedRun] | None) -> list[Candidate]:
    """The candidates with the type that all their occurrences speak for; those of no clear type keep none.

    ``tagged`` is none where no extractor looked for names.
    """
    keys = [folded(words, one.first, one.last) if one.type is None or _is_weak(one) else None for one in candidates]
    unsure: dict[Key, list[Candidate]] = defaultdict(list)
    for key, candidate in zip(keys, candidates, strict=True):
        if key is not None:
            unsure[key].append(candidate)
    heard = _Heard(tagged) if tagged is not None else None
    spelt_out = _spelt_out(words, {key[0] for key, ones in unsure.items() if _is_weak(ones[0])})
    bodies = {words.folds[one.first] for one in candidates if one.type == "organisation" and _is_firm(words, one)}
    towns = dict.fromkeys(
        {words.folds[one.first] for one in candidates if _is_of_town(words, one)} - bodies, _SHORT_NAME
    )
    towns |= dict.fromkeys(_filed(words, candidates), _FILED)
    types: dict[Key, EntityType | None] = {}
    for key, occurrences in sorted(unsure.items(), key=lambda item: -len(item[0])):
        types[key] = None if key[0] in spelt_out else _type(words, occurrences, heard, bodies, towns)
        if len(key) > 1 and types[key] == "organisation":
            bodies.add(key[0])
    decided = [
        candidate if key is None or candidate.type == types[key] else replace(candidate, type=types[key])
        for key, candidate in zip(keys, candidates, strict=True)
    ]
    return _as_firms(words, _as_renamed(words, decided))


def _as_renamed(words: Words, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, what is another name of a body with that body's type."""
    renamed: list[Candidate] = []
    for candidate in candidates:
        before = renamed[-1] if renamed else None
        is_other = before is not None and is_renamed(words, before.last, candidate.first)
        if before is not None and is_other and candidate.known is None and before.type in ("organisation", "place"):
            candidate = replace(candidate, type=before.type)
        renamed.append(candidate)
    return renamed


def _as_firms(words: Words, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with initials and a surname as a firm where they begin the name of one ("C.V. Lunn & Co.")."""
    forms = [folded(words, one.first, one.last) for one in candidates]
    bodies = [form for form, one in zip(forms, candidates, strict=True) if one.type == "organisation"]
    firms = {short for form in bodies if (short := without_end(form)) != form}
    return [
        replace(one, type="organisation") if form in firms and _begins_with_initials(words, one) else one
        for form, one in zip(forms, candidates, strict=True)
    ]


def _begins_with_initials(words: Words, candidate: Candidate) -> bool:
    """Whether a name that may be a person's, and has no title, begins with initials."""
    is_open = candidate.type in (None, "person") and candidate.title is None and candidate.first < candidate.last
    return is_open and "." in words.text(candidate.first, candidate.first + 1)


def _spelt_out(words: Words, acronyms: set[str]) -> set[str]:
    """The acronyms that the text spells out in small letters, as what is no body ("value-added tax")."""
    found: set[str] = set()
    wanted = [acronym for acronym in acronyms if len(acronym) in _SPELT_OUT and acronym.isalpha()]
    if not wanted:
        return found
    parts: list[str] = []
    begins: list[bool] = []
    for word, is_joined in zip(words.words, words.joined, strict=True):
        if "-" in word:
            pieces = [piece for piece in word.split("-") if piece] or [word]
            parts += pieces
            begins += [not is_joined] + [False] * (len(pieces) - 1)
        else:
            parts.append(word)
            begins.append(not is_joined)
    initials = "".join([part[0] for part in parts])
    for acronym in wanted:
        place = initials.find(acronym)
        while place >= 0:
            end = place + len(acronym)
            run = parts[place:end]
            is_one = not any(begins[place + 1 : end]) and FUNCTION.isdisjoint((run[0], run[-1]))
            if is_one and all(map(str.islower, run)) and noun_type(run[-1]) is None:
                found.add(acronym)
                break
            place = initials.find(acronym, place + 1)
    return found


class _Heard:
    """What an extractor found, by place."""

    def __init__(self, tagged: Sequence[TaggedRun]) -> None:
        self._runs = {(name.first, name.last): name for name in tagged}
        self._places = {place for name in tagged for place in range(name.first, name.last + 1)}

    def votes(self, occurrences: Sequence[Candidate]) -> list[TaggedRun]:
        """The finds that are these very occurrences."""
        found = (self._runs.get((occurrence.first, occurrence.last)) for occurrence in occurrences)
        return [run for run in found if run is not None]

    def any_at(self, occurrences: Sequence[Candidate]) -> bool:
        """Whether anything was found at one of the occurrences."""
        return any(
            place in self._places
            for occurrence in occurrences
            for place in range(occurrence.first, occurrence.last + 1)
        )


def _is_weak(candidate: Candidate) -> bool:
    """Whether only capitals say that it is an organisation."""
    return candidate.type == "organisation" and candidate.first == candidate.last and candidate.known is None


def _is_of_town(words: Words, candidate: Candidate) -> bool:
    """Whether the first word of a name is the place that it is in ("Orvale Town Council", "Orvale Harbour")."""
    if (
        candidate.last == candidate.first
        or candidate.known is not None
        or candidate.type not in ("organisation", "place")
    ):
        return False
    return words.lows[candidate.first + 1] in _CIVIC_HEADS


def _filed(words: Words, candidates: Sequence[Candidate]) -> set[str]:
    """The lone words in capitals that are places already: a story is filed from there ("HALMOUTH (NNA) —")."""
    bearers = {words.folds[one.last] for one in candidates if one.type == "person" and one.last > one.first}
    lone = [one for one in candidates if one.type == "place" and one.first == one.last and one.known is None]
    return {words.folds[one.first] for one in lone if words.words[one.first].isupper()} - bearers


def _is_firm(words: Words, candidate: Candidate) -> bool:
    """Whether the first word of a body's name is its short name ("Castell Group"), and no place or the like."""
    return candidate.last > candidate.first and candidate.known is None and words.lows[candidate.last] in FIRM_HEADS


def _type(
    words: Words,
    occurrences: Sequence[Candidate],
    heard: _Heard | None,
    bodies: Container[str],
    towns: Mapping[str, float],
) -> EntityType | None:
    """The type that the occurrences of one name speak for together; none where they do not.

    ``bodies`` are the first words of the names of firms and the like; ``towns`` those of councils and harbours and the
    places that stories are filed from, with what that weighs.
    """
    form = occurrences[-1]
    kind = _told(words, occurrences, heard, bodies, towns)
    if kind != "person" or form.first != form.last:
        return kind
    is_shouted = words.words[form.first].isupper() and words.lows[form.first] not in FIRST_NAMES
    is_label = any(words.after(one.last)[:1] == ":" for one in occurrences)
    return None if is_human_noun(words, form.first) or (is_shouted and not is_label) else kind


def _told(
    words: Words,
    occurrences: Sequence[Candidate],
    heard: _Heard | None,
    bodies: Container[str],
    towns: Mapping[str, float],
) -> EntityType | None:
    form = occurrences[-1]
    if is_nobody(words, form):
        return None
    if is_ordinary(words, form):
        votes = heard.votes(occurrences) if heard is not None else []
        return _of_votes(votes, sure=0.9)
    scores: Scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for occurrence in occurrences:
        for kind, weight in around(words, occurrence):
            scores[kind] += weight
    lone = form.first == form.last
    if not lone:
        scores["person"] += form_of_person(words, form)
    elif words.folds[form.first] in bodies:
        scores["organisation"] += _SHORT_NAME
    elif words.folds[form.first] in towns:
        scores["place"] += towns[words.folds[form.first]]
    has_common = any(words.lows[place] in COMMON for place in range(form.first, form.last + 1))
    needed = _NEEDED_IN_DOUBT if lone or has_common else _NEEDED
    is_weak = any(_is_weak(occurrence) for occurrence in occurrences)
    if heard is None:
        scores["organisation"] += _ACRONYM if is_weak else 0.0
        return _best(scores, needed)
    votes = heard.votes(occurrences)
    for kind in scores:
        scores[kind] += min(_MOST_VOTES, sum(_VOTE * run.score for run in votes if run.type == kind))
    scores["organisation"] += _ACRONYM_TOLD if is_weak else 0.0
    if not votes and not is_weak and not heard.any_at(occurrences):
        needed += _UNHEARD
    if is_weak and votes and all(len(words.words[one.first]) <= _SHORT_ACRONYM for one in occurrences):
        scores["organisation"] += _ACRONYM_TOLD / 2
    if (best := _best(scores, needed)) is not None:
        return best
    voted = _of_votes(votes, sure=0.0 if not lone else None)
    return voted if voted is not None and scores[voted] >= max(scores.values()) else None


def _best(scores: Scores, needed: float) -> EntityType | None:
    (best, score), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    return best if score >= needed and score - second >= _LEAD else None


def _of_votes(votes: Sequence[TaggedRun], sure: float | None) -> EntityType | None:
    """The type that an extractor is surest of; none where it is not sure enough."""
    best = max(votes, key=lambda run: (run.score, run.type), default=None)
    if best is None or best.score < (_LEAST[best.type] if sure is None else sure):
        return None
    return best.type
