"""A desk that works for a long time: every address and fragment that was ever published still leads somewhere true."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from posixpath import normpath

import pytest
from lxml import html
from record.desks import Desk

from digest.build import Gathered, assemble, outputs
from digest.model import Page, TranslateMode

TOWNS = [
    f"{a}{b}"
    for a in ("North", "South", "East", "West", "Upper", "Lower", "Old", "New", "Great", "Little")
    for b in ("vale", "port", "ford", "mere", "ton", "ham", "wick", "field", "dale", "by")
]
WORKS = (
    "harbour",
    "library",
    "bridge",
    "market",
    "tramway",
    "school",
    "mill",
    "lighthouse",
    "canal",
    "theatre",
)
PEOPLE = ("Anna Berg", "Karl Holm", "Eva Lind", "Paul Marchal", "Rosa Quintana", "Omar Selim")

ARTICLE = """
---
title: {town} opens its {work}
outlet: {outlet}
language: en
published: {day}
url: https://{outlet}.example/{slug}
---
The council of {town} opened the {work} on Monday.

“The {work} of {town} belongs to all who {verb} it,” {speaker} said in {town}.
"""


class Newsroom:
    """Edits at random, and remembers what was published."""

    def __init__(self, folder: Path, seed: int, stories: int) -> None:
        self.desk = Desk(folder)
        for path in ("harbour", "reopened", "dam"):
            self.desk.remove(f"articles/{path}.md")
        self.random = random.Random(seed)  # noqa: S311 - for variety, not for secrets
        self.numbers = 0
        self.decisions: list[str] = []
        self.published: set[tuple[str, str]] = set()
        self.languages = ("en",)
        for _ in range(stories):
            self.add()

    def slugs(self) -> list[str]:
        return sorted(path.stem for path in (self.desk.content / "articles").glob("*.md"))

    def add(self, *, like: str | None = None) -> None:
        self.numbers += 1
        number = self.numbers
        values = {
            "town": TOWNS[number % len(TOWNS)],
            "work": WORKS[number // len(TOWNS) % len(WORKS)],
            "outlet": self.random.choice(("herald", "times")),
            "day": f"2026-{1 + number % 9:02}-{1 + number * 7 % 27:02}",
            "slug": f"a{number}",
            "verb": self.random.choice(("use", "built", "paid for", "love")),
            "speaker": self.random.choice(PEOPLE),
        }
        text = ARTICLE.format(**values)
        if like:
            # The same event by another outlet, a day earlier.
            text = (self.desk.content / f"articles/{like}.md").read_text(encoding="utf-8")
            text = re.sub(r"url: .*", f"url: https://diario.example/a{number}", text)
            text = re.sub(r"outlet: .*", "outlet: diario", text)
            text = re.sub(r"published: 2026-(\d+)-(\d+)", r"published: 2025-\1-\2", text)
        self.desk.put(f"articles/a{number}.md", "\n" + text.lstrip("\n"))

    def edit(self) -> str:
        slug = self.random.choice(self.slugs())
        kinds = (
            "earlier",
            "join",
            "part",
            "rename",
            "correct",
            "speaker",
            "retract",
            "withdraw",
            "remove",
            "note",
            "language",
        )
        kind = self.random.choice(kinds)
        getattr(self, f"_{kind}")(slug)
        return f"{kind} {slug}"

    def _text(self, slug: str) -> str:
        return (self.desk.content / f"articles/{slug}.md").read_text(encoding="utf-8")

    def _write(self, slug: str, text: str) -> None:
        (self.desk.content / f"articles/{slug}.md").write_text(text, encoding="utf-8")

    def _id(self, slug: str) -> str:
        found = re.search(r"outlet: (\S+)", self._text(slug))
        assert found
        return f"{found[1]}/{slug}"

    def _language(self, _slug: str) -> None:
        self.languages = (*self.languages, *[code for code in ("es", "ar") if code not in self.languages][:1])

    def _earlier(self, slug: str) -> None:
        self.add(like=slug)

    def _join(self, slug: str) -> None:
        other = self.random.choice(self.slugs())
        if other != slug and not any(
            {self._id(slug), self._id(other)} <= set(re.findall(r"\w+/\w+", d)) for d in self.decisions
        ):
            self._decide(f"- together: [{self._id(slug)}, {self._id(other)}]\n")

    def _part(self, _slug: str) -> None:
        together = [line for line in self.decisions if line.startswith("- together")]
        if together:
            line = self.random.choice(together)
            self.decisions.remove(line)
            self._decide(line.replace("together", "apart"))

    def _decide(self, line: str) -> None:
        self.decisions += [line] if line else []
        self.desk.put("stories.yml", "".join(self.decisions) or "[]\n")

    def _rename(self, slug: str) -> None:
        self.numbers += 1
        text = self._text(slug)
        if self._id(slug) not in "".join(self.decisions):
            self.desk.remove(f"articles/{slug}.md")
            self._write(f"r{self.numbers}", text)

    def _correct(self, slug: str) -> None:
        self._write(
            slug,
            self._text(slug).replace(
                "belongs to all who", self.random.choice(("belongs to everybody who", "is for all who"))
            ),
        )

    def _speaker(self, slug: str) -> None:
        self._write(
            slug,
            re.sub(r",” [A-Z]\w+ [A-Z]\w+ said", f",” {self.random.choice(PEOPLE)} said", self._text(slug)),
        )

    def _retract(self, slug: str) -> None:
        if "retracted" not in self._text(slug):
            self._write(
                slug,
                self._text(slug).replace("outlet:", "retracted: {reason: It did not happen.}\noutlet:", 1),
            )

    def _withdraw(self, slug: str) -> None:
        self._write(slug, re.sub(r"“(.*?),” (.*? said)", r"\2 so", self._text(slug)))

    def _note(self, slug: str) -> None:
        if "correction" not in self._text(slug):
            self._write(
                slug, self._text(slug).replace("outlet:", "correction: It was a Tuesday.\noutlet:", 1)
            )

    def _remove(self, slug: str) -> None:
        if len(self.slugs()) > 3:
            self.desk.remove(f"articles/{slug}.md")

    def built(self, gathered: Gathered) -> dict[str, str]:
        settings = replace(self.desk.settings, languages=self.languages, translate=TranslateMode.NEVER)
        made = outputs(assemble(gathered, settings))
        return {
            (one.path if isinstance(one, Page) else one.path.removesuffix("index.html")): (
                one.body if isinstance(one, Page) else one.content.decode()
            )
            for one in made
        }

    def publish(self, pages: dict[str, str]) -> None:
        """Remember every address and fragment that readers may share."""
        for path, page in pages.items():
            if "/story/" in path or "/article/" in path or "/person/" in path:
                self.published.add((path, ""))
                if "/story/" in path and "http-equiv" not in page:
                    self.published.update(
                        (path, id_) for id_ in re.findall(r'<figure[^>]* id="(u-\w+)"', page)
                    )


def broken(pages: dict[str, str], published: set[tuple[str, str]]) -> Iterator[str]:
    """Yield what leads nowhere."""
    ids = {path: set(re.findall(r' id="([^"]+)"', page)) for path, page in pages.items()}
    for path, fragment in sorted(published):
        at, target = path, fragment
        for _ in range(3):
            page = pages.get(at, "")
            found = re.search(r'http-equiv="refresh" content="0; url=([^"#]*)(?:#([^"]*))?"', page)
            if not found:
                break
            own = re.search(r'"#' + fragment + r'": "([^"#]*)#([^"]*)"', page) if fragment else None
            at = normpath(f"{at}{(own or found)[1]}") + "/"
            if own:
                target = own[2]
                break
            target = target.replace("u-", "c-", 1) if at.endswith("/corrections/") else target
            target = target or html.fromstring(f"<p>{found[2] or ''}</p>").text_content()
        if at not in pages:
            yield f"{path} leads to {at}, which there is not"
        elif target and target not in ids[at]:
            yield f"{path}#{fragment} leads to {at}#{target}, which there is not"


def walked(folder: Path, *, seed: int, stories: int, edits: int, every: int) -> None:
    newsroom = Newsroom(folder, seed, stories)
    pages = newsroom.built(newsroom.desk.record())
    newsroom.publish(pages)
    done: list[str] = []
    for number in range(1, edits + 1):
        done.append(newsroom.edit())
        if number % every == 0 or number == edits:
            before = newsroom.desk.gather()
            assert not before.problems, (done, before.problems)
            pages = newsroom.built(before)
            assert list(broken(pages, newsroom.published)) == [], done
            after = newsroom.desk.record()
            assert newsroom.built(after) == pages, done
            assert after.history.pending == ()
            newsroom.publish(pages)


@pytest.mark.parametrize("seed", range(2))
def test_twenty_edits_of_ten_stories_break_no_published_link(tmp_path: Path, seed: int) -> None:
    walked(tmp_path, seed=seed, stories=10, edits=20, every=2)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(100, 104))
def test_two_hundred_edits_of_three_hundred_stories_break_no_published_link(
    tmp_path: Path, seed: int
) -> None:
    walked(tmp_path, seed=seed, stories=300, edits=200, every=10)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(20, 60))
def test_a_hundred_edits_of_a_dozen_stories_break_no_published_link(tmp_path: Path, seed: int) -> None:
    walked(tmp_path, seed=seed, stories=12, edits=100, every=1)
