"""``kg claims``, ``entities``, ``figures``, ``relations``, ``sources``: what a store holds, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kg.cli.printing import flat, format_option, listing, store_option
from kg.model import CLAIM_TYPES, ENTITY_TYPES, MODES

if TYPE_CHECKING:
    from kg.model import ClaimRecord, EntityRecord, FigureRecord, Reference, RelationRecord, SuggestionRecord

FORMATS = ("table", "csv", "jsonl")


@click.command(
    epilog="""\b
Examples:
  kg claims --speaker "Mara Ellison" --type promise
  kg claims --text "sea wall" --format csv > claims.csv"""
)
@store_option
@click.option("--speaker", metavar="NAME|ID", help="Said by this person, organisation or document.")
@click.option("--about", metavar="NAME|ID", help="About this entity.")
@click.option("--type", "kind", type=click.Choice(CLAIM_TYPES), help="Of this type.")
@click.option("--mode", type=click.Choice(MODES), help="Carried in this way.")
@click.option("--source", metavar="SOURCE|ID|PUBLISHER", help="In this article, or by this publisher.")
@click.option("--since", metavar="DATE", help="Said or published on this day or later (2025, 2025-12, 2025-12-31).")
@click.option("--until", metavar="DATE", help="Said or published on this day or earlier.")
@click.option("--text", metavar="WORDS", help="With these words, whatever the case.")
@click.option("--attributed", is_flag=True, help="Not what articles say in their own voice.")
@click.option("--all-versions", is_flag=True, help="Also from versions of an article that were corrected later.")
@click.option("--rejected", is_flag=True, help="Also those that somebody rejected.")
@format_option(*FORMATS)
def claims(where: str, form: str, kind: str | None, **filters: Any) -> None:
    """List claims: who said what, in which words."""
    import kg
    from kg.api import flat as flat_claim

    with kg.open(where) as g:

        def row(c: ClaimRecord) -> tuple[Any, ...]:
            kind = " ".join(filter(None, (c.mode, c.type, c.status)))
            return g.store.iris.compact(c.id), c.date, _label(c.speaker), c.cue, c.text, kind, c.source

        wanted = g.wanted(type=kind, **filters)
        columns = ("claim", "date", "speaker", "cue", "exact words", "mode and type", "source")
        listing(form, g.reader.claims(wanted), columns, row, flat=flat_claim, empty="no claim passes these filters")


@click.command(
    epilog="""\b
Examples:
  kg entities --type person
  kg entities --suggest --type organisation
  kg merge ENTITY OTHER; kg different ENTITY OTHER; kg unsure ENTITY OTHER decide on a suggestion"""
)
@store_option
@click.option("--type", "kind", type=click.Choice(ENTITY_TYPES), help="Of this type.")
@click.option("--text", metavar="WORDS", help="With these words in a name.")
@click.option("--unnamed", is_flag=True, help="Also those whom the text does not name.")
@click.option("--suggest", is_flag=True, help="Pairs that may be one entity instead, with what speaks for it.")
@click.option("--all", "decided", is_flag=True, help="With --suggest: also pairs that somebody decided on.")
@format_option(*FORMATS)
def entities(
    where: str, form: str, kind: str | None, text: str | None, unnamed: bool, suggest: bool, decided: bool
) -> None:
    """List people, organisations, places, policies and documents, or pairs of them that may be one."""
    import kg
    from kg.iris import fold

    if suggest:
        _suggest(where, form, kind, text, decided)
        return
    wanted = fold(text or "")
    with kg.open(where) as g:

        def row(e: EntityRecord) -> tuple[Any, ...]:
            roles = "; ".join(f"{r.role}, {r.organisation}" if r.organisation else r.role for r in e.roles)
            return (
                g.store.iris.compact(e.id),
                e.label,
                "; ".join(e.aliases),
                roles,
                len(e.mentions),
                e.claims_by,
                e.claims_about,
                "; ".join(map(_id, e.same_as)),
            )

        found = (
            e
            for e in g.reader.entity_records()
            if (
                kind in (None, e.type)
                and (e.named or unnamed)
                and any(wanted in fold(n) for n in (e.label, *e.aliases))
            )
        )
        columns = ("id", "label", "also", "roles", "mentions", "claims_by", "claims_about", "same_as")
        listing(form, found, columns, row, flat=flat, empty="no entity passes these filters")


def _suggest(where: str, form: str, kind: str | None, text: str | None, decided: bool) -> None:
    import kg
    from kg.iris import fold

    wanted = fold(text or "")
    with kg.open(where) as g:
        short = g.store.iris.compact

        def row(s: SuggestionRecord) -> tuple[Any, ...]:
            return (
                f"{s.score:.2f}",
                short(s.one.id),
                s.one.label,
                short(s.other.id),
                s.other.label,
                "; ".join(s.reasons),
            )

        found = (
            s
            for s in g.suggestions(type=kind, decided=decided)
            if any(wanted in fold(entity.label) for entity in (s.one, s.other))
        )
        columns = ("score", "entity", "label", "other", "other's label", "why")
        listing(form, found, columns, row, flat=flat, empty="nothing to suggest")


def _id(iri: str) -> str:
    """An outside id as tables show it: the last piece of Wikidata's, others whole."""
    return iri.rpartition("/")[2] if "wikidata.org/" in iri else iri


@click.command(epilog="\b\nExample:\n  kg figures --text homicide")
@store_option
@click.option("--source", metavar="SOURCE", help="In this article.")
@click.option("--text", metavar="WORDS", help="With these words in the figure or its measure.")
@format_option(*FORMATS)
def figures(where: str, form: str, source: str | None, text: str | None) -> None:
    """List stated quantities, with value, unit, and what is counted."""
    import kg

    wanted = (text or "").casefold()
    with kg.open(where) as g:

        def row(f: FigureRecord) -> tuple[Any, ...]:
            bounds = f"{f.lower or ''}–{f.upper or ''}" if f.lower or f.upper else f.value
            again = f.restates and f"says again {g.store.iris.compact(f.restates)}"
            what = "; ".join(filter(None, (f.measure, f.change, f.population, f.place, f.period, again)))
            return g.store.iris.compact(f.id), f.text, bounds, f.unit, what, f.source

        found = (
            f
            for f in g.reader.figures()
            if source in (None, f.source) and wanted in f"{f.text} {f.measure} {f.unit}".casefold()
        )
        columns = ("figure", "as published", "value", "unit", "of what, where, when", "source")
        listing(form, found, columns, row, flat=flat, empty="no figure passes these filters")


@click.command(epilog="\b\nExample:\n  kg relations --predicate holdsRole")
@store_option
@click.option("--predicate", metavar="NAME", help="Of this kind: holdsRole, affiliatedWith.")
@format_option(*FORMATS)
def relations(where: str, form: str, predicate: str | None) -> None:
    """List roles and other relations that the articles state."""
    import kg

    with kg.open(where) as g:

        def row(r: RelationRecord) -> tuple[Any, ...]:
            return r.subject.label, r.predicate, r.role, _label(r.object), r.source

        found = (r for r in g.reader.relations() if predicate in (None, r.predicate))
        columns = ("subject", "relation", "role", "object", "source")
        listing(form, found, columns, row, flat=flat, empty="no relation passes these filters")


@click.command(epilog="\b\nExample:\n  kg sources --format csv")
@store_option
@format_option(*FORMATS)
def sources(where: str, form: str) -> None:
    """List articles, every version, with what is known of them."""
    import kg

    with kg.open(where) as g:

        def row(a: Any) -> tuple[Any, ...]:
            note = "corrected later" if a.superseded_by else "corrected" if a.revision_of else ""
            inferred = f"inferred: {', '.join(a.inferred)}" if a.inferred else ""
            people = ", ".join(a.authors)
            return (
                g.store.iris.compact(a.id), a.source, a.title, a.publisher, people, a.date, a.claims,
                "; ".join(filter(None, (note, inferred))),
            )  # fmt: skip

        columns = ("article", "source", "title", "publisher", "authors", "date", "claims", "note")
        listing(form, g.reader.articles(), columns, row, flat=flat, empty="the store has no articles")


def _label(entity: Reference | None) -> str:
    return entity.label if entity else ""
