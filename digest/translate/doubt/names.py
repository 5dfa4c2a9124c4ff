"""Names that no engine may lose: found in texts by their spelling, looked for in outputs in any form."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from digest import languages
from digest.languages.latin import folded, latin, spelling
from digest.languages.sounds import nearly_spelt, sounds_like, sounds_within
from digest.translate.doubt.exchanged import WORD, exchanged

_PARTS = re.compile(r"[\s·・]+")
_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""Letters. Shorter names are too often words of another language."""
_START = 3
"""Letters by which declined names are found before they are compared."""
_ENDING = 3
"""Letters that declining may add to a word or change at its end."""


@dataclass(frozen=True, slots=True)
class Name:
    """Every way one name is written: by its last word, or only `whole`."""

    forms: tuple[str, ...]
    whole: bool = False

    def telling(self) -> tuple[str, ...]:
        """Return the word that stands for the name in a text, of each of its forms."""
        parts = (form if self.whole else _PARTS.split(form.strip())[-1] for form in self.forms)
        words = (_WORD.findall(part) for part in parts)
        return tuple(dict.fromkeys(max(found, key=len) for found in words if found))


@dataclass(frozen=True, slots=True)
class Names:
    """Names by what stands in a text for them, so that a text meets those alone that it may have."""

    names: tuple[tuple[Name, tuple[str, ...]], ...]
    """Each with its telling words; only those that tell."""
    by_spelling: Mapping[str, list[int]]
    by_stem: Mapping[str, list[int]]
    """By what declining leaves of them, folded; short ones by all of it."""
    by_characters: Mapping[str, list[int]]
    """By the first two characters, of those that texts without spaces may have."""

    @classmethod
    def of(cls, names: Iterable[Name]) -> Names:
        """Index names, once for all texts."""
        known = ((name, name.telling()) for name in names)
        telling = tuple(one for one in known if any(len(latin(form)) >= SHORTEST for form in one[1]))
        tables: tuple[dict[str, list[int]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
        for number, (_, forms) in enumerate(telling):
            for form in forms:
                if len(form) >= SHORTEST:
                    tables[0][spelling(form)].append(number)
                plain = folded(form)
                tables[1][_stem(plain)].append(number)
                if not form.isascii():
                    tables[2][form[:2]].append(number)
        return cls(telling, *map(dict, tables))

    def perhaps_in(self, source: str, language: str) -> tuple[Name, ...]:
        """Return the names that stand in a text, and few others, in their order."""
        return tuple(
            self.names[number][0] for number in sorted(self._perhaps_in(_Words.of(source, language)))
        )

    def damaged(self, source: str, output: str, pair: tuple[str, str]) -> str | None:
        """A name that is lost, or two that changed places."""
        before = _Words.of(source, pair[0])
        found = sorted(self._perhaps_in(before))
        return self._lost(before, found, source, output, pair) or self._exchanged(
            before, found, source, output, pair
        )

    def lost(self, source: str, output: str, pair: tuple[str, str]) -> str | None:
        """A name that is in the source and in no form in the output."""
        before = _Words.of(source, pair[0])
        return self._lost(before, sorted(self._perhaps_in(before)), source, output, pair)

    def _lost(
        self, before: _Words, found: Sequence[int], source: str, output: str, pair: tuple[str, str]
    ) -> str | None:
        after = _Words.of(output, pair[1]) if found else before
        for number in found:
            name, forms = self.names[number]
            there = next((form for form in forms if before.name(form)), None)
            if not there or not _is_whole(name, source) or any(map(after.name, forms)):
                continue
            # What only sounds like it is no evidence beside a name that the source has not.
            if not any(map(after.sounds_of, forms)) or _newcomer(before, after):
                return f"a name lost: {there}"
        return None

    def _exchanged(
        self, before: _Words, found: Sequence[int], source: str, output: str, pair: tuple[str, str]
    ) -> str | None:
        there = [
            (own, forms)
            for name, forms in (self.names[number] for number in found)
            if (own := next((form for form in forms if before.name(form)), None)) and not name.whole
        ]
        if len(there) < 2:
            return None
        heard = languages.row(pair[1]).cased
        names = [
            (own, partial(_stands_for, (own,), heard=True), partial(_stands_for, forms, heard=heard))
            for own, forms in there
        ]
        two = exchanged(source, output, names, pair)
        return f"names exchanged: {two}" if two else None

    def _perhaps_in(self, text: _Words) -> set[int]:
        """Return the numbers of all names that stand in a text, and of few others."""
        found = {number for word in text.spellings for number in self.by_spelling.get(word, ())}
        for word in text.folded:
            for stem in _stems(word):
                found.update(self.by_stem.get(stem, ()))
        if not text.spaced:
            pairs = {text.text[at : at + size] for at in range(len(text.text)) for size in (1, 2)}
            found.update(number for pair in pairs for number in self.by_characters.get(pair, ()))
        return found


def _is_whole(name: Name, source: str) -> bool:
    """Tell whether a name that is only itself as a whole stands so in a source."""
    return not name.whole or any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", source) for form in name.forms)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text to look names up in."""

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    starts: frozenset[str]
    """The first letters of each word: what costs little to compare."""
    spellings: frozenset[str]
    spaced: bool

    @classmethod
    @lru_cache(maxsize=1024)  # a source is looked through for each language that it is translated to
    def of(cls, text: str, language: str) -> _Words:
        words = tuple(dict.fromkeys(WORD.findall(text)))
        plain = tuple(map(folded, words))
        starts = frozenset(word[:_START] for word in plain)
        return cls(
            text, words, plain, starts, frozenset(map(spelling, words)), languages.row(language).spaced
        )

    def name(self, form: str) -> bool:
        """Tell whether a form stands here, as it is or declined."""
        if not self.spaced and not form.isascii():
            return form in self.text
        if len(form) >= SHORTEST and spelling(form) in self.spellings:
            return True
        plain = folded(form)
        return plain[:_START] in self.starts and any(_declined(plain, word) for word in self.folded)

    def sounds_of(self, form: str) -> bool:
        """Tell whether a form may stand here in another script or spelling."""
        if not self.spaced and sounds_within(form, self.text):
            return True
        return any(
            nearly_spelt(form, word) if _scripts(form) & _scripts(word) else sounds_like(form, word)
            for word in self.words
            if not word[0].islower()
        )


def _newcomer(before: _Words, after: _Words) -> str | None:
    """Return a name in the letters of a source that stands in an output of another script, and not there."""
    if not any(map(str.isascii, before.words)) or sum(map(str.isascii, after.words)) * 2 > len(after.words):
        return None
    names = (word for word in after.words if word.isascii() and len(word) >= SHORTEST and word.istitle())
    return next((name for name in names if not any(nearly_spelt(name, one) for one in before.words)), None)


def _stands_for(forms: Sequence[str], word: str, *, heard: bool) -> bool:
    """Tell whether a word is one of the forms of a name, declined or, where it is `heard`, in another script.

    Without capital letters too many words sound like a name.
    """
    if word[0].islower():
        return False
    plain = folded(word)
    return any(
        _declined(folded(form), plain)
        if _scripts(form) & _scripts(word)
        else heard and sounds_like(form, word)
        for form in forms
    )


def _stem(word: str) -> str:
    """Return what declining leaves of a word."""
    return word if len(word) < SHORTEST else word[: max(SHORTEST, len(word) - 1)]


def _stems(word: str) -> Iterator[str]:
    """Yield the stems of all names that a word may be a form of."""
    yield word
    for length in range(max(SHORTEST, len(word) - _ENDING - 1), len(word)):
        yield word[:length]


def _declined(word: str, other: str) -> bool:
    """Tell whether two words differ in no more than their ends."""
    return word == other or (
        len(word) >= SHORTEST and other.startswith(_stem(word)) and len(other) <= len(word) + _ENDING
    )


def _scripts(word: str) -> frozenset[str]:
    """Return the scripts of the letters in `word`."""
    return frozenset(map(_script, word))


@lru_cache(maxsize=10_000)
def _script(character: str) -> str:
    """Return a letter's script, as the names of characters begin."""
    return unicodedata.name(character, "").split(" ")[0]
