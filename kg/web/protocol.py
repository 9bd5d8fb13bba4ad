"""The SPARQL 1.1 protocol: a request read, and the endpoint's description of itself. Only queries are taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.web import patience
from kg.web.answering import GRAPHS, RESULTS, Asked
from kg.web.negotiation import choose
from kg.web.reply import Reply, failure, found

if TYPE_CHECKING:
    from starlette.requests import Request

MOST = 2**20
"""Bytes: the largest query."""
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
CORS = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Methods", "GET, POST, OPTIONS"),
    ("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type"),
    ("Access-Control-Max-Age", "86400"),
)
"""Pages from elsewhere may read, without the visitor's cookie."""

_DESCRIPTION = """\
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX formats: <http://www.w3.org/ns/formats/>
CONSTRUCT {
  ?endpoint a sd:Service ;
    sd:endpoint ?endpoint ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
      formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:JSON-LD, formats:RDF_XML ;
    sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
} WHERE { }
"""
_READ_ONLY = "This endpoint only reads. To change the store use: kg ingest, kg remove"


class Refused(Exception):
    """A request that is no query; ``reply`` says why."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


def _refuse(status: int, message: str, *headers: tuple[str, str]) -> Refused:
    return Refused(failure(status, message, *headers))


async def read(request: Request) -> Asked | None:
    """The query of a request, or none where it asks for the endpoint's description.

    Raises:
        Refused: it is neither.
    """
    query = request.scope["query_string"]
    if len(query) > MOST:
        raise _refuse(414, f"The query is longer than {MOST} bytes.")
    fields = _fields(query.decode("latin-1"))
    accept = accepted(request)
    if request.method in ("GET", "HEAD"):
        return _asked(fields, accept) if fields else None
    if request.method != "POST":
        raise _refuse(405, "Use GET or POST.", ("Allow", "GET, HEAD, POST, OPTIONS"))
    type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if type == UPDATE:
        raise _refuse(403, _READ_ONLY)
    if type not in (FORM, DIRECT):
        raise _refuse(415, f"Send the query as {FORM} or {DIRECT}, not as {type or 'nothing named'}.")
    try:
        body = (await _body(request)).decode("utf-8")
    except UnicodeDecodeError:
        raise _refuse(400, "The query is not UTF-8.") from None
    if type == DIRECT:
        return _asked([(name, value) for name, value in fields if name != "query"] + [("query", body)], accept)
    return _asked([*fields, *_fields(body)], accept)


def accepted(request: Request) -> str | None:
    """The Accept header, of several all."""
    return ", ".join(request.headers.getlist("accept")) or None


async def _body(request: Request) -> bytes:
    """The body, unless it is too large or too slow; its length is seen before it is read where it is told."""
    too_large = _refuse(413, f"The query is longer than {MOST} bytes.")
    if int(request.headers.get("content-length") or 0) > MOST:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(patience.WHOLE):
            async for piece in request.stream():
                body += piece
                if len(body) > MOST:
                    raise too_large
    except TimeoutError:
        raise _refuse(
            408, f"The query did not come within {patience.WHOLE:g} seconds.", ("Connection", "close")
        ) from None
    return bytes(body)


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError:
        raise _refuse(400, "The parameters are not form-encoded UTF-8.") from None


def _asked(fields: Iterable[tuple[str, str]], accept: str | None) -> Asked:
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise _refuse(403, _READ_ONLY)
    if len(values.get("query", ())) != 1:
        raise _refuse(400, "Give one query, as the parameter query.")
    default, named = (tuple(values.get(f"{which}-graph-uri", ())) for which in ("default", "named"))
    for iri in (*default, *named):
        try:
            ox.NamedNode(iri)
        except ValueError:
            raise _refuse(400, f"{iri}: not an absolute IRI, and a graph has one.") from None
    return Asked(values["query"][0], default, named, accept)


OFFERS = tuple(dict.fromkeys((*RESULTS, *GRAPHS)))
"""Every type that an answer may have."""


def offers_anything(accept: str | None) -> bool:
    """Whether there is any type of answer, to whatever query, that a client takes."""
    return choose(accept, OFFERS) is not None


def description(endpoint: str, accept: str | None) -> Reply:
    """What the endpoint says of itself, in RDF."""
    chosen = choose(accept, list(GRAPHS)) or ("text/turtle" if choose(accept, ["text/html"]) else None)
    if not chosen:
        return failure(406, f"The description comes as: {', '.join(GRAPHS)}")
    text = _DESCRIPTION.replace("?endpoint", str(ox.NamedNode(endpoint)))
    out = BytesIO()
    prefixes = {"sd": "http://www.w3.org/ns/sparql-service-description#", "formats": "http://www.w3.org/ns/formats/"}
    ox.serialize(ox.Store().query(text), out, GRAPHS[chosen], prefixes=prefixes)  # type: ignore[arg-type]
    return found(chosen, out.getvalue())
