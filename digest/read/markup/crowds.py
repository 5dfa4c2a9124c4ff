"""Lines of thousands of elements, made plain before trafilatura sees them.

It takes elements out one by one and joins the texts around each anew, so that its time grows with the square
of how many stand in one paragraph: 8,000 links took a second, and a page of two megabytes holds 200,000.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from digest.read.markup.taken import unwrap_all

_MOST = 500
"""Elements in one line up to which it is left as it is; a paragraph that somebody reads has a dozen."""
_BOXES = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol optgroup option p pre section
    summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list would be a word a line
)
"""What is no part of a line; a break costs nothing."""


def without_crowds(tree: Any) -> None:
    """Take out the elements of lines that have thousands, leaving their texts; boxes lose none."""
    root = tree.getroottree().getroot()
    line_of: dict[Any, Any] = {}
    crowds: Counter[Any] = Counter()
    boxes: Counter[Any] = Counter()
    for element in root.iter():
        parent = element.getparent()
        if element.tag in _BOXES:
            boxes[parent] += 1
        elif parent is not None:
            line_of[element] = line_of.get(parent, parent)
            crowds[line_of[element]] += 1
    if max(crowds.values(), default=0) > _MOST:
        unwrap_all(element for element, line in line_of.items() if crowds[line] > _MOST)
    for parent, held in boxes.items():
        if held > _MOST and parent is not None:
            _part(parent)


def _part(box: Any) -> None:
    """Make paragraphs of the texts that stand loose between the boxes of one."""
    for element in list(box):
        tail = element.tail
        if tail and tail.strip() and element.tag != "br":
            paragraph = element.makeelement("p")
            paragraph.text, element.tail = tail, None
            element.addnext(paragraph)
