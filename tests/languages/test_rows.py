"""What a language's files may hold: keys that are known, so that none is without effect."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import golden_cases
import pytest

from digest import languages

ROOM = Path(languages.__file__).parent
EXPLAINED = {
    "numbers": ROOM / "numbers",
    "furniture": ROOM.parent / "read/furniture",
}


@pytest.mark.parametrize(("text", "said"), golden_cases.rows("languages/rows.txt"))
def test_what_is_wrong_with_a_row_is_told(text: str, said: str) -> None:
    given = text.replace("\\n", "\n")
    if said == "-":
        assert languages.row_of("nb", given).marks == (("«", "»"),)
    else:
        with pytest.raises(ValueError, match=re.escape(said)):
            languages.row_of("nb", given)


@pytest.mark.parametrize("room", EXPLAINED)
def test_every_key_of_a_table_is_explained_in_the_english_one(room: str) -> None:
    explained = set(
        re.findall(
            r"(?:^# |; |`)(\w+)[: `]", (EXPLAINED[room] / "en.toml").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    for path in sorted(EXPLAINED[room].glob("*.toml")):
        if path.name != "units.toml":
            keys = tomllib.loads(path.read_text(encoding="utf-8")).keys()
            assert not keys - explained, f"{path.name}: {keys - explained}"
