"""HTML → a tree, as browsers build it.

libxml2 has rules of its own for tags that are left out: `<p>` before `<section>` stays open, and the words of
the next box stand in the paragraph. So lexbor, which follows the standard, parses first and writes every tag
out; what lxml reads then leaves nothing to rules.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest.read.markup.depth import flattened
from digest.read.markup.parts import without_marks
from digest.read.markup.taken import unwrap_all

_SHORTEST = 100
"""Characters of a `data:` address that is worth dropping; shorter ones change nothing."""
_ENDS = {
    '"': re.compile(r"[\"<>]"),
    "'": re.compile(r"['<>]"),
    "=": re.compile(r"[\s\"'<>]"),
    "(": re.compile(r"[\s\"'<>)]"),
}
"""What ends an address, by the sign before it."""
_KIND = re.compile(r"data:(?:[\w.+-]+/[\w.+-]+)?[;,]")
_NO_TEXT = ["noscript", "svg", "iframe", "nav", "select", "object", "canvas", "audio", "video", "button"]
"""Elements that hold nothing of a text, dropped before a tree is made of the rest."""
_A_TEXT = 60
"""Words of a text, where a notice that there are no scripts has ten."""
_SHADOW = "//template[@shadowrootmode or @shadowmode or @shadowroot]"


def without_inline_data(source: str) -> str:
    """Return a page without its inline images: they say nothing, and may be most of it.

    >>> without_inline_data('<img src="data:image/gif;base64,' + 200 * "A" + '">')
    '<img src="data:,">'
    """
    kept: list[str] = []
    done, at = 0, source.find("data:")
    while at >= 0:
        ends = _ENDS.get(source[at - 1 : at])
        kind = _KIND.match(source, at) if ends else None
        end = ends.search(source, kind.end()) if ends and kind else None
        if end and end.start() - at > _SHORTEST:
            kept += [source[done:at], "data:,"]
            done = end.start()
        at = source.find("data:", max(at + 5, done))
    return "".join([*kept, source[done:]]) if kept else source


def tree_from_html(source: str) -> Any:
    """Return the tree of a page, its shadow roots unfolded, or None if there is nothing in it."""
    from lxml import etree  # noqa: PLC0415 - most articles are plain
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - as above

    page = LexborHTMLParser(flattened(without_marks(source)))
    _keep_what_stands_for_scripts(page)
    page.strip_tags(_NO_TEXT)
    for script in page.css("script"):
        if "ld+json" not in (script.attributes.get("type") or ""):
            script.decompose()
    written_out = page.html
    if not written_out or not written_out.strip():
        return None
    tree = etree.fromstring(written_out.encode("utf-8", "replace"), _parser())
    unwrap_all(tree.xpath(_SHADOW))
    return tree


def _keep_what_stands_for_scripts(page: Any) -> None:
    """Unwrap a `<noscript>` that holds the text itself, which a script of the page shows else."""
    texts = [(node, len(node.text().split())) for node in page.css("noscript")]
    long = [node for node, words in texts if words >= _A_TEXT]
    if long and page.body and sum(words for _, words in texts) * 2 >= len(page.body.text().split()):
        for node in long:
            node.unwrap()


@cache
def _parser() -> Any:
    """Return lxml's parser, with one class for all elements.

    `lxml.html` has others for inputs and forms, and asks a function of Python's which it is each time that
    an element is looked at.
    """
    from lxml import etree, html  # noqa: PLC0415 - most articles are plain

    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def fragment_from_html(source: str) -> Any:
    """Return a `div` that holds what the HTML `source` says."""
    tree = tree_from_html(f"<div>{source}</div>")
    return tree.find("body")
