"""Whether two texts have the same words, so that a translation of one is a translation of the other."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(
    r"(?<!\w)[-–—‒―]+(?!\w)"  # a dash with a letter beside it may be part of a word, or the sign of a number
    r"|(?<!\w)['’]|['’](?!\w)"
    r"|(?<!\d)[.,]|[.,](?!\d)"
    r"|[\"“”„‟«»‹›‘‚‛「」『』()\[\]{}:;…·、。，．：；،؛।]"
)
"""Marks that divide a text. Those that ask or cry out are not among them: they change what is said."""


def same_words(before: str, after: str) -> bool:
    """Tell whether two texts differ in nothing but marks that divide them, and white space.

    >>> same_words("«Sí», dijo.", "“Sí” – dijo")
    True
    >>> same_words("Renuncia.", "¿Renuncia?"), same_words("1.5", "15"), same_words("re-sign", "resign")
    (False, False, False)
    """
    return _plain(before) == _plain(after)


def _plain(text: str) -> list[str]:
    return _MARKS.sub(" ", unicodedata.normalize("NFC", text)).split()
