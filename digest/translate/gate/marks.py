"""Marks, addresses and capitals: what an engine that breaks down leaves broken."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from digest.languages.latin import is_cased
from digest.languages.lexicon import RAREST, rarity, stems

_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>«»“”"]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w@/])@[a-z][a-z0-9_]{2,}                            # a handle
    | (?<![\w@/.-])(?:[a-z0-9-]{2,}\.)+[a-z]{2,}/[^\s<>«»“”"]+    # example.org/map
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING = ".,;:!?…)]}'’"
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(
    r"@@|[▁\\^{}♪♫�<>]|(?<![\u0900-\u0dff])(?<![\u0900-\u0dff]\s)\||(?<!\d)~|(?<!\d)(?<!\d\s)[%‰٪](?!\s?\d)|(?<!\w)_(?!\w)"
)
"""A bar may end a sentence in the scripts of India, `~` parts the ends of a range in East Asia."""
_BRACKETS = (("(", ")"), ("[", "]"))
_NARROW = str.maketrans("（）［］【】〔〕", "()[][][]")
_FACE = re.compile(r"[:;=][-']?[()\[\]]|(?:^|\s)\w{1,2}\)(?=\s)")
"""Smileys, and what numbers a list: brackets that stand alone for a reason."""
_PAIRED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AGAIN = re.compile(r"([^\w\s.…*=_-])(?:\s*\1){4,}|\.(?:\s\.){4,}")
_NUMBER_SIGN = re.compile(r"(?<!\w)(?:(?:núm|n\.?[ºo°])\.?+|№)(?!\w|[^\w\n]{0,2}\d)", re.IGNORECASE)
"""A short form of “number” with none after it."""
_NO = re.compile(r"(?<!\w)no(?!\w|\.?\s?\d)", re.IGNORECASE)
_LEAST_CAPITALS = 3
"""Words in capitals that are a headline: two may be the initials of a name."""
_LEAST_LETTERS = 4
"""Letters of a word that languages do not share by chance."""


def addresses(text: str) -> list[str]:
    """Return the addresses of pages and of mail in a text."""
    return [found.rstrip(_CLOSING) for found in _ADDRESS.findall(text)] if _may_hold_one(text) else []


def without_addresses(text: str) -> str:
    """Return a text without them: they are the same in every language."""
    return _ADDRESS.sub(" ", text) if _may_hold_one(text) else text


def _may_hold_one(text: str) -> bool:
    return "@" in text or "/" in text or "www." in text.lower()


def lost_address(source: str, output: str) -> str | None:
    """An address that is not there letter for letter."""
    gone = next((one for one in addresses(source) if one not in output), None)
    return f"an address lost or changed: {gone}" if gone else None


def new_sign(source: str, output: str) -> str | None:
    """A sign that neither the source has nor a number explains (`'%translated-word`)."""
    new = next((sign for sign in _SIGN.findall(output) if sign not in source), None)
    return f"a sign that the source does not have: {new}" if new else None


def mark_again(source: str, output: str) -> str | None:
    """One mark five times in a row, with nothing between."""
    found = _AGAIN.search(output)
    return f"a mark again and again: {found[0][0]}" if found and not _AGAIN.search(source) else None


def open_bracket(source: str, output: str) -> str | None:
    """A bracket that nothing closes or opens, of a source whose brackets are pairs."""
    if _odd(source) or not _odd(output):
        return None
    return "a bracket without the other one"


def _odd(text: str) -> bool:
    text = text.translate(_NARROW)
    if not any(mark in text for pair in _BRACKETS for mark in pair):
        return False
    counts = Counter(_FACE.sub("", _PAIRED.sub("", text)))
    return any(counts[opening] != counts[closing] for opening, closing in _BRACKETS)


def number_for_no(source: str, output: str) -> str | None:
    """`núm.` for “no”, which is short for number in English, and the whole answer, too."""
    if not _NO.search(source):
        return None
    signs = (found[0].rstrip(".") for found in _NUMBER_SIGN.finditer(output))
    sign = next((one for one in signs if one.casefold() not in {"no", "n.o"}), None)
    return f"“{sign}” without a number" if sign else None


def lowered(text: str) -> str:
    """Return a text of capitals in small letters, in which words of a sentence tell themselves from names."""
    return text.lower() if in_capitals(text) else text


@lru_cache(maxsize=1024)
def in_capitals(text: str) -> bool:
    """Tell whether a text of some words is set in capitals, as headlines are."""
    words = _WORD.findall(text)
    letters = "".join(words)
    return len(words) >= _LEAST_CAPITALS and letters.isupper() and is_cased(letters[0])


def half_left(source: str, output: str, language: str) -> str | None:
    """A headline in capitals of which half of the words are the source's still, but for what may be names."""
    if not in_capitals(source):
        return None
    there = set(_WORD.findall(output.casefold()))
    words = [word for word in _WORD.findall(source.casefold()) if len(word) >= _LEAST_LETTERS]
    same = [word for word in words if word in there]
    # In capitals names are told by the lexicon alone, which has none.
    if not any(rarity(stem, language) < RAREST for word in same for stem in stems(word, language)):
        return None
    return f"not translated: {' '.join(same)}" if len(same) >= 2 and len(same) * 2 >= len(words) else None
