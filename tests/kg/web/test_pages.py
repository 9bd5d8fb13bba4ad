from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

from kg.query import canned
from kg.web.pages.query import editable
from tests.kg.web.sites import Site, Structure
from tests.stores import HARBOUR, QUAY, add, article, stored


def test_home_counts_and_names_who_says_most(site: Site) -> None:
    """And leads to everything."""
    text = site.text("/")
    assert "2 articles" in text
    assert "Mara Ellison" in text
    assert "Harbour board backs sea wall" in text


def test_person_page_has_roles_words_in_context_and_the_check(site: Site) -> None:
    """What it said, oldest first, with where it stands."""
    text = site.text("/person/mara-ellison")
    assert "director, Organisation: Tidewater Institute" in text
    assert "We promise to finish the new wall by spring" in text
    assert "matches the source" in text
    assert text.index("the old wall would fail") < text.index("Nobody will have to move")
    html = site.visit("/person/mara-ellison").body.decode()
    assert "<mark>the old wall would fail within ten years</mark>" in html
    assert "/graph?focus=" in html
    assert "Graph around Mara Ellison" in text


def test_list_of_all_stands_alone(site: Site) -> None:
    """Without the other lists of the page."""
    text = site.text("/person/mara-ellison?show=said")
    assert "Said by Mara Ellison" in text
    assert "Said about Mara Ellison" not in text


def test_policy_page_says_what_is_said_about_it(site: Site) -> None:
    """By those who say it."""
    policies = [e for e in site.graph.entities() if e.type == "policy"]
    assert policies
    assert "sea wall" in site.text(site.address(policies[0].id))


def test_article_page_has_the_whole_text_with_every_claim_linked(site: Site) -> None:
    """The text is the stored one, character by character."""
    (record,) = [a for a in site.graph.articles() if a.source == HARBOUR.source]
    html = site.visit(site.address(record.id)).body.decode()
    found = re.search(r'<div class="whole" dir="auto">(.*?)</div>', html, re.DOTALL)
    assert found
    assert unescape(re.sub(r"<[^>]*>", "", found[1])) == HARBOUR.text
    for claim in site.graph.claims(source=HARBOUR.source):
        assert site.address(claim.id) in found[1]
    assert 'href="https://example.org/harbour"' in html


def test_article_can_be_cited_and_asked_for_without_scripts(site: Site) -> None:
    """Its page has the citations as text, and the query that gives the article's claims."""
    (record,) = [a for a in site.graph.articles() if a.source == HARBOUR.source]
    html = site.visit(site.address(record.id)).body.decode()
    copied = {name: unescape(text) for name, text in re.findall(r'data-copy="(\w+)">(.*?)</pre>', html, re.DOTALL)}
    assert copied.keys() == {"citation", "Markdown", "BibTeX", "SPARQL"}
    assert "“Harbour board backs sea wall”" in copied["citation"]
    rows = site.graph.query(copied["SPARQL"])
    claims = {row[rows.variables.index("claim")] for row in rows.values()}
    assert claims == {claim.id for claim in site.graph.claims(source=HARBOUR.source)}


def test_claim_page_is_the_chain(site: Site) -> None:
    """Outlet, article, and every hop with its speaker and words."""
    (inner,) = [c for c in site.graph.claims() if c.embedded_in]
    text = site.text(site.address(inner.id))
    chain = text[text.index("Evidence chain") :]
    assert chain.index("Quayside Post") < chain.index("Okoro said that") < chain.index("How it was read")
    assert "Figures 40 percent" in text
    assert "matches the source: characters" in text
    assert "PREFIX" in text


def test_figure_page_has_the_number_and_where_it_is_stated(site: Site) -> None:
    """And the claim it stands in."""
    (figure,) = [f for f in site.graph.figures() if f.text.startswith("63")]
    text = site.text(site.address(figure.id))
    assert "Number 63 Counted in percent" in text
    assert "The claim it stands in" in text
    assert "<mark>63 percent</mark>" in site.visit(site.address(figure.id)).body.decode()


def test_stances_and_relations_have_lists_of_their_own() -> None:
    """The first few on the page, all of them on pages of a list; what says the same stands there once."""
    said = [f"Ana{chr(97 + number)} Ruiz opposes the sea wall." for number in range(8)]
    texts = [
        article(" ".join(said), "one.txt"),
        article("Anaa Ruiz, mayor of Strand, opposes the sea wall.", "two.txt"),
    ]
    with stored(*texts) as graph:
        site = Site(graph)
        (policy,) = [e for e in graph.entities() if e.type == "policy"]
        page = site.address(policy.id)
        text, whole = site.text(page), site.text(f"{page}?show=against")
        assert "Against 8" in text
        assert "Show all 8" in text
        cards = [site.visit(at).body.count(b'class="card"') for at in (page, f"{page}?show=against")]
        assert cards == [5 + 5, 8]  # stances and claims, then stances alone
        assert "The words that say so (2)" in whole
        assert "Said about" not in whole
        assert site.visit(f"{page}?show=nothing").status == 404


def test_search_finds_names_titles_and_words(site: Site) -> None:
    """Whatever the case."""
    text = site.text("/search?q=SEA wall")
    assert "Harbour board backs sea wall" in text
    assert "Names" in text
    assert "Nobody will have to move" in site.text("/search?q=nobody will")
    assert "Nobody will have to move" in site.text("/search?q=move nobody")
    assert "Nobody will have to move" in site.text("/search?q=“will have to”")
    assert "Nothing has all these words" in site.text('/search?q="move nobody"')
    assert "Nothing has all these words" in site.text("/search?q=zebra nobody")
    assert "Nothing has all these words" in site.text('/search?q=""')
    assert "titles of articles" in site.text("/search")


def test_search_that_finds_nothing_suggests_names(site: Site) -> None:
    """Those that are spelt alike."""
    assert "Perhaps one of these Person: Mara Ellison" in site.text("/search?q=mara elison")
    assert "Perhaps" not in site.text("/search?q=zebra")


def test_search_tells_that_there_are_more_names() -> None:
    """Where it shows the first alone."""
    cities = [f"{chr(65 + number // 26)}{chr(97 + number % 26)}lborg City" for number in range(60)]
    text = " ".join(f"Mara Ellison said that {city} was late." for city in cities)
    with stored(article(text)) as graph:
        site = Site(graph)
        assert "These are the first" in site.text("/search?q=city")
        assert "These are the first" not in site.text("/search?q=aalborg")


def test_canned_queries_answer_as_they_stand_in_the_editor(site: Site) -> None:
    """What a parameter means when it is not given is written into the text, so that it can be changed there."""
    examples = {query.name: editable(query) for query in canned().values()}
    for query in canned().values():
        if all(parameter.default is not None for parameter in query.parameters):
            rows = site.graph.query(query.name)
            shown = site.graph.query(examples[query.name])
            kept = [shown.variables.index(name) for name in rows.variables]
            assert [tuple(row[at] for at in kept) for row in shown.rows] == rows.rows, query.name
    assert len(site.graph.query(examples["promises"])) > 0
    assert len(site.graph.query(examples["figures-by-measure"])) > 0
    one = examples["promises"].replace('VALUES ?speaker { "" }', "VALUES ?speaker { person:nobody }")
    assert one != examples["promises"]
    assert not any("# parameter" in text for text in examples.values())
    assert len(site.graph.query(one)) == 0


def test_data_is_the_payload_of_the_page(site: Site) -> None:
    """Around a focus, with a cap."""
    data = json.loads(site.visit("/data?focus=person:mara-ellison&hops=1&max=3", None).body)
    assert (data["focus"], data["title"]) == ("urn:claimgraph:person:mara-ellison", "Mara Ellison")
    assert len(data["nodes"]) <= 3
    assert site.visit("/graph?focus=person:mara-ellison").body.startswith(b"<!")


def test_data_joins_what_is_new_to_what_is_drawn(site: Site) -> None:
    """Names that the asker has drawn come with what ties them to the answer; words that name nobody are passed over."""
    asked = "/data?focus=person:mara-ellison&hops=1&max=2"
    first = {row["id"] for row in json.loads(site.visit(asked, "application/json").body)["nodes"]}
    whole = {
        row["id"] for row in json.loads(site.visit("/data?focus=person:mara-ellison", "application/json").body)["nodes"]
    }
    (other, *_) = sorted(whole - first)
    data = json.loads(site.visit(f"{asked}&with=nobody <b> {other}", "application/json").body)
    assert {row["id"] for row in data["nodes"]} == first | {other}
    assert any(other in (edge["from"], edge["to"]) for edge in data["edges"])


def test_superseded_version_says_so() -> None:
    """And leads to the current one, and from its claims to the same words there."""
    told = {"source": "mill.txt", "publisher": "Mill Post", "date": "2025-01-01"}
    first = article("Ana Ruiz said the mill would close. Ana Ruiz said the bridge would stay.", **told)
    second = article("Ana Ruiz said the mill would open. Ana Ruiz said the bridge would stay.", **told)
    with stored(first) as graph:
        add(graph, [second])
        site = Site(graph)
        old = next(a for a in graph.articles() if a.superseded_by)
        assert old.superseded_by
        assert "There is a later version" in site.text(site.address(old.id))
        assert "There is an earlier version" in site.text(site.address(old.superseded_by))
        gone, kept = graph.claims(source=old.id, all_versions=True)
        (same,) = [c for c in graph.claims() if c.text == kept.text]
        assert same.id != kept.id
        assert (
            f'href="{site.address(same.id)}">It has the same words' in site.visit(site.address(kept.id)).body.decode()
        )
        assert "It does not have these words" in site.text(site.address(gone.id))
        assert "later version" not in site.text(site.address(same.id))
        home = site.text("/")
        assert "1 article 2 claims" in home
        assert "Ana Ruiz 2 claims" in home


def test_all_claims_and_figures_are_listed(site: Site) -> None:
    """Under their articles, the latest first."""
    claims = site.text("/claims")
    assert f"Claims {len(site.graph.claims())} claims" in claims
    assert claims.index("Fishers doubt the sea wall") < claims.index("Harbour board backs sea wall")
    figures = site.text("/figures")
    assert f"Figures {len(site.graph.figures())} figures" in figures
    assert "63 percent" in figures


def test_policy_page_has_who_is_for_and_who_against() -> None:
    """With the words, and who says so where it is somebody else."""
    wall = article(
        "Mara Ellison supports the sea wall. “I oppose the sea wall,” Jonas Okoro said. "
        "Tom Abara said that Ines Calder opposes the sea wall."
    )
    with stored(wall) as graph:
        site = Site(graph)
        (policy,) = [e for e in graph.entities() if e.type == "policy"]
        text = site.text(site.address(policy.id))
        assert text.index("For 1") < text.index("Mara Ellison supports") < text.index("Against 2")
        assert "Ines Calder opposes according to Person: Tom Abara" in text
        assert "Where Jonas Okoro stands 1" in site.text("/person/jonas-okoro")


def test_rejected_claim_is_in_no_list_and_marked_on_its_own_page() -> None:
    """Neither its speaker's page nor the search shows it."""
    with stored(HARBOUR) as graph:
        claim = next(claim for claim in graph.claims() if claim.text.startswith("the old wall"))
        assert claim.speaker
        graph.reject(claim.id, by="ana")
        site, untouched = Site(graph), Site(stored(HARBOUR))
        page = site.address(claim.id)
        for address in (site.address(claim.speaker.id), "/search?q=wall would fail"):
            assert f'href="{page}"' in untouched.visit(address).body.decode()
        assert f'href="{page}"' not in site.visit(site.address(claim.speaker.id)).body.decode()
        assert f'href="{page}"' not in site.visit("/search?q=wall would fail").body.decode()
        assert "A person rejected this claim" in site.text(page)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_hostile_text_is_shown_as_text() -> None:
    """Markup in titles, authors, outlets, words and addresses enters no page as markup."""
    hostile = replace(
        HARBOUR,
        source='"><svg onload=alert(3)>.txt',
        title=f"Wall {HOSTILE}",
        authors=(f"Ines {HOSTILE}",),
        publisher=f"Ledger {HOSTILE} \u202eevil",
        url="javascript:alert(4)",
        text=HARBOUR.text.replace("within ten years", f"within {HOSTILE} {{{{ 7*7 }}}} __proto__ \u202e ten years")
        .replace("The harbour lies", "‘" + HOSTILE + "’, said Mara Ellison.\n\nThe harbour lies")
        .replace("63 percent", "63 percent\x0b"),
    )
    with stored(hostile, QUAY) as graph:
        site = Site(graph)
        addresses = [
            "/",
            "/articles",
            "/claims",
            "/figures",
            "/search?q=<script>",
            '/search?q="><b>',
            "/query",
            "/person/mara-ellison",
        ]
        addresses += [site.address(a.id) for a in graph.articles()]
        addresses += [site.address(c.id) for c in graph.claims()]
        addresses += [site.address(e.id) for e in graph.entities()]
        addresses += [site.address(f.id) for f in graph.figures()]
        for address in addresses:
            reply = site.visit(address)
            assert reply.status == 200, address
            page = Structure(reply.body.decode())
            assert {"svg", "img"}.isdisjoint(page.tags), address
            assert page.running == [], address
            assert page.handlers == [], address
            assert not [link for link in page.links if link.lower().startswith(("javascript:", "data:text"))], address
        assert any(HOSTILE in site.text(site.address(found.id)) for found in graph.articles())
