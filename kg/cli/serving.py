"""``kg serve``: the store in a browser and for SPARQL clients."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.cli.printing import store_option


@click.command(
    epilog="""\b
Examples:
  kg serve --open
  kg serve --port 9000 --timeout 10
  KG_TOKEN=$(openssl rand -hex 16) kg serve --host 0.0.0.0 --name archive.example.org
  curl http://127.0.0.1:8765/sparql --data-urlencode 'query=SELECT * { ?s ?p ?o } LIMIT 9'"""
)
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; others than this machine's need a token.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 takes any.")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--token", envvar="KG_TOKEN", help="What clients have to send; better in the environment, as KG_TOKEN.")
@click.option("--name", "names", multiple=True, help="A further host name that this server goes by.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30, show_default=True, help="Seconds for a query.")
@click.option("--memory", type=click.IntRange(64), default=512, show_default=True, help="Megabytes for a query.")
@click.option("--readers", type=click.IntRange(1), help="Queries at full speed at once.  [default: one for each core]")
def serve(
    where: str | None, host: str, port: int, open_browser: bool, token: str | None, names: tuple[str, ...],
    timeout: float, memory: int, readers: int | None,
) -> None:  # fmt: skip
    """Serve the store on this machine: pages to read, and a SPARQL endpoint at /sparql.

    Only for reading: articles go in and out with kg ingest and kg remove, also while the server runs. It serves a copy
    (hard links inside the store's folder, which take hardly any room), takes another when the store has changed, and
    so never keeps a writer waiting; new articles show within some seconds, more seldom while much is written.
    """
    from kg.store import DEFAULT_WHERE
    from kg.web.serving import run
    from kg.web.settings import Settings

    settings = Settings(
        store=Path(where or os.environ.get("KG_STORE") or DEFAULT_WHERE),
        host=host, port=port, token=token or None, timeout=timeout, memory=memory, readers=readers or 0, names=names,
    ).checked()  # fmt: skip
    run(settings, open_browser=open_browser)
