"""The language words were said in, where the sentence around them tells it: `he said in Spanish`."""

from __future__ import annotations

import re

from digest.quote.credit import Case, Credit
from digest.quote.grammar import MASK, Grammar
from digest.quote.language.limits import NEAR_VERB

_AFTER = re.compile(rf"\s*(?:$|[.,;:!?)(—–。，：；！？،؛«“„\"{MASK}]|-\s)")


def spoken_language(case: Case, given: Credit) -> str | None:
    """Return the language that a verb of saying beside the quotation names, or None."""
    frame, frames, grammar = case.frame, case.frames, case.grammar
    if given.rule == "continued" or not grammar.spoken_codes:
        return None
    masked, left, right = frames.masked, frame.left, frame.right
    start = left.start
    if given.rule != "same-sentence":  # only the same speaker's words share a cue
        start = max(start, masked.rfind(MASK, start, left.end) + 1)
    end = masked.find(MASK, right.start, right.end)
    sides = ((right.start, end if end >= 0 else right.end), (start, left.end))
    for low, high in sides:
        for phrase in grammar.spoken.finditer(masked, low, high):
            if _counts(masked, phrase, low, high, grammar, tagged=given.rule == "around"):
                return grammar.spoken_codes[re.sub(r"\s+", " ", phrase.group().lower())]
    return None


def _counts(
    text: str, phrase: re.Match[str], start: int, end: int, grammar: Grammar, *, tagged: bool
) -> bool:
    """Tell whether a phrase stands by a verb of saying, no quotation between, and is no attribute.

    With `tagged`, the verb stands on the other side of the quotation.
    """
    low, high = max(start, phrase.start() - NEAR_VERB), min(end, phrase.end() + NEAR_VERB)
    before = text[low : phrase.start()].rpartition(MASK)[2]
    after = text[phrase.end() : high].partition(MASK)[0]
    if not (tagged or grammar.verb.search(before) or grammar.verb.search(after)):
        return False
    if not grammar.row.spaced or _AFTER.match(text[phrase.end() : high]):
        return True
    word = re.match(r"\s*([^\s,;:.!?]+)", after)
    following = word.group(1).lower() if word else ""
    if grammar.verb.match(after.lstrip()):
        return True
    return following in grammar.others | grammar.between | grammar.determiners or bool(
        grammar.that.fullmatch(following)
    )
