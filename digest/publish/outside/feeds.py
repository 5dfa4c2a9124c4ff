"""Atom feeds (RFC 4287): one per edition, the newest stories first.

An entry shows the quotations that stand best for the story, under the same labels as on its page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from digest import languages
from digest.model import ArticleId, Moment, OutputFile, Site, Story
from digest.publish import addresses, corrections
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.texts import Text

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

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

ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""

CLAUSES = re.compile(r"</span>\s*<span")
"""Where one part of a label meets the next; on pages the style sheet parts them."""

ET.register_namespace("", ATOM)


def feed(edition: Edition, *, title: str | None = None) -> OutputFile:
    """Return the feed of one edition; its title is the site's name and the language's own by default."""
    maker = _Maker(edition, Renderer(edition.site.settings, edition.language))
    return OutputFile(addresses.feed(edition.language), _written(maker.feed(title)))


def _written(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def corrections_feed(site: Site, language: str) -> OutputFile:
    """Return the feed of what was published and is not so any more."""
    renderer, settings = Renderer(site.settings, language), site.settings
    own = addresses.absolute(addresses.corrections_feed(language), site_url=settings.site_url)
    page = addresses.absolute(addresses.corrections(language), site_url=settings.site_url)
    entries = corrections.entries(site)[:NEWEST]
    root = ET.Element(f"{{{ATOM}}}feed", {XML_LANG: language})
    _add(root, "id", own)
    _add(root, "title", f"{settings.name_in(language)}: {renderer.text('Corrections')}")
    stamps = [_stamp(_instant(entry.day, settings.timezone) if entry.day else UNDATED) for entry in entries]
    _add(root, "updated", max(stamps, default=_stamp(UNDATED)))
    author = _add(root, "author")
    _add(author, "name", settings.name_in(language))
    _link(root, "self", own, type="application/atom+xml")
    _link(root, "alternate", page, type="text/html", hreflang=language)
    for entry, stamp in zip(entries, stamps, strict=True):
        element = _add(root, "entry")
        address = f"{page}#{quote(entry.correction.id)}"
        _add(element, "id", address)
        _add(
            element,
            "title",
            renderer.render("correction_kind.html", path="", kind=entry.correction.kind).strip(),
        )
        _add(element, "updated", stamp)
        _link(element, "alternate", address, type="text/html", hreflang=language)
        told = " · ".join(filter(None, (entry.correction.title, entry.correction.note)))
        summary = _add(element, "summary", told)
        summary.set(XML_LANG, entry.correction.language)
    return OutputFile(addresses.corrections_feed(language), _written(root))


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
    return max((_instant(moment, timezone) for moment in moments), default=UNDATED)


@dataclass(frozen=True, slots=True)
class _Maker:
    edition: Edition
    renderer: Renderer

    def feed(self, title: str | None) -> ET.Element:
        settings, language = self.edition.site.settings, self.edition.language
        # Undated stories share one instant: the id puts them, and all others of one instant, in order.
        stories = sorted(
            self.edition.site.stories, key=lambda story: (-self._updated(story).timestamp(), story.id)
        )
        stories = stories[:NEWEST]
        root = ET.Element(f"{{{ATOM}}}feed", {XML_LANG: language})
        _add(root, "id", self._absolute(addresses.feed(language)))
        _add(root, "title", title or f"{settings.name_in(language)} ({languages.endonym(language)})")
        _add(root, "updated", _stamp(max(map(self._updated, stories), default=UNDATED)))
        author = _add(root, "author")
        _add(author, "name", settings.name_in(language))
        _add(author, "uri", settings.site_url)
        _link(root, "self", self._absolute(addresses.feed(language)), type="application/atom+xml")
        front = self._absolute(addresses.front(language))
        _link(root, "alternate", front, type="text/html", hreflang=language)
        for other in settings.languages:
            if other != language:
                href = self._absolute(addresses.feed(other))
                _link(root, "alternate", href, type="application/atom+xml", hreflang=other)
        root.extend(self._entry(story) for story in stories)
        return root

    def _entry(self, story: Story) -> ET.Element:
        entry, language = ET.Element(f"{{{ATOM}}}entry"), self.edition.language
        view = self.edition.story(story)
        address = self._absolute(addresses.story(language, story.id))
        _add(entry, "id", address)
        _mark(_add(entry, "title", view.headline.text), view.headline, reader=language)
        _add(entry, "updated", _stamp(self._updated(story)))
        if published := self.edition.published(story):
            _add(entry, "published", _stamp(_instant(published, self._timezone)))
        _link(entry, "alternate", address, type="text/html", hreflang=language)
        for article in story.articles:
            if article.url and is_web(article.url):
                _link(entry, "related", article.url, hreflang=article.language, title=article.outlet.name)
        for topic in view.topics:
            _add(entry, "category", term=topic.id, label=topic.label_in(language))
            if topic.iptc:
                _add(entry, "category", term=topic.iptc, scheme=MEDIA_TOPICS, label=topic.label_in(language))
        _add(entry, "summary", self._summary(story), type="html")
        return entry

    def _summary(self, story: Story) -> str:
        """Return the quotations, the outlets and who worded all this, as HTML."""
        view = self.edition.story(story)
        telling = sorted(view.cards, key=lambda card: card.weight, reverse=True)
        path = addresses.feed(self.edition.language)
        values = {"headline": view.headline, "cards": telling[:QUOTES], "outlets": view.outlets}
        html = self.renderer.render("feed.html", path=path, **values)
        return CLAUSES.sub("</span> · <span", html).strip()

    def _updated(self, story: Story) -> datetime:
        return updated(story, self._timezone, self.edition.corrected)

    @property
    def _timezone(self) -> str:
        return self.edition.site.settings.timezone

    def _absolute(self, path: str) -> str:
        return addresses.absolute(path, site_url=self.edition.site.settings.site_url)


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


def _instant(moment: Moment, timezone: str) -> datetime:
    if moment.instant:
        return moment.instant.astimezone(UTC)
    try:
        return datetime.combine(moment.day, time.min, ZoneInfo(timezone)).astimezone(UTC)
    except OverflowError:  # the first day of the calendar, in a zone where it began a day earlier elsewhere
        return datetime.combine(moment.day, time.min, UTC)


def _stamp(instant: datetime) -> str:
    return instant.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _legal(text: str) -> str:
    return ILLEGAL.sub("", text)


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    legal = {key: _legal(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", legal)
    element.text = None if text is None else _legal(text)
    return element


def _link(parent: ET.Element, rel: str, href: str, **attributes: str) -> None:
    _add(parent, "link", rel=rel, href=href, **attributes)


def _mark(element: ET.Element, text: Text, *, reader: str) -> None:
    if text.lang != reader:
        element.set(XML_LANG, text.lang)
