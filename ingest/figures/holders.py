"""Whose a sum or a share is: who gave, earned, won or has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures.naming import trimmed
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.populations import AUXILIARIES
from ingest.lexicon.words import listed
from kg.model import Figure, Span

DEALING = listed(
    """
    raise raised raises raising spend spent spends spending donate donated donates donating give gave gives given
    giving pay paid pays paying lose lost loses losing earn earned earns earning invest invested invests investing
    owe owed owes save saved saves lend lent borrow borrowed collect collected collects contribute contributed
    contributes contributing charge charged charges commit commits committed pledge pledges pledged buy bought buys
    sold sell sells get gets got receive received receives receiving
    """
)
"""What is done with money by those who give or get it."""
_VERBS = DEALING | listed(
    """
    win won wins winning getting draw drew draws have has had hold holds held take took takes taking make made makes
    making bring brought brings pull pulled pulls garner garnered poll polled polls capture captured claim claimed
    score scored carry carried
    """
)
"""Verbs whose subject has, gives or gets what a number behind them measures."""
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*|[,;:()“”\"—–]")
_RELATIVE = ("that", "which", "who")
_FILLING = AUXILIARIES | listed("also already now together each both alone just only still then combined recently have")
_NO_SUBJECT = listed(
    """
    he she it they we i you who that which what there this these those one all none and or but if as when while because
    """
)
_BREAKS = frozenset(',;:()“”"—–')
_OBJECTS = frozenset(("on", "with", "from", "to", "at", "against", "about", "over", "under", "between"))
"""What makes the noun behind it no subject ("spending on police has grown")."""
_LONGEST, _REACH = 8, 140
_APPOSED = 16
"""Words and commas between a subject and its verb that only tell who it is (", a pilot from Strand,")."""
_RESPECTIVELY = re.compile(r",?[ \u00a0](?:[^.;\n,\d]{1,40},[ \u00a0])?respectively\b")
_ARTICLES = ("the", "a", "an", "its", "their", "his", "her", "our", "both", "each")
_JOINTS = re.compile(r",?[ \u00a0]and[ \u00a0]|,[ \u00a0]")


def holder(text: str, span: Span, clause: Span, sentence: Span) -> str | None:
    """Who has, gives or gets what a number at ``span`` measures: the subject of the verb before it in its clause.

    None for a pronoun, and where no such verb or no plain subject stands there.
    """
    start = max(sentence.start, span.start - _REACH)
    words = list(_WORD.finditer(text, start, span.start))
    verb = next((place for place in reversed(range(len(words))) if words[place][0].lower() in _VERBS), None)
    if verb is None or words[verb].start() < clause.start:
        return None
    if words[verb][0] in ("has", "have", "had") and verb + 1 < len(words) and words[verb + 1][0].endswith(("ed", "en")):
        return None
    last = words[verb - 1][0] if verb else ""
    if words[verb][0].endswith("ing") and not (last in _FILLING or last == "," or last[:1].isupper()):
        return None
    end = verb
    while end and words[end - 1][0].lower() in _FILLING:
        end -= 1
    if end and words[end - 1][0] == ",":
        end = next((at for at in range(end - 2, max(0, end - _APPOSED), -1) if words[at][0] == ","), end)
    if end and words[end - 1][0].lower() in _RELATIVE:
        end -= 1
        end -= end > 0 and words[end - 1][0] == ","
    if not end or words[end - 1][0].lower() == "to":
        return None
    first = end
    while first and end - first < _LONGEST and not _ends_subject(words, first - 1):
        first -= 1
    while first < end and words[first][0].lower() in _ARTICLES:
        first += 1
    last = re.split("[’']", words[end - 1][0].lower())[0]
    if first == end or (first and end - first == _LONGEST) or last in _NO_SUBJECT:
        return None
    if words[first][0] in ("in", "of", "for", "and") or (first and words[first - 1][0] in _OBJECTS):
        return None
    if words[first][0].islower() and words[first][0].endswith(("ed", "ing")):
        return None
    name = text[words[first].start() : words[end - 1].end()].rstrip(".,’'")
    name = trimmed(name) or name
    return name if any(letter.isupper() for letter in name) or len(name.split()) > 1 or is_plural(name) else None


def _ends_subject(words: list[re.Match[str]], place: int) -> bool:
    """Whether a subject cannot go on before a word; past "and" it does only where that joins two of a kind."""
    word = words[place][0]
    lowered = word.lower()
    if lowered == "and" and 0 < place < len(words) - 1:
        before, after = words[place - 1][0], words[place + 1][0]
        return not (before[0].isupper() and after[0].isupper()) and not (is_plural(before) and is_plural(after))
    if lowered in ("of", "in", "the", "for", "a", "an"):
        return False
    return word in _BREAKS or lowered in STOP or lowered in _NO_SUBJECT


def respective(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence, each with its own holder where they are told in a row and "respectively".

    The hedge of the first goes for all of them ("Lee and Moe gave more than $5 and $3, respectively").
    """
    whole, first = list(figures), 0
    for index, figure in enumerate(figures):
        following = figures[index + 1] if index + 1 < len(figures) else None
        if following is not None and _JOINTS.fullmatch(text, figure.span.end, following.span.start):
            continue
        row = figures[first : index + 1]
        names = [part for part in _JOINTS.split(row[0].population or "") if part]
        if len(row) > 1 and _RESPECTIVELY.match(text, figure.span.end):
            for place, one in enumerate(row):
                own = replace(one, population=names[place]) if len(names) == len(row) else one
                whole[first + place] = _as_blurred(own, row[0]) if own.hedge is None else own
        first = index + 1
    return whole


def _as_blurred(figure: Figure, first: Figure) -> Figure:
    """The figure with the bound that the hedge of the first in its row makes."""
    return replace(
        figure,
        lower=figure.value if first.lower is not None and first.lower == first.value else figure.lower,
        upper=figure.value if first.upper is not None and first.upper == first.value else figure.upper,
    )
