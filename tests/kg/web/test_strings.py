from __future__ import annotations

import re

from kg.export import strings as exported
from kg.web.pages.rendering import TEMPLATES
from kg.web.strings import OWN, STRINGS


def test_every_word_of_the_pages_is_in_the_table() -> None:
    """What templates ask for is there, nothing is unused, and what the exported page says in the same way is its."""
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    modules = "".join(path.read_text(encoding="utf-8") for path in (TEMPLATES.parent / "pages").glob("*.py"))
    asked = set(re.findall(r"\bs\.(\w+)", templates))
    named = set(re.findall(r"[\"'](\w+)[\"']", modules))
    assert asked <= STRINGS.keys()
    assert sorted(OWN.keys() - asked - named) == []
    assert [name for name in OWN if exported.STRINGS.get(name) == OWN[name]] == []
