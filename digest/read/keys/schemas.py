"""JSON Schemas of everything that editors write, for the completion and the forms of their tools."""

from __future__ import annotations

from typing import Any

from digest.read.keys.fields import ARTICLE, DECISION, OUTLET, PERSON, SOURCE, TERM, TOPIC
from digest.read.keys.kinds import Id, Url
from digest.read.keys.records import Record

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _by_id(record: Record) -> dict[str, Any]:
    return {"type": "object", "propertyNames": Id().schema(), "additionalProperties": record.schema()}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_SHAPES = {
    "article": ("Front matter of an article", ARTICLE.schema),
    "outlets": ("outlets.yml", lambda: _by_id(OUTLET)),
    "people": ("people.yml", lambda: _by_id(PERSON)),
    "topics": ("topics.yml", lambda: _by_id(TOPIC)),
    "glossary": ("glossary.yml", lambda: _by_id(TERM)),
    "stories": ("stories.yml", lambda: _list(DECISION.schema())),
    "sources": (
        "sources.yml",
        lambda: {
            "type": "object",
            "propertyNames": Id().schema(),
            "additionalProperties": _list({"anyOf": [Url().schema(), SOURCE.schema()]}),
        },
    ),
}
SCHEMAS = tuple(_SHAPES)
"""What there is a schema of: an article's front matter, and each data file."""


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one of `SCHEMAS`."""
    title, shape = _SHAPES[name]
    return {"$schema": _DRAFT, "title": title, **shape()}
