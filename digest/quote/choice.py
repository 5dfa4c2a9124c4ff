"""One pattern for many phrases: a tree of their beginnings, which reads a text once, not once a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""
_SAME = "iıIİ"
"""Letters that are one where case makes no difference, as `re.IGNORECASE` has it."""

_Tree = dict[str, Any]


def choice(phrases: Iterable[str]) -> str:
    """Return a pattern that matches the longest of some phrases, in any case; a space matches any.

    >>> choice(["said", "says"])
    '(?:[Ss][Aa](?:[Ii][Dd]|[Yy][Ss]))'
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for char in phrase.lower():
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"(?:{_pattern(tree)})"


def _pattern(tree: _Tree) -> str:
    branches = [_any_case(char) + _pattern(rest) for char, rest in sorted(tree.items()) if char != _END]
    if _END in tree:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _any_case(char: str) -> str:
    if char == " ":
        return r"[ \u00a0]"
    if char in _SAME:
        return f"[{_SAME}]"
    forms = sorted(form for form in {char, char.lower(), char.upper()} if len(form) == 1)
    escaped = [re.escape(form) for form in forms]
    return escaped[0] if len(escaped) == 1 else f"[{''.join(escaped)}]"
