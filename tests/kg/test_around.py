"""What lies around one entity, read without the rest."""

from __future__ import annotations

import pytest

from kg.errors import NotFoundError
from tests import stores
from tests.factories import within


@pytest.mark.parametrize("hops", [1, 2, 3])
@pytest.mark.parametrize("enough", [3, 80])
def test_it_is_what_filtering_all_records_gives(hops: int, enough: int) -> None:
    """Around every entity of a store, the index leads to the same claims, relations, figures and articles."""
    with stores.stored() as graph:
        records = graph.records()
        for entity in records.entities:
            near = graph.around(entity.id, hops=hops, enough=enough)
            plain = within(records, entity.id, hops=hops, enough=enough)
            assert near.focus == entity.id
            assert near.records.claims == plain.records.claims
            assert near.records.figures == plain.records.figures
            if enough == 80:
                assert near.records.relations == plain.records.relations
                assert [a.id for a in near.records.articles] == [a.id for a in plain.records.articles]
                assert [e.id for e in near.records.entities] == [e.id for e in plain.records.entities]


def test_an_older_version_does_not_count() -> None:
    """Of a corrected article only the current version is around anybody."""
    with stores.stored(stores.HARBOUR) as graph:
        before = graph.around("Mara Ellison").records.claims
        corrected = stores.article(stores.HARBOUR.text.replace("ten years", "two years"), stores.HARBOUR.source)
        stores.add(graph, [corrected])
        after = graph.around("Mara Ellison").records.claims
    assert any("ten years" in claim.text for claim in before)
    assert not any("ten years" in claim.text for claim in after)
    assert any("two years" in claim.text for claim in after)


def test_nobody_of_that_name() -> None:
    """A name that no entity bears is an error."""
    with stores.stored() as graph, pytest.raises(NotFoundError, match="Nobody Here"):
        graph.around("Nobody Here")
