"""Links that were shared before their years were given to a site of their own, opened in a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import AsHosts
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
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), AsHosts) for _ in names]
    here, then, there = (f"http://127.0.0.1:{server.server_port}/digest/" for server in servers)
    yml = MKDOCS_YML.format(here=here, then=then, there=there, pages=request.param)
    folder = a_site(tmp_path, NEWS, mkdocs_yml=yml)
    for server, name in zip(servers, names, strict=True):
        before = ("--before", name.removeprefix("site-")) if "-" in name else ()
        target = tmp_path / name / "digest"
        run("digest", "build", *before, "--site-dir", str(target), folder=folder, check=True)
        server.RequestHandlerClass = partial(AsHosts, directory=str(target.parent))  # type: ignore[assignment]
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield here, there
    for server in servers:
        server.shutdown()
        server.server_close()


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
