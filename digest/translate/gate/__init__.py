"""A source and a machine's output → why it is no translation, or None.

In go two texts and their languages. Out comes the first objection of a rule, in a few words that editors
read in the memory, or None. The rules are few and blunt; the worst that a wrong refusal does is that the
original is shown alone. `rules` has them in order: addresses and signs, copies and what is said again, a tail
in the source's language, numbers (`digest.languages.numbers`), half a name, length, sentences. What is less
sure makes an output doubtful (`digest.translate.doubt`), with the help
of the others of these.
"""

from digest.translate.gate.left import tail_left, word_left
from digest.translate.gate.marks import half_left, in_capitals, open_bracket
from digest.translate.gate.names import mangled, other_half
from digest.translate.gate.rules import refusal

__all__ = [
    "half_left",
    "in_capitals",
    "mangled",
    "open_bracket",
    "other_half",
    "refusal",
    "tail_left",
    "word_left",
]
