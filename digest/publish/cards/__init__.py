"""Utterances → quote cards: the words that were spoken, beside their other wordings and translations.

In goes an utterance with its wordings and translations; out comes a `Card` for one edition, whose passages
each say who worded them, and where two wordings in one language differ.
"""

from digest.publish.cards.card import Card, anchors, best, card, newest_first, order
from digest.publish.cards.differences import Differences, Part, differences
from digest.publish.cards.passages import Passage
from digest.publish.cards.reach import forget

__all__ = [
    "Card",
    "Differences",
    "Part",
    "Passage",
    "anchors",
    "best",
    "card",
    "differences",
    "forget",
    "newest_first",
    "order",
]
