"""Bytes → text → passages → the kept text, and back to Markdown.

`decode` goes by the traps of encodings, `encoded` by those of pages, `markdown_text` and `blocks` make
passages, `written` is the way back: reading what it wrote gives the same again. `foreign` tells a text that
is not in the language it is said to be in, `backwards` one that was copied in the order of the screen.
"""

from __future__ import annotations

from digest.read.text.backwards import reads_backwards
from digest.read.text.blocks import KeptText, Passage, joined, kept_text, passages_from_tree
from digest.read.text.decode import (
    MAX_FILE_BYTES,
    MAX_TEXT_BYTES,
    fitting,
    guillemets,
    text_from_bytes,
)
from digest.read.text.encoded import page_from_bytes
from digest.read.text.foreign import other_language
from digest.read.text.markdown_text import passages_from_markdown
from digest.read.text.written import entry, front_matter, markdown_from_passages, scalar

__all__ = [
    "MAX_FILE_BYTES",
    "MAX_TEXT_BYTES",
    "KeptText",
    "Passage",
    "entry",
    "fitting",
    "front_matter",
    "guillemets",
    "joined",
    "kept_text",
    "markdown_from_passages",
    "other_language",
    "page_from_bytes",
    "passages_from_markdown",
    "passages_from_tree",
    "reads_backwards",
    "scalar",
    "text_from_bytes",
]
