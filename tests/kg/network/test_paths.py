"""How two entities are connected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.api import Graph
from kg.errors import NotFoundError
from tests.stores import HARBOUR, QUAY, article, stored

LIGHTHOUSE = article(
    "Lighthouse keeper speaks\n\n"
    "Jonas Okoro said that Petra Vance was wrong about the boats. Okoro said that Petra Vance was late.\n\n"
    "Okoro said that Rolf Adler was wrong. Okoro said that Sven Berg was wrong. Rolf Adler said that Tessa Cole left. "
    "Sven Berg said that Tessa Cole left. Sven Berg said that Tessa Cole was tired of Sven Berg. "
    "Okoro said that Sven Berg knew.\n\n"
    "Ulla Brandt met Kai Sorensen at the fair in Eastmoor.",
    "2025/lighthouse.md",
    publisher="Quayside Post",
    date="2025-03-09",
)


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with stored(HARBOUR, QUAY, LIGHTHOUSE) as graph:
        yield graph


def route(g: Graph, start: str, end: str) -> list[str]:
    """The labels along the best path."""
    (found,) = g.path(start, end)
    return [found.steps[0].start.label, *(step.end.label for step in found.steps)]


def test_a_path_leads_over_claims_and_relations(g: Graph) -> None:
    """From one article's people to another's, by whoever is in both."""
    found = route(g, "Petra Vance", "Fishers Union")
    assert (found[0], found[1], found[-1]) == ("Petra Vance", "Jonas Okoro", "Fishers Union")
    assert route(g, "Fishers Union", "Petra Vance") == found[::-1]


def test_every_step_shows_its_exact_words_and_where_they_stand(g: Graph) -> None:
    """Words, offsets, source, outlet and date, for as much evidence as is asked for, with how much there is."""
    (found,) = g.path("Petra Vance", "Jonas Okoro")
    (step,) = found.steps
    assert step.total == 2
    first, second = step.links
    assert (first.start.label, first.label, first.end.label) == ("Jonas Okoro", "said about", "Petra Vance")
    assert (first.source, first.publisher, first.date) == ("2025/lighthouse.md", "Quayside Post", "2025-03-09")
    ((start, end),) = first.offsets
    assert LIGHTHOUSE.text[start:end] == first.words == "Petra Vance was wrong about the boats"
    assert second.words == "Petra Vance was late"
    assert g.claims(text=first.words)[0].id == first.claim
    assert len(g.path("Petra Vance", "Jonas Okoro", links=1)[0].steps[0].links) == 1


def test_a_relation_is_evidence_with_its_own_words(g: Graph) -> None:
    """A role leads from a person to an organisation, in the words that state it."""
    (found,) = g.path("Jonas Okoro", "Fishers Union")
    link = found.steps[0].links[0]
    assert link.relation is not None
    assert link.words in QUAY.text
    assert "Fishers Union" in link.words


def test_what_somebody_says_is_preferred_to_being_named_together(g: Graph) -> None:
    """Attributed claims and relations cost less than a sentence that names both."""
    (found,) = g.path("Mara Ellison", "Tidewater Institute")
    assert found.steps[0].links[0].predicate not in ("namedTogether", "reportsOn")


@pytest.mark.parametrize(
    ("start", "end", "options", "message"),
    [
        ("Ulla Brandt", "Mara Ellison", {}, "not connected by any claim or relation. The nearest to Ulla Brandt: "),
        ("Petra Vance", "Fishers Union", {"max_hops": 1}, "2 steps apart, more than 1: give --max-hops 2"),
        ("Petra Vance", "Petra Vance", {}, "one entity"),
        ("Petra Vance", "Nobody At All", {}, "no entity of that name"),
    ],
)
def test_where_there_is_no_path_it_says_why(
    start: str, end: str, options: dict[str, int], message: str, g: Graph
) -> None:
    """And what is nearest."""
    with pytest.raises(NotFoundError, match=message):
        g.path(start, end, **options)


def test_paths_of_equal_length_come_the_best_attested_first(g: Graph) -> None:
    """Up to the limit, each of the same length, none twice, the same every time."""
    found = g.path("Petra Vance", "Tessa Cole", limit=5)
    routes = [tuple(step.end.id for step in one.steps) for one in found]
    assert [one.steps[1].end.label for one in found] == ["Sven Berg", "Rolf Adler"]
    assert len(set(routes)) == 2
    assert found == g.path("Petra Vance", "Tessa Cole", limit=5)
    assert found[:1] == g.path("Petra Vance", "Tessa Cole")
