"""Stances: who supports, opposes, proposes, promises, warns of or doubts which policy, and in which words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from ingest.document import lay_out
from ingest.policies import find, stances
from kg.model import Claim, EntityType, Mention, Referent, Relation, Span

PEOPLE: Mapping[str, EntityType] = {
    "Lena Moss": "person",
    "Tom Oakes": "person",
    "Harbour Party": "organisation",
    "Ferrow": "place",
}


def read(text: str, *said: tuple[str, str, str | None]) -> tuple[list[str], Sequence[Relation]]:
    """What stands between whom, as text, and the relations; ``said`` are claims as cue, words and speaker."""
    referents = tuple(Referent(kind, name) for name, kind in PEOPLE.items())
    numbers = {name: number for number, name in enumerate(PEOPLE)}
    mentions = tuple(
        Mention(Span(*match.span()), number)
        for name, number in numbers.items()
        for match in re.finditer(f"{name}|{name.split()[-1]}", text)
    )
    claims = tuple(
        Claim(
            (Span(text.index(words), text.index(words) + len(words)),),
            "indirect",
            cue_span=Span(text.index(cue), text.index(cue) + len(cue)),
            speaker=numbers[speaker] if speaker else None,
        )
        for cue, words, speaker in said
    )
    document = lay_out(text)
    all_referents, all_mentions = find(document, claims, referents, mentions)
    relations, all_referents, _ = stances(document, claims, all_referents, all_mentions, ())
    names = [referent.name for referent in all_referents]
    return [f"{names[r.subject]} {r.predicate} {names[r.object or 0]}" for r in relations], relations


TAKEN = [
    ("Lena Moss promised a fish tax.", ["Lena Moss promises fish tax"]),
    ("Lena Moss wants to ban trawlers.", ["Lena Moss proposes ban trawlers"]),
    ("Lena Moss, a lawyer from Ferrow, opposes the fish tax.", ["Lena Moss opposes fish tax"]),
    ("Lena Moss does not support the fish tax.", ["Lena Moss opposes fish tax"]),
    ("Lena Moss has never opposed the fish tax.", ["Lena Moss supports fish tax"]),
    ("Lena Moss met Tom Oakes and rejected the fish tax.", ["Lena Moss opposes fish tax"]),
    ("Tom Oakes, who backs the fish tax, met Lena Moss.", ["Tom Oakes supports fish tax"]),
    ("Lena Moss's plan to ban trawlers is old.", ["Lena Moss proposes ban trawlers"]),
    ("Lena Moss spoke. Her support for the fish tax is known.", ["Lena Moss supports fish tax"]),
    ("The fish tax was struck down by Tom Oakes.", ["Tom Oakes opposes fish tax"]),
    ("Lena Moss voiced strong opposition to the fish tax.", ["Lena Moss opposes fish tax"]),
    ("Tom Oakes is a strong supporter of the fish tax.", ["Tom Oakes supports fish tax"]),
    ("The Harbour Party called for a fish tax.", ["Harbour Party proposes fish tax"]),
    (
        "Lena Moss and Tom Oakes oppose the fish tax.",
        ["Lena Moss opposes fish tax", "Tom Oakes opposes fish tax"],
    ),
    ("Voters who know Lena Moss and Tom Oakes, the mayor, oppose it.", []),
    ("Lena Moss urged the council not to ban trawlers.", ["Lena Moss opposes ban trawlers"]),
    ("Lena Moss urged the council to ban trawlers.", ["Lena Moss proposes ban trawlers"]),
    ("Most shopkeepers oppose the fish tax.", ["Most shopkeepers opposes fish tax"]),
    ("Tom Oakes warned of the fish tax.", ["Tom Oakes warnsOf fish tax"]),
    ("Tom Oakes questioned the fish tax.", ["Tom Oakes doubts fish tax"]),
    ("Lena Moss called for an end to the lockdown.", ["Lena Moss opposes lockdown"]),
    ("Lena Moss promised to scrap the fish tax.", ["Lena Moss opposes fish tax"]),
    (
        "Lena Moss backs the fish tax. Tom Oakes promised to scrap it.",
        ["Lena Moss supports fish tax", "Tom Oakes opposes fish tax"],
    ),
    ("Lena Moss opposed scrapping the fish tax.", ["Lena Moss supports fish tax"]),
    ("Lena Moss vowed to introduce a fish tax.", ["Lena Moss promises fish tax"]),
    ("Lena Moss likes a fish tax. Tom Oakes supports a fish tax.", ["Tom Oakes supports fish tax"]),
    (
        "Tom Oakes blamed Lena Moss for supporting the fish tax.",
        ["Tom Oakes opposes fish tax", "Lena Moss supports fish tax"],
    ),
    (
        "Tom Oakes ridiculed Lena Moss for opposing the fish tax.",
        ["Tom Oakes supports fish tax", "Lena Moss opposes fish tax"],
    ),
    (
        "Tom Oakes criticised Lena Moss's plan to ban trawlers.",
        ["Tom Oakes opposes ban trawlers", "Lena Moss proposes ban trawlers"],
    ),
    (
        "Tom Oakes praised Lena Moss for backing the fish tax.",
        ["Tom Oakes supports fish tax", "Lena Moss supports fish tax"],
    ),
    ("Tom Oakes vetoed a bill that would ban trawlers.", ["Tom Oakes opposes ban trawlers"]),
    ("Tom Oakes refused to ban trawlers.", ["Tom Oakes opposes ban trawlers"]),
    ("Lena Moss backs a tax on sardines, a measure that Tom Oakes has long opposed.", [
        "Lena Moss supports tax on sardines", "Tom Oakes opposes tax on sardines"
    ]),
    ("Lena Moss backs a tax on sardines (which Tom Oakes also supports).", [
        "Lena Moss supports tax on sardines", "Tom Oakes supports tax on sardines"
    ]),
    ("Tom Oakes opposes Lena Moss's fish tax plan.", [
        "Tom Oakes opposes Lena Moss's fish tax plan", "Lena Moss proposes Lena Moss's fish tax plan"
    ]),
    ("The council rejected suggestions by Tom Oakes to ban trawlers.", ["Tom Oakes proposes ban trawlers"]),
    ("The fish tax, crafted by Tom Oakes, failed.", ["Tom Oakes proposes fish tax"]),
    ("Tom Oakes agreed late last year to ban trawlers.", ["Tom Oakes supports ban trawlers"]),
    ("Lena Moss presented a budget that would ban trawlers.", ["Lena Moss proposes ban trawlers"]),
    ("The fish tax was applauded by Tom Oakes and Lena Moss.", [
        "Lena Moss supports fish tax", "Tom Oakes supports fish tax"
    ]),
    ("Skippers, including Tom Oakes and Lena Moss, oppose the fish tax.", [
        "Lena Moss opposes fish tax", "Tom Oakes opposes fish tax"
    ]),
    ("Lena Moss spoke. Her planned fish tax failed.", ["Lena Moss proposes fish tax"]),
    ("Lena Moss urged the council to fight the fish tax.", ["Lena Moss opposes fish tax"]),
    ("Lena Moss proposed a fish tax. Tom Oakes rejected the tax.", [
        "Lena Moss proposes fish tax", "Tom Oakes opposes fish tax"
    ]),
]  # fmt: skip

NOT_TAKEN = [
    "If Tom Oakes supports the fish tax, boats will leave.",
    "Most support the fish tax.",
    "The fish tax could hurt islanders. Lena Moss's essay on fish tax came late.",
    "Tom Oakes ought to support the fish tax.",
    "Lena Moss talked about the fish tax, which others support.",
    "Lena Moss could support the fish tax.",
    "Lena Moss has to approve the fish tax.",
    "It opposes the fish tax.",
    "A bill that would introduce a fish tax failed.",
    "Leaders in Ferrow of a kind support the fish tax.",
    "Several support the fish tax.",
    "Thomas Oakes came. Her plan to ban trawlers is old.",
]


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_who_takes_a_side_stands_beside_the_cue(text: str, expected: list[str]) -> None:
    """Subject, owner or agent of the words that take a side; denied, it is the other side."""
    assert [line for line in read(text)[0] if "targets" not in line] == expected


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_nobody_takes_a_side_who_is_only_named_near(text: str) -> None:
    """Whoever only speaks of a policy, or may or must take a side, takes none."""
    assert read(text)[0] == []


def test_a_word_that_leaves_open_who_it_is_takes_no_side() -> None:
    """Whoever is only "most" or "others" is nobody, whatever they say."""
    text = "Others said they oppose the fish tax."
    said = Claim((Span(12, len(text) - 1),), "indirect", cue_span=Span(7, 11), speaker=0)
    for name, expected in (("others", 0), ("skippers of the bay", 1)):
        referents = (Referent("organisation", name, named=False, group=True),)
        known, mentions = find(lay_out(text), [said], referents, (Mention(Span(0, 6), 0),))
        assert len(stances(lay_out(text), [said], known, mentions, ())[0]) == expected


def test_what_belongs_to_a_place_is_no_side_of_it() -> None:
    """A tax that holds in a place is nobody's proposal for that."""
    assert read("Ferrow's fish tax could hurt the islands.")[0] == ["fish tax appliesIn Ferrow"]


def test_what_reports_a_claim_may_deny_it_or_only_ask_for_it() -> None:
    """The speaker of such a claim takes the other side, or none."""
    denied, _ = read("Tom Oakes does not support the fish tax.", ("does not support", "the fish tax", "Tom Oakes"))
    assert denied == ["Tom Oakes opposes fish tax"]
    text = "Lena Moss urged Tom Oakes to reject the fish tax."
    urged, _ = read(text, ("to reject", "the fish tax", "Tom Oakes"))
    assert urged == ["Lena Moss opposes fish tax"]


def test_the_speaker_of_a_claim_takes_the_side_of_its_cue() -> None:
    """Where the cue reports a claim, the side is the speaker's, however the text names them."""
    text = "Asked about it, the former mayor said she was for boats, and vowed to ban trawlers."
    lines, relations = read(text, ("vowed", "to ban trawlers", "Lena Moss"))
    assert lines == ["Lena Moss promises ban trawlers"]
    assert relations[0].span.of(text) == "vowed to ban trawlers"
    assert relations[0].claim == 0


SAID = [
    ("said", "the fish tax is a disaster", "opposes fish tax"),
    ("said", "the fish tax is essential", "supports fish tax"),
    ("said", "the fish tax is not good policy", "opposes fish tax"),
    ("said", "the fish tax is not sustainable", "doubts fish tax"),
    ("warned", "the fish tax could hurt islanders", "warnsOf fish tax"),
    ("said", "the fish tax faces serious obstacles", "doubts fish tax"),
    ("said", "a fish tax is needed", "supports fish tax"),
    ("suggested", "a fish tax is needed", "proposes fish tax"),
    ("said", "we will ban trawlers", "promises ban trawlers"),
    ("said", "the council should ban trawlers", "proposes ban trawlers"),
    ("said", "I oppose the fish tax", "opposes fish tax"),
    ("said", "we will abolish the fish tax", "opposes fish tax"),
]


@pytest.mark.parametrize(("cue", "words", "expected"), SAID)
def test_what_is_said_of_a_policy_takes_a_side(cue: str, words: str, expected: str) -> None:
    """Worth, harm, need and duty, as a speaker sees them, are a stance."""
    lines, _ = read(f"Tom Oakes {cue} {words}.", (cue, words, "Tom Oakes"))
    assert lines == [f"Tom Oakes {expected}"]


def test_the_article_s_own_judgement_is_nobody_s_stance() -> None:
    """The text's own voice names a policy, and no speaker."""
    assert read("Tom Oakes came. The fish tax is a disaster.")[0] == []


def test_somebody_quoted_about_another_leaves_the_other_his_stance() -> None:
    """The subject within the words said takes the side, and the claim is kept."""
    lines, relations = read(
        "Lena Moss said Tom Oakes opposes the fish tax.", ("said", "Tom Oakes opposes the fish tax", "Lena Moss")
    )
    assert lines == ["Tom Oakes opposes fish tax"]
    assert relations[0].claim == 0


SCOPED = [
    ("Tom Oakes wants to ban all smugglers.", "ban all smugglers targets smugglers"),
    ("Tom Oakes called for a ban on trawlers in Ferrow.", "ban on trawlers appliesIn Ferrow"),
    ("Tom Oakes supports sanctions on Ferrow.", "sanctions on Ferrow targets Ferrow"),
    ("Tom Oakes opposes Ferrow's fish tax.", "fish tax appliesIn Ferrow"),
    ("Tom Oakes proposed free tuition for nurses.", "free tuition for nurses targets nurses"),
]


@pytest.mark.parametrize(("text", "expected"), SCOPED)
def test_a_policy_has_targets_and_places(text: str, expected: str) -> None:
    """Whom it is aimed at and where it holds are relations of the policy, with evidence."""
    assert expected in read(text)[0]


def test_a_group_that_takes_a_side_is_an_unnamed_referent_with_a_mention() -> None:
    """Groups are added behind what was there, once, with the words that describe them."""
    text = "Most shopkeepers oppose the fish tax. Most shopkeepers reject a port levy."
    document = lay_out(text)
    referents, mentions = find(document, (), (), ())
    relations, referents, mentions = stances(document, (), referents, mentions, ())
    assert referents[-1] == Referent("organisation", "Most shopkeepers", named=False, group=True)
    assert [mention.span.start for mention in mentions if mention.referent == len(referents) - 1] == [0, 38]
    assert {relation.subject for relation in relations} == {len(referents) - 1}


def test_one_stance_is_one_relation_with_its_first_words() -> None:
    """Who says it twice stands there once."""
    _, relations = read("Lena Moss opposes the fish tax. Lena Moss rejected the fish tax.")
    assert [relation.span.start for relation in relations] == [10]


def test_relations_that_came_in_stay_and_all_are_sorted() -> None:
    """The step appends to what other steps found."""
    text = "Lena Moss opposes the fish tax."
    document = lay_out(text)
    people = (Referent("person", "Lena Moss"),)
    referents, mentions = find(document, (), people, (Mention(Span(0, 9), 0),))
    role = Relation(0, "holdsRole", None, Span(0, 9), "mayor")
    relations, _, _ = stances(document, (), referents, mentions, (role,))
    assert [relation.predicate for relation in relations] == ["holdsRole", "opposes"]


UNITS = ["Lena Moss and ", "Moss opposes the fish tax and ", "she, who wants to ban nets, ", "the plan that her party "]
