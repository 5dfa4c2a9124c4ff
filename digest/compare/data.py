"""What is no page, token by token: data by its values, a style sheet by its rules, however it is set out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from digest.publish.verify import xml_of

_SPACE = re.compile("[ \t\n\r\f]+")
"""White space of HTML: spaces that do not break are words' own."""
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
"""A comment of a style sheet, or a text in which it would be none."""
_PARTS = re.compile(r"([^{};]*)([{};]?)")
"""A selector, or the condition of rules, before a brace; else a property with its value."""
_OF_SELECTORS = re.compile(r"\s*([,>~+=])\s*|(?<=[:(])\s+|\s+(?=\))")
"""White space that parts nothing there; before a colon or bracket and behind a bracket it means “within”."""
_OF_VALUES = re.compile(r"\s*([:,!*/])\s*|(?<=\()\s+|\s+(?=\))")
_RULES = re.compile(r"(?<=[{};])")
_TEXT = re.compile("\0(\\d+)\0")
_WAY = re.compile(r'[.\[":]')
"""What in a key would look like a way to a value."""
_ZERO = re.compile(r"(?<![\w.#])0(?=\.\d)")


def plain(text: str) -> str:
    """Return a text with single spaces, and none around it."""
    return _SPACE.sub(" ", text).strip(" ")


def of_json(value: Any) -> list[str]:
    """Return each value that JSON holds behind the way to it.

    >>> of_json({"b": [1], "a": {"c": "x"}})
    ['a.c: "x"', 'b[]: 1']
    """
    return list(_values(value, ""))


def _values(value: Any, at: str) -> Iterator[str]:
    # Ours nest a handful deep, and what nests deeper than Python follows was refused when it was read.
    if isinstance(value, dict) and value:
        for key in sorted(value):
            name = json.dumps(key, ensure_ascii=False) if _WAY.search(key) else key
            yield from _values(value[key], f"{at}.{name}" if at else name)
    elif isinstance(value, list) and value:
        for one in value:
            if isinstance(one, dict | list):
                yield f"{at}[]"  # where it begins
            yield from _values(one, f"{at}[]")
    else:
        yield f"{at}: {json.dumps(value, ensure_ascii=False)}"


def of_xml(data: bytes) -> list[str]:
    """Return the elements and texts of XML.

    Raises:
        ValueError: it is none.
    """
    return of_tree(xml_of(data))


def of_tree(root: Any) -> list[str]:
    """Return the elements and texts of XML that was read."""
    before = [str(node) for node in root.itersiblings(preceding=True) if node.tag is etree.PI]
    declared = ["<!DOCTYPE>"] if root.getroottree().docinfo.internalDTD is not None else []
    return [*declared, *before, *_elements(root)]


def _elements(root: Any) -> Iterator[str]:
    own = _name(root, "")
    space = own.rpartition("}")[0]
    for event, node in etree.iterwalk(root, events=("start", "end", "pi")):
        if event == "pi":
            yield str(node)
        elif event == "start":
            given = (f'{name}="{escape(value)}"' for name, value in sorted(node.attrib.items()))
            yield f"<{' '.join([own if node is root else _name(node, space), *given])}>"
            yield from filter(None, [plain(node.text or "")])
        else:
            yield f"</{_name(node, space)}>"
        if event != "start" and node is not root:
            yield from filter(None, [plain(node.tail or "")])


def _name(node: Any, space: str) -> str:
    """Return what an element is called, without the namespace that it shares with the root."""
    name = str(node.tag) if isinstance(node.tag, str) else "&;"
    return name.removeprefix(f"{space}}}") if space else name


def of_css(text: str) -> list[str]:
    """Return the rules of a style sheet without what only sets them out.

    >>> of_css("p , b { margin: 0.5rem 0 ; }  /* that */") == of_css("p,b{margin:.5rem 0}")
    True
    """
    texts: list[str] = []

    def put_away(found: re.Match[str]) -> str:
        if not found[1]:
            return " "
        inside = found[1][1:-1]
        texts.append(found[1] if '"' in inside else f'"{inside}"')
        return f"\0{len(texts) - 1}\0"

    bare = _COMMENT.sub(put_away, text.replace("\0", "\ufffd"))
    parts = (_set_out(part, end) for part, end in _PARTS.findall(bare))
    whole = _ZERO.sub("", "".join(parts).replace(";}", "}")).strip(" ;")
    rules = (_TEXT.sub(lambda found: texts[int(found[1])], rule) for rule in _RULES.split(whole))
    return [rule for rule in rules if rule]


def _set_out(part: str, end: str) -> str:
    around = _OF_SELECTORS if end == "{" else _OF_VALUES
    return around.sub(lambda found: found[1] or "", plain(part)) + end


def of_text(text: str) -> list[str]:
    """Return the lines of a text."""
    return [line.rstrip() for line in text.strip().splitlines()]
