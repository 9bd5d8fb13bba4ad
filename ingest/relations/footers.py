"""The role on the line below a name that stands alone, as under an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.relations.bodies import Body
from ingest.relations.named import Place, Text
from ingest.relations.phrases import Held, held_by, read

_LONGEST_FOOTER = 14


def footer(text: Text, name: Place) -> Iterator[Held]:
    """The role on the line below a name that stands alone, as under an article."""
    words, place = text.words, name.last + 1
    if place >= text.size or words.paragraphs[place] == words.paragraphs[name.last]:
        return
    paragraph = words.paragraphs[place]
    end = place
    while end < text.size and words.paragraphs[end] == paragraph:
        end += 1
    above = name.first
    while above and words.paragraphs[above - 1] == words.paragraphs[name.first]:
        above -= 1
    is_alone = above == name.first or (above == name.first - 1 and words.lows[above] == "by")
    if not is_alone or end - place > _LONGEST_FOOTER or words.after(end - 1)[:1] in (".", "?", "!", "”", '"'):
        return
    phrase = read(text, place)
    if phrase is None or phrase.noun == place:
        return
    body = phrase.body or (_comma_body(text, phrase.last) if phrase.owner is None else None)
    phrase = replace(phrase, body=body, last=max(phrase.last, body.last if body is not None else 0))
    yield held_by(text, name.referent, phrase, words.span(name.first, phrase.last))


def _comma_body(text: Text, last: int) -> Body | None:
    """The body behind a comma: "Director, Harbour Institute"."""
    name = text.name_at(last + 1)
    if name is None or text.words.after(last) != ", " or text.type_of(name) != "organisation":
        return None
    return Body(name.referent, None, name.last, last)
