"""Templates filled: everything is escaped, and what people read is written as people write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.export.page.safe import clean
from kg.export.strings import STANCES, TERMS, TYPES
from kg.network import words_of
from kg.web.pages.figure import number
from kg.web.pages.visit import Page
from kg.web.reply import HTML, Reply
from kg.web.security import SCRIPT_POLICY
from kg.web.strings import COUNTED, INFERRED, REASONS, STRINGS, UNITS

if TYPE_CHECKING:
    from jinja2 import Environment

    from kg.iris import Iris

SHORT = 5
"""Words: of a claim with fewer its context is open, for they say little on their own."""
TEMPLATES = Path(__file__).parent.parent / "templates"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Renderer:
    """Fills the templates for the pages of one store."""

    def __init__(self, iris: Iris, types: Callable[[], Mapping[str, int]]) -> None:
        self._iris = iris
        self._environment = _environment(self.link, types)

    def link(self, iri: str) -> str:
        """The address of a thing of this store."""
        kind, _, key = self._iris.compact(iri).partition(":")
        return f"/{kind}/{quote(key, safe='')}"

    def reply(self, page: Page, status: int = 200) -> Reply:
        """A page as it is sent."""
        template = self._environment.get_template(page.template)
        kind, _, _ = page.template.partition(".")
        text = template.render({"iri": page.iri, "title": page.title, "here": kind, **page.values})
        policy = (("Content-Security-Policy", SCRIPT_POLICY),) if page.iri else ()
        return Reply(status, HTML, text.encode("utf-8", "replace"), page.headers or policy)


def _environment(link: Callable[[str], str], types: Callable[[], Mapping[str, int]]) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters.update(
        clean=clean,
        words=lambda text: text.replace("\x00", "\ufffd"),
        spoken=words_of,
        day=day,
        number=number,
        term=lambda value: TERMS.get(value, clean(value)),
        unit=unit,
        told=told,
        field=lambda name: INFERRED.get(name, name),
    )
    made.globals.update(
        count=counted,
        is_short=lambda words: len(words.split()) < SHORT,
        link=cache(link),
        s=STRINGS,
        stances=STANCES,
        there_is=types,
        types=TYPES,
    )
    return made


def counted(number: int, what: str) -> str:
    """So many of something.

    >>> counted(1, "article"), counted(1200, "person")
    ('1 article', '1,200 people')
    """
    one, many = COUNTED[what]
    return f"{number:,} {one if number == 1 else many}"


def day(iso: str) -> str:
    """A date as people write it, as precise as it is given; what is no date as it is.

    >>> day("2025-11-05"), day("2025-11"), day("2025-11-05T10:00:00Z"), day("soon")
    ('5 November 2025', 'November 2025', '5 November 2025', 'soon')
    """
    given = iso[:10]
    try:
        found = date.fromisoformat(f"{given}-01" if len(given) == 7 else given)
    except ValueError:
        return clean(iso)
    month = f"{MONTHS[found.month - 1]} {found.year}"
    return month if len(given) == 7 else f"{found.day} {month}"


def told(reason: str) -> str:
    """How a claim was found, in plain words; what has none as it is.

    >>> told("model and quotation with cue, source carried")
    'the learned model; quotation marks beside a word that reports; the speaker is the one before'
    """
    found, _, carried = reason.partition(", ")
    both = found.startswith("model and ")
    names = ["model", found.removeprefix("model and ")] if both else [found]
    parts = [REASONS.get(name, clean(name)) for name in names]
    return "; ".join([*parts, STRINGS["carried"]] if carried else parts)


def unit(name: str) -> str:
    """A unit in words.

    >>> unit("asthma admission per 100000 child")
    'asthma admission per 100,000 child'
    """
    return UNITS.get(name) or re.sub(r"\d{5,}", lambda found: number(found[0]), clean(name))
