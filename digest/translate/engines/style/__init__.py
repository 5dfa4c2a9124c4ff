"""How a language writes what is no word.

In go a text and a translation; out come marks around a text kept back (`peel`), quotation marks in the target
language's style (`restyled`) and numbers by its rules (`renumbered`). Engines differ in what they make of
these, so it is done around them.
"""

from digest.translate.engines.style.marks import Mark, around, mark_of, marks, restyled, straight, styled
from digest.translate.engines.style.numbers import renumbered
from digest.translate.engines.style.peel import Peeled, peel

__all__ = [
    "Mark",
    "Peeled",
    "around",
    "mark_of",
    "marks",
    "peel",
    "renumbered",
    "restyled",
    "straight",
    "styled",
]
