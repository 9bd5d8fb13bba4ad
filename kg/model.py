"""The values that move between modules: articles, what their text says, and the records that come out of a store.

Frozen dataclasses on the standard library alone. All offsets are Unicode code points into ``Article.text``,
half open: ``text[start:end]``. Indices (``referent``, ``claim`` …) count within the one `Extraction` that holds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Literal, get_args

EntityType = Literal["person", "organisation", "place", "policy", "event", "document"]
MentionForm = Literal["name", "nominal", "pronoun"]
Change = Literal["increase", "decrease"]
Mode = Literal["direct", "indirect", "mixed", "narration"]
ClaimType = Literal[
    "statement",
    "statistic",
    "survey-result",
    "event",
    "evaluation",
    "prediction",
    "proposal",
    "promise",
    "recommendation",
]
Polarity = Literal["affirmed", "negated"]
Certainty = Literal["certain", "hedged", "speculative"]

ENTITY_TYPES: tuple[str, ...] = get_args(EntityType)
MODES: tuple[str, ...] = get_args(Mode)
CLAIM_TYPES: tuple[str, ...] = get_args(ClaimType)

INTERRUPTION = " … "
"""What stands between the parts of an interrupted quotation in a claim's ``text``."""


def digest(*fields: str) -> str:
    """16 hexadecimal digits that depend on every field and on their order (SHA-256, cut to 64 bits).

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    joined = "".join(f"{len(f)}:{f}" for f in fields)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of an article's text: ``text[start:end]``, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words of the span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one text, with what is known about it.

    ``date`` is ISO 8601 (``2025-12-15``, or a date and time). ``inferred`` names the fields that were read off the
    text itself and not stated by the file or the user. ``raw_sha256`` is the hash of the bytes the text was read from.
    """

    source: str
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    wire: str | None = None
    inferred: frozenset[str] = frozenset()
    raw_sha256: str = ""

    @property
    def key(self) -> str:
        """The version's identity: a hash of the source and of the stored text."""
        return digest(self.source, self.text)


@dataclass(frozen=True, slots=True)
class Referent:
    """What one or more mentions of an article refer to: somebody or something, within this article.

    ``name`` is the best form of its name, as the text writes it (possessive and line breaks taken off). ``named`` is
    false for a description without a name ("a senior official", "observers"): such a referent is never merged with
    that of another article. ``group`` is true for several people described together ("observers", "most voters"), who
    are of type organisation and unnamed.
    """

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    group: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to a referent.

    ``metonym`` is true where the name of a place stands for those who act there ("Washington said"): the referent is
    the place, the actor its government or the like.
    """

    span: Span
    referent: int
    form: MentionForm = "name"
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity. ``text`` of the span is the published form; numbers are exact decimals.

    ``value`` is the number stated; ``lower``/``upper`` bound it ("more than 300,000": value 300000, lower 300000, upper
    none). ``unit`` is ``percent``, an ISO 4217 code, a counted noun in the singular ("homicide"), or such with a base
    ("homicide per 100000 inhabitant"); ``measure`` is what is counted ("homicide rate"), ``population`` those asked or
    counted among ("Chilean adults"). ``hedge`` is the word that blurs it ("almost"). ``change`` is set where the number
    says by how much something rose or fell. ``restates`` is the index of the figure of the same article that says the
    same ("almost two of three … (63%)"), ``document`` the referent of the poll, report or study that it comes from.
    """

    span: Span
    value: Decimal | None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    measure: str | None = None
    population: str | None = None
    place: str | None = None
    period: str | None = None
    hedge: str | None = None
    claim: int | None = None
    change: Change | None = None
    restates: int | None = None
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A subject, predicate and object that the article's own words assert in ``span``.

    ``predicate`` is the local name of a relation in the ontology (``holdsRole``, ``heads``, ``supports``,
    ``lowerThan`` …). ``role`` is the role's own words ("researcher") where the predicate is a role; ``object`` may then
    be missing. ``measure`` is what a comparison compares ("homicide rate").
    """

    subject: int
    predicate: str
    object: int | None
    span: Span
    role: str | None = None
    claim: int | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article reports one speaker to have said, or says in its own voice.

    ``parts`` are in text order and do not overlap. ``speaker`` is the referent that ``speaker_span`` refers to, or the
    one carried forward where the text drops its subject; none where nobody can be told; ``speaker_reason`` says how
    that was told. ``parent`` is the claim that this one is embedded in. ``raw_label`` is what the extractor said,
    ``label`` what was decided, ``reason`` why.
    """

    parts: tuple[Span, ...]
    mode: Mode
    speaker_span: Span | None = None
    cue_span: Span | None = None
    type: ClaimType = "statement"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    speaker: int | None = None
    about: tuple[int, ...] = ()
    cites: tuple[int, ...] = ()
    parent: int | None = None
    date: str | None = None
    raw_label: str = ""
    label: str = ""
    reason: str = ""
    speaker_reason: str = ""
    score: float = 1.0

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def words(self, text: str) -> str:
        """The exact words, the parts of an interrupted quotation joined by `INTERRUPTION`."""
        return INTERRUPTION.join(part.of(text) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that an article's text says, and which extractor found it."""

    extractor: str
    version: str
    claims: tuple[Claim, ...] = ()
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity as other records point to it: IRI, label and type."""

    id: str
    label: str
    type: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as it comes out of a store. Field names are the JSON contract."""

    id: str
    source: str
    article: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...] | None
    text: str
    speaker: Reference | None
    speaker_span: tuple[int, int] | None
    cue: str | None
    cue_span: tuple[int, int] | None
    mode: str
    type: str
    polarity: str
    certainty: str
    about: tuple[Reference, ...]
    figures: tuple[str, ...]
    cites: tuple[Reference, ...]
    embeds: tuple[str, ...]
    embedded_in: str | None
    date: str | None
    score: float
    publisher: str | None = None
    title: str | None = None
    reason: str | None = None
    speaker_reason: str | None = None
    status: str | None = None

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The offsets of each part."""
        return self.parts or ((self.start, self.end),)

    def words(self, text: str) -> str:
        """What stands at its offsets, as in `Claim.words`."""
        return INTERRUPTION.join(text[start:end] for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: the role's words, and the organisation where one is stated."""

    role: str
    organisation: str | None = None


def fullest(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles of somebody without those that another says in as many words or more, of the same organisation.

    A role without an organisation is said by one with.

    >>> fullest([Role("President"), Role("president", "Strand"), Role("mayor")])
    (Role(role='president', organisation='Strand'), Role(role='mayor', organisation=None))
    """
    kept: list[tuple[Role, frozenset[str]]] = []
    ranked = sorted(dict.fromkeys(roles), key=lambda role: (role.organisation is None, -len(_role_words(role.role))))
    for role in ranked:
        words = _role_words(role.role)
        if not any(role.organisation in (None, one.organisation) and words <= said for one, said in kept):
            kept.append((role, words))
    chosen = {role for role, _ in kept}
    return tuple(role for role in dict.fromkeys(roles) if role in chosen)


_SHORT = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor"}


def _role_words(role: str) -> frozenset[str]:
    """The words of a role without case, plural endings and hyphens, abbreviations written out."""
    words = (word.removesuffix("s") for word in role.casefold().replace("-", " ").replace(".", "").split())
    return frozenset(_SHORT.get(word, word) for word in words)


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """Where an entity is mentioned."""

    source: str
    start: int
    end: int
    text: str
    form: str = "name"
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity as it comes out of a store. Field names are the JSON contract."""

    id: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[MentionRecord, ...] = ()
    claims_by: int = 0
    claims_about: int = 0
    named: bool = True
    group: bool = False
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure as it comes out of a store; numbers are strings, exact. Field names are the JSON contract."""

    id: str
    source: str
    start: int
    end: int
    text: str
    value: str | None
    lower: str | None
    upper: str | None
    unit: str | None
    measure: str | None
    population: str | None
    place: str | None
    period: str | None
    hedge: str | None
    claim: str | None
    change: str | None = None
    restates: str | None = None
    document: Reference | None = None


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """A relation as it comes out of a store. Field names are the JSON contract."""

    id: str
    subject: Reference
    predicate: str
    object: Reference | None
    claim: str | None
    source: str
    start: int
    end: int
    role: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article version as it comes out of a store, without its text."""

    id: str
    source: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    url: str | None
    language: str | None
    wire: str | None
    inferred: tuple[str, ...] = ()
    revision_of: str | None = None
    superseded_by: str | None = None
    claims: int = 0
    extractor: str = ""
    digest: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision as it comes out of a store. Field names are the JSON contract.

    ``state`` is ``in force``, ``withdrawn``, ``overridden`` (a newer one contradicts it) or ``orphaned`` (what it is
    about is not in the store now); ``ended_by`` is the decision that withdrew or overrode it.
    """

    id: str
    verdict: str
    subjects: tuple[Reference, ...]
    by: str
    when: str
    why: str | None
    name: str | None
    result: Reference | None
    sources: tuple[str, ...]
    words: str | None
    state: str
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """Two entities that may be the same, with why. Field names are the JSON contract."""

    score: float
    one: Reference
    other: Reference
    reasons: tuple[str, ...]
    decided: str | None = None
