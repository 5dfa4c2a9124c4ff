"""Pages that were made before: the same, or made anew, and verified in any case."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_moment
from digests import MADURO, NEWSWEEK, RBC, SPOKEN, TOPIC, WTOP, a_digest, a_translation
from publish.test_interface import own

from digest.cache import Cache, Fingerprints, opened
from digest.errors import QuotationError
from digest.model import (
    Article,
    History,
    Link,
    Moved,
    OutputFile,
    Page,
    Segment,
    SegmentKind,
    Site,
    Story,
)
from digest.publish import publish
from digest.publish.asked import BROKEN, Notes, asked
from digest.publish.edition import Edition
from digest.publish.kept import KIND
from digest.publish.verify.made import shown_on_made
from digest.publish.verify.quotations import shown_on

TITLE = Segment(SegmentKind.TITLE, "ru", RBC.title)
TIED = Link(first=WTOP.id, second=NEWSWEEK.id, score=0.5, shared=("Maduro",))


def with_article(article: Article) -> Site:
    """Return the digest with an article in another state."""
    first, second, third = (article if one.id == article.id else one for one in (WTOP, NEWSWEEK, RBC))
    return a_digest(stories=(Story(articles=(first, second), topics=(TOPIC.id,)), Story(articles=(third,))))


CHANGES: dict[str, Callable[[], Site]] = {
    "another translation": lambda: a_digest(a_translation("Maduro a confirmé", of=TITLE, into="fr")),
    "a translation less": lambda: a_digest(translations={}),
    "another outlet's name": lambda: with_article(replace(RBC, outlet=replace(RBC.outlet, name="R.B.C."))),
    "a date": lambda: with_article(replace(NEWSWEEK, published=a_moment("2025-12-20"))),
    "an article's address": lambda: with_article(replace(NEWSWEEK, url="https://example.org/x")),
    "a person's role": lambda: a_digest(people=(replace(MADURO, role="President", role_language="en"),)),
    "why reports are together": lambda: a_digest(
        stories=(
            Story(articles=(WTOP, NEWSWEEK), topics=(TOPIC.id,), links=(TIED,)),
            Story(articles=(RBC,)),
        )
    ),
    "stories parted": lambda: a_digest(
        stories=(
            Story(articles=(WTOP,), topics=(TOPIC.id,)),
            Story(articles=(NEWSWEEK,)),
            Story(articles=(RBC,)),
        )
    ),
    "a statement that has moved": lambda: a_digest(
        history=History(moved={WTOP.id: (Moved(anchor="gone", story=RBC.id, statement="there"),)})
    ),
    "an older publication": lambda: a_digest(history=History(since={WTOP.id: "2026-01-01"})),
    "nothing said": lambda: a_digest(utterances=()),
    "the site's name": lambda: replace(a_digest(), settings=replace(a_digest().settings, site_name="Other")),
    "editions": lambda: replace(a_digest(), settings=replace(a_digest().settings, languages=("en", "fr"))),
    "nothing": a_digest,
}


def made(site: Site, cache: Cache | None = None) -> list[Page | OutputFile]:
    return list(publish(site, cache))


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_pages_are_those_that_would_be_made_without_a_cache(
    change: str, tmp_path: Path
) -> None:
    changed = CHANGES[change]()
    for site in (a_digest(), changed, a_digest()):
        with opened(tmp_path) as cache:
            assert made(site, cache) == made(site)


def test_after_a_change_of_templates_or_of_the_words_of_the_interface_too(tmp_path: Path) -> None:
    templates, content = tmp_path / "templates", tmp_path / "content"
    settings = replace(a_digest().settings, content_dir=content, template_dirs=(templates,))
    site = replace(a_digest(), settings=settings)

    def say(word: str) -> None:
        (content / "interface").mkdir(parents=True, exist_ok=True)
        own(content, "en", f'msgid "People"\nmsgstr "{word}"\n')

    def show(word: str) -> None:
        (templates / "digest").mkdir(parents=True, exist_ok=True)
        (templates / "digest/topic.html").write_text(f"<h1>{word}</h1>", encoding="utf-8")

    show("A")
    shown = set()
    for change in (lambda: None, lambda: say("Folk"), lambda: say("Crew"), lambda: show("B")):
        change()
        with opened(tmp_path / "cache") as cache:
            warm = made(site, cache)
        with opened(tmp_path / "cache") as cache:
            assert made(site, cache) == warm == made(site)
        shown.add(str(warm))
    assert len(shown) == 4


class Counting(Cache):
    """Counts what is put."""

    new = 0

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        self.new += kind == KIND
        super().put(kind, key, value)


def test_only_pages_that_show_a_change_are_made_again(tmp_path: Path) -> None:
    def new(site: Site) -> int:
        cache = Counting(tmp_path)
        made(site, cache)
        cache.close()
        return cache.new

    pages = sum(isinstance(one, Page) for one in made(a_digest())) - 1  # that of languages is not kept
    feeds = sum(one.path.endswith("/feed.xml") for one in made(a_digest()))
    assert new(a_digest()) == pages + feeds
    assert new(a_digest()) == 0
    # Its own page and its story's, and those that list them, in French alone.
    assert 0 < new(CHANGES["another translation"]()) < pages / 4


def test_a_feed_stays_while_stories_of_other_topics_change(tmp_path: Path) -> None:
    again: list[str] = []

    class Telling(Cache):
        def put(self, kind: str, key: bytes, value: bytes) -> None:
            again.extend(re.findall(r'"(en/(?:[^"]*/)?feed\.xml)":', value.decode(errors="replace")))
            super().put(kind, key, value)

    for site in (a_digest(), with_article(replace(RBC, url="https://example.org/x"))):
        again.clear()
        cache = Telling(tmp_path)
        made(site, cache)
        cache.close()
    assert f"en/topic/{TOPIC.id}/feed.xml" in {one.path for one in made(a_digest())}
    assert sorted(again) == ["en/feed.xml", "en/topic/other/feed.xml"]


def test_a_page_that_somebody_altered_in_the_cache_ends_the_build(tmp_path: Path) -> None:
    class Altering(Cache):
        def put(self, kind: str, key: bytes, value: bytes) -> None:
            super().put(kind, key, value.replace(b"respeto", b"desprec"))

    cache = Altering(tmp_path)
    made(a_digest(), cache)
    cache.close()
    with opened(tmp_path) as cache, pytest.raises(QuotationError, match="desprec"):
        made(a_digest(), cache)


def test_what_is_no_page_in_the_cache_is_made_anew(tmp_path: Path) -> None:
    class Breaking(Cache):
        def put(self, kind: str, key: bytes, value: bytes) -> None:
            super().put(kind, key, value[: len(value) // 2] if kind == KIND else value)

    for broken in (Breaking, Cache):
        cache = broken(tmp_path)
        assert made(a_digest(), cache) == made(a_digest())
        cache.close()


def notes_of(site: Site, ask: Callable[[Edition], object]) -> tuple[Notes, dict[str, str]]:
    edition = Edition(site, "en")
    notes = Notes(edition, Fingerprints())
    stands_in = asked(notes, edition)
    ask(stands_in)  # nobody wants to know
    with notes.taken() as answers:
        ask(stands_in)
    return notes, answers


QUESTIONS: dict[str, Callable[[Edition], object]] = {
    "a value": lambda edition: edition.topics,
    "a call": lambda edition: edition.outlet_of(WTOP.id),
    "of a record": lambda edition: edition.article(WTOP),
    "an entry": lambda edition: edition.headline_by_story[WTOP.id],
    "a translation": lambda edition: edition.site.translations.get(
        (Segment(SegmentKind.QUOTE, "es", SPOKEN), "fr")
    ),
    "no translation": lambda edition: edition.site.translations.get((TITLE, "fr")),
    "whether it is there": lambda edition: (TITLE, "fr") in edition.site.translations,
    "deeper": lambda edition: edition.site.history.since.get(WTOP.id, ""),
    "all entries": lambda edition: dict(edition.site.history.moved.items()),
    "named": lambda edition: edition.named(codes=("fr", "es")),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_can_be_asked_again(question: str) -> None:
    notes, answers = notes_of(a_digest(), QUESTIONS[question])
    assert len(answers) == 1
    assert notes.still_hold(json.loads(json.dumps(answers)))
    assert not notes.still_hold(dict.fromkeys(answers, "another answer"))


def test_what_cannot_be_asked_again_is_not_kept() -> None:
    _, answers = notes_of(a_digest(), lambda edition: edition.named(iter(("fr",))))
    assert BROKEN in answers


def test_a_piece_that_is_shown_again_brings_its_questions_along() -> None:
    notes, answers = notes_of(a_digest(), QUESTIONS["a call"])
    with notes.taken() as page:
        notes.add(answers)
    assert page == answers


@pytest.mark.parametrize(
    "page",
    [
        *(one.body for one in publish(a_digest()) if isinstance(one, Page)),
        "",
        "<p>data-article",
        '<p data-article=a data-span=1-2>x</p><div data-statement=s><b data-article="a">y</b><i data-speaker=p>N',
        "<div data-statement=a><div data-statement=b><b data-outlet> A \n B<time data-said datetime=2>1</time></b>",
    ],
)
def test_both_parsers_read_the_same_of_a_page(page: str) -> None:
    assert shown_on_made(page) == shown_on(page)
