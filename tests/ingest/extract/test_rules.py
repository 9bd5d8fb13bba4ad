"""The rules find who says what; each case is a paragraph, and speaker, cue and content of what is found in it."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.extract.patterns import RULES
from ingest.extract.rules import Rules

Case = tuple[str, list[tuple[str | None, str | None, str]]]

QUOTATIONS: list[Case] = [
    ("“It will close,” Ana Lima said.", [("Ana Lima", "said", "“It will close,”")]),
    ("“It will close,” said Ana Lima, a lawyer at the court.", [
        ("Ana Lima, a lawyer at the court", "said", "“It will close,”")]),
    ('"It will close," she told reporters on Monday.', [("she", "told", '"It will close,"')]),
    ("''It will close,'' the mayor said.", [("the mayor", "said", "''It will close,''")]),
    ("“It will close,” she said, “and it will not open.”", [
        ("she", "said", "“It will close,” … “and it will not open.”")]),
    ("“It will close,” she said. “It will not open.”", [("she", "said", "“It will close,” … “It will not open.”")]),
    ("“Will it close?” Ana Lima asked.", [("Ana Lima", "asked", "“Will it close?”")]),
    ("Ana Lima said: “It will close.”", [("Ana Lima", "said", "“It will close.”")]),
    ("The plan is “a great danger to all,” Lima said.", [("Lima", "said", "The plan is “a great danger to all,”")]),
    ("“It will close in May”he states.", [("he", "states", "“It will close in May”")]),
    ("“It will close in May” — Ana Lima, Porto", [("Ana Lima, Porto", "—", "“It will close in May”")]),
    ("According to the mayor, it is late. “It will close in May”, explains.", [
        ("the mayor", "According to", "it is late"), ("the mayor", "explains", "“It will close in May”")]),
]  # fmt: skip
CLAUSES: list[Case] = [
    ("Ana Lima said that the bridge would close.", [("Ana Lima", "said", "the bridge would close")]),
    ("Ana Lima says the bridge is old.", [("Ana Lima", "says", "the bridge is old")]),
    ("Lima, who won the vote, said it would close.", [("Lima", "said", "it would close")]),
    ("Lima, the mayor of Porto, said it would close.", [("Lima, the mayor of Porto", "said", "it would close")]),
    ("The bridge will close, the mayor said.", [("the mayor", "said", "The bridge will close")]),
    ("The bridge, she said, will close in May.", [("she", "said", "The bridge … will close in May")]),
    ("She asked whether the bridge would close.", [("She", "asked", "whether the bridge would close")]),
    ("The mayor told the town paper on Monday that it would close.", [("The mayor", "told", "it would close")]),
    ("In a letter the mayor wrote that it would close.", [("the mayor", "wrote", "it would close")]),
    ("Lima said it was late, adding that it would close.", [
        ("Lima", "said", "it was late"), ("Lima", "adding", "it would close")]),
    ("The mayor smiled and said it would close.", [("The mayor", "said", "it would close")]),
    ("Lima considers it likely that the bridge will close.", [("Lima", "considers", "the bridge will close")]),
    ("Lima said the report found that the bridge was old.", [
        ("Lima", "said", "the report found that the bridge was old"), ("the report", "found", "the bridge was old")]),
    ("The poll revealed that two of three adults (63%) indicate that it is late.", [
        ("The poll", "revealed", "two of three adults (63%) indicate that it is late"),
        ("two of three adults (63%)", "indicate", "it is late")]),
    ("Pia Limaresearcher at the institute, says that it will close.", [
        ("Pia Limaresearcher at the institute", "says", "it will close")]),
]  # fmt: skip
OTHERS: list[Case] = [
    ("According to Ana Lima, the bridge will close.", [("Ana Lima", "According to", "the bridge will close")]),
    ("The bridge will close, according to a report by the town.", [
        ("a report by the town", "according to", "The bridge will close")]),
    ("In her view, the bridge is too old.", [("her", "In her view", "the bridge is too old")]),
    ("Ana Lima said it was late. For Lima, the bridge is too old.", [
        ("Ana Lima", "said", "it was late"), ("Lima", "For", "the bridge is too old")]),
    ("Lima vowed to close the bridge.", [("Lima", "vowed", "to close the bridge")]),
    ("Lima called the plan a mistake.", [("Lima", "called", "the plan a mistake")]),
    ("Lima is expected to close the bridge.", [(None, "is expected", "Lima is expected to close the bridge")]),
    ("Lima promised a new bridge, with a wider deck and lights.", [
        ("Lima", "promised", "a new bridge, with a wider deck and lights")]),
    ("Lima sees it likely that the bridge will close.", [("Lima", "sees", "the bridge will close")]),
    ("Lima perceives a shift towards wider bridges.", [("Lima", "perceives", "a shift towards wider bridges")]),
    ("Lima considers the bridge key to the town.", [("Lima", "considers", "the bridge key to the town")]),
    ("As the mayor has conceded, the bridge is too old.", [
        ("the mayor", "has conceded", "the bridge is too old")]),
    ("Lima warned, however, that the bridge was old.", [("Lima", "warned", "the bridge was old")]),
    ("One reason observers believe the bridge may close, is that it is old.", [
        ("One reason observers", "believe", "the bridge may close")]),
    ("Lima, whose party opposed the bridge, said it would close.", [
        ("party", "opposed", "the bridge"), ("Lima", "said", "it would close")]),
    ("The bridge is old, according to a count of 1,204 cars made in May.", [
        ("a count of 1,204 cars made in May", "according to", "The bridge is old")]),
    ("A senior official who asked not to be named said the bridge would close.", [
        ("A senior official who asked not to be named", "said", "the bridge would close")]),
    ("Lima did not pay a builder who said it was late, saying it was old.", [
        ("who", "said", "it was late"), ("Lima", "saying", "it was old")]),
    ("Officials who spoke on condition of secrecy said the bridge would close.", [
        ("Officials who spoke on condition of secrecy", "said", "the bridge would close")]),
    ("It is estimated that 300 bridges are old.", [(None, "is estimated", "300 bridges are old")]),
    ("Lima’s family has called on the town to close it.", [
        ("Lima’s family", "has called on", "the town to close it")]),
    ("Officers say Lima ran and refused to answer.", [("Officers", "say", "Lima ran and refused to answer")]),
    ("Lima vowed not to close the bridge.", [("Lima", "vowed", "not to close the bridge")]),
    ("Lima vowed to close the bridge and signed a letter.", [("Lima", "vowed", "to close the bridge")]),
    ("Lima opposes the bridge but supports the ferry.", [("Lima", "opposes", "the bridge")]),
    ("Lima called the bridge “a gift to the old port” and urged the town to close it.", [
        ("Lima", "called", "the bridge “a gift to the old port”"), ("Lima", "urged", "the town to close it")]),
    ("What Lima called “waste” led the town to close it.", [("Lima", "called", "waste")]),
    ("What Lima called a “sad waste” of money led to it.", [("Lima", "called", "a “sad waste")]),
    ("“It will have to close,” Lima said on Friday as he entered the hall.", [
        ("Lima", "said", "“It will have to close,”")]),
    ("The bridge will close, Lima said when he entered the hall.", [("Lima", "said", "The bridge will close")]),
    ("When Lima noted that it was late — as it was — Costa boasted, “That makes me smart.”", [
        ("Lima", "noted", "it was late — as it was"), ("Costa", "boasted", "“That makes me smart.”")]),
    ("Lima declined to comment.", [("Lima", "declined", "to comment")]),
]  # fmt: skip
NOTHING = [
    "The bridge was closed on Monday after the storm.",
    "For example, the bridge is too old.",
    "The group made plans to close the bridge.",
    "The mayor did not say that it would close.",
    "He is the author of “The Long Bridge of Porto” and of other books.",
    "The claims of the town and the reports of its board were read in May.",
    "Everything Lima says is a lie.",
    "Nobody said that the bridge would close.",
    "No engineer has proposed more than two bridges.",
    "Not every town has agreed: in May it closed.",
    "The council called a meeting on Monday.",
    "They walked along a stream called Long Water.",
    "The letter written in May was long.",
    "A club called Long Water belongs on the list of clubs.",
    "Few engineers believe that it will close.",
    "Hardly any engineers believe that it will close.",
    "No one believes that it will close.",
    "A reader would now ask: “Why will the old bridge close?”",
    "That was what Lima said when she left the town in May.",
    "The driver refused to stop the car.",
    "A nurse on the ward, who asked not to be named, left the town.",
    "The bridge is too heavy according to the load index scale.",
]


def found_in(text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, cue and content of what the rules find, in words."""
    return [
        (
            found.source.of(text) if found.source else None,
            found.cue.of(text) if found.cue else None,
            " … ".join(part.of(text) for part in found.content),
        )
        for found in Rules().read(lay_out(text)).attributions
    ]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS + CLAUSES + OTHERS)
def test_a_report_is_found_with_its_speaker_and_its_cue(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    """Who, with which word, says what."""
    heading = "A day in town is over.\n\n"
    assert found_in(heading + text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_reports_nothing_is_left_alone(text: str) -> None:
    """A word that looks like a cue is none where it is a noun, a title, or denied."""
    assert found_in("A day in town is over.\n\n" + text) == []


HEADLINES: list[Case] = [
    ("Lima: Taxes will rise next year", [("Lima", ":", "Taxes will rise next year")]),
    ("Taxes will rise next year: Ana Lima", [("Ana Lima", ":", "Taxes will rise next year")]),
    ("New poll: Most voters want lower taxes", [("New poll", ":", "Most voters want lower taxes")]),
    ("ANALYSIS: Taxes will rise next year", []),
    ("Taxes will rise next year: analysis", [("analysis", ":", "Taxes will rise next year")]),
    ("A Plan to Build More Bridges in the Town", []),
    ("Lima Says Taxes Will Rise", [("Lima", "Says", "Taxes Will Rise")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_names_its_speaker(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    """Before or behind a colon, or as the subject of a capitalised verb."""
    assert found_in(text + "\n\nThe rest is prose about the town.") == expected


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    """Its paragraphs are the parts of its content."""
    text = "Day.\n\n“It began in May,” Lima said. “We saw it.\n\n“Then it ended.”"
    assert found_in(text) == [("Lima", "said", "“It began in May,” … “We saw it. … “Then it ended.”")]


def test_a_quotation_may_be_announced_in_the_paragraph_before() -> None:
    """A colon at the end of a paragraph belongs to the quotation below it."""
    text = "Day.\n\nThe mayor went on about the bridge and added:\n\n“It will close in May.”"
    assert found_in(text) == [("The mayor", "added", "“It will close in May.”")]


def test_spans_lead_back_through_the_repaired_view() -> None:
    """What the view mends is found, and shown as the text has it."""
    text = "Day.\n\n“It will close\u00a0in May,”the may\u00ador said."
    assert found_in(text) == [("the may\u00ador", "said", "“It will close\u00a0in May,”")]


def test_every_rule_is_documented() -> None:
    """A rule's docstring is its user documentation, and its name is its own."""
    assert all(rule.find.__doc__ for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
