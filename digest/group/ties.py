"""Why the articles of a story are together: the tree of its strongest ties."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from digest.group.clusters import pair
from digest.group.decisions import Decisions
from digest.group.evidence import Evidence, Tie
from digest.model import Article, ArticleId, Link

_Tied = tuple[bool, float, str, str]


def links_of(
    members: Sequence[int],
    ordered: Sequence[Article],
    evidence: Evidence,
    settled: Decisions,
    near: Callable[[int], Sequence[Tie]],
) -> tuple[Link, ...]:
    """Tie every article but the first to the member it fits best, strongest tie first.

    Args:
        members: Places of the articles.
        ordered: The same articles, earliest first.
        evidence: What is known of articles.
        settled: Editors' decisions.
        near: Returns the earlier articles that one is like.
    """
    place = {str(evidence.articles[at].id): at for at in members}
    held = set(members)
    ties = {
        pair(str(evidence.articles[at].id), str(evidence.articles[tie.other].id)): tie
        for at in members
        for tie in near(at)
        if tie.other in held
    }

    def tied(first: str, second: str) -> _Tied:
        key = pair(first, second)
        return not settled.by_editor(first, second), -_likely(ties.get(key)), first, second

    first, *rest = (str(article.id) for article in ordered)
    best = {free: tied(first, free) for free in rest}
    links = []
    while best:
        otherwise, score, one, new = min(best.values())
        tie = ties.get(pair(one, new))
        links.append(
            Link(
                first=ArticleId(one),
                second=ArticleId(new),
                score=-score,
                shared=evidence.shared(place[one], place[new]),
                alike=tie.meaning if tie else 0.0,
                by_editor=not otherwise,
            )
        )
        del best[new]
        best = {free: min(own, tied(new, free)) for free, own in best.items()}
    return tuple(links)


def likelihood(odds: float) -> float:
    """Return log-odds as a probability."""
    return round(1 / (1 + math.exp(-odds)), 4)


def _likely(tie: Tie | None) -> float:
    return likelihood(tie.with_memory) if tie else 0.0
