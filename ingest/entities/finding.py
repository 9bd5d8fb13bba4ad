"""Who and what an article names: people, organisations, places and cited documents, each with all its mentions.

Candidates come from capitals (`ingest.names`), their types from their own words and from those around them
(`ingest.evidence`); forms of one name are then joined within the article. Names that stay doubtful are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.entities.cited import documents
from ingest.entities.evidence import PLACE_MARKS
from ingest.entities.name_forms import Candidate
from ingest.entities.names import known_at, spot
from ingest.entities.people import People
from ingest.entities.settling import settled
from ingest.entities.tagged import NameFound, in_words, joined
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, ORGANISATIONS, PLACES
from ingest.lexicon.words import (
    CALENDAR,
    COMMON,
    FUNCTION,
    HEADS_FIRST,
    HEADS_LAST,
    OUTLET_NOUNS,
    TITLES,
    WORD_SURNAMES,
    listed,
)
from ingest.words import Words, fold, split
from kg.model import Article, EntityType, Mention, Referent, Span

_Key = tuple[str, ...]
_CIVIC = listed(
    """
    assembly association chamber city club college council county court courier federation fire guild hospital library
    museum police port school society town union university
    """
)
"""In the names of such bodies the first word is mostly a place, and means the place where it stands alone."""
_OUTLET_NAMES = OUTLET_NOUNS | listed(
    "post times globe tribune herald guardian gazette telegraph chronicle sun star mail hill"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: its words from ``first`` to ``last``, and the key of what it names."""

    first: int
    last: int
    type: EntityType
    key: _Key


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
    candidates = _with_articles(words, settled(words, candidates, tagged if names else None))
    people = People(words, candidates, article.authors)
    named = _named(words, candidates, people, article)
    named = _everywhere(words, named, people, article)
    named += [Named(first, last, "document", key) for first, last, key in documents(words, _places_taken(named))]
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


def _folded(words: Words, candidate: Candidate | Named) -> _Key:
    folds = tuple(words.folds[candidate.first : candidate.last + 1])
    return folds[1:] if folds[0] == "the" and len(folds) > 1 else folds


def _named(words: Words, candidates: Sequence[Candidate], people: People, article: Article) -> list[Named]:
    """The candidates as names: each with the key of what it names, those of no type only where they match another."""
    bodies = _bodies(words, candidates, article)
    named: list[Named] = []
    for candidate in candidates:
        folds = _folded(words, candidate)
        person = people.refer(candidate) if candidate.type in (None, "person") or candidate.known is None else None
        if person is not None and (candidate.type in (None, "person") or len(folds) == 1):
            named.append(Named(candidate.first, candidate.last, "person", ("person", *person)))
        elif candidate.type == "person":
            continue
        elif (body := _body(words, candidate, folds, bodies)) is not None:
            named.append(Named(candidate.first, candidate.last, *body))
    return named


def _bodies(words: Words, candidates: Sequence[Candidate], article: Article) -> dict[_Key, tuple[EntityType, _Key]]:
    """What the forms of organisations, places and named documents stand for, acronyms and short forms included."""
    bodies: dict[_Key, tuple[EntityType, _Key]] = {}
    if article.publisher:
        form = _form(article.publisher)
        bodies[form] = ("organisation", ("organisation", *form))
    for candidate in candidates:
        if candidate.type in (None, "person") or (
            candidate.first == candidate.last and _is_bare_head(words, candidate)
        ):
            continue
        folds = _folded(words, candidate)
        kind = candidate.type
        if candidate.known is not None:
            bodies[folds] = (kind, (kind, *_form(candidate.known)))
        else:
            bodies.setdefault(folds, (kind, (kind, *folds)))
    located = _located(words)
    for candidate in candidates:
        _shorten(words, candidate, bodies, located)
    return bodies


def _located(words: Words) -> set[str]:
    """The lone capitalised words behind "in", "central" and the like: places, whatever else bears their names."""
    return {
        words.folds[place]
        for place in range(1, len(words))
        if words.joined[place] and words.lows[place - 1] in PLACE_MARKS and words.words[place][0].isupper()
    }


def _shorten(
    words: Words, candidate: Candidate, bodies: dict[_Key, tuple[EntityType, _Key]], located: Container[str]
) -> None:
    """The acronym in parentheses behind a name, or the initials of one, as another form of it."""
    folds = _folded(words, candidate)
    body = bodies.get(folds)
    if body is None or len(folds) < 2:
        return
    follows = candidate.last + 1
    if follows < len(words) and words.after(candidate.last) == " (" and words.after(follows)[:1] in (")", ","):
        acronym = words.words[follows].strip(".")
        if 2 <= len(acronym) <= 10 and sum(char.isupper() for char in acronym) >= 2:
            bodies[(words.folds[follows],)] = body
    initials = "".join(
        word[0].lower() for word in words.words[candidate.first : candidate.last + 1] if word[0].isupper()
    )
    for letters in (initials, initials[1:] if folds[0] in ("department", "ministry", "office") else ""):
        if (
            body[0] == "organisation"
            and len(letters) > 1
            and (letters,) in bodies
            and bodies[letters,][1][1:] == (letters,)
        ):
            bodies[letters,] = body
    if folds[0] not in located and not _CIVIC.intersection(folds):
        bodies.setdefault(("short", folds[0]), body)
    bodies.setdefault(("end", folds[-1]), body)


def _is_bare_head(words: Words, candidate: Candidate) -> bool:
    low = words.lows[candidate.first]
    return candidate.known is None and (low in HEADS_LAST or low in HEADS_FIRST or low in TITLES or low in CALENDAR)


def _body(
    words: Words, candidate: Candidate, folds: _Key, bodies: dict[_Key, tuple[EntityType, _Key]]
) -> tuple[EntityType, _Key] | None:
    """What an organisation's, a place's or a document's name stands for."""
    if folds in bodies and (candidate.type is not None or not (len(folds) == 1 and folds[0] in COMMON)):
        return bodies[folds]
    if len(folds) > 1 or words.words[candidate.first] in DEMONYMS:
        return None
    low = words.lows[candidate.last]
    if low in _OUTLET_NAMES and candidate.first and words.lows[candidate.last - 1] == "the":
        return _outlet(bodies.get(("end", folds[0])))
    if low in COMMON or low in HEADS_LAST or low in FIRST_NAMES:
        return None
    return _outlet(bodies.get(("short", folds[0])))


def _outlet(body: tuple[EntityType, _Key] | None) -> tuple[EntityType, _Key] | None:
    return body if body is not None and body[0] == "organisation" else None


def _everywhere(words: Words, named: list[Named], people: People, article: Article) -> list[Named]:
    """The names with those that capitals did not show: in headlines, in lower case, the author's and publisher's."""
    taken = _places_taken(named)
    forms = _forms(words, named, people, article)
    found = list(named)
    for index in range(len(words)):
        if index in taken:
            continue
        word = words.words[index]
        name: Named | None = None
        if word[0].isupper():
            name = _known_form(words, index, forms, taken, people)
        elif word.islower() and len(word) > 3 and words.folds[index] in people.surnames:
            name = _in_lower_case(words, index, people)
        if name is not None:
            found.append(name)
            taken.update(range(name.first, name.last + 1))
    return sorted(found, key=lambda name: name.first)


def _forms(
    words: Words, named: Iterable[Named], people: People, article: Article
) -> dict[str, list[tuple[_Key, EntityType, _Key]]]:
    """All known forms by their first word, longest first."""
    forms: dict[_Key, tuple[EntityType, _Key]] = {}
    for name in named:
        forms.setdefault(_folded(words, name), (name.type, name.key))
    for author in people.authors:
        forms.setdefault(author, ("person", ("person", *author)))
    if article.publisher:
        forms.setdefault(_form(article.publisher), ("organisation", ("organisation", *_form(article.publisher))))
    table: dict[str, list[tuple[_Key, EntityType, _Key]]] = defaultdict(list)
    for form, (kind, key) in forms.items():
        if form:
            table[form[0]].append((form, kind, key))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _known_form(
    words: Words, index: int, forms: dict[str, list[tuple[_Key, EntityType, _Key]]], taken: set[int], people: People
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
    known = known_at(words, index, min(index + 5, len(words) - 1))
    if known is not None and (
        known[0] > index or (words.words[index] not in _DOUBTFUL and len(words.words[index]) > 3)
    ):
        return Named(index, known[0], known[1], (known[1], *_form(known[2])))
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


def _form(name: str) -> _Key:
    """A name as folded words, without a leading article."""
    folds = (
        tuple(fold(word) for word in name.replace(",", " ").replace("-", "- ").split())
        if "- " in name
        else tuple(map(fold, name.replace(",", " ").split()))
    )
    return folds[1:] if len(folds) > 1 and folds[0] == "the" else folds


def _referents(words: Words, named: list[Named], article: Article) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """Referents and mentions of the names, numbered by first mention."""
    named = sorted(named, key=lambda name: (name.first, -name.last))
    forms: dict[_Key, Counter[str]] = defaultdict(Counter)
    types: dict[_Key, EntityType] = {}
    plain: dict[_Key, set[str]] = defaultdict(set)
    mentions: dict[Span, _Key] = {}
    for name in named:
        text = " ".join(words.text(name.first, name.last).split())
        forms[name.key][text] += 1
        types.setdefault(name.key, name.type)
        is_full = name.type == "person" and " " in text and text.istitle()
        if (is_full or not words.headline[name.first]) and not text.islower():
            plain[name.key].add(text)
        mentions.setdefault(words.span(name.first, name.last), name.key)
    numbers = {key: number for number, key in enumerate(forms)}
    own = _own_names(article)
    referents = []
    for key in forms:
        best = own.get(key) or _best(key, forms[key], plain[key])
        aliases = tuple(sorted(form for form in forms[key] if form != best))
        referents.append(Referent(types[key], best, aliases))
    return tuple(referents), tuple(Mention(span, numbers[key]) for span, key in sorted(mentions.items()))


def _own_names(article: Article) -> dict[_Key, str]:
    """The author's and publisher's names as the metadata write them."""
    own = {("person", *_form(author)): author for author in article.authors}
    if article.publisher:
        own["organisation", *_form(article.publisher)] = article.publisher
    return own


def _best(key: _Key, forms: Counter[str], plain: set[str]) -> str:
    """The fullest form that is written as a name, the canonical one first."""
    pool = sorted(plain or forms)
    canonical = [form for form in pool if _form(form) == key[1:]]
    if canonical and key[0] != "person":
        return canonical[0]
    return max(
        pool, key=lambda form: (not form.isupper() or len(form) < 6, len(form.split()), not form.isascii(), forms[form])
    )
