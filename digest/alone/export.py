"""The digest as sources of another generator: a folder a language, each page with front matter.

A body is the HTML that our own pages have, in an element that our style sheet holds within: `lang`, `dir` and
what says who worded a passage stay as they are, whatever theme stands around it. In Markdown it is one block
of HTML; Hugo leaves such blocks out of Markdown, and reads pages in HTML instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from digest.alone.swap import replacing
from digest.errors import DigestError
from digest.model import FrameOf, Moment, OutputFile, Page, Site
from digest.publish import Frames, addresses

# Kinds of pages that the other generator has of its own: a way into the editions, a search.
_ELSEWHERE = frozenset({"languages", "search", "all"})
_FEED = re.compile(r".+\.(?:xml|json)")
_PLAIN = re.compile(r"(?:[^\W_]|[/“«„])(?:[^\n:#]|:(?![ \t]|$)|(?<![ \t])#)*")
"""What YAML, Hugo and Pelican's reader of keys take for the same text when nothing stands around it."""
_NUMBER = re.compile(r"\d[\d_.,:+xobe-]*|0x[\da-f]+", re.IGNORECASE)
"""What YAML takes for a number, a time or a day, or some of its readers do."""
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_BLANK_LINES = re.compile(r"\n\s*\n")


class ExportForm(StrEnum):
    """In which form another generator reads a page."""

    MARKDOWN = "markdown"
    """Front matter and one block of HTML: Zensical, MkDocs, Pelican."""
    HTML = "html"
    """Front matter and HTML: Hugo."""


def export(site: Site, form: ExportForm, folder: Path) -> int:
    """Write an export, all of it or nothing, and return how many pages it has.

    Args:
        site: What the pages show.
        form: Of each page.
        folder: It is replaced as a whole, if it is an export or empty.

    Raises:
        DigestError: the folder holds something else, a page would show words that nobody printed, or the disk
            is full.
    """
    marks = [folder / name for name in (addresses.inside(), ".git")]
    if folder.is_dir() and any(folder.iterdir()) and not any(mark.exists() for mark in marks):
        raise DigestError(f"{folder}: holds files that no export wrote; name an empty or a new folder")
    count = 0
    with replacing(folder) as new:
        for file, is_page in _exported(site, form):
            path = new / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            count += is_page
    return count


def _exported(site: Site, form: ExportForm) -> Iterator[tuple[OutputFile, bool]]:
    from digest.build import outputs  # noqa: PLC0415 - the form alone is asked for by a command that needs none

    settings = replace(site.settings, frame=FrameOf.THEME)
    dates = {
        addresses.story(code, story.id): story.latest for code in settings.languages for story in site.stories
    }
    frames = Frames(settings)
    for made in filter(is_exported, outputs(replace(site, settings=settings))):
        if isinstance(made, OutputFile):
            yield made, False
        else:
            inside = frames.inside(made, alone=False)
            body = f"{inside.styles}\n{inside.body}"
            keys = _keys(made, settings.prefix, dates.get(made.path))
            name = f"{made.path}index.md" if form is ExportForm.MARKDOWN else _of_hugo(made.path)
            yield OutputFile(name, _source(keys, body).encode("utf-8", "xmlcharrefreplace")), True


def is_exported(made: Page | OutputFile) -> bool:
    """Tell whether another generator is given a page or file, or has one of its own."""
    if isinstance(made, Page):
        return made.kind not in _ELSEWHERE
    return bool(_FEED.fullmatch(made.path)) or made.path == addresses.inside()


def _of_hugo(path: str) -> str:
    """Return a name that makes no section, whose list would take another page's address.

    >>> _of_hugo("en/"), _of_hugo("en/story/wtop/call/")
    ('en/_index.html', 'en/story--wtop--call.html')
    """
    language, *rest = path.strip("/").split("/")
    return f"{language}/{'--'.join(rest)}.html" if rest else f"{language}/_index.html"


def _keys(page: Page, prefix: str, date: Moment | None) -> Mapping[str, str]:
    """Return front matter: `url` is Hugo's, `save_as` and `slug` Pelican's, who joins languages by a slug."""
    address = prefix + page.path
    keys = {
        "title": page.title,
        "description": page.description,
        "date": date.day.isoformat() if date else "",
        "lang": page.language,
        "url": f"/{address}",
        "save_as": f"{address}index.html",
        "slug": "-".join(page.path.strip("/").split("/")[1:]) or "front",
    }
    return {key: value for key, value in keys.items() if value}


def _source(keys: Mapping[str, str], body: str) -> str:
    front = "".join(f"{key}: {value if key == 'date' else _value(value)}\n" for key, value in keys.items())
    # A blank line would end the block.
    return f"---\n{front}---\n\n{_BLANK_LINES.sub(chr(10), body).strip()}\n"


def _value(text: str) -> str:
    r"""Return a text of front matter; a space after a colon does not break, or YAML would see a key.

    >>> _value("A call: “Yes”") == "A call:\N{NO-BREAK SPACE}“Yes”", _value("no"), _value("“Yes” #now")
    (True, '"no"', '"“Yes” #now"')
    """
    text = text.replace(": ", ":\u00a0")
    is_plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and text.casefold() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)
