"""How likely two articles are of one event.

In go articles with their quotes, the people they name, the memory and what an encoder makes of them; out
comes `Evidence`, which tells log-odds of those that are near in time and have something in common.

- `terms` reads one article, `kept` keeps what it read, `translated` adds what the memory has.
- `weights` counts terms over a window of days, `held` multiplies sparse rows, `compare` goes through days.
- `odds` makes one number of all evidence.
- `pairs` is what is asked: who is near whom, what they share, and all that this depends on.
"""

from __future__ import annotations

from digest.group.evidence.compare import Meant
from digest.group.evidence.mentioned import Mentioned
from digest.group.evidence.packed import Tied, packed, unpacked
from digest.group.evidence.pairs import BEGINNING, Evidence, Tie

__all__ = ["BEGINNING", "Evidence", "Meant", "Mentioned", "Tie", "Tied", "packed", "unpacked"]
