"""Nouns: which words end a noun phrase, what is a plural, and its singular."""

from __future__ import annotations

from ingest.lexicon.words import listed

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "wives": "wife", "lives": "life", "knives": "knife", "halves": "half", "thieves": "thief", "leaves": "leaf",
    "shelves": "shelf", "wolves": "wolf", "crises": "crisis", "analyses": "analysis", "bases": "base",
    "theses": "thesis", "criteria": "criterion", "movies": "movie", "cookies": "cookie", "calories": "calorie",
    "buses": "bus", "viruses": "virus", "campuses": "campus", "caucuses": "caucus", "police": "police officer",
    "personnel": "staff", "staff": "staff", "aircraft": "aircraft", "series": "series", "species": "species",
    "cattle": "cattle", "sheep": "sheep", "gases": "gas", "bonuses": "bonus", "censuses": "census", "shoes": "shoe",
    "toes": "toe", "quizzes": "quiz", "alumni": "alumnus", "referenda": "referendum", "headquarters": "headquarters",
    "ties": "tie", "lies": "lie", "ads": "ad", "mps": "mp", "tvs": "tv",
}  # fmt: skip
STOP = listed(
    """
    a an the this that these those my your his her its our their whose which who whom what and or but nor so yet if
    than then as of in on at by for from to with without into onto over under above below between among amid during
    since until till after before about against through throughout across along around behind beyond near off out up
    down per via within toward towards despite is are was were be been being am do does did done has have had having
    can could will would shall should may might must not no said says say told tells saying it he she they we you i
    him them us me there here when where while because although though whether how why all both each every either
    neither any some such only just also even still already now ago later earlier respectively apiece annually
    yearly monthly daily away apart together versus vs is’t isn’t wasn’t don’t didn’t including like unlike
    according compared followed percent per-cent
    """
)
"""Words that end a noun phrase."""
_NOT_PLURAL = listed(
    """
    this was has is its his does goes says us yes thus plus minus less unless across perhaps always besides
    afterwards sometimes towards overseas gas bus lens news politics economics texas kansas illinois arkansas
    massachusetts netherlands philippines wales honduras cyprus athens paris brussels los las james thomas lewis
    williams congress business process access press class status virus focus bonus campus census consensus surplus
    previous various serious yours ours theirs whereas as makes gets wants plain-clothes needs means takes comes
    brings sends gives seems appears remains requires becomes lets puts sees knows thinks believes
    """
)
MODIFIER_PLURALS = listed(
    "women men police sales sports arms veterans savings human-rights rights drugs services works"
)

GROUPS = listed(
    """
    catholic protestant orthodox muslim christian jew sunni shiite mormon hindu sikh buddhist baptist evangelical
    democrat republican latino hispanic american european african asian amish
    """
)
"""Kinds of people whose names have a capital."""


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    lowered = word.lower().rstrip("'’")
    if word[-1:] in "'’" or "'" in word or "’" in word:
        return False
    tail = lowered.rsplit("-", 1)[-1].rsplit("‑", 1)[-1]
    if lowered in _NOT_PLURAL:
        return False
    if tail in IRREGULAR or (tail.endswith("men") and len(tail) > 5 and tail not in ("specimen", "regimen")):
        return True
    return (
        len(tail) > 3
        and tail.endswith("s")
        and not tail.endswith(("ss", "us", "is", "ous"))
        and tail not in _NOT_PLURAL
        and lowered not in STOP
    )


def singular(noun: str) -> str:
    """The singular of an English noun in lower case.

    >>> [singular(noun) for noun in ("countries", "votes", "losses", "people", "policemen")]
    ['country', 'vote', 'loss', 'person', 'policeman']
    """
    head, joint, tail = noun.rpartition("-")
    if tail in IRREGULAR:
        return head + joint + IRREGULAR[tail]
    if tail.endswith("men"):
        return head + joint + tail[:-3] + "man"
    for ending, replacement in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("oes", "o"),
        ("zzes", "zz"),
    ):
        if tail.endswith(ending) and len(tail) > len(ending) + 1:
            return head + joint + tail[: -len(ending)] + replacement
    return noun[:-1] if tail.endswith("s") and not tail.endswith("ss") else noun
