"""What the words that name a speaker consist of: a name, a pronoun, or a description with its head noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.entities.evidence import noun_type
from ingest.entities.nobody import BEHIND_NAMES, is_mere_opening
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.pronouns import POSSESSIVE
from ingest.lexicon.words import DOCUMENT_NOUNS, FUNCTION, GROUP_NOUNS, listed
from ingest.relations.roles import Place, named_at
from ingest.speakers.appositions import BOUNDS, apposed_name, apposed_to
from ingest.speakers.counted import counted, label_begins
from ingest.speakers.introduced import introduction
from ingest.speakers.joint import joint
from ingest.speakers.partitives import copied, is_of_some, of_others
from ingest.speakers.phrases import (
    ADJECTIVES,
    DEFINITE,
    DETERMINERS,
    PRONOUNS,
    Phrase,
    singular,
    type_of,
)
from ingest.speakers.somebody import can_begin, is_description, is_somebody
from ingest.speakers.titled import over_title, past_article, past_dateline, titled_name
from ingest.speakers.together import past_pronoun, several, together
from ingest.words import Words
from kg.model import Referent, Span

__all__ = ["Phrase", "read", "type_of"]

_SKIPPED = listed(
    """
    by from to with and but that when as while if so even because although though also later then both in for of
    """
)
_TIES = listed("of for at from in with on to")
_TITLE_TIES = listed("of and to for at")
_PARTITIVES = listed(
    """
    one many some most several few all both none majority number half lot dozens hundreds thousands millions percent
    each any two three four five group groups members couple draft version numbers chorus army crowd handful scores
    """
)
_POSTPOSED = listed("familiar close aware knowledgeable privy unconnected able eligible likely")
"""Adjectives that stand behind what they describe ("a source familiar with …")."""
_TRAILING = listed(
    """
    himself herself itself themselves just also later recently now then today yesterday again once both all
    """
)
_PLURALS = listed("people police men women children media data statistics")
_NOUNS = listed("meeting building hearing ruling filing briefing hundred")
"""Nouns that look like participles."""
_PARTICIPLES = listed("seen written known made sent shown")
_NO_ADVERBS = listed("family ally daily assembly elderly bully")
_KEEP_ARTICLE = listed("right left far-right far-left")
_CONTRACTED = re.compile(r"(?:i|we|you|they|he|she|it|that|there|who|what)['’](?:ve|re|ll|d|m|s)")
_COMPOUND = re.compile(r"[-‑–][a-z]+ ")
"""What makes a name a mere attribute of what follows ("Gazprom-backed lobby")."""
_LONGEST_NAME = 3
_LONGEST = 12


def read(words: Words, span: Span, named: Sequence[Place], referents: Sequence[Referent]) -> Phrase:
    """What a speaker's words are."""
    first, last = words.at(span.start), min(words.at(span.end - 1), len(words) - 1)
    if first < last and words.starts[last] >= words.repaired.within(span)[1]:
        last -= 1  # the span ends in the possessive ending of the word before
    while (
        first < last and words.lows[first] in _SKIPPED and not (words.lows[first] == "that" and words.joined[first + 1])
    ):
        first += 1
    if first >= len(words) or last < first:
        return Phrase("nothing", first, first)
    if (name := apposed_to(words, first, last, named, referents)) is not None:
        return Phrase("name", name.first, name.last, name.referent)
    first = past_dateline(words, first, last)
    last = over_title(words, past_article(words, first, last), named)
    if (some := of_others(words, first, last)) is not None:
        return some
    group = counted(words, first, last)
    if group is not None:
        one = apposed_name(words, group[1], last, named, referents) if words.lows[first] == "one" else None
        if one is not None and referents[one.referent].type == "person":
            return Phrase("name", one.first, one.last, one.referent)  # "one of the pilots, Ana Lima"
        return _group(words, first, *group, last)
    while first < last and words.lows[first] == words.lows[first + 1] and words.lows[first] in DETERMINERS:
        first += 1
    if (origin := copied(words, first, last)) is not None:
        first = origin
    last = past_pronoun(words, first, last, named)
    for people in (several, together, joint):
        if (group_of := people(words, first, last, named, referents)) is not None:
            return group_of
    end = _base_end(words, first, last, named)
    is_pronoun = words.lows[first] in PRONOUNS and named_at(named, first) is None  # "US President Ana Lima"
    if is_pronoun and (end == first or words.lows[first] not in DETERMINERS):
        return Phrase("pronoun", first, first)
    name = named_at(named, end)
    if name is not None and is_of_some(words, first, name, referents):
        text = " ".join(words.text(first, name.last).split())
        return Phrase("description", first, name.last, None, "member", text, is_plural=True)
    is_home = name is not None and referents[name.referent].type == "place" and words.lows[first] in ("a", "an", "one")
    if is_home and noun_type(words.lows[last]) == "person":
        return _described(words, first, last, last)  # "one Orvale, Ohio, pastor"
    if name is not None and name.last == end and (end == last or not words.possessive[end]):
        return Phrase("name", name.first, end, name.referent)
    if name is not None and name.last > end and name.first <= end:
        return Phrase("name", name.first, name.last, name.referent)
    if name is None and (name := named_at(named, last)) is not None and name.last == last:
        begin = introduction(words, name.first, first)
        if begin == first and words.joined[name.first] and referents[name.referent].type == "person":
            return Phrase("name", name.first, last, name.referent)
    leading = named_at(named, first)
    if leading is None and words.lows[first] == "the":
        leading = named_at(named, first + 1)
    if leading is not None and leading.last < end and _only_follows(words, leading, referents):
        return Phrase("name", leading.first, leading.last, leading.referent)
    apposed = apposed_name(words, end, last, named, referents)
    is_several = singular(words.lows[end]) != words.lows[end]
    if apposed is not None and is_several and referents[apposed.referent].type == "person":
        apposed = None  # "the three scholars - Ana Lima, Tom Oakes and …"
    if apposed is not None and noun_type(singular(words.lows[end])) in (referents[apposed.referent].type, None):
        return Phrase("name", apposed.first, apposed.last, apposed.referent)
    return _described(words, first, end, last)


def _group(words: Words, first: int, head: int, end: int, last: int) -> Phrase:
    """A counted group as a description ("47 percent of adults in the city"), which is called after its noun."""
    whole = _with_complement(words, end, last)
    text = " ".join(words.text(label_begins(words, first, head), whole).split())
    return Phrase("description", first, whole, None, singular(words.lows[head]), text, is_plural=True, is_counted=True)


def _base_end(words: Words, first: int, last: int, named: Sequence[Place]) -> int:
    """The last word of the noun phrase itself, before "of …", "who …" and appositions."""
    end = first
    while end < last:
        follows = end + 1
        name = named_at(named, end)
        if name is not None and name.last > end:
            end = name.last
            continue
        if (
            not words.joined[follows]
            and not (words.possessive[end] and words.before(follows) in ("’s ", "'s "))
            and words.before(follows) not in ("/", "’ ", "' ")
            and not _COMPOUND.fullmatch(words.before(follows))
        ):
            break
        if words.lows[follows] == "and" and follows < last and _goes_on(words, end, named):
            end = follows + 1
            continue
        if words.lows[follows] in _TITLE_TIES and (holder := titled_name(words, first, end, last, named)) is not None:
            end = holder
            continue
        is_participle = words.lows[follows].endswith(("ed", "ing")) or words.lows[follows] in _PARTICIPLES
        is_clause = is_participle and words.words[follows].islower() and words.lows[follows] not in _NOUNS
        if (is_clause or words.lows[follows] in _POSTPOSED) and _is_head(words, end):
            break
        if words.lows[follows : follows + 2] == ["such", "as"]:
            break
        if words.lows[follows] in BOUNDS:
            if words.lows[follows] == "of" and words.lows[end] in _PARTITIVES and follows < last:
                end = follows + 1
                continue
            break
        end = follows
    while end > first and (
        words.lows[end] in _TRAILING
        or (words.lows[end] in BEHIND_NAMES and words.words[end].isupper())
        or (words.lows[end].endswith("ly") and words.words[end].islower() and words.lows[end] not in _NO_ADVERBS)
    ):
        end -= 1
    return end


def _is_head(words: Words, place: int) -> bool:
    """Whether a word may be what a phrase is about, so that a participle behind it begins a clause."""
    noun = singular(words.lows[place])
    return noun in DOCUMENT_NOUNS or noun_type(noun) is not None or noun == "those"


def _goes_on(words: Words, end: int, named: Sequence[Place]) -> bool:
    """Whether "and" stands within a name that was found in part, or joins two adjectives of one noun.

    "The North and South Harbour Council", "federal and local officials".
    """
    if words.lows[end] in ADJECTIVES and end + 3 < len(words) and words.joined[end + 3]:
        return _is_head(words, end + 3)
    behind = named_at(named, end + 2)
    return (
        words.words[end][0].isupper()
        and named_at(named, end) is None
        and behind is not None
        and behind.first == end + 2
    )


def _only_follows(words: Words, name: Place, referents: Sequence[Referent]) -> bool:
    """Whether what stands behind a name is not what the phrase is about: a lost comma, or words of time."""
    follows = name.last + 1
    if (
        words.lows[follows] in FUNCTION
        and words.words[follows].islower()
        and words.joined[follows]
        and not words.possessive[name.last]
    ):
        return True
    if referents[name.referent].type != "person" or words.possessive[name.last]:
        return False
    is_glued = words.span(name.last, name.last).end == words.span(follows, follows).start
    return (
        is_glued
        or words.lows[follows] == "phd"
        or (noun_type(singular(words.lows[follows])) is None and words.words[follows].islower())
    )


def _described(words: Words, first: int, end: int, last: int) -> Phrase:
    """The description that the words are, nothing where they cannot be one."""
    low = words.lows[first]
    is_capital = all(words.words[place][0].isupper() for place in range(first, end + 1))
    is_ordinary = words.words[end] in DEMONYMS or words.lows[end] in FUNCTION or is_description(words, first, end)
    if _CONTRACTED.fullmatch(low):
        return Phrase("pronoun", first, first)
    is_open_line = words.headline[first] and is_capital and (end == first or end - first >= _LONGEST_NAME)
    if low == "no" or (is_open_line and not is_ordinary):
        return Phrase("nothing", first, end)
    if is_capital and not is_ordinary and not is_mere_opening(words, first, end):
        return Phrase("capitals", first, end)
    head = singular(words.lows[end])
    is_plural = (
        head != words.lows[end]
        or words.lows[end] in _PLURALS
        or words.lows[end] in GROUP_NOUNS
        or words.words[end] in DEMONYMS
        or words.lows[end].endswith("men")
    )
    if (
        not can_begin(words, first, end, is_plural)
        or words.lows[end] in FUNCTION - GROUP_NOUNS
        or words.words[end].isdigit()
        or not is_somebody(words, first, end, head)
    ):
        return Phrase("nothing", first, end)
    whole = _with_complement(words, end, last)
    if words.lows[end] == "those" and end < last and words.lows[end + 1].endswith("ed"):
        whole = end + 1  # "those surveyed"
    first = _past_reason(words, first, end)
    low = words.lows[first]
    is_article = low in DEFINITE | POSSESSIVE | {"a", "an"} and end > first
    start = first + 1 if is_article and words.lows[first + 1] not in _KEEP_ARTICLE else first
    text = " ".join(words.text(start, whole).split())
    if low in ("one", "another") and end == first:
        return Phrase("nothing", first, end)
    return Phrase(
        "description",
        first,
        whole,
        None,
        head,
        text,
        is_definite=low in DEFINITE,
        is_plural=is_plural and words.lows[first] not in ("a", "an", "one", "another"),
        is_owned=low in POSSESSIVE or any(words.possessive[place] for place in range(first, end)),
    )


def _past_reason(words: Words, first: int, end: int) -> int:
    """Where the description begins that a relative clause without its pronoun holds ("one reason observers …")."""
    return next((place + 1 for place in range(first, end) if words.lows[place] in ("reason", "reasons", "way")), first)


def _with_complement(words: Words, end: int, last: int) -> int:
    """The last word of a description with what ties it to somebody ("for the campaign", "of the town")."""
    whole = end
    if end + 1 > last or not words.joined[end + 1] or words.lows[end + 1] not in _TIES:
        return end
    for place in range(end + 1, min(last, end + _LONGEST) + 1):
        if not words.joined[place] and not words.possessive[place - 1]:
            break
        if words.lows[place] in ("who", "which", "that", "said", "says", "and", "when", "after"):
            break
        whole = place
    while whole > end and words.lows[whole] in FUNCTION:
        whole -= 1
    return whole
