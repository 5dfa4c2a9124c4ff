"""Words that newspapers print as given names, in any language, and names of agencies and papers.

The lists stand beside this module (`men.txt`, `women.txt`, `outlets.txt`), so that a native speaker can mend
them; given names are in `digest/languages/given`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from digest.languages.given import given_names
from digest.quote.grammar import UPPER, Grammar

_FEMININE = ("a", "а", "я")
_INITIAL = re.compile(rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*")


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or begins with one, or is an initial.

    >>> [is_given(word) for word in ("Rosa", "Jean-Luc", "J.", "José", "Instytutu")]
    [True, True, True, True, False]
    """
    if word in given_names():
        return True
    first, hyphen, _ = word.partition("-")
    return bool(hyphen and first in given_names()) or _INITIAL.fullmatch(word) is not None


def is_bent(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a given name in a case of which no subject is: Polish `Nicolásem`."""
    if is_given(word) or not grammar.row.case_endings:
        return False
    ends = (*grammar.row.oblique_endings, *grammar.row.genitive_endings)
    if any(is_given(word.removesuffix(end)) for end in ends if end and word.endswith(end)):
        return True
    stems = (word.removesuffix(end) for end in grammar.row.case_endings if word.endswith(end))
    return any(is_given(stem + end) for stem in stems for end in _FEMININE)  # `Asiu`


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of an agency, a paper or a broadcaster, as far as the list goes.

    >>> is_outlet("Reuters"), is_outlet("Paul Reuter")
    (True, False)
    """
    return name in _outlets()


def is_man(word: str) -> bool:
    """Tell whether a word is a given name of men alone, as far as the list goes."""
    return word in _words_of("men.txt")


def is_woman(word: str) -> bool:
    """Tell whether a word is a given name of women alone, as far as the list goes.

    >>> is_woman("Anne"), is_man("Emmanuel"), is_man("Andrea")
    (True, True, False)
    """
    return word in _words_of("women.txt")


@cache
def _words_of(file: str) -> frozenset[str]:
    return frozenset(word for line in _lines(file) for word in line.split())


@cache
def _outlets() -> frozenset[str]:
    lines = _lines("outlets.txt")
    return frozenset(name.strip() for line in lines for name in line.split(","))


def _lines(file: str) -> list[str]:
    text = files(__package__).joinpath(file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
