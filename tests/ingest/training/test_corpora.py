"""Each corpus is read as its annotators meant it: exact texts, exact spans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.training.corpora import Example, Frame, Name, columns, everything, gum, polnear

TEXT = "Lima  said that tolls,\nshe fears, will rise. “Nonsense,” it was said. (Okonjo agreed.)\n"
FIRST = """\
T1\tSource 0 4\tLima
T2\tCue 6 10;28 33\tsaid fears
T3\tContent 16 21;34 43\ttolls will rise
T4\tAttribution 6 10\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tCue 56 68\t it was said
T6\tContent 45 56\t“Nonsense,”
T7\tAttribution-no-source 57 68\tit was said
E2\tAttribution-no-source:T7 Cue:T5 Content:T6
A1\tSourceType T1 Person
#1\tAnnotatorNotes T1\tsure
"""
SECOND = """\
T1\tSource 0 4\tLima
T2\tCue 6 10\tsaid
T3\tContent 16 21\ttolls
T4\tContent 22 32\tshe fears,
T5\tAttribution 6 10\tsaid
E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3 Content2:T4
T6\tDiscard 70 86\t(Okonjo agreed.)
T7\tContent 70 86\t(Okonjo agreed.)
T8\tAttribution 70 86\t(Okonjo agreed.)
E2\tAttribution:T8 Content:T7
"""

COLUMNS = [
    (
        "Lima\tB-person\nOkonjo\tI-person\nleft\tO\nQuay\tB-location\n.\tO\n\nIt\tO\nrained\tO\n",
        "Lima Okonjo left Quay.\nIt rained\n",
        [(0, 11, "person"), (17, 21, "place")],
    ),
    (
        "Lima\tB-person\nOkonjo\tB-person\nBank\tI-group\n\nBank\tI-group\n",
        "Lima Okonjo Bank\nBank\n",
        [(0, 4, "person"), (5, 11, "person"), (12, 16, "organisation"), (17, 21, "organisation")],
    ),
    (
        "The\tO\nSong\tB-creative-work\nis\tO\nLima\tB-corporation\n's\tO\n(\tO\nso\tO\n)\tO\n",
        "The Song is Lima's (so)\n",
        [(12, 16, "organisation")],
    ),
    ("#\tO\n#quay\tO\n", "##quay\n", []),
    ("\n\n\n", None, []),
]
GUM = """\
# newdoc id = little
# text = Lima Okonjo won't leave Port Quay.
1\tLima\tLima\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-cf1-1-sgl
2\tOkonjo\tOkonjo\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3-4\twon't\t_\t_\t_\t_\t_\t_\t_\t_
3\two\twill\tAUX\tMD\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
4.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
5\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\t_
6\tPort\tPort\tPROPN\tNNP\t_\t5\tobj\t_\tEntity=(2-place-new-cf2-2-sgl-Port_Quay
7\tQuay\tQuay\tPROPN\tNNP\t_\t6\tflat\t_\tSpaceAfter=No|Entity=2)
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = The mayor of Quay met the University of Port Quay team (and Lima).
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(3-person-new-cf1-2-sgl
2\tmayor\tmayor\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tQuay\tQuay\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(4-place-new-cf2-1-sgl)3)
5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
6\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\tEntity=(5-person-new-cf3-6-sgl(6-organization-new-cf3-2-sgl
7\tUniversity\tUniversity\tPROPN\tNNP\t_\t11\tcompound\t_\t_
8\tof\tof\tADP\tIN\t_\t10\tcase\t_\t_
9\tPort\tPort\tPROPN\tNNP\t_\t10\tcompound\t_\tEntity=(2-place-giv:act-cf2-2-coref
10\tQuay\tQuay\tPROPN\tNNP\t_\t7\tnmod\t_\tEntity=2)6)
11\tteam\tteam\tNOUN\tNN\t_\t5\tobj\t_\tEntity=5)
12\t(\t(\tPUNCT\t-LRB-\t_\t14\tpunct\t_\tSpaceAfter=No
13\tand\tand\tCCONJ\tCC\t_\t14\tcc\t_\t_
14\tLima\tLima\tPROPN\tNNP\t_\t5\tconj\t_\tEntity=(1-person-giv:act-cf1-1-coref)|SpaceAfter=No
15\t)\t)\tPUNCT\t-RRB-\t_\t14\tpunct\t_\tSpaceAfter=No
16\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = Quay's people met Abara, Quist and Lima
1-2\tQuay's\t_\t_\t_\t_\t_\t_\t_\t_
1\tQuay\tQuay\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(7-person-new-cf2-3-sgl(4-place-giv:act-cf2-1-coref
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=4)
3\tpeople\tpeople\tNOUN\tNNS\t_\t4\tnsubj\t_\tEntity=7)
4\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
5\tAbara\tAbara\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=(8-person-new-cf3-1,3,5-sgl(9-person-new-cf4-1-sgl)|SpaceAfter=No
6\t,\t,\tPUNCT\t,\t_\t7\tpunct\t_\t_
7\tQuist\tQuist\tPROPN\tNNP\t_\t5\tconj\t_\tEntity=(10-person-new-cf5-1-sgl)
8\tand\tand\tCCONJ\tCC\t_\t9\tcc\t_\t_
9\tLima\tLima\tPROPN\tNNP\t_\t5\tconj\t_\tEntity=(1-person-giv:inact-cf1-1-coref)8)
"""


def written(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles, one that two people annotated and one that nobody did."""
    written(tmp_path / "text/outlet_2031-05-01_tolls.txt", TEXT)
    written(tmp_path / "text/outlet_2031-05-02_rain.txt", "It rained.\n")
    written(tmp_path / "attributions/outlet_2031-05-01_tolls_0a1b.ann", FIRST)
    written(tmp_path / "attributions/outlet_2031-05-01_tolls_2c3d.ann", SECOND)
    return tmp_path


def test_attributions_are_read_as_each_annotator_marked_them(articles: Path) -> None:
    """Of a broken cue the first part counts, contents keep their parts, white space around and between is dropped."""
    marked, unmarked = polnear(articles)
    assert marked == Example(
        key="outlet_2031-05-01_tolls",
        text=TEXT,
        readings=(
            (
                Frame(cue=(6, 10), source=(0, 4), content=((16, 21), (34, 43))),
                Frame(cue=(57, 68), source=None, content=((45, 56),)),
            ),
            (Frame(cue=(6, 10), source=(0, 4), content=((16, 21), (23, 32))),),
        ),
        skipped=((70, 86),),
    )
    assert unmarked == Example(key="outlet_2031-05-02_rain", text="It rained.\n")


def test_parts_that_only_white_space_parts_are_one(tmp_path: Path) -> None:
    """A content in several marks that lie side by side is one part."""
    written(tmp_path / "text/a.txt", "Lima said: tolls\nwill rise.")
    lines = (
        "T1\tCue 5 9\tsaid",
        "T2\tContent 11 16;17 21\ttolls will",
        "T3\tContent 22 26\trise",
        "T4\tAttribution 5 9\t",
    )
    written(
        tmp_path / "attributions/a_0a1b.ann", "\n".join((*lines, "E1\tAttribution:T4 Cue:T1 Content:T2 Content2:T3"))
    )
    (example,) = polnear(tmp_path)
    assert example.readings == ((Frame((5, 9), None, ((11, 26),)),),)


def test_offsets_count_code_points_and_line_ends_stay(tmp_path: Path) -> None:
    """An emoji is one character, a carriage return another."""
    text = "\U0001f6a2 Lima said:\r\nTolls rise.\r\n"
    (tmp_path / "text").mkdir()
    (tmp_path / "text/a.txt").write_bytes(text.encode())
    lines = ("T1\tCue 7 11\tsaid", "T2\tContent 14 24\tTolls rise", "T3\tAttribution 7 11\tsaid")
    written(tmp_path / "attributions/a_0a1b.ann", "\n".join((*lines, "E1\tAttribution:T3 Cue:T1 Content:T2")))
    (example,) = polnear(tmp_path)
    ((frame,),) = example.readings
    assert [example.text[slice(*span)] for span in (frame.cue, *frame.content)] == ["said", "Tolls rise"]


def test_names_that_a_machine_marked_come_with_their_article(articles: Path) -> None:
    """Silver names are in the manner of news; an article without an entry has none."""
    silver = written(
        articles / "silver.json", json.dumps({"outlet_2031-05-01_tolls": [[0, 4, "PER"], [71, 77, "ORG"]]})
    )
    marked, unmarked = polnear(articles, silver)
    assert marked.names == (Name((0, 4), "person"), Name((71, 77), "organisation"))
    assert (marked.style, unmarked.style) == ("news", None)


@pytest.mark.parametrize(("lines", "text", "names"), COLUMNS)
def test_words_in_columns_become_sentences(
    tmp_path: Path, lines: str, text: str | None, names: list[tuple[int, int, str]]
) -> None:
    """Words are set with spaces as in print, a line a sentence; other kinds of names than ours are passed over."""
    read = columns(written(tmp_path / "a.conll", lines), word=0, label=1, style="web")
    assert [example.text for example in read] == ([text] if text else [])
    found = [(*name.span, name.type) for example in read for name in example.names]
    assert found == names


def test_comments_and_other_columns_are_passed_over(tmp_path: Path) -> None:
    """Universal NER has comments above each sentence and the word in the second column."""
    lines = "# sent_id = 1\n# text = Lima left.\n1\tLima\tB-PER\t-\tX\n2\tleft\tO\t-\tX\n3\t.\tO\t-\tX\n"
    path = written(tmp_path / "set/part.iob2", lines)
    expected = Example("set-part-0", "Lima left.\n", names=(Name((0, 4), "person"),), style="web")
    assert columns(path, word=1, label=2, style="web") == [expected]


def test_the_text_above_a_sentence_tells_its_spaces(tmp_path: Path) -> None:
    """Where the text is given, words that stand together there do so in the example."""
    lines = (
        "# text = Quay/Haven, re-opened.\n1\tQuay\tB-LOC\n2\t/\tO\n3\tHaven\tB-LOC\n4\t,\tO\n5\tre\tO\n6\t-opened\tO\n"
    )
    (example,) = columns(written(tmp_path / "a.iob2", lines), word=1, label=2, style="web")
    assert example.text == "Quay/Haven, re-opened\n"
    assert [example.text[slice(*name.span)] for name in example.names] == ["Quay", "Haven"]


def test_columns_may_be_parted_by_white_space(tmp_path: Path) -> None:
    """WikiGold has inside labels alone, words that begin with a number sign, and lines that part its articles."""
    lines = "-DOCSTART- O\n\nLima I-PER\nQuay I-LOC\nNo O\n# O\n1 O\n"
    path = written(tmp_path / "a.conll", lines)
    (example,) = columns(path, word=0, label=1, style="web", separator=None)
    assert example.text == "Lima Quay No #1\n"
    assert example.names == (Name((0, 4), "person"), Name((5, 9), "place"))


def test_twenty_sentences_make_an_example(tmp_path: Path) -> None:
    """A long file becomes several examples with keys of their own, and no sentence is lost."""
    path = written(tmp_path / "set/part.conll", "".join(f"Rain\tO\n{number}\tO\n\n" for number in range(45)))
    read = columns(path, word=0, label=1, style="web")
    assert [example.key for example in read] == ["set-part-0", "set-part-20", "set-part-40"]
    assert "".join(example.text for example in read) == "".join(f"Rain {number}\n" for number in range(45))


def test_named_mentions_of_gum_are_names(tmp_path: Path) -> None:
    """Text follows the surface words; a mention counts where its head is a proper noun, the longest of nested ones."""
    written(tmp_path / "little.conllu", GUM + "\n")
    (example,) = gum(tmp_path)
    assert example.text == (
        "Lima Okonjo won't leave Port Quay.\nThe mayor of Quay met the University of Port Quay team (and Lima).\n"
        "Quay's people met Abara, Quist and Lima\n"
    )
    assert (example.key, example.style) == ("little", "gum")
    assert [(example.text[slice(*name.span)], name.type) for name in example.names] == [
        ("Lima Okonjo", "person"),
        ("Port Quay", "place"),
        ("Quay", "place"),
        ("University of Port Quay", "organisation"),
        ("Lima", "person"),
        ("Quay", "place"),
        ("Abara", "person"),
        ("Quist", "person"),
        ("Lima", "person"),
    ]
    assert [name.span for name in example.names] == sorted(name.span for name in example.names)


def test_the_parts_to_measure_on_are_left_out(tmp_path: Path) -> None:
    """Everything is read in one order; the held-out parts only when they are asked for."""
    written(tmp_path / "polnear/train/text/a.txt", "It rained.\n")
    written(tmp_path / "ner/polnear-corenlp-silver.json", "{}")
    for part in ("train", "dev"):
        written(tmp_path / f"gum/{part}/gum-{part}.conllu", GUM + "\n")
    for part in ("dev", "test"):
        written(tmp_path / f"ner/uner-ewt/{part}.iob2", "1\tLima\tB-PER\t-\tX\n")
    written(tmp_path / "ner/wikigold/wikigold.conll", "Lima I-PER\n")
    written(tmp_path / "ner/wnut17/train.conll", "Lima\tB-person\n")
    usual = ["a", "gum-train", "uner-ewt-dev-0", "wikigold-wikigold-0", "wnut17-train-0"]
    assert [example.key for example in everything(tmp_path)] == usual
    every = [example.key for example in everything(tmp_path, held_out=False)]
    assert every == [*usual, "uner-ewt-test-0", "gum-dev"]
