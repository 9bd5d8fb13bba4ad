"""Every word of the page's interface, in one table."""

from __future__ import annotations

STRINGS: dict[str, str] = {
    # the frame
    "search": "Search people, policies, words …",
    "search_label": "Search",
    "no_match": "Nothing matches.",
    "network": "Network",
    "chain": "Evidence chain",
    "list": "List",
    "views": "Views",
    "skip": "Skip to the list of claims",
    "fit": "Show all",
    "no_script": "This page draws itself with JavaScript, which is switched off. "
    "The claims are also to be had as a table: kg export claims.csv",
    "made_by": "Made with claimgraph. This page works without a network.",
    "left_out_nodes": "{count} more names in the store are less central and not drawn.",
    "left_out_untied": "{count} names without ties to others are not drawn; search finds those that claims concern.",
    "left_out_claims": "{count} more claims are in the store and not on this page.",
    "left_out_focus": "Drawn around {focus}: {count} names farther away are left out.",
    "no_claims": "The store holds no claims yet. Read some articles first: kg ingest FOLDER",
    # filters
    "filters": "Show",
    "filter_types": "Who and what",
    "filter_kinds": "Joined by",
    "filter_outlets": "Outlets",
    "reset": "Reset",
    "canvas": "Network of {nodes} names and {edges} connections. "
    "Arrow keys walk through it, Enter opens; the list view has the same content as text.",
    "no_canvas": "The network cannot be drawn in this browser; the list and the chain have the same content.",
    # the panel
    "details": "Details",
    "choose": "Choose a name or a line",
    "choose_hint": "Each shows who said what, in the exact words, where in the article, and who published it.",
    "most_quoted": "Most in the news here",
    "close": "Close",
    "back": "Back to {label}",
    "unknown": "Nothing on this page has that name. It may have been left out, or the link is older than the page.",
    "not_drawn": "Not drawn in the network.",
    "also": "also: {names}",
    "said": "Said by {label}",
    "said_about": "Said about {label}",
    "relations": "What the articles say it is",
    "show_chain": "Show evidence chain",
    "show_network": "Show in network",
    "pair": "{first} and {second}",
    "in_article": "In the article",
    "article_words": "The words that say so",
    "verified": "These are the article’s words, characters {start}–{end}",
    "not_verified": "These words do not match the stored text. Run kg verify.",
    "no_speaker": "speaker not named",
    "unresolved": "“{words}”, not resolved to a name",
    "own_voice": "the article itself",
    "no_publisher": "publisher unknown",
    "no_date": "undated",
    "cue": "cue: “{cue}”",
    "no_cue": "in the article’s own voice",
    "by": "by {authors}",
    "wire": "after {wire}",
    "inferred": "{fields} read off the text",
    "open_article": "Open the article",
    "open_claim": "Details of this claim",
    "about": "About",
    "cites": "Citing",
    "figures": "Figures",
    "embeds": "Reports in turn",
    "embedded_in": "Reported within",
    "more": "Show {count} more",
    "claims_1": "1 claim",
    "claims_n": "{count} claims",
    "claim": "Claim",
    # the list and the chain
    "column_date": "Date",
    "column_speaker": "Who",
    "column_words": "Exact words",
    "column_about": "About",
    "column_article": "Where",
    "column_outlet": "Outlet",
    "column_source": "Article",
    "column_claim": "Claim",
    "column_said_by": "Speaker",
    "column_subject": "About, figure, source",
    "list_title": "Claims",
    "list_matching": "matching “{query}”",
    "chain_of": "Evidence chain: {label}",
    "chain_hint": "From the outlet to the article, to the exact words, to who said them and what they are about.",
}

TYPES: dict[str, tuple[str, str]] = {
    "person": ("Person", "People"),
    "organisation": ("Organisation", "Organisations"),
    "place": ("Place", "Places"),
    "policy": ("Policy", "Policies"),
    "event": ("Event", "Events"),
    "document": ("Document", "Documents"),
    "outlet": ("Outlet", "Outlets"),
    "article": ("Article", "Articles"),
    "figure": ("Figure", "Figures"),
    "claim": ("Claim", "Claims"),
}
"""A type's name for one and for many."""

KINDS: dict[str, str] = {
    "said": "says about",
    "cites": "cites",
    "quotes": "quotes",
    "together": "named together",
    "relation": "role or tie",
}
"""What a line of the network stands for."""

TERMS: dict[str, str] = {
    "direct": "direct quotation",
    "indirect": "indirect speech",
    "mixed": "partly quoted",
    "narration": "article’s own voice",
    "survey-result": "survey result",
    "negated": "negated",
    "hedged": "hedged",
    "speculative": "speculative",
}
"""Values of a claim's fields as the page says them; others are shown as they are."""
