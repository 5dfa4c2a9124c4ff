"""YAML → a tree of texts, lists and mappings that know their lines.

Nothing is guessed from how a value looks: `no` is the Norwegian language and `1984` may be a title, until
the definition of a field (`fields.py`) says what it wants. The tree is made from parser events, not with
`yaml.compose`: libyaml's composer recurses, and a file of a hundred thousand brackets ends the process.
Anchors, aliases, tags and repeated keys are errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from digest.read.report import Report, shortened
from digest.whole import CONFLICT, conflict_line

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 16
"""Levels of a data file: nothing that is read there stands as deep."""
_TOO_DEEP = "lists and mappings are nested too deeply here"
_HINTS = (
    (
        "Unicode character escape",
        "write the character itself, as 😀; YAML does not read JSON’s pairs of “\\u”",
    ),
    ("hexdecimal number", "write “\\\\” for a backslash, or put the text between single quotation marks"),
    ("unknown escape", "write “\\\\” for a backslash, or put the text between single quotation marks"),
    ("mapping values are not allowed", "put a text that holds “: ” between quotation marks"),
    ("cannot start any token", "put this text between quotation marks, and indent with spaces, not tabs"),
    ("expected key", "put the whole text between quotation marks, or after “|-” on lines of its own"),
    ("block end", "put the whole text between quotation marks, or after “|-” on lines of its own"),
    ("quoted scalar", "close the quotation mark that opens here"),
    ("end of stream", "close the quotation mark or bracket that opens here"),
    ("did not find expected ','", "put “,” between entries, and close the bracket that opens here"),
    ("could not find expected ':'", "write each entry as “key: value”"),
    ("did not find expected", "indent the entries of one list or mapping alike"),
)
_ENDLESS = ("end of stream", "did not find expected ','", "could not find expected ':'")
"""What the parser says of something that has no end, where the next thing begins."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it is written; `plain` if without quotation marks."""

    line: int
    text: str
    plain: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping: the line of each key, and its value."""

    line: int
    lines: dict[str, int] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Items | Keys


def tree_from_yaml(source: str, report: Report, *, first_line: int = 1) -> Node | None:
    """Return the tree of one YAML document, or None if it is empty or was broken (then noted).

    Args:
        source: The document.
        report: Takes every problem.
        first_line: The line of the file on which `source` begins.
    """
    if refuses_conflict(source, report, first_line=first_line):
        return None
    builder = _Builder(yaml.parse(source, Loader=_LOADER), report, first_line)
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        report.error(builder.line_of(_place(error)), _told(error))
    except yaml.YAMLError as error:
        report.error(first_line, f"this is no YAML: {shortened(str(error))}")
    except _RefusedError as error:
        report.error(builder.line, str(error))
    return None


def refuses_conflict(text: str, report: Report, *, first_line: int = 1) -> bool:
    """Note where two versions of a text stand between the marks of a merge; tell whether they do."""
    line = conflict_line(text)
    if line:
        report.error(first_line + line - 1, CONFLICT)
    return line is not None


def described(node: Node) -> str:
    """Return what `node` is, for a message."""
    if isinstance(node, Scalar):
        return f"“{shortened(node.text, 40)}”"
    return "a list" if isinstance(node, Items) else "a mapping"


class _RefusedError(Exception):
    """YAML that we do not read."""


class _Builder:
    def __init__(self, events: Iterator[Any], report: Report, first_line: int) -> None:
        self._events = events
        self._report = report
        self._first_line = first_line
        self._mark: Any = None

    @property
    def line(self) -> int:
        return self.line_of(self._mark)

    def line_of(self, mark: Any) -> int:
        return self._first_line + (mark.line if mark else 0)

    def document(self) -> Node | None:
        found: Node | None = None
        for event in self._events:
            self._mark = event.start_mark
            if isinstance(event, yaml.DocumentStartEvent) and found is not None:
                raise _RefusedError("a second document begins here; leave out the line “---”")
            if isinstance(event, yaml.NodeEvent):
                found = self._node(event, 0)
        return None if isinstance(found, Scalar) and found.is_empty else found

    def _node(self, event: Any, depth: int) -> Node:
        line = self.line_of(event.start_mark)
        self._mark = event.start_mark
        if depth > _DEEPEST:
            raise _RefusedError(_TOO_DEEP)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _RefusedError(
                "“&” and “*” (anchors, aliases) are not read; write the value out, or quote it"
            )
        if event.tag is not None and event.tag != "!":
            raise _RefusedError(
                f"the tag “{event.tag}” is not read; put a text with “!” between quotation marks"
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(line, event.value, plain=event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(Items(line), depth)
        return self._keys(Keys(line), depth)

    def _items(self, node: Items, depth: int) -> Items:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            node.items.append(self._node(event, depth + 1))
        return node

    def _keys(self, node: Keys, depth: int) -> Keys:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._report.error(key.line, f"a key must be a text, not {described(key)}")
            elif key.text in node.values:
                first = node.lines[key.text]
                self._report.error(
                    key.line, f"“{key.text}” stands here again (first in line {first}); keep one"
                )
            else:
                node.lines[key.text] = key.line
                node.values[key.text] = value
        return node


def _place(error: yaml.MarkedYAMLError) -> Any:
    """Return where to look: what does not end is mended where it begins."""
    problem = error.problem or ""
    endless = any(part in problem for part in _ENDLESS) and error.context_mark
    return error.context_mark if endless else error.problem_mark or error.context_mark


def _told(error: yaml.MarkedYAMLError) -> str:
    problem = f"{error.problem or ''} {error.context or ''}".strip()
    if "nesting depth" in problem:  # libyaml's own limit, which comes before ours where much nests on a line
        return _TOO_DEEP
    hint = next((f"; {hint}" for part, hint in _HINTS if part in problem), "")
    return f"this is no YAML: {problem}{hint}"
