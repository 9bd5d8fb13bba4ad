"""Citations as the server's pages have them."""

from __future__ import annotations

import pytest

from kg.web.citing import citations
from tests.factories import article, claim

TEXT = "The tram company runs late. Ana Rey said that 5 % of all trams_were late."
HOME = article(
    "a.txt", TEXT, title="Trams & more", authors=("Bo Li",), publisher="The Lamp", date="2025-03-04",
    url="https://lamp.example/1?a=b%2Fc d".replace(" ", "%20"),
)  # fmt: skip


def test_a_claim_is_cited_in_three_forms() -> None:
    """Speaker, words, author, title, outlet, date, address and place."""
    said = claim(HOME, TEXT, "5 % of all trams_were late")
    assert citations(HOME, said, "Ana Rey") == {
        "citation": "Ana Rey: “5 % of all trams_were late” In: Bo Li, “Trams & more”, The Lamp, 2025-03-04, "
        f"https://lamp.example/1?a=b%2Fc%20d (characters {said.start}–{said.end}).",
        "Markdown": "> 5 % of all trams\\_were late\n>\n> — Ana Rey, in Bo Li, "
        "[Trams \\& more](<https://lamp.example/1?a=b%2Fc%20d>), The Lamp, 2025-03-04",
        "BibTeX": "@article{li2025,\n  author = {{Bo Li}},\n  title = {{Trams \\& more}},\n  journal = {The Lamp},\n"
        "  year = {2025},\n  month = {03},\n  day = {04},\n  url = {https://lamp.example/1?a=b%2Fc%20d},\n"
        "  note = {Ana Rey: “5 \\% of all trams\\_were late”},\n}",
    }


def test_of_an_article_what_is_not_known_is_left_out() -> None:
    """A file without author, outlet and date is cited by its title and source."""
    plain = article("notes/b.txt", "Words.")
    assert citations(plain) == {
        "citation": "“notes/b.txt”, undated, notes/b.txt.",
        "Markdown": "notes/b.txt, undated.",
        "BibTeX": "@article{article,\n  title = {{notes/b.txt}},\n}",
    }


@pytest.mark.parametrize(
    ("words", "quoted"), [("“Nobody knows,”", "“Nobody knows,”"), ("nobody knows", "“nobody knows”")]
)
def test_quotation_marks_are_not_doubled(words: str, quoted: str) -> None:
    """Words that the article puts in quotation marks keep those."""
    text = f"She said {words} today."
    home = article("c.txt", text)
    assert citations(home, claim(home, text, words))["citation"].startswith(f"{quoted} In: ")
