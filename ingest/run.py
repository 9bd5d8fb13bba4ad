"""Articles into a store, one atomic step each: what was done stays, whatever happens to the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyoxigraph as ox

from ingest import DEFAULT_EXTRACTOR, extract, formats, language, metadata, pipeline, workers
from ingest.extract.protocol import Extractor
from ingest.signals import undisturbed
from kg.errors import ArticleError
from kg.link import Linker
from kg.log import record
from kg.model import Article
from kg.ontology import notation, term
from kg.store import Store, value


@dataclass(slots=True)
class Report:
    """What a run did. ``counts`` and ``lacking`` (no date, no publisher) are of the articles that it took in."""

    added: int = 0
    revised: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: list[ArticleError] = field(default_factory=list)
    same_text: list[tuple[str, str]] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    articles: list[str] = field(default_factory=list)
    lacking: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False

    @property
    def done(self) -> int:
        """How many articles were looked at."""
        return self.added + self.revised + self.replaced + self.unchanged + len(self.failed)


def read(paths: Sequence[str], options: formats.ReadOptions | None = None) -> Iterator[Article | ArticleError]:
    """The articles that the paths stand for, with what their own text tells of their metadata; errors as values.

    ``options.notify`` is told which of them are in a language that nothing is extracted from.

    Raises:
        UsageError: something is wrong with the whole call, as `ingest.formats.read_all` says.
    """
    options = options or formats.ReadOptions()
    found = formats.read_all(paths, options)
    return (_inferred(a, options.notify) if isinstance(a, Article) else a for a in found)


def _inferred(article: Article, notify: formats.Notify) -> Article:
    article = metadata.infer(article)
    if told := language.remark(article):
        notify(article.source, told)
    return article


def ingest(
    store: Store,
    articles: Iterable[Article | ArticleError],
    *,
    extractor: str = DEFAULT_EXTRACTOR,
    jobs: int | None = 1,
    force: bool = False,
    progress: Callable[[Report], None] = lambda report: None,
    now: datetime | None = None,
) -> Report:
    """Takes articles into a store and reports what was done.

    An article that cannot be taken in is reported and the rest goes on. One that is there already, from the same
    input, is left alone unless ``force``. ``jobs`` processes extract; none given, one for each core, or this one alone
    for a few articles. After an interruption (Ctrl-C) the report says so, and the store holds every
    article that was done. ``progress`` is told after every article; ``now`` is the time that the log records.

    Raises:
        StoreError: the store cannot be written to; what was written before is whole.
        ModelError: the extractor's model is missing or damaged.
        UsageError: no extractor has such a name.
    """
    chosen = extract.load(extractor)
    report, started = Report(), now or datetime.now(UTC)
    linker = Linker(store)
    texts = _texts(store)
    try:
        wanted = _new(store, articles, chosen, report, texts, force=force, progress=progress)
        for article, quads in workers.extracted(wanted, chosen, store.iris, jobs):
            if isinstance(quads, ArticleError):
                report.failed.append(quads)
            else:
                with undisturbed():
                    _take_in(store, linker, article, quads, report)
            progress(report)
    except KeyboardInterrupt:
        report.interrupted = True
    finally:
        record(store, "ingest", started, now or datetime.now(UTC), generated=report.articles)
    return report


def _new(
    store: Store,
    articles: Iterable[Article | ArticleError],
    extractor: Extractor,
    report: Report,
    texts: dict[str, str],
    *,
    force: bool,
    progress: Callable[[Report], None],
) -> Iterator[Article]:
    """The articles that need extracting; errors and unchanged ones are reported."""
    for article in articles:
        if isinstance(article, ArticleError):
            report.failed.append(article)
        elif not force and _input_hash(store, article) == pipeline.input_hash(article, extractor):
            report.unchanged += 1
            if store.is_superseded(article.key):
                report.earlier.append(article.source)
        else:
            twin = texts.setdefault(article.raw_sha256, article.source)
            if twin != article.source:
                report.same_text.append((article.source, twin))
            yield article
            continue
        progress(report)


def _texts(store: Store) -> dict[str, str]:
    """Hash of raw bytes → the source that has them already."""
    pattern = store.engine.quads_for_pattern
    hashes = {q.subject: value(q.object) for q in pattern(None, term("kg:rawHash"), None, None)}
    sources = {q.subject: value(q.object) for q in pattern(None, term("kg:source"), None, None)}
    return {raw: sources[node] for node, raw in sorted(hashes.items(), key=str) if node in sources}


def _input_hash(store: Store, article: Article) -> str | None:
    """The hash of the input from which the store's extraction of this article was made."""
    node = store.iris.mint("extraction", article.key)
    quad = next(store.engine.quads_for_pattern(node, term("kg:inputHash"), None, None), None)
    return value(quad.object) if quad else None


def _take_in(store: Store, linker: Linker, article: Article, quads: list[ox.Quad], report: Report) -> None:
    existed = store.holds(store.iris.says(article.key))
    revises = linker.put(article.key, quads)
    if existed:
        report.replaced += 1
    elif revises:
        report.revised += 1
    else:
        report.added += 1
    report.articles.append(article.key)
    report.counts += _counts(quads)
    report.lacking.update(name for name in ("publisher", "date") if not getattr(article, name))


def _counts(quads: list[ox.Quad]) -> Counter[str]:
    """How many of each kind an article's quads describe."""
    classes = Counter(q.object for q in quads if q.predicate == _TYPE)
    found = Counter({kind: classes[node] for kind, node in _COUNTED.items()})
    found.update(notation(value(q.object)) for q in quads if q.predicate == _ENTITY_TYPE)
    return found


_TYPE, _ENTITY_TYPE = term("rdf:type"), term("kg:entityType")
_COUNTED = {"claim": term("kg:Claim"), "figure": term("kg:Figure"), "relation": term("kg:Relation")}
