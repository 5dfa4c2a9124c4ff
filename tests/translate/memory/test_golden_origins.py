"""Who worded a translation, by the remarks of its entry: `tests/golden/po/origins.txt`, a line each."""

from __future__ import annotations

import hashlib

import pytest
from golden_cases import FOLDER
from memories import a_segment

from digest.model import Notice, SegmentKind, Translation
from digest.translate.memory.origin import translation, wrong_remarks
from digest.translate.po import Entry, Flaw, composed, read_entries

TEXT = "Yes"
HASHES = {"HASH": hashlib.sha256(TEXT.encode()).hexdigest(), "OTHER": hashlib.sha256(b"No").hexdigest()}


def lines() -> list[tuple[str, ...]]:
    """Return the rows, which begin with # themselves, but for the first."""
    text = (FOLDER / "po/origins.txt").read_text(encoding="utf-8")
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in text.splitlines()[1:]]


def entry_of(remarks: str) -> Entry:
    for name, value in HASHES.items():
        remarks = remarks.replace(f"sha256={name}", f"sha256={value}")
    text = "\n".join((*remarks.split("; "), 'msgctxt "quote"', 'msgid "Sí"', f'msgstr "{TEXT}"', ""))
    [found] = read_entries(text.encode())
    assert not isinstance(found, Flaw)
    return found


def told(found: Translation) -> tuple[str, str]:
    name = found.by or (found.engine.name if found.engine else "")
    state = "stale" if Notice.STALE in found.notices else "reviewed" if found.reviewed else "not reviewed"
    doubt = "doubtful" if found.doubt else ""
    return f"{found.origin} {name}".strip(), " ".join(filter(None, (state, found.reviewed_by, doubt)))


@pytest.mark.parametrize(("remarks", "who", "state", "wrong"), lines())
def test_remarks_say_who_worded_a_translation_and_what_is_wrong_with_them(
    remarks: str, who: str, state: str, wrong: str
) -> None:
    entry = entry_of(remarks)
    found = translation(entry, a_segment("Sí", SegmentKind.QUOTE), "en")
    assert found is not None
    assert told(found) == (who, state)
    assert [one.startswith(wrong) for one in wrong_remarks(entry)] == [True] * (wrong != "-")


@pytest.mark.parametrize(("remarks", "who", "state", "wrong"), lines())
def test_what_remarks_say_is_the_same_after_writing_and_reading(
    remarks: str, who: str, state: str, wrong: str
) -> None:
    del who, state, wrong
    entry = entry_of(remarks)
    [again] = read_entries(composed(entry).encode())
    assert not isinstance(again, Flaw)
    assert again._replace(start=0, end=0, line=0) == entry._replace(start=0, end=0, line=0)
