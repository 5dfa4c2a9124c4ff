"""Days that cannot be right together, though each of them can."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import HEAD, read_files, told

SAID = f"""---
{HEAD}published: {{published}}
quotes:
  - text: It was a phone call
    said_at: {{said}}
---
“It was a phone call,” the mayor said.
"""


def read(folder: Path, published: str, said: str) -> tuple[int, list[str]]:
    content = read_files(folder, {"articles/a.md": SAID.format(published=published, said=said)})
    return len(content.articles), told(content)


@pytest.mark.parametrize("said", ["9999-01-01", "2025-12-05"])
def test_nothing_is_said_after_it_was_published(tmp_path: Path, said: str) -> None:
    articles, [wrong] = read(tmp_path, "2025-12-03", said)
    assert articles == 0
    assert (
        f"a.md:7: “said_at” is {said}, after the article was published (2025-12-03); write the day" in wrong
    )


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2025-12-03", "2025-12-04"),  # of another time zone
        ("2025-12-03", "2025-11-30"),
        ("2025-12-03\nupdated: 2026-01-07", "2026-01-06"),
    ],
)
def test_what_was_said_before_is_no_problem(tmp_path: Path, published: str, said: str) -> None:
    assert read(tmp_path, published, said) == (1, [])
