"""Whether a text is in a language that no row is written for: one that the model can name, or one it cannot.

The model knows 140 languages, and is sure of one whatever it is given. So a language is named only where it
is clearly likelier than those with a row and than any other, where its letters are those that the language is
written with, and where the model is not known to take texts of other languages for it.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection

from digest import languages
from digest.languages import UNKNOWN
from digest.languages.identify import everything
from digest.quote.language.limits import LEAST, NAMED, OTHER

_VARIETIES = {"arz": "ar", "ary": "ar", "wuu": "zh", "yue": "zh"}
"""Spoken varieties, which newspapers hardly write."""

_ATTRACTORS = frozenset(
    "ace an as ba bcl br bs crh eo ext fuv gcf gcr gom grc guw gug hbo jv kab kik la lij ln ltg nso om pcm "  # noqa: SIM905
    "qu sa sdh sn so st tl tt uzs vec vo wa zxx".split()
)
"""What the model often says of texts in languages that it does not know, as half of the Universal Declaration
in 147 languages showed; and what Babel has no name for."""


def elsewhere(text: str, known: Collection[str], expected: str) -> tuple[str, float]:
    """Return the likeliest language of a text, and by how much it is likelier than all of `known`.

    Args:
        text: of some words.
        known: languages that are told apart with care.
        expected: the one of them that the text is in as a rule.

    Returns:
        The language, `und` where nobody can tell which, and the difference of logarithms; 0 for a known one.
    """
    likely: dict[str, float] = defaultdict(float)
    for code, probability in everything().rank(text):
        likely[_VARIETIES.get(code, code)] += probability
    first, second = sorted(likely, key=lambda code: (-likely[code], code))[:2]
    lead = math.log(likely[first] + LEAST) - math.log(max(likely[code] for code in known) + LEAST)
    if first in known:
        return (first, 0.0) if first == expected or _is_written_so(text, first) else (UNKNOWN, OTHER)
    ahead = math.log(likely[first] + LEAST) - math.log(likely[second] + LEAST)
    named = ahead >= NAMED and first not in _ATTRACTORS and _is_written_so(text, first)
    return first if named else UNKNOWN, lead


def _is_written_so(text: str, code: str) -> bool:
    """Tell whether any letter is one of the language's alphabet: names may bring those of others."""
    own = _alphabets(languages.endonym(code))
    # Chinese and Japanese name themselves in characters alone.
    return not _alphabets(text).isdisjoint(own | ({"HIRAGANA", "KATAKANA"} if "CJK" in own else set()))


def _alphabets(text: str) -> set[str]:
    """Return the alphabets of the letters of a text, as Unicode names them."""
    letters = filter(str.isalpha, text)
    return {unicodedata.name(letter, "").partition(" ")[0].partition("-")[0] for letter in letters}
