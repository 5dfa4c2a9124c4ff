"""`digest sources import` and `export`: lists of feeds as every reader of feeds writes them (OPML 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

import yaml

from digest.atomic import write_atomically
from digest.errors import AddError
from digest.model import Settings
from digest.read import ListedSource, entry, language_code, read_registries, read_source_list

if TYPE_CHECKING:
    from digest.add.outlets import Outlets
    from digest.receive import Feed, NotTaken

_INDENT = re.compile(r"(?: *#[^\n]*\n)*( *)- ")
_NEW = "# Feeds, sitemaps and pages of each outlet; digest add --all reads what is new in them.\n"


def listed(settings: Settings) -> tuple[ListedSource, ...]:
    """Return the sources of a site.

    Raises:
        AddError: `sources.yml` has errors; its text names each.
    """
    zone = ZoneInfo(settings.timezone)
    outlets = read_registries(settings.content_dir, zone).known_outlets
    found, problems = read_source_list(settings.content_dir, zone, outlets)
    if problems:
        raise AddError("\n".join(map(str, problems)))
    return found


def import_opml(path: Path, settings: Settings) -> tuple[list[ListedSource], list[NotTaken]]:
    """Append the feeds of an OPML list that are not listed yet; return them, and what was left out.

    Outlets that are not known yet are appended to `outlets.yml`. No other byte of either file changes.

    Raises:
        AddError: the list or the site's files are broken.
    """
    # A run that finds nothing new at its sources waits for neither.
    from digest.add.outlets import Outlets, held  # noqa: PLC0415
    from digest.receive import Feed, NotTaken, UnreadableError, receive  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            items = list(receive(file, name=path.name))
    except UnreadableError as error:
        raise AddError(f"{path}: {error}") from error
    except OSError as error:
        raise AddError(f"{path}: it cannot be read: {error.strerror}") from error
    feeds = [item for item in items if isinstance(item, Feed)]
    if not feeds:
        raise AddError(f"{path}: there is no feed in it; export an OPML list from your reader of feeds")
    known = {source.url for source in listed(settings)}
    outlets = Outlets(settings.content_dir, ZoneInfo(settings.timezone))
    new = [_source(feed, outlets) for feed in feeds if feed.url not in known]
    if new:
        target = settings.content_dir / "sources.yml"
        old = held(target, _NEW.encode())
        _write(target, _appended(old, new))
    return new, [item for item in items if isinstance(item, NotTaken)]


def export_opml(sources: Iterable[ListedSource], title: str) -> str:
    """Return the sources as an OPML list."""
    rows = [_outline(source) for source in sources]
    head = f"<head><title>{_escaped(title)}</title></head>"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', head, "<body>", *rows]
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _source(feed: Feed, outlets: Outlets) -> ListedSource:
    where = feed.page or feed.url
    language = language_code(feed.language.replace("_", "-")) if feed.language else None
    outlet = outlets.of(where, None)
    if outlet is None:
        outlet = outlets.unknown(where, feed.name, language)
        if outlet is None:
            raise AddError(f"{feed.url}: nothing tells which outlet publishes it")
        _write(outlets.file, outlets.enter(outlet))
    return ListedSource(
        outlet=str(outlet.id), url=feed.url, name=feed.name, language=language, page=feed.page,
        folders=tuple("/".join(folder) for folder in feed.folders),
    )  # fmt: skip


def _appended(old: bytes, new: list[ListedSource]) -> bytes:
    """Return the bytes of the list with entries behind, or under, those of their outlet."""
    windows = b"\r\n" in old
    text = old.decode("utf-8-sig").replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    by_outlet: dict[str, list[ListedSource]] = {}
    for source in new:
        by_outlet.setdefault(source.outlet, []).append(source)
    for outlet, sources in by_outlet.items():
        rows = [_values(source) for source in sources]
        lines = entry(outlet, {"sources": rows}).split("\n")[2:]
        head = f"{outlet}:\n"
        at = _end_of(text, head)
        indent = _INDENT.match(text, text.index(head) + len(head)) if at is not None else None
        shift = indent[1] if indent else "  "
        block = "".join(f"{shift}{line.removeprefix('    ')}\n" for line in lines if line)
        text = text + head + block if at is None else text[:at] + block + text[at:]
    if _addresses(text) != {*_addresses(old.decode("utf-8-sig")), *(source.url for source in new)}:
        raise AddError("sources.yml: nothing can be added to it as it is written; add the feeds by hand")
    bytes_ = (text.replace("\n", "\r\n") if windows else text).encode()
    return b"\xef\xbb\xbf" + bytes_ if old.startswith(b"\xef\xbb\xbf") else bytes_


def _addresses(text: str) -> set[str]:
    try:
        tree = yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError, RecursionError):
        return set()
    held = tree.values() if isinstance(tree, dict) else ()
    items = [item for items in held if isinstance(items, list) for item in items]
    return {str(item.get("url")) if isinstance(item, dict) else str(item) for item in items}


def _end_of(text: str, head: str) -> int | None:
    """Return where the entry that begins with a line ends, None if there is none."""
    start = 0 if text.startswith(head) else text.find(f"\n{head}") + 1
    if start == 0 and not text.startswith(head):
        return None
    at = start + len(head)
    for line in text[at:].splitlines(keepends=True):
        if not line.startswith((" ", "-")):
            break
        at += len(line)
    return at


def _values(source: ListedSource) -> dict[str, object]:
    return {
        "url": source.url, "name": source.name, "language": source.language, "page": source.page,
        "folders": list(source.folders),
    }  # fmt: skip


def _outline(source: ListedSource) -> str:
    values = {
        "text": source.name or source.url, "type": "rss", "xmlUrl": source.url, "htmlUrl": source.page,
        "language": source.language, "category": ",".join(f"/{folder}" for folder in source.folders),
    }  # fmt: skip
    return f"<outline {' '.join(f'{key}={quoteattr(value)}' for key, value in values.items() if value)}/>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except OSError as error:
        raise AddError(f"{path}: cannot be written: {error.strerror}") from error
