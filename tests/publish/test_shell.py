from __future__ import annotations

from pathlib import Path

import pytest
from digests import WTOP, a_digest, settings
from markup import select, tree

from digest.model import Page
from digest.publish import Frame, Written, missing, owned, shell, templates_dir
from digest.publish.frame import external
from digest.publish.pages import pages

OWNED = owned(
    settings(),
    (
        Written(path="en/about/", title="About", body="<p>About us.</p>"),
        Written(path="es/about/", title="Acerca de", body="<p>Sobre nosotros.</p>"),
        Written(path="en/contact/", title="Contact <us>", body=""),
    ),
)


def a_page(path: str) -> Page:
    return next(page for page in pages(a_digest()) if page.path == path)


def framed(path: str) -> Frame:
    return shell(settings(), a_page(path), owned=OWNED)


def editions(frame: Frame) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in select(tree(frame.header), ".editions a")}


def test_a_frame_has_the_language_and_direction_of_its_edition() -> None:
    assert (framed("ar/").language, framed("ar/").direction) == ("ar", "rtl")
    assert (framed("fr/people/").language, framed("fr/people/").direction) == ("fr", "ltr")


def test_the_edition_switch_leads_to_the_same_page_and_names_editions_in_their_own_script() -> None:
    frame = framed(f"es/story/{WTOP.id}/")
    assert editions(frame)["ar"] == f"../../../../ar/story/{WTOP.id}/"
    links = select(tree(frame.header), ".editions a")
    assert [link.text for link in links] == ["English", "Español", "Français", "العربية"]
    assert [link.get("lang") for link in links if link.get("aria-current")] == ["es"]


def test_an_owners_page_switches_to_its_sister_or_to_the_front_page() -> None:
    frame = shell(settings(), OWNED[0], owned=OWNED)
    assert frame.kind == "owned"
    assert editions(frame) == {"en": "./", "es": "../../es/about/", "fr": "../../fr/", "ar": "../../ar/"}


def test_the_navigation_holds_the_owners_pages_of_the_edition() -> None:
    links = select(tree(framed("en/topics/").header), ".masthead__nav a")
    assert [link.text for link in links][-2:] == ["About", "Contact <us>"]
    assert "Acerca de" not in framed("en/topics/").header


def test_what_turns_words_around_in_an_owners_page_does_so_in_no_list_of_ours() -> None:
    turned = Written(
        path="en/about/", title="Ab\u202eout", body="<p>We &#x202e;are</p>", description="W\u202ee"
    )
    pages_of_theirs = owned(settings(), [turned])
    header = shell(settings(), a_page("en/topics/"), owned=pages_of_theirs).header
    assert [link.text for link in select(tree(header), ".masthead__nav a")][-1] == "About"
    [page] = pages_of_theirs
    assert (page.title, page.description) == ("About", "We")
    assert "We are" in page.search_text


def test_the_head_knows_the_page_in_every_edition_and_for_anybody() -> None:
    head = tree(framed(f"ar/story/{WTOP.id}/").head)
    found = {link.get("hreflang"): link.get("href") for link in select(head, "link[hreflang]")}
    root = "https://example.org/digest/"
    assert set(found) == {"en", "es", "fr", "ar", "x-default"}
    assert found["ar"] == f"{root}ar/story/{WTOP.id}/"
    assert found["x-default"] == f"{root}en/story/{WTOP.id}/"
    [canonical] = select(head, "link[rel=canonical]")
    assert canonical.get("href") == found["ar"]


def test_the_page_of_languages_stands_for_anybody_beside_front_pages() -> None:
    [link] = select(tree(framed("fr/").head), "link[hreflang=x-default]")
    assert link.get("href") == "https://example.org/digest/"


def test_the_head_names_the_feed_of_the_edition() -> None:
    [feed] = select(tree(framed("es/people/").head), "link[type=application/atom+xml]")
    assert feed.get("href") == "../feed.xml"


def test_a_page_that_is_not_to_be_indexed_says_so() -> None:
    assert 'content="noindex"' in framed("en/search/").head
    assert "noindex" not in framed("en/").head


def test_a_page_has_one_search_the_searchs_own_or_the_headers() -> None:
    for path in ("en/", "en/search/"):
        whole = tree(framed(path).header + a_page(path).body)
        assert len(select(whole, "[role=search]")) == 1


def test_a_missing_page_has_one_main_heading() -> None:
    body = tree(missing(settings()).body)
    assert [heading.getparent().get("lang") for heading in select(body, "h1")] == ["en"]
    assert [heading.getparent().get("lang") for heading in select(body, "h2")] == ["es", "fr", "ar"]


def test_the_page_of_languages_does_not_lead_to_itself() -> None:
    assert not select(tree(framed("").footer), "a")


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar"])
def test_a_missing_page_speaks_every_edition_from_any_address(language: str) -> None:
    page = missing(settings())
    frame = shell(settings(), page)
    [section] = select(tree(page.body), f"section[lang={language}]")
    assert next(link.get("href") for link in select(section, "a")) == f"/digest/{language}/"
    assert section.get("dir") == ("rtl" if language == "ar" else "ltr")
    for part in (frame.header, frame.footer, frame.styles):
        links = tree(part).xpath("//@href | //@src | //@action")
        assert all(link.startswith(("/digest/", "#")) for link in links)


def test_a_sites_own_template_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest/footer.html").write_text("<footer>{{ settings.site_name }} & sons</footer>", "utf-8")
    frame = shell(settings(template_dirs=(tmp_path,), site_name="A&B"), OWNED[0])
    assert frame.footer == "<footer>A&amp;B & sons</footer>"


def test_templates_are_found_beside_a_checkout() -> None:
    assert (templates_dir() / "digest/page.html").is_file()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org/", "http://[", "", None]
)
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert external(url) is None
