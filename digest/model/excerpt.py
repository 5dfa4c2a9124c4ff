"""How much of a text fits into a number of words."""

from __future__ import annotations

import re

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Kana and Han: no white space parts words, so each character counts as one.

That shows less rather than more of a text that is not ours.
"""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SENTENCE_END = re.compile(r"""[.!?…؟۔।։።](?:[ \u00a0\u202f]»|["'”’»“)\]]*)(?=\s|$)|[。！？။។][」』”’]*""")


def fitting(text: str, words: int) -> tuple[int, int]:
    """Return how many characters of `text` fit into `words` words, and how many words were used.

    A text that does not fit ends with its last whole sentence inside, if there is one.

    >>> fitting("One two three. Four five six.", 4)
    (14, 4)
    >>> fitting("One two", 4)
    (7, 2)
    """
    ends = [word.end() for word in _WORD.finditer(text)]
    if len(ends) <= words:
        return len(text), len(ends)
    kept = text[: ends[words - 1]] if words > 0 else ""
    sentences = [found.end() for found in _SENTENCE_END.finditer(kept)]
    return (sentences[-1] if sentences else len(kept)), max(words, 0)
