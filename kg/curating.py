"""What a person decides on a store, in Python: the part of `kg.api.Graph` that rules, suggests and lists decisions."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kg.model import DecisionRecord, SuggestionRecord
from kg.ontology import term

if TYPE_CHECKING:
    from kg.deciding import Desk, Outcome
    from kg.graph import Reader
    from kg.store import Store


class Curating:
    """Decisions on entities and claims. Every one takes ``by`` and ``why``: who decides, and the reason."""

    store: Store

    if TYPE_CHECKING:

        @property
        def reader(self) -> Reader:
            """The reader of records."""

        def refresh(self) -> None:
            """Forgets what was read."""

    def merge(self, kept: str, other: str, **who: Any) -> Outcome:
        """Decides that two entities are the same: the second goes into the first; ``by``, ``why`` say who and why.

        Raises:
            NotFoundError: there is no such entity.
            UsageError: both are one name's.
        """
        return self._decide(who, lambda desk: desk.merge(kept, other))

    def different(self, one: str, other: str, **who: Any) -> Outcome:
        """Decides that two entities are not the same; errors as those of `merge`."""
        return self._decide(who, lambda desk: desk.different(one, other))

    def unsure(self, one: str, other: str, **who: Any) -> Outcome:
        """Notes that it cannot be told whether two entities are the same; errors as those of `merge`."""
        return self._decide(who, lambda desk: desk.unsure(one, other))

    def split(self, entity: str, *sources: str, **who: Any) -> Outcome:
        """Takes back the merges that made an entity, or makes one of its own of what some sources mean by it.

        Raises:
            NotFoundError: there is no such entity or source.
            UsageError: there is nothing to take apart.
        """
        return self._decide(who, lambda desk: desk.split(entity, sources))

    def rename(self, entity: str, name: str, **who: Any) -> Outcome:
        """Decides how an entity is called; `NotFoundError` where there is none."""
        return self._decide(who, lambda desk: desk.rename(entity, name))

    def accept(self, claim: str, **who: Any) -> Outcome:
        """Decides that a claim is rightly read; `NotFoundError` where there is none of that id."""
        return self._decide(who, lambda desk: desk.accept(claim))

    def reject(self, claim: str, **who: Any) -> Outcome:
        """Decides that a claim is wrongly read: it stays, marked, and is left out of listings; errors as `accept`."""
        return self._decide(who, lambda desk: desk.reject(claim))

    def set_speaker(self, claim: str, speaker: str, *, type: str = "person", **who: Any) -> Outcome:
        """Decides whose a claim is: an entity's, or that of a new name, then of ``type``; errors as `accept`."""
        return self._decide(who, lambda desk: desk.set_speaker(claim, speaker, type))

    def undo(self, decision: str, **who: Any) -> Outcome:
        """Takes a decision back.

        Raises:
            NotFoundError: there is no such decision.
            UsageError: it was taken back before.
        """
        return self._decide(who, lambda desk: desk.undo(decision))

    def _decide(self, who: Mapping[str, Any], work: Callable[[Desk], Outcome]) -> Outcome:
        from kg.deciding import Desk

        outcome = work(Desk(self.store, self.reader, **who))
        self.refresh()
        return outcome

    def decisions(self) -> list[DecisionRecord]:
        """The log of decisions, oldest first, with what became of each."""
        from kg.deciding import records

        return records(self.store, self.reader)

    def suggestions(self, **options: Any) -> list[SuggestionRecord]:
        """Pairs of entities that may be the same, the likeliest first; options as `kg.suggest.suggest`."""
        from kg.suggest import suggest

        return suggest(self.store, self.reader, **options)

    def authority(self, *paths: str | os.PathLike[str]) -> list[str]:
        """Makes the entries of some files the store's authority list; tells what `kg.link.Linker.obey` tells.

        Raises:
            KgError: a file cannot be read, or lines of it are wrong.
        """
        from kg.link import Linker
        from kg.link.authority import from_files

        unused = Linker(self.store).obey(from_files(paths))
        self.refresh()
        return unused

    def drop_list(self, **who: Any) -> Outcome:
        """Decides that the authority list is no longer obeyed; `undo` makes it hold again.

        Raises:
            UsageError: there is no list, or it was dropped before.
        """
        return self._decide(who, lambda desk: desk.drop_list())

    @property
    def listed(self) -> int:
        """How many entries the store's authority list has."""
        return sum(
            1 for _ in self.store.engine.quads_for_pattern(None, term("rdf:type"), term("kg:AuthorityEntry"), None)
        )
