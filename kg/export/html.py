"""One HTML file that shows a store: network, evidence chain and list, with the exact words behind everything.

The file needs nothing else and asks nobody: a Content-Security-Policy allows its own scripts and styles by hash and
no request at all. Text from articles travels as JSON in a data block and enters the page as text, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.entities import find
from kg.export.evidence import context_of, context_of_relation, matches
from kg.export.layout import Box, place
from kg.export.options import Graph, Options
from kg.export.strings import KINDS, STRINGS, TERMS, TYPES
from kg.graph import Records
from kg.model import ArticleRecord, ClaimRecord, EntityRecord, Reference
from kg.network import build, select, words_of

if TYPE_CHECKING:
    import networkx as nx

Json = dict[str, Any]

READABLE = 60
"""How many labelled nodes a person can read."""
TEMPLATES = Path(__file__).parent / "templates"
VENDOR = Path(__file__).parent / "vendor"
SECTIONS = ("data", "dom", "state", "evidence", "panel", "network", "chain", "list", "search", "filters", "main")
"""The parts of the page's script, in order."""

SHAPES: dict[str, str] = {
    "person": "dot",
    "organisation": "square",
    "place": "triangleDown",
    "policy": "diamond",
    "event": "star",
    "document": "hexagon",
}
"""A shape for each type of entity, so that colour is never needed to tell them apart."""
KIND_OF: dict[str, str] = {"saidAbout": "said", "cites": "cites", "quotes": "quotes", "namedTogether": "together"}
"""What a predicate counts as on the page; every other is a relation."""
NOT_DRAWN = "reportsOn"
"""A line from an author or outlet to all it writes of would hide everything else; the chain shows that better."""

VIS_OPTIONS: Json = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "interaction": {"hideEdgesOnDrag": True, "hover": True, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "margin": 6},
    "edges": {"smooth": False, "arrows": {"to": {"scaleFactor": 0.55}, "from": {"scaleFactor": 0.55}}},
}


def write_html(graph: Graph, path: Path, options: Options) -> None:
    """Write the page."""
    path.write_bytes(page(graph, options))


def page(graph: Graph, options: Options | None = None) -> bytes:
    """The page as UTF-8, the same bytes for the same store."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    chosen = options or Options()
    data = payload(graph, chosen)
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    # Without its last line, which names a source map that is not here.
    library = (VENDOR / manifest["file"]).read_text(encoding="utf-8").split("\n//# sourceMappingURL=")[0]
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    html = environment.get_template("page.html").render(
        title=data["title"],
        policy=policy(scripts=[library, script()], styles=[_hash(style), *manifest["styles"]]),
        style=Markup(style),
        library=Markup(library),
        script=Markup(script()),
        data=Markup(json_for_script(data)),
        s=STRINGS,
    )
    # A lone surrogate has no UTF-8; as a backslash escape it is what JSON calls it.
    return html.encode("utf-8", "backslashreplace")


def script() -> str:
    """The page's own script: its sections in one function, so that nothing leaks into the page."""
    sections = ((TEMPLATES / "js" / f"{name}.js").read_text(encoding="utf-8") for name in SECTIONS)
    return "(function () {\n" + '"use strict";\n' + "\n".join(sections) + "\n})();\n"


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The Content-Security-Policy: these scripts and these hashes of styles, and nothing from anywhere."""
    allowed = " ".join(f"'{_hash(source)}'" for source in scripts)
    dressed = " ".join(f"'{digest}'" for digest in styles)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {dressed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def json_for_script(data: object) -> str:
    r"""JSON that may stand in a script element: nothing in it can end the element or a line of script.

    >>> json_for_script("</script>&")
    '"\\u003c/script\\u003e\\u0026"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029\u007f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def payload(graph: Graph, options: Options) -> Json:
    """All that the page shows, as JSON values."""
    read = graph.records(rejected=options.rejected)
    text = cache(graph.text)
    every = read.claims
    network, untied = _drawable(build(read), read.entities, options)
    claims, left_out = _carried(every, network, options)
    shown = {claim.id for claim in claims}
    articles = {article.id: article for article in read.articles}
    relations = _relations(read, text, network)
    nodes, edges, drawing = _through_pyvis(*_drawing(network, shown))
    used = {claim.article for claim in claims} | {relation["article"] for relation in relations}
    return {
        "title": clean(options.title or (graph.store.path.resolve().name if graph.store.path else "")) or "claimgraph",
        "strings": STRINGS,
        "types": {name: {"one": one, "many": many} for name, (one, many) in TYPES.items()},
        "shapes": SHAPES,
        "kinds": KINDS,
        "terms": TERMS,
        "focus": network.graph["focus"],
        "left_out": {"nodes": network.graph["left_out"], "claims": left_out, "untied": untied},
        "nodes": nodes,
        "edges": edges,
        "drawing": drawing,
        "entities": _entities(read.entities, claims, network),
        "articles": [_article(articles[key]) for key in sorted(used & articles.keys())],
        "claims": [_claim(claim, text(claim.article), shown) for claim in claims],
        "figures": {figure.id: figure.text for figure in read.figures if figure.claim in shown},
        "relations": relations,
    }


def _drawable(
    network: nx.MultiDiGraph[str], entities: Sequence[EntityRecord], options: Options
) -> tuple[nx.MultiDiGraph[str], int]:
    """The part of the network that is drawn, and how many names have no tie to others and are not.

    Where nothing is tied to anything, the names that claims concern stand alone.
    """
    focus = find(entities, options.focus).id if options.focus else None
    unseen = [edge for edge in network.edges(keys=True) if edge[2] == NOT_DRAWN]
    network.remove_edges_from(unseen)
    tied = {node for node in network if network.degree(node)} or {n for n, w in network.nodes(data="weight") if w}
    untied = set(network) - tied - {focus}
    network.remove_nodes_from(untied)
    most = READABLE if options.max_nodes is None else options.max_nodes
    return select(network, focus=focus, hops=options.hops, max_nodes=most), len(untied)


def clean(label: str) -> str:
    r"""A label on one line without characters that are not seen: controls, and those that turn the writing direction.

    >>> clean("a\u202eb\x00 \n c")
    'ab c'
    """
    seen = (
        " " if c.isspace() else c
        for c in label
        if c.isspace() or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _BIDI)
    )
    return " ".join("".join(seen).split())


_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, else none: ``javascript:`` and its like are no links."""
    if not url or re.search(r"[\s\x00-\x1f]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def _carried(
    claims: Sequence[ClaimRecord], network: nx.MultiDiGraph[str], options: Options
) -> tuple[list[ClaimRecord], int]:
    """The claims that the page carries, by date, undated ones last, and how many it does not.

    Around a focus those behind the drawn nodes, else all. Of too many, those behind the drawn nodes come first, and
    what somebody said before what an article says itself.
    """
    behind = {key for _, data in network.nodes(data=True) for key in data["claims"]}
    wanted = [claim for claim in claims if claim.id in behind or not network.graph["focus"]]
    wanted.sort(key=lambda claim: (claim.id not in behind, claim.mode == "narration", *_by_date(claim)))
    kept = wanted[: options.max_claims]
    return sorted(kept, key=_by_date), len(claims) - len(kept)


def _by_date(claim: ClaimRecord) -> tuple[str, str, int, str]:
    """Oldest first, undated last, then by place in the text."""
    return claim.date or "9999", claim.article, claim.start, claim.id


def _drawing(network: nx.MultiDiGraph[str], shown: set[str]) -> tuple[list[Json], list[Json]]:
    """The nodes with their places and the lines between them, as vis-network takes them."""
    labels = {node: _wrapped(data["label"]) for node, data in network.nodes(data=True)}
    sizes = {node: min(24.0, 8 + 3 * math.sqrt(data["weight"])) for node, data in network.nodes(data=True)}
    boxes = {node: _box(labels[node], sizes[node]) for node in network}
    places = place(boxes, ((start, end) for start, end in network.edges()))
    nodes = [
        {
            "id": node,
            "label": labels[node],
            "type": data["type"],
            "shape": SHAPES.get(data["type"], "dot"),
            "size": round(sizes[node], 1),
            "weight": data["weight"],
            "x": places[node][0],
            "y": places[node][1],
        }
        for node, data in network.nodes(data=True)
    ]
    return nodes, _lines(network, shown)


def _lines(network: nx.MultiDiGraph[str], shown: set[str]) -> list[Json]:
    """One line for each pair of nodes, with all that joins them in either direction."""
    joined: defaultdict[tuple[str, str], list[Json]] = defaultdict(list)
    for start, end, data in network.edges(data=True):
        joined[min(start, end), max(start, end)].append(
            {
                "from": start,
                "to": end,
                "kind": KIND_OF.get(data["predicate"], "relation"),
                "label": clean(data["label"]),
                "claims": [claim for claim in data["claims"] if claim in shown],
                "relations": list(data["relations"]),
            }
        )
    return [
        {"id": f"e{number}", "from": first, "to": second, "ties": ties}
        for number, ((first, second), ties) in enumerate(sorted(joined.items()))
    ]


def _through_pyvis(nodes: list[Json], edges: list[Json]) -> tuple[list[Json], list[Json], Json]:
    """Nodes, edges and drawing options as pyvis hands them to a template.

    The lists are assigned: pyvis's own ``add_node`` and ``add_edge`` look through all earlier ones each time.
    """
    from pyvis.network import Network

    carrier = Network(directed=True)
    carrier.nodes, carrier.edges = nodes, edges
    carrier.set_options(json.dumps(VIS_OPTIONS))
    carried_nodes, carried_edges, _, _, _, options = carrier.get_network_data()
    return carried_nodes, carried_edges, json.loads(options)


def _wrapped(label: str) -> str:
    """A label in at most three lines of about 18 characters."""
    return "\n".join(textwrap.wrap(clean(label), width=18, max_lines=3, placeholder=" …"))


def _box(label: str, size: float) -> Box:
    """The room for a shape of this size and its label below, in a 14 pixel face."""
    lines = label.split("\n")
    return Box(width=max(2 * size, 7.6 * max(map(len, lines))), above=size, below=size + 6 + 17 * len(lines))


def _entities(
    entities: Sequence[EntityRecord], claims: Sequence[ClaimRecord], network: nx.MultiDiGraph[str]
) -> list[Json]:
    """Everybody and everything that is drawn or that a carried claim mentions."""
    mentioned = {reference.id: reference for claim in claims for reference in _references(claim)}
    known = {entity.id: entity for entity in entities}
    wanted = sorted(mentioned.keys() | set(network))
    return [_entity(known.get(key), mentioned.get(key), key, network) for key in wanted]


def _entity(record: EntityRecord | None, reference: Reference | None, key: str, network: nx.MultiDiGraph[str]) -> Json:
    source = record or reference
    label, type_ = (source.label, source.type) if source else (network.nodes[key]["label"], network.nodes[key]["type"])
    return {
        "id": key,
        "label": clean(label) or key,
        "type": type_,
        "aliases": [clean(alias) for alias in record.aliases] if record else [],
        "roles": [clean(", ".join(filter(None, (role.role, role.organisation)))) for role in record.roles]
        if record
        else [],
    }


def _article(record: ArticleRecord) -> Json:
    return {
        "id": record.id,
        "title": clean(record.title or record.source),
        "authors": [clean(author) for author in record.authors],
        "publisher": clean(record.publisher or ""),
        "date": record.date,
        "wire": clean(record.wire or ""),
        "inferred": [clean(name) for name in record.inferred],
        "url": web_address(record.url) or web_address(record.source),
    }


def _claim(claim: ClaimRecord, text: str, shown: set[str]) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "speaker": claim.speaker.id if claim.speaker else None,
        "speaker_words": clean(text[slice(*claim.speaker_span)]) if claim.speaker_span and not claim.speaker else "",
        "cue": claim.cue,
        "mode": claim.mode,
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "status": claim.status,
        "about": [reference.id for reference in claim.about],
        "cites": [reference.id for reference in claim.cites],
        "figures": list(claim.figures),
        "embeds": [key for key in claim.embeds if key in shown],
        "embedded_in": claim.embedded_in if claim.embedded_in in shown else None,
        "date": claim.date,
        "context": context_of(claim, text),
        "verified": matches(claim, text),
    }


def _relations(read: Records, text: Callable[[str], str], network: nx.MultiDiGraph[str]) -> list[Json]:
    """The relations of the drawn nodes, each with the words that assert it."""
    newest = {article.source: article.id for article in read.articles if article.superseded_by is None}
    return [
        {
            "id": relation.id,
            "subject": relation.subject.id,
            "object": relation.object.id if relation.object else None,
            "label": clean(relation.role or words_of(relation.predicate)),
            "article": newest[relation.source],
            "context": context_of_relation(relation, text(newest[relation.source])),
        }
        for relation in read.relations
        if relation.subject.id in network and relation.source in newest
    ]


def _references(claim: ClaimRecord) -> tuple[Reference, ...]:
    return ((claim.speaker,) if claim.speaker else ()) + claim.about + claim.cites


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
