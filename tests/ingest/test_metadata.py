"""What a text tells of itself is found where it is plain, marked as inferred, and never made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata import infer
from kg.model import Article

BODY = (
    "The harbour will stay closed for a week, the harbour master told reporters on Tuesday, and the ships that "
    "wait outside will be sent to the ports in the north.\n\nHe said that it was not the fault of the crew."
)


def found(text: str) -> Article:
    """A text with what it tells of itself."""
    return infer(Article("a.txt", text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Harbour to close for a week\n\n{BODY}", "Harbour to close for a week"),
        (f"Harbour to close for a week\n{BODY}", "Harbour to close for a week"),
        (f"# Harbour to close\n\n{BODY}", "Harbour to close"),
        (f"Why Does the Harbour Close?\n\n{BODY}", "Why Does the Harbour Close?"),
        (f"Mayor: harbour has ‘no choice’\n\n{BODY}", "Mayor: harbour has ‘no choice’"),
        (f"Harbour Will Close for a Week.\n\n{BODY}", "Harbour Will Close for a Week."),
        (f"Harbour closes for a week.\n\nPORT CITY (AP) — {BODY}", "Harbour closes for a week."),
        (f"Harbour closes for a week.\n\nBy Ana Ruiz\n\n{BODY}", "Harbour closes for a week."),
    ],
)
def test_a_heading_over_running_text_is_the_title(text: str, title: str) -> None:
    """The title is the first line as it stands, without the marks of Markdown."""
    article = found(text)
    assert article.title == title
    assert title in article.text
    assert "title" in article.inferred


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"The harbour is closed, he said.\n\n{BODY}",
        f"By Ana Ruiz\n\n{BODY}",
        f"March 4, 2025\n\n{BODY}",
        f"PORT CITY, March 4 (AP) — The harbour closed\n\n{BODY}",
        f"“We have no choice here”\n\n{BODY}",
        f"Politics\n\n{BODY}",
        f"Read this first:\n\n{BODY}",
        f"https://ledger.example/a b c\n\n{BODY}",
        f"© 2025 The Coast Ledger\n\n{BODY}",
        f"{'Harbour to close ' * 12}\n\n{BODY}",
        "The harbour will stay closed for a week, the harbour\nmaster told reporters, and the ships\ngo north.",
        "RUIZ: Is the harbour shut\nHALE: It is, and it will stay shut until the crane has been taken down.",
        "Harbour to close for a week",
        "Harbour to close for a week\n\nShort list\n\nof words",
    ],
)
def test_what_is_no_heading_is_no_title(text: str) -> None:
    """Sentences, bylines, dates, quotations, labels and wrapped paragraphs are not taken for titles."""
    assert found(text).title is None


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"Harbour to close now\nBy Ana Ruiz\n\n{BODY}", ("Ana Ruiz",)),
        (f"Harbour to close now\nBY ANA RUIZ\n\n{BODY}", ("Ana Ruiz",)),
        (f"By Ana Ruiz and Tom Hale\n\n{BODY}", ("Ana Ruiz", "Tom Hale")),
        (f"By Ana Ruiz, Tom Hale and Juan de la Cruz\n\n{BODY}", ("Ana Ruiz", "Tom Hale", "Juan de la Cruz")),
        (f"By Ana Ruiz, Staff Writer\n\n{BODY}", ("Ana Ruiz",)),
        (f"By Ana Ruiz | The Coast Ledger\n\n{BODY}", ("Ana Ruiz",)),
        (f"Por José Núñez\n\n{BODY}", ("José Núñez",)),
        (
            f"{BODY}\nWRITTEN BY\nAna Ruiz\nSenior Fellow, Harbour Studies\n- Tom HalePress Office+44 1234",
            ("Ana Ruiz",),
        ),
        (f"{BODY}\nWritten by Ana María Ruiz-O’Hara", ("Ana María Ruiz-O’Hara",)),
        (f"{BODY}\nAuthor: Ana Ruiz", ("Ana Ruiz",)),
    ],
)
def test_a_byline_names_the_authors(text: str, authors: tuple[str, ...]) -> None:
    """Names after "By" near the top, or after "WRITTEN BY" there or at the bottom, are the authors."""
    article = found(text)
    assert article.authors == authors
    assert "authors" in article.inferred


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\nMedia contact: Ana Ruiz, +44 1234\n- Tom HaleMedia Relations Manager+44 1234",
        f"{BODY}\nPhoto by Ana Ruiz",
        f"By Contrast Nothing\n\n{BODY}",
        f"By Tuesday Ana Ruiz had closed the harbour\n\n{BODY}",
        f"By Ana Ruiz the harbour was closed.\n\n{BODY}",
        f"By The Editorial Board\n\n{BODY}",
        f"By the harbour\n\n{BODY}",
    ],
)
def test_others_that_a_text_names_are_no_authors(text: str) -> None:
    """Contacts, photographers, sentences and desks are not taken for authors."""
    assert found(text).authors == ()


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© RIVO, 2025.", "RIVO"),
        ("© 2025 The Coast Ledger. All rights reserved.", "The Coast Ledger"),
        ("Copyright © 2019–2025 Coast Ledger Ltd", "Coast Ledger Ltd"),
        ("(c) 2025 by The Coast Ledger", "The Coast Ledger"),
        ("© AFP / Getty", None),
        ("© 2025. All rights reserved.", None),
        ("Copyright law changed in 2025, he said.", None),
    ],
)
def test_a_copyright_line_names_the_publisher_and_no_date(line: str, publisher: str | None) -> None:
    """The holder is the publisher; its year is not the article's date."""
    article = found(f"{BODY}\n{line}")
    assert article.publisher == publisher
    assert article.date is None


@pytest.mark.parametrize(
    ("opening", "wire", "date"),
    [
        ("SANTIAGO, Dec 15 (Reuters) - ", "Reuters", None),
        ("SANTIAGO, Dec. 15, 2025 (Reuters) — ", "Reuters", "2025-12-15"),
        ("PARIS, 15 December 2025 (AFP) – ", "AFP", "2025-12-15"),
        ("Santiago de Chile, 15 dic (EFE).- ", "EFE", None),
        ("FLINT, Mich. (The Associated Press) -- ", "AP", None),
        ("(Reuters) - ", "Reuters", None),
        ("SANTIAGO (Ledger) - ", None, None),
        ("A spokesman (AP was told) - ", None, None),
    ],
)
def test_a_dateline_tells_the_agency_and_a_full_date(opening: str, wire: str | None, date: str | None) -> None:
    """The agency is known by name; a date without its year is left out."""
    article = found(opening + BODY)
    assert (article.wire, article.date) == (wire, date)


def test_an_agency_that_signs_as_author_is_the_wire() -> None:
    """An author's name that is an agency's tells whose story it is."""
    article = infer(Article("a.txt", BODY, authors=("Agence France-Presse",)))
    assert article.wire == "AFP"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Harbour to close now\nMonday, March 4, 2025\n\n{BODY}", "2025-03-04"),
        (f"Harbour to close now\nPublished: 4 March 2025 10:30 GMT\n\n{BODY}", "2025-03-04T10:30:00+00:00"),
        (f"{BODY}\n\nMarch 4, 2025", "2025-03-04"),
        (f"{BODY}\n\nCorrection: the crane was not red.\n\nMarch 6, 2025", None),
        (f"Updated\nMarch 6, 2025\n\n{BODY}", None),
        (f"On March 4, 2025 it closed.\n\n{BODY}", None),
        (f"March 2025\n\n{BODY}", None),
    ],
)
def test_a_date_on_a_line_of_its_own_is_the_article_s(text: str, date: str | None) -> None:
    """Dates within sentences and dates of corrections are not."""
    assert found(text).date == date


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("El puerto estará cerrado por una semana, dijo el alcalde, y los barcos que esperan no entran.", "es"),
        ("Le port est fermé pour une semaine, a dit le maire, et les bateaux qui sont dans la baie restent.", "fr"),
        ("Der Hafen ist für eine Woche zu, und die Schiffe werden nicht in den Hafen gelassen, hieß es.", "de"),
        ("O porto fica fechado por uma semana, disse o prefeito, e os navios não podem entrar com as cargas.", "pt"),
        ("Harbour closed", None),
        ("a " * 500, None),
        ("港は一週間閉鎖されると市長は述べた。", None),
    ],
)  # fmt: skip
def test_the_text_tells_its_language(text: str, language: str | None) -> None:
    """Where it is too short to be sure no language is set."""
    assert found(text).language == language


def test_what_is_known_is_left_alone() -> None:
    """Fields that the file or the user stated are neither changed nor marked."""
    text = f"Harbour to close now\nBy Ana Ruiz\nMarch 4, 2025\n\nPORT CITY (AP) - {BODY}\n© 2025 Ledger"
    known = Article("a.txt", text, "Mine", ("Me",), "Us", "2024", None, "es", "EFE")
    assert infer(known) == known


@given(st.text(alphabet=st.sampled_from("Aa BbyY©2025(),.-–—\n:“”12"), max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    """Inference never fails, never touches the text, and marks all it adds."""
    article = found(text)
    assert article.text == text
    named = {"title", "authors", "publisher", "date", "wire", "language"}
    assert article.inferred == {field for field in named if getattr(article, field)}
