"""What machine output may not be: a rule looks at a source and an output and says what is wrong, or None."""

from __future__ import annotations

import re

from digest.languages.lengths import in_english
from digest.languages.numbers import lost_and_added
from digest.translate import alignment
from digest.translate.gate.left import left
from digest.translate.gate.marks import (
    lost_address,
    lowered,
    mark_again,
    new_sign,
    number_for_no,
    without_addresses,
)
from digest.translate.gate.names import half_a_name
from digest.translate.gate.repeats import copied, looped, said_twice

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _SHORTEST, _SLACK = 3.0, 0.3, 20
"""How often as long as expected an output may be, in characters of an English text, and what is free."""
_SEVERAL = 4
"""Digits of a number with a sign between thousands."""
_SURELY_LOST, _SURELY_ADDED = 4.0, 6.0
"""Log-odds from which a part is missing (49 in 50); a logarithm of likelihood from which one is too many."""


def refusal(source: str, output: str, *, source_language: str, target_language: str) -> str | None:
    """Return why `output` is no translation of `source`, or None if no rule objects."""
    if not output.strip():
        return "no text"
    pair = (source_language, target_language)
    gone = lost_address(source, output)
    if gone:
        return gone
    source, output = lowered(without_addresses(source)), lowered(without_addresses(output))
    return (
        _symbols(source, output)
        or new_sign(source, output)
        or mark_again(source, output)
        or number_for_no(source, output)
        or copied(source, output)
        or looped(source, output)
        or said_twice(source, output, *pair)
        or left(source, output, *pair)
        or _numbers(source, output, *pair)
        or half_a_name(source, output, source_language)
        or _length(source, output, *pair)
        or _sentences(source, output, *pair)
    )


def _symbols(source: str, output: str) -> str | None:
    """`♪` for a sentence, or a sentence for `…`."""
    if not any(map(str.isalnum, source)):
        return "words instead of symbols" if _WORD.search(output) else None
    return "symbols instead of words" if _WORD.search(source) and not _WORD.search(output) else None


def _numbers(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A number that comes back neither in digits nor in words.

    What stands in the output letter for letter is there: outlets write 1,200 in the way of another language,
    too. The doubts say so where the two languages read it otherwise.
    """
    lost, _ = lost_and_added(source, output, source_language, target_language)
    gone = [one for one in lost if not _stands(one, output)]
    return f"a number lost or changed: {', '.join(gone)}" if gone else None


def _stands(number: str, output: str) -> bool:
    """Tell whether a number of several digits stands in an output as it is written in the source."""
    digits = sum(map(str.isdigit, number)) >= _SEVERAL
    return digits and re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", output) is not None


def _length(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """An absurd length."""
    before = in_english(source, source_language)
    after = in_english(output, target_language)
    if after > before * _LONGEST + _SLACK:
        return "far longer than the source"
    if before > after / _SHORTEST + _SLACK:
        return "far shorter than the source"
    return None


def _sentences(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A sentence lost, or one invented."""
    if alignment.lost(source, output, source_language, target_language) > _SURELY_LOST:
        return "a sentence lost"
    added = alignment.added(source, output, source_language, target_language)
    return "a sentence added" if added > _SURELY_ADDED else None
