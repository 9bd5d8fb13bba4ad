"""Each measure of the linked set counts what its definition says, on an invented harbour town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from kg.model import Claim, EntityType, Extraction, Figure, Mention, MentionForm, Referent, Relation, Span
from tests.eval.linked.compare import Compared, compare
from tests.eval.linked.errors import errors
from tests.eval.linked.figures import right
from tests.eval.linked.marking import Disputed, Entity, Held, Marking, Said, Stated, Tie
from tests.eval.linked.score import Measure, score, total

TEXT = (
    "Mara Ellison, director of the Tidewater Institute, said the wall will hold. Ellison added that it is cheap. "
    "A senior official said nothing works. The mayor, Tor Quill, wants a new sea wall. A Tidewater study found that "
    "63 percent of Quay residents oppose the toll on lorries. Some 40 boats left in 2015."
)


def at(words: str, after: str = "") -> Span:
    """Where the words stand, behind those of ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


ELLISON = Entity("e1", "person", True, (at("Mara Ellison"), at("Ellison", "hold.")), (at("director"),))
INSTITUTE = Entity("e2", "organisation", True, (at("Tidewater Institute"),))
OFFICIAL = Entity("e3", "person", False, (), (at("A senior official"),))
QUILL = Entity("e4", "person", True, (at("Tor Quill"),), (at("The mayor"),))
STUDY = Entity("e5", "document", True, (at("Tidewater study"),))
QUAY = Entity("e6", "place", True, (at("Quay"),))
EVERYBODY = (ELLISON, INSTITUTE, OFFICIAL, QUILL, STUDY, QUAY)

WALL, CHEAP, NOTHING = at("the wall will hold"), at("it is cheap"), at("nothing works")
SHARE = Stated(
    span=at("63 percent of Quay residents"),
    value=Decimal(63),
    unit="percent",
    measure=(at("oppose the toll"),),
    population=(at("Quay residents"),),
    places=("Quay",),
    period="2015",
)
BOATS = Stated(at("Some 40 boats"), "quantity", Decimal(40), unit="boat")


class Found:
    """An extraction in the making: each method adds something and gives its number."""

    def __init__(self) -> None:
        self.extraction = Extraction("made", "1")

    def referent(
        self, type_: EntityType, *spans: Span, name: str = "", named: bool = True, form: MentionForm = "name"
    ) -> int:
        """Somebody or something with mentions of one form."""
        number = len(self.extraction.referents)
        referent = Referent(type_, name or (spans[0].of(TEXT) if spans else ""), (), named)
        self.extraction = replace(
            self.extraction,
            referents=(*self.extraction.referents, referent),
            mentions=(*self.extraction.mentions, *(Mention(span, number, form) for span in spans)),
        )
        return number

    def claim(self, span: Span, speaker: int | None = None, **fields: object) -> None:
        """A claim of one part."""
        claim = replace(Claim((span,), "indirect", speaker=speaker), **fields)  # type: ignore[arg-type]
        self.extraction = replace(self.extraction, claims=(*self.extraction.claims, claim))

    def figure(self, span: Span, **fields: object) -> None:
        """A figure without anything but its span, or with some fields."""
        figure = replace(Figure(span, None), **fields)  # type: ignore[arg-type]
        self.extraction = replace(self.extraction, figures=(*self.extraction.figures, figure))

    def relation(self, subject: int, predicate: str, object_: int | None, role: str | None = None) -> None:
        """A relation; where the text asserts it does not matter."""
        relation = Relation(subject, predicate, object_, at("Mara Ellison"), role)
        self.extraction = replace(self.extraction, relations=(*self.extraction.relations, relation))


def compared(found: Found, *entities: Entity, **marked: object) -> Compared:
    """What was found beside a marking of these entities, or of all."""
    return compare(TEXT, Marking(entities or EVERYBODY, **marked), found.extraction)  # type: ignore[arg-type]


def scored(found: Found, *entities: Entity, **marked: object) -> dict[str, Measure]:
    """The measures of what was found."""
    return score(compared(found, *entities, **marked))


def test_rates_are_shares_of_what_was_marked_and_found() -> None:
    """Recall and precision have their own numerators, and what has no denominator has no rate."""
    measure = Measure(marked=4, hit=1, found=2, right=2)
    assert (measure.recall, measure.precision, measure.f1) == (25.0, 100.0, 40.0)
    assert (Measure(found=2, right=1).recall, Measure(found=2, right=1).f1, Measure(2).precision) == (None, None, None)
    assert Measure(1, 0, 1, 0).f1 == 0.0


def test_totals_add_up_what_stands_behind_the_rates() -> None:
    """An article with more in it weighs more."""
    sums = total([{"roles": Measure(1, 1, 1, 1)}, {"roles": Measure(3, 0, 1, 0), "claims": Measure(2)}])
    assert sums == {"roles": Measure(4, 1, 2, 1), "claims": Measure(2)}


def test_a_speaker_is_right_where_the_referent_is_the_marked_entity() -> None:
    """One claim is said by the right one, one by another, one is missed, one is invented; narration counts nowhere."""
    found = Found()
    ellison, quill = found.referent("person", *ELLISON.names), found.referent("person", *QUILL.names)
    found.claim(WALL, ellison)
    found.claim(CHEAP, quill)
    found.claim(at("wants a new sea wall"), quill)
    found.claim(at("left in 2015"), mode="narration")
    claims = (Said((WALL,), "e1"), Said((CHEAP,), "e1"), Said((NOTHING,), "e3"))
    measures = scored(found, claims=claims)
    assert measures["claims"] == Measure(3, 2, 3, 2)
    assert measures["speakers"] == Measure(3, 1, 3, 1)


@pytest.mark.parametrize(("marked", "named", "is_right"), [(None, False, 1), (None, True, 0), ("e1", False, 0)])
def test_nobody_is_right_only_for_nobody(marked: str | None, named: bool, is_right: int) -> None:
    """A speaker where nobody can be told is wrong, and so is none where somebody can."""
    found = Found()
    ellison = found.referent("person", *ELLISON.names)
    found.claim(WALL, ellison if named else None)
    assert scored(found, claims=(Said((WALL,), marked),))["speakers"].right == is_right


@pytest.mark.parametrize(
    ("words", "is_right"), [("A senior official", 1), ("senior official", 1), ("A senior", 1), ("nothing works", 0)]
)
def test_who_has_no_name_is_known_by_the_description(words: str, is_right: int) -> None:
    """A description may be cut short or lack its article, and must be there."""
    found = Found()
    found.claim(NOTHING, found.referent("person", at(words, "cheap."), named=False, form="nominal"))
    assert scored(found, claims=(Said((NOTHING,), "e3"),))["speakers"].right == is_right


def test_a_second_node_for_a_person_is_an_error_of_precision_and_a_split() -> None:
    """Nobody is in two nodes; the one with more mentions is the person, and what the other says is not hers."""
    found = Found()
    lone = found.referent("person", ELLISON.names[1])
    found.referent("person", ELLISON.names[0], at("director"), form="name")
    found.claim(CHEAP, lone)
    entity = replace(ELLISON, names=(*ELLISON.names, at("director")))
    measures = scored(found, entity, claims=(Said((CHEAP,), "e1"),))
    assert measures["names: entities"] == Measure(1, 1, 2, 1)
    assert measures["names: split"].hit == 1
    assert measures["names: merged"].right == 0
    assert measures["speakers"].right == 0


def test_one_node_for_two_people_is_a_miss_and_a_merger() -> None:
    """The node is whoever has more mentions in it; the other is missed."""
    found = Found()
    found.referent("person", *ELLISON.names, *QUILL.names)
    measures = scored(found, ELLISON, QUILL)
    assert measures["names: entities"] == Measure(2, 1, 1, 1)
    assert measures["names: merged"] == Measure(found=1, right=1)
    assert measures["names: split"].hit == 0


def test_what_the_text_does_not_mention_is_no_error() -> None:
    """An author whom only the file names is left out; an unnamed group, a document and a policy are no names."""
    found = Found()
    found.referent("person", name="Ines Calder")
    found.referent("organisation", at("residents"), named=False, form="nominal")
    found.referent("document", at("Tidewater study"))
    found.referent("policy", at("toll on lorries"))
    assert scored(found)["names: entities"] == Measure(4, 0, 0, 0)


def test_the_type_of_a_name_is_a_share_of_those_aligned() -> None:
    """A place that is called a person is found, with the wrong type."""
    found = Found()
    found.referent("person", *QUAY.names)
    found.referent("person", *QUILL.names)
    measures = scored(found, ELLISON, QUAY, QUILL)
    assert measures["names: entities"] == Measure(3, 2, 2, 2)
    assert measures["names: type right"] == Measure(3, 1, 2, 1)


@pytest.mark.parametrize(
    ("words", "form", "expected"),
    [
        ("Tor Quill", "name", Measure(1, 1, 1, 1)),
        ("Quill", "name", Measure(1, 1, 1, 1)),
        ("Tor", "name", Measure(1, 0, 1, 0)),
        ("Tor Quill", "nominal", Measure(1, 1, 1, 1)),
        ("The mayor", "nominal", Measure(1, 0, 0, 0)),
        ("The mayor", "name", Measure(1, 0, 1, 0)),
        ("Tor Quill", "pronoun", Measure(1, 0, 0, 0)),
    ],
)
def test_a_mention_is_found_where_half_of_it_is(words: str, form: MentionForm, expected: Measure) -> None:
    """Half of the characters of both; a name that was taken for a description counts, a mere description does not."""
    found = Found()
    found.referent("person", at(words), form=form)
    assert scored(found, QUILL)["names: mentions"] == expected


def test_documents_are_counted_apart() -> None:
    """A study that is found is none of the names, and one that is not there is an error."""
    found = Found()
    found.referent("document", at("A Tidewater study"), form="nominal")
    found.referent("document", at("toll"))
    measures = scored(found)
    assert measures["documents"] == Measure(1, 1, 2, 1)
    assert measures["names: entities"].found == 0


def test_figures_are_statistics_that_must_be_found_and_quantities_that_may() -> None:
    """A quantity found is not looked at; what overlaps no figure at all is false."""
    found = Found()
    found.figure(at("63 percent"))
    found.figure(at("63 percent of Quay resi"))
    found.figure(at("40 boats"))
    found.figure(at("2015"))
    measures = scored(found, figures=(SHARE, BOATS))
    assert measures["figures: statistics"] == Measure(1, 1, 3, 1)
    assert measures["figures: false"] == Measure(found=4, right=1)


def test_a_figure_is_whole_where_all_its_fields_are_right() -> None:
    """One wrong field leaves the others right, and the figure not whole."""
    sound = {"value": Decimal(63), "unit": "percent", "measure": "residents", "place": "the Quay", "period": "2015-10"}
    for period, whole in (("2015-10", 1), ("2014", 0)):
        found = Found()
        found.figure(SHARE.span, **(sound | {"period": period}))
        measures = scored(found, figures=(SHARE, replace(SHARE, span=at("40 boats"))))
        assert measures["figures: whole"] == Measure(2, whole, 1, whole)
        assert measures["figures: period"].right == whole
        assert measures["figures: value"] == Measure(2, 1, 1, 1)


@pytest.mark.parametrize(
    ("field", "marked", "found", "is_right"),
    [
        ("value", {"value": Decimal("63.0")}, {"value": Decimal(63)}, True),
        ("value", {"value": Decimal(63)}, {"value": Decimal(64)}, False),
        ("value", {"value": None}, {"value": Decimal(63)}, False),
        ("value", {"value": Decimal("0.5"), "unit": "share"}, {"value": Decimal(50), "unit": "percent"}, True),
        ("value", {"value": Decimal("0.67"), "unit": "share"}, {"value": Decimal("66.7"), "unit": "percent"}, True),
        ("value", {"value": Decimal("0.5"), "unit": "share"}, {"value": Decimal("0.5"), "unit": "percent"}, False),
        ("value", {"value": Decimal("63.4")}, {"value": Decimal("63.3"), "unit": "percent"}, False),
        ("lower", {"lower": Decimal(3)}, {"lower": Decimal(3)}, True),
        ("lower", {"lower": Decimal(3)}, {}, False),
        ("upper", {"upper": Decimal(3)}, {"upper": Decimal(4)}, False),
        ("unit", {"unit": "share"}, {"unit": "percent"}, True),
        ("unit", {"unit": "percent"}, {"unit": "percentage point"}, False),
        ("unit", {"unit": "boat"}, {"unit": "fishing boat"}, True),
        ("unit", {"unit": "fishing boat"}, {"unit": "boat"}, False),
        ("unit", {"unit": "boat"}, {"unit": "steamboat"}, False),
        ("unit", {"unit": "EUR"}, {"unit": None}, False),
        ("measure", {"measure": None}, {}, True),
        ("measure", {}, {"measure": "opposition to the toll"}, True),
        ("measure", {}, {"population": "resident adults"}, True),
        ("measure", {"population": None}, {"population": "resident adults"}, False),
        ("measure", {}, {"measure": "the of"}, False),
        ("place", {"places": ()}, {"place": "Marrow"}, True),
        ("place", {"places": ("Marrow", "the Quay")}, {"place": "Quay"}, True),
        ("place", {}, {"place": "Marrow"}, False),
        ("place", {}, {}, False),
        ("period", {"period": None}, {"period": "2015"}, True),
        ("period", {"period": "2015-10"}, {"period": "2015"}, True),
        ("period", {}, {"period": "2016"}, False),
        ("period", {}, {}, False),
    ],
)
def test_a_field_of_a_figure_is_right_by_its_rule(
    field: str, marked: dict[str, object], found: dict[str, object], is_right: bool
) -> None:
    """One case of a rule."""
    ours = replace(SHARE, **marked)  # type: ignore[arg-type]
    theirs = replace(Figure(SHARE.span, None), **found)  # type: ignore[arg-type]
    assert right(TEXT, ours, theirs)[field] is is_right


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["wants a new sea wall"], Measure(1, 1, 1, 1)),
        (["new sea"], Measure(1, 1, 1, 1)),
        (["Quill, wants a new"], Measure(1, 0, 1, 0)),
        (["toll on lorries"], Measure(1, 0, 1, 0)),
        (["sea wall", "new sea wall"], Measure(1, 1, 2, 1)),
    ],
)
def test_a_policy_is_found_by_half_of_the_words_of_its_name(words: Sequence[str], expected: Measure) -> None:
    """Of the shorter of both names where they overlap; a second node for it is an error."""
    found = Found()
    for name in words:
        found.referent("policy", at(name, "mayor"))
    policy = Disputed((at("toll", "oppose"), at("new sea wall")))
    if words == ["toll on lorries"]:
        policy = Disputed((at("new sea wall"),))
    assert scored(found, policies=(policy,))["policies"] == expected


def test_a_stance_is_right_where_speaker_stance_and_policy_are() -> None:
    """One of four is right, one has another stance, one another speaker; a policy not found leaves its stance out."""
    found = Found()
    ellison, quill = found.referent("person", *ELLISON.names), found.referent("person", *QUILL.names)
    wall = found.referent("policy", at("new sea wall"))
    found.relation(quill, "proposes", wall)
    found.relation(quill, "opposes", wall)
    found.relation(ellison, "supports", wall)
    policies = (
        Disputed((at("new sea wall"),), frozenset({("e4", "proposes"), ("e4", "supports"), ("e3", "supports")})),
        Disputed((at("toll on lorries"),), frozenset({("e4", "opposes")})),
    )
    measures = scored(found, policies=policies)
    assert measures["policies"] == Measure(2, 1, 1, 1)
    assert measures["stances"] == Measure(4, 1, 3, 1)
    assert measures["stances: of pairs"] == Measure(3, 1, 3, 1)
    assert measures["relations"] == Measure()


@pytest.mark.parametrize(
    ("role", "where", "found_", "wholly"),
    [
        ("managing director", True, 1, 1),
        ("director", False, 1, 0),
        ("mayor", True, 0, 0),
        ("of the", True, 0, 0),
    ],
)
def test_a_role_is_found_by_a_word_of_it(role: str, where: bool, found_: int, wholly: int) -> None:
    """The person's, in a word of what is marked; its organisation is asked for apart."""
    found = Found()
    ellison, institute = found.referent("person", *ELLISON.names), found.referent("organisation", *INSTITUTE.names)
    found.relation(ellison, "holdsRole", institute if where else None, role)
    measures = scored(found, roles=(Held("e1", at("director"), "e2"), Held("e4", at("mayor"))))
    assert measures["roles"] == Measure(2, found_, 1, found_)
    assert measures["roles: with organisation"] == Measure(2, wholly, 1, wholly)


def test_a_role_of_somebody_else_is_wrong_and_one_of_nobody_named_is_not_looked_at() -> None:
    """Roles are marked of named people only."""
    found = Found()
    quill = found.referent("person", *QUILL.names)
    official = found.referent("person", at("A senior official"), named=False, form="nominal")
    found.relation(quill, "holdsRole", None, "director")
    found.relation(official, "holdsRole", None, "official")
    assert scored(found, roles=(Held("e1", at("director"), "e2"),))["roles"] == Measure(1, 0, 1, 0)


@pytest.mark.parametrize(
    ("predicate", "turned", "marked", "expected"),
    [
        ("created", False, "created", Measure(1, 1, 1, 1)),
        ("created", True, "created", Measure(1, 0, 1, 0)),
        ("heads", False, "created", Measure(1, 0, 1, 0)),
        ("allyOf", True, "allyOf", Measure(1, 1, 1, 1)),
        ("supports", False, "created", Measure(1, 0, 0, 0)),
        ("holdsRole", False, "created", Measure(1, 0, 0, 0)),
    ],
)
def test_a_relation_is_right_where_both_ends_and_its_name_are(
    predicate: str, turned: bool, marked: str, expected: Measure
) -> None:
    """In its direction, where it has one; stances and roles are measured apart."""
    found = Found()
    ends = [found.referent("organisation", *INSTITUTE.names), found.referent("person", *QUILL.names)]
    found.relation(ends[turned], predicate, ends[not turned], "director")
    assert scored(found, relations=(Tie("e2", marked, "e4"),))["relations"] == expected


def test_what_a_role_says_already_is_no_wrong_relation() -> None:
    """She belongs to the institute that she directs; he does not."""
    found = Found()
    institute = found.referent("organisation", *INSTITUTE.names)
    for names in (ELLISON.names, QUILL.names):
        found.relation(found.referent("person", *names), "affiliatedWith", institute)
    assert scored(found, roles=(Held("e1", at("director"), "e2"),))["relations"] == Measure(0, 0, 1, 0)


def test_what_was_not_looked_for_is_not_scored() -> None:
    """Where only figures were marked, whom and what else an extraction finds is neither right nor wrong."""
    found = Found()
    found.referent("policy", at("new sea wall"))
    assert {name.split(":")[0] for name in scored(found, kinds=frozenset({"figures"}))} == {"figures"}


def test_errors_tell_what_was_missed_and_wrongly_found() -> None:
    """A line each, with the words."""
    found = Found()
    quill, other = found.referent("person", *QUILL.names), found.referent("place", at("Mara"))
    found.referent("policy", at("toll on lorries"))
    found.claim(WALL, quill)
    found.claim(at("left in 2015"))
    found.figure(SHARE.span, value=Decimal(63), unit="percent", period="2015", population="residents")
    found.figure(at("2015"))
    found.relation(quill, "holdsRole", other, "director")
    lines = list(
        errors(
            compared(
                found,
                claims=(Said((WALL,), "e1"), Said((NOTHING,), "e3")),
                figures=(SHARE, replace(SHARE, span=BOATS.span)),
                roles=(Held("e1", at("director"), "e2"),),
                policies=(Disputed((at("new sea wall"),), frozenset({("e4", "proposes")})),),
                relations=(Tie("e2", "created", "e5"),),
            )
        )
    )
    assert lines == [
        "missed claim ('A senior official'): 'nothing works'",
        "no such claim (nobody): 'left in 2015'",
        "speaker: 'Tor Quill' (person) for 'Mara Ellison': 'the wall will hold'",
        "missed person: 'Mara Ellison' (2×)",
        "missed organisation: 'Tidewater Institute' (1×)",
        "missed place: 'Quay' (1×)",
        "no such entity: 'Mara' (place)",
        "missed name: 'Mara Ellison' at 0",
        "missed name: 'Tidewater Institute' at 30",
        "missed name: 'Ellison' at 76",
        "missed name: 'Quay' at 233",
        "no such name: 'Mara' at 0",
        "missed document: 'Tidewater study'",
        "missed figure: 'Some 40 boats'",
        "no such figure: '2015'",
        "figure '63 percent of Quay residents': place: None for Quay",
        "missed policy: 'new sea wall'",
        "no such policy: 'toll on lorries'",
        "missed stance: 'Tor Quill' proposes 'new sea wall'",
        "missed role: 'Mara Ellison': 'director' in 'Tidewater Institute'",
        "no such role: 'Tor Quill' (person): 'director' in 'Mara' (place)",
        "missed relation: 'Tidewater Institute' created 'Tidewater study'",
    ]
