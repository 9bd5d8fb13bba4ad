"""Web pages: text by trafilatura, metadata by the page's own JSON-LD before any guess."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from ingest.formats.decode import read_text
from ingest.formats.fields import Draft, Fields, fingerprint, language, names, plain
from ingest.formats.options import Raw
from ingest.formats.titles import begins_with, with_title
from ingest.language import agree, detect
from kg.errors import ArticleError

ARTICLE_TYPES: tuple[str, ...] = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "Report",
    "ScholarlyArticle", "TechArticle", "SatiricalArticle", "AdvertiserContentArticle",
)  # fmt: skip
"""The schema.org types whose metadata is the article's; where a page has several, the first of the earliest type."""

_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "@set", "@list")
_SCRIPT = re.compile(r"<script\b[^<>]{0,500}?\btype\s{0,9}=\s{0,9}[\"']?application/ld\+json\b[^<>]{0,500}>", re.I)
_SCRIPT_END = re.compile(r"</script", re.I)
_ROOT = re.compile(r"<(?:html|body)\b", re.I)
_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_WRAPPINGS = ("<!--", "//<![CDATA[", "<![CDATA["), ("-->", "//]]>", "]]>", ";")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
_DEEPEST = 12

Json = Mapping[str, Any]


def read(raw: Raw) -> Iterator[Draft]:
    """The one article of a page: title, blank line, body; raises `ArticleError` for a page without an article."""
    page, data = read_text(raw, declared)
    guess, body = _extracted(page)
    linked = _linked(page, raw)
    text = body if body and _reads_as_article(body) else str(linked.get("articleBody") or "").strip()
    if not text or not _reads_as_article(text):
        raise ArticleError(
            raw.source,
            "no article was found in the page (no running text, or a list of links): save the page of the article "
            "itself, or its text as .txt",
        )
    stated = _stated(linked)
    title = _title_in(text, stated.title or guess.title)
    if stated.title is None:
        guess = replace(guess, title=title)
    guess = replace(guess, url=guess.url or raw.url, language=_language(linked, page, text))
    yield Draft(raw.source, with_title(title, text), stated, fingerprint(data), guess)


def declared(page: bytes) -> str | None:
    """The encoding that a page declares in its first bytes."""
    match = _DECLARED.search(page, 0, 4096)
    return match[1].decode("ascii") if match else None


def _extracted(page: str) -> tuple[Fields, str | None]:
    """What trafilatura makes of a page: its guesses at the metadata, and the running text."""
    import logging

    from trafilatura import bare_extraction

    # Without a handler the library's complaints would be printed beside our own message.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    # A fragment of a page is taken for no page at all.
    whole = page if _ROOT.search(page) else f"<html><body>{page}</body></html>"
    try:
        found = bare_extraction(whole, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except (ValueError, RecursionError, AssertionError, LookupError, TypeError, AttributeError):
        return Fields(), None
    if found is None or isinstance(found, dict):
        return Fields(), None
    # Where a page names no site, trafilatura puts its host there; that is no publisher.
    site = found.sitename if found.sitename != found.hostname else None
    guess = Fields(
        title=plain(found.title),
        authors=names(found.author),
        publisher=plain(site),
        date=plain(found.date),
        url=found.url,
    )
    return guess, found.text


def _reads_as_article(text: str) -> bool:
    """Whether at least one line reads as running text and not as a label or a link."""
    return any(
        len(line) >= 40 or (len(line.split()) >= 3 and _SENTENCE_END.search(line[-8:])) for line in text.splitlines()
    )


def _title_in(text: str, title: str | None) -> str | None:
    """The title without the site's name that page titles carry, where the text's first line tells the two apart."""
    first = text.split("\n", 1)[0].strip()
    if title and len(first) >= 12 and begins_with(title, first) and re.match(r"\s*[-–—|·:]\s", title[len(first) :]):
        return title[: len(first)]
    return title


def _language(linked: Json, page: str, text: str) -> str | None:
    """The language that the page says it is in, where its text does not say otherwise: many pages state another."""
    match = re.search(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([\w-]{2,20})", page[:20_000], re.I)
    said = language(linked.get("inLanguage")) or (language(match[1]) if match else None)
    return said if said and agree(said, detect(text)) else None


def _linked(page: str, raw: Raw) -> Json:
    """The JSON-LD object that describes the page's article; empty where there is none."""
    objects = [found for script in _scripts(page) for found in _objects(_loaded(script, raw))]
    by_id = {str(found["@id"]): found for found in reversed(objects) if len(found) > 1 and "@id" in found}
    for wanted in ARTICLE_TYPES:
        for found in objects:
            if wanted in _types(found):
                return {name: _resolved(value, by_id) for name, value in found.items()}
    return {}


def _scripts(page: str) -> Iterator[str]:
    """The contents of the page's JSON-LD scripts; what stands in a script is raw text, so no tree is needed."""
    place = 0
    while opening := _SCRIPT.search(page, place):
        closing = _SCRIPT_END.search(page, opening.end())
        place = closing.start() if closing else len(page)
        yield page[opening.end() : place]


def _loaded(script: str, raw: Raw) -> object:
    words = script.strip()
    for before in _WRAPPINGS[0]:
        words = words.removeprefix(before).strip()
    for after in _WRAPPINGS[1]:
        words = words.removesuffix(after).strip()
    if not words:
        return None
    try:
        # Pages put raw line breaks into strings; strict reading would drop their metadata for it.
        return json.loads(words, strict=False)
    except (ValueError, RecursionError):
        raw.notify(raw.source, "a block of JSON-LD metadata in the page is broken and was left out")
        return None


def _objects(value: object, depth: int = 0) -> Iterator[Json]:
    """The objects of a JSON-LD document, those in lists and graphs included, in document order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for holder in _HOLDERS:
            yield from _objects(value.get(holder), depth + 1)


def _types(found: Json) -> set[str]:
    """The local names of an object's types, however they are prefixed."""
    value = found.get("@type")
    types: Iterable[object] = value if isinstance(value, list) else (value,)
    return {re.split(r"[/#:]", str(name))[-1] for name in types}


def _resolved(value: object, by_id: Mapping[str, Json]) -> object:
    """A value with references to other objects of the page replaced by these."""
    if isinstance(value, list):
        return [_resolved(entry, by_id) for entry in value]
    if isinstance(value, dict) and "name" not in value and str(value.get("@id")) in by_id:
        return by_id[str(value["@id"])]
    return value


def _stated(linked: Json) -> Fields:
    return Fields(
        title=_unescaped(linked.get("headline") or linked.get("name")),
        authors=tuple(unescape(name) for name in names(linked.get("author") or linked.get("creator"))),
        publisher=_unescaped(linked.get("publisher")),
        date=plain(linked.get("datePublished") or linked.get("dateCreated")),
        url=_address(linked.get("url")) or _address(linked.get("mainEntityOfPage")),
    )


def _unescaped(value: object) -> str | None:
    words = plain(value)
    return " ".join(unescape(words).split()) if words else None


def _address(value: object) -> str | None:
    """The http(s) address that a value is or points to."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None
