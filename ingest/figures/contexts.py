"""What a statistic takes over from what the article has said before: the period that goes on, the headline's place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.document import Document
from ingest.figures import leads, weekdays
from ingest.figures.beside import is_in_aside, is_present
from ingest.figures.landmarks import Landmarks
from ingest.figures.likeness import agrees, is_account, is_compared, is_count, is_statistic, nouns, units_agree
from ingest.figures.measuring_nouns import MEASURES
from ingest.figures.money import is_money
from ingest.figures.openings import CONTINUING, NUMBER, OWNED, PRONOUN, SUBJECT, refers_back
from ingest.figures.periods import Period, day_of
from ingest.figures.periods import find as periods_in
from ingest.figures.places import is_of_everywhere
from ingest.figures.spans import vicinity
from ingest.figures.units import DURATIONS, POINTS, SHARES
from kg.model import Figure, Span

_AHEAD = re.compile(r"\b(?:will|would|expect\w*|forecast\w*|project(?:s|ed|ion)|estimat\w+|predict\w*|outlook)\b")
_EARLIER = re.compile(r"\b(?:from|than|compared|versus|against|before|earlier|ago)\b")
_BESIDE = re.compile(r"[^.;\n\d]{0,40},[ \u00a0]with[ \u00a0](?:(?:just|only|about|nearly|all|some)[ \u00a0])*")
"""What joins a figure to one that holds at the same time ("…, with 90 percent of the piers open")."""
_LEAD = 5
"""Sentences in which a text comes to the number that it begins with."""
_LATER = 6
"""Figures further down that are looked at."""
_REACH = 3000
_FAR = 4000
"""Characters; further down an article may have moved on from what its headline says."""
_HEADLINE, _OPENING, _SENTENCES = 200, 12, 3
_NEARBY = 300
"""Characters around a figure in its sentence."""


def settled(document: Document, figures: Sequence[Figure], places: Landmarks, thread: Thread) -> list[Figure]:
    """The figures, with period and place where the sentence names none and the article's thread tells them."""
    place = leads.place(document, places)
    found: list[Figure] = []
    for figure in figures:
        counts, accounts = is_statistic(figure), is_account(figure)
        if counts and figure.measure is None and found and thread.goes_on(found[-1], figure):
            figure = replace(figure, measure=found[-1].measure)
        if figure.unit is None and (counted := thread.counted(figure, found)):
            figure = replace(figure, unit=counted.unit, measure=counted.measure)
        if figure.period is None:
            told = thread.period(figure, found) if counts or accounts else thread.continued(figure, found)
            figure = replace(figure, period=told)
        is_open = figure.place is None and figure.span.start < _FAR and (counts or accounts)
        if is_open and place and thread.leaves_place_open(figure, places, place):
            figure = replace(figure, place=place)
        if figure.place is None and figure.unit not in DURATIONS and (there := thread.place(figure, found, places)):
            figure = replace(figure, place=there)
        found.append(figure)
    return [thread.told_later(figure, found[index + 1 : index + 1 + _LATER]) for index, figure in enumerate(found)]


class Thread:
    """The sentences of an article, to be asked what goes on from one to the next."""

    def __init__(self, document: Document, today: str | None) -> None:
        self._text = document.text
        self._sentences = [sentence.span for sentence in document.sentences]
        self._starts = [span.start for span in self._sentences]
        self.today = today
        self._found: dict[int, list[Period]] = {}

    def period(self, figure: Figure, earlier: Sequence[Figure]) -> str | None:
        """The period of the figure that this one goes on from, or the one that the sentence before speaks of."""
        if is_present(self._text, figure.span):
            return None
        index = self._index(figure.span)
        ahead = Span(self._sentences[index].start, figure.span.start)
        if any(ahead.contains(period.span) for period in self.periods(index)):
            return self._same_sentence(figure, earlier)
        if (continued := self.continued(figure, earlier)) is not None:
            return continued
        if earlier and not self.periods(index) and self._opens_on(figure, earlier[-1]):
            return self._level(earlier).period
        before = self.periods(index - 1) if index else []
        if len(before) == 1 and self._tells(index - 1, before[0], earlier):
            return before[0].iso
        return self._same_sentence(figure, earlier) or self._earlier(figure, earlier, index)

    def _level(self, earlier: Sequence[Figure]) -> Figure:
        """The last figure, or the one before it that it is only compared with ("54 percent, down from 67 percent")."""
        last, before = earlier[-1], earlier[-2] if len(earlier) > 1 else None
        is_compared = before is not None and _EARLIER.search(self._text, before.span.end, last.span.start)
        return (
            before
            if before is not None and is_compared and self._index(before.span) == self._index(last.span)
            else last
        )

    def continued(self, figure: Figure, earlier: Sequence[Figure]) -> str | None:
        """The only year or stretch of the sentence before, which this one goes on from and names no period itself."""
        index = self._index(figure.span)
        if not index or self.periods(index) or figure.unit in DURATIONS:
            return None
        before = self.periods(index - 1)
        is_long = len(before) == 1 and _is_long(before[0]) and self._is_theirs(index - 1, before[0], earlier)
        start = self._sentences[index].start
        is_owned = figure.unit in SHARES and OWNED.match(self._text, start)
        goes_on = is_long and (is_owned or CONTINUING.match(self._text, start))
        return before[0].iso if goes_on and self._is_next(index) else None

    def _opens_on(self, figure: Figure, last: Figure) -> bool:
        """Whether a share opens its sentence without a group of its own, so that it goes on with the share before.

        Those behind it in its sentence go on with it in turn ("Six in ten were shy. Some 70 percent were bald, …").
        """
        index, shares = self._index(figure.span), {figure.unit, last.unit} <= set(SHARES)
        if not shares or figure.population is not None or last.change or figure.change:
            return False
        if self._index(last.span) == index:
            return not _EARLIER.search(self._text, last.span.end, figure.span.start)
        opens = figure.span.start - self._sentences[index].start < _OPENING
        return opens and self._index(last.span) == index - 1 and self._is_next(index)

    def _is_next(self, index: int) -> bool:
        """Whether a sentence stands in one paragraph with the one before."""
        return "\n" not in self._text[self._sentences[index - 1].end : self._sentences[index].start]

    def told_later(self, figure: Figure, later: Sequence[Figure]) -> Figure:
        """A figure of the first lines, with the period that the text tells where it comes back to the same number."""
        index = self._index(figure.span)
        if figure.period is not None or index >= _LEAD or not (is_statistic(figure) or is_account(figure)):
            return figure
        for other in later:
            if self._index(other.span) - index > _LEAD or other.unit != figure.unit or other.period is None:
                continue
            if nouns(figure) & nouns(other) and agrees(figure, other) and figure.place in (None, other.place):
                return replace(figure, period=other.period)
        return figure

    def place(self, figure: Figure, earlier: Sequence[Figure], places: Landmarks) -> str | None:
        """The place of the figures that this one goes on from, where its own sentence names none behind them."""
        index, last = self._index(figure.span), earlier[-1] if earlier else None
        beside = vicinity(figure.span, self._sentences[index], _NEARBY)
        if last is None or is_of_everywhere(beside.of(self._text)):
            return None
        named = [place for place, _ in places.near(figure.span)]
        if self._index(last.span) == index:
            rest = Span(last.span.end, self._sentences[index].end)
            same = last.measure == figure.measure or last.unit == figure.unit or (is_count(last) and is_count(figure))
            others = any(rest.contains(place) and name != last.place for place, name in places.near(figure.span))
            return last.place if same and not others else None
        if any(self._sentences[index].contains(place) for place in named):
            return None
        if self._opens_on(figure, last):
            return last.place
        between = self._text[last.span.end : figure.span.start]
        if self._index(last.span) == index - 1 and "\n" not in between and last.place:
            start = self._sentences[index].start
            goes_on = CONTINUING.match(self._text, start) or OWNED.match(self._text, start)
            if goes_on or nouns(figure) & nouns(last) or units_agree(figure, last):
                return last.place
        near = takewhile(lambda one: figure.span.start - one.span.end < _REACH, reversed(earlier))
        alike = {one.place for one in near if one.place and nouns(figure) & nouns(one)}
        return alike.pop() if len(alike) == 1 else None

    def goes_on(self, earlier: Figure, figure: Figure) -> bool:
        """Whether a sentence that opens with a pronoun tells more of what the figure before it measures."""
        start = self._sentences[self._index(figure.span)].start
        points_back = PRONOUN.match(self._text, start) is not None
        same = (
            (points_back and figure.unit in SHARES and is_count(earlier))
            or earlier.unit == figure.unit
            or {earlier.unit, figure.unit} <= {*SHARES, *POINTS}
        )
        floor = max(start, figure.span.start - _NEARBY)
        is_next = (
            self._index(figure.span) - self._index(earlier.span) <= 1
            and "\n" not in self._text[earlier.span.end : figure.span.start]
        )
        return same and (points_back or (is_next and SUBJECT.search(self._text, floor, figure.span.start) is not None))

    def counted(self, figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
        """The count or rate that a bare number goes on from ("the number will grow to 700", "a rate of 51.5")."""
        near = takewhile(lambda one: figure.span.start - one.span.end < _NEARBY, reversed(earlier))
        if earlier and self._text[earlier[-1].span.end : figure.span.start].strip() == "to" and is_count(earlier[-1]):
            return earlier[-1]
        if "rate" in (figure.measure or "").split():
            return next((one for one in near if " per 1" in (one.unit or "")), None)
        floor = max(self._sentences[self._index(figure.span)].start, figure.span.start - _NEARBY)
        is_pointed = NUMBER.search(self._text, floor, figure.span.start) is not None
        return next((one for one in near if is_count(one)), None) if is_pointed else None

    def _same_sentence(self, figure: Figure, earlier: Sequence[Figure]) -> str | None:
        """The period of the figure right before in the sentence, where both are of one measure and one time."""
        last = earlier[-1] if earlier else None
        if last is None or last.period is None:
            return None
        between = self._text[last.span.end : figure.span.start]
        if between.startswith(" in ") and is_in_aside(self._text, last.span):
            return None
        if all(self._text.endswith("from ", 0, one.span.start) for one in (last, figure)):
            return last.period
        if last.measure != figure.measure and not _BESIDE.fullmatch(between):
            return None
        return last.period if len(between) < _HEADLINE and not _EARLIER.search(between) else None

    def _earlier(self, figure: Figure, earlier: Sequence[Figure], index: int) -> str | None:
        """The period of the last figure that had one, where both are forecasts or of one measuring noun."""
        for other in reversed(earlier):
            if figure.span.start - other.span.end > _REACH:
                return None
            if other.period is None or not (is_statistic(other) or is_account(other)):
                continue
            place = self._index(other.span)
            if any(self.periods(at) for at in range(place + 1, index)):
                return None
            if nouns(figure) & nouns(other):
                return other.period
            if units_agree(figure, other) and index - place <= 1 and not is_compared(earlier, other):
                return other.period
            ahead = (_AHEAD.search(self._sentences[at].of(self._text)) for at in (place, index))
            return other.period if len(other.period) == 4 and index - place <= _SENTENCES and all(ahead) else None
        return None

    def leaves_place_open(self, figure: Figure, places: Landmarks, lead: str) -> bool:
        """Whether neither the sentence nor the one before names another place than the article's lead does.

        A figure that counts the whole world has no such place.
        """
        index = self._index(figure.span)
        whole = Span(self._sentences[max(0, index - 1)].start, self._sentences[index].end)
        if any(whole.contains(place) and name != lead for place, name in places.near(figure.span)):
            return False
        return not is_of_everywhere(self._sentences[index].of(self._text))

    def _tells(self, index: int, period: Period, earlier: Sequence[Figure]) -> bool:
        """Whether a sentence's only period is what it is about: it opens it, or stands with what is measured.

        Where the sentence has statistics, one of them is of that period.
        """
        sentence = self._sentences[index]
        is_dateline = sentence.end - sentence.start < period.span.end - period.span.start + _OPENING
        if is_dateline or not self._is_theirs(index, period, earlier):
            return False
        if period.span.start - sentence.start < _OPENING:
            return True
        if self._is_next(index + 1) and refers_back(self._text, self._sentences[index + 1], sentence):
            return True
        beside = vicinity(period.span, sentence, _NEARBY).of(self._text)
        return _is_long(period) and not MEASURES.isdisjoint(re.findall(r"[a-z]+", beside))

    def _is_theirs(self, index: int, period: Period, earlier: Sequence[Figure]) -> bool:
        """Whether the period of a sentence is that of one of its statistics, where it has any.

        One that lies ahead goes on only where the next sentence looks ahead too.
        """
        sentence = self._sentences[index]
        ends = [bisect_left(earlier, at, key=lambda one: one.span.start) for at in (sentence.start, sentence.end)]
        near = earlier[max(ends[0], ends[1] - _LATER) : ends[1]]
        own = [
            one.period
            for at, one in enumerate(near)
            if (is_statistic(one) or is_money(one.unit))
            and not (at and _EARLIER.search(self._text, near[at - 1].span.end, one.span.start))
        ]
        is_ahead = self.today is not None and period.iso[:4] > self.today[:4]
        start = self._sentences[index + 1].start
        goes_on = not is_ahead or _AHEAD.search(self._text, start, start + _NEARBY) is not None
        is_open = self.today is not None and period.iso.endswith(f"/{self.today[:10]}")
        return goes_on and not is_open and (not own or period.iso in own)

    def periods(self, index: int) -> list[Period]:
        """The periods that a sentence names."""
        if index not in self._found:
            span = self._sentences[index]
            self._found[index] = periods_in(self._text, span.start, span.end, self.today)
        return self._found[index]

    def days(self, index: int) -> list[Period]:
        """The days of the week that a sentence names."""
        span = self._sentences[index]
        days = weekdays.find(self._text, span.start, span.end, day_of(self.today))
        periods = self.periods(index)
        return [Period(day, iso) for day, iso in days if not any(one.span.overlaps(day) for one in periods)]

    def _index(self, span: Span) -> int:
        """Which sentence a span stands in."""
        return max(0, bisect_right(self._starts, span.start) - 1)


def _is_long(period: Period) -> bool:
    """Whether a period is a year or a stretch of time."""
    return len(period.iso) == len("2025") or "/" in period.iso
