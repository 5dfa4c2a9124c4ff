"""What a page says of itself: headline, authors, address, language."""

from __future__ import annotations

import json

import pytest
from saved_pages import TEXTS, a_saved_page, declared, paragraphs, reading

from digest.languages.tags import tag_from_text


def linked(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("pt_BR", "pt-BR"), ("por", "pt"), ("pt-PT.UTF-8", "pt-PT"), ("fr_AR", "fr"), ("en_LA", "en"), ("zh_Hant_HK", "zh-Hant-HK"),
        ("zh-cmn-Hans", "zh-Hans"), ("iw-IL", "he-IL"), ("in", "id"), ("ger", "de"), ("deu", "de"), ("ua", "uk"), ("cz", "cs"),
        ("es-419", "es-419"), ("en_UK", "en-GB"), ("Türkçe", "tr"), ("Polish", "pl"), ("sr-Latn", "sr-Latn"), ("x-default", None),
        ("und", None), ("", None), ("qq-ZZ", None), ("en-US-x-old", "en-US"), ("uk, ru", "uk"),
    ],
)  # fmt: skip
def test_codes_of_languages_are_read_in_every_form(written: str, tag: str | None) -> None:
    assert tag_from_text(written) == tag


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:locale" content="pl_PL">',
        '<meta http-equiv="Content-Language" content="pl">',
        '<meta name="DC.language" content="pol">',
        linked(inLanguage="pl-PL"),
        linked(inLanguage={"@type": "Language", "name": "Polish", "alternateName": "pl"}),
        linked(inLanguage=["pl"]),
    ],
)
def test_a_page_without_lang_tells_its_language_elsewhere(head: str) -> None:
    page = a_saved_page("pl", head=head).replace('<html lang="pl"', "<html")
    assert (reading(page)[0].language or "").startswith("pl")


@pytest.mark.parametrize("instead", ['<html xml:lang="tr"', '<html><body lang="tr-TR"'])
def test_xml_lang_and_the_body_s_lang_count(instead: str) -> None:
    page = a_saved_page("tr")
    page = (
        page.replace('<html lang="tr"', instead)
        if "body" not in instead
        else page.replace('<html lang="tr" ', "<html").replace("<body", '<body lang="tr-TR"')
    )
    assert (reading(page)[0].language or "").partition("-")[0] == "tr"


@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"ja"}))
def test_a_text_in_another_language_than_its_page_says_is_told(language: str) -> None:
    page, told = reading(a_saved_page(language).replace(f'lang="{language}"', 'lang="en-US"'))
    assert page.language == language
    assert "its text is in" in told[0]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Il sindaco: «Avanti con il porto» | Il Foglio del Mare</title><meta property='og:site_name' content='Il Foglio del Mare'>", "Il sindaco: «Avanti con il porto»"),
        ("<title>Le port : « On y va »</title>", "Le port : « On y va »"),
        ("<title>بندر می‌سازیم</title>", "بندر می‌سازیم"),
        (linked(headline="Port &amp; pier: &quot;yes&quot;") + "<title>x</title>", 'Port & pier: "yes"'),
        ("<title>Nowy port - ruszyły prace</title>", "Nowy port - ruszyły prace"),
    ],
)  # fmt: skip
def test_headlines_are_as_printed(head: str, title: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in paragraphs("it"))
    assert (
        reading(f'<html lang="it"><head>{head}</head><body><article>{body}</article></body></html>')[0].title
        == title
    )


@pytest.mark.parametrize(
    ("language", "head", "authors"),
    [
        ("hi", '<meta name="author" content="गीता शर्मा, रवि नेगी">', ("गीता शर्मा", "रवि नेगी")),
        ("el", '<meta name="author" content="Μαρία Παπά και Νίκος Λέκκας">', ("Μαρία Παπά", "Νίκος Λέκκας")),
        ("ja", '<meta name="author" content="山田花子">', ("山田花子",)),
        ("ko", linked(author=[{"@type": "Person", "name": "김하나"}, {"name": "이두리"}]), ("김하나", "이두리")),
        ("pt", linked(author={"@type": "Person", "name": "João d’Ávila e Souza"}), ("João d’Ávila e Souza",)),
        ("it", '<meta name="author" content="Di Anna D’Amico e Carlo Dell’Orto">', ("Anna D’Amico", "Carlo Dell’Orto")),
        ("tr", '<meta property="article:author" content="https://example.org/a"><meta name="author" content="İpek Öz">', ("İpek Öz",)),
        ("pt", '<meta name="author" content="Ana Prado, enviada especial a Lisboa, Rui Costa">', ("Ana Prado", "Rui Costa")),
        ("it", '<meta name="author" content="Anna Rossi, Trieste, Carlo Bo (con ANSA)">', ("Anna Rossi", "Carlo Bo")),
        ("sv", linked(author=[{"@type": "Organization", "name": "Bladet"}, {"@type": "Person", "name": "Åsa af Ek"}]), ("Åsa af Ek",)),
        ("uk", '<span itemprop="author"><span itemprop="name">Олена Гай</span></span>', ("Олена Гай",)),
    ],
)  # fmt: skip
def test_authors_names_are_whole(language: str, head: str, authors: tuple[str, ...]) -> None:
    inside = head if head.startswith("<span") else ""
    page = a_saved_page(language, head="" if inside else head).replace("</h1>", f"</h1>{inside}")
    assert reading(page)[0].authors == authors


@pytest.mark.parametrize(
    ("language", "told", "authors"),
    [
        ("ja", '<meta name="author" content="佐伯 真由美">', ("佐伯 真由美",)),
        ("zh", '<meta name="author" content="陈海宁 周小雨 何帆">', ("陈海宁", "周小雨", "何帆")),
        ("zh", '<meta name="author" content="陈 帆">', ("陈 帆",)),
        ("zh", '<meta name="author" content="安娜 贝里">', ("安娜 贝里",)),
        ("ko", '<span class="byline">기자명 박서연 기자</span>', ("박서연",)),
        ("ko", '<meta name="author" content="기자명 박서연 특파원">', ("박서연",)),
        ("fa", '<span class="reporter">خبرنگار: نرگس کاویانی</span>', ("نرگس کاویانی",)),
    ],
)  # fmt: skip
def test_authors_have_no_label_and_spaces_part_them_where_names_hold_none(
    language: str, told: str, authors: tuple[str, ...]
) -> None:
    assert reading(declared(language).replace("</h1>", f"</h1>{told}"))[0].authors == authors


@pytest.mark.parametrize(
    ("written", "url", "archive_url"),
    [
        ("https://web.archive.org/web/20250102030405/https://news.example/a?b=1", "https://news.example/a?b=1", "https://web.archive.org/web/20250102030405/https://news.example/a?b=1"),
        ("https://web.archive.org/web/2025id_/https:/news.example/a", "https://news.example/a", "https://web.archive.org/web/2025id_/https://news.example/a"),
        ("https://archive.ph/20250102030405/https://news.example/a", "https://news.example/a", "https://archive.ph/20250102030405/https://news.example/a"),
        ("https://news-example.cdn.ampproject.org/c/s/news.example/a", "https://news.example/a", None),
        ("https://news.example/a", "https://news.example/a", None),
        ("javascript:alert(1)", None, None),
    ],
)  # fmt: skip
def test_the_address_is_the_outlet_s_own(written: str, url: str | None, archive_url: str | None) -> None:
    page = reading(a_saved_page("it", head=f'<link rel="canonical" href="{written}">'))[0]
    assert (page.url, page.archive_url) == (url, archive_url)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0022)https://news.example/a -->",
        "<!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: Fri Mar 06 2026 \n-->",
    ],
)
def test_what_saved_the_page_says_where_it_was(comment: str) -> None:
    page = a_saved_page("it").replace("<head>", comment + "<head>")
    assert reading(page)[0].url == "https://news.example/a"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<html ", '<html class="js translated-rtl" '),
        ("<p>", '<p _msttexthash="{0}" _msthash="1">'),
        ('lang="it"', 'lang="it-x-mtfrom-de"'),
        ("<head>", '<head><meta http-equiv="x-translated-by" content="Google">'),
        ("<head>", '<head><base href="https://news-example.translate.goog/a?_x_tr_sl=de">'),
        ("<p>", '<p data-moz-translations-id="2">'),
        ("<p>", '<p><font style="vertical-align: inherit;"><font style="vertical-align: inherit;">x</font></font>'),
        ("<p>", '<p data-dl-uid="2" data-dl-translated="true">'),
        ("<p>", '<p><ya-tr-span data-translated="true">x</ya-tr-span>'),
        ("</body>", '<p><font class="notranslate immersive-translate-target-wrapper">x</font></p></body>'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["it"])
def test_a_page_that_a_machine_translated_is_an_error(language: str, old: str, new: str) -> None:
    page, told = reading(a_saved_page(language).replace(old, new))
    assert page.passages == []
    assert "its words are a machine's" in told[0]
    assert "Show original" in told[0]


def test_a_page_about_translation_is_none_that_was_translated() -> None:
    head = '<meta name="google" content="notranslate"><link rel="alternate" hreflang="de" href="https://news.example/de">'
    assert reading(a_saved_page("pl", head=head, inside='<div id="google_translate_element"></div>'))[1] == []
