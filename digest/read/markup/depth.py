"""Pages that open thousands of boxes in each other, made as deep as a tree can be without harm."""

from __future__ import annotations

import re

_DEEPEST = 900
"""Boxes in each other. Browsers stop at 512 (Blink, WebKit) or 200 (Gecko): no page that is read is deeper.
For each box lexbor looks through all that are open, so that 100,000 of them took it 25 seconds; and libxml2
drops what stands in more than 2,048 elements."""
_BOX = re.compile(
    r"<(/?)(?:address|article|aside|blockquote|center|details|dir|div|dl|fieldset|figure|footer|form|h[1-6]"
    r"|header|hgroup|main|menu|nav|ol|search|section|summary|ul)(?=[\s/>])",
    re.IGNORECASE,
)
"""Tags of boxes that no other tag closes."""


def flattened(source: str) -> str:
    """Return a page in which no box stands in more than 900 others; what they hold stays in its order.

    >>> flattened("<div><div>deep</div></div>")
    '<div><div>deep</div></div>'
    """
    if source.count("<") <= _DEEPEST:
        return source
    kept: list[str] = []
    done = depth = 0
    for tag in _BOX.finditer(source):
        if tag[1]:
            is_too_deep = depth > _DEEPEST
            depth = max(depth - 1, 0)
        else:
            depth += 1
            is_too_deep = depth > _DEEPEST
        if is_too_deep:
            # A line break holds nothing open, and glues no words together.
            kept += [source[done : tag.start()], "<br"]
            done = tag.end()
    return "".join([*kept, source[done:]]) if kept else source
