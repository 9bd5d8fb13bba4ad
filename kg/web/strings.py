"""Every word of the server's pages, in one table: those of the exported page, and what is further or other here."""

from __future__ import annotations

from kg.export import strings as exported

OWN: dict[str, str] = {
    # on every page
    "name": "claimgraph",
    "skip": "Skip to the content",
    "menu": "Pages",
    "articles": "Articles",
    "all_claims": "Claims",
    "graph": "Graph",
    "query": "Query",
    "search": "Search names and words",
    "search_hint": "A name, a policy, some words …",
    "data": "This page as data",
    "permalink": "Its address",
    "no_name": "without a name",
    "made_by": "Made with claimgraph. The words are those of the articles; that somebody said so does not make it so.",
    "page": "Page",
    "of": "of",
    "previous": "Previous",
    "next": "Next",
    "all": "Show all",
    "back": "Back to",
    "none": "There is nothing here.",
    "empty": "The store holds no articles yet. Read some first: kg ingest FOLDER",
    # the overview
    "welcome": "Who said what, in which exact words",
    "welcome_hint": "Every name opens what it said and what is said about it; "
    "every claim leads to its words in the article.",
    "most_quoted": "Who says most",
    "latest": "Latest articles",
    "by_claims": "Those that most claims concern come first.",
    # names
    "also": "Also called",
    "see_graph": "Graph around {label}",
    "about": "Said about {label}",
    "cites": "Citing {label}",
    "relations": "What the articles say of {label}",
    "holds": "Where {label} stands",
    "nothing_here": "No article says anything about it in the current versions.",
    # claims
    "verified": "matches the source",
    "not_verified": "does not match the stored text: run kg verify",
    "characters": "characters {start}–{end} of the article",
    "by": "by",
    "after": "after",
    "open_claim": "Evidence and citation",
    "claim_about": "About",
    "claim_cites": "Citing",
    "article": "Article",
    "this_claim": "This claim",
    "reported_in": "Reported within it",
    "in_text": "In the whole text",
    "open_article": "Open at the publisher",
    "details": "How it was read",
    "cue": "Word that reports it",
    "kind": "Kind of claim",
    "mode": "Form",
    "polarity": "Polarity",
    "certainty": "Certainty",
    "status": "Decided",
    "reason": "How it was found",
    "carried": "the speaker is the one before",
    "speaker_reason": "How the speaker was told",
    "citations": "Citation as text",
    "sparql": "The query that gives this",
    "try_query": "Open it in the editor",
    "rejected": "A person rejected this claim: no list shows it.",
    # articles
    "inferred": "Read off the text, not stated with it",
    "source": "Read from",
    "superseded": "There is a later version of this article",
    "later_same": "It has the same words",
    "later_gone": "It does not have these words.",
    "open_later": "Open the later version",
    "revises": "There is an earlier version of this article",
    "open_earlier": "Open the earlier version",
    "whole_text": "The text, with every claim marked",
    "legend_said": "said by somebody",
    "legend_own": "in the article’s own voice",
    "whole_hint": "Choose one to see who says it and on what evidence.",
    # figures
    "figure": "Figure",
    "stated_in": "The claim it stands in",
    "amount": "Number",
    "unit": "Counted in",
    "measure": "What is measured",
    "population": "Among",
    "place": "Where",
    "period": "When",
    "hedge": "Blurred by",
    "change": "It is",
    "document": "Out of",
    "restates": "Says again",
    "at_least": "at least",
    "at_most": "at most",
    "to": "to",
    # search
    "search_results": "Results for",
    "search_empty": "Nothing has all these words.",
    "search_how": "Names, titles of articles and the exact words of claims are searched; what stands in quotation "
    "marks is searched for as it stands.",
    "search_most": "These are the first; more words find fewer.",
    "names": "Names",
    "claims_with": "Claims with these words",
    # what is not there
    "not_found": "There is no such page",
    "why_missing": "The address may be mistyped, or what it led to was taken out of the store.",
    "no_claim": "No claim or figure has this id. Its article may have been taken out or read anew.",
    "no_article": "No article has this id. It may have been taken out of the store.",
    "near": "Perhaps one of these",
    # the editor
    "query_hint": "Questions to the store in SPARQL. The examples below can be opened and changed.",
    "no_script": "The editor needs JavaScript. Without it, write a query here:",
    "ask": "Ask",
    "examples": "Queries that come with the package",
    "use_example": "Put it into the editor",
    "results": "Results",
    "an_id": "an id, as",
    "for_all": '"" for all',
    "more_rows": "Show more rows",
}
STRINGS: dict[str, str] = exported.STRINGS | OWN

COUNTED: dict[str, tuple[str, str]] = {
    "article": ("article", "articles"),
    "claim": ("claim", "claims"),
    "figure": ("figure", "figures"),
    "person": ("person", "people"),
    "organisation": ("organisation", "organisations"),
    "place": ("place", "places"),
    "policy": ("policy", "policies"),
    "event": ("event", "events"),
    "document": ("document", "documents"),
}
"""What is counted: for one and for many."""

INFERRED: dict[str, str] = {"authors": "author", "publisher": "publisher", "url": "address"}
"""Fields of an article as people call them; others are called what they are."""

REASONS: dict[str, str] = {
    "model": "the learned model",
    "sentence": "a sentence that nobody is reported to have said",
    "rest of a sentence": "what of a sentence nobody is reported to have said",
    "quotation with cue": "quotation marks beside a word that reports",
    "quotation after cue": "quotation marks after a word that reports",
    "quotation after colon": "quotation marks after a colon",
    "quotation that follows": "a quotation that goes on from the one before",
    "quotation without a speaker": "quotation marks, and nobody who is said to speak",
    "quotation and author": "a quotation with its author behind it",
    "clause after cue": "words after one that reports",
    "clause with cue": "words around one that reports, between commas",
    "that-clause": "“that” after a word that reports",
    "question clause": "a question after a word that reports",
    "according to": "“according to”, or words like it",
    "in the view of": "“in the view of”, or words like it",
    "for somebody": "“for” with somebody’s name",
    "as somebody says": "“as … says”",
    "name and colon": "a name and a colon",
    "headline colon": "a headline with a name and a colon",
    "intention": "what somebody wants, plans or promises to do",
    "judgement": "what somebody calls something",
    "expectation": "what somebody expects",
    "transcript turn": "a turn in a transcript",
}
"""How a claim was found, by the name of what found it."""

UNITS: dict[str, str] = {"share": "share of the whole, which is 1"}
"""Units that do not speak for themselves."""
