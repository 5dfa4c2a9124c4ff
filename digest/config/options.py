"""The plugin's options, one a line: what each is called, holds and means. No other place knows them.

Values come from YAML, so a kind is asked about whatever YAML may make of what somebody wrote; it returns the
value or raises `WrongError` with what right looks like.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from digest.model import HOSTS, OUTPUTS, FrameOf, TranslateMode

FORMATS = ("atom", "rss", "json")
FEEDS_OF = ("edition", "topic", "person", "outlet", "corrections")
VARIANTS = ("originals", "reviewed")
"""Of feeds."""

_SEGMENT = re.compile(r"(?!\.)[\w.-]{1,100}")

Wrong = str
"""What is wrong with a value, and what right looks like."""


class WrongError(ValueError):
    """A value is not of its kind; the text says what right looks like."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of the site."""

    name: str
    kind: Callable[[Any], Any]
    default: Any
    means: str


def described(value: object) -> str:
    """Return a value in words.

    >>> described(["a"]), described(None), described(False), described("x" * 50)
    ('a list', 'nothing', 'false', '“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”')
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if not isinstance(value, str | int | float):
        return "a value that only Python could tell"
    text = " ".join("".join(char if char.isprintable() else " " for char in str(value)).split())
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"


def like(wrong: str, known: tuple[str, ...]) -> str:
    """Return the words that end a message about an unknown name."""
    close = difflib.get_close_matches(wrong.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean “{close[0]}”?" if close else f"; there are {', '.join(known)}"


def text(example: str) -> Callable[[Any], str]:
    """Return the kind of one line of text."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise WrongError(f"write one line of text, as {example}; this is {described(value)}")
        return value

    return read


def count(what: str) -> Callable[[Any], int]:
    """Return the kind of whole numbers from 1."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise WrongError(f"write a number of {what}, 1 or more; this is {described(value)}")
        return value

    return read


def truth(value: Any) -> bool:
    """Return yes or no."""
    if not isinstance(value, bool):
        raise WrongError(f"write true or false; this is {described(value)}")
    return value


def choice(*known: str) -> Callable[[Any], str]:
    """Return the kind of one word of several."""

    def read(value: Any) -> str:
        if value not in known or not isinstance(value, str):
            hint = like(value, known) if isinstance(value, str) else f"; there are {', '.join(known)}"
            raise WrongError(f"this is {described(value)}{hint}")
        return value

    return read


def names(value: Any) -> tuple[str, ...]:
    """Return a list of codes."""
    if not isinstance(value, list | tuple):
        raise WrongError(f"write a list, as [en, es]; this is {described(value)}")
    for item in value:
        if isinstance(item, bool):
            raise WrongError(
                f'YAML reads one of these as {described(item)}; write it between quotation marks, as "no"'
            )
        if not isinstance(item, str):
            raise WrongError(f"write codes of languages, as [en, es]; one of these is {described(item)}")
    return tuple(value)


def day(value: Any) -> date | None:
    """Return a day; nothing, or an environment variable that is not set, is none."""
    if value is None or value == "":
        return None
    try:
        # A moment is a date to Python, too.
        return value if type(value) is date else date.fromisoformat(str(value).strip())
    except ValueError:
        raise WrongError(f"write a day, as 2026-03-05; this is {described(value)}") from None


def prefix(value: Any) -> str:
    """Return a path of folders with a final slash, or an empty one."""
    parts = value.strip("/").split("/") if isinstance(value, str) else [""]
    if value == "":
        return ""
    if not all(_SEGMENT.fullmatch(part) for part in parts):
        raise WrongError(f"write a folder of the site, as digest/; this is {described(value)}")
    return "/".join(parts) + "/"


def mapping(example: str) -> Callable[[Any], dict[str, Any]]:
    """Return the kind of mappings by a text."""

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongError(f"write keys and values, as {example}; this is {described(value)}")
        return {_key(key): held for key, held in value.items()}

    return read


def words(*known: str) -> Callable[[Any], tuple[str, ...]]:
    """Return the kind of lists of words that are known."""

    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise WrongError(f"write a list, as [{known[0]}]; this is {described(value)}")
        for word in value:
            if word not in known:
                raise WrongError(f"this is {described(word)}{like(str(word), known)}")
        return tuple(dict.fromkeys(value))

    return read


def words_by(known: Mapping[str, tuple[str, ...]]) -> Callable[[Any], dict[str, tuple[str, ...]]]:
    """Return the kind of mappings whose keys and words are known."""
    example = ", ".join(f"{key}: [{words[0]}]" for key, words in known.items())

    def read(value: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise WrongError(f"write keys and lists, as {{{example}}}; this is {described(value)}")
        for key, held in value.items():
            if key not in known:
                raise WrongError(f"there is no {described(key)}{like(str(key), tuple(known))}")
            if not isinstance(held, list | tuple):
                raise WrongError(f"write a list for {key}, as [{known[key][0]}]; this is {described(held)}")
            for word in held:
                if word not in known[key]:
                    raise WrongError(f"{key}: this is {described(word)}{like(str(word), known[key])}")
        return {key: tuple(dict.fromkeys(held)) for key, held in value.items()}

    return read


def _key(key: object) -> str:
    # `no: …` is Norwegian.
    return "no" if key is False else str(key)


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
    Option("jobs", count("processes"), 1, "processes that work at a time"),
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
