"""Statements that a page sets apart as blocks, without marks, and pull quotes that repeat the text."""

from __future__ import annotations

import re

from digest.languages.folding import fold
from digest.model import Article, BlockKind, Span
from digest.quote.find.marks import Marked, trimmed

_COLONS = (":", "：")
_SIGNED = re.compile(r"\s*[—–―]\s*[^\W\d_][^\n.!?…:»”\"—–―]{1,100}(?:\n|$)")
"""A line behind a dash that is no sentence and no dialogue: “— Osvaldo Prieto, almacenero”."""
_MARKS = " \n\t\u00a0“”\"„«»‘’'"


def with_block_quotations(article: Article, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Return the quotations with statements set as blocks, and without those of pull quotes.

    A block is a statement where a colon leads to it, as in `she said in a statement:`, or where a line below
    it names somebody behind a dash; what else pages set apart may be anything.
    """
    apart = [block.span for block in article.blocks if block.kind is BlockKind.QUOTATION]
    if not apart:
        return marked
    text = article.text
    folded = fold(text).text.casefold()
    kept = list(marked)
    taken: Span | None = None
    for span in apart:
        if _is_repeated(span.of(text), folded):
            kept = [one for one in kept if one.block != span]
            continue
        goes_on = taken is not None and not text[taken.end : span.start].strip()
        led = text[: span.start].rstrip().endswith(_COLONS)
        led = led or bool(_SIGNED.match(text[span.end :]))
        if (goes_on or led) and not any(one.block == span for one in kept):
            kept.append(Marked(trimmed(text, span), span, span, "", continues=goes_on and not led))
            taken = span
    return tuple(sorted(kept, key=lambda one: one.outer.start))


def _is_repeated(block: str, folded: str) -> bool:
    """Tell whether the words of a block stand in the text around it, too.

    Args:
        block: As printed.
        folded: The whole text as it is compared, the block among it.
    """
    words = fold(block).text.strip(_MARKS + ".").casefold()
    return bool(words) and folded.count(words) > 1
