"""The noun phrase that names who says something, found without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.cues import FORMS
from ingest.extract.tokens import DASHES, Range, Token
from ingest.lexicon.words import listed

PRONOUNS = listed("i he she they we it you one who everyone everybody somebody someone nobody")
AUXILIARIES = listed(
    "is are was were be been being has have had having do does did will would can could may might must should shall "
    "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t cannot couldn’t "
    "shouldn’t isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't "
    "shouldn't he’s she’s it’s they’re we’re i’m that’s there’s he's she's it's they're we're i'm that's there's"
)
DETERMINERS = listed(
    "the a an this that these those his her their its our my your some many most several few all both each every any "
    "no another other two three four five six seven eight nine ten one half"
)
PREPOSITIONS = listed(
    "of in on at for from with by to about into over under after before during between among against through without "
    "within across behind near since until as despite per via amid around beyond inside outside toward towards upon "
    "like regarding concerning following including according because unlike"
)
CONJUNCTIONS = listed(
    "and but or nor so yet that which who whom whose when while if because although though where whether than how why "
    "what unless whereas once since after before until as"
)
TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight now then earlier later "
    "recently last next this week month year night morning afternoon evening day days weeks months years january "
    "february march april june july august september october november december also again ago early late"
)
ADVERBS = listed(
    "also later then again still just already once even often now ever never not n’t always soon only too either first "
    "meanwhile however indeed instead thus perhaps moreover furthermore nevertheless nonetheless therefore further "
    "yet so well rather quite almost long both all since"
)
_NOUNS_IN_LY = listed("family ally reply supply assembly monopoly anomaly rally daily weekly monthly emily kelly italy")
_BARE_SUBJECTS = listed("i he she they we it you who")
_NO_HEADS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
_SPEAKING_TIMES = listed("march may")
_IRREGULAR_PASTS = listed(
    "became began bought broke brought built came chose drew fell flew fought gave got grew held kept knew lost made "
    "met paid ran rose sat sent spent spoke stood threw took went withdrew won"
)
_ASIDES = PREPOSITIONS | TIMES | listed("who which whose")
_LEADING = ADVERBS | listed("and but or so yet that because while when if though although as where until unless than")
_LONGEST = 26
_LONGEST_APPOSITION = 40
_JOINS_NAMES = listed("and or")


def is_adverb(token: Token) -> bool:
    """Whether the word may stand between a subject and its verb."""
    is_in_ly = token.kind == "word" and token.low.endswith("ly") and len(token.low) > 4
    return token.low in ADVERBS or (is_in_ly and token.low not in _NOUNS_IN_LY)


def is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word is a finite verb, as far as its form and its neighbours tell."""
    token = tokens[place]
    if token.kind != "word" and not (token.kind == "name" and token.low in AUXILIARIES):
        return False
    if token.low in AUXILIARIES or token.low in _IRREGULAR_PASTS:
        return True
    before = tokens[place - 1] if place else None
    if before is not None and (
        before.low in DETERMINERS or before.low in PREPOSITIONS or before.low.endswith(("’s", "'s"))
    ):
        return False
    verb = FORMS.get(token.low)
    if verb is not None and verb.form in ("past", "present"):
        return before is not None and (before.kind in ("name", "word") or before.low in ",)")
    return token.low.endswith("ed") and len(token.low) > 4 and before is not None and before.low not in ("—", "(")


def subject_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Range | None:
    """The tokens that are the subject of the verb at ``verb``, looked for from ``floor`` on.

    An apposition between commas belongs to it ("Ana Lima, a lawyer, said").
    """
    last = verb - 1
    while last >= floor and is_adverb(tokens[last]) and tokens[last].low not in PRONOUNS:
        last -= 1
    if last < floor:
        return None
    described = _with_clause(tokens, last, floor)
    if described is not None:
        return described
    return _with_apposition(tokens, last, floor) if tokens[last].low == "," else _head_ending(tokens, last, floor)


def _with_clause(tokens: Sequence[Token], last: int, floor: int) -> Range | None:
    """The phrase with its relative clause, where that runs up to the verb ("an official who asked not to be named")."""
    who = next((place for place in range(last, max(floor, last - _LONGEST), -1) if _opens_clause(tokens[place])), None)
    if who is None or tokens[who].low != "who" or who == floor or who + 1 > last:
        return None
    verb = next((place for place in range(who + 1, last + 1) if is_verb(tokens, place)), None)
    if verb is None or verb > who + 2:
        return None
    form = FORMS.get(tokens[verb].low)
    if form is not None and ("t" in form.frames or "c" in form.frames):
        return None  # what comes next may be what they say
    head = _phrase_ending(tokens, who - 1, floor)
    return (head[0], last + 1) if head else None


def _opens_clause(token: Token) -> bool:
    """Whether a token is "who", or a mark, a quotation or a conjunction that a clause does not run over."""
    return token.kind in ("mark", "quotation") or token.low in ("who", "and", "but", "that", "which", "because")


def _head_ending(tokens: Sequence[Token], last: int, floor: int) -> Range | None:
    """The noun phrase that ends at ``last``, brackets or dashes behind its name included."""
    if last < floor:
        return None
    if tokens[last].low == ")":
        opening = _back_to(tokens, last, "(", floor)
        head = _phrase_ending(tokens, opening - 1, floor) if opening is not None else None
        return (head[0], last + 1) if head else None
    if tokens[last].low in DASHES:
        opening = next((place for place in range(last - 1, floor - 1, -1) if tokens[place].low in DASHES), None)
        return _phrase_ending(tokens, opening - 1, floor) if opening is not None else None
    return _phrase_ending(tokens, last, floor)


def _with_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Range | None:
    """The phrase before the commas that set an apposition or an adjunct apart, the apposition included."""
    reach = max(floor, comma - _LONGEST_APPOSITION)
    opening = _back_to(tokens, comma, ",", reach)
    if opening is None:
        return _lone_phrase(tokens, comma, floor)
    while (earlier := _back_to(tokens, opening, ",", reach)) is not None and _is_aside(tokens[earlier + 1]):
        opening = earlier
    head = _head_ending(tokens, opening - 1, floor)
    if head is None or any(token.kind == "quotation" for token in tokens[opening + 1 : comma]):
        return None
    after = tokens[opening + 1]
    if is_adverb(after) or after.low in _ASIDES or after.low.endswith("ing"):
        return head  # "Lima, who won," "Lima, speaking in Rome," and "Lima, on Monday," add nothing to the name
    return head[0], comma


def _is_aside(token: Token) -> bool:
    """Whether the word after a comma begins what is no noun phrase of its own."""
    if token.kind == "word" and (is_adverb(token) or token.low.endswith("ing")):
        return True
    return token.kind == "number" or token.low in _ASIDES or token.low in ("a", "an", "the")


def _lone_phrase(tokens: Sequence[Token], comma: int, floor: int) -> Range | None:
    """The phrase that fills all before a comma out of place ("Lima researcher at the institute, says")."""
    if floor or not any(token.low == "that" for token in tokens[comma + 1 : comma + _LONGEST // 2]):
        return None
    if comma > _LONGEST or tokens[0].kind != "name" or tokens[0].low in PREPOSITIONS | CONJUNCTIONS | ADVERBS:
        return None
    if any(tokens[place].kind == "quotation" or is_verb(tokens, place) for place in range(comma)):
        return None
    return 0, comma


def _back_to(tokens: Sequence[Token], start: int, mark: str, floor: int) -> int | None:
    for place in range(start - 1, floor - 1, -1):
        if tokens[place].low == mark:
            return place
        if tokens[place].kind == "quotation":
            return None
    return None


def _phrase_ending(tokens: Sequence[Token], last: int, floor: int) -> Range | None:
    """The noun phrase that ends with the token at ``last``."""
    if last < floor or tokens[last].kind in ("mark", "quotation"):
        return None
    while last > floor and tokens[last].low in TIMES and tokens[last].low not in _SPEAKING_TIMES:
        last -= 1
        if last > floor and (tokens[last].low in PREPOSITIONS or tokens[last].low in ("this", "just")):
            last -= 1
    if tokens[last].low in PRONOUNS:
        return last, last + 1
    if tokens[last].low in _NO_HEADS or tokens[last].kind in ("mark", "quotation"):
        return None
    left = _clause_start(tokens, last, floor)
    first = _trimmed(tokens, left, last)
    if first > last or not _names_somebody(tokens, first, last):
        return None
    return first, last + 1


def _clause_start(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Where the clause that the phrase stands in may begin: after a mark, a conjunction or a verb."""
    place = last
    while place - 1 >= floor and last - place < _LONGEST:
        before = tokens[place - 1]
        if before.kind in ("mark", "quotation") and before.low not in ("&", "/", "%", "$", "@", "#", "-"):
            break
        if before.low in CONJUNCTIONS and not _joins(tokens, place - 1, floor):
            break
        if is_verb(tokens, place - 1) or before.low in _BARE_SUBJECTS:
            break
        place -= 1
    return place


def _joins(tokens: Sequence[Token], place: int, floor: int) -> bool:
    """Whether the conjunction at ``place`` joins two names into one phrase."""
    if tokens[place].low not in _JOINS_NAMES or place - 1 < floor or place + 1 == len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.kind == after.kind and before.kind in ("name", "word") and not is_verb(tokens, place - 1)


def _trimmed(tokens: Sequence[Token], left: int, last: int) -> int:
    """The first token of the phrase in ``tokens[left:last + 1]``, adverbs and adjuncts before it left out."""
    first = left
    while first <= last and (
        tokens[first].low in _LEADING
        or (tokens[first].low in TIMES and tokens[first].low != "this")
        or _is_spare_adverb(tokens[first])
    ):
        first += 1
    if first <= last and tokens[first].low in PREPOSITIONS:
        return _short_phrase(tokens, first + 1, last)
    return first


def _is_spare_adverb(token: Token) -> bool:
    return token.low.endswith("ly") and token.low not in _NOUNS_IN_LY


def _short_phrase(tokens: Sequence[Token], floor: int, last: int) -> int:
    """The first token of the shortest phrase that ends at ``last``: back to a determiner or the start of a name."""
    place = last
    while place > floor and tokens[place].kind == "name" and tokens[place - 1].kind == "name":
        place -= 1
    if tokens[place].kind == "name" and place > floor and tokens[place - 1].kind == "word":
        return place if tokens[place - 1].low not in DETERMINERS else place - 1
    while place > floor:
        before = tokens[place - 1]
        if before.low in DETERMINERS and before.low not in ("that",):
            if place - 2 > floor and tokens[place - 2].low == "of":
                place -= 2
                continue
            return place - 1
        if before.low == "of" and place - 2 >= floor:
            place -= 1
            continue
        if before.low in PREPOSITIONS or before.low in TIMES or before.kind == "mark":
            return place
        if tokens[place].kind == "name" and before.kind not in ("name", "word"):
            return place
        place -= 1
    return place


def _names_somebody(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the phrase can be a speaker: a name, a determiner or a plural, and no mere date."""
    phrase = tokens[first : last + 1]
    if all(token.low in TIMES or token.kind == "number" for token in phrase):
        return False
    if phrase[0].kind == "word" and phrase[0].low.endswith("ing") and len(phrase) > 1:
        return False
    if phrase[-1].low in DETERMINERS and len(phrase) > 1 and phrase[-1].low not in ("others", "some", "many"):
        return False
    return any(token.kind == "name" or token.low in DETERMINERS for token in phrase) or (
        phrase[-1].kind == "word" and len(phrase[-1].low) > 2 and len(phrase) <= 8
    )


def phrase_after(tokens: Sequence[Token], first: int, limit: int) -> Range | None:
    """The tokens that are the noun phrase after a verb ("said Ana Lima, a lawyer at the court").

    An apposition that runs to the next comma or to the end belongs to it.
    """
    if first >= limit or tokens[first].kind in ("mark", "quotation"):
        return None
    if tokens[first].low in PRONOUNS:
        return first, first + 1
    last = first
    while last + 1 < limit and not _ends_phrase(tokens, last + 1):
        last += 1
    if tokens[first].kind == "word" and tokens[first].low.endswith("ing"):
        return None
    if tokens[first].low in PREPOSITIONS | CONJUNCTIONS or is_adverb(tokens[first]) or tokens[first].low in TIMES:
        return None
    if not _names_somebody(tokens, first, last):
        return None
    if last + 2 < limit and tokens[last + 1].low == "," and _begins_apposition(tokens[last + 2]):
        close = next(
            (place for place in range(last + 2, min(limit, last + _LONGEST_APPOSITION)) if tokens[place].low == ","),
            limit,
        )
        if not any(token.kind == "quotation" or token.low in AUXILIARIES for token in tokens[last + 1 : close]):
            return first, close
    return first, last + 1


def _ends_phrase(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind == "mark":
        return token.low not in ("&", "(", ")", "-", "/") and not (token.low == "," and _is_suffix(tokens, place + 1))
    if token.kind == "quotation" or token.low in CONJUNCTIONS or token.low in AUXILIARIES:
        return token.low not in ("and",) or not _joins(tokens, place, 0)
    if token.low in TIMES and token.kind == "name":
        return True
    if token.low in PREPOSITIONS:
        return token.low not in ("of", "for", "at", "from")
    return is_adverb(token) or is_verb(tokens, place)


def _is_suffix(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].low in ("jr", "sr")


def _begins_apposition(token: Token) -> bool:
    return token.low in ("a", "an", "the", "his", "her", "its", "one") or (
        token.kind == "word"
        and not token.low.endswith("ing")
        and token.low not in PREPOSITIONS | CONJUNCTIONS | ADVERBS | TIMES | PRONOUNS
    )
