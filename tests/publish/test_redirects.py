from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

import html5lib
import pytest
from builders import a_moment, an_article, an_outlet
from digests import NEWSWEEK, WTOP, a_digest

from digest.model import OutputFile, Story
from digest.publish.outside import redirects

HTML = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://example.org/digest/"


def parsed(file: OutputFile) -> Any:
    return html5lib.HTMLParser(strict=True).parse(file.content.decode())


def leads_to(file: OutputFile) -> tuple[str, str, str]:
    """Return where a redirect leads: by its refresh, its visible link and its canonical link."""
    document, own = parsed(file), ROOT + file.path.removesuffix("index.html")
    refresh = document.find(f".//{HTML}meta[@http-equiv='refresh']").get("content")
    link = document.find(f".//{HTML}body//{HTML}a").get("href")
    canonical = document.find(f".//{HTML}link[@rel='canonical']").get("href")
    return urljoin(own, refresh.partition("url=")[2]), urljoin(own, link), canonical


def test_every_member_but_the_canonical_one_redirects_in_every_edition() -> None:
    paths = [file.path for file in redirects(a_digest())]
    assert paths == [f"{code}/story/newsweek/call/index.html" for code in ("en", "es", "fr", "ar")]


def test_a_redirect_leads_to_the_canonical_story_of_its_edition() -> None:
    for file in redirects(a_digest()):
        edition = PurePosixPath(file.path).parts[0]
        assert leads_to(file) == (f"{ROOT}{edition}/story/wtop/llamada/",) * 3


def test_a_redirect_says_its_language_and_direction_and_is_not_indexed() -> None:
    page = {file.path[:2]: parsed(file) for file in redirects(a_digest())}["ar"]
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.find(f".//{HTML}meta[@name='robots']").get("content") == "noindex"
    assert page.findtext(f".//{HTML}a") == "مادورو يؤكد المكالمة"


def test_a_headline_that_nobody_translated_keeps_its_own_language() -> None:
    page = next(parsed(f) for f in redirects(a_digest(translations={})) if f.path.startswith("fr/"))
    link = page.find(f".//{HTML}a")
    assert (page.get("lang"), link.get("lang"), link.text) == ("fr", "en", NEWSWEEK.title)


@pytest.mark.parametrize("slug", ["مكالمة", "50%-of 'it'", "a?b#c"])
def test_a_redirect_to_an_unusual_address_arrives(slug: str) -> None:
    title = "<script>alert(1)</script> & more"
    odd = an_article(slug=slug, outlet=an_outlet("WTOP"), title=title, published=a_moment("2025-12-05"))
    file = next(redirects(a_digest(stories=(Story(articles=(odd, NEWSWEEK), named=odd.id),), utterances=())))
    by_refresh, by_link, canonical = leads_to(file)
    assert by_refresh == by_link == canonical
    assert parsed(file).findtext(f".//{HTML}a") == odd.title


def test_a_story_of_one_article_has_no_redirect() -> None:
    assert not list(redirects(a_digest(stories=(Story(articles=(WTOP,)),))))
