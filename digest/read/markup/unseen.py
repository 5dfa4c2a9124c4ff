"""What no reader of a page reads: struck out, readings above words, placeholders, numbers of notes."""

from __future__ import annotations

import re
from typing import Any

from digest.read.markup.notes import drop_notes
from digest.read.markup.taken import drop_all, replace_all

_NEVER_READ = (
    "script", "style", "template", "del", "s", "strike", "rt", "rp", "rtc", "noscript", "iframe", "object",
    "svg", "canvas", "audio", "video", "select", "textarea", "button", "input", "map",
)  # fmt: skip
_HIDDEN_CLASSES = frozenset({
    "sf-hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "a11y-hidden", "assistive-text", "element-invisible", "u-hidden-visually", "show-for-sr", "d-none",
    "hidden",
})  # fmt: skip
"""SingleFile marks what a style sheet hid; others are usual for what nobody sees, or screen readers alone."""
_SHOWN_AT_A_WIDTH = re.compile(
    r"\S+:(?:block|contents|flex|grid|inline\S*|list-item|table\S*)|d-(?:sm|md|lg|xl|xxl)-(?!none)\S+"
)
"""A class that shows on a wider screen what another one hides."""
_STRIKING_STYLE = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_LISTS = ("amp-list", "amp-live-list", "amp-iframe", "amp-img", "amp-video", "amp-ad", "amp-embed")
_WAITING = f".//*[{' or '.join(f'ancestor::{tag}' for tag in _LISTS)}][@placeholder or @fallback]"
_NOTE_NUMBER = re.compile(r"[\[(]?\s*(?:[0-9]{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|\^)\s*[\])]?", re.IGNORECASE)
_NOTE_NAMES = re.compile(r"\b(?:foot|end)?note|noteref|\bfn\b|fnref|\bcite|\breference\b", re.IGNORECASE)
_BEFORE_NOTE = re.compile(
    r"""(?<![\d.,][ \u00a0])(?<![\w])(?!(?:[kcdmµ]?m|mi|ft|yd|in|ha|sq|м|км|см|мм|дм|га|متر|كم)\b)"""
    r"""[^\W\d_]{2,}$|[.,;:!?…”“"»’'،。」）)]$"""
)
"""What the number of a note stands behind, and no power does: a word that is no unit, a closing mark."""
_NOTED = ("a", "span", "small")
"""What else holds the number of a note, raised by a style: such a one is no sign of its own."""
_LONGEST_NOTE = 7
"""Characters of a note's number with its brackets, `[viii]`, and white space left aside."""
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_FIGURES = re.compile(r"[0-9+\-=()n]{1,6}")


def drop_unseen(root: Any) -> None:
    """Take out of the tree `root` what no reader of the page reads; the text around it stays."""
    drop_all(root.iter(*_NEVER_READ))
    drop_all(element for element in root.iterdescendants() if _is_hidden(element))
    if next(root.iter(*_LISTS), None) is not None:
        drop_all(root.xpath(_WAITING))
    _settle_notes(root)
    # One without words costs a short paragraph in trafilatura.
    drop_all(link for link in root.iter("a") if not len(link) and not (link.text or "").strip())


def _is_hidden(element: Any) -> bool:
    if element.get("layout") == "nodisplay" or element.get("role") == "doc-noteref":
        return True
    classes, style = element.get("class"), element.get("style")
    names = classes.split() if classes else ()
    if not _HIDDEN_CLASSES.isdisjoint(names) and not any(map(_SHOWN_AT_A_WIDTH.fullmatch, names)):
        return element.tag not in {"html", "body"}
    return bool(style and element.tag not in {"html", "body"} and _STRIKING_STYLE.search(style))


def _settle_notes(root: Any) -> None:
    """Drop the numbers of notes; other raised and lowered figures become signs of their own (10², CO₂)."""
    counted = _counted(root)
    signs = [
        (element, sign)
        for element in root.iter("sup", "sub", *_NOTED)
        if element is not root and (sign := _sign(element, counted)) is not None
    ]
    numbers = [element for element, sign in signs if not sign]
    drop_notes(root, numbers)
    for element in numbers:
        _drop_brackets(element)
    replace_all(signs)


def _drop_brackets(number: Any) -> None:
    """Take the brackets around a note's number away, which stand in the text beside its link."""
    before, parent = number.getprevious(), number.getparent()
    if parent is None or (number.tail or "").lstrip()[:1] not in {"]", ")"}:
        return
    text = (parent.text if before is None else before.tail) or ""
    if text.rstrip()[-1:] not in {"[", "("}:
        return
    number.tail = (number.tail or "").lstrip()[1:]
    kept = text.rstrip()[:-1].rstrip()
    if before is None:
        parent.text = kept
    else:
        before.tail = kept


def _sign(element: Any, counted: frozenset[Any]) -> str | None:
    """Return what stands for a raised or lowered element: nothing for a note's number; None: the element."""
    if element.tag in _NOTED:
        return "" if _is_styled_note(element) else None
    text = (element.text_content() or "").strip()
    if element in counted or _is_note(element, text):
        return ""
    signs = _RAISED if element.tag == "sup" else _LOWERED
    return text.translate(signs) if _FIGURES.fullmatch(text) else None


def _counted(root: Any) -> frozenset[Any]:
    """Return raised numbers without a link that count the notes of a page: 1, 2, 3, each behind a word."""
    found = []
    for element in root.iter("sup"):
        text = (element.text_content() or "").strip()
        if text.isascii() and text.isdigit() and _BEFORE_NOTE.search(_text_before(element)):
            found.append((element, int(text)))
    numbers = [number for _, number in found]
    counts = numbers == list(range(1, len(numbers) + 1))
    return frozenset(element for element, _ in found) if counts else frozenset()


def _text_before(element: Any) -> str:
    """Return the text right before an element, in the element before it or in its parent."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        return (parent.text or "") if parent is not None else ""
    return before.tail or before.text_content() or ""


def _is_note(element: Any, text: str) -> bool:
    if element.tag != "sup" or not _NOTE_NUMBER.fullmatch(text):
        return False
    links = [*element.iter("a"), *(above for above in element.iterancestors("a"))]
    return any("#" in (link.get("href") or "") for link in links) or _is_named_note(element)


def _is_styled_note(element: Any) -> bool:
    """Tell whether an element that no tag raises holds a note's number: its name or its target says so."""
    leads = len(target := element.get("href") or "") > 1 and target.startswith("#")
    if not leads and not _is_named_note(element):
        return False
    text = " ".join(element.itertext()).strip()
    if len(text) > _LONGEST_NOTE or not _NOTE_NUMBER.fullmatch(text):
        return False
    # “See chapter 3” leads to a chapter; the number of a note touches the word that it stands behind.
    return not leads or not _text_before(element)[-1:].isspace()


def _is_named_note(element: Any) -> bool:
    named = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-fn"))))
    return bool(_NOTE_NAMES.search(named))
