"""Dates as feeds write them: right, or none."""

from __future__ import annotations

import pytest

from digest.languages.dates import dated


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("Mon, 02 Feb 2026 07:04:00 +0530", "en", "2026-02-02T07:04:00+05:30"),
        ("Mon, 2 Feb 26 07:04 EST", "en", "2026-02-02T07:04:00-05:00"),
        ("Mon, 02 Feb 2026 24:00:00 +0100", "de", "2026-02-03T00:00:00+01:00"),
        ("Mon, 02 Feb 2026 07:04:00 CEST", "de", "2026-02-02T07:04:00+02:00"),
        ("Mon, 02 Feb 2026 07:04:00 GMT+3", "tr", "2026-02-02T07:04:00+03:00"),
        ("2026-02-02T07:04:00.123Z", None, "2026-02-02T07:04:00Z"),
        ("20260202T070400Z", None, "2026-02-02T07:04:00Z"),
        ("2026-02-02", None, "2026-02-02"),
        ("seg, 02 fev 2026 07:04:00 -0300", "pt-BR", "2026-02-02T07:04:00-03:00"),
        ("02/09/2026 às 07h04", "pt", "2026-09-02T07:04:00"),
        ("9/2/2026 7:04 PM", "en-US", "2026-09-02T19:04:00"),
        ("mar, 05 may 2026 10:00:00 +0200", "es", "2026-05-05T10:00:00+02:00"),
        ("2026년 2월 2일 (월) 오후 7:04", "ko", "2026-02-02T19:04:00"),
        ("2026年2月2日 07:04", "ja", "2026-02-02T07:04:00"),
        ("2026. február 2. 07:04", "hu", "2026-02-02T07:04:00"),
        ("2 Μαρτίου 2026 07:04", "el", "2026-03-02T07:04:00"),
        ("٢ فبراير ٢٠٢٦ ٠٧:٠٤", "ar", "2026-02-02T07:04:00"),
        ("2 شباط 2026", "ar", "2026-02-02"),
        ("2 फ़रवरी 2026 07:04", "hi", "2026-02-02T07:04:00"),
        ("2 февраля 2026, 07:04 мск", "ru", "2026-02-02T07:04:00+03:00"),
        ("02.02.2026 07.04", "de", "2026-02-02T07:04:00"),
    ],
)  # fmt: skip
def test_a_moment_is_read_with_its_own_offset(text: str, language: str | None, iso: str) -> None:
    assert dated(text, language).iso == iso
    assert dated(text, language).doubt is None


@pytest.mark.parametrize(
    "text",
    [
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        "2 hours ago",
        "31/02/2026",
        "1772730300",
        "soon",
        "2026",
    ],
)
def test_what_is_no_date_is_none_and_said_so(text: str) -> None:
    found = dated(text, "fr")
    assert found.iso is None
    assert text in str(found.doubt)


def test_a_date_that_may_mean_two_days_is_none() -> None:
    assert dated("05/03/2026", "en").iso is None
    assert "two days" in str(dated("05/03/2026", "en").doubt)
    assert dated("05/13/2026", "en").iso == "2026-05-13"


@pytest.mark.parametrize("zone", ["IST", "BST", "PKT"])
def test_of_a_zone_with_several_meanings_or_none_only_the_day_is_kept(zone: str) -> None:
    found = dated(f"Mon, 02 Feb 2026 07:04 {zone}", "en")
    assert found.iso == "2026-02-02"
    assert "zone" in str(found.doubt)
