"""Common nouns of languages that give capitals to all of them, so that a capital letter tells no name there.

`CODE.txt.xz` beside this module has a noun a line, folded, without those made of others; `tools/nouns` makes
it, `NOTICE.md` says from what.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from collections.abc import Container, Iterable
from functools import cache, lru_cache
from importlib.resources import files

from digest.languages import row
from digest.languages.latin import folded

_LEAST, _PART = 3, 4
"""Letters that an ending leaves of a noun, and of a part of a compound."""
_LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What stands between the parts of a compound."""
_BLOCK = 400
"""Characters that are searched for a noun once it is known where it would stand."""


class Nouns:
    """Words of a sorted text, found where they stand: a set of 73,000 takes six times its memory.

    Args:
        text: A word a line, sorted.
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}"
        self._starts = [0]
        while (start := self._text.find("\n", self._starts[-1] + _BLOCK, -1)) > 0:
            self._starts.append(start)
        self._first = [self._text[start + 1 : self._text.find("\n", start + 1)] for start in self._starts]
        self._starts.append(len(self._text))

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or word < self._first[0]:
            return False
        after = bisect_right(self._first, word)
        return self._text.find(f"\n{word}\n", self._starts[after - 1], self._starts[after] + 1) >= 0


@lru_cache(maxsize=20_000)
def is_noun(word: str, language: str) -> bool:
    """Tell whether a word is a common noun, declined or not, or one made of others.

    Names that are made of nouns (`Tannenrode`, `Steinmeier`) are none. False for every word of a language
    that has no list.

    >>> [is_noun(word, "de") for word in ("Hafens", "Parkgebühren", "Sandkirchen", "Hamas")]
    [True, True, False, False]
    """
    nouns, plain = _nouns(language), folded(word)
    return nouns is not None and is_formed(plain, language, nouns)


def is_formed(word: str, language: str, nouns: Container[str]) -> bool:
    """Tell whether a word, folded, is one of some nouns, declined, or made of them and no name of a place."""
    own = row(language)
    if _is_listed(word, nouns, own.noun_endings):
        return True
    bare = (word, *(word.removesuffix(ending) for ending in own.noun_endings))
    if any(form.endswith(_name_endings(language)) for form in bare):
        return False
    begun = [0]
    for at in range(_PART, len(word) - _PART + 1):
        if any(at - start >= _PART and _is_part(word[start:at], nouns) for start in begun):
            begun.append(at)
    return any(_is_listed(word[at:], nouns, own.noun_endings) for at in begun[1:])


def _is_part(part: str, nouns: Container[str]) -> bool:
    bare = (part.removesuffix(link) for link in _LINKS)
    return any(len(form) >= _PART and form in nouns for form in bare)


def _is_listed(word: str, nouns: Container[str], endings: Iterable[str]) -> bool:
    bare = (word.removesuffix(ending) for ending in ("", *endings))
    return any(len(form) >= _LEAST and form in nouns for form in bare)


@cache
def _name_endings(language: str) -> tuple[str, ...]:
    return tuple(map(folded, row(language).name_endings))


@cache
def _nouns(language: str) -> Nouns | None:
    file = files(__package__).joinpath(f"{language}.txt.xz")
    if not file.is_file():
        return None
    return Nouns(lzma.decompress(file.read_bytes()).decode("utf-8"))
