"""Feeds: what each entry says of itself, and nothing that it does not."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from digest.receive import Body, Item, Received, UnreadableError, receive

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Le Phare</title><link>https://phare.example/</link>
<language>fr</language>%s</channel></rss>"""


def items(text: str | bytes, *, name: str = "", base: str = "") -> list[Item]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(receive(io.BytesIO(data), name=name, base=base))


def articles(text: str | bytes, **given: Any) -> list[Received]:
    return [item for item in items(text, **given) if isinstance(item, Received)]


def test_an_item_with_its_text_is_whole_and_one_with_a_description_only_is_not() -> None:
    whole, short = articles(
        RSS
        % """<item><title>Un</title><link>/a?utm_source=rss&amp;p=5</link><description>Court.</description>
        <content:encoded><![CDATA[<p>« Oui », dit <b>Zoé Roux</b>.</p>]]></content:encoded>
        <pubDate>Mon, 02 Feb 2026 07:04:00 +0100</pubDate><dc:creator>Max Petit</dc:creator><dc:creator>Léa Roy</dc:creator></item>
        <item><title>Deux</title><link>/b</link><description>&lt;p&gt;Un &lt;a href="https://phare.example/b"&gt;lire&lt;/a&gt;&lt;/p&gt;</description></item>"""
    )
    assert whole.is_full
    assert whole.source.decode() == "<p>« Oui », dit <b>Zoé Roux</b>.</p>"
    assert (whole.url, whole.outlet, whole.language) == ("https://phare.example/a?p=5", "Le Phare", "fr")
    assert (whole.authors, whole.published) == (("Max Petit", "Léa Roy"), "2026-02-02T07:04:00+01:00")
    assert not short.is_full
    assert (short.summary, short.published, short.authors) == ("Un", None, ())


@pytest.mark.parametrize("end", ["…", "[...]", " [&#8230;]</p>"])
def test_a_text_that_is_cut_off_is_a_summary(end: str) -> None:
    [cut] = articles(
        RSS
        % f"<item><title>Un</title><link>/a</link><content:encoded><![CDATA[<p>Il dit{end}]]></content:encoded></item>"
    )
    assert not cut.is_full


def test_the_language_of_an_item_is_its_own_before_the_feeds() -> None:
    found = articles(
        RSS
        % """<item xml:lang="es"><title>Uno</title><link>/1</link></item>
        <item><title>One</title><link>/2</link><dc:language>en</dc:language></item><item><title>Un</title><link>/3</link></item>"""
    )
    assert [item.language for item in found] == ["es", "en", "fr"]


def test_a_title_is_text_whatever_its_references_and_tags() -> None:
    [one] = articles(
        RSS
        % "<item><title>Le maire : &amp;laquo;&amp;nbsp;Oui&amp;nbsp;&amp;raquo; &amp;amp; &lt;i&gt;non&lt;/i&gt;</title><link>/1</link></item>"
    )
    assert one.title == "Le maire : « Oui » & non"


def test_the_authors_mailbox_is_no_name() -> None:
    first, second = articles(
        RSS
        % """<item><title>A</title><link>/1</link><author>desk@phare.example (Zoé Roux)</author></item>
        <item><title>B</title><link>/2</link><author>desk@phare.example</author></item>"""
    )
    assert (first.authors, second.authors) == (("Zoé Roux",), ())


def test_a_picture_and_who_made_it() -> None:
    [one] = articles(
        RSS
        % """<item><title>A</title><link>/1</link><media:content url="/p.jpg" medium="image"><media:credit>Luc Roy</media:credit></media:content></item>"""
    )
    assert (one.image, one.credit) == ("https://phare.example/p.jpg", "Luc Roy")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s" xml:base="https://faro.example/es/">
<title>El Faro</title><author><name>El Faro</name></author>%s</feed>"""


def test_an_entrys_own_page_is_never_a_translations() -> None:
    [entry] = articles(
        ATOM
        % (
            "es-AR",
            """<entry xml:base="2026/"><title>A</title><link rel="alternate" hreflang="en" href="https://faro.example/en/1"/>
            <link rel="alternate" hreflang="es" href="1.html"/><link rel="alternate" hreflang="pt" href="/pt/1"/>
            <published>2026-02-02T07:04:00-03:00</published></entry>""",
        )
    )
    assert entry.url == "https://faro.example/es/2026/1.html"
    assert entry.translations == {"en": "https://faro.example/en/1", "pt": "https://faro.example/pt/1"}
    assert entry.authors == ("El Faro",)


def test_xhtml_keeps_its_elements_and_languages() -> None:
    [entry] = articles(
        ATOM
        % (
            "ja",
            """<entry><title>A</title><link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <p>市長は<ruby>港<rt>みなと</rt></ruby>。</p><p xml:lang="es">«Sí»</p></div></content></entry>""",
        )
    )
    html = entry.source.decode()
    assert "<ruby>" in html
    assert 'lang="es"' in html
    assert ":p>" not in html


def test_one_article_in_two_versions_is_its_newer_one_with_the_older_beside_it() -> None:
    entry = '<entry><title>%s</title><id>urn:1</id><link href="1"/><updated>2026-02-0%dT07:00:00Z</updated><content>%s</content></entry>'
    [one] = articles(ATOM % ("es", entry % ("Vieja", 2, "«No», dijo.") + entry % ("Nueva", 3, "«Sí», dijo.")))
    assert one.title == "Nueva"
    assert [old.title for old in one.former] == ["Vieja"]


def test_addresses_that_differ_by_tracking_alone_are_one_and_by_their_query_two() -> None:
    entry = "<entry><title>A</title><id>%s</id><link href='https://faro.example/%s'/></entry>"
    found = articles(
        ATOM
        % (
            "es",
            "".join(
                entry % pair for pair in [("1", "a?xtor=RSS-1"), ("2", "a#top"), ("3", "?p=1"), ("4", "?p=2")]
            ),
        )
    )
    assert [one.url for one in found] == [
        "https://faro.example/a",
        "https://faro.example/?p=1",
        "https://faro.example/?p=2",
    ]


def test_entities_that_a_feed_declares_unfold_to_nothing_and_the_rest_is_read() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{levels}]>'
    feed = (
        RSS.replace("?>", f"?>{doctype}", 1)
        % "<item><title>&e9;&f; Sí &eacute;</title><link>/1</link></item>"
    )
    [one] = articles(feed)
    assert one.title == "&e9;&f; Sí é"


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    [one] = articles(
        RSS.replace("</channel></rss>", "") % "<item><title>Fish & chips</title><link>/1</link></item>"
    )
    assert one.title == "Fish & chips"


def test_a_feed_in_its_own_encoding_is_read_as_browsers_read_the_label() -> None:
    feed = (RSS.replace("utf-8", "iso-8859-1") % "<item><title>L’été</title><link>/1</link></item>").encode(
        "cp1252"
    )
    assert articles(feed)[0].title == "L’été"


def test_rss_1_items_stand_beside_the_channel() -> None:
    feed = """<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>港</title><link>https://minato.example/</link>
    <dc:language>ja</dc:language></channel><item rdf:about="y"><title>市長</title><link>https://minato.example/1</link>
    <dc:date>2026-02-02T07:04:00+09:00</dc:date><dc:creator>山田花子</dc:creator></item></rdf:RDF>"""
    [one] = articles(feed)
    assert (one.title, one.language, one.published, one.authors, one.outlet) == (
        "市長", "ja", "2026-02-02T07:04:00+09:00", ("山田花子",), "港",
    )  # fmt: skip


def test_a_json_feed_gives_html_before_text_and_its_own_authors_before_the_feeds() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Liman", "feed_url": "https://liman.example/f.json",
        "language": "tr", "authors": [{"name": "Liman"}],
        "items": [
            {"id": 7, "url": "/a", "content_html": "<p>“Evet”</p>", "content_text": "“Evet”", "authors": [{"name": "Ayşe Can"}]},
            {"id": "8", "url": "/b", "external_url": "https://other.example/", "content_text": "Bir.\n\nİki.", "language": "de"},
            {"id": "9", "url": "/%c4%b1", "summary": "Kısa"}, {"id": "10", "url": "/%C4%B1", "content_text": "Uzun."},
            "nonsense",
        ],
    }  # fmt: skip
    first, second, third = articles(json.dumps(feed))
    assert (first.body, first.id, first.authors) == (Body.FRAGMENT, "7", ("Ayşe Can",))
    assert (second.url, second.body, second.language) == ("https://liman.example/b", Body.TEXT, "de")
    assert second.authors == ("Liman",)
    assert (third.url, third.is_full) == ("https://liman.example/%C4%B1", True)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            {"uri": "urn:x:1", "headlines": [{"role": "short", "value": "K"}, {"role": "main", "value": "Haupt"}],
             "bodies": [{"contentType": "text/plain", "value": "a b"}, {"contentType": "text/html", "value": "<p>a</p><p>b</p>"}]},
            "<p>a</p><p>b</p>",
        ),
        ({"uri": "urn:x:1", "headlines": [{"value": "Haupt"}], "bodies": [{"contenttype": "text/plain", "value": "a b"}]}, "a b"),
        ({"uri": "urn:x:1", "headline": "Haupt", "body_text": "a b", "body_html": "<p>a</p>"}, "<p>a</p>"),
    ],
)  # fmt: skip
def test_ninjs_of_each_version_gives_its_main_headline_and_the_body_with_paragraphs(
    item: dict[str, Any], text: str
) -> None:
    [one] = articles(json.dumps({**item, "usageTerms": "Nur für Kunden", "pubStatus": "canceled"}))
    assert (one.title, one.source.decode(), one.url, one.id) == ("Haupt", text, None, "urn:x:1")
    assert any("Nur für Kunden" in doubt for doubt in one.doubts)
    assert any("canceled" in doubt for doubt in one.doubts)


def test_newsml_gives_the_headline_in_the_items_language_and_what_its_text_is_marked_with() -> None:
    item = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:port.example:1" xml:lang="el">
    <itemMeta><itemClass qcode="ninat:text"/><provider><name>Λιμάνι</name></provider><versionCreated>2026-02-02T09:00:00+02:00</versionCreated>
    <firstCreated>2026-02-02T07:04:00+02:00</firstCreated></itemMeta><contentMeta><headline xml:lang="en">Mayor</headline>
    <headline xml:lang="el">Δήμαρχος</headline><creator><name>Άννα Ρήγα</name></creator></contentMeta><contentSet>
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
    <body><p>Είπε: <q xml:lang="es">Sí</q>.</p></body></html></inlineXML></contentSet></newsItem>"""
    [one] = articles(item)
    assert (one.title, one.language, one.authors, one.outlet) == ("Δήμαρχος", "el", ("Άννα Ρήγα",), "Λιμάνι")
    assert (one.published, one.updated) == ("2026-02-02T07:04:00+02:00", "2026-02-02T09:00:00+02:00")
    assert 'lang="es"' in one.source.decode()
    assert "<title>" not in one.source.decode()


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"%PDF-1.7 x", "a.pdf", "PDF files are not read; copy the text"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml" + b"x" * 99, "a.docx", "word processors' files"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "a.zip", "e-books are not read"),
        (b"PK\x03\x04" + b"x" * 99, "a.docx", "what stands in it is not what its name says"),
        (b"Only words.", "a.docx", "what stands in it is not what its name says"),
        (b"{\\rtf1\\ansi Words}", "a.rtf", "word processors' files are not read"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.png", "this is a picture"),
        (b"\0\0\0\x1cftypavif\0\0", "a.avif", "this is a picture"),
        (b"\x00\x01\x02", "a.bin", "neither a page"),
        (b"", "a.html", "empty"),
        (b"{broken", "a.json", "broken JSON"),
        (b'{"a": 1}', "a.json", "neither a JSON Feed nor ninjs"),
        (b"<?xml version='1.0'?><svg/>", "a.svg", "of XML"),
        (b"\x1f\x8bbroken", "a.gz", "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_would_do(data: bytes, name: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        items(data, name=name)


def test_names_that_only_a_broken_feed_has_are_no_reason_to_stop() -> None:
    [one] = articles(
        RSS % "<item><title>Un</title><link>/1</link><dc:>x</dc:><dc:creator>Zoé Roux</dc:creator></item>"
    )
    assert (one.title, one.authors) == ("Un", ("Zoé Roux",))
    [entry] = articles(
        ATOM % ("es", '<entry><link href="1"/><content type="xhtml"><div><:p>Sí</:p></div></content></entry>')
    )
    assert "Sí" in entry.source.decode()


def test_half_a_character_in_json_is_shown_as_one_that_is_missing() -> None:
    feed = r"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
        {"id": "1", "url": "https://faro.example/1", "title": "\ud800 port", "content_text": "Open.\udfff"}]}"""
    [item] = receive(io.BytesIO(feed.encode()), name="a.json")
    assert isinstance(item, Received)
    assert (item.title, item.source.decode()) == ("� port", "Open.�")
