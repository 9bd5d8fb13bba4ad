from __future__ import annotations

import pytest

from kg.entities import find
from kg.errors import NotFoundError
from tests.factories import entity, reference


@pytest.mark.parametrize(
    "words",
    ["Inés Calderwood", "ines  CALDERWOOD", "person:inés-calderwood", reference("Inés Calderwood").id, "the minister"],
)
def test_an_entity_is_found_by_any_of_its_names(words: str) -> None:
    """An IRI, its end, the name without accents and case, and an alias all lead to the entity."""
    records = [entity("Mara Quellin"), entity("Inés Calderwood", aliases=("The Minister",))]
    assert find(records, words).label == "Inés Calderwood"


def test_name_of_two_entities_asks_which() -> None:
    """Nothing is chosen for the user; the ids are there to choose from."""
    records = [entity("Jordan"), entity("Jordan", "place")]
    with pytest.raises(NotFoundError, match=r"2 entities bear that name.*person:jordan, place:jordan"):
        find(records, "jordan")
    assert find(records, "place:jordan").type == "place"


def test_full_name_is_rather_that_of_whom_it_labels() -> None:
    """An alias of another does not make it unclear; a lone word stays unclear."""
    records = [entity("Mara Quellin"), entity("Aide Mara Quellin", aliases=("Mara Quellin", "Quellin"))]
    assert find(records, "Mara Quellin").label == "Mara Quellin"
    records = [entity("Quellin"), entity("Mara Quellin", aliases=("Quellin",))]
    with pytest.raises(NotFoundError, match="2 entities"):
        find(records, "Quellin")


def test_named_entity_goes_before_a_description() -> None:
    """“Official” as somebody's name is not any official."""
    records = [entity("Official", named=False), entity("Official", "organisation")]
    assert find(records, "official").type == "organisation"


@pytest.mark.parametrize(("words", "nearest"), [("Mara Quelin", "Mara Quellin"), ("Quellin", "Mara Quellin")])
def test_unknown_name_lists_the_nearest(words: str, nearest: str) -> None:
    """By likeness, and by a word they share."""
    with pytest.raises(NotFoundError, match=f"Nearest: {nearest} .person:mara-quellin."):
        find([entity("Mara Quellin"), entity("Tobias Errenwald")], words)


def test_unknown_name_without_a_near_one_says_where_to_look() -> None:
    """The list of all."""
    with pytest.raises(NotFoundError, match="See: kg entities"):
        find([entity("Mara Quellin")], "Zzyzx")
