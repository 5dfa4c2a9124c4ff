"""Names where they stand, parts of them, and the cases that languages decline them in."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Span
from digest.quote.grammar import Grammar
from digest.quote.names.known import is_given
from digest.quote.names.limits import ACCUSATIVE_LETTERS, COMMON_STEM, FULL_NAME_WORDS, TELLING_ENDING

_FEMININE = ("а", "я", "a")
_FEMININE_ADJECTIVE = ("a", "á", "а")
_PLAIN_ENDINGS = ("a", "o", "а", "я", "о")
"""What a plain given name may end with where its stem ends in a consonant."""
NEVER = "\0"
"""What no word ends with."""
_VOWELS = "аеёиоуыэюяєіїйaeiouyąęóáéíúýě"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person where it stands."""

    span: Span
    words: tuple[str, ...]
    titled: bool = False
    """Whether a title or role stands before it."""
    owner: bool = False
    """Whether it is a possessive: `Maduro’s`."""


def holds(name: tuple[str, ...], part: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether `part` is a part of `name`, in order, allowing for case endings."""
    if not grammar.row.case_endings:
        if len(part) == 1:
            return part[0] in name
        rest = iter(name)
        return all(word in rest for word in part)
    rest = iter(name)
    return all(any(_same(word, other, grammar) for other in rest) for word in part)


def _same(one: str, other: str, grammar: Grammar) -> bool:
    if one == other:
        return True
    endings = grammar.row.case_endings
    stem = min(COMMON_STEM, len(one) - 1, len(other) - 1)
    if one[:stem] != other[:stem]:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    common = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return all(rest in {"", *endings} for rest in (one[common:], other[common:]))


def is_base(word: str, declined: str, grammar: Grammar) -> bool:
    """Tell whether a word is the form that another only adds a case ending to."""
    return declined.startswith(word) and declined[len(word) :] in grammar.row.case_endings


def is_declined(word: str, name: str, grammar: Grammar) -> bool:
    """Tell whether a word is a form of a name in a case of which no subject is."""
    row = grammar.row
    oblique = row.oblique_endings if word == name else (*row.oblique_endings, *row.genitive_endings)
    return word.endswith(oblique) and _same(word, name, grammar)


def plain(name: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    """Return the plain form of a man's name in the genitive, or the name as it is: `Сергея Лаврова`."""
    if len(name) != FULL_NAME_WORDS:
        return name
    given = _only(_mans_given(name, grammar)) or _plain_given(name[0], grammar)
    if given is None:
        return name
    pairs = [(end, base) for end, base in grammar.row.plain_surnames if name[1].endswith(end)]
    if given.endswith(_FEMININE) and name[1][-1:] not in _VOWELS:
        # Surnames of women that end so are the same in every case, `Anny Lund`; adjectives are not.
        pairs = [(end, base) for end, base in pairs if base.endswith(_FEMININE_ADJECTIVE)]
        return next(((given, name[1].removesuffix(end) + base) for end, base in pairs), (given, name[1]))
    return next(((given, name[1].removesuffix(end) + base) for end, base in pairs), name)


def _plain_given(word: str, grammar: Grammar) -> str | None:
    """Return the plain form of a given name in another case, by the row's names or by the only one of all."""
    known = grammar.declined_given_names.get(word)
    if known or is_given(word) or not grammar.row.plain_surnames:
        return known
    return _only(_givens(word, grammar))


def _givens(word: str, grammar: Grammar) -> set[str]:
    """Return the given names that a word may be another case of."""
    endings = (*grammar.row.oblique_endings, *grammar.row.genitive_endings)
    stems = {word.removesuffix(end) for end in endings if end and word.endswith(end)}
    return {stem + end for stem in stems for end in ("", *_PLAIN_ENDINGS) if is_given(stem + end)}


def _mans_given(name: tuple[str, ...], grammar: Grammar) -> set[str]:
    """Return what a man may be called whose surname is in the genitive: Serbian `Бранка Савића`."""
    if not is_mans(name[-1], grammar):
        return set()
    return {given for given in _givens(name[0], grammar) if not given.endswith(_FEMININE)}


def _only(found: set[str]) -> str | None:
    return found.pop() if len(found) == 1 else None


def is_mans(surname: str, grammar: Grammar) -> bool:
    """Tell whether a surname is a man's in the genitive, as no plain one and no woman's is."""
    return surname.endswith(grammar.row.mens_genitives or (NEVER,))


def is_accusative(name: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether a full name may be a man's in the accusative, its surname in `a`: `Bruna Sovu`."""
    if len(name) != FULL_NAME_WORDS or len(name[1]) < ACCUSATIVE_LETTERS:
        return False
    if not name[1].endswith(grammar.row.accusative_endings or (NEVER,)) or is_given(name[1]):
        return False
    return _is_mans_given(name[0], grammar)


def is_genitive(name: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether a full name may be a man's in the genitive, though it may be a woman's: `Jana Lara`."""
    endings = grammar.row.genitive_endings
    return bool(endings) and name[-1].endswith(endings) and _is_mans_given(name[0], grammar)


def _is_mans_given(word: str, grammar: Grammar) -> bool:
    return word.endswith(grammar.row.genitive_endings) and bool(_givens(word, grammar) - {word})


def is_oblique(name: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether a name by itself shows that it is no subject: `Elona Muska`, `Зеленского`."""
    row = grammar.row
    if len(name) > 1 and (name[0] in grammar.declined_given_names):
        return True
    if is_accusative(name, grammar) or (len(name) > 1 and is_mans(name[-1], grammar)):
        return True
    if len(name) > 1 and row.oblique_endings and all(word.endswith(row.oblique_endings) for word in name):
        return True
    long = tuple(end for end in (*row.oblique_endings, *row.genitive_endings) if len(end) >= TELLING_ENDING)
    return name[-1].endswith(long) and name[-1] not in grammar.given_names
