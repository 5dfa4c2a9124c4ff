"""Which pairs of quotes are compared, how sure each is beside its rivals, and which are joined.

In go quotes by number and what is known of pairs of them; out come groups. Nothing here reads a text.

- `near` chooses pairs, `rivals` weighs each beside the others that its quotes could be joined with, `joins`
  joins by average link with a margin.
"""

from __future__ import annotations

from digest.match.pairs.joins import JOIN, Pair, Pool, attached, joined, ordered
from digest.match.pairs.near import Near, Traits, compared
from digest.match.pairs.rivals import Decision, Seen, beside_rivals, confidences, sigmoid

__all__ = [
    "JOIN",
    "Decision",
    "Near",
    "Pair",
    "Pool",
    "Seen",
    "Traits",
    "attached",
    "beside_rivals",
    "compared",
    "confidences",
    "joined",
    "ordered",
    "sigmoid",
]
