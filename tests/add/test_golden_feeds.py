"""Feeds and lists, file by file: `tests/golden/feeds/README.md` says how to add one."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import FOLDER
from newsrooms import a_newsroom, add

from digest.add import Outcome

FEEDS = FOLDER / "feeds"
CASES = sorted(path.stem for path in FEEDS.glob("*.txt"))
KEYS = ("id", "title", "language", "published", "updated", "summary", "image", "credit", "page")


def told(outcome: Outcome) -> str:
    """Return an entry as its case writes it."""
    where = {"url": outcome.url} if outcome.url else {"source": outcome.source}
    keys = {
        "state": str(outcome.state),
        **where,
        **{key: getattr(outcome, key) for key in KEYS},
        "authors": ", ".join(outcome.authors),
        "folders": "; ".join(" / ".join(folder) for folder in outcome.folders),
    }
    return "\n\n".join(["\n".join(f"{key}: {value}" for key, value in keys.items() if value), *outcome.text])


def entries(case: str) -> list[str]:
    text = (FEEDS / f"{case}.txt").read_text(encoding="utf-8")
    return [entry.strip() for entry in text.split("\n---\n")]


@pytest.mark.parametrize("case", CASES)
def test_a_feed_is_read_as_its_case_says(tmp_path: Path, case: str) -> None:
    a_newsroom(tmp_path, outlets="")
    [feed] = [path for path in FEEDS.glob(f"{case}.*") if path.suffix != ".txt"]
    found = add(tmp_path, feed, dry_run=True)
    assert [told(outcome) for outcome in found] == entries(case)
