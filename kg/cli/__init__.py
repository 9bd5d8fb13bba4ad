"""The ``kg`` command. Its commands are loaded when they are called; other packages add theirs by entry point."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import click

from kg.errors import KgError, UsageError
from kg.version import __version__

COMMANDS = {
    "query": "kg.cli.ask:query",
    "queries": "kg.cli.ask:queries",
    "trace": "kg.cli.tracing:trace",
    "network": "kg.cli.networks:network",
    "path": "kg.cli.networks:path",
    "claims": "kg.cli.listings:claims",
    "entities": "kg.cli.listings:entities",
    "figures": "kg.cli.listings:figures",
    "relations": "kg.cli.listings:relations",
    "sources": "kg.cli.listings:sources",
    "merge": "kg.cli.deciding:merge",
    "split": "kg.cli.deciding:split",
    "different": "kg.cli.deciding:different",
    "unsure": "kg.cli.deciding:unsure",
    "rename": "kg.cli.deciding:rename",
    "accept": "kg.cli.deciding:accept",
    "reject": "kg.cli.deciding:reject",
    "set-speaker": "kg.cli.deciding:set_speaker",
    "undo": "kg.cli.deciding:undo",
    "decisions": "kg.cli.deciding:decisions",
    "authority": "kg.cli.deciding:authority",
    "serve": "kg.cli.serving:serve",
    "export": "kg.cli.keeping:export",
    "remove": "kg.cli.keeping:remove",
    "verify": "kg.cli.keeping:verify",
    "completion": "kg.cli.keeping:completion",
}
"""The commands of this package: name → where it is."""

ENTRY_POINTS = "claimgraph.commands"


ENGINE_FAULTS = ("Corruption:", "IO error:")
"""How the engine begins to tell of damaged files, whichever command comes upon them."""
LONGEST = 2000
"""Characters of a message: what was asked may be a whole file, and is told within it."""


class Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names: those that other packages add come first, for ``ingest`` and ``demo`` are where one begins."""
        return [*sorted(self._others(), reverse=True), *COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or none."""
        if cmd_name in COMMANDS:
            module, _, name = COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        other = self._others().get(cmd_name)
        return other.load() if other else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's; a name that is unknown is answered with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.5)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from None

    def _others(self) -> dict[str, Any]:
        return {point.name: point for point in entry_points(group=ENTRY_POINTS)}


EPILOG = """\b
Begin:
  kg demo                                   everything once, on sample articles
  kg ingest articles/                       articles into ./kg-store
  kg query who-said-what -p speaker="Mara Ellison"
  kg trace "exact words"
  kg export graph.html
"""


@click.group(
    cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="claimgraph")
def kg() -> None:
    """Turn articles into a graph of who said what, in which exact words, from which source.

    Data go to standard output, progress and messages to standard error. Exit status: 0 all well, 1 something could
    not be done (and which, and why), 2 wrong usage.
    """


def main() -> None:
    """Runs the command line; no traceback reaches the user unless ``KG_DEBUG`` is set."""
    _ready_streams()
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does: in good order
    try:
        kg.main(standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.Abort:
        _fail("interrupted", 1)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except UsageError as error:
        _fail(str(error), 2)
    except KgError as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("interrupted", 1)
    except UnicodeEncodeError:
        _fail("an argument is not text in UTF-8; write it anew", 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        _fail(f"cannot read or write{where}: {error.strerror or error}. Check the disk and the permissions.", 1)
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        if isinstance(error, RuntimeError) and str(error).startswith(ENGINE_FAULTS):
            _fail(f"the store cannot be read: {error}. Restore it from a backup, or ingest anew.", 1)
        _fail(f"unexpected: {type(error).__name__}: {error}. Set KG_DEBUG=1 to see where, and please report it.", 1)


def _ready_streams() -> None:
    """Makes every stream one that takes any text; one that is closed swallows it, so that no file gets its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            while (opened := os.open(os.devnull, os.O_RDWR)) < number:
                pass
            setattr(sys, name, os.fdopen(opened, "r" if number == 0 else "w", encoding="utf-8"))
        elif number and stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        elif number and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


def _fail(message: str, status: int) -> None:
    """Ends with a message, which no further Ctrl-C breaks off."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    from kg.cli.printing import printable

    told = printable(message, keep_lines=True)
    if len(told) > LONGEST:
        told = f"{told[: LONGEST // 2]} … {told[-LONGEST // 2 :]}"
    click.echo(f"kg: {told}", err=True)
    sys.exit(status)
