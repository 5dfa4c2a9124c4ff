"""Words by which a change of meaning is known: denials, answers, degrees of certainty, opposites.

In goes a text and its language; out come the words that deny (`negations`), say yes or no (`answers`), say
how certain something is (`modality`), stand on either side of a matter (`opposites`) or tell who did it
(`acts`); `slight` holds what may stand for each other without another meaning, `places` the names that are
translated, `gazetteer` which places a text names, `countries` which countries. Each list has a row a
language: a new one adds a line here.
"""

from __future__ import annotations

from digest.languages.senses.acts import acts_of, stands
from digest.languages.senses.answers import answer, answers_otherwise
from digest.languages.senses.cities import named_cities
from digest.languages.senses.clauses import clauses_at
from digest.languages.senses.countries import Place, countries_of, places_of_countries
from digest.languages.senses.factors import factors_of, of_a_quarter, says_little
from digest.languages.senses.gazetteer import named_places
from digest.languages.senses.modality import Modality, certainty, modalities
from digest.languages.senses.negations import (
    blanked,
    denials,
    denied_clauses,
    denies,
    half_denied,
    may_deny,
    without_denials,
)
from digest.languages.senses.opposites import Said, Sides, answered, opposed, opposed_of, sides
from digest.languages.senses.places import is_place
from digest.languages.senses.slight import light, say_alike

__all__ = [
    "Modality",
    "Place",
    "Said",
    "Sides",
    "acts_of",
    "answer",
    "answered",
    "answers_otherwise",
    "blanked",
    "certainty",
    "clauses_at",
    "countries_of",
    "denials",
    "denied_clauses",
    "denies",
    "factors_of",
    "half_denied",
    "is_place",
    "light",
    "may_deny",
    "modalities",
    "named_cities",
    "named_places",
    "of_a_quarter",
    "opposed",
    "opposed_of",
    "places_of_countries",
    "say_alike",
    "says_little",
    "sides",
    "stands",
    "without_denials",
]
