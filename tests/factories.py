"""Records made without a store: an invented newsroom's graph, and small parts to build others from.

Country, outlets, people and figures are invented. Claims are named by their exact words; offsets are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg import evidence
from kg.around import EACH, Nearby, Neighbourhood
from kg.entities import find
from kg.evidence import Evidence
from kg.graph import Records
from kg.model import (
    ArticleRecord,
    ClaimRecord,
    EntityRecord,
    FigureRecord,
    MentionRecord,
    Reference,
    RelationRecord,
    Role,
    digest,
)
from kg.store import MEMORY, Store, create

BASE = "urn:claimgraph:"


def slug(name: str) -> str:
    """A name as the end of an IRI."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def reference(name: str, type_: str = "person") -> Reference:
    """A pointer to an entity."""
    return Reference(f"{BASE}{type_}:{slug(name)}", name, type_)


def entity(name: str, type_: str = "person", **fields: object) -> EntityRecord:
    """An entity with the IRI that `reference` gives it."""
    return replace(EntityRecord(reference(name, type_).id, name, type_), **fields)  # type: ignore[arg-type]


def article(source: str, text: str = "", **fields: object) -> ArticleRecord:
    """An article version; title, publisher and the rest as keywords."""
    record = ArticleRecord(
        id=f"{BASE}article:{digest(source, text)}",
        source=source,
        title=None,
        authors=(),
        publisher=None,
        date=None,
        url=None,
        language="en",
        wire=None,
        digest=digest(text),
    )
    return replace(record, **fields)  # type: ignore[arg-type]


def claim(origin: ArticleRecord, text: str, words: str | Sequence[str], **fields: object) -> ClaimRecord:
    """A claim whose parts are the ``words`` as they stand in ``text``; a cue is found beside them."""
    parts = [_find(text, part) for part in ([words] if isinstance(words, str) else words)]
    start, end = parts[0][0], parts[-1][1]
    record = ClaimRecord(
        id=f"{BASE}claim:{digest(origin.id, *(f'{a}-{b}' for a, b in parts))}",
        source=origin.source,
        article=origin.id,
        start=start,
        end=end,
        parts=tuple(parts) if len(parts) > 1 else None,
        text=" … ".join(text[a:b] for a, b in parts),
        speaker=None,
        speaker_span=None,
        cue=None,
        cue_span=None,
        mode="indirect",
        type="statement",
        polarity="affirmed",
        certainty="certain",
        about=(),
        figures=(),
        cites=(),
        embeds=(),
        embedded_in=None,
        date=origin.date,
        score=1.0,
        publisher=origin.publisher,
        title=origin.title,
    )
    made = replace(record, **fields)  # type: ignore[arg-type]
    if made.cue and made.cue_span is None:
        made = replace(made, cue_span=_nearest(text, made.cue, start, end))
    return made


@dataclass
class FakeGraph:
    """A graph held in lists: what `kg.network.Source` asks for, beside an empty store in memory."""

    store: Store = field(default_factory=lambda: create(MEMORY))
    _claims: list[ClaimRecord] = field(default_factory=list)
    _entities: list[EntityRecord] = field(default_factory=list)
    _figures: list[FigureRecord] = field(default_factory=list)
    _relations: list[RelationRecord] = field(default_factory=list)
    _articles: list[ArticleRecord] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)

    def records(self, *, rejected: bool = False) -> Records:
        """Every record."""
        return Records(*map(tuple, (self._claims, self._entities, self._figures, self._relations, self._articles)))

    def around(
        self, what: str, *, hops: int = 1, enough: int = 80, rejected: bool = False, beside: Sequence[str] = ()
    ) -> Neighbourhood:
        """The records around one entity."""
        return within(self.records(rejected=rejected), what, hops=hops, enough=enough, beside=beside)

    def evidence(self, *, rejected: bool = False) -> Evidence:
        """What joins the entities."""
        return thin(self.records(rejected=rejected))

    def nearby(
        self, what: str, *, hops: int = 1, enough: int = 80, rejected: bool = False, beside: Sequence[str] = ()
    ) -> Nearby:
        """What joins one entity and those around it."""
        near = self.around(what, hops=hops, enough=enough, rejected=rejected, beside=beside)
        return Nearby(near.focus, thin(near.records))

    def details(self, nodes: Iterable[str], *, rejected: bool = False) -> Records:
        """The records of some claims and relations."""
        whole, wanted = self.records(rejected=rejected), set(nodes)
        return replace(
            whole,
            claims=tuple(claim for claim in whole.claims if claim.id in wanted),
            figures=tuple(figure for figure in whole.figures if figure.claim in wanted),
            relations=tuple(relation for relation in whole.relations if relation.id in wanted),
        )

    def text(self, article: str) -> str:
        """An article's text."""
        return self._texts[article]

    def add_article(self, record: ArticleRecord, text: str) -> ArticleRecord:
        """Takes an article in."""
        self._articles.append(record)
        self._texts[record.id] = text
        return record

    def add_claim(self, record: ClaimRecord) -> ClaimRecord:
        """Takes a claim in."""
        self._claims.append(record)
        return record

    def add_entities(self, records: Iterable[EntityRecord]) -> None:
        """Takes entities in."""
        self._entities.extend(records)

    def add_relation(self, subject: Reference, predicate: str, object_: Reference | None, **fields: object) -> None:
        """Takes a relation in, asserted by the first article unless the fields say otherwise."""
        first = self._articles[0]
        record = RelationRecord(
            id=f"{BASE}relation:{digest(subject.id, predicate, object_.id if object_ else '')}",
            subject=subject,
            predicate=predicate,
            object=object_,
            claim=None,
            source=first.source,
            start=0,
            end=0,
        )
        self._relations.append(replace(record, **fields))  # type: ignore[arg-type]

    def add_figure(self, origin: ClaimRecord, words: str, **fields: object) -> FigureRecord:
        """Takes a figure in that a claim states in these words."""
        start, end = _find(self._texts[origin.article], words)
        record = FigureRecord(
            id=f"{BASE}figure:{digest(origin.article, str(start), str(end))}",
            source=origin.source,
            start=start,
            end=end,
            text=words,
            value=None,
            lower=None,
            upper=None,
            unit=None,
            measure=None,
            population=None,
            place=None,
            period=None,
            hedge=None,
            claim=origin.id,
        )
        record = replace(record, **fields)  # type: ignore[arg-type]
        self._figures.append(record)
        index = self._claims.index(origin)
        self._claims[index] = replace(origin, figures=(*origin.figures, record.id))
        return record


def within(
    records: Records, what: str, *, hops: int = 1, enough: int = 80, beside: Sequence[str] = ()
) -> Neighbourhood:
    """What `kg.around.around` gives, out of records that are all in memory: the plain way, to compare with."""
    focus = find(records.entities, what).id
    reached, edge, kept = Counter({focus: 1}), {focus}, set[str]()
    relations: list[RelationRecord] = []
    for _ in range(hops):
        direct = {claim.id for claim in records.claims if edge & named_in(claim)}
        kept |= direct | {c.id for c in records.claims if c.embedded_in in direct or direct & set(c.embeds)}
        relations += [r for r in records.relations if edge & ends_of(r) and r not in relations]
        near = Counter(id_ for claim in records.claims if claim.id in kept for id_ in named_in(claim))
        near.update(id_ for relation in relations for id_ in ends_of(relation))
        edge = near.keys() - reached.keys()
        reached.update(near)
        if len(reached) >= enough:
            break
    most = set(sorted(reached, key=lambda id_: (-reached[id_], id_))[:enough])
    told = [(claim.mode == "narration", claim.id, named_in(claim)) for claim in records.claims]
    told += [(False, relation.id, ends_of(relation)) for relation in records.relations]
    pairs = Counter[tuple[str, ...]]()
    between = set()
    for _, id_, named in sorted(told, key=lambda one: one[:2]):
        both = list(combinations(sorted(named & {*most, *beside}), 2)) if named & most else []
        if any(pairs[pair] < EACH for pair in both):
            between.add(id_)
            pairs.update(both)
    kept |= {claim.id for claim in records.claims if claim.id in between}
    relations += [r for r in records.relations if r.role and r.subject.id in most and r not in relations]
    relations += [r for r in records.relations if r.id in between and r not in relations]
    claims = tuple(claim for claim in records.claims if claim.id in kept)
    sources = {claim.source for claim in claims} | {relation.source for relation in relations}
    named = {
        focus,
        *(id_ for claim in claims for id_ in named_in(claim)),
        *(id_ for r in relations for id_ in ends_of(r)),
    }
    return Neighbourhood(
        focus,
        Records(
            claims,
            tuple(record for record in records.entities if record.id in named),
            tuple(figure for figure in records.figures if figure.claim in kept),
            tuple(relation for relation in records.relations if relation in relations),
            tuple(a for a in records.articles if a.source in sources and a.superseded_by is None),
        ),
    )


def thin(records: Records) -> Evidence:
    """What `kg.evidence.read` gives of the same."""
    current = {article.source for article in records.articles if article.superseded_by is None}
    said = (
        evidence.Said(c.id, c.article, c.date, c.speaker, c.mode, c.about, c.cites, c.embeds) for c in records.claims
    )
    asserted = (
        evidence.Asserted(r.id, r.subject, r.predicate, r.object, r.claim, r.role)
        for r in records.relations
        if r.source in current
    )
    return replace(evidence.joined(said, asserted, ()), entities=records.entities)


def named_in(record: ClaimRecord) -> set[str]:
    """The entities that a claim concerns."""
    return {r.id for r in (record.speaker, *record.about, *record.cites) if r}


def ends_of(record: RelationRecord) -> set[str]:
    """The entities that a relation joins."""
    return {r.id for r in (record.subject, record.object) if r}


def _find(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _nearest(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a cue stands closest to its claim."""
    places = [i for i in range(len(text)) if text.startswith(words, i)]
    if not places:
        return None
    place = min(places, key=lambda i: min(abs(i - end), abs(i + len(words) - start)))
    return place, place + len(words)


# --- the invented newsroom -------------------------------------------------------------------------------------------

PEOPLE: dict[str, tuple[str, str | None]] = {
    "Mara Quellin": ("prime minister", "Government of Liranda"),
    "Tobias Errenwald": ("leader", "Harbour Alliance"),
    "Inés Calderwood": ("interior minister", "Government of Liranda"),
    "Joost van Aldemar": ("criminologist", "University of Saltmarsh"),
    "Priya Ostrander": ("police chief", "Northgate Police"),
    "Hanne Lorrick": ("mayor", "Northgate City Council"),
    "Emil Drossart": ("economist", "Institute for Public Accounts"),
    "Salome Wick": ("spokeswoman", "Civil Rights Watch Liranda"),
    "Dario Penhallow": ("candidate", "Liberty List"),
    "Ruth Amberley": ("judge", None),
    "Levent Sorrel": ("pollster", "Meridian Polling"),
    "Oda Fenwright": ("reporter", "The Harbour Ledger"),
    "Nils Tarrow": ("reporter", "Radio Saltmarsh"),
}
ORGANISATIONS = (
    "Government of Liranda",
    "Harbour Alliance",
    "Liberty List",
    "University of Saltmarsh",
    "Northgate Police",
    "Northgate City Council",
    "Institute for Public Accounts",
    "Civil Rights Watch Liranda",
    "Meridian Polling",
    "Dockworkers' Union",
    "National Statistics Office",
    "The Harbour Ledger",
    "Northgate Tribune",
    "Radio Saltmarsh",
    "Civic Wire",
)
PLACES = ("Liranda", "Northgate", "Saltmarsh", "Port Ellery")
POLICIES = (
    "Night patrols in the port",
    "Body cameras for every officer",
    "New high-security prison",
    "Curfew for minors",
    "Handgun registry",
    "Youth jobs guarantee",
)
DOCUMENTS = ("Meridian poll of September", "Port Safety Report", "Public Order Act", "Budget of 2025")
EVENTS = ("Port Ellery riots", "Televised debate")
_TYPES = {
    "person": tuple(PEOPLE),
    "organisation": ORGANISATIONS,
    "place": PLACES,
    "policy": POLICIES,
    "document": DOCUMENTS,
    "event": EVENTS,
}


def known(name: str) -> Reference:
    """The pointer to somebody or something of the invented newsroom."""
    return next(reference(name, type_) for type_, names in _TYPES.items() if name in names)


@dataclass(frozen=True)
class Said:
    """A claim of the newsroom before its offsets are known."""

    words: str | tuple[str, ...]
    speaker: str | None
    cue: str | None
    about: tuple[str, ...] = ()
    mode: str = "indirect"
    type: str = "statement"
    cites: tuple[str, ...] = ()
    figure: str | None = None
    polarity: str = "affirmed"
    certainty: str = "certain"
    inside: int | None = None


@dataclass(frozen=True)
class Story:
    """An article of the newsroom with what it says."""

    source: str
    publisher: str
    author: str | None
    date: str
    title: str
    text: str
    said: tuple[Said, ...]


STORIES: tuple[Story, ...] = (
    Story(
        "https://ledger.example/patrols",
        "The Harbour Ledger",
        "Oda Fenwright",
        "2025-09-02",
        "Quellin promises patrols in the port",
        "Quellin promises patrols in the port\n\n"
        "Prime Minister Mara Quellin told reporters on the quay that “from the first of October there will be officers"
        " in the port every single night”. She said the patrols would cost 14 million crowns a year.\n\n"
        "Interior Minister Inés Calderwood added that the Public Order Act already allows it.\n\n"
        "The head of the opposition was not persuaded. “Lamps and cranes need watching less than the people who own"
        " them,” Tobias Errenwald said, “and this plan watches nobody.”\n\n"
        "The Dockworkers' Union has asked for such patrols since the riots in Port Ellery.",
        (
            Said(
                "“from the first of October there will be officers in the port every single night”",
                "Mara Quellin",
                "told reporters",
                ("Night patrols in the port",),
                "direct",
                "promise",
            ),
            Said(
                "the patrols would cost 14 million crowns a year",
                "Mara Quellin",
                "said",
                ("Night patrols in the port",),
                "indirect",
                "prediction",
                figure="14 million crowns",
            ),
            Said(
                "the Public Order Act already allows it",
                "Inés Calderwood",
                "added",
                ("Night patrols in the port",),
                cites=("Public Order Act",),
            ),
            Said(
                (
                    "“Lamps and cranes need watching less than the people who own them,”",
                    "“and this plan watches nobody.”",
                ),
                "Tobias Errenwald",
                "said",
                ("Night patrols in the port", "Mara Quellin"),
                "direct",
                "evaluation",
                polarity="negated",
            ),
            Said(
                "The Dockworkers' Union has asked for such patrols since the riots in Port Ellery",
                "Oda Fenwright",
                None,
                ("Dockworkers' Union", "Night patrols in the port", "Port Ellery riots"),
                "narration",
            ),
        ),
    ),
    Story(
        "https://tribune.example/cameras",
        "Northgate Tribune",
        None,
        "2025-09-04",
        "Body cameras by spring, says police chief",
        "Body cameras by spring, says police chief\n\n"
        "Every officer in Northgate will wear a camera by April, police chief Priya Ostrander announced. The cameras"
        " cut complaints by a third in the trial, she said.\n\n"
        "Salome Wick of Civil Rights Watch Liranda welcomed the plan but warned that “a camera that the officer can"
        " switch off protects only the officer”.\n\n"
        "Mayor Hanne Lorrick said the city could pay for it without new taxes, citing the Budget of 2025.",
        (
            Said(
                "Every officer in Northgate will wear a camera by April",
                "Priya Ostrander",
                "announced",
                ("Body cameras for every officer", "Northgate"),
                "indirect",
                "promise",
            ),
            Said(
                "The cameras cut complaints by a third in the trial",
                "Priya Ostrander",
                "said",
                ("Body cameras for every officer",),
                "indirect",
                "statistic",
                figure="a third",
            ),
            Said(
                "“a camera that the officer can switch off protects only the officer”",
                "Salome Wick",
                "warned that",
                ("Body cameras for every officer", "Northgate Police"),
                "direct",
                "evaluation",
            ),
            Said(
                "the city could pay for it without new taxes",
                "Hanne Lorrick",
                "said",
                ("Body cameras for every officer",),
                cites=("Budget of 2025",),
                certainty="hedged",
            ),
        ),
    ),
    Story(
        "https://saltmarsh.example/poll",
        "Radio Saltmarsh",
        "Nils Tarrow",
        "2025-09-09",
        "Fear of crime grows faster than crime",
        "Fear of crime grows faster than crime\n\n"
        "According to a Meridian poll published in September, 61 per cent of adults in Liranda say they avoid the"
        " centre after dark. Pollster Levent Sorrel noted that “the figure was 48 two years ago, when more people were"
        " robbed”.\n\n"
        "The National Statistics Office counted 3.1 homicides per 100,000 inhabitants last year, down from 3.6.\n\n"
        "Criminologist Joost van Aldemar of the University of Saltmarsh believes that the riots explain most of the"
        " difference. “People remember what they saw on a screen, not what happened in their street,” he told this"
        " station.",
        (
            Said(
                "61 per cent of adults in Liranda say they avoid the centre after dark",
                "Meridian Polling",
                "According to",
                ("Liranda",),
                "indirect",
                "survey-result",
                cites=("Meridian poll of September",),
                figure="61 per cent",
            ),
            Said("they avoid the centre after dark", None, "say", ("Liranda",), "indirect", "survey-result", inside=0),
            Said(
                "“the figure was 48 two years ago, when more people were robbed”",
                "Levent Sorrel",
                "noted that",
                ("Meridian poll of September",),
                "direct",
                "statistic",
                figure="48",
            ),
            Said(
                "counted 3.1 homicides per 100,000 inhabitants last year, down from 3.6",
                "National Statistics Office",
                "counted",
                ("Liranda",),
                "indirect",
                "statistic",
                figure="3.1 homicides per 100,000 inhabitants",
            ),
            Said(
                "the riots explain most of the difference",
                "Joost van Aldemar",
                "believes that",
                ("Port Ellery riots",),
                "indirect",
                "evaluation",
                certainty="speculative",
            ),
            Said(
                "“People remember what they saw on a screen, not what happened in their street,”",
                "Joost van Aldemar",
                "told this station",
                ("Port Ellery riots",),
                "direct",
                "evaluation",
            ),
        ),
    ),
    Story(
        "https://wire.example/prison",
        "Civic Wire",
        None,
        "2025-09-12",
        "Errenwald wants a prison on the moor",
        "Errenwald wants a prison on the moor\n\n"
        "PORT ELLERY — The Harbour Alliance would build a prison for 900 inmates outside Port Ellery, its leader"
        " Tobias Errenwald proposed on Friday.\n\n"
        "Economist Emil Drossart of the Institute for Public Accounts put the price at 310 million crowns. “Nobody has"
        " built one for less since the nineties,” he said.\n\n"
        "Dario Penhallow called the idea “a monument to giving up”. The Liberty List would spend the money on a jobs"
        " guarantee for the young, he said.\n\n"
        "Judge Ruth Amberley said the courts send fewer people to prison each year.",
        (
            Said(
                "The Harbour Alliance would build a prison for 900 inmates outside Port Ellery",
                "Tobias Errenwald",
                "proposed",
                ("New high-security prison", "Port Ellery"),
                "indirect",
                "proposal",
                figure="900 inmates",
            ),
            Said(
                "the price at 310 million crowns",
                "Emil Drossart",
                "put",
                ("New high-security prison",),
                "indirect",
                "statistic",
                figure="310 million crowns",
            ),
            Said(
                "“Nobody has built one for less since the nineties,”",
                "Emil Drossart",
                "said",
                ("New high-security prison",),
                "direct",
                "evaluation",
            ),
            Said(
                "“a monument to giving up”",
                "Dario Penhallow",
                "called",
                ("New high-security prison", "Tobias Errenwald"),
                "direct",
                "evaluation",
                polarity="negated",
            ),
            Said(
                "The Liberty List would spend the money on a jobs guarantee for the young",
                "Dario Penhallow",
                "said",
                ("Youth jobs guarantee", "Liberty List"),
                "indirect",
                "promise",
            ),
            Said(
                "the courts send fewer people to prison each year",
                "Ruth Amberley",
                "said",
                ("New high-security prison",),
                "indirect",
                "statistic",
            ),
        ),
    ),
    Story(
        "https://ledger.example/prison",
        "The Harbour Ledger",
        "Oda Fenwright",
        "2025-09-13",
        "What a prison on the moor would cost",
        "What a prison on the moor would cost\n\n"
        "The new prison would cost at least 360 million crowns, Interior Minister Inés Calderwood said, citing the"
        " Budget of 2025. Emil Drossart had spoken of less.\n\n"
        "“We will not pay for Mr Errenwald's posters,” Mara Quellin told parliament.\n\n"
        "Joost van Aldemar told the Ledger that no study finds prisons make a port safer; the Port Safety Report, he"
        " said, recommends light, work and patrols.",
        (
            Said(
                "The new prison would cost at least 360 million crowns",
                "Inés Calderwood",
                "said",
                ("New high-security prison",),
                "indirect",
                "statistic",
                cites=("Budget of 2025",),
                figure="at least 360 million crowns",
            ),
            Said(
                "“We will not pay for Mr Errenwald's posters,”",
                "Mara Quellin",
                "told parliament",
                ("Tobias Errenwald", "New high-security prison"),
                "direct",
                "evaluation",
                polarity="negated",
            ),
            Said(
                "no study finds prisons make a port safer",
                "Joost van Aldemar",
                "told the Ledger",
                ("New high-security prison",),
                "indirect",
                "evaluation",
                polarity="negated",
            ),
            Said(
                "recommends light, work and patrols",
                "Joost van Aldemar",
                "said",
                ("Night patrols in the port", "Youth jobs guarantee"),
                "indirect",
                "recommendation",
                cites=("Port Safety Report",),
            ),
        ),
    ),
    Story(
        "https://tribune.example/curfew",
        "Northgate Tribune",
        None,
        "2025-09-17",
        "Curfew for minors divides the debate",
        "Curfew for minors divides the debate\n\n"
        "In the televised debate Tobias Errenwald demanded that nobody under sixteen be out after ten. Hanne Lorrick"
        " answered that Northgate would not enforce such a rule. “I will not send officers after children,” she"
        " said.\n\n"
        "Priya Ostrander said her force lacks the people for it. Salome Wick argued that a curfew breaks the Public"
        " Order Act.\n\n"
        "Officials who asked not to be named expect the courts to stop it.",
        (
            Said(
                "nobody under sixteen be out after ten",
                "Tobias Errenwald",
                "demanded that",
                ("Curfew for minors", "Televised debate"),
                "indirect",
                "proposal",
            ),
            Said(
                "Northgate would not enforce such a rule",
                "Hanne Lorrick",
                "answered that",
                ("Curfew for minors", "Northgate"),
                "indirect",
                "promise",
                polarity="negated",
            ),
            Said(
                "“I will not send officers after children,”",
                "Hanne Lorrick",
                "said",
                ("Curfew for minors",),
                "direct",
                "promise",
                polarity="negated",
            ),
            Said(
                "her force lacks the people for it",
                "Priya Ostrander",
                "said",
                ("Curfew for minors", "Northgate Police"),
                "indirect",
            ),
            Said(
                "a curfew breaks the Public Order Act",
                "Salome Wick",
                "argued that",
                ("Curfew for minors",),
                cites=("Public Order Act",),
            ),
            Said(
                "the courts to stop it",
                None,
                "expect",
                ("Curfew for minors",),
                "indirect",
                "prediction",
                certainty="speculative",
            ),
        ),
    ),
    Story(
        "https://saltmarsh.example/guns",
        "Radio Saltmarsh",
        "Nils Tarrow",
        "2025-09-24",
        "Registry of handguns back on the table",
        "Registry of handguns back on the table\n\n"
        "The government will bring back the handgun registry, Inés Calderwood said on Wednesday. Dario Penhallow"
        " replied that a list “disarms the honest and bores the rest”.\n\n"
        "Priya Ostrander reported that her officers took 412 unregistered pistols last year. Emil Drossart said a"
        " registry costs less than one night of riots.",
        (
            Said(
                "The government will bring back the handgun registry",
                "Inés Calderwood",
                "said",
                ("Handgun registry",),
                "indirect",
                "promise",
            ),
            Said(
                "“disarms the honest and bores the rest”",
                "Dario Penhallow",
                "replied that",
                ("Handgun registry", "Inés Calderwood"),
                "mixed",
                "evaluation",
                polarity="negated",
            ),
            Said(
                "her officers took 412 unregistered pistols last year",
                "Priya Ostrander",
                "reported that",
                ("Handgun registry", "Northgate Police"),
                "indirect",
                "statistic",
                figure="412 unregistered pistols",
            ),
            Said(
                "a registry costs less than one night of riots",
                "Emil Drossart",
                "said",
                ("Handgun registry", "Port Ellery riots"),
                "indirect",
                "evaluation",
            ),
        ),
    ),
    Story(
        "https://wire.example/jobs",
        "Civic Wire",
        None,
        "2025-10-01",
        "Union backs jobs guarantee",
        "Union backs jobs guarantee\n\n"
        "The Dockworkers' Union said it would sign up to a jobs guarantee “tomorrow, if anyone put one on paper”.\n\n"
        "Mara Quellin said Dario Penhallow had told her that the guarantee would cost nothing.\n\n"
        "The Port Safety Report counts 2,300 people under 25 without work in Saltmarsh.",
        (
            Said(
                "“tomorrow, if anyone put one on paper”",
                "Dockworkers' Union",
                "said",
                ("Youth jobs guarantee",),
                "mixed",
                "promise",
            ),
            Said(
                "Dario Penhallow had told her that the guarantee would cost nothing",
                "Mara Quellin",
                "said",
                ("Dario Penhallow",),
            ),
            Said(
                "the guarantee would cost nothing",
                "Dario Penhallow",
                "had told her that",
                ("Youth jobs guarantee",),
                inside=1,
            ),
            Said(
                "2,300 people under 25 without work in Saltmarsh",
                "Port Safety Report",
                "counts",
                ("Saltmarsh",),
                "indirect",
                "statistic",
                figure="2,300 people under 25",
            ),
        ),
    ),
)


def newsroom() -> FakeGraph:
    """The invented newsroom as a graph: 8 articles, 39 claims, 44 entities."""
    graph = FakeGraph()
    for story in STORIES:
        _tell(graph, story)
    for name, (role, organisation) in PEOPLE.items():
        _employ(graph, name, role, organisation)
    graph.add_entities(_counted(graph, name, type_) for type_, names in _TYPES.items() for name in names)
    return graph


POSITIONS: tuple[tuple[str, str, str, str], ...] = (
    ("Tobias Errenwald", "proposes", "New high-security prison", "a prison for 900 inmates outside Port Ellery"),
    ("Dario Penhallow", "opposes", "New high-security prison", "“a monument to giving up”"),
    ("Emil Drossart", "doubts", "New high-security prison", "“Nobody has built one for less since the nineties,”"),
    ("Mara Quellin", "opposes", "New high-security prison", "“We will not pay for Mr Errenwald's posters,”"),
    ("Joost van Aldemar", "doubts", "New high-security prison", "no study finds prisons make a port safer"),
    ("Tobias Errenwald", "proposes", "Curfew for minors", "nobody under sixteen be out after ten"),
    ("Hanne Lorrick", "opposes", "Curfew for minors", "Northgate would not enforce such a rule"),
    ("Salome Wick", "warnsOf", "Curfew for minors", "a curfew breaks the Public Order Act"),
    ("Inés Calderwood", "promises", "Handgun registry", "The government will bring back the handgun registry"),
    ("Dario Penhallow", "opposes", "Handgun registry", "“disarms the honest and bores the rest”"),
    ("Emil Drossart", "supports", "Handgun registry", "a registry costs less than one night of riots"),
    ("Dockworkers' Union", "supports", "Youth jobs guarantee", "“tomorrow, if anyone put one on paper”"),
    (
        "Dario Penhallow",
        "promises",
        "Youth jobs guarantee",
        "The Liberty List would spend the money on a jobs guarantee",
    ),
    ("Joost van Aldemar", "supports", "Youth jobs guarantee", "recommends light, work and patrols"),
)
"""Who holds what of a policy, in which words: some name their claim, others only where the words stand."""


def debate() -> FakeGraph:
    """The invented newsroom with who is for and against its policies."""
    graph = newsroom()
    for number, (who, predicate, policy, words) in enumerate(POSITIONS):
        home = next(a for a in graph.records().articles if words in graph.text(a.id))
        start, end = _find(graph.text(home.id), words)
        said = [c for c in graph.records().claims if c.article == home.id and c.start <= start and end <= c.end]
        graph.add_relation(
            known(who), predicate, known(policy), source=home.source, start=start, end=end,
            claim=said[0].id if number % 2 and said else None,
        )  # fmt: skip
    return graph


def _tell(graph: FakeGraph, story: Story) -> None:
    origin = graph.add_article(
        article(
            story.source,
            story.text,
            title=story.title,
            publisher=story.publisher,
            authors=(story.author,) if story.author else (),
            date=story.date,
            url=story.source,
            claims=len(story.said),
        ),
        story.text,
    )
    made: list[ClaimRecord] = []
    for said in story.said:
        record = claim(
            origin,
            story.text,
            said.words if isinstance(said.words, str) else list(said.words),
            speaker=known(said.speaker) if said.speaker else None,
            speaker_span=_span(story.text, said.speaker),
            cue=said.cue,
            mode=said.mode,
            type=said.type,
            polarity=said.polarity,
            certainty=said.certainty,
            about=tuple(known(name) for name in said.about),
            cites=tuple(known(name) for name in said.cites),
            embedded_in=made[said.inside].id if said.inside is not None else None,
        )
        made.append(graph.add_claim(record))
        if said.inside is not None:
            outer = made[said.inside]
            index = next(i for i, c in enumerate(graph._claims) if c.id == outer.id)
            graph._claims[index] = replace(graph._claims[index], embeds=(*graph._claims[index].embeds, record.id))
    for said, record in zip(story.said, made, strict=True):
        if said.figure:
            current = next(c for c in graph._claims if c.id == record.id)
            graph.add_figure(current, said.figure)


def _span(text: str, name: str | None) -> tuple[int, int] | None:
    return _find(text, name) if name and name in text else None


def _employ(graph: FakeGraph, name: str, role: str, organisation: str | None) -> None:
    home = next((a for a in graph.records().articles if name in graph.text(a.id)), graph.records().articles[0])
    text = graph.text(home.id)
    start, end = _span(text, name) or (0, 0)
    target = known(organisation) if organisation else None
    predicate = "memberOf" if role == "candidate" else "holdsRole"
    graph.add_relation(known(name), predicate, target, source=home.source, start=start, end=end, role=role)


def _counted(graph: FakeGraph, name: str, type_: str) -> EntityRecord:
    key = reference(name, type_).id
    role = PEOPLE.get(name)
    mentions = tuple(
        MentionRecord(a.source, *_find(graph.text(a.id), name), name)
        for a in graph.records().articles
        if name in graph.text(a.id)
    )
    return entity(
        name,
        type_,
        roles=(Role(*role),) if role else (),
        mentions=mentions,
        claims_by=sum(c.speaker is not None and c.speaker.id == key for c in graph.records().claims),
        claims_about=sum(key in {r.id for r in (*c.about, *c.cites)} for c in graph.records().claims),
    )
