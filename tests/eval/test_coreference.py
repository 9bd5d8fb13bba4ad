"""The metrics of coreference give what is worked out by hand, and GUM is read as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.document import Document
from kg.model import Span
from tests.eval import coreference
from tests.eval.coreference import Counted, b_cubed, ceaf_e, equal_heads, grouped, main, mean, measured, muc
from tests.eval.gum import Marked, read

KEY, RESPONSE = ["abc", "defg"], ["ab", "cd", "fghi"]
"""The worked example of Pradhan and others, "Scoring coreference partitions of predicted mentions" (ACL 2014)."""


def _clusters(words: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def _rates(counted: Counted) -> tuple[float, float, float]:
    return round(counted.recall, 1), round(counted.precision, 1), round(counted.f1, 1)


def test_muc_counts_links() -> None:
    """Kept are a-b and f-g: 2 of the key's 2 + 3 links, and of the response's 1 + 1 + 3."""
    assert muc(_clusters(KEY), _clusters(RESPONSE)) == Counted(2, 5, 2, 5)
    assert _rates(muc(_clusters(KEY), _clusters(RESPONSE))) == (40.0, 40.0, 40.0)


def test_b_cubed_counts_what_stays_with_each_mention() -> None:
    """Recall (4/3 + 1/3 + 1/4 + 4/4) of 7 mentions, precision (4/2 + 1/2 + 1/2 + 4/4) of 8."""
    counted = b_cubed(_clusters(KEY), _clusters(RESPONSE))
    assert (round(counted.recalled * 12), counted.marked, counted.precise, counted.found) == (35, 7, 4.0, 8)
    assert _rates(counted) == (41.7, 50.0, 45.5)


def test_ceaf_e_pairs_entities_for_the_most() -> None:
    """The best pairing has 2·2/(3 + 2) and 2·2/(4 + 4): 1.3 of 2 entities in the key and 3 in the response."""
    assert _rates(ceaf_e(_clusters(KEY), _clusters(RESPONSE))) == (65.0, 43.3, 52.0)


def test_ceaf_e_takes_the_best_pairing_and_not_the_nearest_pair_first() -> None:
    """Abcde is nearest to abcf (6/9), which leaves f alone; abcde with de (4/7) and f with abcf (2/5) is more."""
    counted = ceaf_e(_clusters(["abcde", "f"]), _clusters(["abcf", "de"]))
    assert counted.recalled == pytest.approx(4 / 7 + 2 / 5)


@pytest.mark.parametrize("metric", [muc, b_cubed, ceaf_e])
def test_what_is_marked_gets_all_points(metric: coreference.Metric) -> None:
    """The key as its own response; and nothing gets none."""
    assert _rates(metric(_clusters(KEY), _clusters(KEY))) == (100.0, 100.0, 100.0)
    assert _rates(metric(_clusters(KEY), [])) == (0.0, 0.0, 0.0)


def test_mentions_alone_count_for_entities_and_not_for_links() -> None:
    """A response that joins nothing keeps no link."""
    key, response = _clusters(["ab", "c"]), _clusters(["a", "b", "c"])
    assert muc(key, response) == Counted(0, 1, 0, 0)
    assert _rates(b_cubed(key, response)) == (66.7, 100.0, 80.0)
    assert mean([muc(key, response), b_cubed(key, response)]) == pytest.approx(40.0)


CONLLU = """\
# newdoc id = made
# global.Entity = GRP-etype-infstat-minspan-identity
# newpar
# sent_id = 1
1\tDr.\tdr.\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=(1-person-new-1,2-Ada_Quill
2\tQuill\tquill\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=1)
3\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
4-5\tTor's\t_\t_\t_\t_\t_\t_\t_\t_
4\tTor\ttor\tPROPN\tNNP\t_\t6\tnmod:poss\t_\tEntity=(2-abstract-new-3(3-person-new-1-Tor
5\t's\t's\tPART\tPOS\t_\t4\tcase\t_\tEntity=3)
6\tboat\tboat\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6.1\tseen\tsee\tVERB\tVBN\t_\t_\t_\t_\t_
7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-1-Ada_Quill)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = 3
1\tHarbour\tharbour\tNOUN\tNN\t_\t0\troot\t_\tEntity=(4[1/2]-organization-new-1
2\tstaff\tstaff\tNOUN\tNN\t_\t1\tconj\t_\tEntity=4[1/2])
3\t,\t,\tPUNCT\t,\t_\t1\tpunct\t_\t_
4\tsays\tsay\tVERB\tVBZ\t_\t1\tparataxis\t_\t_
5\tTor\ttor\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(3-person-giv:act-1-Tor)
6\tof\tof\tADP\tIN\t_\t7\tcase\t_\tEntity=(4[2/2]-organization-new-1
7\tQuay\tquay\tPROPN\tNNP\t_\t1\tnmod\t_\tEntity=(5-place-new-1)4[2/2])
"""


def test_gum_is_read_with_offsets_that_are_known() -> None:
    """Paragraphs, contractions and words left out; nested and discontinuous mentions; only the types that are read."""
    found = read(CONLLU, "made")
    assert found.text == "Dr. Quill saw Tor's boat. She left.\n\nHarbour staff , says Tor of Quay"
    shown = [
        (mention.span.of(found.text), mention.head.of(found.text), mention.entity, mention.type, mention.form)
        for mention in found.mentions
    ]
    assert shown == [
        ("Dr. Quill", "Quill", "1", "person", "name"),
        ("Tor's", "Tor", "3", "person", "name"),
        ("She", "She", "1", "person", "pronoun"),
        ("Harbour staff , says Tor of Quay", "Harbour", "4", "organisation", "nominal"),
        ("Tor", "Tor", "3", "person", "name"),
        ("Quay", "Quay", "5", "place", "name"),
    ]


def test_equal_heads_join_and_pronouns_stand_alone() -> None:
    """Whatever their case; the baseline joins no pronoun, not even with its like."""
    text = "Quill quill she she Tor"
    starts = [(0, 5, "name"), (6, 11, "nominal"), (12, 15, "pronoun"), (16, 19, "pronoun"), (20, 23, "name")]
    mentions = [Marked(Span(a, b), Span(a, b), "1", "person", form) for a, b, form in starts]  # type: ignore[arg-type]
    assert [set(cluster) for cluster in grouped(equal_heads(text, mentions))] == [{0, 1}, {2}, {3}, {4}]


def test_documents_are_counted_together() -> None:
    """The same entity number in two documents is two entities."""
    one = read(CONLLU)
    counted = measured([one, one], lambda document: [mention.entity for mention in document.mentions])
    assert counted["CEAF-e"].marked == 8
    assert mean(counted.values()) == 100.0


def test_the_command_prints_the_baseline_and_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The system gets the text laid out and the spans of the mentions, and nothing else."""
    given: list[tuple[str, list[str]]] = []

    def clusters(document: Document, mentions: Sequence[Span]) -> list[int]:
        given.append((document.text, [span.of(document.text) for span in mentions]))
        return [0] * len(mentions)

    monkeypatch.setattr(coreference, "GUM", tmp_path)
    assert main([]) == 1
    monkeypatch.setattr(coreference, "load", lambda folder: [read(CONLLU)])
    (tmp_path / "dev").mkdir()
    monkeypatch.setattr(coreference, "clusters", clusters)
    assert main([]) == 0
    assert "\nsystem " in capsys.readouterr().out
    assert given[0][1][:3] == ["Dr. Quill", "Tor's", "She"]


def test_gum_without_a_header_is_read_too() -> None:
    """Without a header the first fields are the entity and its type."""
    plain = CONLLU.replace("# global.Entity = GRP-etype-infstat-minspan-identity\n", "")
    assert [mention.entity for mention in read(plain).mentions] == ["1", "3", "1", "4", "3", "5"]
