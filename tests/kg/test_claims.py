from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.api import Graph
from kg.claims import find
from kg.errors import NotFoundError
from tests.stores import stored


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with stored() as graph:
        yield graph


def test_claim_is_found_by_any_form_of_its_id(g: Graph) -> None:
    """The IRI, the short id, the key alone."""
    iri = g.claims()[0].id
    short = g.store.iris.compact(iri)
    assert {find(g.store, text) for text in (iri, short, short.removeprefix("claim:"))} == {iri}


@pytest.mark.parametrize("change", [lambda text: text[:-9], lambda text: text[:-1] + "_", lambda text: text + "0"])
def test_nearest_of_an_unknown_id_is_told(change: object, g: Graph) -> None:
    """Where it was cut off, mistyped or lengthened."""
    short = g.store.iris.compact(g.claims()[0].id)
    with pytest.raises(NotFoundError, match=f"Nearest: {short}"):
        find(g.store, change(short))  # type: ignore[operator]


@pytest.mark.parametrize(
    "text", ["person:mara-ellison", "claim:", "", "two words", "claim:<>", "urn:claimgraph:claim:no"]
)
def test_what_is_no_claim_is_told(text: str, g: Graph) -> None:
    """Also what names something else."""
    with pytest.raises(NotFoundError, match=r"no claim of that id\. See: kg claims"):
        find(g.store, text)
