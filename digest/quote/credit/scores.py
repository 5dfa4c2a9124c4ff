"""What each rule's speaker is worth beside those of other rules, before `shown` says how likely it is right.

Counted on German press text (`quotes_german`) and on two rounds of sentences in nineteen languages before
anything was mended against them, names that were cut or declined counted as wrong: (right + 1) of (cases +
2), rounded down, where a rule had sixteen cases in all; what had fewer is an estimate below its nearest kin.
"""

from __future__ import annotations

NAME_VERB = 0.95
"""`“…,” Maduro said`: 6 of 6, kin of `VERB_NAME`."""
VERB_NAME = 0.92
"""`“…,” said Maduro`: 78 of 83."""
VERB_NAME_PARTED = 0.85
"""The same, where a clause parts the quotation from the verb: an estimate."""
AROUND = 0.85
"""`Maduro “…” dedi`: 7 of 8."""
AROUND_DOUBTFUL = 0.75
"""The same where the name may owe its capital to the sentence."""
ACCORDING = 0.81
"""`according to Maduro`: 17 of 20, two names of those left in another case."""
LEFT = 0.92
"""`Maduro said that “…”`: 64 of 68."""
LEFT_COLON = 0.95
"""`Maduro said: “…”`: 42 of 43."""
LEFT_FAR = 0.8
"""`LEFT`, where many words part the verb from the quotation."""
LEFT_OTHER = 0.8
"""A subject that only its being alone, or right before a participle, shows."""
LEFT_AGENT = 0.85
"""`described by Maduro as “…”`, and whose words a judgment introduces."""
LEFT_AFTER = 0.1
"""How much less a subject is worth that stands after the verb: 17 of 20."""
CITED = 0.85
"""Whoever is quoted by name."""
ROLE = 0.95
"""A role as printed: 41 of 42."""
ROLE_OTHER = 0.8
"""A role after `by`."""
RESUMED = 0.85
"""`“…”. Lo ha detto Maduro.`: an estimate."""
CARRIED = 0.91
"""Who is carried on to the next quotation of a paragraph (20 of 21), or meant by a pronoun (35 of 37)."""
SAME_SENTENCE = 0.88
"""A second quotation of a sentence."""
LABEL = 0.85
"""`Maduro: “…”`."""
SIGNED = 0.85
"""`“…” — Mayor Holt`."""
REPORTED = 0.8
"""Reported speech that goes on: 15 of 16 by name."""
REPORTED_ROLE = 0.75
"""The same by a role: an estimate."""
GOVERNED = 0.8
"""Whom a judgment or an owner names."""
CLAUSE_END = 0.85
"""The subject of a clause that its verb ends."""
RESOLVED = 0.9
"""A role that an earlier title makes somebody."""
PARTLY_NAMED = 0.1
"""How much less a name is worth of which the text gives one word only."""
PARTLY_NAMED_LABEL = 0.3
"""The same before a colon, where it may be anything."""
