"""What a person's statements have in common: when, by whom and in which languages they were reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from digest.model import Moment, Outlet
from digest.publish.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a person's statements have in common."""

    first: Moment | None
    last: Moment | None
    outlets: tuple[Outlet, ...]
    """That printed any of them, the one with the most first."""
    languages: tuple[str, ...]
    """In which these are worded, the one with the most first."""


def facts_of(shown: Iterable[Card]) -> Facts:
    """Return when, by which outlets and in which languages statements were reported."""
    found = tuple(shown)
    moments = sorted((card.when for card in found if card.when), key=lambda moment: moment.sort_key)
    quotes = [w.quote for card in found for w in card.utterance.wordings if not w.repeats]
    outlets = Counter(quote.article.outlet.id for quote in quotes)
    by_id = {quote.article.outlet.id: quote.article.outlet for quote in quotes}
    codes = Counter(quote.language for quote in quotes)
    return Facts(
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        outlets=tuple(by_id[id_] for id_ in sorted(outlets, key=lambda id_: (-outlets[id_], id_))),
        languages=tuple(sorted(codes, key=lambda code: (-codes[code], code))),
    )
