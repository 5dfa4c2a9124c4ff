"""HTML as a reader sees it: parsed as browsers do, without what they hide, with the marks they print.

In goes the source of a page, or the HTML that Markdown became; out comes a tree of lxml in which only text is
left that somebody reads. `page` and `markdown_text` share it.

- `parse`: HTML5's rules for what closes what (lexbor), then lxml, which everything else speaks
- `hidden`, `unseen`: what styles hide; struck out, readings above words, numbers of notes
- `notes`: what those numbers lead to
- `quotations`: `<q>` becomes the marks of its language
- `breaks`: paragraphs that pages part by `<br>` become paragraphs
- `taken`, `crowds`: elements taken out, many at once; lines that hold thousands
- `parts`: words in a language of their own are marked, so that the marks outlast any extractor
"""

from __future__ import annotations

from typing import Any

from digest.read.markup.breaks import INLINE, part_at_breaks
from digest.read.markup.crowds import without_crowds
from digest.read.markup.hidden import without_hidden
from digest.read.markup.parse import fragment_from_html, tree_from_html, without_inline_data
from digest.read.markup.parts import Marking, mark_parts, unmarked
from digest.read.markup.quotations import print_marks, say_whose
from digest.read.markup.taken import drop_all
from digest.read.markup.unseen import drop_unseen

__all__ = [
    "INLINE",
    "Marking",
    "drop_all",
    "fragment_from_html",
    "make_readable",
    "tree_from_html",
    "unmarked",
    "without_crowds",
    "without_inline_data",
]


def make_readable(root: Any, *, language: str) -> Marking:
    """Leave in the tree `root` what is read, as it is read, and return what its marks of language mean.

    Args:
        root: An lxml element; changed in place.
        language: Of whatever does not tell its own.
    """
    without_hidden(root)
    drop_unseen(root)
    print_marks(root, language=language)
    say_whose(root)
    part_at_breaks(root)
    return mark_parts(root)
