"""Kinds of values that hold others: lists, texts by language, and records with known keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digest.read.keys.keyed import Items, Keys, Node, Scalar, described
from digest.read.keys.kinds import Kind, LanguageCode, Text
from digest.read.report import Report, suggestion

NOBODY = ""
"""What an empty value stands for where it means nobody."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind."""

    kind: Kind

    @property
    def right(self) -> str:
        """What right looks like."""
        return f"a list, each item {self.kind.right}"

    def read(self, node: Node, name: str, report: Report) -> tuple[Any, ...] | None:
        """Return the values that are right."""
        if not isinstance(node, Items):
            report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
            return None
        read = (self.kind.read(item, name, report) for item in node.items)
        return tuple(value for value in read if value is not None)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "array", "items": self.kind.schema()}


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A text, or another kind of value, in some languages."""

    right: str = "texts by language code, such as “es: Diálogo”"
    kind: Kind = Text()  # noqa: RUF009 - frozen

    def read(self, node: Node, name: str, report: Report) -> Mapping[str, Any] | None:
        """Return the values."""
        if not isinstance(node, Keys):
            report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
            return None
        values = {}
        for key, own in node.values.items():
            code = LanguageCode().read(Scalar(node.lines[key], key, plain=True), name, report)
            value = self.kind.read(own, f"{name}.{key}", report)
            if code and value:
                values[code] = value
        return values

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


@dataclass(frozen=True, slots=True)
class Field:
    """A key: its name, what it holds, what it is for, and words that people write instead."""

    name: str
    kind: Kind
    about: str
    required: bool = False
    instead: tuple[str, ...] = ()
    nobody: bool = False
    """Whether an empty value says something: that it is nobody."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        schema = self.kind.schema()
        types = {"type": [schema["type"], "null"]} if self.nobody else {}
        return {"description": self.about, **schema, **types}


def _is_empty(node: Node, *, required: bool) -> bool:
    """Tell whether nothing is written, or a mapping without entries where there must be one."""
    return (
        node.is_empty if isinstance(node, Scalar) else required and isinstance(node, Keys) and not node.values
    )


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    fields: tuple[Field, ...]
    right: str = "a mapping"

    def read(
        self, node: Node, name: str, report: Report, *, waived: frozenset[str] = frozenset()
    ) -> dict[str, Any] | None:
        """Return the values by key, those that are right; `waived` names may be missing."""
        if not isinstance(node, Keys):
            report.error(
                node.line, f"{f'“{name}”' if name else 'this'} must be {self.right}, not {described(node)}"
            )
            return None
        by_name = {field.name: field for field in self.fields}
        values: dict[str, Any] = {"line": node.line}
        for key, value in node.values.items():
            if key not in by_name:
                report.error(node.lines[key], f"unknown key “{key}”{self._meant(key)}")
            elif _is_empty(value, required=by_name[key].required):
                values |= {key: NOBODY} if by_name[key].nobody else {}
            else:
                values[key] = by_name[key].kind.read(value, key, report)
        for missing in (
            f for f in self.fields if f.required and f.name not in values | dict.fromkeys(waived)
        ):
            line = node.lines.get(missing.name, node.line)
            report.error(line, f"“{missing.name}” is missing; write {missing.kind.right}")
        return values

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {
            "type": "object",
            "properties": {f.name: f.schema() for f in self.fields},
            "required": [f.name for f in self.fields if f.required],
            "additionalProperties": False,
        }

    def _meant(self, key: str) -> str:
        names = [field.name for field in self.fields]
        meant = next((f.name for f in self.fields if key.casefold() in f.instead), None)
        return f"; did you mean “{meant}”?" if meant else suggestion(key, names, f"known: {', '.join(names)}")
