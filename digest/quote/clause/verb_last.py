"""Who said it where the verb stands after the quotation and its subject before: Turkish, Japanese, Korean."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Span
from digest.quote.find import TAG_LENGTH
from digest.quote.grammar import MASK, Grammar
from digest.quote.names import Mention, People


def verb_after(masked: str, right: Span, grammar: Grammar) -> str | None:
    """Return the verb of saying that the words right after a quotation lead to, or None.

    Where the language marks what was said, that mark must stand there; a further quotation may follow it.
    """
    end = min(right.end, right.start + TAG_LENGTH)
    lead = masked[right.start : end].partition(MASK)[0]
    if not grammar.said_after.match(lead.lstrip(" ,\u00a0")):
        return None
    found = grammar.tag_verb.search(masked, right.start, right.end)
    if found is None:
        return None
    return found.group() if MASK in masked[right.start : found.start()] or found.start() < end else None


def subject_before(left: Span, masked: str, people: People, grammar: Grammar) -> Mention | None:
    """Return the only person before the quotation that can be the subject of its sentence."""
    named = [mention for mention in people.between(left.start, left.end) if not mention.owner]
    marked = [mention for mention in named if grammar.subject_mark.match(masked, mention.span.end)]
    if grammar.row.subject_marks:
        own = masked.rfind(MASK, left.start, left.end) + 1
        ends = masked[own : left.end].rstrip(" \u00a0、,").endswith(grammar.row.subject_marks)
        if own and ends:  # a subject of its own stands between two quotations
            marked = [mention for mention in marked if mention.span.start >= own]
        return _only(marked, people)
    free = [mention for mention in named if not grammar.other_after.match(masked, mention.span.end)]
    parted = [mention for mention in free if masked[mention.span.end : mention.span.end + 1] in {",", ""}]
    return _only(free, people) or _only(parted, people)


def _only(mentions: Sequence[Mention], people: People) -> Mention | None:
    """Return the last of several mentions of one person, or None where there are several people."""
    names = {people.fullest(mention) for mention in mentions}
    return mentions[-1] if len(names) == 1 else None
