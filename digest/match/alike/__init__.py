"""How alike two texts are, as numbers that weights are fitted to.

In go texts with their languages; out come `Features`: what they share, rare words counting more. Nothing here
knows quotes, people or thresholds.

- `text` prepares a text once, `common` compares two of one language.
- `glosses` compares two of any languages: by the lexicon, as cognates, as names.
"""

from __future__ import annotations

from digest.match.alike.common import Rarity, features
from digest.match.alike.glosses import (
    Glossed,
    denial_lost,
    features_by_meaning,
    forget,
    glossed,
    may_mean_alike,
)
from digest.match.alike.text import SAME_START, Text, is_part, likeness, may_agree, prepared

__all__ = [
    "SAME_START",
    "Glossed",
    "Rarity",
    "Text",
    "denial_lost",
    "features",
    "features_by_meaning",
    "forget",
    "glossed",
    "is_part",
    "likeness",
    "may_agree",
    "may_mean_alike",
    "prepared",
]
