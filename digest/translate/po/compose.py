"""The lines of a PO entry: all of a new one, and of one that changes only those that say something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from digest.translate.po.read import Entry

_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
    | {"\v": "\\v", "\a": "\\a"}
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""Not splitlines(): it also parts at U+2028 and others, which stand in texts."""
_OBSOLETE = re.compile(r"^#~[ \t]*")
_BABEL_OLD = re.compile(r'# \|\s*(?:msgid\b|")')
_MARKS = {"#.": 1, "#:": 2, "#,": 3, "#|": 4}
_KEYWORDS = {"msgctxt": 5, "msgid": 6, "msgstr": 7}
_WRITTEN: Mapping[int, Callable[[Entry], list[str]]] = {
    1: lambda entry: [f"#. {remark}" for remark in entry.remarks],
    2: lambda entry: [f"#: {' '.join(entry.places)}"] if entry.places else [],
    3: lambda entry: [f"#, {', '.join(entry.flags)}"] if entry.flags else [],
    4: lambda entry: _marked("#~| " if entry.obsolete else "#| ", _old(entry)),
    5: lambda entry: _keyed(entry, "msgctxt", entry.context),
    6: lambda entry: _keyed(entry, "msgid", entry.source),
    7: lambda entry: _keyed(entry, "msgstr", entry.text),
}
"""What stands in an entry, in gettext's order, by rank; 0 is a translator's comment."""


def composed(entry: Entry) -> str:
    """Return a new entry; every line has its end.

    >>> print(composed(Entry(context="title", source="Sí", text="Yes", flags=("fuzzy",))), end="")
    #, fuzzy
    msgctxt "title"
    msgid "Sí"
    msgstr "Yes"
    """
    return "".join(f"{line}\n" for write in _WRITTEN.values() for line in write(entry))


def revised(raw: str, before: Entry, after: Entry) -> str:
    """Return the lines of an entry as they are to be, those that stay letter for letter as they were.

    Args:
        raw: The lines of `before`.
        before: The entry as it is.
        after: The entry as it is to be.
    """
    end = "\r\n" if "\r\n" in raw else "\n"
    lines = _ranked(raw)
    for rank, write in _WRITTEN.items():
        if write(before) == write(after):
            continue
        new = [(rank, f"{line}{end}") for line in write(after)]
        # The old source may stand above all comments, where Babel puts it, and then goes where it belongs.
        places = [at for at, (other, _) in enumerate(lines) if other == rank != _MARKS["#|"]]
        lines = lines if places else [line for line in lines if line[0] != rank]
        later = (at for at, (other, _) in enumerate(lines) if other > rank)
        at = places[0] if places else next(later, len(lines))
        lines = [*lines[:at], *new, *(line for line in lines[at:] if line[0] != rank)]
    text = "".join(line for _, line in lines)
    return text if text.endswith("\n") else text + end


def _ranked(raw: str) -> list[tuple[int, str]]:
    """Return each line with the rank of what it belongs to."""
    found: list[tuple[int, str]] = []
    rank = 0
    for line in _LINE.findall(raw):
        text = _OBSOLETE.sub("", line.strip())
        if _BABEL_OLD.match(text):
            rank = _MARKS["#|"]
        elif text.startswith(("#", "|")):
            rank = _MARKS.get("#|" if text[0] == "|" else text[:2], 0)
        elif text.startswith("msg"):
            rank = _KEYWORDS[text.partition('"')[0].strip()]
        found.append((rank, line))
    return found


def _old(entry: Entry) -> list[str]:
    return [] if entry.previous is None else _strings("msgid", entry.previous)


def _keyed(entry: Entry, keyword: str, text: str | None) -> list[str]:
    return [] if text is None else _marked("#~ " if entry.obsolete else "", _strings(keyword, text))


def _strings(keyword: str, text: str) -> list[str]:
    """Return a keyword and its text; one with ends of lines inside is cut there, as gettext does."""
    quoted = [f'"{line.translate(_ESCAPES)}"' for line in _LINE.findall(text)]
    return [f'{keyword} ""', *quoted] if len(quoted) != 1 else [f"{keyword} {quoted[0]}"]


def _marked(mark: str, lines: list[str]) -> list[str]:
    return [f"{mark}{line}" for line in lines]
