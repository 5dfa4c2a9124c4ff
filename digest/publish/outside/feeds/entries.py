"""What a feed holds, whatever its format: entries, gathered from an edition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from digest.model import ArticleId, Moment, Origin, PersonId, Settings, Site, Story, Translation
from digest.publish import addresses, corrections
from digest.publish.cards import Card
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.texts import Text

NEWEST = 50
"""How many stories a feed holds."""

QUOTES = 5
"""How many utterances an entry shows."""

MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
"""IPTC's scheme of subjects."""

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When a story without any date counts as updated, so that it comes last.

Atom demands an instant, and the only other one at hand is the clock's.
"""

NEVER: Mapping[ArticleId, Moment] = {}
"""Nothing was corrected."""

CLAUSES = re.compile(r"</span>\s*<span")
"""Where one part of a label meets the next; on pages the style sheet parts them."""

VARIANTS = ("", "originals", "reviewed")
"""All; without any translation; without machine translation that nobody reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A story in a feed, or a correction."""

    address: str
    """Also its id."""
    title: str
    title_language: str
    updated: datetime
    published: datetime | None = None
    sources: tuple[tuple[str, str, str], ...] = ()
    """Address, language and outlet of each report."""
    categories: tuple[tuple[str, str, str], ...] = ()
    """Term, scheme (or nothing) and label."""
    html: str = ""
    text: str = ""
    """Instead of HTML."""
    language: str = ""
    """Of that text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Entries with what the whole feed is."""

    path: str
    """Of its Atom file; other formats stand beside it."""
    title: str
    site: str
    site_url: str
    home: str
    """The address of the page that it belongs to."""
    language: str
    others: tuple[tuple[str, str], ...] = ()
    """Languages of the same feed in other editions, and its path there."""
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """Return when the newest entry was updated."""
        return max((entry.updated for entry in self.entries), default=UNDATED)


class Gatherer:
    """Makes the entries of one edition, in one variant."""

    def __init__(self, edition: Edition, variant: str = "") -> None:
        self.edition = edition
        self.variant = variant
        self._renderer = Renderer(edition.site.settings, edition.language)

    def entries(self, stories: Sequence[Story], *, person: PersonId | None = None) -> tuple[Entry, ...]:
        """Return entries of the newest of `stories`, with what `person` said in them, or anybody."""
        # Undated stories share one instant: the id puts them, and all others of one instant, in order.
        newest = sorted(stories, key=lambda story: (-self._updated(story).timestamp(), story.id))[:NEWEST]
        return tuple(self._entry(story, person) for story in newest)

    def _entry(self, story: Story, person: PersonId | None) -> Entry:
        settings, language = self.edition.site.settings, self.edition.language
        view = self.edition.story(story)
        headline = self._headline(view.headline, story)
        published = self.edition.published(story)
        categories: list[tuple[str, str, str]] = []
        for topic in view.topics:
            label = topic.label_in(language)
            categories.append((topic.id, "", label))
            if topic.iptc:
                categories.append((topic.iptc, MEDIA_TOPICS, label))
        cards = [card for card in view.cards if person is None or (card.person and card.person.id == person)]
        return Entry(
            address=addresses.absolute(addresses.story(language, story.id), site_url=settings.site_url),
            title=headline.text,
            title_language=headline.lang,
            updated=self._updated(story),
            published=instant(published, settings.timezone) if published else None,
            sources=tuple(
                (article.url, article.language, article.outlet.name)
                for article in story.articles
                if article.url and is_web(article.url)
            ),
            categories=tuple(categories),
            html=self._html(headline, cards, view.outlets),
        )

    def _headline(self, headline: Text, story: Story) -> Text:
        if not headline.translation or self._shows(headline.translation):
            return headline
        original = next((article for article in reversed(story.articles) if article.title), story.articles[0])
        return Text(text=original.title, language=original.language)

    def _html(self, headline: Text, cards: Sequence[Card], outlets: tuple[str, ...]) -> str:
        """Return the quotations, the outlets and who worded all this."""
        telling = sorted(cards, key=lambda card: card.weight, reverse=True)[:QUOTES]
        values = {"headline": headline, "cards": [self._card(card) for card in telling], "outlets": outlets}
        made = self._renderer.render("feed.html", path=addresses.feed(self.edition.language), **values)
        return CLAUSES.sub("</span> · <span", made).strip()

    def _card(self, card: Card) -> Card:
        second = card.second
        if not self.variant or second is None or not second.translation or self._shows(second.translation):
            return card
        return replace(card, second=None)

    def _shows(self, translation: Translation) -> bool:
        if self.variant == "originals":
            return False
        return not (
            self.variant == "reviewed" and translation.origin is Origin.MACHINE and not translation.reviewed
        )

    def _updated(self, story: Story) -> datetime:
        return updated(story, self.edition.site.settings.timezone, self.edition.corrected)


def correction_entries(site: Site, language: str) -> tuple[Entry, ...]:
    """Return what was published and is not so any more."""
    renderer, settings = Renderer(site.settings, language), site.settings
    page = addresses.absolute(addresses.corrections(language), site_url=settings.site_url)
    return tuple(
        Entry(
            address=f"{page}#{quote(entry.correction.id)}",
            title=renderer.render("correction_kind.html", path="", kind=entry.correction.kind).strip(),
            title_language=language,
            updated=instant(entry.day, settings.timezone) if entry.day else UNDATED,
            text=" · ".join(filter(None, (entry.correction.title, entry.correction.note))),
            language=entry.correction.language,
        )
        for entry in corrections.entries(site, language)[:NEWEST]
    )


def updated(story: Story, timezone: str, corrected: Mapping[ArticleId, Moment] = NEVER) -> datetime:
    """Return when the content of a story last changed.

    Args:
        story: whose articles may have been updated.
        timezone: a day alone counts from its midnight there.
        corrected: when articles were corrected.
    """
    moments = [
        moment for a in story.articles for moment in (a.updated, a.moment, corrected.get(a.id)) if moment
    ]
    return max((instant(moment, timezone) for moment in moments), default=UNDATED)


def is_web(url: str) -> bool:
    """Tell whether `url` is a whole web address that a feed may hold.

    >>> is_web("https://example.org/a"), is_web("javascript:alert(1)"), is_web("https://example.org/a b")
    (True, False, False)
    """
    if re.search(r'[\s<>"{}|\\^`\x00-\x1f]', url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def instant(moment: Moment, timezone: str) -> datetime:
    """Return a moment as an instant in UTC; a day is its midnight in `timezone`."""
    if moment.instant:
        return moment.instant.astimezone(UTC)
    try:
        return datetime.combine(moment.day, time.min, ZoneInfo(timezone)).astimezone(UTC)
    except OverflowError:  # the first day of the calendar, in a zone where it began a day earlier elsewhere
        return datetime.combine(moment.day, time.min, UTC)


def absolute(settings: Settings, path: str) -> str:
    """Return the whole address of a path in the site."""
    return addresses.absolute(path, site_url=settings.site_url)
