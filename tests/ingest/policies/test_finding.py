"""Policies: what is proposed, promised or disputed, named by the text's own words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.policies.candidates import candidates
from ingest.policies.finding import find
from ingest.tagger.hints import Hints
from kg.model import Claim, Mention, Referent, Span


def names(text: str, claims: tuple[Claim, ...] = ()) -> list[str]:
    """The names of the policies that a text is about."""
    referents, _ = find(lay_out(text), claims, (), ())
    return [referent.name for referent in referents if referent.type == "policy"]


NAMED = [
    ("Moss announced a 60-day state of emergency.", ["60-day state of emergency"]),
    ("Moss called for an independent office for prosecutions.", ["independent office for prosecutions"]),
    ("Moss promised to hire 2,000 teachers.", ["hire 2,000 teachers"]),
    ("Moss opposes closing the port.", ["closing the port"]),
    ("The governor pledged to ban assault weapons.", ["ban assault weapons"]),
    ("She vowed to raise the minimum wage to 20 dollars.", ["raise the minimum wage"]),
    ("He wants to cap rents in 2026.", ["cap rents"]),
    ("Her plan to deploy soldiers drew criticism.", ["deploy soldiers"]),
    ("A bill that would outlaw trawling passed.", ["outlaw trawling"]),
    ("He promised a rapid expulsion of smugglers who were convicted.", ["rapid expulsion of smugglers"]),
    ("The senator's promise of free school meals was popular.", ["free school meals"]),
    ("The mayor called for a moratorium on new casinos.", ["moratorium on new casinos"]),
    ("The union called for abolishing night shifts.", ["abolishing night shifts"]),
    ("The party proposed simplifying building permits.", ["simplifying building permits"]),
    ("The minister opposes a wealth tax.", ["wealth tax"]),
    ("The proposed sugar tax is disputed.", ["sugar tax"]),
    ("She would abolish tuition fees.", ["abolish tuition fees"]),
    ("His programme includes tougher border controls.", ["tougher border controls"]),
    (
        "He promised explicit support to the navy, with a larger budget, drones, radar and new ships.",
        ["explicit support to the navy", "larger budget", "drones", "radar", "new ships"],
    ),
    ("She advocates a policy of subsidies for small farms.", ["subsidies for small farms"]),
    ("He wants to cut taxes. Later he said that he would cut taxes twice.", ["cut taxes"]),
    ("They rejected a proposal to close the night schools.", ["close the night schools"]),
    ("The senate passed a law banning plastic nets.", ["banning plastic nets"]),
    ("Voters back a plan by Lena Moss to freeze ferry fares.", ["freeze ferry fares"]),
    ("The court struck down the county's practice of removing boats from the quay.", ["removing boats from the quay"]),
    ("She promised to end the fishing ban and cut harbour fees.", ["fishing ban", "cut harbour fees"]),
    (
        "He proposed use of the navy in the protection of offshore wind farms.",
        ["use of the navy in the protection of offshore wind farms"],
    ),
    ("The union urged the council to halt the port merger.", ["port merger"]),
    ("He called for higher wages and an end to the lockdown.", ["higher wages", "lockdown"]),
    ("Moss opposes the Clean Harbours Act.", ["Clean Harbours Act"]),
    (
        "Her programme includes reforms to widen cycle lanes, as well as free tuition for nurses.",
        ["widen cycle lanes", "free tuition for nurses"],
    ),
    ("Moss adopted a hard stance on smuggling.", ["hard stance on smuggling"]),
    ("The report praised ‘Boats First’ policy.", ["Boats First"]),
    ("The minister opposes austerity.", ["austerity"]),
    ("She wants to introduce a port levy.", ["port levy"]),
    ("She wants to end a long naval blockade.", ["end a long naval blockade"]),
    (
        "The plan proposes a port levy from June to March, free bus travel for pupils and a ban on gill nets.",
        ["port levy", "free bus travel for pupils", "ban on gill nets"],
    ),
    ("He supports a port levy in principle.", ["port levy"]),
    ("A wider port levy could hurt the islands.", ["wider port levy"]),
    ("He wants to bar trawlers from entering the old harbour.", ["bar trawlers from entering the old harbour"]),
    ("She vowed to build on Mr. Oakes's harbour reform.", ["build on Mr. Oakes's harbour reform"]),
    ("He opposes a port levy paid by sailors.", ["port levy"]),
    ("He vowed to deport every smuggler.", ["deport every smuggler"]),
    ("He promised to defend the border and ending the fish tax.", ["defend the border", "fish tax"]),
    ("He warned that a port levy lacks support.", ["port levy"]),
]

UNNAMED = [
    "Moss called for the office on Monday.",
    "Moss promised to cut 3 percent.",
    "He promised something better.",
    "She wants to ban it.",
    "He supports Anna Keller.",
    "They called for calm.",
    "They called for his resignation.",
    "She promised to be there.",
    "He plans to visit Lima.",
    "They want to win.",
    "The coach supports the goalkeeper.",
    "He rejected that argument in court.",
    "She plans to make it.",
    "He wants to bring his family.",
    "She asked the crowd to raise their hands.",
    "There is other promising news for the town.",
    "The party pledged their support to Moss.",
    "He opposes other candidates.",
    "She wants to raise money.",
    "They want to expand elsewhere.",
    "The delay would leave the committee in doubt.",
    "He condemned the attack on the ferry.",
    "She supports the president.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_policy_is_named_by_a_short_phrase_of_the_text(text: str, expected: list[str]) -> None:
    """The name leaves out the speaker, the cue and what trails behind."""
    assert names(text) == expected


@pytest.mark.parametrize("text", UNNAMED)
def test_what_names_no_measure_is_no_policy(text: str) -> None:
    """Pronouns, people, open words and plain plans give no policy."""
    assert names(text) == []


def test_a_claim_that_proposes_names_its_policy() -> None:
    """What somebody proposes or promises names a policy."""
    text = "“We will nationalise the railways,” Dana Reyes said."
    claim = Claim((Span(0, text.index(" Dana")),), "direct", type="promise")
    assert names(text, (claim,)) == ["nationalise the railways"]


def test_later_words_are_mentions_of_the_same_policy() -> None:
    """The words that head a policy's name refer to it again, in the singular as in the plural."""
    text = "She promised a rapid expulsion of smugglers. Critics say that rapid expulsions are costly."
    referents, mentions = find(lay_out(text), (), (), ())
    assert [mention.span.of(text) for mention in mentions] == ["rapid expulsion of smugglers", "rapid expulsions"]
    assert referents == (Referent("policy", "rapid expulsion of smugglers", ("rapid expulsions",)),)


def test_what_was_found_before_keeps_its_place_and_is_not_doubled() -> None:
    """Existing indices stay valid, and a poll that has a name is no policy."""
    text = "She supports the Tidewater Survey. He pledged to ban whaling."
    start = text.index("Tidewater")
    referents = (Referent("document", "Tidewater Survey"),)
    mentions = (Mention(Span(start, start + len("Tidewater Survey")), 0),)
    all_referents, all_mentions = find(lay_out(text), (), referents, mentions)
    assert all_referents == (*referents, Referent("policy", "ban whaling"))
    assert all_mentions[0] == mentions[0]
    assert [mention.referent for mention in all_mentions] == [0, 1]


def test_what_is_done_with_somebody_by_name_is_no_policy() -> None:
    """To abandon a candidate is no course of action of a government."""
    text = "The paper called on voters to abandon Moss."
    referents, _ = find(lay_out(text), (), (Referent("person", "Moss"),), (Mention(Span(38, 42), 0),))
    assert len(referents) == 1


def test_a_law_that_somebody_takes_sides_on_is_a_policy_too() -> None:
    """A law is a document that may be cited, and a policy with the same mentions once it is disputed."""
    text = "The Clean Harbours Act is old. Moss opposes the Clean Harbours Act."
    spans = [Span(start, start + 18) for start in (4, 48)]
    referents = (Referent("document", "Clean Harbours Act"),)
    mentions = tuple(Mention(span, 0) for span in spans)
    all_referents, all_mentions = find(lay_out(text), (), referents, mentions)
    assert all_referents == (*referents, Referent("policy", "Clean Harbours Act"))
    assert [mention.span for mention in all_mentions if mention.referent == 1] == spans


JOINED = [
    ("He promised to expel foreigners. The rapid expulsions will cost much.", ["expel foreigners", "rapid expulsions"]),
    ("She proposed a congestion charge. Critics hate the charge.", ["congestion charge", "charge"]),
    ("She proposed a ban on gill nets. Experts doubt this proposal.", ["ban on gill nets", "proposal"]),
    ("He vowed to cut harbour fees. Harbour fee cuts came later.", ["cut harbour fees", "Harbour fee cuts"]),
    ("He vowed to cut harbour fees. Parking fee cuts came later.", ["cut harbour fees"]),
    (
        "She backs the fish tax. He wants to lift the ban on nets. She likes these.",
        ["fish tax", "ban on nets"],
    ),
    ("She supports sanctions on Ferrow. He wants to lift the sanctions.", ["sanctions on Ferrow", "sanctions"]),
    ("She wants to ban trawlers and tax boats. This plan failed.", ["ban trawlers", "tax boats"]),
    ("He promised a port levy. The levy on yachts is another.", ["port levy"]),
    ("She proposed a port levy. Moss opposes it.", ["port levy", "it"]),
    ("She proposed a port levy. Moss likes it.", ["port levy"]),
    ("She wants to halt any long naval strike. Moss opposes it.", ["long naval strike", "it"]),
    ("Voters oppose the sardine bill to ban trawlers.", ["sardine bill", "ban trawlers"]),
    (
        "She proposes a fleet bill. He wants to ban trawlers. They ate bread. It rained. Lima vetoed the bill.",
        ["fleet bill", "ban trawlers", "bill"],
    ),
    (
        "She proposes a fleet bill. He proposes a port bill. They ate bread. It rained. Lima vetoed the bill.",
        ["fleet bill", "port bill"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_another_way_to_say_it_joins_the_policy(text: str, expected: list[str]) -> None:
    """The same thing done in other words, and bare words where one policy alone can be meant, are mentions."""
    _, mentions = find(lay_out(text), (), (), ())
    assert [mention.span.of(text) for mention in mentions] == expected


ONE = [
    ("He wants to deport foreigners. She opposes the deportation of foreigners.", 1),
    ("She promised a larger fleet budget. He called for increasing the fleet budget.", 1),
    ("She proposed tax cuts for miners. He proposed tax cuts for nurses.", 2),
    ("He wants to ban trawlers. She wants to ban skateboards.", 2),
    ("He wants to bar trawlers from entering the port. She opposes a ban on trawlers.", 1),
    ("He wants to bar trawlers from entering the port. She wants to ban trawlers from coming into the port.", 1),
    ("He wants to build a wall. She opposes the harbour wall.", 1),
    ("Voters oppose the sardine bill to ban trawlers.", 1),
    ("Voters oppose the sardine bill and a plan to ban trawlers.", 2),
]


@pytest.mark.parametrize(("text", "count"), ONE)
def test_two_names_of_one_policy_are_one_node(text: str, count: int) -> None:
    """Verb and noun, and words of degree, do not make two of one; another object does."""
    assert len(names(text)) == count


WEIGHED = [
    ("Critics say the port levy bill must go.", "port levy bill"),
    ("Lena Moss spoke on Monday about the weather.", None),
]


@pytest.mark.parametrize(("text", "expected"), WEIGHED)
def test_what_no_rule_cuts_out_is_weighed(text: str, expected: str | None) -> None:
    """A phrase that no rule knows is a policy where the words around it make that likely."""
    assert names(text) == ([expected] if expected else [])


PIECES = [
    "She",
    "promised",
    "to",
    "ban",
    "a",
    "new",
    "tax",
    "on",
    "boats",
    ",",
    "and",
    "of",
    "the",
    ".",
    "plan",
    "it",
    "\n",
]


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    )
)
def test_every_mention_is_a_short_piece_of_the_text(words: list[str]) -> None:
    """Whatever the text, names are cut from it, short, and the same each time."""
    text = " ".join(words)
    document = lay_out(text)
    referents, mentions = find(document, (), (), ())
    assert (referents, mentions) == find(document, (), (), ())
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert len(mention.span.of(text)) <= 80
        assert mention.span.of(text).strip() == mention.span.of(text)
    for one, other in pairwise(mentions):
        assert not one.span.overlaps(other.span)


def test_what_an_encoder_sees_in_a_phrase_tells_a_policy_that_words_do_not() -> None:
    """A phrase becomes a policy by its hint, and no policy by that of another."""
    text = "On Sunday the walkers talked about crossings of gravel near the old mill."
    start = text.index("crossings")
    places = {"seen": (start, start + len("crossings of gravel")), "elsewhere": (0, len("On Sunday"))}
    found = {}
    for case, (begin, end) in places.items():
        hints = Hints((begin,), (end,), np.array([[9, 0, 0, 0]], dtype=np.float32))
        referents, _ = find(lay_out(text), (), (), (), hints)
        found[case] = [referent.name for referent in referents if referent.type == "policy"]
    assert found == {"seen": ["crossings of gravel"], "elsewhere": []}


def test_what_a_policy_is_for_is_no_policy_beside_it() -> None:
    """Words behind "to" say what it is for, whatever an encoder sees in them; what "and" adds stands."""
    found = {}
    for joint in ("to", "and to"):
        text = f"On Sunday they talked about crossings of gravel {joint} polish the old mill."
        starts = (text.index("crossings"), text.index("polish"))
        ends = (starts[0] + len("crossings"), starts[1] + len("polish"))
        hints = Hints(starts, ends, np.array([[9, 0, 0, 0]] * 2, dtype=np.float32))
        referents, _ = find(lay_out(text), (), (), (), hints)
        found[joint] = [referent.name for referent in referents if referent.type == "policy"]
    assert found["to"] == ["crossings of gravel"]
    assert found["and to"] == ["crossings of gravel", "polish the old mill"]


def test_support_for_a_policy_is_no_policy_beside_it() -> None:
    """Whatever an encoder sees in the words."""
    text = "On Sunday they talked about growing support for crossings of gravel."
    start, begin = text.index("growing"), text.index("crossings")
    hints = Hints((start, begin), (start + 7, begin + 9), np.array([[9, 0, 0, 0]] * 2, dtype=np.float32))
    referents, _ = find(lay_out(text), (), (), (), hints)
    assert [referent.name for referent in referents if referent.type == "policy"] == ["crossings of gravel"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They burn the oil that funds the smuggling of arms.", "funds"),
        ("A port rule prohibits the funding of landings.", "prohibits"),
    ],
)
def test_a_verb_is_no_part_of_a_noun_phrase(text: str, phrase: str) -> None:
    """Behind "that" it begins none, and what stands before it ends there."""
    found = [one.span.of(text) for one in candidates(lay_out(text))]
    assert found
    assert not [words for words in found if phrase in words.split()]
