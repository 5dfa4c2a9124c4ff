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
    Translation,
    Utterance,
    WordingState,
)
from digest.publish import addresses, cards, texts
from digest.publish.cards import Card, Passage
from digest.publish.templates import external

Node = dict[str, Any]

UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end the script element, or break it, is written as JSON's own escape."""


def for_story(site: Site, story: Story, language: str) -> str:
    """Return the script element of a story's page in the edition of `language`."""
    moments = sorted((a.moment for a in story.articles if a.moment), key=lambda moment: moment.sort_key)
    page = _page(site, "CollectionPage", addresses.story(language, story.id), language) | {
        "name": texts.headline(site, story, language).text,
        "datePublished": _date(moments[0]) if moments else None,
        "dateModified": _date(moments[-1]) if moments else None,
        "isBasedOn": [url for article in story.articles if (url := external(article.url))],
    }
    said = (utterance for utterance in site.utterances if utterance.story == story.id)
    return _script(site, page, said, language)


def for_article(site: Site, article: Article, language: str) -> str:
    """Return the script element of an article's page in the edition of `language`.

    A summary is a news article of ours; the page of an outlet's article is a page about it.
    """
    kind = "NewsArticle" if article.is_summary else "WebPage"
    page = _page(site, kind, addresses.article(language, article.id), language)
    title = texts.title(site, article, language)
    if article.is_summary:
        page |= {
            "headline": title.text,
            "inLanguage": title.lang,
            "datePublished": _date(article.published),
            "dateModified": _date(article.updated),
            "isBasedOn": _report(article),
            **_versions(site, article, language),
        }
    else:
        page |= {"name": title.text, "about": _report(article)}
    printed = (u for u in site.utterances if any(w.quote.article.id == article.id for w in u.wordings))
    return _script(site, page, printed, language)


def for_person(site: Site, person: Person, language: str) -> str:
    """Return the script element of a person's page in the edition of `language`."""
    page = _page(site, "ProfilePage", addresses.person(language, person.id), language) | {
        "name": person.name_in(language),
        "mainEntity": {"@id": _person_id(site, person)},
    }
    said = (u for u in site.utterances if u.person and u.person.id == person.id)
    return _script(site, page, said, language, _person(site, person, language))


def _script(site: Site, page: Node, utterances: Iterable[Utterance], language: str, *more: Node) -> str:
    """Return the page, the site, the quotations on the page and their speakers as one graph."""
    shown = [cards.card(site, utterance, language) for utterance in sorted(utterances, key=cards.order)]
    quotations = [node for card in shown for node in _quotations(site, card, page["@id"], language)]
    page = page | {"hasPart": [{"@id": node["@id"]} for node in quotations]}
    speakers = [_person(site, card.person, language) for card in shown if card.person]
    url = site.settings.site_url
    us = {"@type": "Organization", "@id": _us(site), "name": site.settings.site_name, "url": url}
    nodes = {node["@id"]: _full(node) for node in (page, us, *more, *speakers, *quotations)}
    graph = {"@context": "https://schema.org", "@graph": list(nodes.values())}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
    return f'<script type="application/ld+json">{written.encode(errors="ignore").decode()}</script>'


def _page(site: Site, kind: str, path: str, language: str) -> Node:
    url = addresses.absolute(path, site_url=site.settings.site_url)
    us = {"@id": _us(site)}
    return {"@type": kind, "@id": url, "url": url, "inLanguage": language, "author": us, "publisher": us}


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


def _person(site: Site, person: Person, language: str) -> Node:
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


def _quotations(site: Site, card: Card, page: str, language: str) -> Iterator[Node]:
    """Yield the passages of a card; those that translate one another say so both ways."""
    passages = [card.first, *([card.second] if card.second else [])]
    passages += [passage for _, found in card.others for passage in found]
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
    return passage.wording.state is WordingState.TRANSLATION and source.wording.state is WordingState.ORIGINAL


def _quotation(site: Site, card: Card, passage: Passage, language: str) -> Node:
    named = {"@type": "Person", "name": card.speaker} if card.speaker else None
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
        "creditText": f"{engine.name} {engine.model} {engine.version}" if engine else None,
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
