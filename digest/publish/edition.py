"""What the pages of one edition show, gathered from the site once and looked up by every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from digest import languages
from digest.model import (
    Article,
    ArticleId,
    BlockKind,
    Correction,
    Moment,
    Person,
    PersonId,
    Site,
    Story,
    Topic,
    TopicId,
    Utterance,
)
from digest.publish import cards, corrections, texts
from digest.publish.cards import Card
from digest.publish.order import front_order, newest_first
from digest.publish.texts import Paragraph, Text

FRONT_TEASERS = 6
"""Stories of one topic on the front page; its own page has the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article or summary, as its story's page and its own page show it."""

    article: Article
    headline: Text
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...] = ()
    story: Story
    also: tuple[Article, ...] = ()
    """Its reprints under other outlets' names."""

    @property
    def first(self) -> Paragraph | None:
        """Return what its text begins with, headings aside."""
        prose = (one for one in self.paragraphs if one.kind is not BlockKind.HEADING)
        return next(prose, next(iter(self.paragraphs), None))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story, as a teaser or a page of its own shows it."""

    story: Story
    headline: Text
    lede: Report | None
    """The report whose first paragraph stands under the headline."""
    topics: tuple[Topic, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    cards: tuple[Card, ...]
    best: Card | None

    @property
    def first(self) -> Moment | None:
        """Return the moment of the earliest dated report."""
        moments = [article.moment for article in self.story.articles if article.moment]
        return min(moments, key=lambda moment: moment.sort_key, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The stories of a topic, newest first; without one, those that have none."""

    topic: Topic | None
    stories: tuple[StoryView, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front page."""

    lead: StoryView | None
    sections: tuple[Section, ...]
    people: tuple[tuple[Person, int], ...]
    newest: Moment | None
    reports: int
    outlets: int
    languages: int


class Edition:
    """Everything the site says, as readers of one language see it."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self._said_in: dict[ArticleId, list[Utterance]] = defaultdict(list)
        self._said_by: dict[PersonId, list[Utterance]] = defaultdict(list)
        self._printed_in: dict[ArticleId, list[Utterance]] = defaultdict(list)
        for utterance in sorted(site.utterances, key=cards.order):
            self._said_in[utterance.story].append(utterance)
            if utterance.person:
                self._said_by[utterance.person.id].append(utterance)
            for article in dict.fromkeys(wording.quote.article.id for wording in utterance.wordings):
                self._printed_in[article].append(utterance)
        self._anchors = cards.anchors(site.utterances)
        self.corrected = corrections.corrected_on(site)
        self._card_by_utterance: dict[str, Card] = {}
        self._view_by_story: dict[ArticleId, StoryView] = {}
        self._report_by_article: dict[ArticleId, Report] = {}
        self._story_by_article = {article.id: story for story in site.stories for article in story.articles}
        self._topic_by_id = {topic.id: topic for topic in site.topics}

    def published(self, story: Story) -> Moment | None:
        """Return when a story was published: not earlier because an older report came in later."""
        first = self.story(story).first
        since = corrections.moment(self.site.history.since.get(story.id, ""))
        return since if first and since and since.day > first.day else first

    def changed(self, story: Story) -> Moment | None:
        """Return when a story last changed: by its newest report, or by a correction of one."""
        moments = [self.corrected[article.id] for article in story.articles if article.id in self.corrected]
        latest = [story.latest] if story.latest else []
        return max((*moments, *latest), key=lambda moment: moment.sort_key, default=None)

    def corrections_of(self, article: ArticleId) -> tuple[Correction, ...]:
        """Return what was corrected in an article, the newest first."""
        return corrections.of_article(self.site, article)

    @cached_property
    def newest_first(self) -> tuple[StoryView, ...]:
        """Return every story, the newest first; those without a date come last."""
        return tuple(map(self.story, newest_first(self.site.stories)))

    @cached_property
    def headline_by_story(self) -> dict[ArticleId, Text]:
        """Return the headline of each story."""
        return {story.id: texts.headline(self.site, story, self.language) for story in self.site.stories}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Return the topics that have stories, in their own order."""
        used = {topic for story in self.site.stories for topic in story.topics}
        return tuple(topic for topic in self.site.topics if topic.id in used)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return the people whose words the site holds."""
        return tuple(person for person in self.site.people if person.id in self._said_by)

    def people_by_name(self) -> tuple[tuple[Person, Text | None, int], ...]:
        """Return each person with role and number of statements, by name in the edition's language."""
        people = sorted(self.people, key=lambda p: (p.name_in(self.language).casefold(), p.id))
        return tuple(
            (person, texts.role(self.site, person, self.language), len(self._said_by[person.id]))
            for person in people
        )

    def story(self, story: Story) -> StoryView:
        """Return what a story's page and its teasers show."""
        if story.id not in self._view_by_story:
            self._view_by_story[story.id] = self._view(story)
        return self._view_by_story[story.id]

    def _view(self, story: Story) -> StoryView:
        said = self._said_in[story.id]
        best = cards.best(said)
        own = [article for article in story.articles if article.language == self.language]
        lede = next((a for a in (*own, *story.articles) if a.excerpt), None)
        return StoryView(
            story=story,
            headline=self.headline_by_story[story.id],
            lede=self._report(lede) if lede else None,
            topics=tuple(self._topic_by_id[topic] for topic in story.topics if topic in self._topic_by_id),
            outlets=tuple(dict.fromkeys(article.outlet.name for article in story.articles)),
            languages=tuple(dict.fromkeys(article.language for article in story.articles)),
            cards=self._cards(said),
            best=self._card(best) if best else None,
        )

    def article(self, article: Article) -> Report:
        """Return what an article's page shows."""
        return replace(self._report(article), cards=self._cards(self._printed_in[article.id]))

    def _report(self, article: Article) -> Report:
        if article.id not in self._report_by_article:
            self._report_by_article[article.id] = Report(
                article=article,
                headline=texts.title(self.site, article, self.language),
                paragraphs=texts.paragraphs(self.site, article, self.language, self._printed_in[article.id]),
                story=self._story_by_article[article.id],
            )
        return self._report_by_article[article.id]

    def reports(self, story: Story) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """Return a story's reports by language, the edition's own language first."""
        found: dict[str, list[Report]] = defaultdict(list)
        for article in story.articles:
            if article.id not in story.reprints:
                also = (one for one in story.articles if story.reprints.get(one.id) == article.id)
                found[article.language].append(replace(self._report(article), also=tuple(also)))
        return tuple((code, tuple(found[code])) for code in self._ordered(found))

    def _ordered(self, codes: Iterable[str]) -> list[str]:
        named = ((code != self.language, languages.name(code, reader=self.language), code) for code in codes)
        return [code for _, _, code in sorted(named)]

    def said_by(self, person: Person) -> tuple[Card, ...]:
        """Return everything a person said, the newest first."""
        return self._cards(reversed(self._said_by[person.id]))

    def on(self, topic: TopicId | None) -> tuple[StoryView, ...]:
        """Return the stories of a topic, or those without any, newest first."""
        return tuple(
            view for view in self.newest_first if (topic in view.story.topics if topic else not view.topics)
        )

    def by_topic(self) -> tuple[Section, ...]:
        """Return every topic with its stories."""
        views = ((topic, self.on(topic.id)) for topic in self.topics)
        return tuple(Section(topic=topic, stories=stories, total=len(stories)) for topic, stories in views)

    def front(self) -> Front:
        """Return the front page: each story once, in the section of its first topic."""
        rest = self._front_order[1:]
        articles = self.site.articles
        return Front(
            lead=self.lead,
            sections=self._sections(rest),
            people=self._most_quoted(),
            newest=next((view.story.latest for view in self.newest_first), None),
            reports=len(articles),
            outlets=len({article.outlet.id for article in articles}),
            languages=len({article.language for article in articles}),
        )

    @cached_property
    def lead(self) -> StoryView | None:
        """Return the story at the top of the front page."""
        return next(iter(self._front_order), None)

    @cached_property
    def _front_order(self) -> tuple[StoryView, ...]:
        return tuple(map(self.story, front_order(self.site.stories)))

    def _sections(self, views: Sequence[StoryView]) -> tuple[Section, ...]:
        found: dict[TopicId | None, list[StoryView]] = defaultdict(list)
        for view in views:
            found[view.topics[0].id if view.topics else None].append(view)
        # Python keeps the order of insertion: the topic with the newest story comes first.
        without = found.pop(None, [])
        sections = [self._section(self._topic_by_id[topic], found[topic]) for topic in found if topic]
        return (
            *sections,
            *([Section(topic=None, stories=tuple(without), total=len(without))] if without else []),
        )

    def _section(self, topic: Topic, views: Sequence[StoryView]) -> Section:
        total = sum(topic.id in story.topics for story in self.site.stories)
        return Section(topic=topic, stories=tuple(views[:FRONT_TEASERS]), total=total)

    def _most_quoted(self) -> tuple[tuple[Person, int], ...]:
        counted = [(person, len(self._said_by[person.id])) for person in self.people]
        return tuple(sorted(counted, key=lambda entry: (-entry[1], entry[0].id))[:8])

    def _cards(self, utterances: Iterable[Utterance]) -> tuple[Card, ...]:
        return tuple(map(self._card, utterances))

    def _card(self, utterance: Utterance) -> Card:
        if utterance.id not in self._card_by_utterance:
            made = cards.card(self.site, utterance, self.language, self._anchors[utterance.id])
            self._card_by_utterance[utterance.id] = made
        return self._card_by_utterance[utterance.id]

    def outlet_of(self, article: ArticleId) -> str:
        """Return the name of the outlet that an article's id belongs to."""
        story = self._story_by_article[article]
        return next(member.outlet.name for member in story.articles if member.id == article)

    def named(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the names of languages as readers write them."""
        return tuple(languages.name(code, reader=self.language) for code in codes)

    def other_names(self, person: Person) -> tuple[tuple[str, str], ...]:
        """Return how the name is written in other languages, each spelling once, with a language."""
        shown = person.name_in(self.language)
        spellings: dict[str, str] = {}
        for code, name in person.name_by_language.items():
            spellings.setdefault(name, code)
        return tuple((code, name) for name, code in spellings.items() if name != shown)

    def listed(self, items: Sequence[str]) -> str:
        """Join plain names as readers write a list."""
        return languages.listed(items, reader=self.language)
