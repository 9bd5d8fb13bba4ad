"""Who speaks where nobody is quoted: the authors and the publisher of an article, as referents."""

from __future__ import annotations

import re

from kg.model import Article, Referent

_DESK = re.compile(
    r"\b(?:News|Newsroom|Press|Agency|Agencia|Agence|Wire|Staff|Editors?|Editorial|Board|Team|Desk|Bureau|Redaction|Redacción|"
    r"Reuters|AFP|EFE|Bloomberg|Associated|Correspondents?|Times|Post|Herald|Tribune|Journal|Institute|University)\b|\.com\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"^(?:None|N/?A|unknown|anonymous|admin|-+)$", re.IGNORECASE)


def voices(article: Article) -> tuple[tuple[Referent, ...], Referent | None]:
    """The authors (a desk or an agency is an organisation) and the publisher; none where it is not known.

    >>> voices(Article("a.txt", "…", authors=("Ines Calder", "Coastline News Desk"), publisher="The Ledger"))[0][1].type
    'organisation'
    """
    authors = tuple(
        Referent("organisation" if _DESK.search(author) else "person", author)
        for author in article.authors
        if not _NOT_A_NAME.match(author)
    )
    return authors, Referent("organisation", article.publisher) if article.publisher else None
