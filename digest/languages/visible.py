"""Whether a text shows anything: letters that are blank, spaces and what only steers others show nothing."""

from __future__ import annotations

import unicodedata

_NOTHING = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Mc", "Me"})
"""General categories of what needs something else to be seen."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers of Hangul and the empty pattern of Braille: letters and symbols by category, and blank."""


def shows(text: str) -> bool:
    r"""Tell whether a reader sees anything of a text.

    >>> shows("😀"), shows("—"), shows("\u200b\u200d"), shows("\u3164"), shows("")
    (True, True, False, False, False)
    """
    return any(unicodedata.category(one) not in _NOTHING and one not in _BLANK for one in text)
