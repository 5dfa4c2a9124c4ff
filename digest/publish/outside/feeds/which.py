"""Which feeds an edition has, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest import languages
from digest.model import OutputFile, PersonId, Site, Story
from digest.publish import addresses
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.outside.feeds.atom import atom
from digest.publish.outside.feeds.entries import Feed, Gatherer, absolute, correction_entries
from digest.publish.outside.feeds.others import json_feed, rss

Source = tuple[str, str, str, Sequence[Story], PersonId | None]
"""A feed's folder, its title, the path of its page, its stories, and of whose words it is."""


def feed(edition: Edition, *, title: str | None = None) -> OutputFile:
    """Return the Atom feed of one edition; its title is the site's name and the language's own by default."""
    source = _whole(edition, title)
    return OutputFile(addresses.feed(edition.language), atom(_feed(Gatherer(edition), source)))


def feeds_of(edition: Edition, source: Source) -> Iterator[OutputFile]:
    """Yield the feeds of one source, in the formats and variants that the site's owner asks for."""
    settings = edition.site.settings
    for variant in ("", *settings.feeds.variants):
        yield from _files(_feed(Gatherer(edition, variant), source), settings.feeds.formats)


def corrections_feed(site: Site, language: str) -> OutputFile:
    """Return the Atom feed of what was published and is not so any more."""
    feed = _corrections(site, language)
    return OutputFile(feed.path, atom(feed))


def corrections_feeds(site: Site, language: str) -> Iterator[OutputFile]:
    """Yield the feeds of corrections, in the formats that the site's owner asks for."""
    if "corrections" in site.settings.feeds.of:
        yield from _files(_corrections(site, language), site.settings.feeds.formats)


def sources(edition: Edition) -> Iterator[Source]:
    """Yield what an edition has feeds of."""
    of, language = edition.site.settings.feeds.of, edition.language
    name = edition.site.settings.name_in(language)
    if "edition" in of:
        yield _whole(edition, None)
    for topic in edition.topics if "topic" in of else ():
        path = addresses.topic(language, topic.id)
        stories = tuple(view.story for view in edition.on(topic.id))
        yield path, f"{name}: {topic.label_in(language)}", path, stories, None
    for person in edition.people if "person" in of else ():
        path = addresses.person(language, person.id)
        own = {card.story for card in edition.said_by(person)}
        stories = tuple(story for story in edition.site.stories if story.id in own)
        yield path, f"{name}: {person.name_in(language)}", path, stories, person.id
    for view in edition.outlets if "outlet" in of else ():
        path = addresses.outlet(language, view.outlet.id)
        articles = {article.id for article in view.articles}
        stories = tuple(
            story
            for story in edition.site.stories
            if any(article.id in articles for article in story.articles)
        )
        yield path, f"{name}: {view.outlet.name}", path, stories, None


def _whole(edition: Edition, title: str | None) -> Source:
    language = edition.language
    named = title or f"{edition.site.settings.name_in(language)} ({languages.endonym(language)})"
    front = addresses.front(language)
    return front, named, front, edition.site.stories, None


def _feed(gatherer: Gatherer, source: Source) -> Feed:
    edition, variant = gatherer.edition, gatherer.variant
    folder, title, page, stories, person = source
    settings, language = edition.site.settings, edition.language
    renderer = Renderer(settings, language)
    if variant == "originals":
        title = f"{title} – {renderer.text('originals only')}"
    elif variant == "reviewed":
        title = f"{title} – {renderer.text('without unreviewed machine translation')}"
    name = f"feed-{variant}.xml" if variant else "feed.xml"
    return Feed(
        path=f"{folder}{name}",
        title=title,
        site=settings.name_in(language),
        site_url=settings.site_url,
        home=absolute(settings, page),
        language=language,
        others=tuple(
            (code, f"{code}/{folder.partition('/')[2]}{name}")
            for code in settings.languages
            if code != language
        ),
        entries=gatherer.entries(stories, person=person),
    )


def _corrections(site: Site, language: str) -> Feed:
    settings = site.settings
    name = settings.name_in(language)
    return Feed(
        path=addresses.corrections_feed(language),
        title=f"{name}: {Renderer(settings, language).text('Corrections')}",
        site=name,
        site_url=settings.site_url,
        home=absolute(settings, addresses.corrections(language)),
        language=language,
        entries=correction_entries(site, language),
    )


def _files(feed: Feed, formats: Sequence[str]) -> Iterator[OutputFile]:
    folder, _, name = feed.path.rpartition("/")
    if "atom" in formats:
        yield OutputFile(feed.path, atom(feed))
    if "rss" in formats:
        path = f"{folder}/{name.replace('feed', 'rss', 1) if name.startswith('feed') else 'rss-' + name}"
        yield OutputFile(path, rss(feed, path))
    if "json" in formats:
        path = feed.path.removesuffix(".xml") + ".json"
        yield OutputFile(path, json_feed(feed, path))
