"""Words by which a change of meaning is known: denials, answers, degrees of certainty, opposites.

In goes a text and its language; out come the words that deny (`negations`), say yes or no (`answers`), say
how certain something is (`modality`), or stand on either side of a matter (`opposites`); `slight` holds what
may stand for each other without another meaning, `places` the names that are translated. Each list has a row
a language: a new one adds a line here.
"""

from __future__ import annotations

from digest.languages.senses.answers import answer, answers_otherwise
from digest.languages.senses.modality import Modality, modalities
from digest.languages.senses.negations import blanked, denials, denies, half_denied, may_deny, without_denials
from digest.languages.senses.opposites import opposed
from digest.languages.senses.places import is_place
from digest.languages.senses.slight import light

__all__ = [
    "Modality",
    "answer",
    "answers_otherwise",
    "blanked",
    "denials",
    "denies",
    "half_denied",
    "is_place",
    "light",
    "may_deny",
    "modalities",
    "opposed",
    "without_denials",
]
