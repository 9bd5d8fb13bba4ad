"""The page: one offline HTML file to look at a store, from anything to the exact words behind it."""

from kg.export.page.html import SECTIONS, TEMPLATES, page, render, script, write_html
from kg.export.page.payload import payload, wording

__all__ = ["SECTIONS", "TEMPLATES", "page", "payload", "render", "script", "wording", "write_html"]
