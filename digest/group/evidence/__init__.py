"""How likely two articles are of one event.

In go articles with their quotes, the people they name, the memory and what an encoder makes of them; out come
`Pairs`: log-odds of those that are near in time and have something in common.

- `terms` reads one article, `kept` keeps what it read, `translated` adds what the memory has.
- `weights` counts terms over a window of days, `held` multiplies sparse rows, `compare` goes through days.
- `odds` makes one number of all evidence.
- `pairs` is what is asked afterwards: who is near whom, and what they share.
"""

from __future__ import annotations

from digest.group.evidence.mentioned import Mentioned
from digest.group.evidence.pairs import BEGINNING, Pairs, Tie, pairs_of

__all__ = ["BEGINNING", "Mentioned", "Pairs", "Tie", "pairs_of"]
