"""Which organisation, place or document a name stands for: acronyms, short forms, translations and courts' numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ingest.entities.evidence import PLACE_MARKS
from ingest.entities.name_forms import PROGRAMMES, Candidate, Key, folded, form_of
from ingest.entities.other_names import is_renamed, short_word, without_end
from ingest.entities.people import is_slip
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.translated import SMALL, TRANSLATED
from ingest.lexicon.words import CALENDAR, COMMON, HEADS_FIRST, HEADS_LAST, OUTLET_NOUNS, TITLES, listed
from ingest.words import Words
from kg.model import EntityType

Body = tuple[EntityType, Key]
"""A type, and the key of what is named."""

_CIVIC = listed(
    """
    assembly association chamber city club college council county court courier federation fire guild hospital library
    museum police port school society town union university
    """
)
"""In the names of such bodies the first word is mostly a place, and means the place where it stands alone."""
_OUTLET_NAMES = OUTLET_NOUNS | listed(
    """
    post times globe tribune herald guardian gazette telegraph chronicle sun star mail hill courier ledger bulletin echo
    argus sentinel enquirer examiner advertiser mirror observer express dispatch record review reporter standard
    register
    """
)
_BY_PLACE = listed("university college school institute hospital county city club")
"""Heads of names whose words in another order name another ("York University", "University of York")."""
FIRM_HEADS = listed(
    """
    group company corp corporation inc ltd llc plc co holdings partners associates brothers industries technologies
    systems pharmaceuticals motors airlines airways energy capital investments polling research foods clinic
    foundation institute times post tribune journal herald gazette party campaign media
    """
)
"""Heads before which the first word is a body's short name."""
_OF_AMERICA = listed("workers drivers teachers employees engineers")
"""What the names of unions end in before "of America", which their acronyms keep ("UDWA")."""
_NUMBERS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "sixth": "6",
    "seventh": "7",
    "eighth": "8",
    "ninth": "9",
    "tenth": "10",
    "eleventh": "11",
}
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)")


class Bodies:
    """What the names of organisations, places and documents in one article stand for."""

    def __init__(self, words: Words, candidates: Sequence[Candidate], publisher: str | None) -> None:
        self._words = words
        self._bodies: dict[Key, Body] = {}
        self._known: set[Key] = set()
        self._short: dict[str, Body | None] = {}
        self._last: dict[str, Body] = {}
        self._meant: dict[frozenset[str], Body] = {}
        self._whole: dict[Key, Body] = {}
        if publisher:
            form = form_of(publisher)
            self._bodies[form] = ("organisation", ("organisation", *form))
        named = [
            candidate
            for candidate in candidates
            if candidate.type not in (None, "person") and not self._is_bare_head(candidate)
        ]
        for candidate in named:
            self._take(candidate)
        self._join_forms()
        for earlier, later in pairwise(candidates):
            self._rename(earlier, later)
        located = self._located()
        for candidate in named:
            self._shorten(candidate, located)

    def of(self, candidate: Candidate) -> Body | None:
        """What a candidate's name stands for; none where nothing tells."""
        folds = folded(self._words, candidate.first, candidate.last)
        is_common = len(folds) == 1 and folds[0] in COMMON
        if folds in self._bodies and (candidate.type is not None or not is_common):
            return self._bodies[folds]
        if len(folds) > 1:
            if candidate.type is not None:
                return None
            plural = (*folds[:-1], f"{folds[-1]}s")  # "Orvale Value's donor", of "Orvale Values PAC"
            return self._whole.get(folds) or self._whole.get(plural) or self._meant.get(_meaning(folds))
        if self._words.words[candidate.first] in DEMONYMS:
            return None
        low = self._words.lows[candidate.last]
        if low in _OUTLET_NAMES and candidate.first and self._words.lows[candidate.last - 1] == "the":
            return _organisation(self._last.get(folds[0]))
        if low in COMMON or low in HEADS_LAST or low in FIRST_NAMES:
            return None
        return _organisation(self._short.get(folds[0]))

    def _take(self, candidate: Candidate) -> None:
        folds, kind = folded(self._words, candidate.first, candidate.last), candidate.type
        if kind is None:
            return
        if candidate.known is not None:
            self._bodies[folds] = (kind, (kind, *form_of(candidate.known)))
            self._known.add(folds)
        else:
            self._bodies.setdefault(folds, (kind, (kind, *folds)))

    def _join_forms(self) -> None:
        """Makes one of forms that differ by what everybody leaves out at times."""
        by_end: dict[str, list[Key]] = defaultdict(list)
        by_begin: dict[str, list[Key]] = defaultdict(list)
        for form, (kind, _) in self._bodies.items():
            if kind == "organisation" and len(form) > 1:
                by_end[form[-1]].append(form)
                by_begin[form[0]].append(form)
        numbered: dict[str, Body] = {}
        for form, body in list(self._bodies.items()):
            shorter = without_end(form)
            if form not in self._known and shorter in self._known and self._bodies[shorter][0] == body[0]:
                self._bodies[form] = self._bodies[shorter]
            elif (number := _numbered(form)) is not None:
                self._bodies[form] = numbered.setdefault(number, body)
            elif form[0] == "us" and form[1:] in self._bodies and len(form) > 1:
                self._bodies[form] = self._bodies[form[1:]]
            elif (len(form) > 1 or form[0] in _OUTLET_NAMES) and form not in self._known and body[0] == "organisation":
                longer = {
                    self._bodies[other]
                    for other in by_end[form[-1]][:_MOST_ALIKE]
                    if len(other) > len(form) and other[-len(form) :] == form
                }
                longer = longer or self._longer(form, by_begin[form[0]][:_MOST_ALIKE])
                alike = (*by_begin[form[0]][:_MOST_ALIKE], *by_end[form[-1]][:_MOST_ALIKE])
                longer = longer or {self._bodies[other] for other in alike if _is_misspelt(form, other)}
                if len(longer) == 1:
                    self._bodies[form] = longer.pop()
            elif len(form) == 1 and form not in self._known and body[0] == "organisation" and form[0] not in COMMON:
                begun = by_begin[form[0]][:_MOST_ALIKE]
                firms = {self._bodies[other] for other in begun if other[-1] in FIRM_HEADS}
                if len(firms) == 1:
                    self._bodies[form] = firms.pop()  # "Ferrow" of "Ferrow Polling"
            elif "district" in form and "of" in form and form not in self._known:
                offices = {
                    self._bodies[other] for other in by_end[form[-1]][:_MOST_ALIKE] if other[-len(form) :] == form
                }
                if len(offices) == 1:
                    self._bodies[form] = offices.pop()  # of "the attorney's office for the Eastern District of …"
        for form, body in list(self._bodies.items()):
            if (short := without_end(form)) != form and body[0] == "organisation":
                self._whole.setdefault(short, body)
            if len(form) > 1 and body[0] != "document" and not _BY_PLACE.intersection(form):
                meant = self._meant.setdefault(_meaning(form), self._bodies[form])
                if meant[0] == body[0] and form not in self._known:
                    self._bodies[form] = meant

    def _longer(self, form: Key, begun: Sequence[Key]) -> set[Body]:
        """The bodies whose names begin with a form and go on with what is left out at times, or what they are for.

        "Ferrow Center for Tides", "Ferrow Values PAC"; the last word of a form may have lost its plural. A name without
        a noun that says what it is may leave out all of it: "St. Ferrow" of "St. Ferrow Children's Hospital".
        """
        size, plural = len(form), (*form[:-1], f"{form[-1]}s")
        is_bare = size > 1 and form[0] not in HEADS_FIRST and HEADS_LAST.isdisjoint(form)
        return {
            self._bodies[other]
            for other in begun
            if (other[:size] == form and other[size : size + 1] in (("for",), ("on",)))
            or (other != form and without_end(other) in (form, plural))
            or (is_bare and len(other) > size and other[:size] == form and other[-1] in HEADS_LAST)
        }

    def _rename(self, earlier: Candidate, later: Candidate) -> None:
        """Makes one of two names of which one is what the other is or was called: "Lima & Oakes (now Oakes Ferrow)"."""
        body = self._bodies.get(folded(self._words, earlier.first, earlier.last))
        if body is not None and earlier.known is None and is_renamed(self._words, earlier.last, later.first):
            self._bodies[folded(self._words, later.first, later.last)] = body

    def _located(self) -> set[str]:
        """The lone capitalised words behind "in", "central" and the like: places, whatever else bears their names."""
        words, end = self._words, len(self._words) - 1
        return {
            words.folds[place + 1]
            for place, low in enumerate(words.lows[:-1])
            if low in PLACE_MARKS
            and words.joined[place + 1]
            and words.words[place + 1][0].isupper()
            and not (place + 1 < end and words.joined[place + 2] and words.words[place + 2][0].isupper())
        }

    def _shorten(self, candidate: Candidate, located: set[str]) -> None:
        """The acronym in parentheses beside a name, or its initials, or its first word, as another form of it."""
        words, folds = self._words, folded(self._words, candidate.first, candidate.last)
        body = self._bodies.get(folds)
        if body is None or len(folds) < 2:
            return
        acronym = self._acronym(candidate)
        if acronym is None and candidate.type == "organisation":
            acronym = short_word(words, candidate.first, candidate.last)
        if acronym is not None and not self._is_other(acronym, body):
            self._bodies[(acronym,)] = body
        initials = "".join(
            word[0].lower() for word in words.words[candidate.first : candidate.last + 1] if word[0].isupper()
        )
        of_office = initials[1:] if folds[0] in ("department", "ministry", "office") else ""
        for letters in (initials, of_office, f"{initials}a" if folds[-1] in _OF_AMERICA else ""):
            is_free = (letters,) in self._bodies and self._bodies[letters,][1][1:] == (letters,)
            if body[0] == "organisation" and len(letters) > 1 and is_free:
                self._bodies[letters,] = body
        is_plain = folds[0] not in located and not _CIVIC.intersection(folds)
        if is_plain and self._short.setdefault(folds[0], body) != body:
            self._short[folds[0]] = None
        self._last.setdefault(folds[-1], body)

    def _acronym(self, candidate: Candidate) -> str | None:
        """The acronym that stands beside a name: "Coast Agency (CA)", "CA (Coast Agency)", "Coast Agency, or CA"."""
        words, before, follows = self._words, candidate.first - 1, candidate.last + 1
        if candidate.type == "document" and follows < len(words) and words.words[follows] in PROGRAMMES:
            follows += 1
        if follows < len(words):
            gap = words.after(follows - 1)
            if gap == " (" and words.after(follows)[:1] in (")", ",", ";") and _is_acronym(words.words[follows]):
                return words.folds[follows]
            is_other_name = gap == ", " and words.lows[follows] == "or" and follows + 1 < len(words)
            if is_other_name and words.joined[follows + 1] and _is_acronym(words.words[follows + 1]):
                return words.folds[follows + 1]
        if before >= 0 and words.before(candidate.first) == " (" and words.after(candidate.last)[:1] == ")":
            is_acronym = _is_acronym(words.words[before]) and words.words[before].isupper()
            return words.folds[before] if is_acronym else None
        return None

    def _is_other(self, acronym: str, body: Body) -> bool:
        """Whether an acronym is known of something of another type: "NEW YORK (AP)" says who filed the story there."""
        return (acronym,) in self._known and self._bodies[(acronym,)][0] != body[0]

    def _is_bare_head(self, candidate: Candidate) -> bool:
        low = self._words.lows[candidate.first]
        is_head = low in HEADS_LAST or low in HEADS_FIRST or low in TITLES or low in CALENDAR
        return candidate.first == candidate.last and candidate.known is None and is_head


_MOST_ALIKE = 60
"""More names of one ending are not looked through: a list, not an article."""


def _is_misspelt(form: Key, other: Key) -> bool:
    """Whether a name is another but for a slip of the pen in one of its words ("the Untied Nations").

    >>> _is_misspelt(("untied", "nations"), ("united", "nations")), _is_misspelt(("north", "bank"), ("south", "bank"))
    (True, False)
    """
    if len(form) != len(other):
        return False
    differing = [(word, meant) for word, meant in zip(form, other, strict=True) if word != meant]
    return len(differing) == 1 and is_slip(*differing[0])


def _is_acronym(word: str) -> bool:
    letters = word.strip(".")
    return 2 <= len(letters) <= 10 and sum(char.isupper() for char in letters) >= 2


def _numbered(form: Key) -> str | None:
    """What tells one appeals court or amendment from others: "6 circuit" for "… appeals for the sixth circuit"."""
    head = next((word for word in ("circuit", "amendment") if word in form), None)
    if head is None:
        return None
    for word in form:
        if word in _NUMBERS:
            return f"{_NUMBERS[word]} {head}"
        if match := _NUMBER.fullmatch(word):
            return f"{match[1]} {head}"
    return next((f"{place} {head}" for place in ("columbia", "federal", "dc") if place in form), None)


def _meaning(form: Key) -> frozenset[str]:
    """The words that tell one name from others, in English and in any order.

    >>> _meaning(("tren", "de", "orvale")) == _meaning(("orvale", "train"))
    True
    """
    return frozenset(TRANSLATED.get(word, word) for word in form if word not in SMALL)


def _organisation(body: Body | None) -> Body | None:
    return body if body is not None and body[0] == "organisation" else None
