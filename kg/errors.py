"""What can go wrong, named by what the caller does next."""

from __future__ import annotations


class KgError(Exception):
    """Something could not be done; the message says what, where, and what to do next.

    The command line prints the message alone and exits with status 1.
    """


class ArticleError(KgError):
    """One article cannot be taken in: skip it and go on with the others."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class StoreError(KgError):
    """The store cannot be used: stop the run."""


class ModelError(KgError):
    """The extractor's model is missing or damaged: stop the run."""


class QueryError(KgError):
    """A query cannot be answered: correct it and ask again."""


class NotFoundError(KgError):
    """Nothing in the store has that name or id: the message lists the nearest."""


class UsageError(KgError):
    """The call's words are off; the command line exits with status 2."""
