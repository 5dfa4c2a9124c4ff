"""What a page says of itself to search engines, and where it is linked to: a sentence or two, plain text.

Words that a machine translated and nobody reviewed are never among them: nothing there says who made them.
"""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Origin, Translation
from digest.publish.cards import Card, Passage
from digest.publish.edition import Report, StoryView
from digest.publish.frame import ended
from digest.publish.pages.maker import Maker
from digest.publish.texts import Text

LONGEST = 200
"""Characters; search engines show 150 to 160, previews of links some more."""


def of_story(maker: Maker, view: StoryView) -> str:
    """Return how a story begins, or else what was said, and by whom that is reported."""
    lead = _lead(view.lede)
    if lead:
        return lead
    reported = maker.ngettext(
        "Reported by %(outlets)s in %(num)d language.",
        "Reported by %(outlets)s in %(num)d languages.",
        len(view.languages),
        outlets=maker.edition.listed(view.outlets[:4]),
    )
    said = of_cards(maker, view.cards)
    return f"{said} {reported}".strip()


def of_article(maker: Maker, report: Report) -> str:
    """Return how an article begins, or else whose it is and in which language."""
    return _lead(report) or maker.ngettext(
        "Reported by %(outlets)s in %(num)d language.",
        "Reported by %(outlets)s in %(num)d languages.",
        1,
        outlets=report.article.outlet.name,
    )


def of_cards(maker: Maker, cards: Iterable[Card]) -> str:
    """Return the most telling statement that readers understand, and who made it, if there is one."""
    telling = sorted(cards, key=lambda card: card.weight, reverse=True)
    return next(filter(None, (_said(maker, card) for card in telling)), "")


def unreviewed(translation: Translation | None) -> bool:
    """Tell whether a machine made a translation that nobody has reviewed."""
    return bool(translation and translation.origin is Origin.MACHINE and not translation.reviewed)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return the sentences of `text` that fit, or else as many words as do.

    >>> shortened("The ferry sails. It is late.", 20), shortened("The ferry sails tomorrow", 12)
    ('The ferry sails.', 'The ferry…')
    """
    # By another name than `maker.text`: Babel 2.19 takes `text[` for a call with a string to translate.
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    cut = whole[: longest - 1]
    if not whole[longest - 1].isspace() and " " in cut[longest // 2 :]:
        cut = cut.rpartition(" ")[0]
    return ended(cut, longest // 3)


def _lead(report: Report | None) -> str:
    first: Text | None = report.first.shown if report and report.first else None
    return shortened(first.text) if first and not unreviewed(first.translation) else ""


def _said(maker: Maker, card: Card) -> str:
    name = card.person.name_in(maker.language) if card.person else card.speaker
    passage: Passage = card.readable
    if not name or passage.language != maker.language or unreviewed(passage.translation):
        return ""
    left, right = passage.marks
    words = f"{left}{shortened(passage.text, LONGEST * 2 // 3)}{right}"
    return maker.text("%(name)s: %(words)s", name=name, words=words)
