"""Names and terms that no engine may lose, and whether an output has them in any form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from digest import languages
from digest.languages.latin import folded, latin, spelling
from digest.languages.sounds import nearly_spelt, sounds_like, sounds_within
from digest.model import Outlet, Person, Term

_PARTS = re.compile(r"[\s·・]+")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters. Shorter names are too often words of another language."""
_START = 3
_ENDING = 3
"""Letters that declining may add to a word or change at its end."""


@dataclass(frozen=True, slots=True)
class Name:
    """Every way one name is written: by its last word, or only `whole`."""

    forms: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Protected:
    """What no engine may lose."""

    names: tuple[Name, ...] = ()
    terms: tuple[Term, ...] = ()

    def spellings(self) -> tuple[str, ...]:
        """Return what stands in texts for a name, and what stays as it is in every language."""
        kept = (term.keep for term in self.terms if term.keep)
        forms = (form for name in self.names for form in name.forms)
        telling = (one for name in self.names if not name.whole for one in _telling(name))
        return tuple(dict.fromkeys((*kept, *forms, *(one for one in telling if len(one) >= _SHORTEST))))


NOTHING = Protected()


def protected(
    people: Iterable[Person] = (), outlets: Iterable[Outlet] = (), glossary: Iterable[Term] = ()
) -> Protected:
    """Return the names of people and outlets, and the terms of the glossary."""
    return Protected(
        (
            *(Name(person.names) for person in people),
            *(Name((outlet.name,), whole=True) for outlet in outlets),
        ),
        tuple(glossary),
    )


def lost_name(source: str, output: str, names: Iterable[Name], pair: tuple[str, str]) -> str | None:
    """A name that is in the source and in no form in the output."""
    before, after = _Words.of(source, pair[0]), _Words.of(output, pair[1])
    for name in names:
        forms = _telling(name)
        there = next((form for form in forms if before.name(form)), None)
        whole = not name.whole or any(re.search(rf"(?<!\w){re.escape(f)}(?!\w)", source) for f in name.forms)
        tells = any(len(latin(form)) >= _SHORTEST for form in forms)
        if there and whole and tells and not any(after.has(form) for form in forms):
            return f"a name lost: {there}"
    return None


@lru_cache(maxsize=10_000)
def _telling(name: Name) -> tuple[str, ...]:
    """Return the word that stands for a name in a text, of each of its forms."""
    parts = (form if name.whole else _PARTS.split(form.strip())[-1] for form in name.forms)
    words = (_WORD.findall(part) for part in parts)
    return tuple(dict.fromkeys(max(found, key=len) for found in words if found))


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
    def of(cls, text: str, language: str) -> _Words:
        words = tuple(dict.fromkeys(_WORD.findall(text)))
        plain = tuple(map(folded, words))
        starts = frozenset(word[:_START] for word in plain)
        return cls(
            text, words, plain, starts, frozenset(map(spelling, words)), languages.row(language).spaced
        )

    def name(self, form: str) -> bool:
        """Tell whether a form stands here, as it is or declined."""
        if not self.spaced and not form.isascii():
            return form in self.text
        if len(form) >= _SHORTEST and spelling(form) in self.spellings:
            return True
        plain = folded(form)
        return plain[:_START] in self.starts and any(_declined(plain, word) for word in self.folded)

    def has(self, form: str) -> bool:
        """Tell whether a form stands here in any script or spelling."""
        return self.name(form) or self._sounds_of(form)

    def _sounds_of(self, form: str) -> bool:
        """Tell whether a form may stand here in another script or spelling."""
        if not self.spaced and sounds_within(form, self.text):
            return True
        return any(
            nearly_spelt(form, word) if _scripts(form) & _scripts(word) else sounds_like(form, word)
            for word in self.words
            if not word[0].islower()
        )


def _declined(word: str, other: str) -> bool:
    """Tell whether two words differ in no more than their ends."""
    stem = word[: max(_SHORTEST, len(word) - 1)]
    return word == other or (
        len(word) >= _SHORTEST and other.startswith(stem) and len(other) <= len(word) + _ENDING
    )


@lru_cache(maxsize=100_000)
def _scripts(word: str) -> frozenset[str]:
    """Return the scripts of the letters in `word`, as the names of characters begin."""
    return frozenset(unicodedata.name(character, "").split(" ")[0] for character in word)


def lost_term(source: str, output: str, terms: Iterable[Term], pair: tuple[str, str]) -> str | None:
    """A term of the glossary that the output has not as the glossary words it."""
    for term in terms:
        own, wanted = (term.in_language(language) for language in pair)
        if own and wanted and _has(source, own, pair[0]) and not _has(output, wanted, pair[1]):
            return f"a term lost: {own} → {wanted}"
    return None


def _has(text: str, term: str, language: str) -> bool:
    """Tell whether the words of a term stand in a text one after the other, as they are or declined."""
    if not languages.row(language).spaced:
        return folded(term) in folded(text)
    words, wanted = _WORD.findall(folded(text)), _WORD.findall(folded(term))
    runs = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(all(map(_inflected, wanted, run)) for run in runs)


def _inflected(word: str, other: str) -> bool:
    """Tell the same of words that agree with others, which changes more of a long one."""
    stem = word[: max(_SHORTEST, len(word) - 1 - len(word) // 6)]
    return word == other or (other.startswith(stem) and abs(len(other) - len(word)) <= _ENDING)
