"""The news texts of `tests/golden/press`: what is found in them does not get less. `en.txt` explains the format."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.press import read_folder, row_of
from benchmarks.quotes import article_of, report, score
from digest.quote import find_quotes

FOLDER = Path(__file__).parent.parent / "golden" / "press"
ROWS = list(read_folder(FOLDER))
FLOORS = {
    "quotes.recall": 0.95,
    "quotes.precision": 0.98,
    "quotes.speaker_shown": 0.98,
    "quotes.speaker_coverage": 0.71,
}
"""A little under what was measured; whoever finds more raises them."""


def named(row: dict[str, Any]) -> str:
    return str(row["id"])


def test_what_is_found_in_news_texts_does_not_get_less(capsys: pytest.CaptureFixture[str]) -> None:
    count = Counter[str]()
    for row in ROWS:
        count.update(score(row, find_quotes(article_of(row["id"], row["text"], row["lang"])).quotes))
    report(count, {})
    figures = {
        line["measure"]: line["value"] for line in map(json.loads, capsys.readouterr().out.splitlines())
    }
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_every_marked_span_is_what_the_file_marks(row: dict[str, Any]) -> None:
    file = (FOLDER / f"{row['lang']}.txt").read_text(encoding="utf-8")
    for quote in row["quotes"]:
        for start, end in quote["spans"]:
            assert f":{row['text'][start:end]}}}" in file
        for start, end in quote["speaker"]:
            assert f"={row['text'][start:end]}}}" in file


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_words_that_nobody_is_named_for_get_no_speaker(row: dict[str, Any]) -> None:
    open_spans = [quote["spans"][0] for quote in row["quotes"] if not quote["speaker"]]
    found = find_quotes(article_of(row["id"], row["text"], row["lang"])).quotes
    assert [
        (quote.text, quote.speaker)
        for quote in found
        for start, end in open_spans
        if quote.speaker and start <= quote.span.start and quote.span.end <= end
    ] == []


def test_marks_in_braces_leave_the_text_and_their_places() -> None:
    row = row_of("a", "ar", "قال {1=بوتين}: {1:«نحن مستعدون»}. {?:«لا»}")
    assert row["text"] == "قال بوتين: «نحن مستعدون». «لا»"
    spoken, unclear = row["quotes"]
    assert (spoken["spans"], spoken["speaker"]) == ([[11, 24]], [[4, 9]])
    assert (unclear["spans"], unclear["speaker"]) == ([[26, 30]], [])


@pytest.mark.parametrize("marked", ["{1:He said", "He} said", "{1:one\n\ntwo}", "{x:He}", "{1: {2=he} }"])
def test_a_brace_that_marks_nothing_is_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match="a: a brace without its other"):
        row_of("a", "en", marked)
