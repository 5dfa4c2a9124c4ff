"""Pasted texts: `tests/golden/pasted/` holds the cases."""

from pathlib import Path

import pytest

from digest.model import BlockKind
from digest.read.pasted import Pasted, read_pasted

CASES = sorted((Path(__file__).parents[2] / "golden" / "pasted").glob("*.txt"))


def written(pasted: Pasted) -> str:
    names = [f"by: {name}" for name in pasted.authors]
    marks = {BlockKind.HEADING: "# ", BlockKind.PARAGRAPH: ""}
    return "\n".join([*names, *(marks[p.kind] + p.text for p in pasted.passages)])


def parts(case: Path) -> tuple[str, str, str]:
    head, _, rest = case.read_text(encoding="utf-8").partition("\n=== pasted\n")
    source, _, kept = rest.partition("\n=== kept\n")
    return head.removeprefix("language: "), source, kept.strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem.split("-")[0] + str(CASES.index(case)))
def test_a_pasted_text_comes_out_as_its_paragraphs_and_headings(case: Path) -> None:
    language, source, kept = parts(case)
    assert written(read_pasted(source, language=language)) == kept


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem.split("-")[0] + str(CASES.index(case)))
def test_a_kept_text_that_is_read_again_loses_nothing(case: Path) -> None:
    language, _, kept = parts(case)
    texts = [line.removeprefix("# ") for line in kept.split("\n") if not line.startswith("by: ")]
    again = read_pasted("\n".join(texts), language=language)
    assert [passage.text for passage in again.passages] == texts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem.split("-")[0] + str(CASES.index(case)))
def test_every_word_is_either_kept_or_listed_as_cut(case: Path) -> None:
    language, source, _ = parts(case)
    pasted = read_pasted(source, language=language)
    told = [passage.text for passage in pasted.passages] + [cut.text for cut in pasted.cuts]
    assert sorted("".join("".join(told).split())) == sorted("".join(source.split()))


def test_a_cut_names_its_line_and_reason() -> None:
    pasted = read_pasted("Trump was in Florida.\nShare\n\nTrending\nA Forum in Moscow\n", language="en")
    assert [(cut.line, cut.text, cut.reason) for cut in pasted.cuts] == [
        (2, "Share", "a button or link of the page"),
        (4, "Trending", "in the list “Trending”"),
        (5, "A Forum in Moscow", "in the list “Trending”"),
    ]


def test_the_title_above_the_text_is_cut() -> None:
    pasted = read_pasted(
        "Maduro confirms call\nTrump was in Florida.", language="en", title="Maduro Confirms Call"
    )
    assert [passage.text for passage in pasted.passages] == ["Trump was in Florida."]


def test_a_language_without_a_row_still_loses_english_buttons() -> None:
    pasted = read_pasted("Share\nNicolás Maduro nhận một cuộc gọi.\nCopy link", language="vi")
    assert [passage.text for passage in pasted.passages] == ["Nicolás Maduro nhận một cuộc gọi."]


def test_words_of_no_known_furniture_stay_even_at_the_end() -> None:
    source = "The difference was 515 votes.\nAsfura 749,022 votes\nNasralla 748,507 votes"
    assert written(read_pasted(source, language="en")) == source


def test_an_empty_text_has_no_passages() -> None:
    assert read_pasted(" \n\n", language="en").passages == []
