"""Pronouns by person, number and gender, and the nouns that tell a gender."""

from __future__ import annotations

from ingest.lexicon.words import FEMALE_TITLES, MALE_TITLES, listed

FIRST = listed("i me my mine myself")
FIRST_PLURAL = listed("we us our ours ourselves")
SECOND = listed("you your yours yourself yourselves ye")
MALE = listed("he him his himself")
FEMALE = listed("she her hers herself")
NEUTER = listed("it its itself")
PLURAL = listed("they them their theirs themselves 'em em")
INDEFINITE = listed(
    """
    someone somebody anyone anybody everyone everybody nobody one one's others another those these this that who whoever
    """
)
RELATIVE = listed("who whom whose which that where")
REFLEXIVE = listed("himself herself itself themselves")
POSSESSIVE = listed("his her its their my our your whose")
PRONOUNS = FIRST | FIRST_PLURAL | SECOND | MALE | FEMALE | NEUTER | PLURAL | INDEFINITE | RELATIVE | {"s"}

WOMEN = FEMALE_TITLES | listed(
    """
    wife mother woman daughter girl actress heiress widow girlfriend aunt grandmother niece mom queen businesswoman
    policewoman stepdaughter fiancée granddaughter goddess bride ms
    """
)
MEN = MALE_TITLES | listed(
    """
    husband father man son brother boy actor widower boyfriend uncle grandfather nephew dad king businessman policeman
    stepson fiancé grandson monk groom mr guy gentleman
    """
)
