"""Texts that stand in boxes without a paragraph of their own → paragraphs.

Many pages mix both: `<p>` for some, `<div>` or a bare line for others. trafilatura takes boxes for paragraphs
only where there are hardly any, and would lose these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from digest.read.markup import INLINE, drop_all
from digest.read.page.leading import is_paragraph, linked

_HOLDERS = ("div", "section", "article", "main")
_BESIDE = re.compile(
    r"caption|legend|credit|copyright|byline|author|tooltip|disclosure|disclaimer|breadcrumb|cookie|consent"
    r"|share|social|newsletter|promo|teaser|related|widget|comment|sidebar",
    re.IGNORECASE,
)
"""Words in names of classes of what stands beside a text, in any language: those that systems give."""
_PICTURES = ("img", "picture", "amp-img", "video")
_SHORT = 40
"""Characters of a photographer's name beside a caption."""
_LONGEST_CAPTION = 250
_MOST_CAPTIONS = 2
_OF_TEXT = 3
"""How many times as long as all captions a page's text is."""
_LEVELS = 3
"""Boxes around a paragraph that may be the text's; each counts half as much as the one in it."""
_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_FEWEST_PARAGRAPHS = 2
"""Paragraphs in a cell by which it is a column of the page."""
_MOST_LINKED = 0.5
_ALL_LINKED = 0.9
"""The share of links in what stands loose from which it is a button."""


def into_paragraphs(tree: Any) -> None:
    """Make paragraphs of the loose texts of a page's tree, which is changed in place."""
    drop_all([table for table in tree.iter("table") if _frames_picture(table)])
    layouts = {table for table in tree.iter("table") if _is_layout(table)}
    if layouts:
        parts = [part for part in tree.iter(*_PARTS) if next(_tables(part), None) in layouts]
        for part in parts:
            part.tag = "div"
    lines = []
    for box in list(tree.iter(*_HOLDERS)):
        if not all(child.tag in INLINE for child in box):
            if _has_loose(box):
                _wrap(box)
        elif box.tag == "div":
            lines.append(box)
    captions = dict.fromkeys(line for line in lines if _is_beside(line))
    _join_alike(line for line in lines if line not in captions)
    told = [line for line in captions if _is_caption(line)]
    # Where pictures tell the story, or the steps of a recipe, what stands below them is the text.
    if len(told) <= _MOST_CAPTIONS and _OF_TEXT * sum(map(_length, told)) < sum(map(_length, tree.iter("p"))):
        drop_all(told)


def _join_alike(lines: Iterable[Any]) -> None:
    """Make paragraphs of lines of one kind where one of them is prose: beside it a short one is, too."""
    by_kind: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    for line in lines:
        by_kind[_holder(line), line.get("class") or ""].append(line)
    for alike in by_kind.values():
        alone = [line for line in alike if linked(line) < _MOST_LINKED]
        if any(is_paragraph(line.text_content()) for line in alone):
            for line in alone:
                line.tag = "p"  # “Never,” he said.


def _length(element: Any) -> int:
    return len(element.text_content().strip())


def _is_caption(line: Any) -> bool:
    """Tell whether a line is all that a picture's box says."""
    above = line.getparent()
    pictures = next(above.iter(*_PICTURES), None) is not None and next(line.iter(*_PICTURES), None) is None
    return pictures and 0 < _length(line) <= _LONGEST_CAPTION and _length(above) <= _length(line) + _SHORT


def _is_beside(line: Any) -> bool:
    """Tell whether a line stands beside the text by its name, or is all that a picture's box says."""
    above = line.getparent()
    if above is None:
        return False
    if _BESIDE.search(f"{line.get('class') or ''} {line.get('id') or ''} {above.get('class') or ''}"):
        return True
    length = len(line.text_content().strip())
    if next(line.iter(*_PICTURES), None) is not None:
        return length <= _LONGEST_CAPTION
    pictures = next(above.iter(*_PICTURES), None) is not None
    return pictures and len(above.text_content().strip()) <= length + _SHORT


def _tables(part: Any) -> Iterator[Any]:
    """Yield the tables that a part of one stands in, the nearest first."""
    if part.tag == "table":
        yield part
    yield from part.iterancestors("table")


def _frames_picture(table: Any) -> bool:
    """Tell whether a table only holds a picture and what it shows, as old systems set captions."""
    said = list(islice(table.iter("p", "h1", "h2", "h3"), _FEWEST_PARAGRAPHS))
    pictures = next(table.iter(*_PICTURES), None) is not None
    return pictures and len(said) < _FEWEST_PARAGRAPHS and _length(table) <= _LONGEST_CAPTION


def _is_layout(table: Any) -> bool:
    """Tell whether a table only says where things stand: a cell of figures holds no paragraphs."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        sum(is_paragraph(one.text_content()) for one in cell.iter("p", "div")) >= _FEWEST_PARAGRAPHS
        for cell in table.iter("td", "th")
    )


def _holder(line: Any) -> Any:
    """Return what holds a line and others, beyond the boxes that hold nothing but it."""
    above = line.getparent()
    while above is not None and above.tag == "div" and len(above) == 1:
        above = above.getparent()
    return above


def _has_loose(box: Any) -> bool:
    if (box.text or "").strip():
        return True
    return any((child.tail or "").strip() or child.tag in INLINE for child in box)


def _wrap(box: Any) -> None:
    """Make a paragraph of each run of text and inline elements between blocks, if one of them is prose."""
    runs = []
    for before, lead, run, text in list(_runs(box)):
        if not text.strip():
            continue
        if not is_paragraph(text) and _linked_share(run, text) >= _ALL_LINKED:
            drop_all(run)
        else:
            runs.append((before, lead, run, text))
    if not any(is_paragraph(text) and _linked_share(run, text) < _MOST_LINKED for _, _, run, text in runs):
        return
    for before, lead, run, _ in runs:
        paragraph = box.makeelement("p")
        paragraph.text = lead
        paragraph.extend(run)
        if before is None:
            box.text = None
            box.insert(0, paragraph)
        else:
            before.tail = None
            before.addnext(paragraph)


def _runs(box: Any) -> Iterator[tuple[Any, str, list[Any], str]]:
    """Yield what stands loose between blocks: the block before, leading text, elements, all their text."""
    before, lead = None, box.text or ""
    run: list[Any] = []
    for child in [*box, None]:
        if child is not None and child.tag in INLINE:
            run.append(child)
            continue
        yield before, lead, run, lead + "".join(one.text_content() + (one.tail or "") for one in run)
        if child is not None:
            before, lead, run = child, child.tail or "", []


def _linked_share(run: Iterable[Any], text: str) -> float:
    inside = sum(
        len(link.text_content().strip()) for one in run for link in one.iter("a") if link.get("href")
    )
    return inside / len(text)


def fullest(tree: Any) -> Any:
    """Return the box whose paragraphs are the most of the page's, side by side or a level apart."""
    weights: dict[Any, float] = defaultdict(float)
    seen: set[str] = set()
    for paragraph in tree.iter("p"):
        text = paragraph.text_content()
        if text not in seen and (length := _prose(paragraph)):
            seen.add(text)  # a teaser may stand in ten boxes
            weight = float(length)
            for above in islice(paragraph.iterancestors(), _LEVELS):
                weights[above] += weight
                weight /= 2
    return max(weights, key=lambda box: weights[box], default=None)


def prose_in(box: Any) -> int:
    """Return the characters of a box's paragraphs, those of names, buttons and links left out."""
    return sum(map(_prose, box.iter("p")))


def _prose(paragraph: Any) -> int:
    text = paragraph.text_content().strip()
    return len(text) if is_paragraph(text) and linked(paragraph) < _MOST_LINKED else 0
