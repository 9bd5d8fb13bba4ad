"""The language that a text is written in, and whether the extractors read it.

The author's own running text counts and nothing else: names, figures, tables and what is quoted tell no language.
English is told by its frequent words, which is quick; what is not plainly English is shown to py3langid (naive Bayes
over byte sequences, Lui and Baldwin 2011, retrained), whose answer stands where it is sure. Same text, same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from kg.model import Article

READ: frozenset[str] = frozenset({"en", "eng", "mul", "und"})
"""The languages that the extractors read: English, and what is said to be several or an unknown one."""

NAMES: Mapping[str, str] = {
    "af": "Afrikaans", "ar": "Arabic", "arz": "Egyptian Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian", "oc": "Occitan",
    "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "yue": "Cantonese",
    "zh": "Chinese",
}  # fmt: skip
"""The English names of the languages that newspapers are most often written in, by their tags."""

_OFTEN = "the and that with from his this were been which would their they said has not who it after than is of"
OF_ENGLISH: frozenset[str] = frozenset(_OFTEN.split())
"""Words that are frequent in English and hardly written in any other language."""

PLAINLY_ENGLISH = 0.08
"""The share of `OF_ENGLISH` among the words of running text from which on it is English, whatever else is in it."""

SURE = 0.5
UNLIKE_ENGLISH = 0.05
"""The model's answer stands where it is at least this probable, and English at most that."""

FEWEST_LETTERS = 60
"""In fewer letters of running text no language is seen; a dozen words of Spanish have as many.

A letter of a script without capitals counts twice: such scripts say more with each.
"""

_UNTOLD = frozenset({"zxx", "pcm", "la"})
"""Answers that say nothing: no language at all; what English headlines and lists of terms of law are taken for."""

_UNREAD = "which the extractors do not read: the article is kept, without claims"
_SLICES, _SLICE = 5, 4_000
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^“”\n]{1,900}”|„[^„“”\n]{1,900}[“”]|«[^«»\n]{1,900}»|\"[^\"\n]{1,900}\"")
_MOSTLY_QUOTED = 5
"""How many times `FEWEST_LETTERS` a text must have to be judged by its quotations where there is little else in it."""


def detect(text: str) -> str | None:
    """The tag of the language that a text is written in; none where there is too little of it, or none is sure.

    >>> detect("The harbour is closed, the mayor said, and ships that were due today have to wait outside.")
    'en'
    >>> detect("El puerto está cerrado, dijo la alcaldesa, y los barcos que llegan hoy tienen que esperar fuera.")
    'es'
    >>> detect("José Antonio Ríos, María del Pilar Soto: 30.1 %")
    """
    sample = _sample(text)
    prose = _prose(_QUOTED.sub(" ", sample))
    if _size(prose) < FEWEST_LETTERS and _size(_prose(sample)) >= _MOSTLY_QUOTED * FEWEST_LETTERS:
        prose = _prose(sample)
    words = [word.casefold() for word in _WORD.findall(prose)]
    english = [word for word in words if word in OF_ENGLISH]
    if len(set(english)) >= 3 and len(english) >= PLAINLY_ENGLISH * len(words):
        return "en"
    if _size(prose) < FEWEST_LETTERS or len(set(words)) < 4:
        return None
    ranking = _rank()(prose)
    (tag, probability), likelihoods = ranking[0], dict(ranking)
    if tag in _UNTOLD or probability < SURE:
        return None
    return tag if tag == "en" or likelihoods["en"] <= UNLIKE_ENGLISH else None


def is_read(tag: str | None) -> bool:
    """Whether the extractors read a language, whatever its region; one that nobody knows counts as read.

    >>> [is_read(tag) for tag in ("en-GB", None, "pt-BR")]
    [True, True, False]
    """
    return tag is None or _primary(tag) in READ


def agree(tag: str, other: str | None) -> bool:
    """Whether two tags mean one language, whatever the region; an unknown one contradicts none."""
    return other is None or _primary(tag) == _primary(other) or (is_read(tag) and is_read(other))


def told(tag: str) -> str:
    """A language as a reader takes it: name and tag, the tag alone where the language has no name here.

    >>> told("pt-BR"), told("xyz")
    ('Portuguese (pt-BR)', 'xyz')
    """
    name = NAMES.get(_primary(tag))
    return f"{name} ({tag})" if name else tag


def remark(article: Article) -> str | None:
    """What the user should know of an article's language; none where it is read and the text does not contradict."""
    tag = article.language
    if tag is None or ("language" in article.inferred and is_read(tag)):
        return None
    if "language" in article.inferred:
        return f"is written in {told(tag)}, {_UNREAD}; if it is English, say --language en"
    seen = detect(article.text)
    looks = f"but it looks like {told(seen)}" if seen and not agree(tag, seen) else ""
    if is_read(tag):
        return f"is said to be in {told(tag)}, {looks}: what is found in it may be wrong" if looks else None
    if seen and not looks:
        return f"is written in {told(tag)}, {_UNREAD}"
    cure = "correct it where it is said, or say --language en where only a web page says it of itself"
    return f"is said to be in {told(tag)}, {_UNREAD}; {f'{looks}:' if looks else 'if that is wrong,'} {cure}"


def _primary(tag: str) -> str:
    return tag.split("-", 1)[0].casefold()


def _sample(text: str) -> str:
    """The text itself where it is short, else pieces from its beginning to its end."""
    if len(text) <= _SLICES * _SLICE:
        return text
    step = (len(text) - _SLICE) // (_SLICES - 1)
    return "\n".join(text[start : start + _SLICE] for start in range(0, _SLICES * step, step))


def _prose(text: str) -> str:
    """The lines that are running text: eight words or more, most of them without a capital letter."""
    return "\n".join(line for line in text.splitlines() if _is_prose(_WORD.findall(line)))


def _is_prose(words: list[str]) -> bool:
    """Whether the words of a line are those of running text; scripts that part no words write few and long ones."""
    plain = sum(not word[0].isupper() for word in words)
    unspaced = any(len(word) >= 8 and _is_caseless(word) for word in words)
    return (len(words) >= 8 or unspaced) and 2 * plain >= len(words)


def _is_caseless(word: str) -> bool:
    return word.lower() == word.upper()


def _size(prose: str) -> int:
    """The number of letters, those of scripts without capitals counted twice."""
    return sum(len(word) * (2 if _is_caseless(word) else 1) for word in _WORD.findall(prose))


@lru_cache(maxsize=1)
def _rank() -> Callable[[str], list[tuple[str, float]]]:
    """The model, which ranks all languages by probability; loaded when the first text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    rank: Callable[[str], list[tuple[str, float]]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).rank
    return rank
