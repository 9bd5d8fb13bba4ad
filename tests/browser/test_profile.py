"""The pages of names and articles within the exported page: a policy by stance, a person by roles, an article whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.export import Options
from kg.model import Role
from tests.browser.pages import Open
from tests.factories import FakeGraph, article, claim, debate, entity, reference

pytestmark = pytest.mark.browser

PRISON = reference("New high-security prison", "policy").id


def test_a_policy_is_shown_by_stance(open_page: Open) -> None:
    """A policy's page has who is for and who is against it, each with the verb, the words and the article."""
    opened = open_page(debate(), f"#v=profile&n={PRISON}")
    sides = opened.page.locator("#profile .sides > .side")
    assert [side.locator("h3").inner_text() for side in sides.all()] == ["For (1)", "Against (4)"]
    against = sides.nth(1).inner_text()
    for words in ("Dario Penhallow", "opposes", "“a monument to giving up”", "Civic Wire", "doubts"):
        assert words in against
    assert opened.page.get_by_text("Proposes: 1").is_visible()
    sides.nth(1).get_by_role("button", name="Details of this claim").first.click()
    assert opened.page.locator("#panel mark").inner_text() == "“a monument to giving up”"


def test_who_tells_of_anothers_stance_is_said(open_page: Open) -> None:
    """Where somebody else says that a person holds something, the page names the teller; their claim has no stance."""
    graph = debate()
    told = next(c for c in graph.records().claims if c.speaker == reference("Salome Wick"))
    who, policy = reference("Hanne Lorrick"), reference("Handgun registry", "policy")
    graph.add_relation(who, "supports", policy, source=told.source, start=told.start, end=told.end, claim=told.id)
    opened = open_page(graph, f"#v=profile&n={policy.id}")
    entry = opened.page.locator("#profile .sides .card").filter(has_text="Hanne Lorrick")
    assert "according to Person: Salome Wick" in " ".join(entry.inner_text().split())
    opened.page.goto(opened.page.url.split("#")[0] + f"#v=list&c={told.id}")
    row = opened.page.locator("#list tr.here")
    row.wait_for()
    assert "supports" not in row.inner_text()


def test_a_person_is_shown_with_roles_and_stances(open_page: Open) -> None:
    """A person's page has roles with the words that state them, stances, what they said and what is said about them."""
    opened = open_page(debate(), f"#v=profile&n={reference('Dario Penhallow').id}")
    page = opened.page.locator("#profile")
    said = ("Said by Dario Penhallow (4)", "Said about Dario Penhallow (1)")
    for words in ("candidate", "Liberty List", "promises", "opposes", *said):
        assert page.get_by_text(words).first.is_visible(), words


def test_roles_told_less_fully_are_folded(open_page: Open) -> None:
    """A role stands once, in the fullest words, with all the sentences that state it; a former one is another."""
    roles = {
        "researcher": None, "researcher at the Tide Institute": None, "Researcher": "Tide Institute",
        "minister": None, "former minister": None, "deputy mayor": None, "mayor": "Harbour", "mayor of the port": None,
    }  # fmt: skip
    text = "".join(f"Ana Rey, {role}, spoke. " for role in roles)
    graph = FakeGraph()
    graph.add_article(article("t", text), text)
    for number, (role, where) in enumerate(roles.items()):
        start = text.index(f", {role}, ") + 2
        place = {"start": start, "end": start + len(role), "id": f"urn:claimgraph:relation:{number}"}
        whom = reference(where, "organisation") if where else None
        graph.add_relation(reference("Ana Rey"), "holdsRole", whom, role=role, **place)
    graph.add_entities([entity("Ana Rey", roles=tuple(Role(role, where) for role, where in roles.items()))])
    graph.add_entities(entity(name, "organisation") for name in ("Tide Institute", "Harbour"))
    opened = open_page(graph, f"#v=profile&n={reference('Ana Rey').id}")
    rows = [" ".join(row.split()) for row in opened.page.locator("#profile .rows li").all_inner_texts()]
    assert rows == [
        "Researcher Organisation: Tide Institute The words that say so (3)",
        "minister The words that say so",
        "former minister The words that say so",
        "deputy mayor The words that say so",
        "mayor Organisation: Harbour The words that say so",
        "mayor of the port The words that say so",
    ]
    opened.page.locator("#profile summary").first.click()
    marked = opened.page.locator("#profile .rows li").first.locator("mark").all_inner_texts()
    assert sorted(marked) == ["Researcher", "researcher", "researcher at the Tide Institute"]
    told = opened.page.locator("#profile .sheet > p").nth(1).inner_text()
    assert told == "Researcher, Tide Institute; minister; former minister; deputy mayor"


def test_one_sentence_on_several_policies_stands_once(open_page: Open) -> None:
    """What somebody says of several policies in one claim is one entry, with each stance and what it is of."""
    text = "Ana Rey said the toll and the tunnel are needed and the tower is a folly."
    tolls = [reference(name, "policy") for name in ("Toll", "Tunnel", "Tower")]
    graph = FakeGraph()
    home = graph.add_article(article("t", text), text)
    words = "the toll and the tunnel are needed and the tower is a folly"
    made = graph.add_claim(claim(home, text, words, speaker=reference("Ana Rey"), about=tuple(tolls)))
    for policy, stance in zip(tolls, ("supports", "supports", "opposes"), strict=True):
        graph.add_relation(reference("Ana Rey"), stance, policy, claim=made.id, start=made.start, end=made.end)
    graph.add_entities([entity("Ana Rey"), *(entity(policy.label, "policy") for policy in tolls)])
    opened = open_page(graph, f"#v=profile&n={reference('Ana Rey').id}")
    (entry,) = opened.page.locator("#profile ul.side > .card").all()
    assert " ".join(entry.locator(".who").inner_text().split()) == (
        "supports Policy: Toll Policy: Tunnel opposes Policy: Tower"
    )
    assert entry.locator("blockquote").inner_text() == words


def test_an_article_is_shown_whole_where_its_text_is_there(open_page: Open) -> None:
    """With the full text each claim is marked in place and opens; without, each stands with its surroundings."""
    graph = debate()
    home = graph.records().articles[0]
    claims = [claim for claim in graph.records().claims if claim.article == home.id]
    opened = open_page(graph, f"#v=profile&a={home.id}", options=Options(full_text=True))
    whole = opened.page.locator("#profile .whole")
    assert whole.evaluate("node => node.textContent") == graph.text(home.id)
    assert whole.locator("a.quoted").count() >= len(claims)
    whole.locator("a.quoted").first.click()
    assert opened.page.locator("#panel blockquote").first.inner_text() == claims[0].text
    assert whole.locator("a.here").count() == 1
    opened = open_page(graph, f"#v=profile&a={home.id}")
    assert opened.page.locator("#profile blockquote").all_inner_texts() == [claim.text for claim in claims]


def test_a_few_words_stand_in_their_sentence(open_page: Open) -> None:
    """A claim of so few words that they say little is shown with its sentence, the words marked; others as they are."""
    text = "Nothing else. Ana Rey said the U.S. plan was good, and Bo opposed it, for now. Cleo left."
    graph = FakeGraph()
    home = graph.add_article(article("t", text), text)
    toll = reference("Toll", "policy")
    bo = claim(home, text, "it", speaker=reference("Bo Li"), about=(toll,))
    start = text.index(" it,") + 1
    made = graph.add_claim(replace(bo, start=start, end=start + 2, parts=((start, start + 2),)))
    graph.add_relation(reference("Bo Li"), "opposes", toll, claim=made.id, start=made.start, end=made.end)
    graph.add_entities([entity("Bo Li"), entity("Toll", "policy")])
    opened = open_page(graph, f"#v=profile&n={toll.id}")
    quote = opened.page.locator("#profile .sides blockquote")
    assert quote.inner_text() == "Ana Rey said the U.S. plan was good, and Bo opposed it, for now."
    assert quote.locator("mark").all_inner_texts() == ["it"]


def test_the_directory_leads_to_pages(open_page: Open) -> None:
    """Without a name the last view lists policies, people and articles, policies with how many are for and against."""
    opened = open_page(debate(), "#v=profile")
    page = opened.page.locator("#profile")
    assert page.locator("h3").first.inner_text() == "Policies (6)"
    assert page.get_by_text("Against: 4").first.is_visible()
    page.get_by_role("button", name="Mara Quellin").click()
    assert page.locator("h2").inner_text() == "Mara Quellin"
