"""The sentence around a quotation: what stands left and right of it, with every quotation blanked out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from digest.model import Article, Span
from digest.quote.find.limits import LEAD_LENGTH, NEAR_QUOTATIONS, SENTENCE_LENGTH, TAG_LENGTH
from digest.quote.find.marks import Marked
from digest.quote.grammar import MASK, UPPER, Grammar, grammar_of

TERMINALS = ".!?…。！？؟।۔"
_LEADS_ON = re.compile(r",[ \u00a0]*[“„«\"]")
_ABBREVIATION = re.compile(rf"(?:(?<!\w)[{UPPER}]|(?<!\w)(?:\w\.)+\w|(?<!\w)(?P<word>\w{{1,5}}))\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """A quotation and the sentence around it."""

    marked: Marked
    left: Span
    """From the start of the sentence to the opening mark."""
    right: Span
    """From the closing mark to the end of the sentence."""
    tail: str
    """The last character said, and what stands between it and the closing mark, included."""
    said: str = ""
    """What stands between the marks."""


@dataclass(frozen=True, slots=True)
class Frames:
    """All quotations of an article in their sentences."""

    masked: str
    """The article's text, each quotation replaced by as many masks."""
    frames: tuple[Frame, ...]


def frames_of(article: Article, marked: tuple[Marked, ...], grammar: Grammar) -> Frames:
    """Return the sentence around each quotation."""
    masked = _masked(article.text, marked, grammar)
    frames = []
    breaks_of: dict[Span, list[int]] = {}
    for number, quotation in enumerate(marked):
        block = quotation.block
        if block not in breaks_of:
            breaks_of[block] = _breaks(masked, block, grammar)
        breaks = breaks_of[block]
        at = bisect_left(breaks, quotation.outer.start + 1)
        start = breaks[at - 1] if at else _led_from(masked, block, quotation, grammar)
        after = bisect_left(breaks, quotation.outer.end)
        end = max(breaks[after] if after < len(breaks) else block.end, quotation.outer.end)
        near = _near(marked, number)
        left = Span(max(start, near.start), quotation.outer.start)
        right = Span(quotation.outer.end, min(end, near.end))
        tail = article.text[quotation.span.end - 1 : quotation.outer.end]
        frames.append(Frame(quotation, left, right, tail, quotation.span.of(article.text)))
    return Frames(masked, tuple(frames))


def _near(marked: tuple[Marked, ...], number: int) -> Span:
    """Return how far the sentence of a quotation may reach.

    One of hundreds of quotations is a list, or an attack: without a limit all of it would be read for each.
    """
    outer = marked[number].outer
    start, end = outer.start - SENTENCE_LENGTH, outer.end + SENTENCE_LENGTH
    if number >= NEAR_QUOTATIONS:
        start = max(start, marked[number - NEAR_QUOTATIONS].outer.start)
    if number + NEAR_QUOTATIONS < len(marked):
        end = min(end, marked[number + NEAR_QUOTATIONS].outer.end)
    return Span(min(start, outer.start), max(end, outer.end))


def _led_from(masked: str, block: Span, quotation: Marked, grammar: Grammar) -> int:
    """Return where the first sentence of a paragraph begins, or the one before that ends in a colon."""
    if masked[block.start : quotation.outer.start].strip():
        return block.start
    floor = max(0, block.start - LEAD_LENGTH)
    lead = masked[floor : block.start].rstrip()
    if not lead.endswith((":", "：")):
        return block.start
    passage = Span(floor + lead.rfind("\n") + 1, floor + len(lead))
    breaks = _breaks(masked, passage, grammar)
    return breaks[-1] if breaks else passage.start


def _masked(text: str, marked: tuple[Marked, ...], grammar: Grammar) -> str:
    """Blank out the quotations; one that ends its sentence keeps the sentence's last mark."""
    pieces, at = [], 0
    for quotation in marked:
        outer = quotation.outer
        last = text[max(quotation.span.end - 1, 0)]
        ends = last in TERMINALS and not _is_tagged(text, outer.end, quotation.block.end, last, grammar)
        pieces += [text[at : outer.start], MASK * (outer.end - outer.start - 1), last if ends else MASK]
        at = outer.end
    return "".join((*pieces, text[at:])).replace("―", "—")  # the rules know one long dash


def _is_tagged(text: str, at: int, block_end: int, last: str, grammar: Grammar) -> bool:
    """Tell whether a short clause after the quotation still belongs to its sentence."""
    stop = min(at + TAG_LENGTH, block_end)
    verb = grammar.verb.search(text, at, stop)
    if not verb or re.search(r"[.!?;:。！？；：“„«\"]", text[at : verb.start()]):
        return False
    rest = text[verb.end() : stop].lstrip(" \u00a0")
    if last in ".。":
        lead = text[at : verb.start()].lstrip(" \u00a0")
        if "," in lead.strip(", \u00a0") or (lead[:1] != "," and _LEADS_ON.match(rest)):
            return False
        return not rest or rest[0] in ".,;，。；" or bool(grammar.spoken.match(rest))
    clause = re.split(r"[.!?;。！？；\n]", rest, maxsplit=1)[0]
    return not re.search(r"[:：“„«\"]", clause)


@cache
def _break_pattern(code: str) -> re.Pattern[str]:
    row = grammar_of(code).row
    if not row.spaced:
        return re.compile(r"[。！？…][”’」』）)]*")
    following = rf"[{UPPER}\d{MASK}¿¡(\[“„«\"–—-]" if row.cased else r"\S"
    return re.compile(rf"[.!?…؟]['”\"’»)\]]*\s+(?={following})")


def _breaks(masked: str, block: Span, grammar: Grammar) -> list[int]:
    """Return where sentences begin inside a paragraph, its own start excluded."""
    found = _break_pattern(grammar.row.code).finditer(masked, block.start, block.end)
    return [match.end() for match in found if not _is_abbreviation(masked, match.start(), grammar)]


def _is_abbreviation(masked: str, at: int, grammar: Grammar) -> bool:
    if masked[at] != ".":
        return False
    found = _ABBREVIATION.search(masked, max(0, at - 12), at)
    if not found or not grammar.row.spaced:
        return False
    word = found.group("word")
    return word is None or word.isdigit() or word.lower() in grammar.titles.whole
