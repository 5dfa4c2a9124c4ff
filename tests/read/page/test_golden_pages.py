"""Saved pages, file by file: `tests/golden/pages/README.md` says how to add one."""

from __future__ import annotations

import pytest
from golden_cases import FOLDER
from saved_pages import reading

from digest.model import BlockKind

CASES = sorted(path.stem for path in (FOLDER / "pages").glob("*.txt"))
MARKS = {BlockKind.HEADING: "# ", BlockKind.QUOTATION: "> "}


@pytest.mark.parametrize("case", CASES)
def test_a_saved_page_is_read_as_its_case_says(case: str) -> None:
    page, told = reading((FOLDER / "pages" / f"{case}.html").read_text(encoding="utf-8"))
    head, _, text = (FOLDER / "pages" / f"{case}.txt").read_text(encoding="utf-8").strip().partition("\n\n")
    keys = {
        "title": page.title,
        "language": page.language,
        "published": page.published.day.isoformat() if page.published else None,
        "authors": ", ".join(page.authors),
        "url": page.url,
    }
    found = [MARKS.get(passage.kind, "") + passage.text for passage in page.passages]
    assert found == text.split("\n\n")
    assert "\n".join(f"{key}: {value}" for key, value in keys.items() if value) == head
    assert told == []
