"""Pages asked for without a server, and what their HTML is made of."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from kg.api import Graph
from kg.web.pages import Visit, handler
from kg.web.reply import Reply


class Site:
    """The pages of a store."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._answer = handler(graph.store)

    def visit(self, address: str, accept: str | None = "text/html") -> Reply:
        """The answer at an address."""
        path, _, query = address.partition("?")
        pairs = tuple((name, value) for name, _, value in (part.partition("=") for part in query.split("&") if part))
        return self._answer(Visit(path, pairs, accept))

    def text(self, address: str) -> str:
        """What a reader sees there."""
        reply = self.visit(address)
        assert reply.status == 200, (address, reply)
        return " ".join(
            unescape(re.sub(r"<script.*?</script>|<[^>]*>", "", reply.body.decode(), flags=re.DOTALL)).split()
        )

    def address(self, id: str) -> str:
        """The address of a thing."""
        kind, _, key = self.graph.store.iris.compact(id).partition(":")
        return f"/{kind}/{key}"


class Structure(HTMLParser):
    """Notes what elements a page has, its links, and what in it would run: handlers, styles, foreign scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.running: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        named = dict(attrs)
        if tag == "script" and not (named.get("src") or "").startswith("/static/"):
            self.running += [named.get("type")] if named.get("type") != "application/json" else []
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]
