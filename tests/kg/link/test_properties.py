"""Whatever goes in and out and whatever is decided: the store is as if made anew, and undoing leaves nothing behind."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.triples import says
from kg.api import Graph
from kg.deciding import Desk
from kg.errors import KgError
from kg.link import Linker
from kg.link.authority import Entry
from kg.model import Article, Claim, Extraction, Mention, Referent, Span
from kg.ontology import term
from kg.store import MEMORY, Store, create

NAMES = {
    "person": ("Ann Lee", "Ann B. Lee", "Ann C. Lee", "Ann B. C. Lee", "A. Lee", "Ann Beth Lee", "Ann Lee Jr.", "Lee"),
    "organisation": (
        "World Sea Council",
        "WSC",
        "W.S.C.",
        "Western Sand Club",
        "Sea Police",
        "PDI",
        "Port District Inc",
    ),
}
"""Names that are one, or are not, by what else is known."""

Known = dict[str, tuple[Article, Extraction]]


def _article(rng: random.Random) -> tuple[Article, Extraction]:
    """An article that calls a few of `NAMES` by a few more."""
    referents = []
    for _ in range(rng.randint(1, 4)):
        kind = rng.choice(sorted(NAMES))
        name, *aliases = rng.sample(NAMES[kind], rng.randint(1, 3))
        referents.append(Referent(kind, name, tuple(sorted(aliases))))  # type: ignore[arg-type]
    mentions = tuple(Mention(Span(place, place + 1), place) for place in range(len(referents)))
    claims = (
        Claim((Span(10, 20),), "indirect", speaker=0, about=tuple(range(len(referents)))),
        Claim((Span(12, 24),), "direct", speaker=len(referents) - 1),
    )
    source, version = f"{rng.randrange(8)}.txt", rng.randrange(2)
    article = Article(
        source, f"Text {version}. The wall is safe, they said.", raw_sha256=f"{rng.getrandbits(256):064x}"
    )
    return article, Extraction("none", "1", claims, tuple(referents), mentions)


def _put(store: Store, linker: Linker, article: Article, extraction: Extraction) -> None:
    linker.put(article.key, says(article, extraction, store.iris, "hash"))


def _step(store: Store, linker: Linker, known: Known, rng: random.Random) -> None:
    """Takes an article in or out."""
    if rng.random() < 0.7 or not known:
        article, extraction = _article(rng)
        for key in [key for key, (other, _) in known.items() if other.source == article.source and key != article.key]:
            linker.remove(key)
            del known[key]
        _put(store, linker, article, extraction)
        known[article.key] = article, extraction
    else:
        key = rng.choice(sorted(known))
        linker.remove(key)
        del known[key]


def _decide(store: Store, known: Known, rng: random.Random, now: datetime) -> None:
    """Decides something at random; what makes no sense is refused, and changes nothing."""
    g = Graph(store)
    desk = Desk(store, g.reader, by="tester", now=now)
    entities = [*sorted(e.id for e in g.reader.entities), *sorted(Linker(store).register.into)]
    claims = [claim.id for claim in g.claims(rejected=True)]
    ids = [decision.id for decision in g.decisions()]
    one, other, source = rng.choice(entities), rng.choice(entities), rng.choice(sorted(known))
    kinds = (
        "merge",
        "different",
        "unsure",
        "split",
        "split off",
        "rename",
        "accept",
        "reject",
        "speaker",
        "undo",
        "list",
    )
    kind = rng.choice(kinds)
    with suppress(KgError):
        if kind in ("merge", "different", "unsure"):
            getattr(desk, kind)(one, other)
        elif kind == "split":
            desk.split(one)
        elif kind == "split off":
            desk.split(one, [known[source][0].source])
        elif kind == "rename":
            desk.rename(one, rng.choice(("Somebody Else", "Nobody")))
        elif kind in ("accept", "reject"):
            getattr(desk, kind)(rng.choice(claims))
        elif kind == "speaker":
            desk.set_speaker(rng.choice(claims), rng.choice([*entities, "Ned Kay"]))
        elif kind == "undo" and ids:
            desk.undo(rng.choice(ids))
        elif kind == "list":
            name, *aliases = rng.sample(NAMES["person"], 3)
            Linker(store).obey([Entry("person", name, tuple(aliases), ("https://example.org/1",))])


def _dump(store: Store) -> set[str]:
    """All but what hangs on the order of versions."""
    revises = term("prov:wasRevisionOf")
    return {str(quad) for quad in store.engine if quad.predicate != revises}


def _anew(store: Store, known: Known, rng: random.Random) -> Store:
    """The same articles in another order, with the same decisions and authority list."""
    fresh = create(MEMORY)
    for graph in (store.iris.decisions, store.iris.authority):
        fresh.write(list(store.graph(graph)))
    linker, items = Linker(fresh), list(known.values())
    rng.shuffle(items)
    for article, extraction in items:
        _put(fresh, linker, article, extraction)
    return fresh


@pytest.mark.parametrize("seed", range(12))
def test_store_is_as_if_made_anew(seed: int) -> None:
    """After every step: each article in or out, each decision, in whatever order."""
    rng, now = random.Random(seed), datetime(2025, 3, 4, tzinfo=UTC)
    store, known = create(MEMORY), {}
    for number in range(20):
        if known and rng.random() < 0.4:
            _decide(store, known, rng, now + timedelta(minutes=number))
        else:
            _step(store, Linker(store), known, rng)
        assert _dump(store) == _dump(_anew(store, known, rng))
        assert Linker(store).misplaced() == {}


@pytest.mark.parametrize("seed", range(6))
def test_one_linker_does_what_many_do(seed: int) -> None:
    """What it remembers from article to article is what the store says."""
    rng, store, known = random.Random(seed), create(MEMORY), {}
    linker = Linker(store)
    for _ in range(40):
        _step(store, linker, known, rng)
    assert _dump(store) == _dump(_anew(store, known, rng))
    assert [quad for key in known for quad in linker.wrong(key)] == []


@pytest.mark.parametrize("seed", range(12))
def test_undoing_all_decisions_leaves_the_dump_as_it_was(seed: int, tmp_path: Path) -> None:
    """Any sequence of merges, splits and the rest, taken back one by one, the newest first."""
    rng, now = random.Random(seed), datetime(2025, 3, 4, tzinfo=UTC)
    store, known = create(MEMORY), {}
    linker = Linker(store)
    for _ in range(8):
        _step(store, linker, known, rng)
    g = Graph(store)
    g.dump(tmp_path / "before.nq", "nq")
    for number in range(10):
        _decide(store, known, rng, now + timedelta(minutes=number))
    Linker(store).obey([])
    g.refresh()
    for decision in reversed(g.decisions()):
        if decision.verdict != "withdrawn" and decision.state != "withdrawn":
            g.undo(decision.id, by="tester")
    g.dump(tmp_path / "after.nq", "nq")
    assert (tmp_path / "after.nq").read_bytes() == (tmp_path / "before.nq").read_bytes()


def _calling(source: str, *names: str) -> tuple[Article, Extraction]:
    """An article that calls one person by some names."""
    referent = Referent("person", names[0], names[1:])
    article = Article(source, "The wall is safe, they said.", raw_sha256=source.encode().hex().rjust(64, "0"))
    return article, Extraction("none", "1", (), (referent,), (Mention(Span(0, 1), 0),))


def test_names_that_hung_together_by_one_that_nobody_bears_are_taken_apart() -> None:
    """The list joins a short form to its entry, an article a person to the short form, and a second article ends it."""
    store = create(MEMORY)
    linker = Linker(store)
    linker.obey([Entry("person", "Rosa Quill", ("A. B. Lee",))])
    known = {
        a.key: (a, e) for a, e in (_calling("1.txt", "Abe Lee", "A. B. Lee"), _calling("2.txt", "Ann Lee", "A. B. Lee"))
    }
    meant = []
    for article, extraction in known.values():
        _put(store, linker, article, extraction)
        meant.append(store.iris.compact(linker.register.entity_of(store.iris.mint("person", "abe-lee").value)))
    assert meant == ["person:rosa-quill", "person:abe-lee"]
    assert _dump(store) == _dump(_anew(store, known, random.Random(0)))
