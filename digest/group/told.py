"""A story as it is kept: its reports, why they are together, and what it is most like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from digest.group.decisions import Decisions
from digest.group.evidence import Evidence, Tie
from digest.group.reprints import reprints_of
from digest.group.ties import links_of
from digest.group.topics.likely import subject_of
from digest.model import ArticleId, Link

Near = Callable[[int], Sequence[Tie]]
"""Returns the earlier articles that one, by place, is like."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story and what is known of it."""

    members: tuple[ArticleId, ...]
    """Earliest first."""
    links: tuple[Link, ...] = ()
    reprints: Mapping[ArticleId, ArticleId] | None = None
    subject: str = ""
    """The code of what it is likely about; empty: nobody asked, or it is like nothing."""


def tell(members: Sequence[int], evidence: Evidence, settled: Decisions, near: Near, *, likely: bool) -> Told:
    """Return what is known of a story.

    Args:
        members: Places of its articles.
        evidence: Of them.
        settled: Decisions of editors.
        near: What they are like.
        likely: Whether to ask what it is about.
    """
    ordered = sorted((evidence.articles[at] for at in members), key=lambda article: article.sort_key)
    return Told(
        members=tuple(article.id for article in ordered),
        links=links_of(members, ordered, evidence, settled, near) if len(members) > 1 else (),
        reprints=reprints_of(ordered) or None,
        subject=subject_of(evidence.meant(members)) if likely else "",
    )
