"""Content, memory and configuration with anything in them: no traceback, no endless wait, no script in a page.

`make test` looks at about a hundred mutations, the same every time; `make test-all` goes on for
DIGEST_FUZZ_MINUTES (60 by default) with new ones, and prints the seed of each round.
"""

from __future__ import annotations

import json
import os
import re
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree, html
from mutated import FILES, Mutation, mutations, written

from digest.alone import build_alone
from digest.build import assemble, build, gather, outputs
from digest.compare import compare_site
from digest.config import load_settings, load_site
from digest.errors import DigestError, QuotationError, SiteError
from digest.messages import told
from digest.model import OutputFile, Page
from digest.record import append

RAW = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, and what turns the text behind it around."""

SECONDS = 5
"""What nothing may take longer than, of the processor's time."""


class Endless(Exception):  # noqa: N818 - what it is
    """Something took too long."""


@contextmanager
def limited() -> Iterator[None]:
    """Interrupt what takes longer than it may."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def looked_at(changes: list[Mutation]) -> None:
    """Build a mutated digest in memory, twice where it can be recorded, and look at every page."""
    with tempfile.TemporaryDirectory() as name, limited():
        folder = Path(name)
        written(folder, changes)
        with told_in_words():
            options = load_settings(str(folder / "mkdocs.yml"))
            gathered = gather(options)
            for made in outputs(assemble(gathered, options)):
                harmless(made)
            for problem in told(gathered.problems):
                assert not RAW.search(str(problem)), problem
            append(options.content_dir, gathered.history.pending)
            again = gather(options)
            assert again.history.pending == (), again.history.pending


def built_and_checked(changes: list[Mutation]) -> None:
    """Write a mutated digest with its ordinary pages into a folder, and hold that against the content."""
    with tempfile.TemporaryDirectory() as name, limited():
        folder = Path(name)
        written(folder, changes)
        with told_in_words():
            options, site = load_site(str(folder / "mkdocs.yml"))
            build_alone(options, site, warn=lambda _said: None)
            compare_site(build(options), site, site.site_dir / options.prefix)


@contextmanager
def told_in_words() -> Iterator[None]:
    """Let pass what is told of wrong files; that we made a wrong page of right ones is a fault of ours."""
    try:
        yield
    except (QuotationError, SiteError) as error:
        raise AssertionError(str(error)) from error
    except DigestError as error:
        if not str(error).strip():
            raise AssertionError(type(error)) from error


def harmless(made: Page | OutputFile) -> None:
    """Fail where a page holds a script that is not ours, or a feed that no parser reads."""
    if isinstance(made, OutputFile):
        if made.path.endswith(".xml"):
            etree.fromstring(made.content)
        return
    for element in html.fragment_fromstring(made.body or " ", create_parent="div").iter(etree.Element):
        own = element.tag == "script" and element.get("src", "").endswith(
            ("assets/digest/search.js", "assets/digest/search-terms.js")
        )
        assert own or element.tag not in {"script", "iframe", "object", "embed"}, (made.path, element.tag)
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (made.path, name)
            scheme = "".join(value.split()).lower().partition(":")[0]
            assert scheme not in {"javascript", "vbscript"} or name not in {
                "href",
                "src",
                "cite",
                "action",
            }, made.path
    for element in html.fragment_fromstring(made.head or " ", create_parent="div").iter("script"):
        assert element.get("type") == "application/ld+json"
        json.loads(element.text or "")


FIXED = settings(
    max_examples=30,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


@FIXED
@given(mutations)
def test_a_digest_with_anything_in_it_ends_no_build_with_a_traceback(changes: list[Mutation]) -> None:
    looked_at(changes)


@settings(FIXED, max_examples=5)
@given(mutations)
def test_a_digest_with_anything_in_it_is_written_and_stands_as_its_content_says(
    changes: list[Mutation],
) -> None:
    built_and_checked(changes)


TWICE = (
    "“The harbour is open to every boat,” Mayor Anna Berg said. “The harbour is open to every boat,” it said."
)


@pytest.mark.parametrize("said", [f"{TWICE}\n\n{TWICE}", TWICE, f"Karl Holm disagreed. {TWICE[59:]}"])
def test_the_same_words_again_in_an_article_are_no_fault_whoever_says_them(said: str) -> None:
    looked_at([Mutation("content/articles/harbour.md", 1.0, 0, f"\n{said}\n")])


PLACES = [
    pytest.param(place, marks=[pytest.mark.thorough] * often)
    for place, often in ((0.0, 0), (0.6, 0), (0.3, 1), (0.95, 1))
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", sorted(FILES))
def test_each_file_may_be_cut_off_anywhere(file: str, place: float) -> None:
    looked_at([Mutation(file, place, 10_000, "")])


def test_the_name_of_a_file_turns_no_message_around() -> None:
    looked_at([Mutation("content/translations/es-en/2026-03.po", 0.0, 0, "\x00", again=300, name="\u202ex")])


@pytest.mark.thorough
def test_an_hour_of_mutations_ends_no_build_with_a_traceback() -> None:
    minutes = float(os.environ.get("DIGEST_FUZZ_MINUTES", "60"))
    until, number = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        number += 1
        print(f"seed {number}")  # noqa: T201 - what to repeat where it fails
        many = settings(FIXED, derandomize=False, max_examples=200)
        seed(number)(many(given(mutations)(looked_at)))()
        seed(number)(settings(many, max_examples=40)(given(mutations)(built_and_checked)))()
