"""What structured data say of us, of people, outlets, their reports and subjects: a node of JSON-LD each."""

from __future__ import annotations

import json
from typing import Any

from digest.model import Article, Moment, Person, Site, Topic
from digest.publish import addresses
from digest.publish.edition import Edition
from digest.publish.frame import external

Node = dict[str, Any]


def us_id(site: Site) -> str:
    """Return the id of the site itself."""
    return f"{site.settings.site_url}#site"


def source(article: Article) -> Node:
    """Return what a page of ours is based on: of a summary's report we know no more than this."""
    return {"@type": "NewsArticle", "@id": external(article.url), "publisher": outlet(article)}


def report(article: Article) -> Node:
    """Return the outlet's text, which a page of ours is about."""
    return source(article) | {
        "url": external(article.url),
        "headline": article.title,
        "datePublished": date(article.published),
        "dateModified": date(article.updated),
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": outlet(article) | {"url": external(article.outlet.url)},
    }


def picture(site: Site, article: Article) -> Node | None:
    """Return an article's picture, with whose it is."""
    image = article.image
    if image is None:
        return None
    return {
        "@type": "ImageObject",
        "url": addresses.absolute(image.file, site_url=site.settings.site_url),
        "caption": image.alt,
        "creditText": image.credit,
    }


def outlet(article: Article) -> Node:
    """Return the organisation that published an article."""
    return {"@type": "Organization", "name": article.outlet.name}


def person_id(site: Site, person: Person) -> str:
    """Return the id of a person, the same in every edition."""
    path = addresses.person(site.settings.languages[0], person.id)
    return f"{addresses.absolute(path, site_url=site.settings.site_url)}#person"


def person(edition: Edition, person: Person) -> Node:
    """Return a person by the name that readers of the edition know."""
    site, language = edition.site, edition.language
    return {
        "@type": "Person",
        "@id": person_id(site, person),
        "name": person.name_in(language),
        "url": addresses.absolute(addresses.person(language, person.id), site_url=site.settings.site_url),
    }


def subject(topic: Topic, language: str) -> Node:
    """Return a topic, with its code in IPTC’s Media Topics where it has one."""
    code = topic.iptc.removeprefix("medtop:") if topic.iptc else None
    return dict(
        full(
            {
                "@type": "DefinedTerm",
                "name": topic.label_in(language),
                "termCode": topic.iptc,
                "url": f"http://cv.iptc.org/newscodes/mediatopic/{code}" if code else None,
            }
        )
    )


def date(moment: Moment | None) -> str | None:
    """Return a moment in ISO 8601: an instant, or a day alone."""
    if moment is None:
        return None
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


def full(value: Any) -> Any:
    """Return `value` without what is unknown or empty, at any depth."""
    if isinstance(value, dict):
        return {key: full(inner) for key, inner in value.items() if inner not in (None, "", [], {})}
    return [full(inner) for inner in value] if isinstance(value, list) else value


def size(value: Any) -> int:
    """Return how many bytes a value has as JSON, with the comma behind it."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="ignore")) + 1
