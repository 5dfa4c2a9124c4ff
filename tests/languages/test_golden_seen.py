"""What readers see of a text: `tests/golden/texts/seen.txt` and `shown.txt`, a line each."""

from __future__ import annotations

import re
import unicodedata

import pytest
from golden_cases import rows

from digest.languages.visible import clean, in_a_line, shows

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def spelt(text: str) -> str:
    """Return a text with the characters that its file only names."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize(("came", "kept"), rows("texts/seen.txt"))
def test_what_nobody_sees_goes_and_look_alikes_become_what_they_are_taken_for(came: str, kept: str) -> None:
    assert clean(spelt(came)) == unicodedata.normalize("NFC", spelt(kept))


@pytest.mark.parametrize(("came", "kept"), rows("texts/seen.txt"))
def test_what_was_cleaned_once_stays_and_is_one_line_of_a_message(came: str, kept: str) -> None:
    once = clean(spelt(came))
    assert clean(once) == once, kept
    assert len(in_a_line(spelt(came)).splitlines()) == 1


@pytest.mark.parametrize(("text", "kind"), rows("texts/shown.txt"))
def test_a_text_shows_something_or_is_blank(text: str, kind: str) -> None:
    assert shows(spelt(text)) is (kind == "seen")


def test_a_message_holds_no_more_than_its_first_three_hundred_characters() -> None:
    assert in_a_line("a" * 300) == "a" * 300
    assert in_a_line("a" * 301) == "a" * 299 + "…"


def test_an_isolate_whose_end_goes_with_a_mark_goes_too() -> None:
    assert clean("\u2067\u201cone\u201d\u2069 two \u2067three") == "\u201cone\u201d two three"
