"""Who and what an article names: people, organisations, places and cited documents, each with all its mentions.

Candidates come from capitals (`names`) and from an extractor (`tagged`), their types from their own words, from those
around them and from the extractor together (`settling`); forms of one name are then joined within the article
(`people`, `bodies`, `cited`). Names that stay doubtful are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import capwords

from ingest.document import Document
from ingest.entities.bodies import Bodies
from ingest.entities.cited import Cited, documents
from ingest.entities.evidence import PLACE_MARKS
from ingest.entities.known import canonical, known_at
from ingest.entities.name_forms import Candidate, Key, folded, form_of
from ingest.entities.names import spot
from ingest.entities.nobody import is_nobody
from ingest.entities.people import People
from ingest.entities.settling import settled
from ingest.entities.tagged import NameFound, in_words, joined
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import AMBIGUOUS, DEMONYMS, ORGANISATIONS, PLACES
from ingest.lexicon.words import (
    COMMON,
    FUNCTION,
    TITLES,
    WORD_SURNAMES,
    listed,
)
from ingest.words import Words, split
from kg.model import Article, EntityType, Mention, MentionForm, Referent, Span

_TO_PLACES = PLACE_MARKS | listed("to from of at toward towards into through around between and")
_OF_CAMPAIGNS = listed(
    """
    rally rallies stop stops event events speech speeches trail ad ads advertisement promise promises pledge pledges
    slogan slogans sign signs season song contribution contributions
    """
)
"""What a campaign has, rather than does: "a Tarrow campaign rally" is no word from the campaign."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: its words from ``first`` to ``last``, and the key of what it names."""

    first: int
    last: int
    type: EntityType
    key: Key
    form: MentionForm = "name"


def find(
    document: Document, article: Article, names: Sequence[NameFound] = ()
) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """The referents that the article names, in order of first mention, and all mentions by name, in text order.

    ``names`` are those that an extractor found.
    """
    words = split(document)
    tagged = in_words(words, names)
    spotted = spot(words)
    barred = {place for one in spotted if one.type == "event" for place in range(one.first, one.last + 1)}
    candidates = joined(words, [one for one in spotted if one.type != "event"], tagged, barred)
    candidates = [one for one in candidates if not is_nobody(words, one) or one.known is not None]
    candidates = _with_articles(words, settled(words, candidates, tagged if names else None))
    people = People(words, candidates, article.authors)
    named = _named(words, candidates, people, article)
    named = _with_campaigns(words, _everywhere(words, named, people, article, barred))
    known = [Cited(name.first, name.last, name.key) for name in named if name.type == "document"]
    taken = _places_taken(named)
    named = [name for name in named if name.type != "document"] + [
        Named(one.first, one.last, "document", one.key, "name" if one.is_named else "nominal")
        for one in documents(words, taken, known)
    ]
    return _referents(words, named, article)


def _with_articles(words: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, with "The" taken in where an outlet's name of one word needs it ("The Commerce")."""
    taken: list[Candidate] = []
    for candidate in candidates:
        first = candidate.first
        is_bare = first == candidate.last and candidate.known is None and candidate.type in (None, "organisation")
        is_bare = is_bare and words.lows[first] not in COMMON and words.words[first] not in DEMONYMS
        if is_bare and first and words.joined[first] and words.words[first - 1] == "The" and not words.opens[first - 1]:
            candidate = replace(candidate, first=first - 1, type="organisation", known=None)
        taken.append(candidate)
    return taken


def _named(words: Words, candidates: Sequence[Candidate], people: People, article: Article) -> list[Named]:
    """The candidates as names: each with the key of what it names, those of no type only where they match another."""
    bodies = Bodies(words, candidates, article.publisher)
    named: list[Named] = []
    for candidate in candidates:
        folds = folded(words, candidate.first, candidate.last)
        if len(folds) == 1 and people.is_family(folds[0]):
            continue
        is_open = (
            candidate.type in (None, "person") or candidate.known is None or _is_namesake(words, candidate, people)
        )
        person = people.refer(candidate) if is_open else None
        if person is not None and (candidate.type in (None, "person") or len(folds) == 1):
            named.append(Named(candidate.first, candidate.last, "person", ("person", *person)))
        elif candidate.type == "person":
            continue
        elif (body := bodies.of(candidate)) is not None:
            named.append(Named(candidate.first, candidate.last, *body))
    return named


def _is_namesake(words: Words, candidate: Candidate, people: People) -> bool:
    """Whether a known name is the surname of somebody whom the article names in full, and no place here."""
    first = candidate.first
    if first != candidate.last or words.words[first] not in AMBIGUOUS or people.by_surname(words.folds[first]) is None:
        return False
    before = words.lows[first - 1] if first and words.joined[first] else ""
    follows = candidate.last + 1
    is_in_state = follows < len(words) and words.after(candidate.last) == ", " and words.words[follows] in PLACES
    return before not in _TO_PLACES and not is_in_state


def _with_campaigns(words: Words, named: Sequence[Named]) -> list[Named]:
    """The names, with those of the campaigns and administrations that are called after a person."""
    found = list(named)
    families: set[Named] = set()
    for name in named:
        follows = name.last + 1
        if name.type != "person" or follows >= len(words) or words.possessive[name.last] or not words.joined[follows]:
            continue
        if words.lows[follows] == "family" and 0 < name.first == name.last and words.lows[name.first - 1] == "the":
            families.add(name)  # "the Lima family": none of them alone
            found.append(Named(name.first, follows, "organisation", ("organisation", *name.key[1:], "family")))
            continue
        behind = words.lows[follows + 1] if follows + 1 < len(words) and words.joined[follows + 1] else ""
        if words.words[follows] in ("campaign", "administration") and behind not in _OF_CAMPAIGNS:
            key = ("organisation", *name.key[1:], words.lows[follows])
            found.append(Named(name.first, follows, "organisation", key))
    return [name for name in found if name not in families]


def _everywhere(
    words: Words, named: list[Named], people: People, article: Article, barred: Iterable[int]
) -> list[Named]:
    """The names with those that capitals did not show: in headlines, in lower case, the author's and publisher's."""
    taken = _places_taken(named) | set(barred)
    forms = _forms(words, named, people, article)
    found = list(named)
    for index in range(len(words)):
        if index in taken:
            continue
        word = words.words[index]
        name: Named | None = None
        if word[0].isupper():
            name = _knownform_of(words, index, forms, taken, people)
        elif word.islower() and len(word) > 3 and words.folds[index] in people.surnames:
            name = _in_lower_case(words, index, people)
        if name is not None:
            found.append(name)
            taken.update(range(name.first, name.last + 1))
    return sorted(found, key=lambda name: name.first)


def _forms(
    words: Words, named: Iterable[Named], people: People, article: Article
) -> dict[str, list[tuple[Key, EntityType, Key]]]:
    """All known forms by their first word, longest first."""
    forms: dict[Key, tuple[EntityType, Key]] = {}
    for name in named:
        forms.setdefault(folded(words, name.first, name.last), (name.type, name.key))
    for author in people.authors:
        forms.setdefault(author, ("person", ("person", *author)))
    if article.publisher:
        forms.setdefault(form_of(article.publisher), ("organisation", ("organisation", *form_of(article.publisher))))
    table: dict[str, list[tuple[Key, EntityType, Key]]] = defaultdict(list)
    for form, (kind, key) in forms.items():
        if form:
            table[form[0]].append((form, kind, key))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _knownform_of(
    words: Words, index: int, forms: dict[str, list[tuple[Key, EntityType, Key]]], taken: set[int], people: People
) -> Named | None:
    """The known name that begins at a capitalised word which is part of no name yet."""
    for form, kind, key in forms.get(words.folds[index], ()):
        last = index + len(form) - 1
        if (
            last >= len(words)
            or tuple(words.folds[index : last + 1]) != form
            or not taken.isdisjoint(range(index, last + 1))
        ):
            continue
        if len(form) == 1 and (
            form[0] in COMMON or words.words[index] in DEMONYMS or (words.opens[index] and form[0] in WORD_SURNAMES)
        ):
            continue
        if (
            len(form) == 1
            and kind == "person"
            and not words.headline[index]
            and index
            and words.joined[index]
            and _is_name_before(words, index)
        ):
            continue
        return Named(index, last, kind, key)
    if not words.headline[index]:
        return None
    known = known_at(words, index, index + 5)
    if known is not None and (
        known[0] > index or (words.words[index] not in _DOUBTFUL and len(words.words[index]) > 3)
    ):
        return Named(index, known[0], known[1], (known[1], *form_of(known[2])))
    person = people.in_headline(index)
    return Named(index, index, "person", ("person", *person)) if person is not None else None


_DOUBTFUL = frozenset(name for name in (*PLACES, *ORGANISATIONS) if " " not in name and name.lower() in COMMON)


def _is_name_before(words: Words, index: int) -> bool:
    return (
        words.words[index - 1][0].isupper()
        and words.lows[index - 1] not in FUNCTION
        and words.lows[index - 1] not in TITLES
    )


def _in_lower_case(words: Words, index: int, people: People) -> Named | None:
    """A surname that lost its capital, where the word is no ordinary one."""
    surname = words.folds[index]
    if surname in WORD_SURNAMES or surname in COMMON or surname in TITLES or surname in FIRST_NAMES:
        return None
    person = people.by_surname(surname)
    return Named(index, index, "person", ("person", *person)) if person is not None else None


def _places_taken(named: Iterable[Named]) -> set[int]:
    return {place for name in named for place in range(name.first, name.last + 1)}


def _referents(words: Words, named: list[Named], article: Article) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """Referents and mentions of the names, numbered by first mention."""
    named = sorted(named, key=lambda name: (name.first, -name.last))
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    types: dict[Key, EntityType] = {}
    plain: dict[Key, set[str]] = defaultdict(set)
    mentions: dict[Span, Named] = {}
    for name in named:
        mentions.setdefault(words.span(name.first, name.last), name)
        if name.form != "name":
            continue
        text = " ".join(words.text(name.first, name.last).split())
        forms[name.key][text] += 1
        types.setdefault(name.key, name.type)
        is_full = name.type == "person" and " " in text and text.istitle()
        if (is_full or not words.headline[name.first]) and not text.islower():
            plain[name.key].add(text)
    numbers = {key: number for number, key in enumerate(forms)}
    own = _own_names(article)
    referents = []
    for key in forms:
        known = canonical(key) if len(key) > 1 else None
        best = own.get(key) or (known if types[key] == "place" else None) or _best(key, forms[key], plain[key])
        aliases = {*forms[key], known or best} - {best}
        referents.append(Referent(types[key], best, tuple(sorted(aliases))))
    return tuple(referents), tuple(
        Mention(span, numbers[name.key], name.form) for span, name in sorted(mentions.items(), key=lambda item: item[0])
    )


def _own_names(article: Article) -> dict[Key, str]:
    """The author's and publisher's names as the metadata write them."""
    own = {("person", *form_of(author)): author for author in article.authors}
    if article.publisher:
        own["organisation", *form_of(article.publisher)] = article.publisher
    return own


def _best(key: Key, forms: Counter[str], plain: set[str]) -> str:
    """The fullest form that is written as a name; a place that stands in the dateline alone gets small letters."""
    pool = sorted(plain or forms)
    whole = [form for form in pool if form_of(form) == key[1:]]
    if whole and key[0] != "person":
        best = min(whole, key=_is_shouted)
        return capwords(best) if key[0] == "place" and _is_shouted(best) else best
    return max(pool, key=lambda form: (not _is_shouted(form), len(form.split()), not form.isascii(), forms[form]))


def _is_shouted(form: str) -> bool:
    """Whether a name is in capitals that are no acronym's."""
    return form.isupper() and len(form) >= 6
