"""A page for editors: what the memory lacks, and what in it wants a look. It is no page of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digest.model import Coverage, Settings, Standing, coverage
from digest.publish.frame import Renderer

_MOST = 500
"""Texts listed of a kind in a language; who has more to do begins with these."""
_KINDS: Sequence[tuple[str, str, Callable[[Standing], bool]]] = (
    ("stale", "The source changed since", lambda standing: standing.is_stale),
    ("doubtful", "Something seems lost", lambda standing: standing.is_doubtful),
    ("refused", "Machine output not taken", lambda standing: standing.refused is not None),
    (
        "unread",
        "Worded by a machine, read by nobody",
        lambda standing: standing.is_unread and not (standing.is_stale or standing.is_doubtful),
    ),
    ("missing", "Not translated", lambda standing: not (standing.translation or standing.refused)),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Texts of one kind in one language."""

    kind: str
    heading: str
    standings: Sequence[Standing]
    more: int
    """How many there are beyond those."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A language, its counts and what is to be done in it."""

    total: Coverage
    pairs: Sequence[Coverage]
    lists: Sequence[Listed]


def status_page(settings: Settings, standings: Sequence[Standing]) -> str:
    """Return the HTML of the page; it loads nothing and links to nothing."""
    editions = [
        _edition(target, tuple(standings)) for target in dict.fromkeys(s.use.target for s in standings)
    ]
    return Renderer(settings, "en").render("status.html", path="status.html", editions=editions)


def _edition(target: str, standings: tuple[Standing, ...]) -> Edition:
    own = tuple(standing for standing in standings if standing.use.target == target)
    sources = sorted({standing.use.segment.language for standing in own})
    lists = []
    for kind, heading, belongs in _KINDS:
        found = [standing for standing in own if belongs(standing)]
        if found:
            lists.append(Listed(kind, heading, found[:_MOST], max(0, len(found) - _MOST)))
    pairs = [coverage(own, target=target, source=source) for source in sources]
    return Edition(coverage(own, target=target), pairs, lists)
