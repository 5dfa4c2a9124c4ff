"""What is hardly meant in an entry is told at every reading, and the entry is taken all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from memories import a_po, a_segment

from digest.model import SegmentKind, Severity
from digest.translate import load_memory

ENTRY = """
{comments}msgctxt "quote"
msgid "Sí"
msgstr "{text}"
"""


@pytest.mark.parametrize(
    ("comments", "text", "said"),
    [
        ("", "Yes \u202eno", "msgstr holds U+202E, which nobody sees"),
        ("", "Yes \x07", "msgstr holds U+0007, which nobody sees"),
        ("", "  ", "msgstr shows nothing; write the translation, or leave it empty"),
        ("", "\u200b", "msgstr shows nothing; write the translation, or leave it empty"),
        ("#. reviewed: Ann Example\n#, fuzzy\n", "Yes", "“#. reviewed:” and “fuzzy” contradict one another"),
        ("#. reviewed: Ann Example\n", "Yes", ""),
        ("#, fuzzy\n", "Yes", "fuzzy, and no remark says who worded it; bring “#. machine:” back"),
        ("#. person: Ann Example\n#, fuzzy\n", "Yes", ""),
        ('#, fuzzy\n#| msgid "Si"\n', "Yes", ""),
        ('#. reviewed: Ann Example\n#, fuzzy\n#| msgid "Si"\n', "Yes", ""),
        ("", "", ""),
        ("", "Yes,\\nyes \u2066A\u2069", ""),
    ],
)
def test_it_is_told_from_the_cache_too(tmp_path: Path, comments: str, text: str, said: str) -> None:
    a_po(tmp_path / "po", ENTRY.format(comments=comments, text=text))
    for _ in range(2):
        memory = load_memory(tmp_path / "po", tmp_path / "cache")
        told = [one.message for one in memory.problems]
        assert [one.startswith(said) for one in told] == [True] * bool(said), told
        assert all(one.severity is Severity.WARNING for one in memory.problems)
    found = memory.find(a_segment("Sí", SegmentKind.QUOTE), "en")
    assert (found is not None) == ("es" in text)
    assert found is None or "\u202e" not in found.text
