from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.api import Graph
from kg.errors import NotFoundError, UsageError
from kg.verify import verify
from tests.stores import HARBOUR, QUAY, add, article, dump, stored

TWINS = (
    article("Ines Calder said that the quay is safe.", "1.txt"),
    article("Inez Calder said that the quay is old.", "2.txt"),
    article("Ines Calder said that the quay is wet. The Sea Wall Council (SWC) agreed.", "3.txt"),
)


def _people(g: Graph) -> dict[str, str]:
    return {g.store.iris.compact(e.id): e.label for e in g.entities() if e.type == "person"}


def _nquads(g: Graph, folder: Path, *, history: bool = False) -> bytes:
    g.dump(folder / "x.nq", "nq", history=history)
    return (folder / "x.nq").read_bytes()


def test_merged_entities_are_one_everywhere() -> None:
    """Claims, names, and the id of the one that went into the other."""
    with stored(*TWINS) as g:
        outcome = g.merge("Ines Calder", "Inez Calder", why="misspelt", by="tester")
        assert outcome.notes == ()
        assert _people(g) == {"person:ines-calder": "Ines Calder"}
        assert {c.source for c in g.claims(speaker="person:inez-calder")} == {"1.txt", "2.txt", "3.txt"}
        (record,) = g.decisions()
        assert (record.verdict, record.by, record.why, record.state) == ("same", "tester", "misspelt", "in force")
        assert list(verify(g.store)) == []


@pytest.mark.parametrize("undo", ["undo", "split"])
def test_merge_followed_by_its_undoing_leaves_the_same_dump(undo: str, tmp_path: Path) -> None:
    """Byte for byte; the log keeps both, and an export with history shows them."""
    with stored(*TWINS) as g:
        before = _nquads(g, tmp_path)
        (decision,) = g.merge("Ines Calder", "Inez Calder").decisions
        assert _nquads(g, tmp_path) != before
        g.undo(decision.id) if undo == "undo" else g.split("Ines Calder")
        assert _nquads(g, tmp_path) == before
        assert [d.state for d in g.decisions()] == ["withdrawn", "in force"]
        assert b"Decision" in _nquads(g, tmp_path, history=True)
        assert list(verify(g.store)) == []


def test_taking_back_can_be_taken_back() -> None:
    """The merge holds again."""
    with stored(*TWINS) as g:
        (merged,) = g.merge("Ines Calder", "Inez Calder").decisions
        (undone,) = g.undo(merged.id).decisions
        g.undo(undone.id)
        assert len(_people(g)) == 1
        with pytest.raises(UsageError, match="was taken back by"):
            g.undo(undone.id)


def test_every_decision_survives_ingesting_everything_again() -> None:
    """By force, and taken out and put in again in another order."""
    with stored(*TWINS) as g:
        claim = next(c for c in g.claims() if c.source == "2.txt")
        g.merge("Ines Calder", "Inez Calder")
        g.rename("Ines Calder", "Inés Calder")
        g.split("Ines Calder", "3.txt")
        g.set_speaker(claim.id, "Tom Abara")
        g.reject(next(c.id for c in g.claims() if c.source == "1.txt"))
        before = dump(g)
        add(g, TWINS, force=True)
        assert dump(g) == before
        for a in TWINS:
            g.remove(a.source)
        assert {d.state for d in g.decisions()} == {"orphaned"}
        add(g, TWINS[::-1])
        assert dump(g) == before
        assert {d.state for d in g.decisions()} == {"in force"}


def test_decision_on_a_claim_is_found_again_in_a_corrected_article() -> None:
    """By its exact words, else by most of them, else it is orphaned; the old version keeps it too."""
    text = "Mara Ellison said that the old wall would fail within ten years from now. Nobody else spoke."
    with stored(article(text, "w.txt")) as g:
        g.reject(g.claims()[0].id)
        for changed in (f"Update. {text}", text.replace("ten", "nine")):
            add(g, [article(changed, "w.txt")])
            assert [c.status for c in g.claims(rejected=True) if c.mode != "narration"] == ["rejected"]
        add(g, [article(text.replace("the old wall would fail within ten", "no wall has ever stood for two"), "w.txt")])
        assert [c.status for c in g.claims() if c.mode != "narration"] == [None]
        assert len({c.article for c in g.claims(all_versions=True, rejected=True) if c.status}) == 3
        g.remove("w.txt")
        assert [d.state for d in g.decisions()] == ["orphaned"]


def test_decision_made_twice_is_no_contradiction() -> None:
    """It is told as what it is; and so is a name that somebody else bears."""
    with stored(*TWINS) as g:
        for _ in range(2):
            outcome = g.rename("Ines Calder", "Inez Calder", by="ines")
        assert any("says again what decision:" in note for note in outcome.notes)
        assert "person:inez-calder bears that name, too" in outcome.notes


def test_newer_decision_holds_and_the_contradiction_is_told() -> None:
    """Both ways, and the older one holds again when the newer is taken back."""
    with stored(*TWINS) as g:
        g.merge("Ines Calder", "Inez Calder")
        outcome = g.different("person:ines-calder", "person:inez-calder")
        assert any("contradicts decision:" in note and "same" in note for note in outcome.notes)
        assert len(_people(g)) == 2
        assert [d.state for d in g.decisions()] == ["overridden", "in force"]
        outcome = g.undo(outcome.decisions[0].id)
        assert any("holds again" in note for note in outcome.notes)
        assert len(_people(g)) == 1


def test_same_is_transitive_and_different_parts_two_groups() -> None:
    """A is B and B is C make A and C one, until somebody says that they are not."""
    names = [article(f"{name} Calder said that the quay is safe.", f"{name}.txt") for name in ("Ana", "Bea", "Cleo")]
    with stored(*names) as g:
        g.merge("Ana Calder", "Bea Calder")
        g.merge("Bea Calder", "Cleo Calder")
        assert _people(g) == {"person:ana-calder": "Ana Calder"}
        outcome = g.different("person:ana-calder", "person:cleo-calder")
        assert len(outcome.notes) == 1
        assert len(_people(g)) == 2


def test_name_that_was_told_apart_falls_out_of_a_merge_and_that_is_told() -> None:
    """What joined on its own gives way to what people say of both."""
    ann, ann_b, bo = (
        article(f"{name} said that the quay is safe.", f"{name}.txt") for name in ("Ann Lee", "Ann B. Lee", "Bo Ray")
    )
    with stored(ann_b, bo) as g:
        g.different("Ann B. Lee", "Bo Ray")
        add(g, [ann])
        assert _people(g) == {"person:ann-lee": "Ann Lee", "person:bo-ray": "Bo Ray"}
        outcome = g.merge("Ann Lee", "Bo Ray")
        assert outcome.notes == ("person:ann-b-lee: kept apart from them, as decided before",)
        assert _people(g) == {"person:ann-lee": "Ann Lee", "person:ann-b-lee": "Ann B. Lee"}


def test_names_that_were_joined_on_their_own_are_parted() -> None:
    """`split` without sources, where nobody merged anything."""
    with stored(*TWINS, article("The SWC is late, Tom Abara said.", "4.txt")) as g:
        before = dump(g)
        (decision,) = g.split("Sea Wall Council").decisions
        assert {"Sea Wall Council", "SWC"} <= {e.label for e in g.entities()}
        g.undo(decision.id)
        assert dump(g)[0] == before[0]
        assert "SWC" not in {e.label for e in g.entities()}


def test_split_off_is_an_entity_of_its_own() -> None:
    """What some sources mean by a name, with a number after its id, which can be merged with another."""
    with stored(*TWINS) as g:
        g.split("Ines Calder", "3.txt")
        assert _people(g)["person:ines-calder-2"] == "Ines Calder"
        assert {c.source for c in g.claims(speaker="person:ines-calder-2")} == {"3.txt"}
        g.merge("person:inez-calder", "person:ines-calder-2")
        assert {c.source for c in g.claims(speaker="person:inez-calder")} == {"2.txt", "3.txt"}
        with pytest.raises(UsageError, match="does not mention"):
            g.split("Inez Calder", "1.txt")


def test_renamed_entity_keeps_its_other_names() -> None:
    """The newest name is shown."""
    with stored(*TWINS) as g:
        g.rename("Ines Calder", "Inés Calder-Boyd")
        outcome = g.rename("Ines Calder", "Inés Calder")
        assert "no longer holds" in outcome.notes[0]
        assert _people(g)["person:ines-calder"] == "Inés Calder"
        assert g.reader.entities.find("Ines Calder").id.endswith("person:ines-calder")


def test_rejected_claim_stays_marked_and_out_of_listings(tmp_path: Path) -> None:
    """Out of claims, canned queries, records and the network unless asked; a trace by its id shows the mark."""
    with stored() as g:
        claim = next(c for c in g.claims() if c.text.startswith("the old wall"))
        said = len(g.query("who-said-what", speaker="Mara Ellison"))
        g.reject(claim.id, why="a caption")
        assert claim.id not in {c.id for c in g.claims()}
        assert {c.id: c.status for c in g.claims(rejected=True)}[claim.id] == "rejected"
        assert len(g.query("who-said-what", speaker="Mara Ellison")) == said - 1
        assert claim.id not in {c.id for c in g.records().claims}
        assert claim.id in {c.id for c in g.records(rejected=True).claims}
        assert not any(claim.id in data["claims"] for _, _, data in g.network().edges(data=True))
        (found,) = g.trace(claim.id)
        assert [hop.status for hop in found.hops if hop.claim == claim.id] == ["rejected"]
        assert claim.id not in {t.claim for t in g.trace("Mara Ellison")}
        outcome = g.accept(claim.id)
        assert "no longer holds" in outcome.notes[0]
        assert {c.id: c.status for c in g.claims()}[claim.id] == "accepted"
        assert list(verify(g.store)) == []


def test_embedded_claim_of_a_rejected_one_stands_alone_in_records() -> None:
    """No record points to what is left out."""
    with stored() as g:
        outer = next(c for c in g.claims() if c.embeds)
        g.reject(outer.id)
        records = {c.id: c for c in g.records().claims}
        assert records[outer.embeds[0]].embedded_in is None
        known = {None, *records}
        assert {f.claim for f in g.records().figures} <= known
        assert {r.claim for r in g.records().relations} <= known


def test_decided_speaker_goes_before_the_extracted_one() -> None:
    """Who was extracted stays beside; an unknown name becomes an entity, and that is told."""
    with stored() as g:
        claim = next(c for c in g.claims() if c.text.startswith("the old wall"))
        outcome = g.set_speaker(claim.id, "Rosa Quill", by="tester", why="misread")
        assert "no entity of that name" in outcome.notes[0]
        now = {c.id: c for c in g.claims()}[claim.id]
        assert (now.speaker and now.speaker.label, now.speaker_reason) == ("Rosa Quill", "decided by tester: misread")
        text = "SELECT ?who { ?c kg:extractedSpeaker ?who }"
        assert [value for (value,) in g.query(text).values()] == [claim.speaker.id if claim.speaker else ""]
        g.set_speaker(claim.id, "Jonas Okoro")
        assert [c.id for c in g.claims(speaker="Jonas Okoro") if c.id == claim.id]
        assert "Rosa Quill" not in {e.label for e in g.entities()}
        assert list(verify(g.store)) == []


def test_unnamed_source_that_was_decided_to_speak_stays_unnamed() -> None:
    """A description does not become a name by a decision."""
    with stored() as g:
        official = next(e for e in g.entities() if not e.named and e.type == "person")
        g.set_speaker(next(c.id for c in g.claims() if c.text.startswith("the old wall")), official.id)
        for _ in range(2):
            assert not next(e for e in g.entities() if e.id == official.id).named
            add(g, [HARBOUR, QUAY], force=True)


def test_entity_that_was_decided_to_speak_can_be_merged() -> None:
    """It is one like any other."""
    with stored() as g:
        claim = g.claims()[0]
        g.set_speaker(claim.id, "Rosa Quill")
        g.merge("Jonas Okoro", "Rosa Quill")
        assert claim.id in {c.id for c in g.claims(speaker="Jonas Okoro")}


def test_merging_two_types_is_told_and_keeps_the_first() -> None:
    """A wrong type is put right by merging into the right one."""
    with stored() as g:
        outcome = g.merge("Tidewater Institute", "Jonas Okoro")
        assert "together they are of type organisation" in outcome.notes[0]
        found = g.reader.entities.find("Jonas Okoro")
        assert found.type == "organisation"


@pytest.mark.parametrize(
    ("decide", "error", "message"),
    [
        (lambda g: g.merge("Mara Ellison", "Mara Ellison"), UsageError, "one name's"),
        (lambda g: g.merge("Mara Ellison", "Nobody Atall"), NotFoundError, "no entity of that name"),
        (lambda g: g.split("Mara Ellison"), UsageError, "nothing was merged into it"),
        (lambda g: g.split("Mara Ellison", "none.md"), NotFoundError, "none.md"),
        (lambda g: g.rename("Mara Ellison", "  "), UsageError, "must have letters"),
        (lambda g: g.reject("claim:0000"), NotFoundError, "no claim of that id"),
        (lambda g: g.set_speaker(g.claims()[0].id, "person:nobody"), NotFoundError, "person:nobody"),
        (lambda g: g.undo("decision:0000"), NotFoundError, "no decision of that id"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_changes_nothing(decide: object, error: type, message: str) -> None:
    """With what to do instead."""
    with stored() as g:
        before = dump(g)
        with pytest.raises(error, match=message):
            decide(g)  # type: ignore[operator]
        assert dump(g) == before


def test_whoever_decides_is_the_user_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """`KG_USER` before the login name."""
    monkeypatch.setenv("KG_USER", "ines")
    with stored(*TWINS) as g:
        assert g.unsure("Ines Calder", "Inez Calder").decisions[0].by == "ines"
        monkeypatch.delenv("KG_USER")
        assert g.unsure("Ines Calder", "Inez Calder").decisions[0].by not in ("", "ines")


def test_decisions_are_kept_on_disk(tmp_path: Path) -> None:
    """And hold for articles that come later."""
    stored(*TWINS[:2], where=tmp_path / "s").close()
    import kg

    with kg.open(tmp_path / "s", writable=True) as g:
        g.merge("Ines Calder", "Inez Calder")
    with kg.open(tmp_path / "s", writable=True) as g:
        add(g, [replace(HARBOUR), replace(QUAY), TWINS[2]])
        assert {c.source for c in g.claims(speaker="Inez Calder")} >= {"1.txt", "2.txt", "3.txt"}


def test_stance_follows_the_speaker_whom_somebody_corrected() -> None:
    """What a claim's words say of its speaker is the decided speaker's, and the extracted one's again after undoing."""
    told = article("Ana Ruiz said: “We oppose the fish tax.”\n\nTom Abara was there.", "tax.txt")
    with stored(told) as g:
        (claim,) = g.claims(speaker="Ana Ruiz")
        decision = g.set_speaker(claim.id, "Tom Abara", by="tester").decisions[0]
        assert {r.subject.label for r in g.relations() if r.predicate == "opposes"} == {"Tom Abara"}
        assert list(verify(g.store)) == []
        g.undo(decision.id)
        assert {r.subject.label for r in g.relations() if r.predicate == "opposes"} == {"Ana Ruiz"}


def test_what_stands_in_a_rejected_claim_is_not_listed() -> None:
    """Neither its figures nor what it asserts."""
    with stored(HARBOUR) as g:
        asserting = {relation.claim for relation in g.relations()}
        claim = next(c for c in g.claims() if c.figures and c.id in asserting)
        before = len(g.figures())
        g.reject(claim.id, by="tester")
        assert len(g.figures()) == before - len(claim.figures)
        assert all(relation.claim != claim.id for relation in g.relations())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "must have letters"),
        (" !! ", "must have letters"),
        ("Sam \u202eevil", r"U\+202E"),
        ("bad\x01name", r"U\+0001"),
        ("\udcff name", r"U\+DCFF"),
        ("x" * 501, "at most 500"),
    ],
)
def test_names_that_say_nothing_or_play_tricks_are_refused(name: str, message: str) -> None:
    """As a new name, as a speaker, as who decides and why; nothing is decided."""
    with stored(HARBOUR) as g:
        claim = g.claims()[0].id
        with pytest.raises(UsageError, match=message):
            g.rename("Mara Ellison", name)
        with pytest.raises(UsageError, match=message):
            g.set_speaker(claim, name)
        if name:
            with pytest.raises(UsageError, match=message):
                g.accept(claim, by=name)
            with pytest.raises(UsageError, match=message):
                g.accept(claim, why=name)
        assert g.decisions() == []
