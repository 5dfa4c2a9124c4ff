"""Saved pages, file by file: `tests/golden/pages/README.md` says how to add one."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from golden_cases import FOLDER

from digest.add.draft import article_of, said_in
from digest.add.draft import draft_of as read_draft
from digest.model import BlockKind, Outlet, OutletId
from digest.read import Told, read_page_bytes
from digest.receive import Body, Received

CASES = sorted(path.stem for path in (FOLDER / "pages").glob("*.txt"))
MARKS = {BlockKind.HEADING: "# ", BlockKind.QUOTATION: "> "}
ZONE = ZoneInfo("UTC")


def said(source: bytes, language: str) -> list[str]:
    draft = read_draft(Received(source=source, body=Body.PAGE), zone=ZONE)
    assert not isinstance(draft, str)
    outlet = Outlet(id=OutletId("o"), name="O", language=language)
    found = said_in(article_of(draft, outlet, path="a.md", slug="a", zone=ZONE))
    return [f"{one.text.rstrip('.。।')} | {one.speaker or 'nobody'}" for one in found]


@pytest.mark.parametrize("case", CASES)
def test_a_saved_page_is_read_as_its_case_says(case: str) -> None:
    source = (FOLDER / "pages" / f"{case}.html").read_bytes()
    head, _, text = (FOLDER / "pages" / f"{case}.txt").read_text(encoding="utf-8").strip().partition("\n\n")
    lines = [line for line in head.splitlines() if not line.startswith(("said:", "told:", "site:"))]
    wanted = [line.removeprefix("told: ") for line in head.splitlines() if line.startswith("told:")]
    spoken = [
        line.removeprefix("said: ").replace("。 |", " |").replace("। |", " |")
        for line in head.splitlines()
        if line.startswith("said:")
    ]
    page = read_page_bytes(source, Told(path="", zone=ZONE))
    keys = {
        "title": page.title,
        "language": page.language,
        "published": page.published.day.isoformat() if page.published else None,
        "authors": ", ".join(page.authors),
        "url": page.url,
        "archive_url": page.archive_url,
    }
    assert [MARKS.get(passage.kind, "") + passage.text for passage in page.passages] == text.split("\n\n")[
        : len(text)
    ]
    assert [f"{key}: {value}" for key, value in keys.items() if value] == lines
    told = [problem.message for problem in page.problems]
    assert len(told) == len(wanted)
    assert all(part in message for part, message in zip(wanted, told, strict=True)), told
    for line in head.splitlines():
        if line.startswith("site:"):
            assert f"site: {page.site}" == line
    if spoken:
        assert said(source, str(page.language)) == spoken
