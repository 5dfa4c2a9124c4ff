"""Forms of a name: parts of it, and the cases that languages decline it in."""

from __future__ import annotations

from digest.quote.grammar import Grammar

_STEM = 3
"""Letters that two forms of a declined name have at least in common."""


def holds(name: tuple[str, ...], part: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether `part` is a part of `name`, in order, allowing for case endings."""
    rest = iter(name)
    return all(any(_same(word, other, grammar) for other in rest) for word in part)


def _same(one: str, other: str, grammar: Grammar) -> bool:
    if one == other:
        return True
    endings = grammar.row.case_endings
    stem = min(_STEM, len(one) - 1, len(other) - 1)
    if not endings or one[:stem] != other[:stem]:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    common = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return all(rest in {"", *endings} for rest in (one[common:], other[common:]))


def is_base(word: str, declined: str, grammar: Grammar) -> bool:
    """Tell whether a word is the form that another only adds a case ending to."""
    return declined.startswith(word) and declined[len(word) :] in grammar.row.case_endings
