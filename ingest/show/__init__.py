"""Everything that was found in one article, shown in its text: for a terminal, for a file, or as one JSON object."""

from ingest.show.notation import Notation
from ingest.show.pages import Line, legend, page
from ingest.show.records import as_json
from ingest.show.terminal import put

__all__ = ["Line", "Notation", "as_json", "legend", "page", "put"]
