"""Every page of the site, in every edition.

A page's body is finished HTML: what content says reaches it as escaped values, never as a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from digest.model import Article, Page, Person, Site, Story, Topic
from digest.publish import addresses, corrections, structured, texts
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.order import front_order
from digest.publish.pieces import Pieces


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of languages, then every page of each edition."""
    yield languages_page(site)
    for language in site.settings.languages:
        yield from edition_pages(Edition(site, language))


def edition_pages(edition: Edition) -> Iterator[Page]:
    """Yield every page of an edition."""
    maker = _Maker(edition)
    yield maker.front()
    yield from map(maker.story, edition.site.stories)
    yield from map(maker.article, edition.site.articles)
    yield from map(maker.person, edition.people)
    yield from map(maker.topic, edition.topics)
    yield maker.people()
    yield maker.topics()
    yield maker.search()
    if edition.site.history.corrections:
        yield maker.corrections()


def languages_page(site: Site) -> Page:
    """Return the page that leads to every edition."""
    settings = site.settings
    renderer = Renderer(settings, settings.languages[0])
    story = next(iter(front_order(site.stories)), None)
    leads = {code: texts.headline(site, story, code) if story else None for code in settings.languages}
    # A translated headline is not shown where there is no room to say who translated it.
    newest = {
        code: lead if lead and not (lead.translation or lead.missing) else None
        for code, lead in leads.items()
    }
    return Page(
        path=addresses.ROOT,
        language=settings.languages[0],
        kind="languages",
        title=settings.name_in(settings.languages[0]),
        body=renderer.render("languages.html", path=addresses.ROOT, newest=newest),
        alternates={code: addresses.front(code) for code in settings.languages},
    )


class _Maker:
    """Makes the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.site = edition.site
        self.language = edition.language
        self.edition = edition
        self.renderer = Renderer(edition.site.settings, edition.language)
        self.pieces = Pieces(self.renderer, edition)

    def front(self) -> Page:
        """Return the front page: the lead, then the other stories by topic, newest first."""
        front = self.edition.front()
        settings = self.site.settings
        return self._page(
            "front",
            addresses.front,
            title=settings.name_in(self.language),
            description=settings.tagline_by_language.get(self.language, settings.look.description),
            front=front,
        )

    def story(self, story: Story) -> Page:
        """Return the page of a story."""
        view = self.edition.story(story)
        return self._page(
            "story",
            lambda code: addresses.story(code, story.id),
            title=view.headline.text,
            description=self._sources(view.outlets),
            head=lambda body: structured.for_story(
                self.edition, story, body=len(body.encode(errors="ignore"))
            ),
            story=view,
            reports=self.edition.reports(story),
        )

    def article(self, article: Article) -> Page:
        """Return the page of an article or summary."""
        view = self.edition.article(article)
        return self._page(
            "article",
            lambda code: addresses.article(code, article.id),
            title=view.headline.text,
            description=self._sources((article.outlet.name,)),
            head=lambda _: structured.for_article(self.edition, article),
            article=view,
        )

    def person(self, person: Person) -> Page:
        """Return the page of everything a person said."""
        cards = self.edition.said_by(person)
        role = texts.role(self.site, person, self.language)
        return self._page(
            "person",
            lambda code: addresses.person(code, person.id),
            title=person.name_in(self.language),
            description=role.text if role else "",
            head=lambda _: structured.for_person(self.edition, person),
            person=person,
            role=role,
            cards=cards,
        )

    def topic(self, topic: Topic) -> Page:
        """Return the page of a topic's stories, newest first."""
        stories = self.edition.on(topic.id)
        return self._page(
            "topic",
            lambda code: addresses.topic(code, topic.id),
            title=topic.label_in(self.language),
            topic=topic,
            teasers=stories,
        )

    def people(self) -> Page:
        """Return the list of people."""
        title = self.renderer.text("People")
        return self._page("people", addresses.people, title=title, people=self.edition.people_by_name())

    def topics(self) -> Page:
        """Return the list of topics."""
        title = self.renderer.text("Topics")
        return self._page("topics", addresses.topics, title=title, sections=self.edition.by_topic())

    def corrections(self) -> Page:
        """Return the page of what was published and is not so any more."""
        title = self.renderer.text("Corrections")
        href = addresses.link(
            addresses.corrections_feed(self.language), page=addresses.corrections(self.language)
        )
        feed = f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{href}">'
        return self._page(
            "corrections",
            addresses.corrections,
            title=title,
            head=lambda _: feed,
            entries=corrections.entries(self.site),
        )

    def search(self) -> Page:
        """Return the page of the search."""
        return self._page(
            "search", addresses.search, title=self.renderer.text("Search"), topics=self.edition.topics
        )

    def _sources(self, outlets: tuple[str, ...]) -> str:
        return self.renderer.text("Reported by %(outlets)s", outlets=self.edition.listed(outlets))

    def _page(
        self,
        kind: str,
        address: Callable[[str], str],
        *,
        title: str,
        description: str = "",
        head: Callable[[str], str] = lambda _: "",
        **values: object,
    ) -> Page:
        path = address(self.language)
        values |= {"title": title, "edition": self.edition, "pieces": self.pieces}
        body = self.renderer.render(f"{kind}.html", path=path, **values)
        return Page(
            path=path,
            language=self.language,
            kind=kind,
            title=title,
            description=description,
            head=head(body),
            body=body,
            alternates={code: address(code) for code in self.site.settings.languages},
            indexed=kind != "search",
            search_text=self._search_text(kind, path, values),
        )

    def _search_text(self, kind: str, path: str, values: dict[str, object]) -> str:
        if kind not in {"story", "article", "person", "topic"}:
            return ""
        return self.renderer.render(f"found/{kind}.html", path=path, **values)
