"""Topics by likeness, where nobody gave one and no rule tells: an encoder's word on how reports begin."""

from __future__ import annotations

import math
from collections.abc import Sequence

from digest.group.evidence import Pairs
from digest.group.topics.subjects import SUBJECTS, odds_of, shares
from digest.model import Article, Topic, TopicId

SURE = 0.4
"""The share of the likeliest subject from which on a story has it; what is less sure has none."""


class Likely:
    """What stories are most like.

    Args:
        pairs: Articles, and what an encoder makes of them.
        topics: Of the site. A subject is known by its code, so that a site may call it something else.
    """

    def __init__(self, pairs: Pairs, topics: Sequence[Topic]) -> None:
        self._places = {article.id: at for at, article in enumerate(pairs.articles)}
        self._spoken = pairs.meant.spoken
        by_code = {topic.iptc: topic.id for topic in reversed(topics) if topic.iptc}
        self._ids = [by_code.get(code) for code in SUBJECTS.values()]
        self._odds = odds_of(pairs.meant.texts)

    def of(self, articles: Sequence[Article]) -> TopicId | None:
        """Return the subject of a story, or None: unsure, or in languages that the encoder does not know."""
        places = (self._places[article.id] for article in articles)
        heard = [at for at in places if self._spoken[at]]
        if not heard:
            return None
        told = shares([math.fsum(column) / len(heard) for column in self._odds[heard].T.tolist()])
        best = max(range(len(told)), key=told.__getitem__)
        return self._ids[best] if told[best] >= SURE else None
