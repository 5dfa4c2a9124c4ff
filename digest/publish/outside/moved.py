"""Addresses that were published and lead elsewhere now.

Stories merge and split as articles come in, so the canonical address of one may change: every member's
address exists in every edition. What the record knows besides (stories, articles and people that have another
name or are gone) leads to what stands for it, or to the page that says what became of it. A published link
never breaks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from urllib.parse import quote

from digest import languages
from digest.model import ArticleId, Correction, OutputFile, Site
from digest.publish import addresses, texts
from digest.publish.outside.hosts import REDIRECTS
from digest.publish.outside.lines import Lines, Way

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<script>location.replace({script})</script>
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{icon}">
</head>
<body>
<p><a href="{link}" lang="{title_language}" dir="{title_direction}">{title}</a></p>
</body>
</html>
"""


def redirects(site: Site) -> Iterator[OutputFile]:
    """Yield a small page for every address, in every edition, that leads to another one.

    Where the site's host reads a file `_redirects`, that has a line instead, as far as the host reads it.
    Where articles have no pages, a story's address by a member that never named it, as far as the record
    knows, has neither: no page ever led there, and the page for missing addresses looks it up.
    """
    settings = site.settings
    lines = Lines(settings)
    made = set()
    for language in settings.languages:
        for way in (*_to_stories(site, language), *_of_record(site, language)):
            # What is a member of one story now may once have named another.
            if way.path not in made:
                made.add(way.path)
                if not lines.take(way):
                    yield OutputFile(
                        f"{way.path}index.html", _page(way, language, settings.site_url).encode()
                    )
    yield from _looked_up(site)
    if written := lines.written:
        yield OutputFile(REDIRECTS, written.encode("utf-8", "surrogateescape"))


def _page(way: Way, language: str, site_url: str) -> str:
    link = addresses.link(way.target, page=way.path, fragment=way.fragment)
    target = addresses.link(way.target, page=way.path)
    return PAGE.format(
        language=escape(language),
        direction=languages.direction(language),
        title=escape(way.title),
        title_language=escape(way.lang),
        title_direction=way.direction,
        link=escape(link),
        script=_in_script(target, way),
        icon=escape(addresses.link(addresses.icon(), page=way.path)),
        canonical=escape(addresses.absolute(way.target, site_url=site_url)),
    )


def _in_script(target: str, way: Way) -> str:
    """Return where the script leads: it alone can keep the query and the fragment that a link has."""
    is_told = target.endswith("/corrections/")
    # On the page of corrections, what was a statement or wording has its former words.
    kept = 'location.hash.replace("#u-", "#c-")' if is_told else "location.hash"
    own = json.dumps(f"#{way.fragment}" if way.fragment else "")
    whole = f"{json.dumps(target)} + location.search + ({kept} || {own})"
    if way.fragments:
        whole = f"{json.dumps(dict(way.fragments))}[location.hash] || ({whole})"
    return whole.replace("<", "\\u003c")


def _fragments(site: Site, language: str, story: ArticleId) -> dict[str, str]:
    """Return where the statements are that once stood on the page of a story that is gone."""
    path = addresses.story(language, story)
    return {
        f"#{addresses.statement(one.anchor)}": addresses.link(
            addresses.story(language, one.story), page=path, fragment=addresses.statement(one.statement)
        )
        for one in site.history.moved.get(story, ())
        if one.story and one.statement
    }


def _is_known(site: Site, member: ArticleId) -> bool:
    """Tell whether a page leads from a member's address to its story: always, unless files are to be saved.

    Then it is enough for those of which the record knows that they named a story.
    """
    settings = site.settings
    # A guest has no page for missing addresses.
    return settings.article_pages or settings.is_guest or member in site.history.since


def _looked_up(site: Site) -> Iterator[OutputFile]:
    """Yield, by outlet, in which stories the members are to whose addresses no page leads."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for story in site.stories:
        for article in story.articles:
            if article.id != story.id and not _is_known(site, article.id):
                outlet, _, slug = addresses.named(article.id).partition("/")
                found[outlet][slug] = quote(addresses.named(story.id))
    for outlet, by_slug in found.items():
        content = json.dumps(by_slug, ensure_ascii=False, separators=(",", ":"))
        yield OutputFile(f"{addresses.moved()}{outlet}.json", content.encode(errors="surrogatepass"))


def _to_stories(site: Site, language: str) -> Iterator[Way]:
    for story in site.stories:
        title = texts.headline(site, story, language)
        for article in story.articles:
            if article.id != story.id and _is_known(site, article.id):
                yield Way(
                    path=addresses.story(language, article.id),
                    target=addresses.story(language, story.id),
                    title=title.text,
                    lang=title.lang,
                    direction=title.direction,
                )


def _of_record(site: Site, language: str) -> Iterator[Way]:
    history = site.history
    gone = _Gone(site, language)
    headlines = {story.id: texts.headline(site, story, language) for story in site.stories}
    for old, story in history.stories.items():
        path = addresses.story(language, old)
        if story in headlines:
            title = headlines[story]
            target = addresses.story(language, story)
            yield Way(path=path, target=target, title=title.text, lang=title.lang, direction=title.direction)
        else:
            yield replace(gone.way(path, old), fragments=_fragments(site, language, old))
    present = {article.id: (article, story.id) for story in site.stories for article in story.articles}
    for id_, article in history.articles.items():
        path = addresses.article(language, id_)
        if article in present:
            own, of = present[article]
            target, fragment = addresses.way_to(language, article, of, pages=site.settings.article_pages)
            yield Way(
                path=path,
                target=target,
                fragment=fragment,
                title=own.title,
                lang=own.language,
                direction=languages.direction(own.language),
                is_article=True,
            )
        else:
            yield replace(gone.way(path, article), is_article=True)
    people = {person.id: person for person in site.people}
    for old_person, person in history.people.items():
        path = addresses.person(language, old_person)
        if person in people:
            target = addresses.person(language, person)
            yield Way(
                path=path,
                target=target,
                title=people[person].name_in(language),
                lang=language,
                direction=languages.direction(language),
            )
        else:
            yield gone.way(path, "")


class _Gone:
    """Leads to what the page of corrections says of an article, or to the front page where there is none."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._language = language
        self._by_article: dict[str, Correction] = {}
        for one in reversed(site.history.corrections):
            if one.id.startswith("a-"):
                self._by_article[one.article] = one

    def way(self, path: str, article: str) -> Way:
        """Return where the address of something gone leads."""
        entry = self._by_article.get(article)
        language, settings = self._language, self._site.settings
        own = entry.language if entry and entry.title else language
        told = bool(self._site.history.corrections)
        return Way(
            path=path,
            target=addresses.corrections(language) if told else addresses.front(language),
            fragment=entry.id if entry else "",
            title=entry.title if entry and entry.title else settings.site_name,
            lang=own,
            direction=languages.direction(own),
        )
