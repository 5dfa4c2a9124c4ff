"""Why the lines of a PO file are no entry, in words that say what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from digest.whole import CONFLICT

_LINE = re.compile(
    rb"(?P<mark>#~[ \t]*\||#\||#~)?[ \t]*"
    rb"(?:(?P<key>msgctxt|msgid|msgstr)[ \t]*)?"
    rb'"(?:[^"\\\r]|\\(?:[ntrbfva"\\]|[0-3]?[0-7]{1,2}+))*+"'
)
_CONFLICT = re.compile(rb"(<{7}|={7}|>{7}|\|{7})( |$)")
_ORDER = ("", "msgctxt", "msgid", "msgstr")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the form of a file, and in which line, from 1."""

    line: int
    message: str


def flaw_at(content: bytes, at: int, line: int) -> tuple[Flaw, int]:
    """Return what is wrong with the entry that begins at `at`, in line `line`, and where to read on.

    Reading goes on at the next blank line, or where an entry seems to begin.
    """
    walk = _Walk()
    for number, start, text in _lines(content, at, line):
        message = walk.wrong(number, text)
        if message:
            if walk.cut:
                return Flaw(walk.number, message), start
            blank = re.compile(rb"\n[ \t\r]*\n").search(content, start)
            return Flaw(number, message), blank.end() if blank else len(content)
    return Flaw(walk.number, walk.wrong_end()), len(content)


def _lines(content: bytes, at: int, line: int) -> Iterator[tuple[int, int, bytes]]:
    while at < len(content):
        end = content.find(b"\n", at) + 1 or len(content)
        text = content[at:end].strip()
        if text:
            yield line, at, text
        at, line = end, line + 1


@dataclass(slots=True)
class _Walk:
    """Goes from line to line of an entry and tells the first that does not fit."""

    number: int = 0
    """The line to name: of `msgid`, else the first."""
    key: str = ""
    mark: bytes = b""
    old: str = ""
    """As `key`, of the source before it changed."""
    cut: bool = False
    """The line begins another entry, and this one is not whole."""
    seen: set[str] = field(default_factory=set)

    def wrong(self, number: int, line: bytes) -> str:
        """Return what is wrong with the next line, or nothing."""
        self.number = self.number or number
        found = _LINE.fullmatch(line)
        if not found:
            return self._comment() if line[:1] == b"#" and line[1:2] not in {b"~", b"|"} else _why(line)
        key, mark = (found["key"] or b"").decode(), (found["mark"] or b"").replace(b" ", b"")
        if b"|" in mark:
            return self._wrong_old(key)
        if not key:
            fits = self.key and mark == self.mark
            return "" if fits else "a text without msgctxt, msgid or msgstr before it"
        return self._wrong_key(number, key, mark)

    def _comment(self) -> str:
        if self.old and not self.key:
            return "a comment after “#|” lines; these stand right before the entry"
        self.cut = bool(self.key)
        return self.wrong_end() if self.key else ""

    def _wrong_old(self, key: str) -> str:
        if self.key:
            self.cut = True
            return self.wrong_end()
        if (key == "msgctxt" and self.old) or (key == "msgid" and self.old == "msgid") or key == "msgstr":
            return "“#|” lines in the wrong place; write “#| msgctxt” and “#| msgid” once each, in this order"
        self.old = key or self.old
        return "" if self.old else "a text without msgctxt or msgid before it"

    def _wrong_key(self, number: int, key: str, mark: bytes) -> str:
        if key in self.seen:
            self.cut = key != "msgstr"
            return f"{key} comes again before this entry's msgstr; an entry has one of each"
        if self.old == "msgctxt":
            return "“#| msgctxt” without “#| msgid”; write both or none"
        if self.seen and mark != self.mark:
            return "“#~” before some lines of an entry and not before others; write it before all or none"
        if _ORDER.index(key) < _ORDER.index(self.key) or (key == "msgstr" and self.key != "msgid"):
            return f"{key} in the wrong place; write msgctxt, msgid and msgstr, in this order"
        self.number = number if key == "msgid" else self.number
        self.key, self.mark = key, mark
        self.seen.add(key)
        return ""

    def wrong_end(self) -> str:
        """Return what an entry lacks that ends here."""
        if not self.key:
            return "comments without an entry; the file seems cut off here"
        need = "msgstr" if "msgid" in self.seen else "msgid"
        return f"an entry without {need}; the file seems cut off here"


def _why(line: bytes) -> str:
    if _CONFLICT.match(line):
        return CONFLICT
    if re.match(rb"[#~| \t]*(msgid_plural|msgstr\[)", line):
        return "plural forms are not used here; write one msgid and one msgstr"
    if re.match(rb'([#~| \t]*)(msg\w+\s*)?".*"$', line) and re.search(rb'\\[^ntrbfva"\\0-7]', line):
        return 'an escape that is not known; write \\n, \\t, \\" or \\\\'
    if re.match(rb'([#~| \t]*)(msg\w+\s*)?"', line):
        return 'the text has no end; write it in straight quotes, with \\" for one inside: msgstr "…"'
    return 'not a line of a PO file; write a comment (#), msgctxt "…", msgid "…" or msgstr "…"'
