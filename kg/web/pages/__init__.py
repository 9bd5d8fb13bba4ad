"""The pages of a store: an address in, HTML or data out.

One module for each kind of page reads from the library what the page shows, as plain values; `site` finds the module
for an address; `rendering` fills the templates, into which text goes as text, never as markup.
"""

from kg.web.pages.site import handler
from kg.web.pages.visit import Visit

__all__ = ["Visit", "handler"]
