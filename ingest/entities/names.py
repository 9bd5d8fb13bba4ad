"""Where a text names something: runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.entities.datelines import is_filed_from
from ingest.entities.known import known_at
from ingest.entities.lookalikes import passes
from ingest.entities.name_forms import DOCUMENT_HEADS, OUTLET_ENDS, Candidate, may_be_surname, typed
from ingest.entities.runs import MOST_WORDS, NUMBERED, is_capital, is_numbered, run_end
from ingest.entities.titles import is_only_an_opening, is_title, may_begin, past_title, stop
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import AMBIGUOUS, COUNTRIES, PLACES, POSTAL, SHORT_STATES
from ingest.lexicon.words import COMMON, FUNCTION, HEADS_LAST, PLACE_HEADS, SPEECH_VERBS, TITLES, listed
from ingest.words import Words

_NATIONS = frozenset({"England", "Scotland", "Wales"})
"""Nations with services of their own within one country."""
_CHAMBERED = ("-passed", "-approved", "-focused", "-controlled", "-led", "-backed")
"""What is said of things by the chamber they come from or aim at ("a House-passed bill")."""


_CALLS = listed("first forward together rising united next now works votes speaks advancing moving standing")
"""Words that make a campaign's name of a place's: "Norland First", "Strand Rising"."""


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
        if words.headline[index] or not is_capital(words, index):
            index += 1
            continue
        end = run_end(words, index)
        cut = list(_cut(words, index, end))
        candidates.extend(cut)
        index = max([end, *(one.last for one in cut)]) + 1
    return candidates


def _is_person_later(words: Words, index: int, later: set[str]) -> bool:
    """Whether a headline names somebody in full whom the text then names by surname."""
    if index + 1 >= len(words) or words.lows[index] not in FIRST_NAMES or words.lows[index] in COMMON:
        return False
    return words.joined[index + 1] and words.lows[index + 1] in later and may_be_surname(words, index + 1)


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
        if index == start and (last := _quoted_law(words, start)) is not None:
            yield Candidate(start, last, "document")
            index = last + 1
            continue
        if index == start and (last := _filed_from(words, start, end)) is not None:
            known = known_at(words, start, last)
            yield Candidate(start, last, "place", known=known[2] if known is not None and known[0] == last else None)
            index = last + 1
            continue
        if not is_called and (found := _known(words, index, end)) is not None:
            yield found
            index, title = found.last + 1, None
            continue
        low = words.lows[index]
        if is_numbered(words, index):
            last = next((place for place in range(index + 1, end + 1) if words.lows[place] in NUMBERED), index)
            if words.lows[last] == "amendment":
                yield Candidate(index, last, "document")
                index, title = last + 1, None
                continue
        elif is_title(words, index, end):
            title = index if title is None else title
            index = past_title(words, index, end)
            continue
        elif low in FUNCTION and not (low == "may" and title is not None) and not may_begin(words, index, end):
            index, title = index + 1, None
            continue
        elif index == start and is_only_an_opening(words, index, end):
            index += 1
            continue
        last = stop(words, index, end)
        if title is not None and words.words[index] in PLACES and not _may_name(words, index, end):
            yield Candidate(index, index, "place", known=PLACES[words.words[index]])
            index, title = index + 1, None
            continue
        found = typed(words, index, last, title)
        if found.type is None and (cut := _person_within(words, index, last)) is not None:
            found = typed(words, index, cut - 1, None)
        yield found
        index, title = found.last + 1, None


def _quoted_law(words: Words, start: int) -> int | None:
    """The last word of a law's name that quotation marks hold ("the “Help for Victims of Floods Act”")."""
    if words.before(start)[-1:] not in ("“", '"'):
        return None
    last = start
    while last + 1 < len(words) and words.joined[last + 1] and last - start < MOST_WORDS:
        last += 1
    return (
        last if last > start and words.lows[last] in ("act", "bill") and words.after(last)[:1] in ("”", '"') else None
    )


def _filed_from(words: Words, start: int, end: int) -> int | None:
    """The last word of the place in capitals that a story was filed from ("STRAND COLLEGE, Pa. - Lima's victory")."""
    last = start
    while last < end and words.words[last + 1].isupper():
        last += 1
    is_shouted = words.words[start].isupper() and len(words.words[start]) > 1
    return last if is_shouted and is_filed_from(words, start, last) else None


def _is_branch(words: Words, last: int) -> bool:
    """Whether a country behind an acronym names a branch: "NHS England", "UNICEF Peru said"; no "EU Turkey deal"."""
    place, follows = last + 1, last + 2
    is_nation = words.words[place] in _NATIONS
    if not words.words[last].isupper() or not (is_nation or words.words[place] in COUNTRIES):
        return False
    is_closed = follows >= len(words) or words.possessive[place] or not words.joined[follows]
    is_acting = not is_closed and words.lows[follows] in FUNCTION | SPEECH_VERBS
    return is_nation or is_closed or is_acting


def _known(words: Words, index: int, end: int) -> Candidate | None:
    """The known name at ``index``, unless it is the beginning of another name."""
    known = known_at(words, index, end)
    if known is None:
        return _chamber(words, index, end) or _postal(words, index)
    last, kind, name = known
    rest = last + 1
    if words.words[last] == "Yorker" and index and words.lows[index - 1] != "the":
        return None  # one who lives there
    if (office := _office_end(words, last)) is not None:
        return Candidate(index, office, "organisation")
    if rest == end and kind == "organisation" and _is_branch(words, last):
        return Candidate(index, end, "organisation")
    if rest <= end:
        if kind == "place" and rest == end and words.lows[rest] in _CALLS:
            return Candidate(index, rest, "organisation")
        if words.lows[rest] == "first":
            return None
        if words.words[index] in AMBIGUOUS and last == index and may_be_surname(words, rest):
            return None
        if kind == "place" and rest == end and words.lows[rest] in OUTLET_ENDS:
            return None
        is_state_office = words.lows[rest] in ("state", "district") and rest < end and words.lows[rest + 1] in TITLES
        if kind == "organisation" and words.lows[rest] == "press" and is_title(words, rest, end):
            return Candidate(index, last, kind, known=name)  # "White House Press Secretary"
        if words.lows[rest] in HEADS_LAST | PLACE_HEADS | DOCUMENT_HEADS and words.lows[rest] not in TITLES:
            return Candidate(index, last, kind, known=name) if is_state_office and kind == "place" else None
        if kind == "organisation" and words.lows[rest] == "of" and words.words[last] != name.split()[0]:
            branch = known_at(words, rest + 1, end)
            if branch is not None and branch[1] == "place":
                return Candidate(index, branch[0], kind)
        head = stop(words, index, end)
        if (
            head > rest
            and words.lows[head] in HEADS_LAST | PLACE_HEADS
            and not any(is_title(words, at, end) for at in range(rest, head))
        ):
            return None
    if (
        index
        and words.joined[index]
        and last == index
        and words.words[index] in AMBIGUOUS
        and is_capital(words, index - 1)
    ):
        return None
    if last == index and words.opens[index] and words.words[index] in AMBIGUOUS and kind == "organisation":
        return None
    return Candidate(index, last, kind, known=name)


def _chamber(words: Words, index: int, end: int) -> Candidate | None:
    """The chamber that "the House" mostly means, where nothing else stands in its name."""
    if words.words[index] != "House":
        return None
    is_led = index < end and words.lows[index + 1] in ("speaker", "majority", "minority")
    if is_led or (index == end and words.after(index).startswith(_CHAMBERED)):
        return Candidate(index, index, "organisation", known="House of Representatives")
    if index < end or not index or words.lows[index - 1] not in ("the", "full"):
        return None
    follows = index + 1
    is_lone = follows >= len(words) or not words.joined[follows] or words.words[follows].islower()
    return Candidate(index, index, "organisation", known="House of Representatives") if is_lone else None


def _office_end(words: Words, last: int) -> int | None:
    """The last word of an attorney's office that is called after what stands before it and its district."""
    office = last + 2
    if office >= len(words) or words.lows[last + 1 : office + 1] != ["attorney", "office"]:
        return None
    if not words.possessive[last + 1]:
        return None
    if words.lows[office + 1 : office + 3] not in (["for", "the"], ["in", "the"]):
        return office
    run = run_end(words, office + 3) if office + 3 < len(words) and is_capital(words, office + 3) else office
    return run if "district" in words.lows[office + 3 : run + 1] else office


def _is_known_body(words: Words, index: int, end: int) -> bool:
    """Whether a known name of several words begins here ("Ford Foundation"), whatever its first word is."""
    known = known_at(words, index, end)
    return known is not None and known[0] > index


def _postal(words: Words, index: int) -> Candidate | None:
    """The state that two letters stand for, behind a comma or a party's letter ("Dayton, OH", "R-OH")."""
    state = POSTAL.get(words.words[index])
    if words.after(index)[:1] == ".":
        state = SHORT_STATES.get(words.words[index], state)
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
