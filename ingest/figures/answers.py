"""What a share is a share of: the answer or the deed behind it, or the subject and the verb before it."""

from __future__ import annotations

import re

from ingest.figures.changes import DOWN, UP
from ingest.figures.naming import trimmed
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.numbers import DENOMINATORS, SMALL, TENS
from ingest.figures.populations import AUXILIARIES, SAYING, WORD
from ingest.lexicon.words import listed
from kg.model import Span

LONGEST = 8
"""Words in a measure that is cut out of a clause."""
_SUBORDINATE = 3
_ANSWERING = listed(
    """
    support supports supported oppose opposes opposed approve approved disapprove disapproved favor favored favour
    favoured back backed prefer preferred want wanted see saw view viewed trust trusted like liked dislike disliked
    plan planned expect expected vote voted rate rated consider considered know knew live lived own owned work worked
    use used lack lacked disagree disagreed undecided unsure unemployed satisfied dissatisfied uninsured intend
    intended fear feared hold held blame blamed chose choose picked identify identified come comes came go goes went
    depend depends earn earned pay paid receive received remain remained need needed suffer suffered fall falls rely
    relied drink smoke attend attended watch watched read attended credit credited name named cite cited
    """
)
"""Verbs and participles that tell right behind a bare share what was answered or done ("63 percent support it")."""
_NO_VERB = listed(
    """
    last next nationwide overall more less fewer higher lower off increase decrease rise drop decline cut growth gain
    worldwide total yesterday today apiece respectively now
    """
)
_ADVERBS = listed("also now still currently strongly either even overall nationwide only just both all either always")
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
_NARROWING = re.compile(r"[ \u00a0](?:in|with|without|from|at|over|under|aged|between|across|outside|who)[ \u00a0]")
_ANY_WORD = re.compile(r"[ \u00a0]([^\s,;:()]+)")
_WHOM = re.compile(r"[ \u00a0](?:pollsters?|researchers?|interviewers?|the (?:pollster|survey|researchers))\b")
_THAT_CLAUSE = re.compile(r"[ \u00a0]that[ \u00a0](?=[a-zA-Z])")
_PASSIVE = re.compile(
    r"(?:[ \u00a0](?:more|extra))?[ \u00a0](?:was|were|is|are|has been|have been|had been|will be|would be|should be)"
    r"[ \u00a0](?:(?:being|already|also)[ \u00a0])?(?=([a-z]+(?:ed|ent|en|lt|ld|ost|ut)\b))"
)
_THAT = re.compile(r"[ \u00a0](?:that|they|to|as)\b(?=[ \u00a0])")
_BE = re.compile(r"[ \u00a0](?:are|were|is|was|be)\b(?=[ \u00a0])")
_ENDING = listed(
    """
    while but whereas although compared versus because according though unless until before after since
    """
)
_BREAKING = listed(
    """
    that which who whose when where if in on at for of to by with from about as than and or
    """
)
_NUMBER_NEXT = re.compile(
    r"[ \u00a0](?:(?:only|just|nearly|almost|about|another|some|more|less|than|over|under|at|least)[ \u00a0])*"
    r"(?:[$€£]?\d|(?:" + "|".join([*SMALL, *TENS, *DENOMINATORS]) + r")\b)"
)
_NUMBER_END = listed("and or to by with at a an the of from for in on only just nearly almost about another some")
_LEADING = listed(
    """
    and but or so while since because that when if although though as whether then however where which who meanwhile
    yet also for with except whereas after before even until
    """
)
_TRAILING = re.compile(
    r"[ \u00a0](?:by|to|at|of|with|from|for|on|in|than|around|near|about|is|are|was|were|a|an|the|its|their|his|her)"
    r"(?:[ \u00a0](?:just|only|some|another|merely|roughly|a|an|the|its|their|total|record|mere))*"
    r"(?:[ \u00a0](?:a|an)[ \u00a0][a-z]+)?\Z|[ \u00a0](?:by|in|since|until|of)[ \u00a0]\d{4}\Z"
    r"|[ \u00a0](?:just|only|merely|barely|roughly|nearly|almost)\Z"
)
_AFTER_NUMBER = re.compile(
    r"\A.*\d(?:[ \u00a0]?(?:%|percent|per cent|percentage|points?|million|billion|trillion))*"
    r"[ \u00a0](?:(?:to|versus|against|over|and|or)[ \u00a0]+|\Z)"
)
_ASKED = re.compile(r"\b[Aa]sked[ \u00a0](?:whether|if)[ \u00a0](?:(?:they|the)[ \u00a0])?([^,.;\n]{5,90})")
_ABBREVIATED = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "Gen", "St"))
_CLAUSES = re.compile(
    r",[ \u00a0]|[ \u00a0][—–-][ \u00a0]|[—;:(\n]"
    r"|[ \u00a0](?:while|but|whereas|although|which)\b|[ \u00a0]and[ \u00a0]\Z"
)
_BARE = re.compile(r"[ \u00a0]([a-z]{4,})(?=[ \u00a0](?:to|and|versus)[ \u00a0]\d|[.;]|,[ \u00a0]\d)")
"""An answer of one word behind its share ("37 percent liberal to 32 percent conservative")."""
_FIRST_WORDS = re.compile(
    r"(?:Overall|However|Meanwhile|[A-Z][a-z]+(?:ing|ly)|Prior|According|Compared|Despite|Until|Through|Last|This|Next|In|On|"
    r"At|After|Before|By|For|From|Under|With|During|Since|Among|Of|As|While|When|If)\b"
)
_MOVED = re.compile(
    r"(?:(?<=\w)(?<!’s)(?<!'s)[ \u00a0])?(?:(?:has|have|had|is|are|was|were|will|would|could|may|might|be|"
    r"been|being|not|also|still|only)[ \u00a0])*"
    rf"(?P<verb>(?<!make[ \u00a0])(?<!made[ \u00a0])\b(?:is|are|was|were|be|been|stood|stands|"
    rf"reach(?:ed|es)|averag(?:ed|es)|total(?:ed|s)|{UP}|{DOWN}))"
    r"(?:[ \u00a0](?:further|sharply|slightly|again|up|down))?\Z"
)
"""The verb that only says that the subject has, or has changed, its value."""
_COPULAS = frozenset(("were", "was", "are", "is", "stood", "stands", "rose", "fell", "up", "down"))
_NAMES_AND = re.compile(r"(?:\A|[.;:\n][ \u00a0]?|[.]\s)((?:[A-Z][\w.’'-]*[ \u00a0]){1,4}and[ \u00a0])\Z")
_QUOTED = re.compile(r"[ \u00a0](?:[“\"‘]|'')(?=\w)")
_QUOTE_MARKS = re.compile(r"[“”\"]|''")
_BROKEN = re.compile(r"\d(?!\d*[-‑][a-z])|[\"“”;:()\n]|\. \.|''")
_AS_MUCH = re.compile(
    r"[ \u00a0](?:(?:as[ \u00a0](?:many|much)|as|more|the|that|those|their|its)[ \u00a0](?:of[ \u00a0])?)"
    r"(?:the[ \u00a0])?"
)


def behind(text: str, position: int, limit: int, *, grouped: bool) -> str | None:
    """What those counted said or did, from the words behind the share and its group; none where no verb follows.

    ``grouped`` says that a group was named, so that whatever comes next is taken for its verb.
    """
    while skipped := _SKIPPED.match(text, position, limit):
        position = skipped.end()
        grouped = grouped or skipped[0].endswith((")", "—", "–"))
    if relative := re.compile(r"[ \u00a0]who\b").match(text, position, limit):
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
    if verb in AUXILIARIES or verb in _ANSWERING or (verb.endswith(("ing", "ed")) and len(verb) > 5):
        return _deed(text, word.start(1), limit)
    if grouped and verb not in STOP and verb not in _NO_VERB:
        return _deed(text, word.start(1), limit)
    bare = _BARE.match(text, word.start(), limit)
    return bare[1] if bare and verb not in _NO_VERB | STOP and not is_plural(verb) else None


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
    being = _BE.match(text, start - 1, limit)
    return (_cut(text, being.end() + 1, limit) if being else None) or _cut(text, start, limit)


def _cut(text: str, start: int, limit: int) -> str | None:
    """The words from ``start`` to the end of the clause, or fewer, up to a joint, where they are many."""
    ends: list[tuple[int, str]] = []
    position = start
    while len(ends) <= LONGEST:
        if ends and _NUMBER_NEXT.match(text, position, limit):
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
    return _QUOTE_MARKS.sub("", text[start : ends[-1][0]]) if ends else None


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


def question(text: str, floor: int, position: int) -> str | None:
    """What those were asked who said yes or no ("Asked if the toll is fair, 60 percent said yes")."""
    match = next(reversed(list(_ASKED.finditer(text, floor, position))), None)
    return " ".join(match[1].split()[:LONGEST]) if match else None


def subject(text: str, sentence: Span, clause: Span, position: int) -> str | None:
    """What a sentence is about, where the clause of a number has no subject of its own ("The fund, …, grew").

    Where the number opens its clause, it goes on with the one before ("Ann leads, 43 to 38").
    """
    ahead = text[sentence.start : clause.start]
    parts = [part.strip(' \u00a0,“”"') for part in _CLAUSES.split(ahead)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and _FIRST_WORDS.match(parts[0]):
        parts = parts[1:]
    parts = [part for part in parts if not _FIRST_WORDS.match(part[:1].upper() + part[1:])] or parts
    if not parts:
        return None
    goes_on = not re.search(r"[a-z]{3}", text[clause.start : position])
    part = parts[-1] if goes_on else parts[0]
    if _BROKEN.search(part) or _FIRST_WORDS.match(part):
        return None
    return trimmed(" ".join(_TRAILING.sub("", f" {part}").split()[:LONGEST]))


def passive(text: str, position: int, limit: int) -> str | None:
    """What is done with a sum, from the verb behind it ("$5 million was sent to the harbour")."""
    opening = _PASSIVE.match(text, position, limit)
    words = _cut(text, opening.start(1), limit) if opening else None
    return trimmed(words) if words else None


def related(text: str, position: int, limit: int) -> str | None:
    """What is said of a sum in the clause behind it ("the $40 that Ann Moe raised")."""
    opening = _THAT_CLAUSE.match(text, position, limit)
    words = _cut(text, opening.end(), limit) if opening else None
    return trimmed(words) if words else None


def before(text: str, clause: Span, position: int) -> str | None:
    """The subject and the verb before a number, from the clause that it stands in ("the ferry lost")."""
    words = _AFTER_NUMBER.sub("", text[clause.start : position].rstrip())
    while (shorter := _TRAILING.sub("", " " + words).strip()) != words.strip():
        words = shorter
    words = words.strip()
    parts = list(re.finditer(r"[^\s]+", words))
    first = 0
    for index, part in enumerate(parts[:-1]):
        word = part[0].lower().strip("“\"‘'")
        joins = word in ("that", "which", "who") and len(parts) - index > _SUBORDINATE
        if word in _LEADING and (index == first or joins):
            first = index + 1
    last = len(parts)
    for index in range(first + 1, len(parts)):
        if parts[index][0] in ("which", "who"):
            last = index
            first = max(first, _start_of_noun(parts, index))
            break
    if last > first + 1:
        words, parts = words[: parts[last - 1].end()].rstrip(" -–—,"), parts[:last]
    if len(parts) - first > LONGEST and _MOVED.search(words):
        words = " ".join(part[0] for part in parts[first : first + LONGEST])
        parts, first = list(re.finditer(r"[^\s]+", words)), 0
    if len(parts) - first > LONGEST:
        first = len(parts) - LONGEST
        while first < len(parts) - 1 and parts[first][0].lower() in STOP:
            first += 1
    if first >= len(parts):
        return None
    measure = _with_names(text, clause, words[parts[first].start() :])
    moved = _MOVED.search(measure)
    measure = (measure[: moved.start()] or moved["verb"] if moved else measure).strip("“”\"'‘’ ")
    if _BROKEN.search(measure) or measure.lower() in STOP | _COPULAS or not re.search(r"[^\W\d_]{3}", measure):
        return None
    return trimmed(measure)


def _start_of_noun(parts: list[re.Match[str]], end: int) -> int:
    """Where the noun phrase begins that ends before a relative pronoun."""
    first = end
    while first and end - first < _SUBORDINATE + 1 and parts[first - 1][0].lower() not in STOP:
        first -= 1
    return first if first < end else 0


def _with_names(text: str, clause: Span, words: str) -> str:
    """The words that open a clause, with the names that "and" joins to the first of them ("Ann and Bo have")."""
    if not words[:1].isupper() or not text[clause.start : clause.end].lstrip().startswith(words[:1]):
        return words
    joined = _NAMES_AND.search(text, max(0, clause.start - 60), clause.start)
    return joined[1] + words.lstrip() if joined else words
