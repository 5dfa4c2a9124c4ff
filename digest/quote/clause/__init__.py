"""Who stands where in a clause: the subject of a verb, a role without a name, any noun at all.

In goes a text with its quotations blanked out, its people and its grammar; out come mentions, spans of
roles as printed, and phrases with what their place shows. Nothing here knows which quotation is asked
about: that is the rules' business, in `credit`.

- `subjects` finds names, `roles` `a spokesman for the ministry`, `phrases` every noun phrase, which
  `passages` describes; `verb_last` does it for Turkish, Japanese, Korean.
"""

from __future__ import annotations

from digest.quote.clause.apart import is_turned
from digest.quote.clause.passages import Features, Passages
from digest.quote.clause.phrases import Phrase, Phrases
from digest.quote.clause.roles import Roles
from digest.quote.clause.subjects import Subjects
from digest.quote.clause.verb_last import subject_before, verb_after

__all__ = [
    "Features",
    "Passages",
    "Phrase",
    "Phrases",
    "Roles",
    "Subjects",
    "is_turned",
    "subject_before",
    "verb_after",
]
