"""The verbs that report what somebody says, thinks or means to do, with all their forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Form = Literal["base", "present", "past", "participle"]

_FRAMES = {
    "qptcw": "say add note write explain",
    "qptc": (
        "acknowledge admit affirm allege announce argue assert boast claim conclude concede confirm contend declare "
        "emphasise emphasize estimate insist joke maintain observe predict recall recount reiterate remark report "
        "reveal state stress suggest testify tweet warn caution believe think lament stipulate proclaim "
        "speculate opine counter complain underline underscore blog point-out"
    ),
    "qptco": "tell assure remind inform advise",
    "qtc": "indicate post",
    "qp": (
        "reply respond ask quip urge shout yell wonder muse cry interject retort vow pledge promise agree "
        "summarise summarize sum-up chime-in conclude"
    ),
    "q": "read describe call go-on continue detail specify elaborate",
    "t": (
        "reply respond agree deny learn know understand recognise recognize realise realize hope fear doubt worry find "
        "show demonstrate prove imply vow pledge promise propose decide expect assume suspect feel demand advise "
        "recommend determine rule signal hint perceive highlight reaffirm repeat dispute warn"
    ),
    "c": "hope fear find show feel suspect expect know",
    "pt": "fear suspect hope",
    "w": "ask wonder determine know describe reveal question discuss decide explore doubt",
    "i": "vow pledge promise hope plan want intend aim threaten refuse decline propose seek offer agree",
    "n": (
        "accuse criticise criticize praise condemn denounce blast slam defend urge describe cite dismiss mock call "
        "endorse call-for call-on deride blame question reject express disavow decry rip bash tout hail applaud fault "
        "rebuke downplay recall reiterate predict point-to refer-to allege oppose propose consider announce suggest "
        "attack promise vow note acknowledge highlight stress emphasize emphasise discuss warn-of warn-about "
        "speak-of speak-about talk-about talk-of comment-on perceive"
    ),
    "j": "see",
    "x": "expect believe think say report know estimate consider allege rumour rumor deem",
}
"""Which complements make a verb a cue; judged on annotated news. One letter each:

``q`` a quotation beside it, ``p`` in parenthesis after or amid what is said, ``t`` "that", ``c`` a clause without
"that", ``w`` a clause with "whether" or "why", ``o`` a hearer first ("told reporters that"), ``i`` "to" and a verb,
``n`` the thing judged or demanded ("criticised the plan"), ``x`` "to" and a verb in the passive ("is expected to"),
``j`` nothing but "it likely that" and the like.
"""

_IRREGULAR = {
    "blog": "blogs blogged blogging",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "go": "goes went going",
    "know": "knows knew knowing",
    "admit": "admits admitted admitting",
    "plan": "plans planned planning",
    "quip": "quips quipped quipping",
    "read": "reads read reading",
    "refer": "refers referred referring",
    "rip": "rips ripped ripping",
    "say": "says said saying",
    "see": "sees saw seeing",
    "seek": "seeks sought seeking",
    "show": "shows showed showing",
    "slam": "slams slammed slamming",
    "tell": "tells told telling",
    "speak": "speaks spoke speaking",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "write": "writes wrote writing",
}
_FORM_NAMES: tuple[Form, ...] = ("present", "past", "participle")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a cue verb: the verb, its frames (see `_FRAMES`) and which form it is."""

    lemma: str
    frames: str
    form: Form


def inflected(verb: str) -> tuple[str, str, str]:
    """The present, past and -ing forms of a verb.

    >>> inflected("deny"), inflected("agree")
    (('denies', 'denied', 'denying'), ('agrees', 'agreed', 'agreeing'))
    """
    if verb in _IRREGULAR:
        present, past, participle = _IRREGULAR[verb].split()
        return present, past, participle
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("sh", "ss", "ch", "x")):
        return verb + "es", verb + "ed", verb + "ing"
    if verb.endswith("ee"):
        return verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    return verb + "s", verb + "ed", verb + "ing"


def all_forms(verbs: Iterable[str]) -> frozenset[str]:
    """Verbs with their present, past and -ing forms."""
    return frozenset(form for verb in verbs for form in (verb, *inflected(verb)))


def _frames_by_verb() -> dict[str, str]:
    frames: dict[str, str] = {}
    for letters, verbs in _FRAMES.items():
        for verb in verbs.split():
            frames[verb] = "".join(sorted({*frames.get(verb, ""), *letters}))
    return frames


def _forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for lemma in {verb.partition("-")[0] for verb in _BY_VERB}:
        frames = _BY_VERB.get(lemma, "")
        forms[lemma] = Verb(lemma, frames, "base")
        for word, form in zip(inflected(lemma), _FORM_NAMES, strict=True):
            forms[word] = Verb(lemma, frames, form)
    return forms | {word: Verb(lemma, _BY_VERB[lemma], "past") for word, lemma in PAST_PARTICIPLES.items()}


_BY_VERB = _frames_by_verb()
PAST_PARTICIPLES = {"written": "write", "known": "know", "shown": "show"}
"""Forms that are verbs only behind an auxiliary."""
FORMS: dict[str, Verb] = _forms()
"""Every form of every cue verb, in lower case."""


def with_particle(verb: Verb, particle: str) -> Verb | None:
    """The phrasal verb that a verb and the word after it make ("pointed out"), if they make one."""
    frames = _BY_VERB.get(f"{verb.lemma}-{particle}")
    return Verb(verb.lemma, frames, verb.form) if frames else None


def lemmas_of(cue: str) -> set[str]:
    """The words of a cue, those that report as their verb.

    >>> sorted(lemmas_of("had also warned"))
    ['also', 'had', 'warn']
    """
    return {FORMS[word].lemma if word in FORMS else word for word in cue.split()}


_PASTS = ("did", "had", "was", "were")


def is_past(cue: str) -> bool:
    """Whether a cue tells of what was said before now."""
    return any(word in _PASTS or (word in FORMS and FORMS[word].form == "past") for word in cue.split())
