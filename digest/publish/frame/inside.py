"""Our style sheet for pages that stand inside somebody else's frame: its rules reach nothing around them."""

from __future__ import annotations

import re

WITHIN = ".digest.digest"
"""The element around everything of ours; twice, so that a theme's rules for elements of text give way."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]+?)\s*\{")
_ROOT = re.compile(r"(?::root|html)((?::\w+\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])*)(?:\s+(.*))?", re.DOTALL)
_GROUPS = ("@media", "@supports", "@container", "@layer")
_SCHEME = re.compile(r"data-scheme|#scheme-")


def scoped(css: str) -> str:
    """Return a style sheet whose rules hold within `WITHIN` alone.

    What was said of the whole document (its ground, its type size) is said by the theme there. The sheet is
    ours, so it is read as ours are written: groups of rules, rules of selectors, no nesting of rules.

    >>> scoped(":root { --ink: red } html { color: red } body, .card a { margin: 0 }")
    '.digest.digest{--ink: red}.digest.digest,.digest.digest .card a{margin: 0}'
    >>> scoped("@media print { html:lang(ar) p, [lang] { color: red } }")
    '@media print{.digest.digest:lang(ar) p,.digest.digest[lang],.digest.digest [lang]{color: red}}'
    """
    return "".join(_rules(_COMMENT.sub("", css)))


def _rules(css: str) -> list[str]:
    made: list[str] = []
    at = 0
    while found := _RULE.match(css, at):
        end = _closing(css, found.end())
        head, inside = found[1], css[found.end() : end].strip()
        if head.startswith(_GROUPS):
            made.append(f"{head}{{{''.join(_rules(inside))}}}")
        elif head.startswith("@"):
            made.append(f"{head}{{{inside}}}")
        elif selectors := [one for part in _parts(head) for one in _within(part)]:
            made.append(f"{','.join(selectors)}{{{inside}}}")
        at = end + 1
    return made


def _closing(css: str, at: int) -> int:
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(css[at], 0)
        at += 1
    return at - 1


def _parts(selectors: str) -> list[str]:
    """Return the selectors of a list; commas inside of parentheses part nothing."""
    parts, depth = [""], 0
    for char in selectors:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [" ".join(part.split()) for part in parts]


def _within(selector: str) -> list[str]:
    if selector == ":root body":  # what Material is told of our colours; there, it tells us
        return []
    if selector.split(" ", 1)[0].split(".", maxsplit=1)[0] == "body":
        return [WITHIN + selector.removeprefix("body")]
    if found := _ROOT.fullmatch(selector):
        return _of_root(selector, found[1], found[2] or "")
    if selector.startswith((":lang", "[lang]", ":not(:lang")):
        return [WITHIN + selector, f"{WITHIN} {selector}"]
    return [f"{WITHIN} {selector}"]


def _of_root(selector: str, state: str, rest: str) -> list[str]:
    """Return what stands for a selector of the root: in a state, perhaps, and of what is in it, perhaps."""
    if _SCHEME.search(state):
        return []
    if not rest:
        return [WITHIN] if selector == ":root" else []
    # A language is the page's; what a reader chose is told by the document.
    of_language = state.startswith((":lang", ":not(:lang"))
    return [f"{WITHIN}{state} {rest}" if of_language else f":root{state} {WITHIN} {rest}"]
