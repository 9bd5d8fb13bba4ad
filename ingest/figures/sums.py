"""What a sum of money is: what it is in or for, what costs it, what is done with it."""

from __future__ import annotations

import re

from ingest.figures import answers, measuring_nouns, populations
from ingest.figures.hedges import Quantity
from ingest.figures.nouns import STOP
from ingest.figures.populations import WORD
from kg.model import Span

_REACH = 90
_LONGEST_NAME = 4
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
    **dict.fromkeys(("award", "awarded", "grant", "granted"), "award"),
    **dict.fromkeys(("buy", "bought", "buys", "buying", "sold", "sell", "sells", "selling"), "price"),
}
"""What a sum is, by the verb that governs it."""
_IN = re.compile(r"[ \u00a0](?:worth of|in)[ \u00a0]")
_DETERMINED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat)[ \u00a0](?:[a-z]+[ \u00a0])?\Z"
)


def measured(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What a sum or a bare number measures."""
    return (
        _sum_of(text, quantity.span.end, sentence.end)
        or measuring_nouns.near(text, quantity, sentence)
        or _bought(text, quantity.span, sentence)
        or _paid(text, quantity, sentence)
        or (_spent(text, quantity, clause) if quantity.unit else None)
    )


def _paid(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What a sum is, by the verb before it ("raised $2 million")."""
    window = text[max(sentence.start, quantity.span.start - _REACH // 2) : quantity.span.start]
    verbs = [PAYING[word] for word in re.findall(r"[a-z]+", window) if word in PAYING]
    return verbs[-1] if verbs else None


def _sum_of(text: str, position: int, limit: int) -> str | None:
    """What a sum is in or for ("in aid")."""
    opening = _IN.match(text, position, limit)
    named = populations.group(text, opening.end(), limit) if opening else None
    group = named.of(text) if named else None
    return group if group and (group[0].islower() or " " in group) else None


def _spent(text: str, quantity: Quantity, clause: Span) -> str | None:
    """The subject and verb before a sum; none where a participle shows that they are no clause."""
    words = answers.before(text, clause, quantity.span.start)
    return None if words is None or words.endswith("ing") else words


def _bought(text: str, span: Span, sentence: Span) -> str | None:
    """The thing whose price a sum is, where it stands between it and an article ("a $90 ticket")."""
    if not _DETERMINED.search(text, sentence.start, span.start):
        return None
    end, start, limit = span.end, None, sentence.end
    for _ in range(_LONGEST_NAME):
        word = WORD.match(text, end, limit)
        if word is None or word[1].lower() in STOP or word[1].endswith("ly") or not text[end].isspace():
            break
        start = word.start(1) if start is None else start
        end = word.end()
    return text[start:end] if start is not None and text[start].islower() and not text[start:end].isspace() else None
