"""Articles extracted, here or in processes of their own, in the order in which they came."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

import pyoxigraph as ox

from ingest import extract, pipeline
from ingest.extract.protocol import Extractor
from ingest.signals import held_back, on_ending
from kg.errors import ArticleError, KgError
from kg.iris import Iris
from kg.model import Article

Made = TypeVar("Made")
AHEAD = 4
"""How many articles a worker may be ahead of the writer, so that memory stays level."""
FEW = 8
"""So many articles are done before other processes would have begun."""


def extracted(
    articles: Iterator[Article], extractor: Extractor, iris: Iris, jobs: int | None
) -> Iterator[tuple[Article, list[ox.Quad] | ArticleError]]:
    """Articles with their quads, in the order they came; in other processes where there is more than one job."""
    if jobs is None:
        begun = list(islice(articles, FEW + 1))
        jobs = 1 if len(begun) <= FEW else os.cpu_count() or 1
        articles = chain(begun, articles)
    if jobs <= 1:
        for article in articles:
            yield article, _quads(article, extractor, iris)
        return
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_ready, initargs=(extractor.name, iris)
    )
    pending: list[tuple[Article, Future[bytes | ArticleError]]] = []
    try:
        while True:
            for article in islice(articles, jobs * AHEAD - len(pending)):
                with held_back():
                    pending.append((article, pool.submit(_work, article)))
            if not pending:
                return
            article, future = pending.pop(0)
            answer = future.result()
            yield (
                article,
                answer if isinstance(answer, ArticleError) else list(ox.parse(answer, format=ox.RdfFormat.N_QUADS)),
            )
    finally:
        with on_ending(lambda *_: None):  # broken off, this could hang; it waits for the articles in work
            pool.shutdown(wait=True, cancel_futures=True)


def attempt(article: Article, work: Callable[[], Made]) -> Made | ArticleError:
    """What the work on an article makes; whatever goes wrong with it is its own error, and the rest goes on.

    Raises `KgError` where not the article is at fault (the model is missing).
    """
    try:
        return work()
    except ArticleError as error:
        return error
    except KgError:
        raise
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        reason = f"{type(error).__name__}: {error}"
        return ArticleError(
            article.source, f"this text trips the extractor ({reason}); please report it. The article was left out."
        )


def _quads(article: Article, extractor: Extractor, iris: Iris) -> list[ox.Quad] | ArticleError:
    return attempt(article, lambda: pipeline.quads(article, extractor, iris))


_worker: tuple[Extractor, Iris] | None = None


def _ready(extractor: str, iris: Iris) -> None:
    """Makes a worker process ready: the extractor is loaded once, and nothing outlives the parent."""
    global _worker
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = (extract.load(extractor), iris)


def _end_with_parent() -> None:
    """Ends this process when its parent was killed outright: nobody would ever call it again."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(article: Article) -> bytes | ArticleError:
    assert _worker is not None, "the pool's initializer ran"
    quads = _quads(article, *_worker)
    return quads if isinstance(quads, ArticleError) else ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
