"""Pieces of pages that many pages show: cards and teasers, each rendered once an edition."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from digest.publish.asked import Answers, Notes
from digest.publish.cards import Card
from digest.publish.edition import Edition, StoryView
from digest.publish.frame import Renderer

SLOT, ANCHOR = "\x04", "\x05"
"""Where the story of a card is named, and the card in that link: no content holds control characters."""


class Pieces:
    """The pieces of one edition, as templates ask for them."""

    def __init__(self, renderer: Renderer, edition: Edition, notes: Notes) -> None:
        self._renderer = renderer
        self._edition = edition
        self._notes = notes
        # As UTF-8: a text with one letter beyond Latin-1 takes two bytes a character.
        self._known: dict[Hashable, tuple[bytes, Answers]] = {}

    def card(self, card: Card, *, large: bool = False, again: bool = False) -> Markup:
        """Return a card on a page that does not name its story."""
        return _finished(self._card(card, large=large, again=again).replace(SLOT, ""))

    def cards(self, shown: Sequence[Card], *, with_story: bool = False) -> Markup:
        """Return cards one after the other; one that goes on where the one before ended says so."""
        again = (False, *(card.continues(before) for before, card in pairwise(shown)))
        # A story is named under the first of its statements that stand one after the other.
        named = (with_story, *(with_story and card.story != before.story for before, card in pairwise(shown)))
        return _finished(
            "".join(
                self._card(card, again=goes_on).replace(SLOT, self._story(card) if is_named else "")
                for card, goes_on, is_named in zip(shown, again, named, strict=False)
            )
        )

    def teaser(self, story: StoryView, level: int = 3, *, dated: bool = False) -> Markup:
        """Return a story as lists show it, its headline at a level of headings, its day if none is above."""
        values = {"story": story, "level": level, "dated": dated}
        return _finished(self._piece("teaser.html", (story.story.id, level, dated), **values))

    def line(self, story: StoryView, *, dated: bool = True) -> Markup:
        """Return a story as long lists show it: its headline and who reported it, and when."""
        return _finished(self._piece("line.html", (story.story.id, dated), story=story, dated=dated))

    def _card(self, card: Card, *, large: bool = False, again: bool = False) -> str:
        key = (card.utterance.id, large, again)
        values = {"card": card, "large": large, "again": again, "story_slot": _finished(SLOT)}
        return self._piece("card.html", key, **values)

    def _story(self, card: Card) -> str:
        headline, beside = self._edition.headline_by_story[card.story], card.first.article.outlet.name
        # Where the outlet of the headline is named in the card's credit, once is enough.
        key = (card.story, headline.outlet == beside)
        values = {"story": card.story, "headline": headline, "beside": beside, "anchor": ANCHOR}
        return self._piece("card_story.html", key, **values).replace(ANCHOR, card.anchor)

    def _piece(self, template: str, key: Hashable, **values: Any) -> str:
        whole = (template, key)
        if whole not in self._known:
            with self._notes.taken() as answers:
                made = self._renderer.piece(template, pieces=self, edition=self._edition, **values)
            self._known[whole] = made.encode("utf-8", "surrogatepass"), answers
        data, answers = self._known[whole]
        self._notes.add(answers)
        return data.decode("utf-8", "surrogatepass")


_finished: Callable[[str], Markup] = Markup
