"""Right and wrong forms of a memory: `tests/golden/po/flaws.txt`, block by block."""

from __future__ import annotations

import pytest
from golden_cases import FOLDER

from digest.translate.po import Flaw, read_entries


def blocks() -> list[tuple[str, str]]:
    """Return what is told of each block, and the block."""
    parts = (FOLDER / "po/flaws.txt").read_text(encoding="utf-8").split("~~~ ")[1:]
    return [(told, text) for told, _, text in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("told", "text"), blocks())
def test_a_block_is_right_or_its_flaw_is_told_with_the_line(told: str, text: str) -> None:
    read = read_entries(text.encode())
    found = [f"{one.line}: {one.message}" for one in read if isinstance(one, Flaw)]
    if told == "nothing":
        assert found == []
    else:
        assert found[:1]
        assert found[0].startswith(told)
