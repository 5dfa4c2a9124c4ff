"""`digest.read.page.furnished`: what an extractor leaves around a text is cut, and every cut has its reason."""

from __future__ import annotations

import pytest

from digest.model import BlockKind
from digest.read.page.furnished import Furnished, without_furniture
from digest.read.text import Passage

TEXTS = (
    "The council approved the plan for the new harbour on Thursday after two years of debate.",
    "Fishermen from the northern villages had asked for a longer quay and for deeper water there.",
    "Work begins in spring and will take three years, according to the statement of the council.",
)


def furnished(*before: str, after: tuple[str, ...] = (), title: str | None = "The new harbour") -> Furnished:
    passages = [Passage(text) for text in (*before, *TEXTS, *after)]
    return without_furniture(passages, language="en", title=title)


def kept(found: Furnished) -> list[str]:
    return [one.text for one in found.passages if one.text not in TEXTS]


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ("The new harbour", "the title again"),
        ("THE NEW HARBOUR!", "the title again"),
        ("2026-03-05", "when the page was published"),
        ("5/3/2026 18:30", "when the page was published"),
        ("2026年3月5日", "when the page was published"),
    ],
)
def test_what_stands_above_the_text_is_cut_with_its_reason(before: str, reason: str) -> None:
    found = furnished(before)
    assert kept(found) == []
    assert [(cut.text, cut.reason) for cut in found.cuts] == [(before, reason)]


@pytest.mark.parametrize(
    ("after", "walled"),
    [
        ("© 2026 Harbour Post. All rights reserved.", False),
        ("https://example.org/news/harbour", False),
        ("Subscribe to continue reading", True),
    ],
)
def test_what_stands_below_it_is_cut_and_a_wall_is_told(after: str, walled: bool) -> None:  # noqa: FBT001
    found = furnished(after=(after,))
    assert kept(found) == []
    assert found.walled is walled


def test_what_is_said_about_subscribers_in_the_text_is_no_wall() -> None:
    said = "“Subscribe to continue reading,” the sign at the library says, and nobody does that any more."
    found = furnished(after=(said, *(f"{text} Again." for text in TEXTS)))
    assert not found.walled
    assert said in kept(found)


def test_a_longer_line_that_holds_the_title_is_no_title() -> None:
    line = "The new harbour is the largest work that the town has ever paid for by itself."
    assert kept(furnished(line)) == [line]


def test_a_text_that_is_its_title_alone_is_kept() -> None:
    found = without_furniture([Passage("The new harbour")], language="en", title="The new harbour")
    assert [one.text for one in found.passages] == ["The new harbour"]


def test_headings_at_the_end_have_no_text_and_go() -> None:
    passages = [
        *map(Passage, TEXTS),
        Passage("Background", BlockKind.HEADING),
        Passage("Notes", BlockKind.HEADING),
    ]
    found = without_furniture(passages, language="en", title=None)
    assert [one.text for one in found.passages] == list(TEXTS)
    assert {cut.reason for cut in found.cuts} == {"a heading without a text"}


def test_words_that_a_page_sets_apart_are_somebodys_and_stay() -> None:
    quotation = Passage("Related", BlockKind.QUOTATION)
    found = without_furniture(
        [Passage(TEXTS[0]), quotation, *map(Passage, TEXTS[1:])], language="en", title=None
    )
    assert quotation in found.passages


def test_nothing_is_lost_without_being_told() -> None:
    found = furnished("The new harbour", "2026-03-05", after=("© 2026 Harbour Post",))
    assert len(found.passages) + len(found.cuts) == len(TEXTS) + 3
