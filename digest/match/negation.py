"""A denial that one of two texts in one language has lost, inside the part that they share."""

from __future__ import annotations

from digest.match.text import SAME_START, Text

_NEXT = 4
"""How many words after a denial are taken for what it denies."""
_NEAR = 5
"""How many words before the same word of the other text a denial may stand there."""
_TELLING = (4, 3)
"""Letters of a word that shows that the texts are of one thing here; the second if none has the first."""


def negation_lost(first: Text, second: Text) -> bool:
    """Tell whether one text denies what the other says without denying it.

    What only one of the texts has is no contradiction: a denial counts where a word that it denies stands
    in both.
    """
    return _lost(first, second) or _lost(second, first)


def _lost(text: Text, other: Text) -> bool:
    return any(_says(text.all_words[at + 1 : at + 1 + _NEXT], other) for at in text.denials)


def _says(denied: tuple[str, ...], other: Text) -> bool:
    """Tell whether the other text has the first telling word of these, and denies it nowhere."""
    word = next((word for least in _TELLING for word in denied if len(word) >= least), None)
    places = [at for at, own in enumerate(other.all_words) if word and own[:SAME_START] == word[:SAME_START]]
    return bool(places) and not any(
        at - _NEAR <= denial <= at + _NEXT for at in places for denial in other.refusals
    )
