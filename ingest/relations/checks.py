"""Whether the names of subject and object bear a wording that fits others too."""

from __future__ import annotations

from ingest.lexicon.gazetteer import CITIES, COUNTRIES, PLACES, POSTAL, SHORT_STATES, STATES
from ingest.lexicon.words import PLACE_HEADS, listed

_FACILITIES = (PLACE_HEADS - {"state", "district", "coast"}) | listed(
    """
    university college school center centre institute hospital museum church cathedral mosque temple library court
    prison hotel club theater theatre hall stadium embassy laboratory factory plant headquarters academy
    place tower
    """
)
_PARTS = listed(
    """
    center centre institute school college department faculty division unit bureau office laboratory lab program
    programme project committee subcommittee caucus branch chapter wing board council initiative observatory group
    """
)
_IN_MANY_PLACES = listed(
    "party gop republicans democrats committee congress senate campaign administration government army police"
)
_SURVEYS = listed(
    "poll polls survey surveys study studies census barometer questionnaire analysis investigation audit tally"
)
_PROGRAMMES = listed("program programme scheme initiative project")
_LAWS = listed("law laws bill act amendment legislation")
_WRITINGS = listed(
    """
    report reports memo memorandum decision ruling plan strategy statement programme program index list ranking guide
    manifesto average
    """
)


def lies_in(inner: str, outer: str) -> bool:
    """Whether "inner, outer" is a place and where it lies, and no list of two."""
    if outer in STATES or f"{outer}." in STATES or outer in SHORT_STATES or outer in POSTAL or outer in COUNTRIES:
        return inner in CITIES or inner not in PLACES
    return is_facility(inner, outer) and outer in PLACES


def is_town(inner: str, outer: str) -> bool:
    """Whether "inner in outer" is a town and the state or country that it lies in."""
    return inner in CITIES and (outer in STATES or outer in COUNTRIES)


def is_facility(inner: str, outer: str) -> bool:
    """Whether what lies somewhere is a building or an institution by its name."""
    return bool(_FACILITIES & set(inner.lower().split()))


def is_part(inner: str, outer: str) -> bool:
    """Whether a body is by its name the kind that others have."""
    return bool(_PARTS & set(inner.lower().split())) and inner != outer


def is_owner(inner: str, outer: str) -> bool:
    """Whether what a body is said to have is a part of it: of a court it is a case."""
    return not outer.endswith(("Court", "Congress", "Senate"))


def is_party_or_firm(member: str, body: str) -> bool:
    """Whether what somebody has is a political party, or a firm by its name ("Ana Lima's Harbour & Company")."""
    return body.endswith((" Party", "GOP", " Company", " Inc", " Corp", " & Co", " Holdings", " Industries", " LLC"))


def is_of_one_place(body: str, place: str) -> bool:
    """Whether a body is no party, no campaign and no parliament, all of which are in many places."""
    return body.rpartition(" ")[2].lower() not in _IN_MANY_PLACES


def is_survey(maker: str, document: str) -> bool:
    """Whether a document is one that is conducted: a poll, and no average of polls."""
    words = set(document.lower().replace("-", " ").split())
    return bool(_SURVEYS & words) and "average" not in words


def is_writing(maker: str, document: str) -> bool:
    """Whether a document is one that is written."""
    return not is_survey(maker, document) and bool(_WRITINGS & set(document.lower().split()))


def is_law(maker: str, document: str) -> bool:
    """Whether a document is a law or is to be one."""
    return document.lower().rpartition(" ")[2] in _LAWS


def is_programme(maker: str, document: str) -> bool:
    """Whether a document is a programme, which somebody runs."""
    return document.lower().rpartition(" ")[2] in _PROGRAMMES


def is_report(maker: str, document: str) -> bool:
    """Whether a document is told by the name of who wrote it ("a Gantry report"), not of what it is about."""
    return document.lower().endswith(("report", "reports", "memo", "memorandum"))
