"""Citations of an article, or of a claim in it: plain, Markdown and BibTeX, as the exported page makes them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from kg.export.page.safe import clean, web_address
from kg.model import ArticleRecord, ClaimRecord
from kg.web.strings import STRINGS

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def citations(article: ArticleRecord, claim: ClaimRecord | None = None, speaker: str = "") -> dict[str, str]:
    """The citations by the names of their forms; ``speaker`` is who is said to speak, as the article's words have it.

    A plain one says where the words stand, in characters of the stored text.
    """
    said, plain = "", _where(article)
    if claim:
        words = _quoted(claim.text)
        said = STRINGS["cite_said"].format(speaker=speaker, words=words) if speaker else words
        plain = STRINGS["cite_plain"].format(said=said, where=plain, start=claim.start, end=claim.end)
    return {
        STRINGS["copy_plain"]: plain if claim else f"{plain}.",
        STRINGS["copy_markdown"]: _markdown(article, claim, speaker),
        STRINGS["copy_bibtex"]: _bibtex(article, said),
    }


def _flat(text: str) -> str:
    return " ".join(text.split())


def _quoted(words: str) -> str:
    """Words in quotation marks, unless the article itself puts them there."""
    flat = _flat(words)
    own = re.fullmatch('“.*”|".*"|‘.*’', flat)
    return flat if own else STRINGS["cite_quoted"].format(words=flat)


def _title(article: ArticleRecord) -> str:
    return clean(article.title or article.source)


def _address(article: ArticleRecord) -> str:
    """The address on the web, if there is one, with everything escaped that would end a link."""
    url = web_address(article.url) or web_address(article.source) or ""
    return re.sub(r"[^!-~]|[<>\\{}]", lambda sign: quote(sign[0], safe=""), url)


def _where(article: ArticleRecord) -> str:
    parts = (
        ", ".join(map(clean, article.authors)),
        STRINGS["cite_quoted"].format(words=_title(article)),
        clean(article.publisher or ""),
        clean(article.date or "") or STRINGS["no_date"],
        _address(article) or clean(article.source),
    )
    return ", ".join(filter(None, parts))


def _for_markdown(text: str) -> str:
    return re.sub(r"[\\`*_{}\[\]<>#|!~&]", r"\\\g<0>", _flat(text))


def _markdown(article: ArticleRecord, claim: ClaimRecord | None, speaker: str) -> str:
    title, url = _for_markdown(_title(article)), _address(article)
    parts = (
        _for_markdown(", ".join(map(clean, article.authors))),
        f"[{title}](<{url}>)" if url else title,
        _for_markdown(clean(article.publisher or "")),
        _for_markdown(clean(article.date or "")) or STRINGS["no_date"],
    )
    where = ", ".join(filter(None, parts))
    if not claim:
        return f"{where}."
    lines = (f"> {_for_markdown(line)}" for line in re.split("\n+", claim.text))
    by = f"{_for_markdown(speaker)}, " if speaker else ""
    return "\n>\n".join(lines) + f"\n>\n> — {by}{STRINGS['cite_in'].format(where=where)}"


def _for_tex(text: str) -> str:
    return re.sub(r"[\\~^{}$&#%_]", lambda sign: _TEX.get(sign[0], f"\\{sign[0]}"), _flat(text))


def _bibtex(article: ArticleRecord, note: str) -> str:
    authors, publisher = [clean(author) for author in article.authors], clean(article.publisher or "")
    date = clean(article.date or "")
    last = (authors[0] if authors else publisher or "article").split(" ")[-1]
    key = re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", last + date[:4]).lower())
    year, month, day = [*date[:10].split("-"), "", ""][:3]
    fields = {
        "author": " and ".join(f"{{{_for_tex(author)}}}" for author in authors),
        "title": f"{{{_for_tex(_title(article))}}}",
        "journal": _for_tex(publisher),
        "year": _for_tex(year),
        "month": _for_tex(month),
        "day": _for_tex(day),
        "url": _address(article),
        "note": _for_tex(note),
    }
    lines = "\n".join(f"  {name} = {{{value}}}," for name, value in fields.items() if value not in ("", "{}"))
    return f"@article{{{key or 'article'},\n{lines}\n}}"
