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


@pytest.mark.parametrize(
    ("language", "opening", "published", "updated"),
    [
        ("zh", "2026年3月12日 10:35\n来源：青石晚报\n记者 孙玉兰", "2026-03-12T10:35:00", None),
        ("fa", "۱۳ اسفند ۱۴۰۴ - ۰۹:۱۵\nنویسنده: بهرام نیک‌پی", "2026-03-04T09:15:00", None),
        ("de", "Von Lena Dörfler | Stand: 4. März 2026, 16:45 Uhr", "2026-03-04T16:45:00", None),
        ("pt", "Postado por Davi Lopes\n4 de março de 2026, 7h30", "2026-03-04T07:30:00", None),
        ("vi", "Thứ Tư, 4/3/2026, 08:15 (GMT+7)", "2026-03-04T08:15:00+07:00", None),
        (
            "tr",
            "Yayınlanma: 2.03.2026 10:00\nGüncelleme: 2.03.2026 13:25",
            "2026-03-02T10:00:00",
            "2026-03-02T13:25:00",
        ),
        ("en", "By Mary Hill", None, None),
        ("de", "Wahl am 3. März 2026", None, None),
    ],
)
def test_a_day_above_a_pasted_text_is_when_it_was_published(
    language: str, opening: str, published: str | None, updated: str | None
) -> None:
    text = (
        "The council approved the plan for a new harbour on Thursday after two years of talks with everybody."
    )
    pasted = read_pasted(f"{opening}\n\n{text}\n\n{text}", language=language)
    assert (pasted.published, pasted.updated) == (published, updated)
    assert [passage.text for passage in pasted.passages][-2:] == [text, text]
