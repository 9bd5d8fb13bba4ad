from __future__ import annotations

import re
from pathlib import Path

from kg.export.page import TEMPLATES
from kg.web.app import STATIC


def _colours(path: Path) -> list[dict[str, str]]:
    """The variables of a style's light and dark set."""
    sets = re.findall(r":root[^{]*\{([^}]*)\}", path.read_text(encoding="utf-8"))
    return [dict(re.findall(r"(--[\w-]+): ([^;]+);", each)) for each in sets]


def test_colours_are_those_of_the_exported_page() -> None:
    """Light and dark: each file holds them, for each tells the two apart in its own way."""
    ours, theirs = _colours(STATIC / "site.css"), _colours(TEMPLATES / "page.css")
    assert [bool(each) for each in ours] == [bool(each) for each in theirs] == [True, True]
    assert [own.items() - every.items() for own, every in zip(ours, theirs, strict=True)] == [set(), set()]
