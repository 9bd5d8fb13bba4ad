"""Later uses of a policy: the same thing done in other words, "the plan", "these expulsions"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.figures.nouns import is_plural
from ingest.lexicon.words import listed
from ingest.policies.measures import ADOPTING, CARRIERS, DEGREES, EMPTY, ENDING, NOUNS
from ingest.policies.naming import ENDED, WORD, Key, is_deed, stem
from ingest.policies.phrases import DETERMINERS, JOINING
from kg.model import Mention, Span

_DEFINITE = listed("the this that these those such his her its their our")
_POINTING = listed("this that these those such")
_POINTED = (CARRIERS & NOUNS) | listed("proposal proposals plan plans policy policies measure measures regulations")
_COMPLEMENTS = listed("to of for on that against which in")
_ALSO_VERBS = listed(
    "cut cuts ban bans tax taxes raise raises repeal reform reforms close leave increase bill plans plan"
)
_SKIPPED = JOINING | DEGREES | DETERMINERS | listed("all most many more both")
_KINDS = (
    listed("bill bills legislation law laws measure amendment act resolution statute"),
    listed("plan plans proposal proposals promise pledge promised proposed pledged vowed plans propose proposes"),
    listed("rule rules regulation regulations"),
)
"""What points to one another: "the legislation" to a bill, "the proposal" to a plan."""
_DOING = frozenset(
    map(
        stem,
        ENDING
        | ADOPTING
        | listed(
            """
            support supports supported supporting oppose opposes opposed opposing back backs backed backing reject
            rejects rejected rejecting criticised criticized condemned denounced defended defend welcome welcomed
            praised praise favors favours endorsed endorse
            """
        ),
    )
)
"""Verbs behind which "it" is a policy where one was just named."""
_BEFORE = 30
_NEVER_BARE = CARRIERS | EMPTY | listed("support use powers power rights services service care increase trade")
_AHEAD = 5
_BEHIND = 2
_MOST = 6
"""So many policies for one thing done are compared."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: where it stands, in lower case, without its inflection, and in which sentence."""

    span: Span
    low: str
    stem: str
    sentence: int
    is_joined: bool


def later_uses(
    document: Document, keys: Sequence[Key], named: Sequence[tuple[Span, int]], is_blocked: Callable[[Span], bool]
) -> Iterator[Mention]:
    """The further mentions of policies, each policy given by its key; ``named`` are the spans that name them already.

    A word for what is done, with one for what it is done to beside it, is a mention wherever it stands. Bare words
    ("the charge", "this plan") are one only behind a mention, where one policy alone can be meant.
    """
    if not keys:
        return
    words = _words(document)
    by_action: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        by_action[key.action].append(number)
    starts = [span.start for span, _ in named]
    first = dict[int, Span]()
    for span, number in named:
        first[number] = min(span, first.get(number, span))
    heard, carried = sorted(named), _carried(document.text, first)
    end = 0
    for index, word in enumerate(words):
        if word.stem not in by_action and word.low not in _POINTED and word.low != "it":
            continue
        if _overlaps(word.span, named, starts):
            continue
        numbers = by_action.get(word.stem, ())[:_MOST]
        found = _with_object(words, index, numbers, keys) or _bare(words, index, numbers, keys, first)
        if found is None and word.low in _POINTED:
            found = _pointed(document, words, index, heard, first, carried)
        elif word.low == "it":
            found = _it(document, words, index, heard)
            if found is not None and keys[found.referent].action in ENDED:
                found = None  # to oppose "it" is no side on stopping it, but on what is to be stopped
        if found is None or found.span.start < end or is_blocked(found.span) or _overlaps(found.span, named, starts):
            continue
        end = found.span.end
        yield found


def _words(document: Document) -> list[_Word]:
    text = document.text
    found: list[_Word] = []
    for number, sentence in enumerate(document.sentences):
        end = -1
        for match in WORD.finditer(text, sentence.span.start, sentence.span.end):
            low = match[0].lower()
            is_joined = end >= 0 and text[end : match.start()] in (" ", "\u00a0", "’s ", "'s ", " “", ' "')
            found.append(_Word(Span(*match.span()), low, stem(low), number, is_joined))
            end = match.end()
    return found


def _overlaps(span: Span, named: Sequence[tuple[Span, int]], starts: Sequence[int]) -> bool:
    near = bisect_right(starts, span.end)
    return any(span.overlaps(other) for other, _ in named[max(0, near - 3) : near])


def _with_object(words: Sequence[_Word], index: int, numbers: Sequence[int], keys: Sequence[Key]) -> Mention | None:
    """A word for what is done, with a word for what it is done to behind it or right before it."""
    for number in numbers:
        rest = keys[number].rest
        if not rest:
            continue
        before = [place for place in range(max(0, index - _BEHIND), index) if _runs(words, place, index)]
        begin = next((place for place in before if words[place].stem in rest), index)
        found = {words[place].stem for place in range(begin, index)} & rest
        last = index
        if is_deed(keys[number]):
            for place in range(index + 1, min(len(words), index + 1 + _AHEAD)):
                if not words[place].is_joined or words[place].sentence != words[index].sentence:
                    break
                if words[place].stem in rest:
                    found.add(words[place].stem)
                    last = place
                elif words[place].low not in _SKIPPED:
                    break
        core = keys[number].core
        is_told = len(found) == len(rest) or (2 * len(found) >= len(rest) + (last == index and not core))
        is_another = begin < index and begin and words[begin].is_joined and words[begin - 1].low not in _SKIPPED
        if found and is_told and not is_another and (not core or core in found):
            return Mention(Span(words[begin].span.start, words[last].span.end), number)
    return None


def _runs(words: Sequence[_Word], first: int, last: int) -> bool:
    """Whether the words from first to last follow one another without a break."""
    return all(words[place].is_joined for place in range(first + 1, last + 1)) and not any(
        words[place].low in JOINING for place in range(first, last)
    )


def _bare(
    words: Sequence[_Word], index: int, numbers: Sequence[int], keys: Sequence[Key], first: dict[int, Span]
) -> Mention | None:
    """A word for what is done or made that stands alone behind "the" or "these", where one policy alone is that."""
    word = words[index]
    known = [number for number in numbers if first[number].start < word.span.start]
    if word.low in _NEVER_BARE or len(known) != 1 or len(numbers) != 1 or word.low.endswith(("ing", "ed")):
        return None
    begin = index
    while begin and words[begin].is_joined and words[begin - 1].low in DEGREES:
        begin -= 1
    before = words[begin - 1].low if begin and words[begin].is_joined else ""
    is_quick = begin < index and is_deed(keys[known[0]]) and is_plural(word.low)
    is_definite = before in _DEFINITE and (word.low not in _ALSO_VERBS or before in _POINTING | {"the"})
    if not (is_definite or is_quick) or _goes_on(words, index):
        return None
    return Mention(Span(words[begin].span.start, word.span.end), known[0], "nominal")


def _goes_on(words: Sequence[_Word], index: int) -> bool:
    """Whether what follows says which one is meant, so that it is another."""
    follows = index + 1
    if follows >= len(words) or not words[follows].is_joined:
        return False
    return words[follows].low in _COMPLEMENTS or words[follows].stem in NOUNS or words[follows].low in NOUNS


def _carries(text: str, policy: Span, noun: str) -> bool:
    """Whether a policy was brought up by, or is named as, what the noun points to: a bill, a plan, any policy."""
    kind = next((kind for kind in _KINDS if noun in kind), None)
    if kind is None:
        return True
    before = text[max(0, policy.start - _BEFORE) : policy.start].lower().rpartition(". ")[2]
    return not kind.isdisjoint(WORD.findall(before + policy.of(text).lower()))


def _pointed(
    document: Document,
    words: Sequence[_Word],
    index: int,
    heard: Sequence[tuple[Span, int]],
    first: dict[int, Span],
    carried: dict[str, list[int]],
) -> Mention | None:
    """What "the plan" or "this policy" means: the policy that was brought up as such a thing."""
    word = words[index]
    if not index or not word.is_joined or words[index - 1].low not in _POINTING | {"the"} or _goes_on(words, index):
        return None
    policy = _alone(document, word, heard, sentences=3)
    if policy is None or not _carries(document.text, first[policy], word.low):
        policy = _only(word, first, carried)
    return Mention(word.span, policy, "nominal") if policy is not None else None


def _carried(text: str, first: dict[int, Span]) -> dict[str, list[int]]:
    """By the nouns that point to such things: the policies that are bills, plans or rules, as they come up."""
    in_order = sorted(first, key=lambda policy: first[policy])
    of_kind = [[policy for policy in in_order if _carries(text, first[policy], min(kind))] for kind in _KINDS]
    return {noun: policies for kind, policies in zip(_KINDS, of_kind, strict=True) for noun in kind}


def _only(word: _Word, first: dict[int, Span], carried: dict[str, list[int]]) -> int | None:
    """The only policy before a word that is such a thing: "the bill" of an article that has one."""
    known = [policy for policy in carried.get(word.low, [])[:2] if first[policy] < word.span]
    return known[0] if len(known) == 1 else None


def _it(document: Document, words: Sequence[_Word], index: int, heard: Sequence[tuple[Span, int]]) -> Mention | None:
    """What "it" means behind a verb that takes a side or does something to a policy."""
    word = words[index]
    if not index or not word.is_joined or words[index - 1].stem not in _DOING:
        return None
    policy = _alone(document, word, heard, sentences=2)
    return Mention(word.span, policy, "pronoun") if policy is not None else None


def _alone(document: Document, word: _Word, heard: Sequence[tuple[Span, int]], *, sentences: int) -> int | None:
    """The one policy that the nearest of so many sentences names before a word; none where that names two."""
    paragraph = document.sentences[word.sentence].paragraph
    for number in range(word.sentence, max(-1, word.sentence - sentences), -1):
        sentence = document.sentences[number]
        if paragraph - sentence.paragraph > 1:
            return None
        low = bisect_left(heard, (Span(sentence.span.start, 0), 0))
        high = bisect_left(heard, (Span(min(sentence.span.end, word.span.start), 0), 0))
        named = {policy for _, policy in heard[max(low, high - _MOST) : high]}
        if named:
            return named.pop() if len(named) == 1 else None
    return None
