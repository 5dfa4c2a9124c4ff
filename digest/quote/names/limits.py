"""How long names are, in words and characters. Set by hand on press texts, none fitted."""

from __future__ import annotations

FULL_NAME_WORDS = 2
"""Words of a given and a family name."""
ACRONYM_CAPITALS = 3
"""Capitals of a single word from which it is no name: `ZMiGDP`."""
SHORT_ACRONYM = 4
"""Letters of an acronym with lower-case letters, at most."""
TELLING_ENDING = 3
"""Letters of an ending that no plain surname has."""
ACCUSATIVE_LETTERS = 4
"""Letters of a declined surname at least: `Liu` and `Wu` are plain ones."""
COMMON_STEM = 3
"""Letters that two forms of a declined name have at least in common."""
MOST_NAME_WORDS = 5
"""Words of a name at most."""
WORDS_BEFORE_A_TITLE = 3
"""Words of a name before a title at most."""
SHORT_NAME = 3
"""Characters of a name of a Chinese pattern: family name, then one or two more."""
NATIVE_LETTERS = 3
"""Letters of most Korean names, the family name included."""
TITLE_REACH = 40
"""Characters before a title in which a name stands."""
LONG_NAME = 6
"""Characters of a name without a dot at most."""
OFFICE_WORDS = 7
"""Words between a name and its title, the title included: `secretária de Estado da Educação`."""
OFFICE_ADJECTIVES = 1
"""Adjectives between a title and what it is of, at most: `ministre délégué aux Transports`."""
PARTY_LETTERS = 2
"""Letters of a party before a given name: Italian `Pd`, `Fi`."""
PRESS_WORDS = 2
"""Words before a name among which the noun of an outlet stands: `al diario local`."""
