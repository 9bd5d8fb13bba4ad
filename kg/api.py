"""The library in one object: `kg.open` gives a `Graph` to query, trace and list."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg import query, store
from kg.curating import Curating
from kg.decisions import taken_back
from kg.errors import UsageError
from kg.graph import ClaimFilter, Reader, Records, is_date
from kg.model import (
    ArticleRecord,
    ClaimRecord,
    EntityRecord,
    FigureRecord,
    RelationRecord,
)

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network
    from rdflib import Dataset

    from kg.around import Nearby, Neighbourhood
    from kg.evidence import Evidence
    from kg.network import EvidencePath
    from kg.trace import Trace


class Claims(list[ClaimRecord]):
    """A list of claims that can become a frame."""

    def to_pandas(self) -> Any:
        """A pandas frame, a row a claim: speaker and about as labels, the rest as in the record.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise UsageError("pandas is not installed: pip install 'claimgraph[pandas]'") from None
        rows = [flat(claim) for claim in self]
        return pandas.DataFrame(rows, columns=list(flat(_EMPTY)))

    def _repr_html_(self) -> str:
        from html import escape

        rows = "".join(
            f"<tr><td>{escape(c.speaker.label if c.speaker else '')}</td><td>{escape(c.cue or '')}</td>"
            f"<td>{escape(c.text)}</td><td>{escape(c.source)}</td></tr>"
            for c in self[:100]
        )
        more = f"<p>{len(self) - 100} more</p>" if len(self) > 100 else ""
        return (
            "<table><thead><tr><th>speaker</th><th>cue</th><th>exact words</th><th>source</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>{more}"
        )


class Graph(Curating):
    """A store opened for work. Use it in the thread that opened it, and close it or use it in ``with``."""

    def __init__(self, opened: store.Store) -> None:
        self.store = opened

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def refresh(self) -> None:
        """Forgets what was read, after the store was written to."""
        for read in ("reader", "_evidence"):
            self.__dict__.pop(read, None)

    @cached_property
    def reader(self) -> Reader:
        """The reader of records; entities are loaded once."""
        return Reader(self.store)

    def query(self, text: str, parameters: Mapping[str, str] | None = None, **more: str) -> query.Results:
        """The answer to a canned query's name, a ``.rq`` file's path, or SPARQL text.

        Parameters are bound, never spliced in: ``g.query("who-said-what", speaker="Mara Ellison")``.

        Raises:
            QueryError, UsageError, NotFoundError: as `kg.query.run`.
        """
        asked = {**(parameters or {}), **more}
        needs_entities = bool(asked) and query.takes_entity(text)
        return query.run(self.store, text, asked, entities=self.reader.entities if needs_entities else None)

    def claims(self, **filters: Any) -> Claims:
        """The claims that pass all filters, by source and place in the text; filters as `wanted`.

        Raises:
            NotFoundError: no entity has such a name.
        """
        return Claims(self.reader.claims(self.wanted(**filters)))

    def wanted(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        type: str | None = None,
        mode: str | None = None,
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        attributed: bool = False,
        all_versions: bool = False,
        rejected: bool = False,
    ) -> ClaimFilter:
        """A filter of claims.

        ``speaker`` and ``about`` are names or ids of entities, ``source`` a source, an article's id or a publisher,
        ``since`` and ``until`` ISO dates; ``attributed`` leaves out what articles say in their own voice. Of a
        corrected article only the current version counts, unless ``all_versions``; claims that people rejected are left
        out, unless ``rejected``.

        Raises:
            NotFoundError: no entity has such a name, no article such a source.
            UsageError: a date is not one, or ``since`` is after ``until``.
        """
        find = self.reader.entities.find
        for date in (since, until):
            if date is not None and not is_date(date):
                raise UsageError(f"{date}: not a date; write 2025, 2025-12 or 2025-12-31")
        if since and until and since[: len(until)] > until[: len(since)]:
            raise UsageError(f"nothing is both since {since} and until {until}")
        if source is not None:
            self.reader.check_source(source)
        return ClaimFilter(
            speaker=None if speaker is None else find(speaker).id,
            about=None if about is None else find(about).id,
            type=type,
            mode=mode,
            source=source,
            since=since,
            until=until,
            text=text,
            attributed=attributed,
            all_versions=all_versions,
            rejected=rejected,
        )

    def articles(self) -> list[ArticleRecord]:
        """Every article version, by source."""
        return list(self.reader.articles())

    def entities(self) -> list[EntityRecord]:
        """Every entity with mentions, roles and counts, by type and label."""
        return list(self.reader.entity_records())

    def figures(self) -> list[FigureRecord]:
        """Every figure of current article versions."""
        return list(self.reader.figures())

    def relations(self) -> list[RelationRecord]:
        """Every relation of current article versions."""
        return list(self.reader.relations())

    def records(self, *, rejected: bool = False) -> Records:
        """Claims, entities, figures, relations and articles together: each article is read once.

        What people rejected, and what stands in it, only if asked for.
        """
        return self.reader.records(rejected=rejected)

    def around(self, what: str, **options: Any) -> Neighbourhood:
        """The records around one entity, read without the rest of the store; options as `kg.around.around`.

        Raises:
            NotFoundError: no entity, or several, are meant.
        """
        from kg.around import around

        return around(self.store, self.reader, what, **options)

    def nearby(self, what: str, **options: Any) -> Nearby:
        """What joins one entity and those around it, without words; options as `kg.around.nearby`.

        Raises:
            NotFoundError: no entity, or several, are meant.
        """
        from kg.around import nearby

        return nearby(self.store, self.reader, what, **options)

    def details(self, nodes: Iterable[str], *, rejected: bool = False) -> Records:
        """The records of some claims and relations, by their IRIs, as `kg.details.details` gives them."""
        from kg.details import details

        return details(self.store, self.reader, nodes, rejected=rejected)

    def evidence(self, *, rejected: bool = False) -> Evidence:
        """What joins the entities, read by the store's indexes alone; with rejected claims if asked for."""
        from kg import evidence

        return evidence.read(self.store, self.reader.entities, rejected=True) if rejected else self._evidence

    def text(self, article: str) -> str:
        """The stored text of an article, by its id."""
        iri = self.store.iris.expand(article) or article
        return self.reader.text(self.store.iris.key(iri))

    def trace(self, what: str) -> list[Trace]:
        """The evidence behind a claim's id, an entity, a figure's id, or some words.

        Raises:
            NotFoundError: nothing fits.
        """
        from kg import trace

        return trace.trace(self.store, what, self.reader)

    def remove(self, what: str, *, now: datetime | None = None) -> list[ArticleRecord]:
        """Takes out all versions of a source, or one article by its id, and returns what was taken out.

        Raises:
            NotFoundError: the store has no such article.
        """
        from kg.link import Linker
        from kg.log import record

        started = now or datetime.now(UTC)
        gone = self.reader.article(what)
        linker = Linker(self.store)
        keys = [self.store.iris.key(article.id) for article in gone]
        for key in keys:
            linker.remove(key)
        record(self.store, "remove", started, now or datetime.now(UTC), invalidated=keys)
        self.refresh()
        return gone

    def network(self, **options: Any) -> networkx.MultiDiGraph[str]:
        """A graph whose nodes and edges carry the ids of the claims behind them; options as `kg.network.build`."""
        from kg import network

        needs_records = options.get("view") == "chain"
        return network.build(self.records() if needs_records else self._evidence, **options)

    def pyvis(self, **options: Any) -> Network:
        """The drawing of the page as a ``pyvis.network.Network``, to show in a notebook or to change.

        Options as `kg.export.Options`: ``focus``, ``hops``, ``max_nodes``, ``rejected``. Coordinates are set and
        physics is off; ``g.pyvis(focus="Mara Ellison").show("kast.html", notebook=False)`` writes pyvis's own page.

        Raises:
            NotFoundError: no entity, or several, are meant by the focus.
            UsageError: more names are to be drawn than a page can hold.
        """
        from kg.export import Options, visnetwork

        return visnetwork.network(self, Options(**options))

    def path(self, start: str, end: str, **options: Any) -> list[EvidencePath]:
        """The shortest paths of claims and relations between two entities; options as `kg.network.paths`.

        Raises:
            NotFoundError: there is no such entity, or they are not connected.
        """
        from kg import network

        return network.paths(self.store, self.reader.entities, self._evidence, start, end, **options)

    @cached_property
    def _evidence(self) -> Evidence:
        """What joins the entities, read once."""
        from kg import evidence

        return evidence.read(self.store, self.reader.entities)

    def dump(self, path: str | os.PathLike[str], format: str, *, history: bool = False) -> None:
        """Writes the whole store to a file, sorted; ``format`` is a suffix of RDF: ttl, trig, nq, nt, jsonld.

        Decisions that were taken back are left out, unless ``history``: a merge that is undone leaves the same dump.

        Raises:
            UsageError: no RDF format has such a suffix.
        """
        from pyoxigraph import RdfFormat

        chosen = RdfFormat.from_extension(format)
        if chosen is None:
            raise UsageError(f"{format}: not a suffix of an RDF format; use ttl, trig, nq, nt or jsonld")
        with open(path, "wb") as out:
            self.store.dump(out, chosen, without=frozenset() if history else taken_back(self.store))

    @property
    def dataset(self) -> Dataset:
        """The store as an `rdflib.Dataset` whose default graph is the union of all.

        It hands queries to the engine as they are, ``SERVICE`` included: keep `query` for queries of others.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.store.engine), default_union=True)

    def __repr__(self) -> str:
        return f"<kg.Graph {self.store.path or store.MEMORY}>"

    def _repr_html_(self) -> str:
        from html import escape

        where = escape(str(self.store.path or store.MEMORY))
        return f"<p><b>claimgraph</b> {where}: {len(self.reader.keys())} articles</p>"


def open_graph(where: str | os.PathLike[str] | None = None, *, writable: bool = False) -> Graph:
    """A store as a `Graph`: the folder ``where``, else that of ``KG_STORE``, else ``./kg-store``; or ``:memory:``.

    Several processes may read one store while none writes.

    Raises:
        StoreError: there is no store, it is something else, or it is in use.
    """
    place = where or os.environ.get("KG_STORE") or store.DEFAULT_WHERE
    return Graph(store.open_(place, writable=writable))


def flat(claim: ClaimRecord) -> dict[str, Any]:
    """A claim as one row of plain values, for tables and frames."""
    return {
        "id": claim.id,
        "date": claim.date,
        "speaker": claim.speaker.label if claim.speaker else None,
        "cue": claim.cue,
        "text": claim.text,
        "mode": claim.mode,
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "about": "; ".join(entity.label for entity in claim.about),
        "cites": "; ".join(entity.label for entity in claim.cites),
        "publisher": claim.publisher,
        "title": claim.title,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "article": claim.article,
        "embedded_in": claim.embedded_in,
        "score": claim.score,
        "status": claim.status,
    }


_EMPTY = ClaimRecord(
    id="", source="", article="", start=0, end=0, parts=None, text="", speaker=None, speaker_span=None, cue=None,
    cue_span=None, mode="", type="", polarity="", certainty="", about=(), figures=(), cites=(), embeds=(),
    embedded_in=None, date=None, score=0.0,
)  # fmt: skip
