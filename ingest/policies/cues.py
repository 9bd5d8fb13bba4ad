"""The words that take a side: verbs, nouns and adjectives that propose, promise, support, oppose, warn or doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.lexicon.words import WEEKDAY, listed

Stance = Literal["supports", "opposes", "proposes", "promises", "warnsOf", "doubts"]
Side = Literal["subject", "owner", "agent"]
"""Where the one who takes the side stands: before the verb, before a noun ("her plan"), or behind "by"."""
Object = Literal["thing", "measure", "infinitive", "clause"]
"""What may stand behind a cue: any noun phrase, one that names a measure, "to …", "that … would …"."""


DENIED: dict[Stance | None, Stance] = {"proposes": "opposes", "promises": "opposes", "supports": "opposes"}
"""The side of who denies to take one, or takes one on the end of something."""
_NOT = re.compile(r"\b(?:not|never)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to take a side. ``stance`` is none where only the policy can be told, not who stands where on it.

    ``openings`` are the words that it may begin with.
    """

    pattern: re.Pattern[str]
    stance: Stance | None
    side: Side
    objects: frozenset[Object]
    openings: frozenset[str]

    def taken(self, words: str) -> Stance | None:
        """The side that the cue takes in its words in a text: another, or none, where these deny it."""
        return DENIED.get(self.stance) if _NOT.search(words) else self.stance


_DOUBLED = listed("plan commit slam")
_IRREGULAR = {
    "be": "am is are was were be been being",
    "seek": "seek seeks seeking sought",
    "fight": "fight fights fighting fought",
    "take": "take takes took taking",
    "strike": "strike strikes struck striking",
    "throw": "throw throws threw throwing",
    "speak": "speak speaks spoke speaking",
    "uphold": "uphold upholds upheld upholding",
    "put": "put puts putting",
    "bring": "bring brings brought bringing",
    "come": "come comes came coming",
    "cast": "cast casts casting",
}


def forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb.

    >>> forms("oppose"), forms("plan"), forms("decry")[2]
    (('oppose', 'opposes', 'opposed', 'opposing'), ('plan', 'plans', 'planned', 'planning'), 'decried')
    """
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb in _DOUBLED:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + ("es" if verb.endswith(("ss", "sh", "ch", "x")) else "s"), stem + "ed", stem + "ing"


def all_forms(verbs: Iterable[str]) -> frozenset[str]:
    """The forms of all of some verbs."""
    return frozenset(form for verb in verbs for form in forms(verb))


_BETWEEN = (
    r"(?:[ \u00a0]+(?:also|has|again|even|now|once|repeatedly|explicitly|publicly|recently|instead|strongly|only|"
    rf"(?:on[ \u00a0])?{WEEKDAY}|yesterday|today|him|her|them|me|us|voters|supporters|"
    r"workers|reporters|(?:(?:late|early|earlier)[ \u00a0])?(?:this|last)[ \u00a0](?:week|month|year|spring|summer|"
    r"fall|autumn|winter)))?(?:[ \u00a0]+(?:night|evening|morning))?[ \u00a0]+"
)
_NOT_PROMISING = r"(?<!\bother )(?<!\bmost )(?<!\bmore )(?<!\ba )(?<!\bthe )"
_SOMEBODY = r"(?:[ \u00a0]+[\w’'.-]+){1,6}?[ \u00a0]+to[ \u00a0]+"


def _cue(
    stance: Stance | None, verbs: str, objects: str, side: Side = "subject", *, wide: bool = False, before: str = ""
) -> Cue:
    """A cue for verbs, which commas separate. ``wide`` lets somebody stand between ("urged Congress to")."""
    phrases = [verb.split() for verb in verbs.split(",")]
    words = [(form, *rest) for verb, *rest in phrases for form in forms(verb)]
    return _built(stance, words, objects, side, before, _SOMEBODY if wide else _BETWEEN)


def _nouns(stance: Stance, nouns: str, objects: str, side: Side = "owner") -> Cue:
    """A cue for nouns and adjectives, which commas separate; with a star they stand in the plural too."""
    words = [tuple(noun.replace("*", "").split()) for noun in nouns.split(",")]
    words += [tuple(noun.replace("*", "s").split()) for noun in nouns.split(",") if "*" in noun]
    return _built(stance, words, objects, side, "", r"[ \u00a0]+")


def _built(
    stance: Stance | None, words: list[tuple[str, ...]], objects: str, side: Side, before: str, behind: str
) -> Cue:
    listing = "|".join("[ \u00a0]".join(phrase) for phrase in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"{before}\b(?:{listing}){behind}(?=[\w“\"‘'])")
    kinds = frozenset(objects.split())
    return Cue(pattern, stance, side, kinds, frozenset(phrase[0] for phrase in words))  # type: ignore[arg-type]


CUES: tuple[Cue, ...] = (
    # verbs of what one will do
    _cue("promises", "promise, pledge, vow", "thing infinitive clause", before=_NOT_PROMISING),
    _cue("promises", "commit to, be committed to, guarantee", "measure"),
    # verbs of what one wants done
    _cue("proposes", "propose", "thing infinitive clause"),
    _cue("proposes", "call for, advocate, push for, press for, lobby for", "thing"),
    _cue("proposes", "suggest, recommend, urge", "measure clause"),
    _cue("proposes", "want, seek, plan, intend, aim, threaten, offer, push, hope, move, decide", "infinitive"),
    _cue("proposes", "would like, be determined, be ready", "infinitive"),
    _cue("proposes", "urge, ask, call on, press, pressure", "infinitive", wide=True),
    _cue("proposes", "push, want, encourage, lobby, implore", "infinitive", wide=True),
    _cue(None, "force, require, oblige, compel", "infinitive", wide=True),
    _cue("proposes", "demand, seek, request, want", "measure", before=_NOT_PROMISING),
    _cue("proposes", "campaign for, fight for, argue for", "measure", before=_NOT_PROMISING),
    _cue("proposes", "introduce, unveil, announce, draft, sponsor", "measure"),
    # verbs for and against
    _cue("proposes", "present, submit, table, put forward, bring forward", "measure"),
    _cue("opposes", "refuse, decline", "infinitive"),
    _cue("proposes", "craft, co-sponsor, cosponsor, author, float", "measure"),
    _cue("supports", "support, back, favor, favour, endorse, champion, welcome, embrace, defend, applaud", "measure"),
    _cue("supports", "praise, approve, ratify, sign, pass, enact, adopt, uphold, hail, tout, vote for", "measure"),
    _cue("supports", "implement, maintain, preserve, continue", "measure"),
    _cue("supports", "emphasise, emphasize, prioritise, prioritize", "measure"),
    _cue("supports", "advocate for", "thing"),
    _cue("supports", "spur, encourage, foster, launch, promote, value, prefer, pursue", "measure"),
    _cue("supports", "stand by, stick to, press ahead with", "measure"),
    _cue("supports", "support, back, vote, agree", "infinitive"),
    _cue("opposes", "oppose, reject, criticise, criticize, condemn, denounce", "measure"),
    _cue("opposes", "decry, blast, slam, bash, veto", "measure"),
    _cue("opposes", "shelve, stall, suspend, delay, block, overturn, resist, rescind", "measure"),
    _cue("opposes", "repeal, scrap, halt, dismiss, deride, challenge", "measure"),
    _cue("opposes", "vote down, come out against", "measure"),
    _cue("opposes", "strike down, vote against, rule against, argue against, speak out against, fight", "measure"),
    _cue("opposes", "rebuke, ridicule, assail, disagree with, take issue with, fight against", "measure"),
    _cue("opposes", "campaign against, protest against, protest, object to, throw out", "measure"),
    _cue("warnsOf", "warn of, warn about, warn against, caution against, warn that", "measure"),
    _cue("doubts", "doubt, question, cast doubt on", "measure"),
    # nouns that somebody owns
    _nouns("promises", "promise*,pledge*,vow*,commitment*", "infinitive"),
    _nouns("promises", "promise* of,pledge* of", "thing"),
    _nouns("promises", "promise* for,pledge* for,commitment to", "measure"),
    _nouns("proposes", "plan*,proposal*,call*,bid,push,effort*,request*,demand*,threat*,aim", "infinitive"),
    _nouns("proposes", "proposal* for,plan* for,call* for,push for,demand* for,request* for,goal of", "thing"),
    _nouns("supports", "policy of,shift to,shift toward,shift towards,emphasis on", "measure"),
    _nouns("supports", "decision", "infinitive"),
    _nouns("supports", "support for,support of,backing for,defence of,defense of,endorsement of,embrace of", "measure"),
    _nouns("opposes", "opposition to,hostility to,criticism of,objection* to,rejection of,condemnation of", "measure"),
    _nouns("doubts", "concern* about,doubt* about,skepticism about,scepticism about,misgivings about", "measure"),
    _nouns("warnsOf", "warning* about,warning* of,warning* against", "measure"),
    # adjectives and adverbs
    _nouns("supports", "in favor of,in favour of,in support of,supportive of", "measure", "subject"),
    _nouns("supports", "supporter* of,proponent* of,advocate* for,advocate* of,backer* of,champion* of,defender* of",
           "measure", "subject"),
    _nouns("opposes", "opposed to,critical of,against,opponent* of,critic* of,foe* of,hostile to,outraged by,"
           "angered by,dismayed by,appalled by,furious about,unhappy with", "measure", "subject"),
    _nouns("doubts", "skeptical of,skeptical about,sceptical of,sceptical about,wary of,worried about,uneasy about",
           "measure", "subject"),
)  # fmt: skip
"""The ways to take a side, with what may stand behind each."""
BY_OPENING: dict[str, tuple[Cue, ...]] = {
    word: tuple(cue for cue in CUES if word in cue.openings) for cue in CUES for word in cue.openings
}
"""The same by the words that they begin with."""

ADJECTIVE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|['’]s)[ \u00a0](?P<word>proposed|promised|planned)[ \u00a0]+"
    r"(?=[a-z])"
)
"""A participle before the policy ("her planned tax on sugar")."""
PROGRAMME = re.compile(
    r"\b(?:program|programme|platform|manifesto|agenda|proposals?|plan|package)[ \u00a0](?:includes?|included|"
    r"calls for|called for|contains?|provides for)[ \u00a0]+(?=\w)"
)
"""What somebody's programme holds."""
FLAGSHIP = re.compile(
    r"\b(?:flag|flagship|centrepiece|centerpiece|pledge|promise|proposal|priority)(?:[ \u00a0][a-z]+){0,4}[ \u00a0]"
    r"(?:is|was|remains|would be|will be)[ \u00a0]+(?=\w)"
)
"""What somebody's promise is."""
CORE = re.compile(
    r"(?:\b(?:axis|core|aim|goal|idea|objective|pillar)(?:[ \u00a0][\w’'-]+){0,6}?[ \u00a0]"
    r"(?:is|was|will be)(?:[ ]not[ ](?:only|just))?|\b(?:[Tt]hat|[Tt]his|[Ii]t|which)[ ]would[ ]include|"
    r"\b(?:debating|considering|discussing|weighing|debated|considered|discussed|weighed))[ \u00a0]+(?=\w)"
)
"""What a plan comes to, or what is being discussed: a policy, but nobody's stance."""
NAMED = re.compile(
    r"[‘'“\"](?P<name>[A-Z][\w-]+(?:[ ][A-Z][\w-]+){1,4})[’'”\"][ ]"
    r"(?:principle|doctrine|policy|plan|initiative|agenda|strategy|approach|law|bill|rule)\b"
)
"""A policy with a name in quotation marks."""
WOULD = re.compile(
    r"\b(?:[A-Z][\w.’'-]*|he|she|they|we|I|it|who|which|that|bill|law|legislation|measure|amendment|act|plan|proposal|"
    r"order|rule|treaty|deal|government|administration|president|country)"
    r"(?:[ \u00a0]|(?=['’]))(?P<verb>would|['’]d)[ \u00a0]+"
    r"(?:(?:also|immediately|instead|then|like[ \u00a0]to)[ \u00a0]+)?(?=[a-z])"
)
"""What somebody, or a bill, would do."""
BILL = re.compile(
    r"\b(?:bill|bills|legislation|measures?|steps|law|laws|reforms?|amendment|order|resolution|rules?)[ \u00a0]+"
    r"to[ \u00a0]+(?=[a-z])"
)
"""A bill to do something."""
PASSIVE = re.compile(
    r"(?:(?P<be>[ \u00a0](?:has[ ]|have[ ]|had[ ])?(?:is|was|were|are|been|being)(?:[ \u00a0][a-z]+ly)?"
    r"[ \u00a0])|,?[ \u00a0])(?P<word>supported|backed|opposed|rejected|proposed|promised|vetoed|blocked|struck down|"
    r"criticised|criticized|"
    r"condemned|denounced|endorsed|overturned|upheld|favou?red|championed|introduced|sponsored|drafted|unveiled|"
    r"advocated|questioned|signed|approved|applauded|praised|welcomed|hailed|crafted|written|authored|decried)"
    r"[ \u00a0](?P<by>by)[ \u00a0]"
)
"""What is supported, opposed … by somebody."""
PASSIVE_STANCES: dict[str, Stance] = {
    **dict.fromkeys(("supported", "backed", "endorsed", "upheld", "favored", "favoured", "championed"), "supports"),
    **dict.fromkeys(("signed", "approved", "applauded", "praised", "welcomed", "hailed"), "supports"),
    **dict.fromkeys(("proposed", "introduced", "sponsored", "drafted", "unveiled", "advocated"), "proposes"),
    **dict.fromkeys(("crafted", "written", "authored"), "proposes"),
    **dict.fromkeys(("opposed", "rejected", "vetoed", "blocked", "struck down", "criticised", "criticized"), "opposes"),
    **dict.fromkeys(("condemned", "denounced", "overturned", "decried"), "opposes"),
    "promised": "promises",
    "questioned": "doubts",
}
"""The side that a participle takes."""
