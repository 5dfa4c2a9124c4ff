"""YAML → values with their lines: a tree, kinds of values, records of them, and every key there is.

In goes the source of a file; out come checked values, or all that is wrong with them, noted in a report.
`keyed` makes the tree, `kinds` reads single values, `records` those that hold others, and `fields` is the
one definition of every key.
"""

from __future__ import annotations

from digest.read.keys.fields import (
    ARTICLE,
    DECISION,
    NOTHING,
    OUTLET,
    PERSON,
    SOURCE,
    STATEMENT,
    TERM,
    TOPIC,
)
from digest.read.keys.keyed import Items, Keys, Node, Scalar, described, refuses_conflict, tree_from_yaml
from digest.read.keys.kinds import Id, Url, is_id, is_url, language_code, moment_from_text
from digest.read.keys.records import Field, Record
from digest.read.keys.schemas import SCHEMAS, schema_of

__all__ = [
    "ARTICLE",
    "DECISION",
    "NOTHING",
    "OUTLET",
    "PERSON",
    "SCHEMAS",
    "SOURCE",
    "STATEMENT",
    "TERM",
    "TOPIC",
    "Field",
    "Id",
    "Items",
    "Keys",
    "Node",
    "Record",
    "Scalar",
    "Url",
    "described",
    "is_id",
    "is_url",
    "language_code",
    "moment_from_text",
    "refuses_conflict",
    "schema_of",
    "tree_from_yaml",
]
