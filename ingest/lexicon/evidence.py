"""Words for what claims rest on: nouns for evidence, the verbs by which it speaks, the words that point to it."""

from __future__ import annotations

from ingest.lexicon.words import listed

EVIDENCE_NOUNS = listed(
    """
    poll survey study report census analysis audit review paper data dataset statistic statistics figures barometer
    evidence research finding findings estimates records projections forecasts inquiry investigation indictment
    lawsuit affidavit filing filings document documents memo memos testimony experiment trial measurements numbers
    """
)
"""What something can be shown by; plurals where the singular means something else ("a public figure")."""

CASE_NOUNS = listed("case example experience precedent model lesson")
"""What is held up as an example, where it is told whose or which."""

MEDIUM_NOUNS = listed("poll survey study report census audit review paper")
"""What findings are published in; what is said in a letter, a statement or a tweet rests on the speaker alone."""

SOURCE_NOUNS = listed(
    """
    source sources official officials witness witnesses expert experts researcher researchers analyst analysts
    scientist scientists diplomat diplomats lawyer lawyers prosecutor prosecutors investigator investigators economist
    economists resident residents people eyewitnesses insiders aides
    """
)
"""Unnamed people whom somebody cites ("citing police sources")."""

SHOWING_VERBS = listed(
    """
    show shows showed showing shown suggest suggests suggested suggesting indicate indicates indicated indicating find
    finds found finding reveal reveals revealed revealing demonstrate demonstrates demonstrated prove proves proved
    confirm confirms confirmed confirming point points pointed conclude concludes concluded estimate estimates
    estimated put puts say says said state states stated warn warns warned
    """
)
"""What evidence does."""

POINTING = {
    "citing": None,
    "cites": None,
    "cited": None,
    "cite": None,
    "quoting": None,
    "pointing": "to",
    "points": "to",
    "pointed": "to",
    "based": "on",
    "relying": "on",
    "relied": "on",
    "relies": "on",
    "drawing": "on",
    "draws": "on",
    "drew": "on",
    "according": "to",
}
"""The words that point to evidence, with the preposition that some need."""

POINTING_PARTICIPLES = listed("citing quoting pointing based relying drawing")
"""Those that say no more than what another claim of the sentence rests on."""
