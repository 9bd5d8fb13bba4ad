"""An article with everything that was found in it as JSON values: to report a fault with, or to compare two runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from ingest.document import lay_out
from ingest.show.marks import claim_names
from ingest.show.visible import safe_json
from ingest.show.wording import number
from kg.model import Article, Claim, Extraction, Figure, Referent, Span


def as_json(article: Article, extraction: Extraction, versions: dict[str, str]) -> str:
    """One JSON object on one line. Offsets are code points into ``article.text``; claims have the names a page shows.

    ``versions`` tells of the software beside the extractor.
    """
    return safe_json(record(article, extraction, versions))


def record(article: Article, extraction: Extraction, versions: dict[str, str]) -> dict[str, Any]:
    """The object that `as_json` writes. Numbers of figures are strings, exact."""
    text, names = article.text, claim_names(extraction.claims)

    def spanned(span: Span) -> dict[str, Any]:
        return {"start": span.start, "end": span.end, "text": span.of(text)}

    def who(referent: int | None) -> dict[str, Any] | None:
        if referent is None:
            return None
        known = extraction.referents[referent]
        return {"referent": referent, "label": known.name, "type": known.type}

    def named(claim: int | None) -> str | None:
        return None if claim is None else names[claim]

    return {
        "software": {"extractor": extraction.extractor, "version": extraction.version, **versions},
        "article": _article(article),
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in lay_out(text).paragraphs],
        "claims": [
            _claim(text, claim, names[place])
            | {
                "speaker": who(claim.speaker),
                "about": [who(referent) for referent in claim.about],
                "cites": [who(referent) for referent in claim.cites],
                "embedded_in": named(claim.parent),
            }
            for place, claim in enumerate(extraction.claims)
        ],
        "referents": [_plain(referent) | {"referent": place} for place, referent in enumerate(extraction.referents)],
        "mentions": [spanned(m.span) | {"form": m.form} | (who(m.referent) or {}) for m in extraction.mentions],
        "figures": [
            spanned(f.span) | _plain(f, "span") | {"claim": named(f.claim), "document": who(f.document)}
            for f in extraction.figures
        ],
        "relations": [
            spanned(r.span)
            | {
                "subject": who(r.subject),
                "predicate": r.predicate,
                "object": who(r.object),
                "role": r.role,
                "measure": r.measure,
                "claim": named(r.claim),
            }
            for r in extraction.relations
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    return {"key": article.key} | _plain(article, "inferred") | {"inferred": sorted(article.inferred)}


def _claim(text: str, claim: Claim, name: str) -> dict[str, Any]:
    """What a claim holds itself; ``parts`` and ``…_span`` are pairs of offsets, as in all listings."""
    own = _plain(claim, "parts", "speaker", "about", "cites", "parent", "speaker_span", "cue_span")
    return {
        "claim": name,
        "start": claim.span.start,
        "end": claim.span.end,
        "parts": [[part.start, part.end] for part in claim.parts] if len(claim.parts) > 1 else None,
        "text": claim.words(text),
        "speaker_span": _pair(claim.speaker_span),
        "speaker_text": None if claim.speaker_span is None else claim.speaker_span.of(text),
        "cue_span": _pair(claim.cue_span),
        "cue": None if claim.cue_span is None else claim.cue_span.of(text),
        **own,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _plain(value: Article | Claim | Referent | Figure, *without: str) -> dict[str, Any]:
    """The fields of a dataclass as JSON values, but for some."""
    return {f.name: _value(getattr(value, f.name)) for f in fields(value) if f.name not in without}


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return number(value)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
