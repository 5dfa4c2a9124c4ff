"""The page for editors: everything that is to be done, and nothing that content could smuggle in."""

from __future__ import annotations

from digests import a_translation, settings
from html5lib import HTMLParser

from digest.model import Notice, Segment, SegmentKind, SegmentUse, Standing
from digest.publish import status_page


def a_standing(
    text: str = "Queremos paz.", target: str = "en", language: str = "es", **fields: object
) -> Standing:
    segment = Segment(SegmentKind.TITLE, language, text)
    use = SegmentUse(segment, target, "articles/a.md#title", "2025-12")
    translated = fields.pop("translated", None)
    notices = fields.pop("notices", ())
    translation = (
        a_translation(str(translated), of=segment, into=target, notices=notices) if translated else None
    )
    return Standing(use=use, translation=translation, **fields)  # type: ignore[arg-type]


def page(*standings: Standing) -> str:
    return status_page(settings(), standings)


def test_the_page_is_sound_and_loads_nothing() -> None:
    html = page(a_standing(), a_standing(refused="no text", where="es-en/2025-12.po:3"))
    HTMLParser(strict=True).parse(html)
    assert "<script" not in html
    assert "http" not in html


def test_texts_and_reasons_are_never_markup() -> None:
    bad = "<script>alert(1)</script>"
    stale = a_standing(translated=bad, notices=(Notice.STALE,))
    doubtful = a_standing(translated="Peace", notices=(Notice.DOUBTFUL,), doubt=f"a name lost: {bad}")
    html = page(a_standing(bad, refused=bad), stale, doubtful)
    assert bad not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4


def test_every_text_says_its_language_and_direction() -> None:
    html = page(
        a_standing("سلام", "en", "ar", translated="Peace", notices=(Notice.DOUBTFUL,)),
        a_standing("和平", "ru", "zh"),
    )
    assert '<p lang="ar" dir="rtl">سلام</p>' in html
    assert '<p lang="en" dir="ltr">Peace</p>' in html
    assert '<p lang="zh" dir="ltr">和平</p>' in html


def test_what_needs_nothing_is_counted_and_not_listed() -> None:
    html = page(a_standing(translated="We want peace."))
    assert "Queremos" not in html
    assert "Nothing to do." in html


def test_of_a_long_list_the_rest_is_counted() -> None:
    html = page(*(a_standing(f"Texto {n}") for n in range(503)))
    assert html.count("<li>") == 500
    assert "And 3 more." in html
    assert "Not translated (503)" in html
