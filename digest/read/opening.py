"""What a file says of itself before its text: whether it is an article, however its front matter is written.

Here a doubt holds a file back, since a page that is named is soon mended and a draft that went out is not.
So front matter counts without a fence, behind the dashes that word processors make of one, in a block of
code, as TOML, JSON or YAML that nobody can read.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.read.keys import Keys, tree_from_yaml
from digest.read.report import Report
from digest.whole import read_whole

KEYS = ("outlet", "quotes", "written_by")
"""Keys that nothing but an article has."""

_MOST_BYTES = 2_000_000
"""Of a file's beginning: no front matter is as long."""
_MOST_LINES = 400
"""In which front matter begins and ends."""
# Nobody sees these before a first line, and the fence is one all the same.
_BEFORE = re.compile(r"\A(?:[\s\ufeff\ufffd\u200b-\u200f\u2060]|<!--.*?-->)+", re.DOTALL)
# Three hyphens, what programs make of them while one writes, and what other generators have in their place.
_FENCE = re.compile(
    r"\s*(?:[-\u2010-\u2015\u2212~=*_]{2,}|[\u2014\u2015]|\+{3}|```+|\.{3})\s*(?:yaml|yml|toml|json)?\s*"
)
_CODE = re.compile(r"\s*(?:```|~~~)")
_NAMES = "|".join(key.replace("_", "[-_ ]?") for key in KEYS)
_QUOTES = "[\"'\u2018-\u201f\u00ab\u00bb]?"
_KEY = re.compile(
    # In a list, as a complex key, with an anchor or a tag, within braces.
    rf"(?:^[\s>]*(?:[-*?][ \t]+|[&!]\S*[ \t]+)*|[{{,\[][ \t]*){_QUOTES}({_NAMES}){_QUOTES}[ \t]*[:=]",
    re.IGNORECASE,
)
_LIKE_A_KEY = re.compile(rf"\s*(?:[-?][ \t]+)?{_QUOTES}\w[\w -]{{0,30}}{_QUOTES}[ \t]*[:=]")


def article_key(file: Path, *, whole: bool = False) -> str | None:
    """Return the key that makes a file an article, None if it is none as far as it can be read.

    Args:
        file: Any file.
        whole: All of it is keys, as in the `.yml` beside a saved page.
    """
    text = _text(file)
    blocks = [text] if whole else _blocks(text.splitlines()[:_MOST_LINES])
    return next(filter(None, map(_in_block, blocks)), None)


def _text(file: Path) -> str:
    try:
        data = read_whole(file, most=_MOST_BYTES)
    except OSError:
        return ""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    return _BEFORE.sub("", text.replace("\0", ""))


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield what may be front matter: the first lines, and keys behind a fence that is no block of code."""
    # A fence within a block of code, too.
    start = next((number for number, line in enumerate(lines) if not _FENCE.fullmatch(line)), len(lines))
    opening = list(_opening(lines, start))
    yield "\n".join(opening)
    rest = start + len(opening) + (1 if start else 0)
    in_code, before = False, "text" if start else ""
    for number, line in enumerate(lines[rest:], rest):
        if _CODE.match(line):
            in_code = not in_code
        # Below a line of text it is a heading.
        elif not in_code and not before.strip() and _FENCE.fullmatch(line):
            yield "\n".join(takewhile(_LIKE_A_KEY.match, lines[number + 1 :]))
        before = line


def _opening(lines: list[str], start: int) -> Iterator[str]:
    """Yield the first lines, as far as they are keys or the fence that they begin with reaches."""
    if start:
        yield from takewhile(lambda line: not _FENCE.fullmatch(line), lines[start:])
    elif lines and lines[0].startswith("{"):
        yield from takewhile(str.strip, lines)
    else:
        # What MultiMarkdown takes for front matter has no fence.
        yield from takewhile(
            lambda line: not line.strip() or line[0].isspace() or _LIKE_A_KEY.match(line), lines
        )


def _in_block(source: str) -> str | None:
    source = "".join(
        char for char in unicodedata.normalize("NFKC", source) if unicodedata.category(char) != "Cf"
    )
    tree = tree_from_yaml(source, Report("", ZoneInfo("UTC")))
    if isinstance(tree, Keys):
        return next((key for key in tree.values if _plain(key) in KEYS), None)
    found = next(filter(None, map(_KEY.search, source.splitlines())), None)
    return found[1] if found else None


def _plain(key: str) -> str:
    return re.sub(r"[- ]", "_", key.strip().casefold())
