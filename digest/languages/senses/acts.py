"""Verbs that have a doer and somebody to whom it is done: `beat`, `sued`; and who is who beside them.

They stand in `acts.txt`, one line a language and role, in its own script: beginnings of words; `.` ends a
whole word, `_` parts the words of a phrase. An act is any such verb: two texts that use one each in the same
place speak of the same one, or of another that says the same of who did it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from digest.languages.latin import folded
from digest.languages.senses.table import table

Forms = tuple[tuple[str, ...], ...]
"""Words of a phrase; a last word that ends with a point is whole."""


@cache
def acts_of(language: str) -> Mapping[str, Forms]:
    """Return by role (`won`, `act`, `by` and the like) the forms of the main language of a code.

    >>> ("beat.",) in acts_of("en-GB")["won"], acts_of("xx")
    (True, {})
    """
    main = language.split("-", maxsplit=1)[0]
    found: dict[str, Forms] = defaultdict(tuple)
    for code, role, *forms in table("acts"):
        if code == main:
            found[role] += tuple(tuple(folded(form).split("_")) for form in forms)
    return dict(found)


def stands(form: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    """Tell whether a form stands at a place among folded words."""
    end = at + len(form) - 1
    if end >= len(words) or words[at:end] != form[:-1]:
        return False
    last = form[-1]
    return words[end] == last[:-1] if last.endswith(".") else words[end].startswith(last)
