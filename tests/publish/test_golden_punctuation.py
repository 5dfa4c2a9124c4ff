"""Marks of each catalog's strings: `tests/golden/interface/punctuation.txt`, a line a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from golden_cases import rows

from digest.publish.frame import catalog_languages, read_catalog

ROWS = rows("interface/punctuation.txt")
_NO_BREAK = "\u00a0\u202f"


def strings(language: str) -> Iterator[tuple[str, str]]:
    """Yield each message, in its form for many, with each of its translations."""
    for message in read_catalog(language):
        if message.id:
            ids = message.id if message.pluralizable else (message.id,)
            for text in message.string if message.pluralizable else (message.string,):
                yield ids[-1], text


def test_every_catalog_has_its_line() -> None:
    assert sorted(language for language, *_ in ROWS) == list(catalog_languages())


@pytest.mark.parametrize(("language", "question", "stop", "before"), ROWS)
def test_a_string_ends_as_its_message_does_in_the_marks_of_its_language(
    language: str, question: str, stop: str, before: str
) -> None:
    ends = {".": {stop}, ":": {":", "："}, "?": {question}}
    wrong = [
        (message, text)
        for message, text in strings(language)
        if (message[-1] in ends and text[-1] not in ends[message[-1]])
        or (message[-1] not in ends and text[-1] in {".", "。", "।", ":", "："})
    ]
    assert wrong == []


@pytest.mark.parametrize(("language", "question", "stop", "before"), ROWS)
def test_no_line_breaks_before_a_mark(language: str, question: str, stop: str, before: str) -> None:
    space = f"[{_NO_BREAK}]" if before == "nbsp" else ""
    wrong = re.compile(rf"\s(?<![{_NO_BREAK}])[:;?!]|[^\s:][:;?!](?<!\s.)(?=\s)" if space else r"\s[:;?!]")
    found = [text for _, text in strings(language) if wrong.search(re.sub(r"https?:", "", text))]
    assert found == [], (question, stop)


@pytest.mark.parametrize("language", catalog_languages())
def test_no_typewriter_marks_and_no_double_spaces_stand_in_a_string(language: str) -> None:
    found = [text for _, text in strings(language) if re.search(r"  |\.\.\.|\"|(?<=\w)'(?=\w)", text)]
    assert found == []
