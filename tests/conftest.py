"""What several rooms of tests share: the sample digest, built once and served on the loopback."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hosts import NAME, AsHosts
from loopback import serving
from sites import ROOT, run

from digest.secret import KEY_VARIABLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_configure() -> None:
    """Let what tests start be interrupted: a shell starts what it runs behind it with SIGINT ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Not the user's own, which would be made.
    os.environ[KEY_VARIABLE] = "of these tests"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the sample digest, built by MkDocs with every warning an error."""
    folder = tmp_path_factory.mktemp("sample") / NAME
    result = run("mkdocs", "build", "--strict", "--site-dir", str(folder), folder=ROOT)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def served(sample: Path) -> Iterator[str]:
    """Return the address of the sample digest, under a sub-path of a server on the loopback."""
    with serving(sample.parent, AsHosts) as address:
        yield f"{address}/{NAME}/"


class Watched:
    """A browser that takes note of whatever a page's policy forbids, in every window of any test."""

    LISTEN = """addEventListener("securitypolicyviolation", (event) =>
        console.error(`Content Security Policy: ${event.effectiveDirective} ${event.blockedURI}`))"""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self.violations: list[str] = []

    def new_context(self, **profile: Any) -> BrowserContext:
        context = self._chromium.new_context(**profile)
        context.add_init_script(self.LISTEN)
        context.on("console", self._note)
        return context

    def new_page(self) -> Page:
        return self.new_context().new_page()

    def _note(self, said: Any) -> None:
        # Chromium says so itself where a page may run no script.
        if "Content Security Policy" in said.text:
            self.violations.append(said.text)


@pytest.fixture(scope="session")
def browser() -> Iterator[Watched]:
    """Return Chromium, without a window; its tests carry the mark `needs("chromium")`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield Watched(chromium)
        chromium.close()


@pytest.fixture(autouse=True)
def no_policy_forbids_what_a_page_does(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the browser met anything that a page's policy forbids."""
    yield
    if "browser" in request.fixturenames:
        watched = request.getfixturevalue("browser")
        found, watched.violations = watched.violations, []
        assert found == []


@pytest.fixture
def visit(browser: Watched, served: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a path of the site in a fresh profile.

    Keyword arguments go to the profile (`java_script_enabled=False`). When the test is over, no page may
    have asked another host for anything, nor logged an error, nor failed in a script.
    """
    host = urlsplit(served).netloc
    contexts: list[BrowserContext] = []
    status_of: dict[str, int] = {}
    wrong: list[str] = []

    def open_page(path: str = "", *, status: int = 200, **profile: Any) -> Page:
        context = browser.new_context(**profile)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if is_fault(said) else None)
        page.on("request", lambda r: wrong.append(f"request: {r.url}") if is_foreign(r.url) else None)
        page.on("response", lambda response: status_of.update({response.url: response.status}))
        response = page.goto(served + path)
        assert response is not None
        assert response.status == status
        return page

    def is_fault(said: Any) -> bool:
        # Chromium logs the status of a missing page as an error; the test has asked for it.
        own = {page.url for context in contexts for page in context.pages}
        by_design = status_of.get(said.location["url"]) == 404 and said.location["url"] in own
        return said.type in {"error", "warning"} and not by_design

    def is_foreign(url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme not in {"data", "blob", "about"} and parts.netloc != host

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong
