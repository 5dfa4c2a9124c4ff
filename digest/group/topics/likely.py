"""Topics by likeness, where nobody gave one and no rule tells: an encoder's word on how reports begin."""

from __future__ import annotations

import math
from collections.abc import Sequence

from digest.group.evidence import Meant
from digest.group.topics.subjects import SUBJECTS, odds_of, shares
from digest.model import Topic, TopicId

SURE = 0.4
"""The share of the likeliest subject from which on a story has it; what is less sure has none."""


def subject_of(meant: Meant) -> str:
    """Return the code of a story's subject; empty: unsure, or in languages that the encoder does not know.

    Args:
        meant: What an encoder makes of its reports.
    """
    if not meant.spoken.any():
        return ""
    heard = odds_of(meant.texts[meant.spoken])
    told = shares([math.fsum(column) / len(heard) for column in heard.T.tolist()])
    best = max(range(len(told)), key=told.__getitem__)
    return [*SUBJECTS.values()][best] if told[best] >= SURE else ""


class Likely:
    """The site's topics by the code of a subject, so that a site may call it something else."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._by_code = {topic.iptc: topic.id for topic in reversed(topics) if topic.iptc}

    def of(self, subject: str) -> TopicId | None:
        """Return the topic of a subject, None where the site has none."""
        return self._by_code.get(subject)
