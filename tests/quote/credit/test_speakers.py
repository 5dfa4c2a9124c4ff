"""Who said it, sentence by sentence: the files of `tests/golden/speakers`, a kind each. `governed.txt` explains the format."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from builders import an_article

from digest.quote import find_quotes

FOLDER = Path(__file__).parents[2] / "golden" / "speakers"
NOBODY = "-"


class Line(NamedTuple):
    where: str
    language: str
    speakers: tuple[str, ...]
    """For each quotation who may be shown, parted by slashes; none where the marks hold no quotation.

    With `none` among them, it need not be taken for a quotation.
    """
    text: str


def lines_of(path: Path) -> list[Line]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            language, speakers, text = (part.strip() for part in line.split("|", 2))
            wanted = tuple(who.strip() for who in speakers.split(";") if who.strip() != "none")
            found.append(Line(f"{path.stem}:{number}", language, wanted, text.replace("\\n", "\n\n")))
    return found


LINES = [line for path in sorted(FOLDER.glob("*.txt")) for line in lines_of(path)]


@pytest.mark.parametrize("line", LINES, ids=[line.where for line in LINES])
def test_each_quotation_is_of_whom_the_line_names(line: Line) -> None:
    quotes = find_quotes(an_article(*line.text.split("\n\n"), language=line.language)).quotes
    shown = [quote.speaker or NOBODY for quote in quotes]
    if not shown and all("none" in wanted.split("/") for wanted in line.speakers):
        return
    assert len(shown) == len(line.speakers), shown
    assert all(who in wanted.split("/") for who, wanted in zip(shown, line.speakers, strict=True)), shown
