"""What makes unreviewed machine output doubtful: it is shown, with a notice.

A name of somebody the site quotes that is in the source and in no form in the output was probably
translated as a word ("Sala" for Hall) or lost; a text that denies something and comes back without a word
that denies may say the contrary. Refusing is the gate's business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.languages.latin import latin, skeleton, spelling, words
from digest.languages.negations import negations
from digest.model import Notice, Origin, Translation

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST = 4
"""Letters. Shorter words are too often words of another language."""

Names = Sequence[str]
"""Every way one person's name is written."""


def with_notices(translation: Translation, people: Iterable[Names]) -> Translation:
    """Return the translation with a notice if it is a machine's, unreviewed and doubtful."""
    if translation.origin is not Origin.MACHINE or translation.reviewed:
        return translation
    source, output = translation.segment.text, translation.text
    languages = (translation.segment.language, translation.language)
    if not (loses_a_name(source, output, people) or loses_a_denial(source, output, *languages)):
        return translation
    return replace(translation, notices=(*translation.notices, Notice.DOUBTFUL))


def loses_a_name(source: str, output: str, people: Iterable[Names]) -> bool:
    """Tell whether somebody named in `source` is not named in `output`.

    >>> loses_a_name("Ana Paola Hall habló.", "Ana Paola Room spoke.", [("Ana Paola Hall",)])
    True
    >>> loses_a_name("Мадуро выступил.", "Maduro spoke.", [("Nicolás Maduro", "Николас Мадуро")])
    False
    """
    before, after = _forms(words(source)), _forms(words(output))
    return any(
        _forms(_surnames(names)) & before and not _forms(_surnames(names)) & after
        for names in people
        if _scripts(output) & _scripts(" ".join(names))
    )


def loses_a_denial(source: str, output: str, source_language: str, target_language: str) -> bool:
    """Tell whether the source has a word that denies and the output none, where both languages have some.

    >>> loses_a_denial("No habló.", "He spoke.", "es", "en")
    True
    >>> loses_a_denial("No habló.", "He didn't speak.", "es", "en")
    False
    """
    texts = ((source, negations(source_language)), (output, negations(target_language)))
    if not all(known for _, known in texts):
        return False
    before, after = (any(latin(word) in known for word in _WORD.findall(text)) for text, known in texts)
    return before and not after


def _surnames(names: Names) -> list[str]:
    return [name.split()[-1] for name in names if name.split()]


def _forms(found: Iterable[str]) -> set[str]:
    long = [word for word in found if len(latin(word)) >= _SHORTEST]
    return {spelling(word) for word in long} | {f"{skeleton(word)}." for word in long}


def _scripts(text: str) -> set[str]:
    """Return the scripts of the letters in `text`, as the names of characters begin."""
    return {unicodedata.name(char, "").split(" ")[0] for char in set(text) if char.isalpha()}
