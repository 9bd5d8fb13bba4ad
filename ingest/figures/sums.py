"""What a sum of money is: what it is in or for, what costs it, what is done with it."""

from __future__ import annotations

import re

from ingest.figures import adjoining, answers, measuring_nouns, populations, subjects
from ingest.figures.hedges import Quantity
from kg.model import Span

_REACH = 90
PAYING = {
    **dict.fromkeys(("raise", "raised", "raises", "raising"), "money raised"),
    **dict.fromkeys(("spend", "spent", "spends", "spending"), "spending"),
    **dict.fromkeys(("donate", "donated", "donates", "donating", "gave", "given"), "donation"),
    **dict.fromkeys(("pay", "paid", "pays", "paying"), "payment"),
    **dict.fromkeys(("cost", "costs", "costing"), "cost"),
    **dict.fromkeys(("lose", "lost", "loses", "losing"), "loss"),
    **dict.fromkeys(("earn", "earned", "earns", "earning", "earned"), "earnings"),
    **dict.fromkeys(("invest", "invested", "invests", "investing"), "investment"),
    **dict.fromkeys(("owe", "owed", "owes", "owing"), "debt"),
    **dict.fromkeys(("save", "saved", "saves", "saving"), "savings"),
    **dict.fromkeys(("lend", "lent", "borrow", "borrowed"), "loan"),
    **dict.fromkeys(("worth", "valued"), "value"),
    **dict.fromkeys(("collect", "collected", "collects", "collecting"), "money raised"),
    **dict.fromkeys(("contribute", "contributed", "contributes", "contributing"), "contribution"),
    **dict.fromkeys(("charge", "charged", "charges", "charging"), "charge"),
    **dict.fromkeys(("commit", "commits", "committed", "committing"), "commitment"),
    **dict.fromkeys(("pledge", "pledges", "pledged", "pledging"), "pledge"),
    **dict.fromkeys(("award", "awarded", "grant", "granted"), "award"),
    **dict.fromkeys(("buy", "bought", "buys", "buying", "sold", "sell", "sells", "selling"), "price"),
}
"""What a sum is, by the verb that governs it."""
_PAID_RIGHT = re.compile(
    rf"\b(?:{'|'.join(PAYING)})[ \u00a0](?:(?:about|nearly|some|roughly|only|just|up|to|a|an|as|much|more|less|than|"
    r"total|of|combined|over|at|least|another|almost)[ \u00a0])*\Z"
)
"""A verb of paying right before a sum."""
_IN = re.compile(r"[ \u00a0](?:worth of|in|of)[ \u00a0]")
_NO_SUM = frozenset(("total", "all", "part", "return", "addition", "exchange", "return", "advance", "turn"))
_DOING = re.compile(r",[ \u00a0]([a-z]{3,}ing)[ \u00a0]")
_NOT_DOING = frozenset(("including", "totaling", "totalling", "according", "reaching", "averaging", "exceeding"))
_DONE = re.compile(r"\b([a-z]{3,}(?:ed|ing))[\"”’']{0,2}[ \u00a0]\Z")
"""A verb right before a sum, also where a quotation ends with it."""
_LEVELS = re.compile(r"\b(?:to|at|from)[ \u00a0]\Z")


def measured(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What a sum or a bare number measures."""
    span = quantity.span
    return (
        _sum_of(text, span.end, sentence.end)
        or (adjoining.determined(text, span, sentence) if quantity.unit else None)
        or measuring_nouns.behind(text, span.end, sentence.end)
        or (adjoining.plural(text, span.end, sentence.end) if quantity.unit else None)
        or adjoining.governing(text, span, sentence)
        or (answers.related(text, span.end, sentence.end) if quantity.unit else None)
        or (_paid(text, quantity, sentence) if _PAID_RIGHT.search(text, clause.start, span.start) else None)
        or measuring_nouns.before(text, span.start, sentence.start)
        or (answers.passive(text, span.end, sentence.end) if quantity.unit else None)
        or _paid(text, quantity, sentence)
        or _spent(text, quantity, sentence, clause)
        or (measuring_nouns.number_of(text, span.start, sentence.start) if quantity.unit is None else None)
    )


def _paid(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What a sum is, by the verb before it, and on or for what ("raised $2 million for buoys")."""
    window = text[max(sentence.start, quantity.span.start - _REACH // 2) : quantity.span.start]
    verbs = [match for match in re.finditer(r"[a-z]+", window) if match[0] in PAYING]
    if not verbs:
        return None
    nearer = [match[1] for match in _DOING.finditer(window, verbs[-1].end()) if match[1] not in _NOT_DOING]
    named = nearer[-1] if nearer else PAYING[verbs[-1][0]]
    purpose = adjoining.towards(text, quantity.span.end, sentence.end)
    return f"{named} {purpose}" if purpose else named


def _sum_of(text: str, position: int, limit: int) -> str | None:
    """What a sum is in or for ("in aid")."""
    opening = _IN.match(text, position, limit)
    named = populations.group(text, opening.end(), limit) if opening else None
    group = named.of(text) if named else None
    return group if group and group not in _NO_SUM and (group[0].islower() or " " in group) else None


def _spent(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """The subject and verb before a sum, else what the sentence is about; none where they are no clause."""
    words = subjects.before(text, clause, quantity.span.start)
    if words is None or words.endswith("ing"):
        done = _DONE.search(text, clause.start, quantity.span.start)
        words = subjects.subject(text, sentence, clause, quantity.span.start) or (done[1] if done else None)
    if quantity.unit is None:
        return words if _LEVELS.search(text, clause.start, quantity.span.start) else None
    purpose = adjoining.towards(text, quantity.span.end, sentence.end)
    return " ".join(filter(None, (words, purpose))) or None
