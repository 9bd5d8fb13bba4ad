"""What the tests of the page share: ways to move on it, and a graph full of text that would like to be code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.model import Role
from tests.factories import FakeGraph, article, claim, entity, reference

Open = Callable[..., Any]

VIEWS = ("chain", "network", "list", "timeline", "profile")

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    '<a href="javascript:alert(3)">href</a>',
    "javascript:alert(4)",
    "\u202egnorw\u2066 way",
    "nul\0nul",
    "__proto__",
    "constructor",
    "{{7*7}}",
    "x' onmouseover='alert(5)",
    "]]><svg onload=alert(6)>",
    '=HYPERLINK("http://x")',
)


def visit(page: Any, address: str) -> None:
    """Follows an address within the page."""
    page.evaluate(
        """address => new Promise((done) => {
          if (location.hash === address) return done();
          addEventListener("hashchange", () => setTimeout(done, 0), { once: true });
          location.hash = address;
        })""",
        address,
    )


def hostile() -> FakeGraph:
    """A graph in which every field that text can reach holds something that would like to be code."""
    graph = FakeGraph()
    for number, words in enumerate(HOSTILE):
        text = f"{words} said that {words} is here. And {words} again."
        home = graph.add_article(
            article(
                f"source {words}",
                text,
                title=words,
                publisher=words,
                authors=(words,),
                date=words,
                url=words,
                wire=words,
                inferred=(words,),
            ),
            text,
        )
        other = HOSTILE[(number + 1) % len(HOSTILE)]
        made = graph.add_claim(
            claim(home, text, f"{words} is here", speaker=reference(words), about=(reference(other, "policy"),),
                  cites=(reference(other, words),), cue=words, type=words, mode=words, polarity=words, certainty=words,
                  speaker_reason=words)
        )  # fmt: skip
        graph.add_figure(made, words)
        graph.add_relation(reference(words), words, reference(other), role=words, source=home.source, end=len(words))
        graph.add_relation(reference(words), "opposes", reference(other, "policy"), source=home.source, end=len(words))
    graph.add_entities(entity(words, aliases=(words,), roles=(Role(words, words),)) for words in HOSTILE)
    graph.add_entities(entity(words, "policy", aliases=(words,)) for words in HOSTILE)
    return graph
