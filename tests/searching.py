"""The search of the sample in a browser: what was found, and the story that tests look for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

SPOKEN = "bienvenida la diplomacia"
"""Of what Maduro said on 3 December 2025, as he said it."""

Visit = Callable[..., Page]


def results(page: Page) -> list[str]:
    """Return the paths that a search found, the best first, once it has come to an end."""
    expect(page.locator("#status")).not_to_be_empty()
    hrefs = page.locator("#results a").evaluate_all("links => links.map(link => link.href)")
    return [href.partition("/digest/")[2] for href in hrefs]


def is_redirect(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def spoken_story(site: Path) -> str:
    """Return the path, within an edition, of the story that holds what Maduro said."""
    pages = [path for path in sorted((site / "en/story").rglob("index.html")) if not is_redirect(path)]
    [found] = [path for path in pages if SPOKEN in path.read_text(encoding="utf-8")]
    return found.parent.relative_to(site / "en").as_posix() + "/"
