"""What a share is a share of: the answer or the deed behind it."""

from __future__ import annotations

import re

from ingest.figures.naming import trimmed
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.numbers import DENOMINATORS, SMALL, TENS
from ingest.figures.populations import AUXILIARIES, SAYING, WORD
from ingest.lexicon.words import listed

LONGEST = 8
"""Words in a measure that is cut out of a clause."""
_ANSWERING = listed(
    """
    support supports supported oppose opposes opposed approve approved disapprove disapproved favor favored favour
    favoured back backed prefer preferred want wanted see saw view viewed trust trusted like liked dislike disliked
    plan planned expect expected vote voted rate rated consider considered know knew live lived own owned work worked
    use used lack lacked disagree disagreed undecided unsure unemployed satisfied dissatisfied uninsured intend
    intended fear feared hold held blame blamed chose choose picked identify identified come comes came go goes went
    depend depends earn earned pay paid receive received remain remained need needed suffer suffered fall falls rely
    gave give gives call called describe described ranked cost costs
    relied drink smoke attend attended watch watched read credit credited name named cite cited
    """
)
"""Verbs and participles that tell right behind a bare share what was answered or done ("63 percent support it")."""
_NO_VERB = listed(
    """
    last next nationwide overall more less fewer higher lower off increase decrease rise drop decline cut growth gain
    older younger worldwide total yesterday today apiece respectively now
    """
)
_ADVERBS = listed("also now still currently strongly either even overall nationwide only just both all always")
_SKIPPED = re.compile(
    r"[ \u00a0]?\)"
    r"|[ \u00a0]\([^()\n]{1,40}\)"
    r"|[ \u00a0]?[—–-][ \u00a0]?(?:(?:nearly|almost|about|or|just|some|over)[ \u00a0])*\d+(?:\.\d+)?"
    r"[ \u00a0]?(?:%|percent|per cent)"
    r"(?:[ \u00a0]?[—–-])?"
    r"|,[ \u00a0]\d+(?:\.\d+)?[ \u00a0]?(?:%|percent|per cent),"
    r"|,[ \u00a0](?:or|some|about|nearly|almost)[^,\n]{1,30},"
    r"|[ \u00a0]?[—–](?=[ \u00a0]who\b)"
)
_ASIDE_END = re.compile(
    r"[ \u00a0][–—-](?=[ \u00a0](?:named?|said|say|says|chose|picked|want|support|back|favou?r|oppose|agree)\b)"
)
"""The dash behind a share between two ("most of them – 55 percent – said")."""
_RELATIVE = re.compile(r"[ \u00a0](who|that)\b")
_NARROWING = re.compile(
    r"[ \u00a0](?:in|of|to|with|without|from|at|over|under|aged|between|across|outside|who)[ \u00a0]"
)
_ANY_WORD = re.compile(r"[ \u00a0]([^\s,;:()]+)")
_WHOM = re.compile(
    r"[ \u00a0](?:pollsters?|researchers?|interviewers?|the (?:pollster|survey|researchers)|"
    r"(?:the|a|an|its|their)(?:[ \u00a0][a-z-]+){1,3}(?=[ \u00a0]that\b)|"
    r"[A-Z]\w+(?:[ \u00a0][A-Z]\w+){0,2}(?=[ \u00a0]that\b))\b"
)
_THAT_CLAUSE = re.compile(
    r"[ \u00a0](?:that[ \u00a0](?=[a-zA-Z])|"
    r"(?:(?:it|he|she|they|we|you|I|(?:the|its|their|his|her)(?:[ \u00a0][a-z]+){1,2}|"
    r"(?:the[ \u00a0])?[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+){0,2})[ \u00a0](?:(?:has|have|had)[ \u00a0])?"
    r"(?=[a-z]{2,}ed\b|(?:gave|given|spent|paid|lent|won|lost|owes?|made|took|sent|got|needs?|wants?|earns?)\b)))"
)
"""The clause that tells of a sum before it, its "that" left out before a verb ("the $5 Ann Moe paid")."""
_FURTHER_VERB = re.compile(r"(?<=ed)[ \u00a0](?:went|goes?|came|comes?|was|were|is|are|has|have|had|will|would)\b")
_PASSIVE = re.compile(
    r"(?:[ \u00a0](?:more|extra))?[ \u00a0]"
    r"(?:(?:was|were|is|are|(?:has|have|had)(?:[ \u00a0](?:already|also|since|now|so far))?[ \u00a0]been|"
    r"will be|would be|should be)"
    r"[ \u00a0](?:(?:being|already|also)[ \u00a0])?(?=([a-z]+(?:ed|ent|en|lt|ld|ost|ut)\b))|"
    r"(?:(?:has|have|had|will|would)[ \u00a0])?(?=(?P<active>(?:came|comes?|went|goes?|gone|flow(?:s|ed)|arrived)\b)))"
)
_THAT = re.compile(r"[ \u00a0](?:that|they|to|as)\b(?=[ \u00a0])")
_BE = re.compile(r"[ \u00a0](?:are|were|is|was|be)\b(?=[ \u00a0])")
_ENDING = listed(
    """
    while but whereas although compared versus because according though unless until before after since
    """
)
_BREAKING = listed("that which who whose when where if in on at for of to by with from about as than and or")
_NUMBER_NEXT = re.compile(
    r"[ \u00a0](?:(?:only|just|nearly|almost|about|another|some|more|less|than|over|under|at|least)[ \u00a0])*"
    r"(?!one[ \u00a0]of\b)(?:[$€£]?\d|(?:" + "|".join([*SMALL, *TENS, *DENOMINATORS]) + r")\b)"
)
_ONE_OF = re.compile(r"\bone[ \u00a0]of[ \u00a0](?:the|its|their|his|her|our|my)\Z")
"""What a number goes on with that only narrows ("one of the three towns")."""
_NUMBER_END = listed("and or to by with at a an the of from for in on only just nearly almost about another some")
_ASKED = re.compile(
    r"\b[Aa]sked[ \u00a0](?:whether|if|who|what|which)[ \u00a0](?:(?:they|the)[ \u00a0])?([^,.;\n]{5,150})"
)
_PLAIN = ("yes", "no", "the same")
_ELLIPTIC = re.compile(
    r"yes|no|the same|(?:(?:it|they|he|she|that)[ \u00a0])?"
    r"(?:is|was|are|were|do|does|did|would|will|should|has|have|had|can|could)(?:n[’']t|[ \u00a0]not)?|not|so"
)
"""Answers that repeat the verb of a question, if anything."""
_QUESTION = 12
"""Words of a question that are told."""
_ABBREVIATED = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "Gen", "St"))
_OBJECT = re.compile(r"[ \u00a0](?:the|it|that|him|her|them|an?|its|his)\b")
_BARE = re.compile(r"[ \u00a0]([a-z]{4,})(?=[ \u00a0](?:to|and|versus)[ \u00a0]\d|[.;]|,[ \u00a0]\d)")
"""An answer of one word behind its share ("37 percent liberal to 32 percent conservative")."""
_QUOTED = re.compile(r"[ \u00a0](?:[“\"‘]|'')(?=\w)")
_BEING_QUOTED = re.compile(r"[ \u00a0](?:are|were|is|was)[ \u00a0]'([^'\n]{3,60})'")
_QUOTE_MARKS = re.compile(r"[“”\"]|''")
_AS_MUCH = re.compile(
    r"[ \u00a0](?:(?:as[ \u00a0](?:many|much)|as|more|the|that|those|their|its)[ \u00a0](?:of[ \u00a0])?)"
    r"(?:the[ \u00a0])?"
)


def behind(text: str, position: int, limit: int, *, grouped: bool) -> str | None:
    """What those counted said or did, from the words behind the share and its group; none where no verb follows.

    ``grouped`` says that a group was named, so that whatever comes next is taken for its verb.
    """
    if aside := _ASIDE_END.match(text, position, limit):
        position, grouped = aside.end(), True
    while skipped := _SKIPPED.match(text, position, limit):
        position = skipped.end()
        grouped = grouped or skipped[0].endswith((")", "—", "–"))
    relative = _RELATIVE.match(text, position, limit)
    if relative and (grouped or relative[1] == "who"):
        position, grouped = relative.end(), True
    position = _past_phrase(text, position, limit) if grouped else position
    word = WORD.match(text, position, limit)
    while word is not None and (word[1] in _ADVERBS or (word[1].endswith("ly") and word[1] not in ("rely", "only"))):
        position = word.end()
        word = WORD.match(text, position, limit)
    if word is None or not text[position : position + 1].isspace() or not word[1][0].islower():
        return None
    verb = word[1].lower()
    if verb in SAYING:
        return _said(text, word.end(), limit)
    if (
        verb in AUXILIARIES
        or verb in _ANSWERING
        or _takes_object(text, verb, word.end())
        or (verb.endswith(("ing", "ed")) and len(verb) > 5)
    ):
        return _deed(text, word.start(1), limit)
    if grouped and verb not in STOP and verb not in _NO_VERB:
        return _deed(text, word.start(1), limit)
    bare = _BARE.match(text, word.start(), limit)
    return bare[1] if bare and verb not in _NO_VERB | STOP and not is_plural(verb) else None


def is_answer(verb: str) -> bool:
    """Whether a verb tells what somebody answered or did."""
    return verb in _ANSWERING or verb.endswith("ed")


def _takes_object(text: str, verb: str, end: int) -> bool:
    """Whether a verb of answering stands in the singular, before its object ("one in six trusts the mayor")."""
    return verb.removesuffix("s") in _ANSWERING and _OBJECT.match(text, end) is not None


def _past_phrase(text: str, position: int, limit: int) -> int:
    """Where the verb begins behind a phrase that narrows the group ("nurses in small towns said")."""
    if not _NARROWING.match(text, position, limit):
        return position
    end = position
    for _ in range(LONGEST):
        word = _ANY_WORD.match(text, end, limit)
        if word is None:
            break
        if word[1] in SAYING or word[1] in AUXILIARIES or (end > position and word[1] in _ANSWERING):
            return end
        end = word.end()
    return _past_plural(text, position, limit)


def _past_plural(text: str, position: int, limit: int) -> int:
    """Where the verb begins behind the first plural of a phrase ("with 40 or more boats pay a toll")."""
    end = position
    for taken in range(LONGEST):
        word = _ANY_WORD.match(text, end, limit)
        if word is None:
            break
        end = word.end()
        if taken and is_plural(word[1]) and word[1].islower():
            return end
    return position


def _said(text: str, position: int, limit: int) -> str | None:
    """The answer behind its verb, without "that" and "they"."""
    if whom := _WHOM.match(text, position, limit):
        position = whom.end()
    while opening := _THAT.match(text, position, limit):
        position = opening.end()
    if not text[position : position + 1].isspace():
        return None
    quoted = text[position + 1 : position + 2] in ("“", '"', "‘")
    return _deed(text, position + 1 + quoted, limit)


def _deed(text: str, start: int, limit: int) -> str | None:
    """The verb phrase at ``start``, without "are" before what somebody is."""
    if quoted := _BEING_QUOTED.match(text, start - 1, limit):
        return quoted[1]
    being = _BE.match(text, start - 1, limit)
    return (_cut(text, being.end() + 1, limit) if being else None) or _cut(text, start, limit)


def _cut(text: str, start: int, limit: int) -> str | None:
    """The words from ``start`` to the end of the clause, or fewer, up to a joint, where they are many."""
    ends: list[tuple[int, str]] = []
    position = start
    while len(ends) <= LONGEST:
        if ends and _NUMBER_NEXT.match(text, position, limit) and not _ONE_OF.search(text, start, position):
            break
        opening = _QUOTED.match(text, position, limit)
        word = WORD.match(text, opening.end() if opening else position, limit)
        if word is None or word[1].lower() in _ENDING or (ends and not text[position].isspace()):
            break
        position = word.end() + (word[1] in _ABBREVIATED and text[word.end() : word.end() + 1] == ".")
        ends.append((position, word[1].lower()))
    if len(ends) > LONGEST:
        joint = next((place for place in range(LONGEST, 1, -1) if ends[place][1] in _BREAKING), LONGEST)
        ends = ends[:joint]
    while ends and ends[-1][1] in _BREAKING | _NUMBER_END:
        ends.pop()
    return unquoted(text[start : ends[-1][0]]) if ends else None


def unquoted(words: str) -> str:
    """The words without quotation marks."""
    return _QUOTE_MARKS.sub("", words)


def multiplied(text: str, position: int, limit: int) -> str | None:
    """What is so many times as much, from behind the factor ("as many ferries", "the rate")."""
    match = _AS_MUCH.match(text, position, limit)
    if match is None:
        return None
    end, start = match.end() - 1, match.end()
    while word := WORD.match(text, end, limit):
        if (word[1].lower() in STOP and word[1] != "to") or not text[end].isspace():
            break
        end = word.end()
    return text[start:end].removesuffix(" to") if end > start else None


def is_elliptic(answer: str) -> bool:
    """Whether an answer says nothing without its question ("yes", "it was not")."""
    return _ELLIPTIC.fullmatch(answer) is not None


def question(text: str, floor: int, position: int, answer: str) -> str | None:
    """What those were asked who only said yes or no ("Asked if the toll is fair, 60 percent said yes").

    An answer of more words than one stands behind it ("toll is fair: it is not").
    """
    match = next(reversed(list(_ASKED.finditer(text, floor, position))), None)
    words = match[1].split() if match else []
    if len(words) > _QUESTION:
        words = words[-_QUESTION:]
    asked = " ".join(words)
    return (asked if answer in _PLAIN else f"{asked}: {answer}") if asked else None


def passive(text: str, position: int, limit: int) -> str | None:
    """What is done with a sum, from the verb behind it ("$5 million was sent to the harbour", "came from dues")."""
    opening = _PASSIVE.match(text, position, limit)
    words = _cut(text, max(opening.span(1)[0], opening.span("active")[0]), limit) if opening else None
    return trimmed(words) if words else None


def related(text: str, position: int, limit: int) -> str | None:
    """What is said of a sum in the clause behind it ("the $40 that Ann Moe raised")."""
    opening = _THAT_CLAUSE.match(text, position, limit)
    words = _cut(text, opening.end(), limit) if opening else None
    if not words:
        return None
    words = _FURTHER_VERB.split(words)[0]
    verb = words.rsplit(" ", 1)[-1]
    return trimmed(words) or (verb if verb.endswith("ed") and verb not in SAYING else None)
