"""Pages and files wait on the disk while their site is made."""

from __future__ import annotations

from digests import a_digest

from digest.model import OutputFile, Page
from digest.publish import Frames, Spool, document, publish


def test_what_was_put_away_comes_back_as_it_was() -> None:
    made = list(publish(a_digest()))
    spool = Spool()
    kept = spool.keep_all(made)
    pages = [one for one in made if isinstance(one, Page)]
    assert all(not (page.body or page.head or page.search_text) for page in kept)
    assert [spool.whole(page) for page in kept] == pages
    assert list(spool.files()) == [one for one in made if isinstance(one, OutputFile)]


def test_a_page_that_was_never_put_away_is_whole() -> None:
    page = Page(path="en/about/", language="en", kind="owned", title="About", body="<p>\udfffé</p>")
    spool = Spool()
    assert spool.whole(page) is page
    assert spool.whole(spool.keep(page)) == page


def test_frames_that_pages_share_are_those_of_each_page_alone() -> None:
    site = a_digest()
    frames = Frames(site.settings)
    for page in (one for one in publish(site) if isinstance(one, Page)):
        assert frames.document(page) == document(site.settings, page)
