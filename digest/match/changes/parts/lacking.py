"""What one wording has and the other lacks: `with his lawyer`, `without a lawyer`.

`With` and its like stand in `acts.txt`. Both wordings name what it is of, right behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.languages import row
from digest.languages.senses import acts_of, denials, stands
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_BEHIND = 3
"""Words behind `with` among which what it is of stands."""


def with_or_without(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return `with` and `without`, as each wording has them, where they are of the same."""
    languages = main(first.language), main(second.language)
    if not all(row(language).spaced for language in languages):
        return None
    here, there = words_of(first.text), words_of(second.text)
    for a, b in shared(here, there, languages):
        own, other = _before(here, a, languages[0]), _before(there, b, languages[1])
        if own and other and own[0] != other[0]:
            having = second if own[0] == "without" else first
            # `Nobody came with a ticket` is `all came without one`.
            if not denials(having.text, main(having.language)):
                return own[1], other[1]
    return None


def _before(words: Sequence[Word], at: int, language: str) -> tuple[str, str] | None:
    """Return which of the two stands next before a word, and how it is printed."""
    plain, own = tuple(word.plain for word in words), acts_of(language)
    for place in range(at - 1, max(-1, at - 1 - _BEHIND), -1):
        if words[place].clause != words[at].clause:
            return None
        for role in ("without", "with"):
            if any(stands(form, plain, place) for form in own.get(role, ())):
                return role, words[place].text
    return None
