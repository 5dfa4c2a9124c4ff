"""What pages of ours may load."""

from __future__ import annotations

import pytest
from digests import a_digest, settings
from lxml import html

from digest.model import Page, Script
from digest.publish import Frames, Written, headers, missing, owned, publish
from digest.publish.frame import policy

ANALYTICS = "https://www.googletagmanager.com/gtag/js?id=G-1"


def directives(text: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in text.split(";"))}


def of_page(page: Page, *, served: bool = False) -> list[str]:
    document = html.document_fromstring(Frames(settings(), served=served).document(page))
    return list(document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))


def test_every_page_of_the_digest_says_what_it_may_load_before_it_loads_anything() -> None:
    pages = [one for one in publish(a_digest()) if isinstance(one, Page)]
    for page in (*pages, missing(settings())):
        document = html.document_fromstring(Frames(settings()).document(page))
        [found] = of_page(page)
        assert directives(found)["default-src"] == ["'none'"]
        first, second = document.xpath("//head/*")[:2]
        assert first.get("charset")
        assert second.get("content") == found
        assert document.xpath("//meta[@name='referrer']/@content") == ["strict-origin"]


def test_a_server_for_editing_and_the_owners_pages_have_no_policy() -> None:
    page = next(one for one in publish(a_digest()) if isinstance(one, Page) and one.kind == "story")
    assert of_page(page, served=True) == []
    assert of_page(owned(settings(), [Written(path="en/about/", title="About", body="")])[0]) == []


def test_only_the_search_and_the_page_for_missing_addresses_fetch() -> None:
    for kind in ("search", "missing"):
        assert directives(policy(kind, settings()))["connect-src"] == ["'self'"]
    for kind in ("front", "story", "person"):
        assert directives(policy(kind, settings()))["script-src"] == ["'self'"]
        assert "connect-src" not in directives(policy(kind, settings()))


def test_what_the_owner_loads_from_other_hosts_may_be_loaded() -> None:
    own = settings(
        stylesheets=("extra.css", "https://fonts.example/a.css"),
        scripts=(Script(path="//stats.example/s.js"), Script(path="js/own.js"), Script(path=ANALYTICS)),
    )
    found = directives(policy("story", own))
    assert found["style-src"] == ["'self'", "https://fonts.example"]
    assert "https://fonts.example" in found["font-src"]
    assert found["script-src"] == ["'self'", "https://stats.example", "https://www.googletagmanager.com"]
    assert {"https://stats.example", "https://*.google-analytics.com"} <= set(found["connect-src"])


@pytest.mark.parametrize(
    ("site_url", "base"), [("https://example.org/", "/"), ("https://example.org/a/", "/a/")]
)
def test_lines_for_a_host_name_pages_of_the_digest_alone(site_url: str, base: str) -> None:
    lines = headers(settings(site_url=site_url)).splitlines()
    paths = [line for line in lines if not line.startswith(" ")]
    assert paths[0] == f"{base}*"
    assert f"{base}:edition/story/*" in paths
    for path, line in zip(paths[1:], lines[4::2], strict=True):
        assert line == f"  Content-Security-Policy: {policy(path.split('/')[-2], settings())}"
