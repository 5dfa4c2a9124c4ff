"""Reading a PO file strictly: every entry with the bytes it stands in, every flaw with its line.

What gettext's `msgfmt` refuses is refused here, and a few forms that no tool writes: plural forms, a comment
inside an entry, two texts on one line. One expression is the grammar; `flaws` says why it does not fit. An
old source is read from a translator's comment, too, as Babel makes one of it (`# | msgid "…"`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest.translate.po.flaws import Flaw, flaw_at

_STRING = rb'"[^"\\\r\n]*+(?:\\(?:[ntrbfva"\\]|[0-3]?[0-7]{1,2}+)[^"\\\r\n]*+)*+"'
_END = rb"[ \t\r]*+(?:\n\s*+|\Z)"
_LAST_END = rb"[ \t\r]*+(?:\n|\Z)"


def _grammar(mark: bytes, old: bytes) -> re.Pattern[bytes]:
    """Return the form of an entry whose lines begin with `mark`, and those of its old source with `old`."""

    def part(mark: bytes, keyword: bytes, end: bytes = _END) -> bytes:
        strings = rb"(%b(?:%b%b[ \t]*+%b)*+)" % (_STRING, _END, mark, _STRING)
        return rb"%b[ \t]*+%b[ \t]*+%b%b" % (mark, keyword, strings, end)

    return re.compile(
        rb"\s*+(?P<head>(?:(?:#[^~|\r\n][^\n]*+|#[ \t\r]*+)(?:\n\s*+|\Z))*+)"
        rb"(?:(?:%b)?+%b)?+(?:%b)?+(?P<id>%b)%b"
        % (
            part(old, b"msgctxt"),
            part(old, b"msgid"),
            part(mark, b"msgctxt"),
            part(mark, b"msgid"),
            part(mark, b"msgstr", _LAST_END),
        )
    )


_CURRENT, _OBSOLETE = _grammar(b"", rb"#\|"), _grammar(b"#~", rb"#~[ \t]*+\|")
_STRINGS = re.compile(_STRING)
_NOTHING = re.compile(rb"(?:\s|#[^.:,~|\n][^\n]*|#(?=[\r\n]|\Z))*+\Z")
"""The end of a file: blank lines and remarks."""
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b"\b", b"f": b"\f", b"v": b"\v", b"a": b"\a"}
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BABEL_OLD = re.compile(
    rb"^# \|[ \t]*msgid[ \t]*+(%b(?:[ \t\r]*\n# \|[ \t]*%b)*+)[ \t\r]*$" % (_STRING, _STRING), re.MULTILINE
)


class Entry(NamedTuple):
    """An entry with its comments."""

    context: str | None
    source: str
    text: str = ""
    remarks: tuple[str, ...] = ()
    """The comments that begin with `#.`."""
    places: tuple[str, ...] = ()
    """What `#:` lists."""
    flags: tuple[str, ...] = ()
    previous: str | None = None
    """The source that `text` was made for, where it changed since (`#| msgid`)."""
    obsolete: bool = False
    start: int = 0
    """Where its first line begins in the file, in bytes."""
    end: int = 0
    """Where its last line ends, in bytes, with the end of the line."""
    line: int = 0
    """Of its `msgid`, from 1."""

    @property
    def is_header(self) -> bool:
        """Tell whether this is the entry that describes the file."""
        return not self.source and self.context is None and not self.obsolete

    @property
    def fuzzy(self) -> bool:
        """Tell whether nobody has reviewed the text."""
        return "fuzzy" in self.flags


def read_entries(content: bytes) -> Iterator[Entry | Flaw]:
    """Yield what a PO file holds, in order: header, entries, obsolete entries, and what is wrong with it.

    Args:
        content: The file; UTF-8, with line ends of any kind. An entry that is not UTF-8 is a flaw.
    """
    if content.startswith(_UTF16):
        yield Flaw(1, "the file is saved as UTF-16; save it as UTF-8")
        return
    at = counted = len(_BOM) if content.startswith(_BOM) else 0
    line = 1
    while at < len(content):
        found = _CURRENT.match(content, at) or _OBSOLETE.match(content, at)
        if not found and _NOTHING.match(content, at):
            return
        if found:
            line += content.count(b"\n", counted, found.start("id"))
            counted, at = found.start("id"), found.end()
            try:
                yield _entry(found, line)
            except UnicodeDecodeError:
                yield Flaw(line, "not UTF-8; save the file as UTF-8")
        else:
            line += content.count(b"\n", counted, at)
            flaw, counted = flaw_at(content, at, line)
            line += content.count(b"\n", at, counted)
            at = counted
            yield flaw


def entry_of(raw: bytes) -> Entry:
    """Return the one entry that `raw` holds, its line counted from there.

    Raises:
        ValueError: `raw` is no entry.
    """
    found = _CURRENT.match(raw) or _OBSOLETE.match(raw)
    if not found:
        raise ValueError("no entry of a PO file")
    return _entry(found, raw.count(b"\n", 0, found.start("id")) + 1)


def _entry(found: re.Match[bytes], line: int) -> Entry:
    head, _, old, context, _, source, text = found.groups()
    remarks, places, flags = _comments(head) if head else ((), (), ())
    if old is None and b"# |" in head and (in_comment := _BABEL_OLD.search(head)):
        old = in_comment[1]
    return Entry(
        None if context is None else _text(context),
        _text(source),
        _text(text),
        remarks,
        places,
        flags,
        None if old is None else _text(old),
        found.re is _OBSOLETE,
        found.start("head"),
        found.end(),
        line,
    )


def _text(strings: bytes) -> str:
    parts = [s[1:-1] for s in _STRINGS.findall(strings)] if b"\n" in strings else [strings[1:-1]]
    if b"\\" in strings:
        parts = [_ESCAPE.sub(_unescaped, part) for part in parts]
    return b"".join(parts).decode()


def _unescaped(escape: re.Match[bytes]) -> bytes:
    # gettext writes bytes beyond ASCII so where it is asked to (msgcat --escape).
    return bytes([int(escape[1], 8)]) if escape[1] else _ESCAPED.get(escape[2], escape[2])


def _comments(head: bytes) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the remarks, places and flags."""
    remarks: list[str] = []
    places: list[str] = []
    flags: list[str] = []
    for line in head.decode().split("\n"):
        mark, rest = line[:2], line[2:].strip()
        if mark == "#." and rest:
            remarks.append(rest)
        elif mark == "#:":
            places += rest.split()
        elif mark == "#,":
            flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
    return tuple(remarks), tuple(places), tuple(flags)
