"""Whom a claim's words name as its speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.entities.finding import find as find_entities
from ingest.speakers.resolving import resolve
from kg.model import Article, Claim, Mention, Mode, Referent, Span

Resolved = tuple[tuple[Claim, ...], tuple[Referent, ...], tuple[Mention, ...]]


def read(marked: str, mode: Mode = "indirect") -> tuple[str, Resolved]:
    """The text without its marks, and what its claims resolve to.

    ``[speaker]``, ``<cue>`` and ``{words said}`` mark a claim; its pieces stand in one sentence, one claim in each.
    """
    text = ""
    marks: list[tuple[str, int]] = []
    spans: list[tuple[str, Span]] = []
    for char in marked:
        if char in "[<{":
            marks.append((char, len(text)))
        elif char in "]>}":
            opened, start = marks.pop()
            spans.append((opened, Span(start, len(text))))
        else:
            text += char
    claims: list[Claim] = []
    document = lay_out(text)
    for sentence in document.sentences:
        parts = {kind: span for kind, span in spans if sentence.span.contains(span)}
        if "{" in parts:
            claims.append(Claim((parts["{"],), mode, parts.get("["), parts.get("<"), reason="test"))
    return text, resolve(document, tuple(claims), *find_entities(document, Article("a.txt", text)))


def speakers(marked: str, mode: Mode = "indirect") -> list[str | None]:
    """The names of the claims' speakers, in text order."""
    _, (claims, referents, _) = read(marked, mode)
    return [None if claim.speaker is None else referents[claim.speaker].name for claim in claims]


CASES: list[tuple[str, list[str | None]]] = [
    ("[Senator Mara Ellison of Peru and former Mayor Peter Lunn] <said> {it rained}.", ["Mara Ellison and Peter Lunn"]),
    ("[Mara Ellison and Peter Lunn, among others] <said> {it rained}.", ["Mara Ellison and Peter Lunn"]),
    ("[World Bank and former television anchor Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[US President Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[The the memo] <said> {it rained}. [The memo] <said> {it snowed}.", ["memo", "memo"]),
    ("[A source familiar with the plan] <said> {it rained}.", ["source"]),
    ("[Varrick Chief of Staff Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[Harbour secretary of state Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[Former poet and New York City Mayor Mara Ellison, who left,] <said> {it rained}.", ["Mara Ellison"]),
    ("[Dock mogul and reality television star Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[Former Secretary of State and Harbour candidate Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[The three pilots - Mara Ellison, Tor Quill and Peter Lunn] <said> {it rained}.", ["three pilots"]),
    ("[One of the pilots, Mara Ellison,] <said> {it rained}.", ["Mara Ellison"]),
    ("[One Dayton, Ohio, pastor] <said> {it rained}.", ["One Dayton, Ohio, pastor"]),
    ("[A friend of Mayor Mara Ellison] <said> {it rained}.", ["friend of Mayor Mara Ellison"]),
    ("[Liberal and conservative economists] <said> {it rained}.", ["Liberal and conservative economists"]),
    ("[Right-wing pilots and farmers] <said> {it rained}.", ["Right-wing pilots"]),
    ("[Three current and former dock employees] <said> {it rained}.", ["Three current and former dock employees"]),
    ("[The New Hampshire Union Leader] <wrote> {it rained}.", ["New Hampshire Union Leader"]),
    ("Peter Lunn came on Monday. {Tor Quill is a liar}, [he] <said>.", ["Peter Lunn"]),
    ("{Tor Quill is a liar}, [he] <said>.", [None]),
    ("The council's pilots are sure. {Voters will come}, [they] <argued>.", ["council's pilots"]),
    ("The Dock Board met. {The port is doomed}, [it] <said>.", ["Dock Board"]),
    ("[A redacted copy of the memo] <said> {it rained}.", ["memo"]),
    ("[No farmers] <said> {it rained}.", [None]),
    ("[The number] <showed> {it rained}.", [None]),
    ("[We] <said> {it rained}.", ["we"]),
    ("[Nearly a third] <said> {it rained}.", ["Nearly a third"]),
    ("[Those surveyed] <said> {it rained}.", ["Those surveyed"]),
    ("Mr. Lunn came. [Mr]. Lunn <said> {it rained}.", ["Lunn"]),
    (
        "[Peru’s harbour ministry] <said> {it rained}. [The ministry] <said> {it snowed}.",
        ["Peru’s harbour ministry"] * 2,
    ),
    ("[Mara Ellison] <said> {it would rain}.", ["Mara Ellison"]),
    ("[Harbour Institute director Mara Ellison] <said> {it would rain}.", ["Mara Ellison"]),
    ("[Mara Ellison, a friend of Peter Lunn] <said> {it would rain}.", ["Mara Ellison"]),
    ("Mara Ellison spoke. [A spokesman for Mara Ellison] <said> {it would rain}.", ["spokesman for Mara Ellison"]),
    ("Mara Ellison spoke. [Ellison’s lawyer] <said> {it would rain}.", ["Ellison’s lawyer"]),
    ("Mara Ellison spoke. [Ellison's family] <said> {it would rain}.", ["Ellison's family"]),
    ("Mara Ellison spoke. [Mara Ellison’s campaign] <said> {it would rain}.", ["Mara Ellison’s campaign"]),
    ("Mara Ellison spoke. [Ellison’s widow] <said> {it would rain}.", ["Ellison’s widow"]),
    ("[The bank’s director, Mara Ellison] <said> {it would rain}.", ["Mara Ellison"]),
    ("[The minister of works, Mr. Lunn] <said> {it would rain}.", ["Lunn"]),
    ("[Mara Ellison] <said> {it rained}. [She] <said> {it snowed}.", ["Mara Ellison", "Mara Ellison"]),
    (
        "[Mara Ellison] <said> {it rained}. [Peter Lunn] <said> {it snowed}. [She] <added> {it hailed}.",
        ["Mara Ellison", "Peter Lunn", "Mara Ellison"],
    ),
    ("They met Pia Stokes, a researcher. [The expert] <said> {it rained}.", ["Pia Stokes"]),
    ("They met Ana Lima and deputy Peter Lunn. [The lawmaker] <said> {it rained}.", ["Peter Lunn"]),
    ("They met Sen. Peter Lunn and Mara Ellison. [The senator] <said> {it rained}.", ["Peter Lunn"]),
    ("An Ipsos poll came out. {The lead is small}, <according to> [the poll].", ["Ipsos poll"]),
    ("[The Harbour Company] <said> {it rained}. [The company] <said> {it snowed}.", ["Harbour Company"] * 2),
    ("[A senior official] <said> {it rained}.", ["senior official"]),
    ("[A source] <said> {it rained}. [The source] <added> {it snowed}.", ["source", "source"]),
    ("[Observers] <say> {it rained}.", ["Observers"]),
    ("[One reason observers] <say> {it rained}.", ["observers"]),
    ("[citing the case] <says> {it rained}.", [None]),
    ("[They] <agreed> {it rained}.", [None]),
    ("[The Lima campaign] <said> {it rained}.", ["Lima campaign"]),
    ("[A senior official who asked not to be named] <said> {it rained}.", ["senior official"]),
    ("[47 percent of adults in the city] <said> {it rained}.", ["adults in the city"]),
    ("[Three in four households] <told> {it rained}.", ["households"]),
    ("[The right] <hoped> {it rained}.", ["The right"]),
    ("[A memo seen by the Ledger] <says> {it rained}.", ["memo"]),
    ("[A public meeting] <showed> {it rained}.", [None]),
    ("Most candidates met in May. [They] <agreed> {it rained}.", ["Most candidates"]),
    ("As Republicans met in May, [they] <agreed> {it rained}.", ["Republicans"]),
    ("In May, Peruvian officials met there. It rained, [they] <said>, {for days}.", ["Peruvian officials"]),
    ("The tenants’ association met in May. [It] <said> {it rained}.", ["tenants’ association"]),
    ("Peter Lunn, the Harbour Alliance leader, [who] <opposes> {rain}, left.", ["Peter Lunn"]),
    ("They wished to calm nervous voters on the coast [who] <said> {it rained}.", ["voters on the coast"]),
    ("They met a neighbour [who] <said> {it rained}.", ["neighbour"]),
    ("Its author, the transport economist Mara Ellison, wrote. [The economist] <said> {it rained}.", ["Mara Ellison"]),
    ("[Its author, the transport economist Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[Breathe Harbour, a parents’ group] <said> {it rained}.", ["Breathe Harbour"]),
    ("World Bank president Mara Ellison came. [The World Bank president] <said> {it rained}.", ["Mara Ellison"]),
    ("Peter Lunn, the mayor, met Mara Ellison, a mayor. [The old mayor] <said> {it rained}.", ["Mara Ellison"]),
    ("It cost [Mara Ellison’s] <hope> {that it would rain}.", ["Mara Ellison"]),
    ("[The Harbour Board this] week <said> {it rained}.", ["Harbour Board"]),
    ("[Housing rights advocates] <said> {it rained}.", ["Housing rights advocates"]),
    ("[quoting the advocates] <said> {it rained}.", [None]),
    ("[Another 19 percent] <said> {it rained}.", ["Another 19 percent"]),
    ("[Twenty-two towns] <said> {it rained}.", ["Twenty-two towns"]),
    ("Housing advocates met in May. [They] <agreed> {it rained}.", ["Housing advocates"]),
    ("[A new poll] <shows> {it rained}. It is an Ipsos poll.", ["Ipsos poll"]),
    ("[A London poll] <shows> {it rained}. An Ipsos poll does not.", ["London poll"]),
    ("It is in a recent Ipsos survey. [The study] <shows> {it rained}.", ["Ipsos survey"]),
    ("It rained in Portugal, where [the country] <said> {it rained}.", ["Portugal"]),
    ("Mara Ellison met Peter Lunn. [The Porto businessman] <said> {it rained}.", ["Peter Lunn"]),
    ("Mark Reed met Peter Lunn. [The Porto businessman] <said> {it rained}.", ["Porto businessman"]),
    ("[LISBON - European leaders] <said> {it rained}.", ["European leaders"]),
    ("[Mara Ellison and Peter Lunn] <said> {it rained}.", ["Mara Ellison and Peter Lunn"]),
    ("[Twenty-two towns led by Porto] <said> {it rained}.", ["Twenty-two towns"]),
    ("Peter Lunn thanked Mara Ellison when [she] <said> {it rained}.", ["Mara Ellison"]),
    ("Mara Ellison heard Rosa Pinto when [she] <said> {it rained}.", ["Mara Ellison"]),
    ("They called a programme [who] <said> {it rained}.", [None]),
    ("[Quaymart Inc] <said> {it rained}. [The firm] <said> {it snowed}.", ["Quaymart Inc"] * 2),
    ("[The Harbour Board] <said> {it rained}. [The company] <said> {it snowed}.", ["Harbour Board", "company"]),
    ("[Quaymart Inc] <said> {no}. It sued the Harbour Bank. [The firm] <said> {it rained}.", ["Quaymart Inc", "firm"]),
    ("[The operator, the Harbour Bank] <said> {it rained}.", ["Harbour Bank"]),
    ("{It rained}, <said> [its president], Mara Ellison.", ["Mara Ellison"]),
    ("<According to> [the expert], Mara Ellison thinks {it rained}.", ["expert"]),
    ("[Proponents, including Mara Ellison], <said> {it rained}.", ["Proponents"]),
    ("“No,” <said> [Mara Ellison KC]; {it rained}, as Mara Ellison knew.", ["Mara Ellison"]),
    ("Libertarian candidate Mara Ellison came. [The GOP candidate] <said> {it rained}.", ["GOP candidate"]),
    ("Libertarian analyst Mara Ellison came. [The GOP expert] <said> {it rained}.", ["GOP expert"]),
    ("[Fishermen] <dispute> {it rained}.", ["Fishermen"]),
    ("[Federal and local officials] <said> {it rained}.", ["Federal and local officials"]),
    ("[A number of members of Congress] <said> {it rained}.", ["A number of members of Congress"]),
    ("The Harbour Alliance, a parents’ group, met. [The group] <said> {it rained}.", ["Harbour Alliance"]),
    ("Mara Ellison spoke. [Her plan] <calls for> {a tax on rain}.", ["Mara Ellison"]),
    ("Mara Ellison spoke. [Ellison’s plan] <calls for> {a tax on rain}.", ["Mara Ellison"]),
    ("Mara Ellison spoke. [Her letter] <calls for> {a tax on rain}.", ["letter"]),
    ("They wrote to the Tidal Agency, the church says. [The church] <said> {it rained}.", ["church"]),
    ("[The head of the WTA (Tidal Association), Mara Ellison], <said> {it rained}.", ["Mara Ellison"]),
    ("[Peruvian Ambassador to the United States Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("[The head of the World Bank Mara Ellison] <said> {it rained}.", ["Mara Ellison"]),
    ("<According to> [the team’s coach], Mara Ellison, {it rained}.", ["Mara Ellison"]),
    ("[Many of her forebears] <said> {it rained}.", ["Many of her forebears"]),
    ("[Many of you] <said> {it rained}.", ["Many of you"]),
    ("[Many of it] <said> {it rained}.", [None]),
    ("[Some individuals] <said> {it rained}.", ["Some individuals"]),
    ("Mara Hately came. [Mrs. Hately] <said> {it rained}.", ["Mara Hately"]),
    ("[The Harbour Assembly] <said> {it rained}.", ["Harbour Assembly"]),
    ("[Activists here] <said> {it rained}.", ["Activists"]),
    ("[Outside groups] <said> {it rained}.", ["Outside groups"]),
    ("[Groups such as the Dock Board] <said> {it rained}.", ["Groups"]),
    ("[Growing numbers of voters] <said> {it rained}.", ["Growing numbers of voters"]),
    ("[Everyone but the pilots] <said> {it rained}.", ["everyone"]),
    ("[one] former pilot who left <said> {it rained}.", ["one former pilot"]),
    ("[a] harbour <said> {it rained}.", [None]),
    ("Mara Ellison, a painter, is among those [who] <say> {it rained}.", ["Mara Ellison"]),
    ("Mara Ellison was one of those [who] <said> {it rained}.", ["Mara Ellison"]),
    ("Mara Ellison met those [who] <said> {it rained}.", ["those"]),
    ("Former mayor Mara Ellison, now [a fellow of the Tidal Institute], <said> {it rained}.", ["Mara Ellison"]),
    ("According to Mara Ellison, [a spokesman] <said> {it rained}.", ["spokesman"]),
    ("Mark Reed left. [He and Peter Lunn] <said> {it rained}.", ["He and Peter Lunn"]),
]
DIRECT: list[tuple[str, list[str | None]]] = [
    ("[Mara Ellison] <said> {“It rains.”} She left. Most were told [he] <said> {“It hails.”}", ["Mara Ellison", None]),
    ("[Mara Ellison] <said> {“It rains.”} He left. Most were told [she] <said> {“It hails.”}", ["Mara Ellison"] * 2),
]


@pytest.mark.parametrize(("marked", "names"), CASES, ids=[marked for marked, _ in CASES])
def test_speakers_are_resolved(marked: str, names: list[str | None]) -> None:
    """Names, pronouns and descriptions lead to whoever they refer to; where that is open, to nobody."""
    assert speakers(marked) == names


@pytest.mark.parametrize(("marked", "names"), DIRECT, ids=[marked for marked, _ in DIRECT])
def test_nobody_is_carried_forward_against_a_pronoun(marked: str, names: list[str | None]) -> None:
    """Where the pronoun contradicts who spoke last, nobody is named."""
    assert speakers(marked, "direct") == names


def test_mentions_may_come_in_any_order() -> None:
    """What other steps have added behind those in text order changes nothing."""
    text = "The Harbour Board met. Mara Ellison said it rained."
    document = lay_out(text)
    referents, mentions = find_entities(document, Article("a.txt", text))
    claim = Claim((Span(37, 50),), "indirect", Span(23, 35), Span(36, 40))
    there = resolve(document, [claim], referents, mentions)
    assert there == resolve(document, [claim], referents, mentions[::-1])
    assert there[0][0].speaker is not None


UNNAMED = [
    ("[A senior official] <said> {it rained}.", "person"),
    ("[Observers] <say> {it rained}.", "organisation"),
    ("[Most voters] <think> {it rained}.", "organisation"),
    ("{It rained}, <according to> [recent polls].", "document"),
    ("[The government] <said> {it rained}.", "organisation"),
    ("[Two thirds of voters] <said> {it rained}.", "organisation"),
    ("[The plan] <proposes> {a new bridge}.", "document"),
    ("[Q] <:> {Will it rain?}", "person"),
    ("[Mara Ellison’s spokesman] <said> {it rained}.", "person"),
    ("[Mara Ellison's family] <said> {it rained}.", "organisation"),
    ("[Mara Ellison’s office] <said> {it rained}.", "organisation"),
    ("[Mara Ellison’s team] <said> {it rained}.", "organisation"),
    ("[A Tidewater Institute-backed lobby] <said> {it rained}.", "organisation"),
    ("[Ellison-era papers] <show> {it rained}.", "document"),
    ("[Lisbon-based scientists] <said> {it rained}.", "organisation"),
    ("[National polling] <shows> {it rained}.", "document"),
    ("[The results] <show> {it rained}.", "document"),
    ("[The elderly] <say> {it rained}.", "organisation"),
    ("[The 43-year-old] <says> {it rained}.", "person"),
]


@pytest.mark.parametrize(("marked", "kind"), UNNAMED, ids=[marked for marked, _ in UNNAMED])
def test_the_undescribed_are_unnamed_and_typed(marked: str, kind: str) -> None:
    """Who is described and not named becomes an unnamed referent of the right type, with a nominal mention."""
    text, (claims, referents, mentions) = read(marked)
    speaker = claims[0].speaker
    assert speaker is not None
    assert (referents[speaker].type, referents[speaker].named) == (kind, False)
    assert [mention.form for mention in mentions if mention.referent == speaker] == ["nominal"], text


REASONS = [
    ("[Mara Ellison] <said> {it rained}.", "name"),
    ("Mara Ellison came. [Ellison] <said> {it rained}.", "name: a form of Mara Ellison"),
    ("[Mara Ellison] <said> {it rained}. [She] <said> {it snowed}.", "pronoun: spoke last in this paragraph"),
    ("[Mara Ellison] <said> {it rained}.\n\n[She] <said> {it snowed}.", "pronoun: spoke last before"),
    ("Mara Ellison came. [She] <said> {it snowed}.", "pronoun: acted last in this paragraph"),
    ("They met Pia Stokes, a judge. [The judge] <said> {it rained}.", "description: holds that role"),
    ("They met Pia Stokes, a judge. [The magistrate] <said> {it rained}.", "description: holds a role like that"),
    ("[Mara Ellison] <said> {it rained}. [The expert] <said> {it snowed}.", "description: spoke last"),
    ("The Harbour Company met. [The company] <said> {it snowed}.", "description: the last company named"),
    ("[A new poll] <shows> {it rained}. It is an Ipsos poll.", "description: the poll named after it"),
    ("[Observers] <say> {it rained}.", "description: no name in the text"),
    ("[A source] <said> {it rained}. [The source] <added> {it snowed}.", "description: so called before"),
    ("They met Mara Ellison, [who] <said> {it rained}.", "relative pronoun: named right before it"),
    ("They met a neighbour [who] <said> {it rained}.", "relative pronoun: described right before it"),
    ("[They] <agreed> {it rained}.", ""),
]


@pytest.mark.parametrize(("marked", "reason"), REASONS, ids=[marked for marked, _ in REASONS])
def test_every_speaker_carries_how_it_was_told(marked: str, reason: str) -> None:
    """In a few words; none where nobody is told."""
    _, (claims, _, _) = read(marked)
    assert claims[-1].speaker_reason == reason
    assert claims[-1].reason == "test"


GROUPS = [
    ("[Observers] <say> {it rained}.", True),
    ("[Most candidates] <say> {it rained}.", True),
    ("[47 percent of adults] <say> {it rained}.", True),
    ("[The right] <says> {it rained}.", True),
    ("[Portuguese voters] <say> {it rained}.", True),
    ("[Chileans] <say> {it rained}.", True),
    ("[A senior official] <says> {it rained}.", False),
    ("[The government] <says> {it rained}.", False),
    ("{It rained}, <according to> [recent polls].", False),
    ("[The Harbour Board] <says> {it rained}.", False),
]


@pytest.mark.parametrize(("marked", "is_group"), GROUPS, ids=[marked for marked, _ in GROUPS])
def test_several_described_together_are_a_group(marked: str, is_group: bool) -> None:
    """A group is an unnamed organisation; one human being, one body and documents are none."""
    _, (claims, referents, _) = read(marked)
    who = referents[claims[0].speaker or 0]
    assert who.group is is_group
    assert not is_group or (who.type, who.named) == ("organisation", False)


def test_a_group_of_the_same_words_is_one() -> None:
    """Wherever the article speaks of it."""
    _, (claims, _, _) = read("[Observers] <say> {it rained}. [The dockers] <say> {it hailed}. [Observers] <say> {no}.")
    assert claims[0].speaker == claims[2].speaker != claims[1].speaker


def test_a_dropped_subject_goes_to_the_last_speaker_of_the_paragraph() -> None:
    """The speaker is carried forward, the reason says so, and no words are claimed to name the speaker."""
    _, (claims, referents, _) = read("[Pia Stokes] <said> {it rained}. {“It will snow,”} <explains>.", "direct")
    assert referents[claims[1].speaker or 0].name == "Pia Stokes"
    assert claims[1].speaker_span is None
    assert claims[1].speaker_reason == "carried forward: subject dropped"


SAID_BEFORE = "[Mara Ellison] <said> {it rained}. "
DROPPED: list[tuple[str, str | None]] = [
    ("<Adds> that {it snowed}.", "Mara Ellison"),
    ("But also <warned> that {it snowed}.", "Mara Ellison"),
    ("It was cold, and <warned> that {it snowed}.", "Mara Ellison"),
    ("It was cold; then <warned> that {it snowed}.", "Mara Ellison"),
    ("[She] <added> {it snowed}.", "Mara Ellison"),
    ("The <claim> that {it snowed} stands.", None),
    ("A storm <warned> that {it snowed}.", None),
    ("The band <warned> that {it snowed}.", None),
    ("The people of the island <said> {it snowed}.", None),
    ("<According to> it {it snowed}.", None),
    ("<Reportedly> {it snowed}.", None),
    ("<Claims> that {it snowed} are false.", None),
    ("<Fears> that {it will snow} grew.", None),
    ("<Asked> whether {it snowed}, the mayor left.", None),
    ("The wall, which holds, <shows> {it snowed}.", None),
    ("And <warned> that {it snowed}.", "Mara Ellison"),
    ("It snowed, it <is said>, and {it melted}.", None),
    ("It <is expected> {that it will snow}.", None),
    ("Peter Lunn left the room, <saying> that {it snowed}.", "Peter Lunn"),
    ("\n\n<Adds> that {it snowed}.", None),
]


@pytest.mark.parametrize(("marked", "name"), DROPPED, ids=[marked.strip() for marked, _ in DROPPED])
def test_outside_quotations_a_dropped_subject_opens_its_clause(marked: str, name: str | None) -> None:
    """A verb of saying that begins its clause takes the last speaker on; one with words before it has its own."""
    assert speakers(SAID_BEFORE + marked)[-1] == name


def test_a_speaker_who_cannot_be_told_is_not_taken_for_one_that_is_dropped() -> None:
    """Words name the speaker, though they lead to nobody: nobody is carried forward."""
    assert speakers(SAID_BEFORE + "[They] <said> {it snowed}.")[-1] is None


def test_a_dropped_subject_with_nobody_before_it_is_nobody() -> None:
    """A text may begin with a verb of saying."""
    assert speakers("<Says> that {it snowed}.") == [None]


def test_a_passive_cue_has_no_speaker() -> None:
    """What is expected or reported by nobody in particular stays without a speaker."""
    assert speakers("[Pia Stokes] <said> {it rained}. It <is expected> {that it will snow}.") == ["Pia Stokes", None]


def test_a_translated_pronoun_of_the_wrong_gender_goes_to_the_last_speaker() -> None:
    """Where subjects are dropped again and again the text is a translation, and its pronouns do not tell gender."""
    marked = (
        "[Pia Stokes] <said> {it rained}. {“It will snow,”} <explains>. {“It will hail,”} <warns>. "
        "{“And melt,”} [he] <says>."
    )
    assert speakers(marked, "direct") == ["Pia Stokes"] * 4


def test_about_and_cites_leave_the_speaker_out() -> None:
    """What is said is about whom it names, and cites the documents named in it and beside it."""
    text, (claims, referents, _) = read("[Mara Ellison] <said> {Chile and Ellison agree on the 2004 harbour law}.")
    assert [referents[number].name for number in claims[0].about] == ["Chile", "2004 harbour law"], text
    assert [referents[number].name for number in claims[0].cites] == ["2004 harbour law"]
    _, (claims, referents, _) = read("[An Ipsos poll] <showed> {Chile leads}.")
    assert [referents[number].name for number in claims[0].cites] == ["Ipsos poll"]


def test_narration_keeps_the_speaker_it_has() -> None:
    """The text's own voice is not for this step to name."""
    document = lay_out("Mara Ellison spoke. It rained in Chile.")
    claim = Claim((Span(20, 38),), "narration", speaker=0)
    claims, _, _ = resolve(document, (claim,), *find_entities(document, Article("a.txt", document.text)))
    assert (claims[0].speaker, claims[0].reason) == (0, "")


WORDS = st.sampled_from(
    (
        "Ana",
        "Lima",
        "said",
        "the",
        "The",
        "analyst",
        "he",
        "she",
        "It",
        "they",
        "who",
        "which",
        "poll",
        "Ipsos",
        "and",
        "of",
        "for",
        "Chile",
        "’s",
        "his",
        "“",
        "”",
        ",",
        ".",
        "\n",
        "explains",
        "officials",
        "according",
        "to",
        "Mr.",
        "Ana’s",
        "lawyer",
    )
)


def test_counted_groups_are_new_each_time() -> None:
    """Two shares of one size are two groups of people."""
    _, (claims, _, _) = read("[One in five] <said> {it rained}. [One in five] <said> {it snowed}.")
    assert claims[0].speaker != claims[1].speaker


def test_words_for_somebody_unknown_are_not_given_to_whoever_spoke_before() -> None:
    """A speaker is carried forward only where no words name another."""
    assert speakers("[Mara Ellison] <said> {it rained}. [The weather] <indicated> {it snowed}.", "direct") == [
        "Mara Ellison",
        None,
    ]


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=50).map(" ".join), st.data())
def test_any_claim_resolves_to_something_that_exists(text: str, data: st.DataObject) -> None:
    """Whatever an extractor says, indices are valid, spans lie in the text, and the same input gives the same."""
    size = len(text)

    def span() -> Span:
        start = data.draw(st.integers(0, size - 1))
        return Span(start, data.draw(st.integers(start + 1, size)))

    claims = []
    for _ in range(data.draw(st.integers(0, 4))):
        mode: Mode = data.draw(st.sampled_from(["direct", "indirect", "mixed"]))
        optional = [span() if data.draw(st.booleans()) else None for _ in range(2)]
        claims.append(Claim((span(),), mode, *optional))
    claims = [replace(claim, parent=0 if number else None) for number, claim in enumerate(claims)]
    document = lay_out(text)
    entities = find_entities(document, Article("a.txt", text))
    resolved, referents, mentions = resolve(document, tuple(claims), *entities)
    assert referents[: len(entities[0])] == entities[0]
    for before, after in zip(claims, resolved, strict=True):
        assert (before.parts, before.speaker_span) == (after.parts, after.speaker_span)
        for number in (*after.about, *after.cites, *((after.speaker,) if after.speaker is not None else ())):
            assert 0 <= number < len(referents)
        assert after.speaker not in after.about
    assert all(0 <= mention.span.start < mention.span.end <= size for mention in mentions)
    assert all(mention.referent < len(referents) for mention in mentions)
    assert (resolved, referents, mentions) == resolve(document, tuple(claims), *entities)
