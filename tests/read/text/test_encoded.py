"""Pages whose bytes are not what they say, or that say nothing of them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from digest.read.report import Report
from digest.read.text.encoded import page_from_bytes


def read(data: bytes) -> tuple[str | None, list[str]]:
    report = Report("p.html", ZoneInfo("UTC"))
    return page_from_bytes(data, report), [problem.message for problem in report.problems]


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("de", "cp1252", "Die Fähre fährt für alle."),
        ("ru", "cp1251", "Мост открыт."),
        ("pl", "cp1250", "Most jest już otwarty."),
        ("el", "cp1253", "Η γέφυρα άνοιξε."),
        ("ar", "cp1256", "فتح الجسر"),
        ("ja", "cp932", "橋が開いた。"),
        ("zh-TW", "big5", "橋開了。"),
        ("ko", "cp949", "다리가 열렸다."),
    ],
)
def test_a_page_without_an_encoding_is_read_as_browsers_in_its_language_do(
    language: str, encoding: str, text: str
) -> None:
    source, told = read(f"<html lang='{language}'><p>{text}</p></html>".encode(encoding))
    assert source is not None
    assert f"<p>{text}</p>" in source
    assert ["it is read as" in message for message in told] == [True]


def test_a_page_that_tells_neither_language_nor_encoding_is_not_guessed_at() -> None:
    source, told = read("<p>Мост через реку открыт с утра.</p>".encode("cp1251"))
    assert source is None
    assert told == ["this is not UTF-8; save the file as UTF-8"]


def test_a_few_damaged_letters_are_named_and_many_are_an_error() -> None:
    head = b"<meta charset=utf-8><p>" + "Die Fähre fährt. ".encode() * 400
    source, told = read(head + b"f\xfcr alle</p>")
    assert source is not None
    assert "f\ufffdr alle" in source
    assert told == ["1 letters of this page are no UTF-8; “\ufffd” stands in their places"]
    assert read(head + b"f\xfcr alle " * 40)[0] is None
