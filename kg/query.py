"""Answers to SPARQL: canned queries by name, files, or text, with parameters that are bound and never spliced in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import pyoxigraph as ox

from kg import claims, resources
from kg.entities import Entities
from kg.errors import QueryError, UsageError
from kg.graph import is_date
from kg.store import Store, to_rdflib

if TYPE_CHECKING:
    from rdflib.term import Node

ParameterKind = Literal["entity", "claim", "text", "integer", "date"]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

_HEADER = re.compile(r"^#\s*(title|answers|parameter):\s*(.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"(\w+)\s+(entity|claim|text|integer|date)(?:\s+=\s*(\S*))?\s+-\s+(.+)")
_SKIPPED = re.compile(
    r"""<[^<>"{}|^`\\\s]*>          # an IRI
    | \#[^\n]*                      # a comment
    | \'\'\'(?:\\.|[^\\])*?\'\'\'      # four kinds of strings
    | \"\"\"(?:\\.|[^\\])*?\"\"\"
    | '(?:\\.|[^'\\\n])*'
    | "(?:\\.|[^"\\\n])*"
    """,
    re.VERBOSE | re.DOTALL,
)
_FROM = re.compile(r"(?<![?$:\w.-])FROM(?![\w:-])", re.IGNORECASE)
_GAP = r"(?:\s+|#[^\n\r]*)*"
_SERVICE = re.compile(
    rf"[?$]\w+|(SERVICE){_GAP}(?:SILENT)?{_GAP}(?:[?$]\w+|<[^>]*>|[^\s{{}}<>:]*:[^\s{{}}<>]*){_GAP}\{{", re.IGNORECASE
)
"""The clause wherever it stands, also in strings and comments: leaving those out first is a way to hide it."""
_READS = re.compile(r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:INSERT|DELETE|DROP|CLEAR|CREATE|LOAD|ADD|MOVE|COPY)\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a canned query asks for. Without a default it must be given."""

    name: str
    kind: ParameterKind
    about: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Canned:
    """A query that comes with the package: ``queries/<name>.rq``."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Results:
    """The whole answer to a query.

    ``rows`` hold the engine's terms, for a SELECT in the order of ``variables``, for a CONSTRUCT or DESCRIBE subject,
    predicate and object; for an ASK there is one row with one boolean literal. Iterating gives rdflib terms.
    """

    kind: Literal["select", "ask", "construct"]
    variables: tuple[str, ...]
    rows: list[tuple[Term, ...]]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Node | None, ...]]:
        return (tuple(map(to_rdflib, row)) for row in self.rows)

    def __bool__(self) -> bool:
        return any(self.rows) if self.kind != "ask" else self.values()[0][0] == "true"

    def values(self) -> list[tuple[str | None, ...]]:
        """The rows as plain strings: IRIs and the lexical forms of literals."""
        return [tuple(None if t is None else getattr(t, "value", str(t)) for t in row) for row in self.rows]

    def to_pandas(self) -> Any:
        """The rows as a pandas frame of strings.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise UsageError("pandas is not installed: pip install 'claimgraph[pandas]'") from None
        return pandas.DataFrame(self.values(), columns=list(self.variables))

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(name)}</th>" for name in self.variables)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(value or '')}</td>" for value in row) + "</tr>"
            for row in self.values()[:100]
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@cache
def canned() -> dict[str, Canned]:
    """The canned queries by name."""
    return {path.stem: _read(path) for path in resources.query_paths()}


def find(name: str) -> Canned:
    """The canned query of that name.

    Raises:
        QueryError: there is none; the message suggests the nearest.
    """
    known = canned()
    if name not in known:
        near = get_close_matches(name, known, n=2, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise QueryError(f"{name}: no such query. {hint}The list: kg queries")
    return known[name]


def run(
    store: Store, query: str, parameters: Mapping[str, str] | None = None, *, entities: Entities | None = None
) -> Results:
    """The answer to a canned query's name, the path of a ``.rq`` file, or a query's text.

    Raises:
        QueryError: the query is unknown, not SPARQL, or reaches outside the store.
        UsageError: a parameter is missing, unknown, or not of its kind.
        NotFoundError: a parameter names an entity or a claim that the store does not have.
    """
    asked = _asked(query)
    bindings = bind(asked, parameters or {}, store, entities)
    hidden = {p.name for p in asked.parameters}
    return evaluate(store, asked.text, bindings, hidden)


def takes_entity(query: str) -> bool:
    """Whether a query asks for an entity by name."""
    return any(p.kind == "entity" for p in _asked(query).parameters)


def evaluate(store: Store, text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal], hidden: set[str]) -> Results:
    """The materialised answer to a query's text; variables in ``hidden`` are left out of the rows.

    Raises:
        QueryError: the query is not SPARQL, is an update, or reaches outside the store.
    """
    refuse_service(text)
    try:
        answer = store.query(text, dict(bindings), union=not names_graphs(text))
        if isinstance(answer, ox.QueryBoolean):
            return Results("ask", ("answer",), [(ox.Literal(bool(answer)),)])
        if isinstance(answer, ox.QueryTriples):
            rows: list[tuple[Term, ...]] = [(t.subject, t.predicate, t.object) for t in answer]
            return Results("construct", ("subject", "predicate", "object"), rows)
        names = tuple(variable.value for variable in answer.variables)
        if not hidden.intersection(names):
            return Results("select", names, [tuple(row) for row in answer])
        kept = [i for i, name in enumerate(names) if name not in hidden]
        found = [tuple([row[i] for i in kept]) for row in answer]
        return Results("select", tuple(names[i] for i in kept), found)
    except SyntaxError as error:
        raise QueryError(explain(text, str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from None


def refuse_service(text: str) -> None:
    """Nothing, where a query reads this store alone.

    Raises:
        QueryError: it would have the engine call other servers.
    """
    if any(found[1] for form in (text, _ESCAPE.sub(_character, text)) for found in _SERVICE.finditer(form)):
        raise QueryError("SERVICE is refused: a query reads this store and nothing else. Take that part out.")


def names_graphs(text: str) -> bool:
    """Whether a query says itself ``FROM`` which graphs it reads; the union of all must not be asked for then."""
    return bool(_FROM.search(_SKIPPED.sub(" ", text)))


def bind(
    asked: Canned, given: Mapping[str, str], store: Store, entities: Entities | None = None
) -> dict[str, ox.NamedNode | ox.Literal]:
    """Terms for a query's parameters; those of free text are bound as text, or as IRIs where they spell one."""
    known = {p.name: p for p in asked.parameters}
    if asked.name:
        if unknown := set(given) - set(known):
            allowed = ", ".join(known) or "none"
            raise UsageError(f"{asked.name}: no parameter {min(unknown)!r}; it takes: {allowed}")
        if missing := [p for p in asked.parameters if p.default is None and not given.get(p.name)]:
            lacking = ", ".join(f"-p {p.name}=… ({p.about})" for p in missing)
            raise UsageError(f"{asked.name}: give {lacking}")
    terms: dict[str, ox.NamedNode | ox.Literal] = {}
    for name, value in ({p.name: p.default or "" for p in asked.parameters} | dict(given)).items():
        kind = known[name].kind if name in known else "text"
        if name not in known and (iri := store.iris.expand(value)):
            terms[name] = ox.NamedNode(iri)
        elif kind in ("entity", "claim") and value:
            terms[name] = ox.NamedNode(_iri(kind, value, store, entities))
        elif kind == "integer":
            if not re.fullmatch(r"\d{1,9}", value):
                raise UsageError(f"{asked.name}: {name}={value} is not a whole number")
            terms[name] = ox.Literal(int(value))
        else:
            if kind == "date" and value and not is_date(value):
                raise UsageError(f"{asked.name}: {name}={value} is not a date; write 2025, 2025-12 or 2025-12-31")
            terms[name] = ox.Literal(value)
    return terms


def _asked(query: str) -> Canned:
    """A canned query, or a nameless one out of a file or of text."""
    if query in canned():
        return canned()[query]
    if re.search(r"[{\s]", query) and not query.endswith(".rq"):
        return Canned("", "", "", (), query)
    path = Path(query)
    if path.suffix == ".rq" or path.is_file():
        try:
            return _read(path)
        except UnicodeDecodeError:
            raise QueryError(f"{query}: cannot be read: it is not text in UTF-8; save it as UTF-8") from None
        except OSError as error:
            raise QueryError(f"{query}: cannot be read: {error.strerror or error}") from None
    return find(query)


def _read(path: Path) -> Canned:
    text = path.read_text(encoding="utf-8")
    headers: dict[str, list[str]] = {"title": [], "answers": [], "parameter": []}
    for name, value in _HEADER.findall(text):
        headers[name].append(value.strip())
    parameters = []
    for line in headers["parameter"]:
        found = _PARAMETER.fullmatch(line)
        if not found:
            raise QueryError(
                f"{path}: cannot read '# parameter: {line}'; write: # parameter: name kind [= default] - what it is"
            )
        name, kind, default, about = found.groups()
        parameters.append(Parameter(name, cast(ParameterKind, kind), about, default))
    return Canned(path.stem, " ".join(headers["title"]), " ".join(headers["answers"]), tuple(parameters), text)


def _iri(kind: str, value: str, store: Store, entities: Entities | None) -> str:
    if kind == "claim":
        return claims.find(store, value)
    return (entities or Entities(store)).find(value).id


def _character(escape: re.Match[str]) -> str:
    r"""The character of an escape: SPARQL reads ``\u0053ERVICE`` as ``SERVICE``."""
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else escape[0]


def explain(text: str, error: str) -> str:
    """A syntax error with its place."""
    if not _SKIPPED.sub("", text).strip():
        return "the query is empty: write one, or name one of those that kg queries lists"
    place = re.search(r"(\d+):(\d+)", error)
    problem = " ".join(error.split())
    problem = problem if len(problem) < 240 else problem[:240] + " …"
    if _WRITES.search(text) and not _READS.search(text):
        return "this is an update, and queries only read. To change the store use: kg ingest, kg remove"
    if not place:
        return f"this is not SPARQL: {problem}"
    line, column = int(place[1]), int(place[2])
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    if "Prefix not found" in error and (found := re.search(r"([\w.-]*:)\S*$", shown[: column - 1])):
        problem = f"the prefix {found[1]} is not known; declare it: PREFIX {found[1]} <…>"
    return f"this is not SPARQL: {problem}\n  line {line}: {shown}\n  {' ' * (len(f'line {line}: ') + column - 1)}^"
