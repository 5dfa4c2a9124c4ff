"""Whether a text is a reprint of another: `tests/golden/texts/reprints.txt`, case by case."""

from __future__ import annotations

import pytest
from builders import a_moment, an_article, an_outlet
from golden_cases import blocks

from digest.group.reprints import reprints_of

CASES = blocks("texts/reprints.txt")


@pytest.mark.parametrize("lines", [lines for _, lines in CASES], ids=[name for name, _ in CASES])
def test_a_text_of_another_outlet_is_a_reprint_or_another_report(lines: list[str]) -> None:
    first, second, told = lines
    language, kind = told.removeprefix("= ").split()
    articles = [
        an_article(text, outlet=an_outlet(name), language=language, published=a_moment(f"2026-03-0{day}"))
        for day, (name, text) in enumerate((("Agency", first), ("Gazette", second)), start=1)
    ]
    found = reprints_of(articles)
    assert found == ({articles[1].id: articles[0].id} if kind == "reprint" else {})
