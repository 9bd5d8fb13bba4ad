"""Words that are written like a name and never name anybody: peoples, plurals, forms of address, titles of works."""

from __future__ import annotations

import re

from ingest.entities.name_forms import Candidate
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import ACRONYMS_OUT, COMMON, WORD_SURNAMES, listed
from ingest.words import Words

_ADDRESSES = listed(
    """
    mr mrs ms miss dr del sen rep gov prof rev hon sir lt col gen capt sgt cllr pc insp supt messrs pac pacs pres rear
    adm sens reps
    """
)
_PLURAL = ("s", "men")
_PLURAL_ENDINGS = ("tions", "sions", "nents")
"""How nouns for several things or people end that stand first in a sentence ("Proponents say")."""
_GENERIC = listed("super hybrid federal")
_SIDES = ("pro-", "anti-")
_INHABITANTS = frozenset({"Yorker", "Yorkers", "Englander", "Englanders", "Zealander", "Zealanders", "Hampshirites"})
"""What follows "New" in the names for those who live somewhere."""
BEHIND_NAMES = listed("kc qc mp mps mep msp obe mbe cbe rn cpa phd md esq")
"""What stands behind somebody's name in capitals and is no part of it."""
_AWARDED = ("-winning", "-nominated", "-award")
"""What is said of people by the prize that is called so ("a Tony-winning singer")."""
_WORKS = listed(
    """
    book novel film movie documentary memoir song album musical podcast painting poem drama thriller sitcom comedy
    series show play
    """
)
"""What has a title, in small letters before it."""
_PLURAL_VERBS = listed(
    """
    say are were have argue believe think fear warn hope want expect point note see worry agree insist dispute oppose
    support reject deny
    """
)
_PARTISANS = listed("republicans democrats conservatives liberals libertarians socialists greens")
_CLOSED = (",”", ".”", "” ", ',"', '."', '" ')
_CONTRACTED = listed("i we you they he she it that there who what let here where how")
_CONTRACTIONS = ("'ve", "’ve", "'re", "’re", "'ll", "’ll", "'d", "’d", "'m", "’m", "'s", "’s")


def is_nobody(words: Words, name: Candidate) -> bool:
    """Whether a name is a word for a people, a form of address or an abbreviation that never names anybody."""
    word, low = words.words[name.last], words.lows[name.first]
    if word in DEMONYMS or (word.isupper() and word.title() in DEMONYMS):
        return True
    if word[-1] == "s" and word[:-1].isupper() and len(word) > 2:
        return True  # "PACs"
    if word in ("PAC", "PACs") and (low in _GENERIC or low.startswith(_SIDES) or name.first == name.last):
        return True
    if words.words[name.first] in DEMONYMS and name.last > name.first and word.islower():
        return True  # "the Baptist choir"
    if word in _INHABITANTS or words.after(name.last).startswith(_AWARDED):
        return True
    if _is_work(words, name) or _are_several(words, name) or _is_mere_party(words, name):
        return True
    if re.split("['’]", low)[0] in _CONTRACTED and low.endswith(_CONTRACTIONS):
        return True
    is_plural = name.first == name.last and low.endswith(_PLURAL_ENDINGS) and words.opens[name.first]
    if is_plural and low not in FIRST_NAMES and low not in WORD_SURNAMES:
        return True
    return name.first == name.last and (low in _ADDRESSES or low in ACRONYMS_OUT or len(low) == 1)


def _is_work(words: Words, name: Candidate) -> bool:
    """Whether the word before a name says that it is the title of a work ("the novel Harbour Lights")."""
    before = name.first - 1
    is_quoted = words.before(name.first) in (", “", ', "', " “", ' "') and words.after(name.last)[:2] in _CLOSED
    is_told = before >= 0 and (words.joined[name.first] or is_quoted) and words.words[before] in _WORKS
    return is_told and name.last > name.first and words.lows[name.first] not in FIRST_NAMES


def _are_several(words: Words, name: Candidate) -> bool:
    """Whether a lone plural opens a sentence as its subject: "Associates say …", where one of a name "says"."""
    low, follows = words.lows[name.first], name.last + 1
    is_plural = (
        name.first == name.last
        and words.opens[name.first]
        and low.endswith(_PLURAL)
        and words.words[name.first][1:].islower()
    )
    return is_plural and follows < len(words) and words.joined[follows] and words.lows[follows] in _PLURAL_VERBS


def _is_mere_party(words: Words, name: Candidate) -> bool:
    """Whether an ordinary word that opens a sentence stands before those of a party ("Local Republicans")."""
    is_open = name.last == name.first + 1 and words.opens[name.first] and words.lows[name.first] in COMMON
    return is_open and words.lows[name.last] in _PARTISANS and words.lows[name.first] not in ("house", "senate")


def is_mere_opening(words: Words, first: int, end: int) -> bool:
    """Whether a lone word has its capital from where it stands ("Proponents say …"), or is no word at all ("X-5")."""
    word, low, follows = words.words[end], words.lows[end], words.lows[end + 1 : end + 2]
    if first != end or words.after(end)[:1] == ":":
        return False
    if any(map(str.isdigit, word)) and "-" in word:
        return True
    is_listed = words.after(end) == ", " and follows in (["including"], ["who"], ["like"])
    is_plural = low.endswith(_PLURAL) and (is_listed or bool(_PLURAL_VERBS.intersection(follows)))
    return words.opens[end] and word[1:].islower() and (low in COMMON or is_plural or low.endswith("ing"))
