"""Of an entry of a feed: where it is, which version is kept, by whom it is, and what is said of it in short."""

from __future__ import annotations

from html import escape

import pytest
from test_receiving_feeds import ATOM, RSS, articles


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        ("<guid>https://phare.example/7</guid>", "https://phare.example/7"),
        ("<guid isPermaLink='true'>https://phare.example/7</guid>", "https://phare.example/7"),
        ("<guid isPermaLink='false'>https://phare.example/7</guid>", None),
        ("<guid>phare-7</guid>", None),
        ("<guid>https://phare.example/7</guid><link>/8</link>", "https://phare.example/8"),
        ("<guid>https://phare.example/7</guid><link> </link>", "https://phare.example/7"),
    ],
)
def test_an_item_without_a_link_is_where_its_lasting_name_says(guid: str, url: str | None) -> None:
    [one] = articles(RSS % f"<item><title>A</title>{guid}</item>")
    assert one.url == url


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("<updated>2026-02-02T07:00:00Z</updated>", "<updated>2026-02-03T07:00:00Z</updated>", "B"),
        ("<updated>2026-02-03T07:00:00Z</updated>", "<updated>2026-02-02T07:00:00Z</updated>", "A"),
        ("<updated>2026-02-02T07:00:00Z</updated>", "<updated>2026-02-02T07:00:00Z</updated>", "A"),
        ("<updated>2026-02-02T23:30:00-03:00</updated>", "<updated>2026-02-03T01:00:00Z</updated>", "A"),
        ("", "<updated>2026-02-02T07:00:00Z</updated>", "B"),
        ("<published>2026-02-04T07:00:00Z</published>", "<updated>2026-02-03T07:00:00Z</updated>", "A"),
        ("", "", "A"),
    ],
)
def test_of_two_versions_of_an_article_the_later_one_is_kept_and_of_one_moment_that_which_comes_first(
    first: str, second: str, kept: str
) -> None:
    entry = '<entry><title>%s</title><link href="1"/>%s<content>Dijo %s.</content></entry>'
    [one] = articles(ATOM % ("es", entry % ("A", first, "no") + entry % ("B", second, "sí")))
    assert (one.title, len(one.former)) == (kept, 1)


def test_a_whole_text_is_kept_before_a_later_summary_of_it() -> None:
    whole = '<entry><title>A</title><link href="1"/><updated>2026-02-02T07:00:00Z</updated><content>Dijo no.</content></entry>'
    later = '<entry><title>B</title><link href="1"/><updated>2026-02-09T07:00:00Z</updated></entry>'
    [one] = articles(ATOM % ("es", later + whole))
    assert (one.title, one.is_full, one.former) == ("A", True, ())


@pytest.mark.parametrize(
    ("author", "source", "authors"),
    [
        ("<author><name>Ana Ruiz</name></author>", "", ("Ana Ruiz",)),
        ("", "<source><author><name>Otra Mesa</name></author></source>", ("Otra Mesa",)),
        ("<author><name>Ana Ruiz</name></author>", "<source><author><name>Otra Mesa</name></author></source>", ("Ana Ruiz",)),
        ("", "<source><title>Otro</title></source>", ("El Faro",)),
        ("", "", ("El Faro",)),
    ],
)  # fmt: skip
def test_an_entry_is_by_its_own_authors_else_its_sources_else_the_feeds(
    author: str, source: str, authors: tuple[str, ...]
) -> None:
    [one] = articles(ATOM % ("es", f'<entry><title>A</title><link href="1"/>{author}{source}</entry>'))
    assert one.authors == authors
    assert one.outlet == ("Otro" if "Otro<" in source else "El Faro")


def test_a_text_that_stands_somewhere_else_is_not_in_the_feed() -> None:
    [one] = articles(
        ATOM
        % (
            "es",
            '<entry><title>A</title><link href="1"/><content src="https://faro.example/1.html">Lee</content></entry>',
        )
    )
    assert not one.is_full


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ('Un puerto. <a href="/a">Leer más</a>', "Un puerto."),
        ('Un puerto. <a href="https://otro.example/">Leer más</a>', "Un puerto. Leer más"),
        (
            'Dijo <a href="/a">que el puerto nuevo no va a esperar ni un día más</a>',
            "Dijo que el puerto nuevo no va a esperar ni un día más",
        ),
        ("<p>Uno</p><p>Dos<br>tres</p>", "Uno Dos tres"),
        ("Uno &amp;amp; dos", "Uno & dos"),
    ],
)
def test_a_description_loses_the_link_that_leads_on_and_nothing_else(text: str, summary: str) -> None:
    [one] = articles(
        RSS
        % f"<item><title>A</title><link>/a</link><description>{text if '&' in text else escape(text)}</description></item>"
    )
    assert one.summary == summary


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ('<link href="1"/><link href="2" hreflang="es"/>', "2"),
        ('<link href="1" hreflang="es-AR"/><link href="2"/>', "1"),
        ('<link href="1"/><link href="2"/>', "1"),
        ('<link href="1" rel="self"/><link href="2"/>', "2"),
        ('<link href="1" type="application/pdf"/><link href="2" type="text/html"/>', "2"),
        ('<link href="1" hreflang="en"/>', None),
    ],
)
def test_an_entry_is_where_its_link_in_its_own_language_leads(links: str, url: str | None) -> None:
    [one] = articles(ATOM % ("es", f"<entry><title>A</title>{links}</entry>"))
    assert one.url == (f"https://faro.example/es/{url}" if url else None)


def test_an_entry_without_an_address_is_the_article_that_another_of_its_name_has_one_for() -> None:
    entries = (
        '<entry><title>A</title><id>urn:1</id><link href="1"/><updated>2026-02-02T07:00:00Z</updated><content>Dijo no.</content></entry>'
        "<entry><title>B</title><id>urn:1</id><updated>2026-02-03T07:00:00Z</updated><content>Dijo sí.</content></entry>"
        "<entry><title>C</title><id>urn:2</id><content>Dijo algo.</content></entry>"
    )
    first, other = articles(ATOM % ("es", entries))
    assert (first.title, [one.title for one in first.former], other.title) == ("B", ["A"], "C")
    assert (first.url, other.url) == ("https://faro.example/es/1", None)
