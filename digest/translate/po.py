"""Reading a PO file strictly, and writing it so that what did not change stays as it was, byte for byte.

polib's own reader takes truncated strings and drops what it does not know (`#~|`), and its writer puts the
whole file into its own form. So the lines are read here, with the line of every problem; unescaping and the
form of an entry are polib's. Only entries that changed are written anew, one line a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polib

from digest.model import Problem, Severity

_STRING_LINE = re.compile(
    r"(?P<mark>#~\||#\||#~)?\s*"
    r"(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*)?"
    r'"(?P<string>(?:[^"\\]|\\.)*)"'
)
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_ORDER = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2, "msgstr": 3}
_HEADER = """\
msgid ""
msgstr ""
"Language: {target}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: {source}\\n"
"""


@dataclass(frozen=True, slots=True)
class Block:
    """An entry with its comments, and the lines it stands in."""

    line: int
    """Of its `msgid`, from 1."""
    raw: str
    """Its lines, with the blank lines after it; `""` for an entry not yet written."""
    entry: polib.POEntry
    """Read-only; empty where there are only comments."""


@dataclass(frozen=True, slots=True)
class PoFile:
    """A file of the memory."""

    path: Path
    name: str
    """`translations/es-en/2025-12.po`: the path in messages."""
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    """Of the form only; entries that could be read are there nevertheless."""

    @property
    def headers(self) -> dict[str, str]:
        """The header's fields."""
        for block in self.blocks:
            if block.entry.msgstr and not block.entry.msgid and block.entry.msgctxt is None:
                lines = (line.partition(":") for line in block.entry.msgstr.split("\n"))
                return {key.strip(): value.strip() for key, _, value in lines if key.strip()}
        return {}

    @property
    def text(self) -> str:
        """The whole file as it is to be written."""
        parts: list[str] = []
        for block in self.blocks:
            if not block.raw and parts and not parts[-1].endswith("\n\n"):
                parts.append("\n" if parts[-1].endswith("\n") else "\n\n")
            parts.append(block.raw or f"{block.entry.__unicode__(wrapwidth=0)}\n")
        return "".join(parts).rstrip("\n") + "\n"


def new_file(path: Path, name: str, *, source: str, target: str) -> PoFile:
    """Return a file with a header and nothing else; no dates, so that it is the same whenever it is made."""
    return PoFile(path, name, (Block(1, _HEADER.format(source=source, target=target), polib.POEntry()),))


def changed(block: Block, entry: polib.POEntry) -> Block:
    """Return `block` with another entry, to be written anew."""
    return Block(block.line, "", entry)


def read_po(path: Path, name: str) -> PoFile:
    """Read a PO file, with every problem of its form.

    Args:
        path: Where it is.
        name: What to call it in messages.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return PoFile(path, name, (), (_problem(name, line, "not UTF-8; save the file as UTF-8"),))
    except OSError as error:
        return PoFile(path, name, (), (_problem(name, 1, f"cannot be read: {error.strerror}"),))
    reader = _Reader(name)
    # Not splitlines(): it also parts at U+2028 and others, which stand in texts.
    for number, content in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        reader.take(number, content)
    reader.close()
    return PoFile(path, name, tuple(reader.blocks), tuple(reader.problems))


def _problem(name: str, line: int, message: str) -> Problem:
    return Problem(name, line, Severity.ERROR, message)


@dataclass(slots=True)
class _Reader:
    """Cuts lines into blocks; a line that cannot follow a `msgstr` begins the next one."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _lines: list[tuple[int, str]] = field(default_factory=list)
    _has_text: bool = False
    _in_string: bool = False

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        stripped = line.strip()
        found = _STRING_LINE.fullmatch(stripped)
        key = found["key"] if found else None
        goes_on = not stripped or (found and not key) or (key or "").startswith("msgstr")
        if self._has_text and not goes_on:
            self.close()
        if not found and stripped and not stripped.startswith("#"):
            self._wrong(number, stripped)
        elif found and not key and not found["mark"] and not self._in_string:
            self.problems.append(
                _problem(self.name, number, "a text without msgctxt, msgid or msgstr before it")
            )
        self._has_text = self._has_text or (key or "").startswith("msgstr")
        self._in_string = bool(found) or (self._in_string and not stripped)
        self._lines.append((number, line))

    def close(self) -> None:
        """End the block."""
        if any(line for _, line in self._lines):
            self._add()
        self._lines, self._has_text, self._in_string = [], False, False

    def _wrong(self, number: int, line: str) -> None:
        if _CONFLICT.match(line):
            message = "an unresolved merge conflict; keep one side and delete the marks"
        elif re.match(r'(msg\w+(\[\d+\])?\s*)?"', line):
            message = 'the text has no end; write it in straight quotes, with \\" for one inside: msgstr "…"'
        else:
            message = 'not a line of a PO file; write a comment (#), msgctxt "…", msgid "…" or msgstr "…"'
        self.problems.append(_problem(self.name, number, message))

    def _add(self) -> None:
        entry, line, problem = _entry(self._lines)
        # A line that could not be read is named already; what its entry lacks follows from it.
        if problem and not (self.problems and (self.problems[-1].line or 0) >= self._lines[0][0]):
            self.problems.append(_problem(self.name, line, problem))
        raw = "\n".join(line for _, line in self._lines) + "\n"
        self.blocks.append(Block(line, raw, entry))


def _entry(lines: Sequence[tuple[int, str]]) -> tuple[polib.POEntry, int, str | None]:
    """Return the entry, the line of its `msgid` and what is wrong with it."""
    entry = polib.POEntry()
    texts: dict[str, str] = {}
    at: dict[str, int] = {}
    key = ""
    twice = ""
    for number, line in lines:
        found = _STRING_LINE.fullmatch(line.strip())
        if not found:
            _comment(entry, line.strip())
            continue
        entry.obsolete = entry.obsolete or found["mark"] in {"#~", "#~|"}
        if found["key"]:
            key = ("previous_" if found["mark"] in {"#|", "#~|"} else "") + found["key"]
            twice = twice or (found["key"] if key in texts else "")
            at.setdefault(key, number)
        texts[key] = texts.get(key, "") + polib.unescape(found["string"])
    _fill(entry, texts)
    return entry, at.get("msgid", lines[0][0]), _wrong_entry(entry, texts, twice)


def _wrong_entry(entry: polib.POEntry, texts: Iterable[str], twice: str) -> str | None:
    if twice:
        return f"{twice} comes again before this entry's msgstr; an entry has one of each"
    if not texts:
        lonely = entry.comment or entry.occurrences or entry.flags
        return "comments without an entry; the file seems cut off here" if lonely else None
    for need in ("msgid", "msgstr"):
        if not any(key.startswith(need) for key in texts):
            return f"an entry without {need}; the file seems cut off here"
    return None


def _comment(entry: polib.POEntry, line: str) -> None:
    mark, rest = line[:2], line[2:].strip()
    if mark == "#." and rest:
        entry.comment += ("\n" if entry.comment else "") + rest
    elif mark == "#:":
        entry.occurrences += [(place, "") for place in rest.split()]
    elif mark == "#,":
        entry.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
    elif mark in {"#", "# "} or (line and mark not in {"#~", "#|"}):
        entry.tcomment += ("\n" if entry.tcomment else "") + line[1:].removeprefix(" ")


def _fill(entry: polib.POEntry, texts: dict[str, str]) -> None:
    for key, text in texts.items():
        if key.startswith("msgstr["):
            entry.msgstr_plural[int(key[7:-1])] = text
        else:
            setattr(entry, key, text)


def duplicates(file: PoFile) -> Iterator[tuple[Block, Block]]:
    """Yield every entry that has an earlier one for the same text in the file, and that one."""
    first: dict[tuple[str | None, str], Block] = {}
    for block in messages(file.blocks):
        key = (block.entry.msgctxt, block.entry.msgid)
        if key in first:
            yield first[key], block
        first.setdefault(key, block)


def messages(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that hold an entry in use: neither a header nor obsolete."""
    return (b for b in blocks if not b.entry.obsolete and (b.entry.msgid or b.entry.msgctxt))
