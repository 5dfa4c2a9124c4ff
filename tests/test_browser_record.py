"""Links that were shared before articles moved, opened in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from loopback import serving
from record.desks import Desk, statement_of
from sites import run, write
from system import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, needs("chromium")]

MKDOCS_YML = """
site_name: The Digest
site_url: https://example.org/
docs_dir: content/pages
theme: {name: material}
plugins:
  - digest: {languages: [en, es], translate: never}
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Return the address of a site whose stories were joined, and the id of a statement of the second one."""
    folder = tmp_path_factory.mktemp("moved")
    desk = Desk(folder)
    statement = statement_of(desk.record(), "This dam")
    desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n")
    desk.put("pages/en/about.md", "# About us\n")
    write(folder / "mkdocs.yml", MKDOCS_YML)
    run("mkdocs", "build", "--strict", folder=folder, check=True)
    with serving(folder / "site") as address:
        yield address, statement


def test_a_link_to_a_statement_of_a_joined_story_arrives_at_the_statement(
    browser: Browser, moved: tuple[str, str]
) -> None:
    site, statement = moved
    page = browser.new_page()
    page.goto(f"{site}/en/story/times/dam/?from=mail#u-{statement}")
    page.wait_for_url(f"{site}/en/story/herald/harbour/?from=mail#u-{statement}")
    assert page.locator(f"#u-{statement}").count() == 1
    page.close()


def test_another_edition_opens_at_the_same_statement(browser: Browser, moved: tuple[str, str]) -> None:
    site, statement = moved
    page = browser.new_page()
    page.goto(f"{site}/en/story/herald/harbour/#u-{statement}")
    page.get_by_role("link", name="Español").click()
    page.wait_for_url(f"{site}/es/story/herald/harbour/#u-{statement}")
    page.close()


def test_without_scripts_a_redirect_still_leads_to_the_story(
    browser: Browser, moved: tuple[str, str]
) -> None:
    site, _ = moved
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/story/times/dam/")
    page.wait_for_url(f"{site}/en/story/herald/harbour/")
    context.close()
