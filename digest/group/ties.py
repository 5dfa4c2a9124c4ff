"""Why the articles of a story are together: the tree of its strongest ties."""

from __future__ import annotations

import math
from collections.abc import Sequence

from digest.group.clusters import pair
from digest.group.decisions import Decisions
from digest.group.evidence import Pairs, Tie
from digest.model import Article, ArticleId, Link

_Tied = tuple[bool, float, str, str]


def links_of(
    members: Sequence[int], ordered: Sequence[Article], pairs: Pairs, settled: Decisions
) -> tuple[Link, ...]:
    """Tie every article but the first to the member it fits best, strongest tie first.

    Args:
        members: Places of the articles.
        ordered: The same articles, earliest first.
        pairs: What is known of pairs.
        settled: Editors' decisions.
    """
    if len(members) < 2:
        return ()
    place = {str(pairs.articles[at].id): at for at in members}
    held = set(members)
    ties = {
        pair(str(pairs.articles[at].id), str(pairs.articles[tie.other].id)): tie
        for at in members
        for tie in pairs.near.get(at, ())
        if tie.other in held
    }

    def tied(first: str, second: str) -> _Tied:
        key = pair(first, second)
        return key not in settled.by_editor, -_likely(ties.get(key)), first, second

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
                shared=pairs.shared(place[one], place[new]),
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
