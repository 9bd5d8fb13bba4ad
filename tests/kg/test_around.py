"""What lies around one entity, read without the rest."""

from __future__ import annotations

import pytest

from kg import around
from kg.errors import NotFoundError
from tests import factories, stores
from tests.factories import within


@pytest.mark.parametrize("hops", [1, 2, 3])
@pytest.mark.parametrize("enough", [3, 80])
def test_it_is_what_filtering_all_records_gives(hops: int, enough: int) -> None:
    """Around every entity of a store, the index leads to the same claims, relations, figures and articles."""
    with stores.stored() as graph:
        records = graph.records()
        for entity in records.entities:
            beside = [other.id for other in records.entities[::3]] if hops == 1 else []
            near = graph.around(entity.id, hops=hops, enough=enough, beside=beside)
            plain = within(records, entity.id, hops=hops, enough=enough, beside=beside)
            assert near.focus == entity.id
            assert near.records.claims == plain.records.claims
            assert near.records.figures == plain.records.figures
            assert near.records.relations == plain.records.relations
            assert [a.id for a in near.records.articles] == [a.id for a in plain.records.articles]
            assert [e.id for e in near.records.entities] == [e.id for e in plain.records.entities]


def test_what_joins_two_neighbours_is_there() -> None:
    """A claim of one neighbour about another, which does not name the focus, is read; one about others is not."""
    near = "Mara Ellison said Jonas Okoro was tired. Mara Ellison said Lena Brandt was right."
    between = "Jonas Okoro said Lena Brandt was late."
    with stores.stored(stores.article(f"{near} {between} Lena Brandt said Nils Berg was asleep.")) as graph:
        words = {claim.text for claim in graph.around("Mara Ellison").records.claims if claim.mode != "narration"}
    assert words == {"Jonas Okoro was tired", "Lena Brandt was late", "Lena Brandt was right"}


def test_of_much_that_joins_two_neighbours_some_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each two no more than the limit, what somebody said before what the article says itself."""
    for module in (around, factories):
        monkeypatch.setattr(module, "EACH", 1)
    near = "Mara Ellison said Jonas Okoro was tired. Mara Ellison said Lena Brandt was right."
    between = (
        "Jonas Okoro met Lena Brandt in 2024. Jonas Okoro said Lena Brandt was late. Lena Brandt left Jonas Okoro."
    )
    with stores.stored(stores.article(f"{near} {between}")) as graph:
        found = graph.around("Mara Ellison").records
        assert len(found.claims) < len(graph.claims())
        assert found.claims == within(graph.records(), "Mara Ellison").records.claims
    words = {claim.text for claim in found.claims if claim.mode != "narration"}
    assert words == {"Jonas Okoro was tired", "Lena Brandt was late", "Lena Brandt was right"}


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


def test_what_was_rejected_is_left_out_unless_asked_for() -> None:
    """A rejected claim is around nobody, nor what stands in it, nor ties to it; asked for, it is there and marked."""
    with stores.stored() as graph:
        claims = graph.claims(about="sea wall") + graph.claims(speaker="Jonas Okoro")
        for claim in {claim.id: claim for claim in claims if claim.mode != "narration"}.values():
            graph.reject(claim.id, by="Ana")
        left, everything = graph.records(), graph.records(rejected=True)
        assert {claim.status for claim in everything.claims} == {None, "rejected"}
        for entity in left.entities:
            for records, rejected in ((left, False), (everything, True)):
                near = graph.around(entity.id, hops=2, rejected=rejected).records
                plain = within(records, entity.id, hops=2).records
                assert near.claims == plain.claims
                assert near.figures == plain.figures
                assert near.relations == plain.relations


def test_a_persons_word_on_a_speaker_goes_last() -> None:
    """Why a speaker was told is what a person decided, around a focus as in the whole store."""
    with stores.stored() as graph:
        claim = graph.claims(speaker="Jonas Okoro")[0]
        graph.set_speaker(claim.id, "Mara Ellison", by="Ana")
        whole = {claim.id: claim for claim in graph.records().claims}
        assert graph.around("Mara Ellison").records.claims
        assert all(claim == whole[claim.id] for claim in graph.around("Mara Ellison").records.claims)


def test_nobody_of_that_name() -> None:
    """A name that no entity bears is an error."""
    with stores.stored() as graph, pytest.raises(NotFoundError, match="Nobody Here"):
        graph.around("Nobody Here")
