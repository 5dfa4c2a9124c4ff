"""Tables of reports, headings of days, and what a page says once."""

from __future__ import annotations

from dataclasses import replace

from builders import an_article
from digests import RBC, WTOP, a_digest, a_translation
from lxml import html
from markup import said, select
from rendered import body

from digest.model import Article, Block, BlockKind, Segment, SegmentKind, Site, Span, Story, WrittenBy


def test_a_table_that_nobody_translated_is_a_table_and_a_translated_one_is_told_line_by_line() -> None:
    text = "Barco | Hora\n\nAurora | 8:00\n\nZarpa a diario."
    spans = [Span(0, 12), Span(14, 27), Span(29, 44)]
    kinds = (BlockKind.ROW, BlockKind.ROW, BlockKind.PARAGRAPH)
    blocks = tuple(Block(span, kind) for span, kind in zip(spans, kinds, strict=True))
    ferry = replace(an_article(text, slug="ferry", language="es", written_by=WrittenBy.DESK), blocks=blocks)
    site = a_digest(stories=(Story(articles=(ferry,)),), utterances=())
    rows = [[said(cell) for cell in row] for row in select(article(site, ferry), "tr")]
    assert rows == [["Barco", "Hora"], ["Aurora", "8:00"]]
    segment = Segment(SegmentKind.EXCERPT, "es", "Barco | Hora")
    site = a_digest(a_translation("Ship | Time", of=segment, into="en"), stories=site.stories, utterances=())
    rows = [[said(cell) for cell in row] for row in select(article(site, ferry), "tr")]
    assert rows == [["Aurora", "8:00"]]


def article(site: Site, one: Article) -> html.HtmlElement:
    return body(site, f"en/article/{one.id}/")


def test_headings_of_days_and_months_begin_with_a_capital() -> None:
    page = body(a_digest(), "es/archive/2025-12/")
    assert [said(one) for one in select(page, "h1")] == ["Diciembre de 2025"]
    assert all(said(one)[0].isupper() for one in select(page, ".section__name"))


def test_a_story_with_one_report_lists_its_outlet_once() -> None:
    site = a_digest(stories=(Story(articles=(WTOP,)), Story(articles=(RBC,))), utterances=())
    assert not select(body(site, f"en/story/{WTOP.id}/"), ".coverage__row")
    assert len(select(body(a_digest(), f"en/story/{WTOP.id}/"), ".coverage__row")) == 2
