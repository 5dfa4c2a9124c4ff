"""What a page hides from its readers: it is not what they were told, so nobody said it there.

Attributes, styles of single elements and the simple rules of a page's own style sheets are known. What a
script or a linked style sheet would hide is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from digest.read.markup.taken import drop_all

_HIDING = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|opacity\s*:\s*0*\.?0+%?\s*(?:[;!}]|$)|font-size\s*:\s*0*\.?0+(?:px|pt|em|rem|%)?\s*(?:[;!}]|$)"
    r"|text-indent\s*:\s*-\d{3,9}|clip\s*:\s*rect\((?:[01](?:px)?[\s,]*){4}\)|clip-path\s*:\s*inset\((?:50|100)%)"
    r"|position\s*:\s*(?:absolute|fixed)[^}]{0,200}?(?:left|top|right|bottom)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_SHOWING = re.compile(r"(?:^|[;{\s])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)", re.IGNORECASE)
_HIDING_WORDS = ("display", "visibility", "opacity", "font-size", "text-indent", "clip", "position")
_NEVER_SHOWN = frozenset({"template", "noscript"})
_WHOLE = frozenset({"html", "head", "body"})
"""Hidden while a page loads, so that it does not flicker; a script shows them."""
_LINES = ("p", "div", "td", "section", "article", "span", "blockquote", "li")
_PROSE = 80
"""Characters of a paragraph; a line of a menu or a notice has fewer."""
_A_TEXT = 250
_SIMPLE = re.compile(r"([a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)")
_NAME = re.compile(r"[.#][\w-]+")


def without_hidden(tree: Any) -> Any:
    """Take the elements that readers do not see off `tree`, and return it; text after them stays."""
    rules: dict[str, list[_Rule]] = defaultdict(list)
    for rule in _hiding_rules(tree):
        rules[min(rule.names)].append(rule)
    hidden = [
        element
        for element in tree.iterdescendants()
        if element.tag not in _WHOLE and _is_hidden(element, rules)
    ]
    drop_all(_but_the_text(tree, hidden))
    return tree


def _but_the_text(tree: Any, hidden: list[Any]) -> list[Any]:
    """Return what is hidden without what holds the page's text, where a script is to show it.

    A page on which nothing else is prose has its text there, and its readers saw it.
    """
    large = [element for element in hidden if element.tag not in _NEVER_SHOWN and _has_prose(element)]
    if not large:
        return hidden
    inside = {element for one in hidden for element in (one, *one.iterdescendants())}
    if any(_is_prose(element) for element in tree.iter(*_LINES) if element not in inside):
        return hidden
    most = max(len(element.text_content()) for element in large)
    shown = {element for element in large if len(element.text_content()) == most}
    shown |= {above for element in shown for above in element.iterancestors()}
    return [element for element in hidden if element not in shown]


def _has_prose(element: Any) -> bool:
    return len(element.text_content()) >= _A_TEXT and any(map(_is_prose, element.iter(*_LINES)))


def _is_prose(element: Any) -> bool:
    """Tell whether a paragraph, or a box without one, has as much text as a paragraph of an article."""
    text = (
        element.text_content()
        if element.tag == "p"
        else "".join((element.text or "", *(child.tail or "" for child in element)))
    )
    return len(text.strip()) >= _PROSE and len(element.findall(".//a")) * _PROSE < len(text)


class _Rule(NamedTuple):
    """What an element must be for a style sheet to hide it, or to show it all the same."""

    tag: str
    names: frozenset[str]
    """Classes and ids, each with the sign before it."""
    shows: bool = False


def _is_hidden(element: Any, rules: Mapping[str, Sequence[_Rule]]) -> bool:
    if element.tag in _NEVER_SHOWN or (element.tag == "dialog" and element.get("open") is None):
        return True
    style = element.get("style")
    if (style and _HIDING.search(style)) or element.get("hidden") is not None:
        return True
    if not rules:
        return False
    classes, id_ = element.get("class"), element.get("id")
    if not classes and not id_:
        return False
    names = {f".{name}" for name in (classes or "").split()} | {f"#{id_ or ''}"}
    # By one of its names: a page may have as many rules as elements.
    found = [
        rule
        for name in names
        for rule in rules.get(name, ())
        if rule.tag in {"", element.tag} and rule.names <= names
    ]
    hiding = [rule.names for rule in found if not rule.shows]
    # `.tab` is hidden, `.tab.on` is shown: whoever names more of an element is right.
    return bool(hiding) and not any(rule.shows and rule.names > max(hiding, key=len) for rule in found)


def _hiding_rules(tree: Any) -> Iterator[_Rule]:
    """Yield what the page's own style sheets hide on a screen, and what they show of that."""
    for style in tree.iter("style"):
        # Words first: the pattern has none to begin with, and sheets of styles are long.
        if not any(word in (style.text or "").lower() for word in _HIDING_WORDS):
            continue
        if not _HIDING.search(style.text or ""):
            continue
        for selectors, declarations in _rules(style.text or ""):
            hides = bool(_HIDING.search(declarations))
            if not hides and not _SHOWING.search(declarations):
                continue
            least = 1 if hides else 2
            for selector in selectors.split(","):
                if selector.count(".") + selector.count("#") < least:
                    continue
                parts = _SIMPLE.fullmatch(selector.strip())
                names = frozenset(_NAME.findall(parts[2] if parts else ""))
                if parts and len(names) >= least:
                    yield _Rule((parts[1] or "").lower(), names, not hides)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations, those within rules for print or a width left out."""
    first, *commented = sheet.split("/*")
    depth = 0
    for part in (first + "".join(text.partition("*/")[2] for text in commented)).split("}")[:-1]:
        opened = part.count("{")
        if depth == 0 and opened == 1:
            selectors, _, declarations = part.partition("{")
            yield selectors.rpartition(";")[2], declarations
        depth = max(0, depth + opened - 1)
