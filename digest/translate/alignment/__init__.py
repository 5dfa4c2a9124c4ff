"""A source and an output → which of their sentences belong together, and what is lost or added.

In go two texts and their languages. Out come the sentences of one (`sentences`), the pairs of both
(`aligned`), and numbers: the log-odds that a part of the source is lost (`lost`), a logarithm of likelihood
that the output has a sentence too many (`added`), and what speaks for it telling nothing of its source's
words, with how many those are (`untold`). Nothing is judged here: that is for the gate,
which refuses, and for doubts, which are shown.
"""

from digest.languages.sentences import all_sentences as sentences
from digest.translate.alignment.beads import Bead, added, aligned
from digest.translate.alignment.losses import lost, untold

__all__ = ["Bead", "added", "aligned", "lost", "sentences", "untold"]
