"""One pattern for many phrases: a tree of their beginnings, which reads a text once, not once a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""
_CAPITALS = {"i": "Iİ"}
"""Letters with more capitals than one: Turkish has its own."""

_Tree = dict[str, Any]


def choice(phrases: Iterable[str]) -> str:
    """Return a pattern that matches the longest of some phrases, each word capitalised or not.

    >>> choice(["said", "says"])
    '(?:[Ss]a(?:id|ys))'
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for char in phrase:
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"(?:{_pattern(tree, opens=True)})"


def _pattern(tree: _Tree, *, opens: bool) -> str:
    """Return what matches a tree; with `opens`, its first letters open a word."""
    branches = [
        _letter(char, opens=opens) + _pattern(rest, opens=char == " ")
        for char, rest in sorted(tree.items())
        if char != _END
    ]
    if _END in tree:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(char: str, *, opens: bool) -> str:
    if char == " ":
        return r"[ \u00a0]"
    capitals = _CAPITALS.get(char, char.upper())
    if opens and capitals != char and len(char.upper()) == 1:
        return f"[{capitals}{char}]"
    return re.escape(char)
