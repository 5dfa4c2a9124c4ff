"""From when words between marks count as speech. Set by hand on press texts, none fitted."""

from __future__ import annotations

ENOUGH = 2
"""Points from which words between marks count as speech."""
CAPITALISED = 0.7
"""Share of capitalised words in the title of a work."""
SHORT_NOUN = 8
"""Letters of a name in marks at most, where particles follow what they hold."""
SHORT_NAME = 3
"""Words of what is more likely a name than speech, even with an exclamation mark."""
LONGEST_NAME = 9
"""Words of the name of a thing at most."""
NICKNAME_WORDS = 3
"""Words of `known as`, and of a nickname with its articles, at most."""
MENTIONED_WORDS = 3
"""Words that are mentioned, rather than said, at most: `the word “…”`."""
OUTLET_WORDS = 5
"""Words of the name of an outlet or a programme at most."""
THING_REACH = 4
"""Words before marks among which a thing stands whose name they hold, where nothing else tells a name."""
