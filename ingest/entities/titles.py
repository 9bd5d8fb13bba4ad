"""Where a name begins and ends within a run of capitalised words: titles before it, openings of sentences."""

from __future__ import annotations

from ingest.entities.name_forms import SURNAMES_TOO, is_surname_all_the_same, may_be_surname
from ingest.entities.runs import FORMAL, MOST_WORDS, is_capital
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.words import COMMON, DEPARTMENTS, HEADS_LAST, PLACE_HEADS, ROLES, TITLES
from ingest.words import Words

_SHORT_TITLES = frozenset({"AG", "PM", "VP", "PC", "Cllr", "Msgr", "Insp", "Supt", "Fr"})
_BEFORE_TITLES = frozenset({"press", "communications", "policy", "finance", "political", "legislative", "budget"})
"""Words that say what kind of secretary or director one is, and end the names of bodies elsewhere."""
_ADDRESSING = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov"})
_FOR_JUSTICE = frozenset({"of", "for", "and", "social", "racial", "criminal"})
_PARTISANS = frozenset({"democrat", "republican", "libertarian", "conservative", "liberal", "socialist", "tory", "pro"})
"""Words right before a full name that say what side somebody is on."""


def is_title(words: Words, index: int, end: int) -> bool:
    """Whether the word at ``index`` is a title before something (or alone), and not the beginning of a name."""
    low = words.lows[index]
    is_addressed = index > 0 and words.joined[index] and words.lows[index - 1] in _ADDRESSING
    if is_addressed and index == end and low in SURNAMES_TOO:
        return False  # "Mr. King"
    if low in ROLES and words.opens[index] and index < end:
        return True
    if (
        low in _BEFORE_TITLES
        and index < end
        and words.lows[index + 1] in ("secretary", "director", "adviser", "advisor")
    ):
        return True
    if low in ("assistant", "associate", "principal") and index < end:
        return words.lows[index + 1] in TITLES or words.words[index + 1] in _SHORT_TITLES
    if low == "rear" and index < end:
        return words.lows[index + 1] in ("admiral", "adm")
    if words.words[index] in _SHORT_TITLES and index < end:
        return not index or not words.joined[index] or may_be_surname(words, index + 1)
    if low in _PARTISANS and index < end:
        return words.lows[index + 1] in FIRST_NAMES and index + 1 < end and may_be_surname(words, index + 2)
    if low not in TITLES and low not in FORMAL and low not in ("house", "senate", "majority", "minority", "campaign"):
        return False
    if low in ("house", "senate", "majority", "minority"):
        following = words.lows[index + 1 : min(index + 3, end + 1)]
        if following[:1] == ["of"]:
            return False  # "House of Representatives"
        return any(word in TITLES or word in ("leader", "whip", "majority", "minority") for word in following)
    if index and words.lows[index - 1] == "the" and index + 1 == end and words.lows[end] in PLACE_HEADS:
        return False  # "the Anchor Hall"
    if low == "campaign":
        return index + 1 <= end and words.lows[index + 1] in TITLES
    if index < end:
        last = stop(words, index, end, over_titles=True)
        if words.lows[last] in HEADS_LAST and last > index and words.lows[last] not in ("guard", "post", "front", "ag"):
            return False
        return words.lows[index] != "general" or words.words[index + 1] not in (
            "Motors",
            "Electric",
            "Assembly",
            "Mills",
        )
    return True


def past_title(words: Words, index: int, end: int) -> int:
    """The index behind a title, over "of State" and the like."""
    index += 1
    if index + 1 <= end and words.lows[index] == "of":
        index += 1
        while index <= end and (words.lows[index] in DEPARTMENTS or words.lows[index] in ("and", "the")):
            index += 1
    return index


def is_only_an_opening(words: Words, index: int, end: int) -> bool:
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
        and not (index < end and words.lows[stop(words, index, end)] in HEADS_LAST)
    )


def may_begin(words: Words, index: int, end: int) -> bool:
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


def stop(words: Words, start: int, end: int, *, over_titles: bool = False) -> int:
    """The last word of the name that begins at ``start``: before the next title, and at most a few words on."""
    last = start
    while last < min(end, start + MOST_WORDS + 2):
        follows = last + 1
        is_for = words.lows[last] in _FOR_JUSTICE or "for" in words.lows[start:last]
        is_last_of_name = words.lows[follows] == "justice" and follows == end and is_for
        if (
            not over_titles
            and words.lows[follows] in TITLES
            and not is_last_of_name
            and not is_surname_all_the_same(words, follows)
            and not (words.words[follows].isupper() and len(words.words[follows]) < 3)
        ):
            rest = range(follows, min(end, start + MOST_WORDS) + 1)
            if not any(words.lows[at] in HEADS_LAST and not (words.words[at] == "AG" and at < end) for at in rest):
                break
        last = follows
    while last > start and not is_capital(words, last):
        last -= 1
    return last
