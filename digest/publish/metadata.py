"""Structured data (JSON-LD, schema.org) of stories, articles and persons.

Our pages are ours: their author is the site, and an outlet is only what they are based on. A
quotation is the speaker's; its translation names who worded it, and the two point at each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from digest.model import (
    Article,
    Moment,
    Origin,
    Person,
    Site,
    Story,
    Topic,
    Translation,
    WordingState,
)
from digest.publish import addresses, texts
from digest.publish.cards import Card
from digest.publish.edition import Edition
from digest.publish.passages import Passage
from digest.publish.templates import external

Node = dict[str, Any]

UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end the script element, or break it, is written as JSON's own escape."""


def for_story(edition: Edition, story: Story) -> str:
    """Return the script element of a story's page."""
    view = edition.story(story)
    page = _page(edition, "CollectionPage", addresses.story(edition.language, story.id)) | {
        "name": view.headline.text,
        "datePublished": _date(view.first),
        "dateModified": _date(story.latest),
        "isBasedOn": [url for article in story.articles if (url := external(article.url))],
        "about": [_subject(topic, edition.language) for topic in view.topics],
    }
    return _script(edition, page, view.cards)


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
            "datePublished": _date(article.published),
            "dateModified": _date(article.updated),
            "isBasedOn": _report(article),
            **_versions(edition.site, article, edition.language),
        }
    else:
        page |= {"name": view.headline.text, "about": _report(article)}
    return _script(edition, page, view.cards)


def for_person(edition: Edition, person: Person) -> str:
    """Return the script element of a person's page."""
    page = _page(edition, "ProfilePage", addresses.person(edition.language, person.id)) | {
        "name": person.name_in(edition.language),
        "mainEntity": {"@id": _person_id(edition.site, person)},
    }
    return _script(edition, page, edition.said_by(person), _person(edition, person))


def _script(edition: Edition, page: Node, shown: Iterable[Card], *more: Node) -> str:
    """Return the page, the site, the quotations on the page and their speakers as one graph."""
    settings, shown = edition.site.settings, tuple(shown)
    quotations = [node for card in shown for node in _quotations(edition, card, page["@id"])]
    page = page | {"hasPart": [{"@id": node["@id"]} for node in quotations]}
    speakers = [_person(edition, card.person) for card in shown if card.person]
    us = {
        "@type": "Organization",
        "@id": _us(edition.site),
        "name": settings.site_name,
        "url": settings.site_url,
    }
    nodes = {node["@id"]: _full(node) for node in (page, us, *more, *speakers, *quotations)}
    graph = {"@context": "https://schema.org", "@graph": list(nodes.values())}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
    return f'<script type="application/ld+json">{written.encode(errors="ignore").decode()}</script>'


def _page(edition: Edition, kind: str, path: str) -> Node:
    url = addresses.absolute(path, site_url=edition.site.settings.site_url)
    us = {"@id": _us(edition.site)}
    return {
        "@type": kind,
        "@id": url,
        "url": url,
        "inLanguage": edition.language,
        "author": us,
        "publisher": us,
    }


def _subject(topic: Topic, language: str) -> Node:
    code = topic.iptc.removeprefix("medtop:") if topic.iptc else None
    return dict(
        _full(
            {
                "@type": "DefinedTerm",
                "name": topic.label_in(language),
                "termCode": topic.iptc,
                "url": f"http://cv.iptc.org/newscodes/mediatopic/{code}" if code else None,
            }
        )
    )


def _us(site: Site) -> str:
    return f"{site.settings.site_url}#site"


def _report(article: Article) -> Node:
    """Return the outlet's text, which a page of ours is based on or about."""
    url = external(article.url)
    known = (
        {} if article.is_summary else {"headline": article.title, "datePublished": _date(article.published)}
    )
    return {
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        **known,
        "inLanguage": None if article.is_summary else article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": _outlet(article),
    }


def _outlet(article: Article) -> Node:
    outlet = article.outlet
    return {"@type": "Organization", "name": outlet.name, "url": external(outlet.url)}


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


def _person_id(site: Site, person: Person) -> str:
    path = addresses.person(site.settings.languages[0], person.id)
    return f"{addresses.absolute(path, site_url=site.settings.site_url)}#person"


def _person(edition: Edition, person: Person) -> Node:
    site, language = edition.site, edition.language
    name = person.name_in(language)
    role = texts.role(site, person, language)
    url = addresses.absolute(addresses.person(language, person.id), site_url=site.settings.site_url)
    return {
        "@type": "Person",
        "@id": _person_id(site, person),
        "name": name,
        "alternateName": [other for other in person.names if other != name],
        "jobTitle": role.text if role else None,
        "url": url,
    }


def _quotations(edition: Edition, card: Card, page: str) -> Iterator[Node]:
    """Yield the passages of a card; those that translate one another say so both ways."""
    site, language = edition.site, edition.language
    if card.first.wording.state is WordingState.PARAPHRASE:
        return  # somebody's words about a statement are no quotation
    passages = [card.first, *([card.second] if card.second else [])]
    passages += [passage for worded in card.others for passage in worded.passages]
    source = _source(card, passages)
    translated = [p for p in passages if source and p is not source and _translates(p, source)]
    for passage in passages:
        node = _quotation(site, card, passage, language) | {"isPartOf": {"@id": page}}
        if passage is source:
            ids = [_passage_id(site, card, other, language) for other in translated]
            node["workTranslation"] = [{"@id": other} for other in ids]
        elif source and passage in translated:
            node["translationOfWork"] = {"@id": _passage_id(site, card, source, language)}
        yield node


def _source(card: Card, passages: Iterable[Passage]) -> Passage | None:
    """Return what the other passages translate: the words spoken, else what we had translated."""
    made_of = card.second.wording if card.second and card.second.translation else None
    wording = card.utterance.original or made_of
    return next((p for p in passages if p.wording is wording and not p.translation), None)


def _translates(passage: Passage, source: Passage) -> bool:
    if passage.translation:
        return passage.wording is source.wording
    printed = passage.wording
    return (
        printed.state is WordingState.TRANSLATION
        and source.wording.state is WordingState.ORIGINAL
        and not printed.probable
    )


def _quotation(site: Site, card: Card, passage: Passage, language: str) -> Node:
    named = (
        {"@type": "Person", "name": card.speaker}
        if card.speaker and card.first.wording.quote.speaker_is_name
        else None
    )
    speaker = {"@id": _person_id(site, card.person)} if card.person else named
    return {
        "@type": "Quotation",
        "@id": _passage_id(site, card, passage, language),
        "text": passage.text,
        "inLanguage": passage.lang,
        "creator": speaker,
        "spokenByCharacter": speaker,
        "dateCreated": _date(card.said_at) if passage.state == WordingState.ORIGINAL else None,
        "isBasedOn": None if passage.translation else _report(passage.article),
        **(_worded_by(site, passage.translation) if passage.translation else {}),
    }


def _worded_by(site: Site, translation: Translation) -> Node:
    reviewer = {"@type": "Person", "name": translation.reviewed_by} if translation.reviewed_by else None
    engine = translation.engine
    names = {
        Origin.OUTLET: {"@type": "Organization", "name": translation.by},
        Origin.PERSON: {"@type": "Person", "name": translation.by},
        Origin.DESK: {"@id": _us(site)},
    }
    return {
        "translator": names.get(translation.origin)
        if translation.by or translation.origin is Origin.DESK
        else None,
        "creditText": f"{engine.name} {', '.join(engine.steps)}" if engine else None,
        "editor": reviewer,
    }


def _passage_id(site: Site, card: Card, passage: Passage, language: str) -> str:
    """Return an id that is the same on every page that shows the passage: an address in its story's page."""
    edition, part = site.settings.languages[0], card.utterance.wordings.index(passage.wording)
    suffix = f"-{part}" if part else ""
    if passage.translation:
        edition, suffix = language, f"{suffix}-{language}"
    path = addresses.story(edition, card.story)
    return f"{addresses.absolute(path, site_url=site.settings.site_url)}#{card.anchor}{suffix}"


def _date(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


def _full(value: Any) -> Any:
    """Return `value` without what is unknown or empty, at any depth."""
    if isinstance(value, dict):
        return {key: _full(inner) for key, inner in value.items() if inner not in (None, "", [], {})}
    return [_full(inner) for inner in value] if isinstance(value, list) else value
