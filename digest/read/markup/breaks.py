"""Paragraphs that a page parts by `<br>` → paragraphs.

Two breaks part paragraphs; one does where a line of dialogue begins or where lines are whole sentences.
Verses and addresses, whose lines are short, stay together.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from digest.read.markup.taken import unwrap_all

_HOLDERS = frozenset({"p", "div", "td", "section", "article", "main", "body", "blockquote", "li"})
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "em", "font", "i", "img", "ins", "kbd",
    "mark", "picture", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "ruby", "rb", "data",
    "dfn", "label", "nobr", "tt", "var",
})  # fmt: skip
_UNWRAPPED = INLINE - {"a"}
_DIALOGUE = re.compile(r"\s*(?:[—–―]|-\s|[«„“\"「『].{0,400}?[»”“\"」』])")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:：][\"'”’»)\]」』]*\s*$")
_WHOLE = 60
"""Characters from which a line that ends a sentence is a paragraph: verses are shorter."""


def part_at_breaks(root: Any) -> None:
    """Make paragraphs of what breaks part; `root` is changed in place."""
    if next(root.iter("br"), None) is None:
        return
    _unwrap(root)
    holders = dict.fromkeys(br.getparent() for br in root.iter("br"))
    for holder in holders:
        if (
            holder is not None
            and holder.tag in _HOLDERS
            and not any(True for _ in holder.iterancestors("pre"))
        ):
            _part(holder)


def _unwrap(root: Any) -> None:
    """Take away inline elements around breaks that part paragraphs."""
    around: set[Any] = set()
    for br in root.iter("br"):
        after = br.getnext()
        if after is None or after.tag != "br" or (br.tail or "").strip():
            continue
        for above in br.iterancestors():
            if above.tag not in _UNWRAPPED or above.getparent() is None or above in around:
                break
            around.add(above)
    if around:
        unwrap_all(element for element in root.iter() if element in around)


def _part(holder: Any) -> None:
    runs = _runs(holder)
    cuts = _cuts(runs)
    if not cuts:
        return
    import lxml.html  # noqa: PLC0415 - most articles are plain

    old, holder.text = list(holder), None
    for child in old:
        holder.remove(child)
    tag = "p" if holder.tag != "p" else "span"
    grouped: list[Any] = []
    for index, (text, children) in enumerate(runs):
        lead = text
        if index == 0 or index in cuts or _is_block(children):
            grouped.append(lxml.html.Element(tag))
        else:
            lead = "\n" + lead
        _fill(grouped[-1], lead, children)
    if holder.tag == "p":
        _replace(holder, grouped)
    else:
        holder.extend(_settled(group) for group in grouped)


def _replace(paragraph: Any, parts: list[Any]) -> None:
    """Put paragraphs in the place of one."""
    parent, tail = paragraph.getparent(), paragraph.tail
    if parent is None:
        return
    for part in parts:
        part.tag = "p"
        for key, value in paragraph.attrib.items():
            part.set(key, value)
    paragraph.tail = None
    for part in parts:
        paragraph.addprevious(part)
    parent.remove(paragraph)
    parts[-1].tail = tail


def _settled(group: Any) -> Any:
    """Return a group as a paragraph, or as the one block that it is."""
    if len(group) == 1 and group[0].tag not in INLINE and not (group.text or "").strip():
        return group[0]
    if any(child.tag not in INLINE for child in group):
        group.tag = "div"
    return group


def _runs(holder: Any) -> list[tuple[str, list[Any]]]:
    """Return what stands between breaks: leading text and elements, one run for each block."""
    runs: list[tuple[str, list[Any]]] = [(holder.text or "", [])]
    for child in holder:
        if child.tag == "br":
            runs.append((child.tail or "", []))
        elif isinstance(child.tag, str) and child.tag not in INLINE:
            tail, child.tail = child.tail or "", None
            runs.append(("", [child]))
            runs.append((tail, []))
        else:
            runs[-1][1].append(child)
    return runs


def _is_block(children: list[Any]) -> bool:
    return len(children) == 1 and isinstance(children[0].tag, str) and children[0].tag not in INLINE


def _cuts(runs: list[tuple[str, list[Any]]]) -> set[int]:
    """Return the indices of the runs that begin a paragraph."""
    texts = [_text(*run) for run in runs]
    cuts: set[int] = set()
    has_begun = False
    for (_, before), (index, after) in pairwise(enumerate(texts)):
        has_begun = has_begun or bool(before.strip())
        if (has_begun and not before.strip()) or (
            _is_block(runs[index][1])
            or _is_block(runs[index - 1][1])
            or _DIALOGUE.match(after)
            or _DIALOGUE.match(before)
            or (len(before.strip()) >= _WHOLE and _SENTENCE_END.search(before))
        ):
            cuts.add(index)
    return cuts


def _text(lead: str, children: list[Any]) -> str:
    return lead + "".join(
        (child.text_content() if isinstance(child.tag, str) else "") + (child.tail or "")
        for child in children
    )


def _fill(group: Any, lead: str, children: list[Any]) -> None:
    # Not len(): it counts them all, and a page may have 20,000 lines.
    last = next(group.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + lead
    else:
        group.text = (group.text or "") + lead
    group.extend(children)
