"""What a quantity measures, and among whom."""

from __future__ import annotations

import re

from ingest.figures import adjoining, answers, counts, measuring_nouns, populations, sides, subjects, sums, victims
from ingest.figures.hedges import Quantity
from ingest.figures.holders import holder
from ingest.figures.money import is_money
from ingest.figures.multiples import TIMES
from ingest.figures.nouns import is_plural
from ingest.figures.units import DURATIONS, POINTS, SHARES, is_measure
from kg.model import Span

VOTE_SHARE = "vote share"
"""What a share of the vote measures, its holder being the group."""

_RATE = re.compile(r"(?<![’'])\b((?:[a-z]+[- ])?[a-z]+)[ \u00a0]rates?\b")


_AMOUNT = re.compile(r"[ \u00a0]of[ \u00a0]")
_ADDING = re.compile(
    r"\b(?:add(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|cut|cuts|cutting|shav(?:e|es|ed|ing)|knock(?:s|ed|ing)?|"
    r"tak(?:e|es|ing)|took|lop(?:s|ped|ping)?|wip(?:e|es|ed|ing)|subtract(?:s|ed|ing)?)[ \u00a0]\Z"
)
_DISTANCES = ("margin", "points", "point margin")
"""Nouns that only repeat what the unit says: what comes before tells more ("back Ann by a 6-point margin")."""
_LEVEL = re.compile(
    r"\b(?:(?:rose|fell|climbed|dropped|increased|grew|averag\w+|sentenced|reduced|shortened|lengthened)"
    r"[ \u00a0](?:to|from|by|at)|averag(?:ed|es)|averaging|is|was|takes|took|lasted|lasts)[ \u00a0]"
    r"(?:(?:about|just|only|nearly|over|at least|up to)[ \u00a0])?\Z"
)
"""What stands before a length of time that something has or gets."""
_COMPOSING = r"account\w*[ \u00a0]for|ma(?:ke|kes|de|king)[ \u00a0]up|represent\w*|constitut\w*|compris\w*"
_PART_OF = re.compile(rf"\b(?:{_COMPOSING}|composed?)[ \u00a0](?:[a-z]+[ \u00a0])?\Z")
"""Verbs before a share whose subject is the part, so that no answer follows."""
_REPRESENTING = re.compile(
    r"\b[a-z]+s[ \u00a0](?:representing|comprising|making up|constituting|accounting for)[ \u00a0]"
    r"(?=(?:(?:about|nearly|only|just|some|over)[ \u00a0]){0,2}\Z)"
)
"""A plural with the participle that tells which part it makes up ("towns representing 55 percent")."""
_POSSESSED = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|[’']s)[ \u00a0]\Z")
_HAVING = re.compile(
    r"(?:\A|[.,;:(\n\"“][ \u00a0]?|\b(?:and|but|while|that|says|said)[ \u00a0])"
    rf"({sides.TITLE}[A-Z][\w’'-]*(?:[ \u00a0][A-Z][\w’'-]*){{0,3}})[ \u00a0]"
    r"(?:now[ \u00a0]|already[ \u00a0])?(?:has|had|won|holds|held)[ \u00a0](?:(?:just|only)[ \u00a0])?\Z"
)
_MAKING_UP = re.compile(rf"\b(?:{_COMPOSING}|is|are|was|were)[ \u00a0]\Z")
_BEING = re.compile(r"[ \u00a0](?:were|are)[ \u00a0](?!cast\b|counted\b|for\b|in\b)")
"""What tells more of some ballots than whose they are ("of ballots were blank")."""
_SPENDING = re.compile(
    r"\b(spen(?:d|ds|t)|devotes?|devoted|invests?|invested|allocate[sd]?)[ \u00a0]"
    r"(?:(?:about|only|just|nearly|over|some)[ \u00a0])*\Z"
)
_APART = re.compile(
    r"[ \u00a0]((?:behind|ahead of)[ \u00a0](?:the[ \u00a0])?[A-Z][\w’'-]*(?:[ \u00a0][A-Z][\w’'-]*){0,2})"
)
"""From whom somebody is so many points apart."""
_RANK = re.compile(
    r"\b(?:[Tt]he|an?|its|their)[ \u00a0](?:[a-z]+[ \u00a0])?(top|richest|wealthiest|poorest|bottom|upper)[ \u00a0]\Z"
)
"""What stands before a share that names those who make it up ("the richest 1 percent")."""
_WON = re.compile(r"\b(?:won|wins|prevailed|defeated|beat)\b[^,;\d]*,[ \u00a0](?:(?:by|with)[ \u00a0])?\Z")
"""What stands before a score of the vote."""
_CHANGED = re.compile(
    r"\b(?:cuts?|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|"
    r"lower(?:s|ed)?|boost(?:s|ed)?|slash(?:es|ed)?)"
    r"[ \u00a0](?:(?:its|their|his|her)[ \u00a0])?"
    r"((?!(?:in|by|to|the|its|their|his|her)\b)(?:[\w-]+[ \u00a0]){0,2}[a-z]{3,})[ \u00a0](?:by|to)[ \u00a0]"
    r"(?:(?:about|less|more|than|just|nearly|only|under|below|over|around)[ \u00a0])*\Z"
)
"""A verb of change, and its object without an article, before by how much ("cut deaths by 9 percent")."""
_AHEAD_BY = re.compile(
    r"\b(?:lead(?:s|ing)?|led|trail(?:s|ed|ing)?|ahead|behind|beat(?:s|ing)?|won|winning|lost|losing|"
    r"defeat(?:s|ed|ing)?)\b"
)
_REACH = 90
_RATE_REACH = 400

_PLACES_TO_COUNT = frozenset(("seat", "member", "page", "bed", "room"))


def measured(
    text: str, quantity: Quantity, sentence: Span, previous: Span, clause: Span
) -> tuple[str | None, str | None]:
    """What the quantity measures, and among whom."""
    end = quantity.span.end
    has_holder = is_money(quantity.unit)
    if quantity.unit and not has_holder and re.search(r"\bper \d", quantity.unit):
        return _rate(text, quantity, previous), None
    if quantity.unit == TIMES:
        multiplied = answers.multiplied(text, end, sentence.end) if not quantity.change else None
        multiplied = multiplied or adjoining.object_behind(text, end, sentence.end)
        named = multiplied or measuring_nouns.near(text, quantity, sentence)
        named = named if named and not named.endswith(("’s", "'s")) else measuring_nouns.near(text, quantity, sentence)
        named = named or subjects.before(text, clause, quantity.span.start)
        return named or subjects.subject(text, sentence, clause, quantity.span.start), None
    if quantity.unit in (*SHARES, *POINTS):
        return _shared(text, quantity, sentence, clause)
    if is_measure(quantity.unit) and quantity.unit not in _PLACES_TO_COUNT:
        return _extent(text, quantity, sentence, clause), None
    if quantity.noun is not None:
        return counts.measured(text, quantity, quantity.noun, sentence), _owner(text, quantity, sentence)
    if quantity.unit == victims.PERSON:
        return victims.measured(text, quantity.number, sentence), None
    return sums.measured(text, quantity, sentence, clause), holder(
        text, quantity.span, clause, sentence
    ) if has_holder else None


def _owner(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """Who has what is counted, where a name and "has" or "won" stand right before ("Ann Moe has 40 delegates")."""
    match = _HAVING.search(text, max(sentence.start, quantity.span.start - _REACH), quantity.span.start)
    return match[1].removeprefix("The ") if match else None


def _shared(text: str, quantity: Quantity, sentence: Span, clause: Span) -> tuple[str | None, str | None]:
    """What a percentage, a share or some points measure, and the group that they are a part of."""
    end = quantity.span.end
    group = quantity.noun if quantity.unit == "share" and quantity.noun else None
    group = group or populations.behind(text, end, sentence.end, bare=quantity.unit == "share")
    if group is not None and quantity.unit in POINTS and group.of(text).endswith("ing"):
        group = None
    pronoun = None if group else populations.pronoun_behind(text, end, sentence.end)
    population, group = (answers.unquoted(group.of(text)) if group else None), group or pronoun
    if population is None and (rank := _RANK.search(text, max(0, quantity.span.start - _REACH), quantity.span.start)):
        return rank[1], None
    is_vote = population is not None and population.rsplit(" ", 1)[-1] in ("vote", "votes", "ballot", "ballots")
    if population and is_vote and not (group and _BEING.match(text, group.end, sentence.end)):
        return f"{population.rpartition(' ')[0]} {VOTE_SHARE}".strip(), holder(text, quantity.span, clause, sentence)
    if quantity.unit == "percent" and _WON.search(text, clause.start, quantity.span.start):
        return VOTE_SHARE, holder(text, quantity.span, clause, sentence)
    position = max(end, group.end) if group else end
    in_aside = text[end : end + 1] == ")" and text[quantity.span.start - 1] != "("
    if part := _REPRESENTING.search(text, clause.start, quantity.span.start):
        return part[0].strip(), population
    is_part = _PART_OF.search(text, max(0, quantity.span.start - _REACH), quantity.span.start) is not None
    answer = None if in_aside or is_part else answers.behind(text, position, sentence.end, grouped=group is not None)
    if answer and answers.is_elliptic(answer):
        answer = answers.question(text, sentence.start, quantity.span.start, answer) or answer
    if population is None:
        ahead = populations.ahead(text, sentence.start, quantity.span.start, sentence.end)
        population = ahead.of(text) if ahead else None
    if compared := adjoining.compared(text, end, sentence.end) if group is None else None:
        return compared, population
    direct = _joined(text, quantity, sentence) if group is None or group is quantity.noun else None
    if direct is not None and not (answer and answer.startswith(f"{direct} ") and not _is_determined(text, quantity)):
        return direct, population
    if bracketed := adjoining.bracketed(text, quantity.span, sentence):
        answer = answer or adjoining.quoted(text, end, sentence.end)
        if answer is None:
            return bracketed, population
        population = population or (bracketed if is_plural(bracketed.split()[-1]) else None)
    ranks = sides.scored(text, sentence.start, quantity.span.start)
    named = (
        answer
        or adjoining.governing(text, quantity.span, sentence)
        or (None if group else sides.named_behind(text, end, sentence.end))
        or (ranks[0] if ranks and ranks[0][0].isupper() else None)
        or (_whole(text, quantity.span.start, population) if quantity.unit == "share" else None)
        or _spent(text, quantity, position, sentence)
        or _moved(text, quantity, sentence, clause)
        or measuring_nouns.before(text, quantity.span.start, sentence.start)
        or subjects.before(text, clause, quantity.span.start)
        or subjects.subject(text, sentence, clause, quantity.span.start)
        or (_ahead_by(text, quantity, sentence) if quantity.unit in POINTS else None)
    )
    apart = _APART.match(text, end, sentence.end) if quantity.unit in POINTS else None
    return (" ".join(filter(None, (named, apart[1]))) if apart else named), population


def _joined(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The noun that a share is joined to: behind it, or before "of"."""
    named = measuring_nouns.behind(text, quantity.span.end, sentence.end) or adjoining.determined(
        text, quantity.span, sentence
    )
    return None if named in _DISTANCES else named or adjoining.governing(text, quantity.span, sentence)


def _ahead_by(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The verb of leading or losing that stands last before a distance ("leading in polls by seven points")."""
    verbs = _AHEAD_BY.findall(text, max(sentence.start, quantity.span.start - 2 * _REACH), quantity.span.start)
    return verbs[-1] if verbs else None


def _is_determined(text: str, quantity: Quantity) -> bool:
    """Whether a possessive stands right before a number ("her 34 percent support")."""
    return _POSSESSED.search(text, max(0, quantity.span.start - _REACH), quantity.span.start) is not None


def _whole(text: str, position: int, population: str | None) -> str | None:
    """The whole that a fraction is taken of, where it is one thing, no group, and no part of it is told."""
    if (
        population is None
        or is_plural(population.split()[-1])
        or _MAKING_UP.search(text, max(0, position - 20), position)
    ):
        return None
    return population


def _spent(text: str, quantity: Quantity, position: int, sentence: Span) -> str | None:
    """What a share of a budget goes to ("spends 5 percent of its budget on piers")."""
    verb = _SPENDING.search(text, max(sentence.start, quantity.span.start - _REACH), quantity.span.start)
    purpose = adjoining.towards(text, position, sentence.end) if verb else None
    return f"{verb[1]} {purpose}" if verb and purpose else None


def _moved(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What the verb before a share adds it to, or by so much moves ("add 1 percent to harbour output")."""
    ahead = text[max(clause.start, quantity.span.start - _REACH) : quantity.span.start]
    if _ADDING.search(ahead):
        return adjoining.added_to(text, quantity.span.end, sentence.end)
    if changed := _CHANGED.search(ahead):
        return changed[1]
    return adjoining.object_behind(text, quantity.span.end, sentence.end) if ahead.endswith(" by ") else None


def _rate(text: str, quantity: Quantity, previous: Span) -> str | None:
    """The name of a rate: as the text says it before, else what is counted with "rate"."""
    noun = quantity.unit.split(" per ")[0] if quantity.unit and not quantity.unit.startswith("per ") else ""
    window = text[max(previous.start, quantity.span.start - _RATE_REACH) : quantity.span.start]
    named = [match[0].rstrip("s") for match in _RATE.finditer(window) if not noun or match[1].endswith(noun)]
    if named:
        words = named[-1].split()
        return " ".join(word for word in words if word not in counts.ARTICLES)
    return f"{noun} rate" if noun else None


def _extent(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What a length, a weight, a stretch of time or the like is of; a time of which nothing is told has no measure."""
    direct = _amount_of(text, quantity, sentence.end) or measuring_nouns.behind(text, quantity.span.end, sentence.end)
    if direct is None and quantity.unit not in DURATIONS:
        direct = adjoining.determined(text, quantity.span, sentence) or _lost(text, quantity, sentence)
    if direct is None and text[max(0, quantity.span.start - 4) : quantity.span.start] == " by ":
        direct = measuring_nouns.before(text, quantity.span.start, sentence.start)
    if direct is not None:
        return direct
    if quantity.unit in DURATIONS and not _LEVEL.search(text, clause.start, quantity.span.start):
        return None
    return subjects.before(text, clause, quantity.span.start)


def _lost(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What was done with so much ("900 hectares were lost")."""
    done = answers.passive(text, quantity.span.end, sentence.end)
    return done.split(" in ")[0] if done else None


def _amount_of(text: str, quantity: Quantity, limit: int) -> str | None:
    """What there is so much of ("tons of coal"); nothing for durations."""
    if quantity.unit in DURATIONS:
        return None
    ends = (quantity.noun.end if quantity.noun else quantity.span.end, quantity.span.end)
    opening = next((found for end in ends if (found := _AMOUNT.match(text, end, limit))), None)
    group = populations.group(text, opening.end(), limit) if opening else None
    return group.of(text) if group else None
