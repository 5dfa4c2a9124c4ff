"""Lists of addresses: OPML, sitemaps and news sitemaps."""

from __future__ import annotations

from test_receiving_feeds import items

from digest.receive import Feed, NotTaken, Received


def test_an_opml_list_gives_each_feed_once_with_its_folders_and_says_what_it_leaves_out() -> None:
    found = items(
        """<opml version="2.0"><body><outline text="Haber"><outline text="A" type="rss" xmlUrl="https://a.example/f" htmlUrl="https://a.example/" language="tr"/>
        <outline text="Alt"><outline text="A" xmlUrl="https://a.example/f"/></outline></outline>
        <outline text="B" type="scraped" xmlUrl="https://b.example/"/><outline text="C" type="include" url="https://c.example/o.opml"/>
        <outline text="D" isComment="TRUE"><outline text="E" xmlUrl="https://e.example/f"/></outline></body></opml>"""
    )
    [feed] = [one for one in found if isinstance(one, Feed)]
    assert (feed.url, feed.name, feed.page, feed.language) == (
        "https://a.example/f",
        "A",
        "https://a.example/",
        "tr",
    )
    assert feed.folders == (("Haber",), ("Haber", "Alt"))
    assert [one.what for one in found if isinstance(one, NotTaken)] == [
        "https://b.example/",
        "https://c.example/o.opml",
        "https://e.example/f",
    ]


def test_a_news_sitemap_gives_what_it_says_and_leaves_out_what_is_no_news() -> None:
    found = items(
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>https://a.example/1</loc><x:link rel="alternate" hreflang="en" href="https://a.example/en/1"/>
        <n:news><n:publication><n:name>A</n:name><n:language>zh-tw</n:language></n:publication><n:publication_date>2026-02-02</n:publication_date>
        <n:title>港</n:title></n:news></url><url><loc>https://a.example/about</loc></url></urlset>"""
    )
    [one] = [item for item in found if isinstance(item, Received)]
    assert (one.title, one.language, one.published, one.is_full) == ("港", "zh-Hant", "2026-02-02", False)
    assert one.translations == {"en": "https://a.example/en/1"}
    assert [item.what for item in found if isinstance(item, NotTaken)] == ["https://a.example/about"]


def test_a_sitemap_without_news_lists_its_pages_and_an_index_its_maps() -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    [page] = items(f"<urlset {space}><url><loc>https://a.example/1</loc></url></urlset>")
    assert isinstance(page, Received)
    index = f"<sitemapindex {space}><sitemap><loc>https://a.example/m.xml</loc></sitemap></sitemapindex>"
    assert items(index) == [Feed(url="https://a.example/m.xml")]


def test_the_sitemaps_of_an_index_come_the_newest_first_and_those_without_a_day_last() -> None:
    days = {"a": "2026-01-05", "b": "", "c": "2026-03-01", "d": "2025-12-31"}
    maps = "".join(
        f"<sitemap><loc>https://a.example/{name}.xml</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for name, day in days.items()
    )
    found = items(f"<sitemapindex>{maps}</sitemapindex>")
    assert [one.url[-5] for one in found if isinstance(one, Feed)] == ["c", "a", "d", "b"]


def test_a_feed_that_stands_twice_keeps_what_was_said_of_it_first() -> None:
    outlines = (
        '<outline text="First" xmlUrl="https://a.example/f" language="es"/>'
        '<outline text="Second" xmlUrl="https://a.example/f#x" language="fr" htmlUrl="https://a.example/"/>'
    )
    [feed] = items(f"<opml version='2.0'><body>{outlines}</body></opml>")
    assert isinstance(feed, Feed)
    assert (feed.name, feed.language, feed.page) == ("First", "es", "https://a.example/")
