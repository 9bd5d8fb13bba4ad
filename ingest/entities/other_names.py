"""What a text says in passing that something is called as well: an acronym of its name, a former or later name."""

from __future__ import annotations

from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, ORGANISATIONS, PLACES
from ingest.lexicon.words import COMMON, ORG_NOUNS
from ingest.words import Words

_RENAMING = frozenset({("now",), ("formerly",), ("now", "called"), ("now", "known", "as"), ("formerly", "known", "as")})
"""Words between two names of one body or place."""
_CALLED = frozenset({"called", "named", "dubbed"})
_SHORTEST_ACRONYM = 3
_SHORTEST_WORD = 4
_LARGER = 9
"""Words of the larger body that a body is of."""
_LEFT_OUT = {
    *(("pac",), ("media",), ("inc",), ("corp",), ("corporation",), ("company",), ("co",), ("ltd",), ("llc",), ("plc",)),
    *(("company", "inc"), ("of", "america")),
}
"""What the names of bodies end in that is as often left out."""


def is_spelt_out(words: Words, first: int, last: int) -> bool:
    """Whether an acronym of the words stands beside them: "Progress for Lima (PFL)", "Progress for Lima, or PFL"."""
    short = last + 1
    if short < len(words) and words.before(short) == ", " and words.lows[short] == "or":
        short += 1
        is_beside = short < len(words) and words.joined[short]
    else:
        is_beside = short < len(words) and words.before(short) == " (" and words.after(short)[:1] in (")", ",", ";")
    if not is_beside or not words.words[short].isupper() or len(words.words[short]) < _SHORTEST_ACRONYM:
        return False
    run, letters = words.words[first : last + 1], words.words[short].replace(".", "")
    return letters in ("".join(word[0] for word in run if word[0].isupper()), "".join(word[0] for word in run).upper())


def short_word(words: Words, first: int, last: int) -> str | None:
    """The short word in parentheses behind a body's name, or behind the larger body that it is of: "(Idehar)".

    It begins as a word of the name does; behind a larger body, as no word of that one's does.
    """
    end = last
    while end + 1 < len(words) and end - last < _LARGER and words.joined[end + 1]:
        end += 1
    short = end + 1
    if first == last or short >= len(words) or words.before(short) != " (" or words.after(short)[:1] != ")":
        return None
    initials = _initials(words, first, last)
    if end > last:
        initials = initials - _initials(words, last + 1, end) if words.lows[last + 1] in ("of", "at") else set()
    word, low = words.words[short], words.lows[short]
    is_name = low in COMMON | FIRST_NAMES or word in PLACES or word in DEMONYMS or word in ORGANISATIONS
    is_short = word.isalpha() and word.istitle() and len(word) >= _SHORTEST_WORD and not is_name
    return words.folds[short] if is_short and word[0] in initials else None


def _initials(words: Words, first: int, last: int) -> set[str]:
    return {word[0] for word in words.words[first : last + 1] if word[0].isupper()}


def is_told_a_body(words: Words, first: int) -> bool:
    """Whether a noun for a body introduces the words from ``first`` on ("a super PAC, Right to Climb")."""
    before = first - 1
    if before > 0 and words.joined[first] and words.lows[before] in _CALLED:
        before -= 1
    elif before < 0 or words.before(first) not in (", ", ": "):
        return False
    return words.lows[before] in ORG_NOUNS or words.words[before] == "PAC"


def is_renamed(words: Words, last: int, first: int) -> bool:
    """Whether the words between two names say that the second is another name of what the first names."""
    between = words.lows[last + 1 : first]
    is_set_off = words.after(last) in (" (", ", ") and not words.possessive[last]
    return is_set_off and tuple(between) in _RENAMING


def without_end(form: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name as folded words, without what its short form leaves out at the end.

    >>> without_end(("orvale", "values", "pac")), without_end(("pac",))
    (('orvale', 'values'), ('pac',))
    """
    size = next((size for size in (2, 1) if len(form) > size and form[-size:] in _LEFT_OUT), 0)
    return form[: len(form) - size]
