"""What keeps two wordings apart, and what outlets may have changed between wordings of one statement.

In go quotes of one person, or the wordings of an utterance; out come vetoes, which keep a pair apart whatever
else is alike, and changes, which editors are asked about. Nothing here weighs how alike two texts are.

- `vetoes` goes by days, languages and numbers; `negation` by denials that one text has lost.
- `differences` lists changes: with `replaced` words put for others, with `names` and `people` one name put
  for another, with `certainty` what may be and what will be, with `denied` what one says and the other
  denies, with `parts` who did what, what is more and how many of whom.
- `worked_out` tells which numbers one wording works out from the other's: those contradict nothing.
- `states` tells what a wording is evidence of.
"""

from __future__ import annotations

from digest.match.changes.differences import of_quotes, unknown, with_changes
from digest.match.changes.negation import negation_lost
from digest.match.changes.people import KnownPeople
from digest.match.changes.states import main, spoken_language, state_beside, state_of
from digest.match.changes.vetoes import Apart, veto

__all__ = [
    "Apart",
    "KnownPeople",
    "main",
    "negation_lost",
    "of_quotes",
    "spoken_language",
    "state_beside",
    "state_of",
    "unknown",
    "veto",
    "with_changes",
]
