"""A folder to write files into and the articles read out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ingest.formats import ReadOptions, read_all
from kg.errors import ArticleError
from kg.model import Article


@dataclass(frozen=True)
class Reading:
    """What came out of one run: articles, errors as ``source: problem``, notices as ``(source, message)``."""

    articles: list[Article]
    errors: list[str]
    notices: list[tuple[str, str]]

    @property
    def article(self) -> Article:
        """The one article, where nothing went wrong."""
        assert not self.errors
        assert len(self.articles) == 1
        return self.articles[0]

    @property
    def error(self) -> str:
        """The one error, where nothing else came out."""
        assert not self.articles
        assert len(self.errors) == 1
        return self.errors[0]


Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes files under a folder and reads the paths given (all of the folder if none), relative to it."""

    def run(files: Mapping[str, bytes | str], *paths: str, options: ReadOptions | None = None) -> Reading:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        notices: list[tuple[str, str]] = []
        told = replace(options or ReadOptions(), notify=lambda source, message: notices.append((source, message)))
        places = [str(tmp_path / path) for path in paths] or [str(tmp_path)]
        found = list(read_all(places, told))
        return Reading(
            [entry for entry in found if isinstance(entry, Article)],
            [str(entry) for entry in found if isinstance(entry, ArticleError)],
            notices,
        )

    return run
