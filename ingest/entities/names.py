"""Where a text names something: runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.entities.lookalikes import passes
from ingest.entities.name_forms import (
    DOCUMENT_HEADS,
    LINKS,
    PARTICLES,
    PLACE_OF,
    Candidate,
    Key,
    form_of,
    may_be_surname,
    typed,
)
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import AMBIGUOUS, DOCUMENTS, ORGANISATIONS, PLACES, POSTAL
from ingest.lexicon.words import (
    CALENDAR,
    COMMON,
    DEPARTMENTS,
    FUNCTION,
    HEADS_FIRST,
    HEADS_LAST,
    PLACE_HEADS,
    ROLES,
    TITLES,
    listed,
)
from ingest.words import Words
from kg.model import EntityType

_FORMAL = frozenset(
    {"state", "general", "minister", "whip", "leader", "chief", "elect", "lady", "emeritus", "marshal", "officer"}
)
_OWNERS = listed(
    "people women men children king queen prince lord workers farmers teachers growers veterans mothers fishermen"
)
"""Whose institutions bear a possessive in their names."""
_SHORT_TITLES = frozenset({"AG", "PM", "VP", "PC", "Cllr", "Msgr", "Insp", "Supt", "Fr"})
_FOR_JUSTICE = frozenset({"of", "for", "and", "social", "racial", "criminal"})
_PARTISANS = frozenset({"democrat", "republican", "libertarian", "conservative", "liberal", "socialist", "tory", "pro"})
"""Words right before a full name that say what side somebody is on."""
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
_PREFIXED = re.compile(r"(?:[ae][lrsntd]|ash|az|ul|ur|[dlo])[-‑'’][A-ZÀ-ÖØ-Þ]")
"""A name that begins with an article or a particle in small letters: "al-Assad", "d'Estaing"."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_NUMBERED = listed("circuit amendment fleet army division brigade regiment battalion congress precinct ward")
_MOST_WORDS = 9


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], EntityType, str]]]:
    """The known names by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], EntityType, str]]] = {}
    kinds: tuple[tuple[dict[str, str], EntityType], ...] = (
        (PLACES, "place"),
        (ORGANISATIONS, "organisation"),
        (DOCUMENTS, "document"),
    )
    for names, kind in kinds:
        for form, name in names.items():
            bare = form if form.count(".") > 1 else form.removesuffix(".")
            parts = tuple(bare.replace("St. ", "St ").replace(", ", " ").split())
            table.setdefault(parts[0], []).append((parts, kind, name))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


@cache
def _canonical() -> dict[Key, str]:
    """The names that stand for all forms of the known ones, by their keys."""
    return {
        (kind, *form_of(name)): name
        for rows in _table().values()
        for parts, kind, name in rows
        if "state" not in name.lower()
    }


def canonical(key: Key) -> str | None:
    """The name that stands for all forms of a known one; none where the key is no known name's."""
    return _canonical().get(key)


def spot(words: Words) -> list[Candidate]:
    """The candidates in text order, those of headlines left out; no two overlap."""
    candidates: list[Candidate] = []
    index = 0
    later = {
        words.lows[place] for place, word in enumerate(words.words) if word[0].isupper() and not words.headline[place]
    }
    total = len(words)
    while index < total:
        if words.words[index].islower() and words.words[index].isalpha() and not words.headline[index]:
            index += 1
            continue
        if words.headline[index] and _is_person_later(words, index, later):
            candidates.append(Candidate(index, index + 1, "person"))
            index += 2
            continue
        if words.headline[index] or not _is_capital(words, index):
            index += 1
            continue
        end = _run_end(words, index)
        candidates.extend(_cut(words, index, end))
        index = end + 1
    return candidates


def _is_person_later(words: Words, index: int, later: set[str]) -> bool:
    """Whether a headline names somebody in full whom the text then names by surname."""
    if index + 1 >= len(words) or words.lows[index] not in FIRST_NAMES or words.lows[index] in COMMON:
        return False
    return words.joined[index + 1] and words.lows[index + 1] in later and may_be_surname(words, index + 1)


def known_at(words: Words, index: int, end: int) -> tuple[int, EntityType, str] | None:
    """The longest known name that begins at ``index`` and ends by ``end``: its last word, type and full name."""
    for parts, kind, name in _table().get(words.words[index], ()):
        last = index + len(parts) - 1
        if last <= end and all(words.words[index + step] == part for step, part in enumerate(parts)):
            return last, kind, name
    return None


def _is_capital(words: Words, index: int) -> bool:
    word = words.words[index]
    if word[0].isupper():
        return True
    return not word.isalpha() and (bool(_PREFIXED.match(word)) or _is_numbered(words, index))


def _is_numbered(words: Words, index: int) -> bool:
    """Whether an ordinal counts what a name is of: "6th Circuit", "Second Amendment"."""
    low = words.lows[index]
    if low in _ORDINALS:
        return words.words[index][0].isupper() and index + 1 < len(words) and _counts(words, index)
    is_ordinal = low[0].isdigit() and _ORDINAL.fullmatch(low) is not None
    return is_ordinal and index + 1 < len(words) and _counts(words, index)


def _counts(words: Words, index: int) -> bool:
    follows = words.lows[index + 1]
    if follows == "us" or follows == "u.s.":
        return index + 2 < len(words) and words.lows[index + 2] == "circuit"
    return words.joined[index + 1] and words.words[index + 1][0].isupper() and follows in _NUMBERED


def _run_end(words: Words, start: int) -> int:
    """The last word of the run of capitalised words that begins at ``start``, links between them included."""
    end = start
    while end + 1 < len(words) and end - start < 24:
        if not (words.joined[end + 1] and not words.possessive[end]) and not _is_owned(words, end):
            break
        step = _step(words, start, end)
        if step is None:
            break
        end = step
    return end


def _is_owned(words: Words, end: int) -> bool:
    """Whether an apostrophe stands between two words of one name ("Growers' Association", "St Anne's Hospital")."""
    follows = end + 1
    if end and words.lows[end - 1] in ("of", "for", "on"):
        return False  # "the Court of Appeals’ Board"
    if follows >= len(words) or not words.words[follows][0].isupper():
        return False
    low, begins = words.lows[end], words.lows[end - 1] if end else ""
    is_head = words.lows[follows] in HEADS_LAST or words.lows[follows] in PLACE_HEADS
    if words.possessive[end]:
        if not words.before(follows)[2:].isspace():
            return False
        return is_head and (low in _OWNERS or (begins in ("st", "saint") and words.joined[end]))
    return low.endswith("s") and words.before(follows) in ("' ", "’ ") and words.lows[follows] in HEADS_LAST


def _step(words: Words, start: int, end: int) -> int | None:
    """The next capitalised word of a run, over the small words that may stand between two."""
    follows = end + 1
    if _is_capital(words, follows) and not words.headline[follows]:
        return follows if not words.opens[follows] else None
    small = 0
    while follows < len(words) and small < 3 and words.joined[follows]:
        low = words.lows[follows]
        if low not in PARTICLES and low not in LINKS:
            break
        follows, small = follows + 1, small + 1
    if not small or follows >= len(words) or not words.joined[follows] or not _is_capital(words, follows):
        return None
    links = [words.lows[place] for place in range(end + 1, follows)]
    if all(low in PARTICLES for low in links):
        return follows
    if links == ["of"] and end == start and words.lows[start] in PLACE_OF:
        return follows
    if _links_organisation(words, start, end, links, follows) or _is_known_across(words, start, end, follows):
        return follows
    return None


def _links_organisation(words: Words, start: int, end: int, links: list[str], follows: int) -> bool:
    """Whether the small words go on with the name of an organisation ("Ministry of Health", "Center for … and …")."""
    if words.lows[follows] in CALENDAR:
        return False
    head = next((place for place in range(start, end + 1) if words.lows[place] in HEADS_FIRST), None)
    if head is None:
        title = words.lows[end] in TITLES or words.lows[end] in _FORMAL
        return title and links in (["of"], ["of", "the"]) and words.lows[follows] in DEPARTMENTS
    linked = any(words.lows[place] in ("of", "for", "on") for place in range(head + 1, end))
    if links[0] in ("of", "for", "on", "against") and not linked:
        return head == end or links[0] == "on"
    if not linked:
        return False
    if links in (["of", "the"], ["in", "the"]):
        return not _has_own_head(words, follows)
    if links == ["for", "the"]:
        return words.lows[head] in ("court", "courts")
    if links == ["and"] or links == ["in"] or links == ["of"]:
        known = known_at(words, follows, follows + 3)
        return known is None and words.lows[follows] not in FIRST_NAMES and not _has_own_head(words, follows)
    return links in (["for"], ["of"], ["to"], ["&"])


def _has_own_head(words: Words, start: int) -> bool:
    """Whether a run that begins here is an organisation in its own right ("San Sebastián University")."""
    end = start
    while end + 1 < min(len(words), start + _MOST_WORDS) and words.joined[end + 1] and _is_capital(words, end + 1):
        end += 1
    return end > start and words.lows[end] in HEADS_LAST and words.lows[end] != "circuit"


def _is_known_across(words: Words, start: int, end: int, follows: int) -> bool:
    """Whether a known name runs over the small words ("House of Representatives")."""
    for begin in range(max(start, end - 2), end + 1):
        known = known_at(words, begin, min(follows + 3, len(words) - 1))
        if known and known[0] >= follows:
            return True
    return False


def _cut(words: Words, start: int, end: int) -> Iterator[Candidate]:
    """The candidates within a run: known names, titles with the name behind them, organisations, people, the rest.

    What is written like a name and names nobody is of type event.
    """
    title: int | None = None
    index = start
    while index <= end:
        is_called = title is not None and words.words[index] in AMBIGUOUS and not _is_known_body(words, index, end)
        if title is None and (last := passes(words, start, index, end)) is not None:
            yield Candidate(index, last, "event")
            index = last + 1
            continue
        if not is_called and (found := _known(words, index, end)) is not None:
            yield found
            index, title = found.last + 1, None
            continue
        low = words.lows[index]
        if _is_numbered(words, index):
            last = next(place for place in range(index + 1, end + 1) if words.lows[place] in _NUMBERED)
            if words.lows[last] == "amendment":
                yield Candidate(index, last, "document")
                index, title = last + 1, None
                continue
        elif _is_title(words, index, end):
            title = index if title is None else title
            index = _past_title(words, index, end)
            continue
        elif low in FUNCTION and not (low == "may" and title is not None) and not _may_begin(words, index, end):
            index, title = index + 1, None
            continue
        elif index == start and _is_only_an_opening(words, index, end):
            index += 1
            continue
        last = _stop(words, index, end)
        if title is not None and words.words[index] in PLACES and not _may_name(words, index, end):
            yield Candidate(index, index, "place", known=PLACES[words.words[index]])
            index, title = index + 1, None
            continue
        found = typed(words, index, last, title)
        if found.type is None and (cut := _person_within(words, index, last)) is not None:
            found = typed(words, index, cut - 1, None)
        yield found
        index, title = found.last + 1, None


def _is_known_body(words: Words, index: int, end: int) -> bool:
    """Whether a known name of several words begins here ("Ford Foundation"), whatever its first word is."""
    known = known_at(words, index, end)
    return known is not None and known[0] > index


def _postal(words: Words, index: int) -> Candidate | None:
    """The state that two letters stand for, behind a comma or a party's letter ("Dayton, OH", "R-OH")."""
    state = POSTAL.get(words.words[index])
    if state is None or not index:
        return None
    is_behind_city = words.before(index) == ", " and words.words[index - 1][0].isupper()
    is_of_party = words.before(index) in ("-", "‑") and words.words[index - 1] in ("R", "D", "I")
    return Candidate(index, index, "place", known=state) if is_behind_city or is_of_party else None


def _may_name(words: Words, index: int, end: int) -> bool:
    """Whether a place's name behind a title is a person's ("President Jordan", "Captain Paris Lunn")."""
    if index < end:
        return may_be_surname(words, index + 1)
    return words.words[index] in AMBIGUOUS


def _person_within(words: Words, index: int, last: int) -> int | None:
    """The first word of the full name that ends a run which nothing tells of ("Government Affairs Ana Lunn")."""
    for place in range(index + 1, last):
        if words.lows[place] in FIRST_NAMES and words.lows[place] not in COMMON and may_be_surname(words, place + 1):
            return place
    return None


def _known(words: Words, index: int, end: int) -> Candidate | None:
    """The known name at ``index``, unless it is the beginning of another name."""
    known = known_at(words, index, end)
    if known is None:
        return _postal(words, index)
    last, kind, name = known
    rest = last + 1
    if rest <= end:
        if words.lows[rest] == "first":
            return None
        if words.words[index] in AMBIGUOUS and last == index and may_be_surname(words, rest):
            return None
        is_state_office = words.lows[rest] == "state" and rest < end and words.lows[rest + 1] in TITLES
        if words.lows[rest] in HEADS_LAST | PLACE_HEADS | DOCUMENT_HEADS and words.lows[rest] not in TITLES:
            return Candidate(index, last, kind, known=name) if is_state_office and kind == "place" else None
        if kind == "organisation" and words.lows[rest] == "of" and words.words[last] != name.split()[0]:
            branch = known_at(words, rest + 1, end)
            if branch is not None and branch[1] == "place":
                return Candidate(index, branch[0], kind)
        head = _stop(words, index, end)
        if (
            head > rest
            and words.lows[head] in HEADS_LAST | PLACE_HEADS
            and not any(_is_title(words, at, end) for at in range(rest, head))
        ):
            return None
    if (
        index
        and words.joined[index]
        and last == index
        and words.words[index] in AMBIGUOUS
        and _is_capital(words, index - 1)
    ):
        return None
    if last == index and words.opens[index] and words.words[index] in AMBIGUOUS and kind == "organisation":
        return None
    return Candidate(index, last, kind, known=name)


def _may_begin(words: Words, index: int, end: int) -> bool:
    """Whether a small word begins a name here: as a first name or an initial ("A. Philip Lunn")."""
    is_initial = len(words.words[index]) == 1 and index < end and words.before(index + 1)[:1] == "."
    return is_initial or _is_first_name(words, index, end)


def _is_first_name(words: Words, index: int, end: int) -> bool:
    """Whether a word that may be ordinary is a first name here: "Will Hurd", "Mark Twain"."""
    return (
        words.lows[index] in FIRST_NAMES
        and index < end
        and may_be_surname(words, index + 1)
        and not (words.opens[index] and words.lows[index] in ("will", "may", "can", "art", "bill", "grant"))
    )


def _is_title(words: Words, index: int, end: int) -> bool:
    """Whether the word at ``index`` is a title before something (or alone), and not the beginning of a name."""
    low = words.lows[index]
    if low in ROLES and words.opens[index] and index < end:
        return True
    if words.words[index] in _SHORT_TITLES and index < end:
        return not index or not words.joined[index] or may_be_surname(words, index + 1)
    if low in _PARTISANS and index < end:
        return words.lows[index + 1] in FIRST_NAMES and index + 1 < end and may_be_surname(words, index + 2)
    if low not in TITLES and low not in _FORMAL and low not in ("house", "senate", "majority", "minority", "campaign"):
        return False
    if low in ("house", "senate", "majority", "minority"):
        following = words.lows[index + 1 : min(index + 3, end + 1)]
        return any(word in TITLES or word in ("leader", "whip", "majority", "minority") for word in following)
    if index and words.lows[index - 1] == "the" and index + 1 == end and words.lows[end] in PLACE_HEADS:
        return False  # "the Anchor Hall"
    if low == "campaign":
        return index + 1 <= end and words.lows[index + 1] in TITLES
    if index < end:
        last = _stop(words, index, end, over_titles=True)
        if words.lows[last] in HEADS_LAST and last > index and words.lows[last] not in ("guard", "post", "front", "ag"):
            return False
        return words.lows[index] != "general" or words.words[index + 1] not in (
            "Motors",
            "Electric",
            "Assembly",
            "Mills",
        )
    return True


def _past_title(words: Words, index: int, end: int) -> int:
    """The index behind a title, over "of State" and the like."""
    index += 1
    if index + 1 <= end and words.lows[index] == "of":
        index += 1
        while index <= end and (words.lows[index] in DEPARTMENTS or words.lows[index] in ("and", "the")):
            index += 1
    return index


def _is_only_an_opening(words: Words, index: int, end: int) -> bool:
    """Whether the first word of a run is capitalised only because it begins a sentence."""
    if not words.opens[index]:
        return False
    low = words.lows[index]
    if index < end and may_be_surname(words, index + 1):
        head, _, tail = words.words[index + 1].partition("-")
        if low in FIRST_NAMES or (head and tail.islower()):
            return False  # "Ban Ki-moon"
    is_verb = index < end and low.endswith("ing") and len(low) > 5 and low not in FIRST_NAMES
    return (
        (low in COMMON or is_verb)
        and index <= end
        and not (index < end and words.lows[_stop(words, index, end)] in HEADS_LAST)
    )


def _stop(words: Words, start: int, end: int, *, over_titles: bool = False) -> int:
    """The last word of the name that begins at ``start``: before the next title, and at most a few words on."""
    last = start
    while last < min(end, start + _MOST_WORDS + 2):
        follows = last + 1
        is_last_of_name = words.lows[follows] == "justice" and follows == end and words.lows[last] in _FOR_JUSTICE
        if (
            not over_titles
            and words.lows[follows] in TITLES
            and not is_last_of_name
            and not (words.words[follows].isupper() and len(words.words[follows]) < 3)
        ):
            rest = range(follows, min(end, start + _MOST_WORDS) + 1)
            if not any(words.lows[place] in HEADS_LAST for place in rest):
                break
        last = follows
    while last > start and not _is_capital(words, last):
        last -= 1
    return last
