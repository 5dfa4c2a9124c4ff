"""A document made of the outline of its shape is the one that its own templates would make."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from digests import a_digest, settings

from digest.model import Page
from digest.publish import Frames, Written, owned, publish, templates_dir

ODD = {
    "title and description in HTML": {
        "title": '<b>&amp;"%05title%05',
        "description": "'<i>%05body%05",
    },
    "the title of the site": {"title": settings().site_name},
    "no title": {"title": "", "description": ""},
    "a path that is escaped": {"path": "en/story/déjà%05 vu/été/"},
    "other editions": {"alternates": {"es": "es/x/", "en": "en/", "pt-BR": "pt-BR/é/"}},
    "no other editions": {"alternates": {}},
    "a picture, a feed, for no search engine": {
        "image": "en/ü.png",
        "feed": "en/x/feed.xml",
        "robots": "noindex",
    },
    "a body without proof": {
        "body": "%05path%05\x02en/\x03\x02",
        "head": "<!-- \x05title\x05 -->",
        "indexed": False,
    },
}


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [one for one in publish(a_digest()) if isinstance(one, Page)]


@pytest.fixture
def whole_of(tmp_path: Path) -> Callable[..., Frames]:
    """Give frames that hand each page to its templates: a site's own may ask anything of it."""
    (tmp_path / "digest").mkdir()
    shutil.copy(templates_dir() / "digest" / "head.html", tmp_path / "digest")
    return partial(Frames, replace(settings(), template_dirs=(tmp_path,)))


@pytest.fixture
def whole(whole_of: Callable[..., Frames]) -> Frames:
    return whole_of()


def test_every_page_has_the_document_that_its_templates_make(pages: list[Page], whole: Frames) -> None:
    frames = Frames(settings())
    for page in (*pages, *reversed(pages)):
        assert frames.document(page) == whole.document(page)


def test_links_are_those_of_each_pages_own_folder(pages: list[Page], whole_of: Callable[..., Frames]) -> None:
    theirs = owned(settings(), [Written(path="en/about/us/", title="Us", body="<p>We.</p>")])
    frames, whole = Frames(settings(), theirs), whole_of(theirs)
    topic = next(page for page in pages if page.kind == "topic")
    for path in (
        "about/",
        "about/them/",
        "about/us/me/",
        "topic/a/",
        "topic/a/page/2/",
        "topic/b/",
        "them/us/",
    ):
        one = replace(topic, path=f"en/{path}")
        assert frames.document(one) == whole.document(one)


@pytest.mark.parametrize("odd", ODD)
def test_what_is_odd_in_a_page_stays_as_it_is(odd: str, pages: list[Page], whole: Frames) -> None:
    frames = Frames(settings())
    for page in pages:
        strange = replace(page, **ODD[odd])
        body, _, rest = whole.document(replace(strange, body="(here)")).partition("(here)")
        # What stands in a body is nobody's mark.
        expected = f"{body}{strange.body}{rest}" if "body" in ODD[odd] else whole.document(strange)
        assert frames.document(page) == whole.document(page)
        assert frames.document(strange) == expected


def test_a_sites_own_head_is_asked_of_each_page(pages: list[Page], tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "head.html").write_text(
        '<meta name="letters" content="{{ page.title | length }}">'
    )
    frames = Frames(replace(settings(), template_dirs=(tmp_path,)))
    for page in pages:
        assert f'content="{len(page.title)}"' in frames.document(page)
