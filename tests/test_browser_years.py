"""Links that were shared before their years were given to a site of their own, opened in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hosts import AsHosts
from loopback import serving
from sites import a_site, run
from system import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, needs("chromium")]

MKDOCS_YML = """
site_name: The Digest
site_url: {here}
docs_dir: content/pages
plugins:
  - digest:
      languages: [en, ar]
      translate: never
      article_pages: {pages}
      archive_sites: {{2020-01-01: '{there}', 2026-01-01: '{then}'}}
"""
NEWS = {
    "articles/old.md": (
        "---\ntitle: The pier\noutlet: newsweek\nlanguage: en\npublished: 2019-03-05\n---\nIt is lost.\n"
    )
}


@pytest.fixture(params=["true", "false"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Return the addresses of the open site and of the oldest one."""
    names = ("site", "site-2026-01-01", "site-2020-01-01")
    with ExitStack() as stack:
        served = (stack.enter_context(serving(tmp_path / name, AsHosts)) for name in names)
        here, then, there = (f"{address}/digest/" for address in served)
        yml = MKDOCS_YML.format(here=here, then=then, there=there, pages=request.param)
        folder = a_site(tmp_path, NEWS, mkdocs_yml=yml)
        for name in names:
            before = ("--before", name.removeprefix("site-")) if "-" in name else ()
            target = str(tmp_path / name / "digest")
            run("digest", "build", *before, "--site-dir", target, folder=folder, check=True)
        yield here, there


def test_a_link_to_a_story_of_the_oldest_years_arrives_by_way_of_those_between(
    browser: Browser, addresses: tuple[str, str]
) -> None:
    here, there = addresses
    page = browser.new_page()
    page.goto(f"{here}ar/story/newsweek/old/?from=mail#u-1")
    page.wait_for_url(f"{there}ar/story/newsweek/old/?from=mail#u-1")
    assert page.title().startswith("The pier")
    page.goto(f"{here}ar/nobody/")
    assert page.locator(".missing").count() == 2
    assert page.url == f"{here}ar/nobody/"
    page.close()
