"""Tags, readers, lists and compared texts: `tests/golden/languages` and `tests/golden/texts`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.languages import codes, listed, row
from digest.languages.folding import fold
from digest.languages.tags import tag_from_text
from digest.model import reads

NONE = "none"


@pytest.mark.parametrize(("text", "code"), rows("languages/tags.txt"))
def test_a_language_is_known_by_what_pages_and_systems_call_it(text: str, code: str) -> None:
    assert (tag_from_text(text) or NONE) == code


@pytest.mark.parametrize(("reader", "language", "answer"), rows("languages/readers.txt"))
def test_readers_of_an_edition_read_their_language_in_every_region_and_in_its_script(
    reader: str, language: str, answer: str
) -> None:
    assert reads(reader, language) is (answer == "yes")


@pytest.mark.parametrize(("reader", "items", "kind", "told"), rows("languages/lists.txt"))
def test_a_list_ends_as_readers_say_it(reader: str, items: str, kind: str, told: str) -> None:
    style = "or" if kind == "or" else "standard"
    assert listed(items.split("; "), reader=reader, style=style) in told.split(" // ")


@pytest.mark.parametrize(("first", "kind", "second"), rows("texts/folded.txt"))
def test_typography_alone_makes_no_difference_and_every_word_does(first: str, kind: str, second: str) -> None:
    assert (fold(first).text == fold(second).text) is (kind == "same")


@pytest.mark.parametrize(("first", "kind", "second"), rows("texts/folded.txt"))
def test_every_character_of_a_compared_text_has_its_place_in_the_source(
    first: str, kind: str, second: str
) -> None:
    for text in (first, second):
        found = fold(text)
        assert len(found.text) == len(found.starts) == len(found.ends), kind
        assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))


@pytest.mark.parametrize("code", ["th", "lo", "km", "my", "bo", "yue"])
def test_white_space_parts_no_words_of_a_language_without_a_row_whose_script_has_none(code: str) -> None:
    assert code not in codes()
    assert not row(code).spaced


@pytest.mark.parametrize("code", ["bn", "ur", "ka"])
def test_no_capitals_show_names_of_a_language_without_a_row_whose_script_has_none(code: str) -> None:
    assert code not in codes()
    assert not row(code).cased
