"""Whether marks hold a noun of the clause around them, by what stands right beside them."""

from __future__ import annotations

import re

from digest.quote.find import TERMINALS, Frame, Frames
from digest.quote.grammar import Grammar, before_word, count_words
from digest.quote.speech.limits import SHORT_NAME, SHORT_NOUN

_NUMBERED = re.compile(r"[^\W\d_]\S*(?:[ \u00a0][^\s.,;:!?]+)?(?:[ \u00a0]?[-–—]?[ \u00a0]?)\d{1,4}")
"""A thing that a number closes: `Nord Stream 2`."""


def is_noun(inner: str, text: str, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether what marks hold is a noun of the clause around them, so that nobody said it."""
    if not grammar.row.spaced and grammar.citing.match(frames.masked, frame.right.start):
        return True  # Chinese `“环球报”引述`: an outlet
    return (
        _is_inflected(text, frame, grammar)
        or _is_numbered(inner, frame, frames, grammar)
        or _is_part_of_clause(inner, frame, frames, grammar)
        or _has_other_ending(inner, frame, frames, grammar)
        or _has_article(inner, frame, frames, grammar)
    )


def _is_inflected(text: str, frame: Frame, grammar: Grammar) -> bool:
    """Tell whether an ending stands right after the marks: what they hold is a noun, Turkish `"…"nın`."""
    row, end = grammar.row, frame.marked.outer.end
    return row.cased and row.verb_last and text[end : end + 1].isalpha()


def _is_numbered(inner: str, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether marks within a clause hold a thing with a number, rather than what opens a sentence."""
    if not grammar.row.cased or not inner[0].isupper() or not inner[-1].isdigit():
        return False
    lead = frames.masked[frame.left.start : frame.left.end].rstrip()
    within = bool(lead) and not lead.endswith((":", ",", "："))
    return within and _NUMBERED.fullmatch(inner) is not None


def _is_part_of_clause(inner: str, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether a name opens what follows a colon, and the clause goes on: `Hall: “Lima” misses us`."""
    if not grammar.row.cased or inner.count(" ") >= SHORT_NAME or inner[-1] in TERMINALS:
        return False
    if not frames.masked[frame.left.start : frame.left.end].rstrip().endswith(":"):
        return False
    after = frames.masked[frame.right.start : frame.right.end]
    goes_on = after.startswith((" ", "\u00a0")) and after.strip()[:1].islower()
    return goes_on and not grammar.tag_verb.match(after.lstrip())


def _has_other_ending(inner: str, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether a particle after a few letters makes them a noun: `「ぐるみび」の責任者`."""
    if not grammar.row.said_after:
        return False
    after = frames.masked[frame.right.start : frame.right.end].lstrip(" 、,")
    short = len(inner) <= SHORT_NOUN or inner.isascii()
    return (
        short
        and after[:1].isalpha()
        and not (inner[-1] in TERMINALS or after.startswith(grammar.row.said_after))
    )


def _has_article(inner: str, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether an article takes a few words with a capital for a name: `el “Tetraodon fluviatilis”`."""
    if (
        not grammar.row.cased
        or grammar.row.nouns_are_capital
        or not inner[0].isupper()
        or inner[-1] in TERMINALS
    ):
        return False
    before = before_word(frames.masked, frame.left.end, frame.left.start).lower()
    return 1 < count_words(inner, spaced=True) <= SHORT_NAME and before in grammar.row.definite
