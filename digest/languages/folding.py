"""Texts compared without what typography alone decides: does this passage stand in that text?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Span

QUOTATION_MARKS = "“”„‟«»‹›‘’‚‛'\"`´「」『』〝〞＂＇"
_DROPPED = re.compile(
    rf"[{re.escape(QUOTATION_MARKS)}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]"
)
_ELLIPSIS = re.compile(r"(?:\.\s?){2,}\.|…|⋯")
_CLUSTER = re.compile(
    # Three points in any spelling, also between brackets; an editor's insertion; white space; a letter.
    r"[\[(]\s?(?:…|⋯|(?:\.\s?){2,}\.)\s?[\])]|(?:\.\s?){2,}\."
    r"|\[[^\[\]\n]{0,80}\]|\s+|.[\u0300-\u036f\u0653-\u0655\u3099\u309a\uff9e\uff9f]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and where each of its characters stands in the source."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a range of the compared text."""
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """Return a text without what typography alone decides.

    Compatible forms of letters, quotation marks and invisible characters, runs of white space, ways to
    write an ellipsis and what an editor inserted between square brackets make no difference; every word
    and other mark does.

    >>> fold("“We [the party] will… wait”").text == fold("We will [...] wait").text
    True
    """
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        form = _folded(cluster.group())
        if form == " " and pieces and pieces[-1] == " ":
            continue
        if form == "…" and pieces and pieces[-1] == " ":  # `will… wait` is `will […] wait`
            pieces.pop()
            places.pop()
        pieces.extend(form)
        places.extend([cluster.span()] * len(form))
    return Folded("".join(pieces), tuple(start for start, _ in places), tuple(end for _, end in places))


@lru_cache(maxsize=10_000)  # nearly all of them are single letters
def _folded(cluster: str) -> str:
    if cluster.isspace():
        return " "
    if _ELLIPSIS.fullmatch(cluster.strip("[]() ")):
        return "…"
    if len(cluster) > 1 and cluster[0] == "[":
        return ""
    return _ELLIPSIS.sub("…", _DROPPED.sub("", unicodedata.normalize("NFKC", _DROPPED.sub("", cluster))))
