"""HTML → a tree, as browsers build it.

libxml2 has rules of its own for tags that are left out: `<p>` before `<section>` stays open, and the words of
the next box stand in the paragraph. So lexbor, which follows the standard, parses first and writes every tag
out; what lxml reads then leaves nothing to rules.
"""

from __future__ import annotations

import re
from typing import Any

from digest.read.markup.parts import without_marks

_SHORTEST = 100
"""Characters of a `data:` address that is worth dropping; shorter ones change nothing."""
_INLINE_DATA = re.compile(
    rf"""(?<=["'])data:(?:[\w.+-]+/[\w.+-]+)?[;,][^"'<>]{{{_SHORTEST},}}"""
    rf"""|(?<==)data:(?:[\w.+-]+/[\w.+-]+)?[;,][^\s"'<>]{{{_SHORTEST},}}"""
    rf"""|(?<=\()data:(?:[\w.+-]+/[\w.+-]+)?[;,][^\s"'<>)]{{{_SHORTEST},}}"""
)
_SHADOW = "//template[@shadowrootmode or @shadowmode or @shadowroot]"


def without_inline_data(source: str) -> str:
    """Return a page without its inline images: they say nothing, and may be most of it.

    >>> without_inline_data('<img src="data:image/gif;base64,' + 200 * "A" + '">')
    '<img src="data:,">'
    """
    return _INLINE_DATA.sub("data:,", source) if "data:" in source else source


def tree_from_html(source: str) -> Any:
    """Return the tree of a page, its shadow roots unfolded, or None if there is nothing in it."""
    import lxml.html  # noqa: PLC0415 - most articles are plain
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - as above

    written_out = LexborHTMLParser(without_marks(source)).html
    if not written_out or not written_out.strip():
        return None
    tree = lxml.html.document_fromstring(written_out, parser=lxml.html.HTMLParser(huge_tree=True))
    for root in tree.xpath(_SHADOW):
        root.drop_tag()
    return tree


def fragment_from_html(source: str) -> Any:
    """Return a `div` that holds what the HTML `source` says."""
    tree = tree_from_html(f"<div>{source}</div>")
    return tree.find("body")
