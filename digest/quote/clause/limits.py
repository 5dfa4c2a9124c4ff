"""How far a subject stands from its verb. Set by hand on press texts, none fitted."""

from __future__ import annotations

MOST_ADJECTIVES = 4
"""Words between an article and its noun at most."""
MOST_IN_BRACKETS = 3
"""Words of a party's name in brackets."""
NEAR_SOURCE = 3
"""Words between `according to` and the noun it names, less one."""
ROLE_LENGTH = 90
"""Characters of a role at most."""
WORDS_TO_GROUP = 4
"""Words up to a plural noun that speaks without an article, at most."""
PRESS_WORDS = 4
"""Words of what is spoken to, its article included, among which `Zeitung` stands."""
NEAR_SUBJECT = 110
"""Characters between a verb and the subject after it at most."""
FAR_SUBJECT = 220
"""Characters between a subject and its verb at most, what is said of it between commas."""
TITLES_LENGTH = 60
"""Characters of titles, roles or fillers beside a name at most."""
HELPED_LENGTH = 120
"""Characters between a name with its auxiliary and the participle that ends their clause, at most."""
APPOSITION_LENGTH = 60
"""Characters after a name in which the name in apposition to it ends."""
UNTITLED_WORDS = 3
"""Words between a verb and a name without a title, articles and prepositions aside, at most."""
PHRASE_WORDS = 2
"""Words of a phrase and the article after it, less one."""
UNSPACED_TITLES = 12
"""Characters of titles before a name where no white space parts words."""
TITLE_WORDS = 4
"""Words of a title and its article before a name, at most."""
