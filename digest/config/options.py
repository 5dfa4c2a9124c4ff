"""The plugin's options, one a line: what each is called, holds and means. No other place knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.config.kinds import (
    WrongError,
    addresses_by_day,
    choice,
    count,
    day,
    like,
    mapping,
    names,
    prefix,
    text,
    truth,
    words,
    words_by,
)
from digest.model import HOSTS, OUTPUTS, FrameOf, TranslateMode

FORMATS = ("atom", "rss", "json")
FEEDS_OF = ("edition", "topic", "person", "outlet", "corrections")
VARIANTS = ("originals", "reviewed")
"""Of feeds."""

Wrong = str
"""What is wrong with a value, and what right looks like."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the site."""

    name: str
    kind: Callable[[Any], Any]
    default: Any
    means: str


OPTIONS = (
    Option("languages", names, ("en",), "the editions, the default one first"),
    Option("content_dir", text("content"), "content", "the folder of sources, relative to the configuration"),
    Option(
        "prefix",
        prefix,
        None,
        "the folder of the site that the digest stands in: digest/ in a host, else none",
    ),
    Option(
        "frame",
        choice(*FrameOf),
        FrameOf.OWN,
        "own: pages are whole documents; theme: in a host, they stand in its theme's header and colours",
    ),
    Option("taglines", mapping("{en: What was said}"), {}, "one line by edition that tells what the site is"),
    Option("site_names", mapping("{es: El Resumen}"), {}, "the site's name by edition, where it differs"),
    Option(
        "about", mapping("{en: Who makes this}"), {}, "who makes the site, by edition, at the foot of pages"
    ),
    Option("contact", mapping("{en: desk@example.org}"), {}, "a mail or web address for readers, by edition"),
    Option(
        "feeds",
        words_by({"formats": FORMATS, "of": FEEDS_OF, "variants": VARIANTS}),
        {},
        "which feeds there are: formats (atom), of (edition, topic, corrections), variants (none)",
    ),
    Option(
        "outputs",
        words(*OUTPUTS),
        (),
        "what else there is: api (JSON), cards (a picture of each story), embeds (statements to frame), news"
        " (a sitemap of the last two days)",
    ),
    Option(
        "unreviewed",
        choice("index", "noindex"),
        "index",
        "whether search engines may list pages under a headline of unreviewed machine translation",
    ),
    Option(
        "topics",
        choice("likely", "given"),
        "likely",
        "likely: stories that nobody gave a topic get one by likeness; given: only by editors and rules",
    ),
    Option("timezone", text("America/Caracas"), "UTC", "decides which day a moment belongs to"),
    Option("as_of", day, None, "articles published after this day wait; CI may set it to today"),
    Option("front_days", count("days"), 7, "days that a story stays on the front page"),
    Option("front_stories", count("stories"), 36, "stories that the front page has at most"),
    Option("archive_before", day, None, "pages of stories that ended earlier are kept by digest archive"),
    Option(
        "archive_sites",
        addresses_by_day,
        (),
        "sites of closed years: for each the day from which stories are newer, and its address",
    ),
    Option(
        "article_pages",
        truth,
        default=True,
        means="false: articles are parts of their stories' pages, with half of the files",
    ),
    Option(
        "translate",
        choice(*TranslateMode),
        TranslateMode.AUTO,
        "auto: an installed engine fills what the memory lacks; never: the memory only",
    ),
    Option(
        "engines",
        mapping("{default: [argos, apertium]}"),
        {"default": ["argos", "apertium"]},
        "engines to try in order, by pair (es-en) or default; an empty list: none",
    ),
    Option(
        "engine_options",
        mapping("{libretranslate: {url: http://127.0.0.1:5000}}"),
        {},
        "what an engine needs to be told, by its name",
    ),
    Option("beam", count("hypotheses"), 4, "hypotheses that Argos keeps at each step"),
    Option("batch_tokens", count("tokens"), 1024, "tokens that Argos translates at a time"),
    Option(
        "max_text_bytes",
        count("bytes"),
        2_000_000,
        "the longest text, inline images dropped; a longer one is named, not read",
    ),
    Option("host", choice(*HOSTS), "", "where the site goes; one that reads `_redirects` gets that file"),
    Option("jobs", count("processes", 1_000), 1, "processes that work at a time"),
    Option("cache_dir", text(".cache/digest"), ".cache/digest", "what builds may keep; safe to delete"),
)


def values_of(given: Mapping[Any, Any]) -> tuple[dict[str, Any], list[tuple[str, Wrong]]]:
    """Return every option, the default where it is missing or wrong, and what is wrong by name."""
    wrong = list(_unknown(given))
    values: dict[str, Any] = {}
    for option in OPTIONS:
        values[option.name] = option.default
        if option.name in given:
            try:
                values[option.name] = option.kind(given[option.name])
            except WrongError as error:
                wrong.append((option.name, str(error)))
    return values, wrong


def _unknown(given: Mapping[Any, Any]) -> Iterator[tuple[str, Wrong]]:
    known = tuple(option.name for option in OPTIONS)
    for key in given:
        if key not in known:
            name = str(key)
            yield name, f"there is no such option{like(name, known)}"
