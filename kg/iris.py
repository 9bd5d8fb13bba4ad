"""The IRIs of the data: ``urn:claimgraph:<kind>:<key>``, or under another base that a store was made with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.model import ENTITY_TYPES, digest

DEFAULT_BASE = "urn:claimgraph:"
KINDS = (
    *ENTITY_TYPES,
    "article",
    "claim",
    "span",
    "referent",
    "figure",
    "relation",
    "extraction",
    "run",
    "decision",
    "authority",
)

# Letters that Unicode decomposition leaves whole, with their usual transliteration.
_TRANSLITERATION = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "", "'": ""}
)


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints and shortens the IRIs of one store. ``base`` ends in ``:``, ``/`` or ``#``."""

    base: str = DEFAULT_BASE

    @property
    def _joint(self) -> str:
        return ":" if self.base.endswith(":") else "/"

    def mint(self, kind: str, key: str) -> NamedNode:
        """The IRI of a thing.

        >>> Iris().mint("person", "mara-ellison").value
        'urn:claimgraph:person:mara-ellison'
        """
        return NamedNode(f"{self.base}{kind}{self._joint}{key}")

    def says(self, article: str) -> NamedNode:
        """The graph of what an article's text says; ``article`` is its key."""
        return self.mint("says", article)

    def resolves(self, article: str) -> NamedNode:
        """The graph of what an article's referents resolve to; ``article`` is its key."""
        return self.mint("resolves", article)

    @property
    def entities(self) -> NamedNode:
        """The graph of entities."""
        return self.mint("graph", "entities")

    @property
    def decisions(self) -> NamedNode:
        """The graph of what people decided."""
        return self.mint("graph", "decisions")

    @property
    def authority(self) -> NamedNode:
        """The graph of the authority list."""
        return self.mint("graph", "authority")

    @property
    def log(self) -> NamedNode:
        """The graph of what was done when."""
        return self.mint("graph", "log")

    def key(self, iri: str) -> str:
        """The key in an IRI: what follows its kind."""
        return iri.removeprefix(self.base).partition(self._joint)[2]

    def parts(self, iri: str) -> tuple[str, str]:
        """The kind and the key in one of the store's IRIs.

        >>> Iris().parts("urn:claimgraph:person:mara-ellison")
        ('person', 'mara-ellison')
        """
        kind, _, key = iri[len(self.base) :].partition(self._joint)
        return kind, key

    def compact(self, iri: str) -> str:
        """An IRI as people read and type it: ``kind:key``; another's IRI as it is.

        >>> Iris().compact("urn:claimgraph:person:mara-ellison")
        'person:mara-ellison'
        """
        if not iri.startswith(self.base):
            return iri
        kind, joint, key = iri[len(self.base) :].partition(self._joint)
        return f"{kind}:{key}" if joint else iri

    def expand(self, text: str) -> str | None:
        """The IRI that a text spells, short or long, or none where it spells none.

        >>> Iris().expand("person:mara-ellison"), Iris().expand("Mara Ellison")
        ('urn:claimgraph:person:mara-ellison', None)
        """
        if re.search(r"[\s<>\"{}|\\^`]", text):
            return None
        kind, joint, key = text.partition(":")
        if not text.startswith(self.base) and not (joint and key and kind in KINDS):
            return None
        try:
            return NamedNode(text if text.startswith(self.base) else self.mint(kind, key).value).value
        except ValueError:
            return None

    def prefixes(self) -> dict[str, str]:
        """Prefixes for Turtle and queries: ``person`` → ``urn:claimgraph:person:`` and so on."""
        return {kind: f"{self.base}{kind}{self._joint}" for kind in KINDS}


def fold(name: str) -> str:
    """A name without case, accents and extra spaces, to compare by.

    >>> fold("José  Antonio KAST") == fold("Jose Antonio Kast")
    True
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_TRANSLITERATION))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def slug(name: str) -> str:
    """The key of an entity's name: folded, in ASCII letters and digits, without a leading article.

    A hash stands in for letters that ASCII cannot write, so that two names never share a key by losing letters.

    >>> slug("The José Antonio Kast Foundation")
    'jose-antonio-kast-foundation'
    """
    folded = re.sub(r"^the (?=\S)", "", fold(name))
    ascii_part = "-".join(re.findall(r"[a-z0-9]+", folded))[:80].strip("-")
    whole = len(ascii_part) < 80 and not any(c.isalnum() and not c.isascii() for c in folded)
    return ascii_part if ascii_part and whole else "-".join(filter(None, (ascii_part, digest(folded)[:8])))
