"""Structured data (JSON-LD, schema.org) of stories, articles and persons.

Our pages are ours: their author is the site, and an outlet is only what they are based on. A
quotation is the speaker's, and holds its translation, which names who worded it.

A story's page describes its statements: the words it shows first, and those in the reader's language. It
describes as many as there is room for (`SHARE`), those first that tell most. The pages of articles and people
name statements by their ids, which are addresses in the story's page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from digest.model import (
    Article,
    Person,
    Site,
    Story,
)
from digest.publish import addresses, texts
from digest.publish.cards import Card
from digest.publish.edition import Edition
from digest.publish.structured import nodes, statements
from digest.publish.structured.nodes import Node

SHARE = 0.15
"""Of a page's bytes at most: readers load this, and only machines read it."""
FRAME = 3000
"""Bytes of a page beside its body at least."""

UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end the script element, or break it, is written as JSON's own escape."""


def for_story(edition: Edition, story: Story, *, body: int | None = None) -> str:
    """Return the script element of a story's page.

    Args:
        edition: of the page.
        story: what it is about.
        body: bytes of the page's body, which decide how many statements are described; None: all are.
    """
    view = edition.story(story)
    page = _page(edition, "CollectionPage", addresses.story(edition.language, story.id)) | {
        "name": view.headline.text,
        "datePublished": nodes.date(edition.published(story)),
        "dateModified": nodes.date(edition.changed(story)),
        "isBasedOn": [nodes.source(article) for article in story.articles],
        "about": [nodes.subject(topic, edition.language) for topic in view.topics],
    }
    bare = _script(edition, page)
    room = None if body is None else int(SHARE / (1 - SHARE) * (body + FRAME)) - len(bare.encode())
    described, speakers = statements.described(edition, view.cards, room)
    for part in _parts(edition, story):
        # What was said goes before who reported it.
        rest = room - nodes.size([*described, *speakers, part]) if room is not None else 0
        if rest >= 0:
            described.append(part)
    return _script(edition, page | {"hasPart": described}, *speakers) if described else bare


def for_article(edition: Edition, article: Article) -> str:
    """Return the script element of an article's page.

    A summary is a news article of ours; the page of an outlet's article is a page about it.
    """
    view = edition.article(article)
    kind = "NewsArticle" if article.is_summary else "WebPage"
    page = _page(edition, kind, addresses.article(edition.language, article.id))
    if article.is_summary:
        page |= {
            "headline": view.headline.text,
            "inLanguage": view.headline.lang,
            "description": view.first.shown.text if view.first else None,
            "image": nodes.picture(edition.site, article),
            "datePublished": nodes.date(article.published),
            "dateModified": nodes.date(article.updated),
            "isBasedOn": nodes.source(article),
            **_versions(edition.site, article, edition.language),
        }
    else:
        report = nodes.report(article) | {"image": nodes.picture(edition.site, article)}
        if view.first and not view.first.shown.translation:
            report |= {"description": view.first.shown.text}
        page |= {"name": view.headline.text, "about": report}
    return _script(edition, page | {"hasPart": statements.named(edition, view.cards)})


def for_person(edition: Edition, person: Person, shown: Iterable[Card]) -> str:
    """Return the script element of a person's page, which shows these statements."""
    role = texts.role(edition.site, person, edition.language)
    page = _page(edition, "ProfilePage", addresses.person(edition.language, person.id)) | {
        "name": person.name_in(edition.language),
        "mainEntity": {"@id": nodes.person_id(edition.site, person)},
        "hasPart": statements.named(edition, shown),
    }
    known = nodes.person(edition, person) | {
        "alternateName": [other for other in person.names if other != person.name_in(edition.language)],
        "jobTitle": role.text if role else None,
        "sameAs": f"https://www.wikidata.org/entity/{person.wikidata}" if person.wikidata else None,
    }
    return _script(edition, page, known)


def _script(edition: Edition, page: Node, *more: Node) -> str:
    """Return the page, the site and what else the page describes as one graph."""
    settings = edition.site.settings
    us = {
        "@type": "Organization",
        "@id": nodes.us_id(edition.site),
        "name": settings.name_in(edition.language),
        "url": settings.site_url,
    }
    by_id = {node["@id"]: nodes.full(node) for node in (page, us, *more)}
    graph = {"@context": "https://schema.org", "@graph": list(by_id.values())}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # Not `str.translate`, which asks its table for each character: it took 4 % of a build.
    for character, escape in UNSAFE.items():
        written = written.replace(character, escape)
    return f'<script type="application/ld+json">{written.encode(errors="ignore").decode()}</script>'


def _page(edition: Edition, kind: str, path: str) -> Node:
    us = {"@id": nodes.us_id(edition.site)}
    return {
        "@type": kind,
        "@id": addresses.absolute(path, site_url=edition.site.settings.site_url),
        "inLanguage": edition.language,
        "author": us,
        "publisher": us,
    }


def _versions(site: Site, article: Article, language: str) -> Node:
    """Return how the pages of a summary in the editions translate one another, where its own one exists."""
    others = [code for code in site.settings.languages if code != article.language]
    if article.language not in site.settings.languages:
        return {}
    if language == article.language:
        translated = [code for code in others if texts.title(site, article, code).translation]
        return {"workTranslation": [_article_id(site, article, code) for code in translated]}
    if not texts.title(site, article, language).translation:
        return {}
    return {"translationOfWork": _article_id(site, article, article.language)}


def _article_id(site: Site, article: Article, language: str) -> Node:
    path = addresses.article(language, article.id)
    return {"@id": addresses.absolute(path, site_url=site.settings.site_url)}


def _parts(edition: Edition, story: Story) -> list[Node]:
    """Return the articles of a story that are parts of its page: what there is no page to say it of."""
    if edition.site.settings.article_pages:
        return []
    return [nodes.full(_part(edition, article)) for article in story.articles]


def _part(edition: Edition, article: Article) -> Node:
    path, fragment = edition.way_to(article.id)
    id_ = f"{addresses.absolute(path, site_url=edition.site.settings.site_url)}#{quote(fragment)}"
    if not article.is_summary:
        return {"@type": "WebPageElement", "@id": id_, "about": nodes.report(article)}
    headline = edition.report(article).headline
    return {
        "@type": "NewsArticle",
        "@id": id_,
        "headline": headline.text,
        "inLanguage": headline.lang,
        "datePublished": nodes.date(article.published),
        "dateModified": nodes.date(article.updated),
        "isBasedOn": nodes.source(article),
    }
