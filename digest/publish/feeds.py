"""Atom feeds (RFC 4287): one per edition, the newest stories first.

An entry holds what can be labelled without a doubt: the words as an outlet printed them, with their
language, and beside them the wording of a named outlet or person in the reader's language. Other
translations join where the caller gives the words that label them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from digest import languages
from digest.model import Moment, Origin, OutputFile, Site, Story, Translation, Utterance
from digest.publish import addresses, cards, texts
from digest.publish.cards import Passage
from digest.publish.texts import Text

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

NEWEST = 50
"""How many stories a feed holds."""

QUOTES = 5
"""How many utterances an entry shows."""

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When a story without any date counts as updated, so that it comes last.

Atom demands an instant, and the only other one at hand is the clock's.
"""

ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""

Credit = Callable[[Translation], str]
"""Tells readers who worded a translation; an empty text leaves the translation out."""

ET.register_namespace("", ATOM)


def feed(site: Site, language: str, *, title: str | None = None, credit: Credit | None = None) -> OutputFile:
    """Return the feed of one edition.

    Args:
        site: everything there is.
        language: of the edition.
        title: of the feed, in that language; by default the site's name and the language's own.
        credit: by default translations of named outlets and persons are shown, and no others.
    """
    edition = _Edition(site, language, credit or _named)
    written = ET.tostring(edition.feed(title), encoding="utf-8", xml_declaration=True)
    return OutputFile(addresses.feed(language), written + b"\n")


def updated(story: Story, timezone: str) -> datetime:
    """Return when the content of a story last changed; a day alone counts from its midnight in `timezone`."""
    moments = [moment for a in story.articles for moment in (a.updated, a.moment) if moment]
    return max((_instant(moment, timezone) for moment in moments), default=UNDATED)


@dataclass(frozen=True, slots=True)
class _Edition:
    site: Site
    language: str
    credit: Credit

    def feed(self, title: str | None) -> ET.Element:
        settings = self.site.settings
        # Undated stories share one instant: the id puts them, and all others of one instant, in order.
        stories = sorted(self.site.stories, key=lambda story: (-self._updated(story).timestamp(), story.id))
        stories = stories[:NEWEST]
        root = ET.Element(f"{{{ATOM}}}feed", {XML_LANG: self.language})
        _add(root, "id", self._absolute(addresses.feed(self.language)))
        _add(root, "title", title or f"{settings.site_name} ({languages.endonym(self.language)})")
        _add(root, "updated", _stamp(max(map(self._updated, stories), default=UNDATED)))
        author = _add(root, "author")
        _add(author, "name", settings.site_name)
        _add(author, "uri", settings.site_url)
        _link(root, "self", self._absolute(addresses.feed(self.language)), type="application/atom+xml")
        front = self._absolute(addresses.front(self.language))
        _link(root, "alternate", front, type="text/html", hreflang=self.language)
        for other in settings.languages:
            if other != self.language:
                href = self._absolute(addresses.feed(other))
                _link(root, "alternate", href, type="application/atom+xml", hreflang=other)
        root.extend(self._entry(story) for story in stories)
        return root

    def _entry(self, story: Story) -> ET.Element:
        entry = ET.Element(f"{{{ATOM}}}entry")
        address = self._absolute(addresses.story(self.language, story.id))
        title = texts.headline(self.site, story, self.language)
        _add(entry, "id", address)
        _mark(_add(entry, "title", title.text), title, reader=self.language)
        _add(entry, "updated", _stamp(self._updated(story)))
        moments = [article.moment for article in story.articles if article.moment]
        if moments:
            first = min(_instant(moment, self.site.settings.timezone) for moment in moments)
            _add(entry, "published", _stamp(first))
        _link(entry, "alternate", address, type="text/html", hreflang=self.language)
        for article in story.articles:
            if article.url and is_web(article.url):
                _link(entry, "related", article.url, hreflang=article.language, title=article.outlet.name)
        labels = {topic.id: topic.label_in(self.language) for topic in self.site.topics}
        for topic in story.topics:
            _add(entry, "category", term=topic, label=labels.get(topic, topic))
        _add(entry, "summary", self._summary(story), type="html")
        return entry

    def _summary(self, story: Story) -> str:
        """Return the quotations as HTML, and the outlets."""
        body = ET.Element("div")
        said = (utterance for utterance in self.site.utterances if utterance.story == story.id)
        telling = sorted(sorted(said, key=cards.order), key=cards.weight, reverse=True)
        for utterance in telling[:QUOTES]:
            body.extend(self._quotation(utterance))
        outlets = dict.fromkeys(article.outlet.name for article in story.articles)
        body.append(_line(languages.listed(list(outlets), reader=self.language)))
        return "".join(ET.tostring(child, encoding="unicode", method="html") for child in body)

    def _quotation(self, utterance: Utterance) -> Iterator[ET.Element]:
        """Yield the words as they are known, then in the reader's language, each with who worded it."""
        card = cards.card(self.site, utterance, self.language)
        speaker = card.person.name_in(self.language) if card.person else card.speaker
        spoken = languages.name(card.first.language, reader=self.language)
        yield _blockquote(card.first)
        yield _line(speaker, spoken, card.first.article.outlet.name)
        if card.second is None:
            return
        translation = card.second.translation
        worded_by = self.credit(translation) if translation else card.second.article.outlet.name
        if worded_by:
            yield _blockquote(card.second)
            yield _line(worded_by)

    def _updated(self, story: Story) -> datetime:
        return updated(story, self.site.settings.timezone)

    def _absolute(self, path: str) -> str:
        return addresses.absolute(path, site_url=self.site.settings.site_url)


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


def _named(translation: Translation) -> str:
    return (translation.by or "") if translation.origin in {Origin.OUTLET, Origin.PERSON} else ""


def _instant(moment: Moment, timezone: str) -> datetime:
    if moment.instant:
        return moment.instant.astimezone(UTC)
    return datetime.combine(moment.day, time.min, ZoneInfo(timezone)).astimezone(UTC)


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


def _blockquote(passage: Passage) -> ET.Element:
    quote = ET.Element("blockquote", {"lang": passage.lang, "dir": passage.direction})
    ET.SubElement(quote, "p").text = _legal(passage.text)
    return quote


def _line(*parts: str | None) -> ET.Element:
    line = ET.Element("p")
    line.text = _legal(" · ".join(part for part in parts if part))
    return line
