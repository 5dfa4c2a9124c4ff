"""A denial that one of two texts in one language has lost, inside the part that they share."""

from __future__ import annotations

import re
from collections.abc import Collection

from digest.languages.senses import denials, light
from digest.match.alike import SAME_START, Text, prepared

_NEXT = 4
"""How many words after a denial are taken for what it denies."""
_NEAR = 5
"""How many words before the same word of the other text a denial may stand there."""
_TELLING = (4, 3)
"""Letters of a word that shows that the texts are of one thing here; the second if none has the first."""
_SHORTENED = 0.7
"""A wording with a smaller share of the other one's words is a part of it."""


_AROUND = " \t\n.,;:!?…\"'“”„«»‘’—–-。，！？；：、「」"
_CLAUSE = re.compile(r"[.!?…;:,—–。！？；：，、]")


def denied(first: str, second: str, language: str) -> bool:
    """Tell whether one text denies what the other says, in one language.

    A part that stands word for word in the whole has lost no denial but one right before it: what else the
    whole denies is not in the part.
    """
    part, whole = sorted((first, second), key=len)
    at = whole.casefold().find(part.casefold().strip(_AROUND))
    if at >= 0:
        clause = _CLAUSE.split(whole[:at])[-1]
        return bool(denials(clause, language))
    return negation_lost(prepared(first, language), prepared(second, language), passing=light(language))


def negation_lost(
    first: Text, second: Text, *, translated: bool = False, passing: Collection[str] = ()
) -> bool:
    """Tell whether one text denies what the other says without denying it.

    What only one of the texts has is no contradiction: a denial counts where a word that it denies stands
    in both. Where one of them is `translated`, the order of their words tells little: what a part that
    begins inside a sentence begins with may be denied in front of it. What is denied is told by none of the
    words that are `passing`.
    """
    pairs = (first, second), (second, first)
    return any(
        _lost(own, other, _NEXT if translated and _cut(other, own) else 0, passing) for own, other in pairs
    )


def _cut(part: Text, whole: Text) -> bool:
    return part.cut and len(part.all_words) < _SHORTENED * len(whole.all_words)


def _lost(text: Text, other: Text, begin: int, passing: Collection[str]) -> bool:
    return any(_says(text.all_words[at + 1 : at + 1 + _NEXT], other, begin, passing) for at in text.denials)


def _says(denied: tuple[str, ...], other: Text, begin: int, passing: Collection[str]) -> bool:
    """Tell whether the other text has, from there on, the first telling word of these, denied nowhere."""
    telling = [word for word in denied if word not in passing]
    word = next((word for least in _TELLING for word in telling if len(word) >= least), None)
    places = [at for at, own in enumerate(other.all_words) if word and own[:SAME_START] == word[:SAME_START]]
    return (
        bool(places)
        and places[-1] >= begin
        and not any(at - _NEAR <= denial <= at + _NEXT for at in places for denial in other.refusals)
    )
