"""Everything the site says, as readers of one language see it, gathered once and looked up by every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby

from digest import languages
from digest.model import (
    Article,
    ArticleId,
    Correction,
    Moment,
    Outlet,
    Person,
    PersonId,
    Site,
    Story,
    Topic,
    TopicId,
    Utterance,
)
from digest.publish import addresses, cards, corrections, order, texts
from digest.publish.cards import Card
from digest.publish.edition.mentions import mentions
from digest.publish.edition.topics import Topics
from digest.publish.edition.views import Day, Front, OutletView, Report, Section, StoryView, led, outlet_views
from digest.publish.frame import Renderer
from digest.publish.texts import Text

TEASERS = 12
"""Stories with a quotation on a front page, the lead among them; the others are a line each."""
PEOPLE = 8
"""People on a front page."""
RELATED = 5
"""Stories that another one leads to, at most."""


class Edition:
    """Everything the site says, as readers of one language see it."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self._said_in: dict[ArticleId, list[Utterance]] = defaultdict(list)
        self._said_by: dict[PersonId, list[Utterance]] = defaultdict(list)
        self._printed_in: dict[ArticleId, list[Utterance]] = defaultdict(list)
        self._said = sorted(site.utterances, key=cards.order)
        for utterance in self._said:
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
        renderer = Renderer(site.settings, language)
        self._reader = renderer.reader
        self._topics = Topics(site, language, renderer.text("Other topics"))

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
        return tuple(map(self.story, order.newest_first(self.site.stories)))

    @cached_property
    def headline_by_story(self) -> dict[ArticleId, Text]:
        """Return the headline of each story."""
        return {story.id: texts.headline(self.site, story, self.language) for story in self.site.stories}

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return the topics that have stories, in their own order; what has none is under the last one."""
        return self._topics.used

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return the people whose words the site holds."""
        return tuple(person for person in self.site.people if person.id in self._said_by)

    @cached_property
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
        lede = texts.lede(self.site, story, self.language)
        return StoryView(
            story=story,
            headline=self.headline_by_story[story.id],
            lede=self.report(lede) if lede else None,
            topics=self._topics.of(story),
            outlets=tuple(dict.fromkeys(article.outlet.name for article in story.articles)),
            languages=tuple(dict.fromkeys(article.language for article in story.articles)),
            cards=self._cards(said),
            best=self._card(best) if best else None,
            pictured=tuple(map(self.report, texts.pictured(story))),
        )

    def related(self, story: Story) -> tuple[StoryView, ...]:
        """Return the stories close to one, the closest first."""
        found = (self._story_by_article.get(one.article) for one in story.related[:RELATED])
        return tuple(self.story(one) for one in found if one and one.id != story.id)

    def article(self, article: Article) -> Report:
        """Return what an article's page shows."""
        return replace(self.report(article), cards=self._cards(self._printed_in[article.id]))

    def report(self, article: Article) -> Report:
        """Return an article as lists show it, without what it quotes."""
        if article.id not in self._report_by_article:
            self._report_by_article[article.id] = Report(
                article=article,
                headline=texts.title(self.site, article, self.language),
                paragraphs=texts.paragraphs(self.site, article, self.language, self._printed_in[article.id]),
                story=self._story_by_article[article.id],
            )
        return self._report_by_article[article.id]

    def reports(self, story: Story) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """Return a story's reports by language: the edition's own first, those with a single report last."""
        found: dict[str, list[Report]] = defaultdict(list)
        for article in story.articles:
            if article.id not in story.reprints:
                also = (one for one in story.articles if story.reprints.get(one.id) == article.id)
                found[article.language].append(replace(self.report(article), also=tuple(also)))
        codes = self.ordered(found)
        codes.sort(key=lambda code: (code != self.language, len(found[code]) == 1))
        return tuple((code, tuple(found[code])) for code in codes)

    def ordered(self, codes: Iterable[str]) -> list[str]:
        """Return languages by name, the edition's own first."""
        named = ((code != self.language, languages.name(code, reader=self._reader), code) for code in codes)
        return [code for _, _, code in sorted(named)]

    def said_by(self, person: Person) -> tuple[Card, ...]:
        """Return everything a person said, the newest first."""
        return self._cards(cards.newest_first(self._said_by[person.id]))

    def said_about(self, person: Person) -> tuple[Card, ...]:
        """Return what others said that names a person, the newest first."""
        return self._cards(cards.newest_first(self._said_about.get(person.id, ())))

    @cached_property
    def _said_about(self) -> Mapping[PersonId, Sequence[Utterance]]:
        return mentions(self.people, self._said)

    def on(self, topic: TopicId) -> tuple[StoryView, ...]:
        """Return the stories of a topic, newest first."""
        return self._stories_by_topic.get(topic, ())

    @cached_property
    def _stories_by_topic(self) -> Mapping[TopicId, tuple[StoryView, ...]]:
        return self._topics.sorted(self.newest_first)

    def by_topic(self) -> tuple[Section, ...]:
        """Return the topics that are part of none, each with its newest stories and its parts."""
        return self._topics.sections(self._stories_by_topic)

    def wider(self, topic: Topic) -> Topic | None:
        """Return the topic that one is a part of, if it is of one."""
        return self._topics.wider(topic)

    def with_wider(self, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
        """Return topics and those that they are parts of."""
        return self._topics.with_wider(topics)

    def parts(self, topic: Topic) -> tuple[Topic, ...]:
        """Return the parts of a topic that have stories."""
        return self._topics.parts(topic)

    @cached_property
    def by_day(self) -> Mapping[date | None, tuple[StoryView, ...]]:
        """Return the stories of each day of the archive, the newest day first."""
        found = order.stories_by_day(self.site.stories)
        return {day: tuple(map(self.story, stories)) for day, stories in found.items()}

    @cached_property
    def outlets(self) -> tuple[OutletView, ...]:
        """Return the outlets that have reports, by name."""
        return outlet_views(self.site.articles)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Return the languages in which the site has reports."""
        return frozenset(article.language for article in self.site.articles)

    @cached_property
    def before(self) -> tuple[tuple[Outlet, ...], frozenset[str]]:
        """Return the outlets by name, and the languages, of the reports of closed years."""
        day = self.site.settings.archive_before
        closed = [one for one in self.site.articles if day and one.moment and one.moment.day < day]
        return tuple(one.outlet for one in outlet_views(closed)), frozenset(one.language for one in closed)

    @cached_property
    def front(self) -> Front:
        """Return the front page: each story once, the newest day first."""
        shown = tuple(map(self.story, order.at_front(self.site.stories, self.site.settings)))
        pinned = len(order.pinned(self.site.stories))
        shown, first = (shown if pinned else led(shown)), pinned or 1
        by_day = groupby(shown[first:TEASERS], key=lambda view: view.day)
        return Front(
            lead=next(iter(shown), None),
            pinned=shown[1:first],
            days=tuple(Day(day=day, stories=tuple(views)) for day, views in by_day),
            more=shown[max(first, TEASERS) :],
            people=self._most_quoted(shown),
            newest=max(
                (view.story.latest for view in shown if view.story.latest),
                key=lambda moment: moment.sort_key,
                default=None,
            ),
        )

    def _most_quoted(self, shown: Iterable[StoryView]) -> tuple[tuple[Person, int], ...]:
        said = (utterance for view in shown for utterance in self._said_in[view.story.id])
        counted = Counter(utterance.person.id for utterance in said if utterance.person)
        most = sorted(counted, key=lambda person: (-counted[person], person))[:PEOPLE]
        by_id = {person.id: person for person in self.people}
        return tuple((by_id[person], len(self._said_by[person])) for person in most if person in by_id)

    def _cards(self, utterances: Iterable[Utterance]) -> tuple[Card, ...]:
        return tuple(map(self._card, utterances))

    def _card(self, utterance: Utterance) -> Card:
        if utterance.id not in self._card_by_utterance:
            made = cards.card(self.site, utterance, self.language, self._anchors[utterance.id])
            self._card_by_utterance[utterance.id] = made
        return self._card_by_utterance[utterance.id]

    def way_to(self, article: ArticleId) -> tuple[str, str]:
        """Return the path and the fragment at which an article is read."""
        own, pages = self._story_by_article[article], self.site.settings.article_pages
        return addresses.way_to(self.language, article, own.id, pages=pages)

    def outlet_of(self, article: ArticleId) -> str:
        """Return the name of the outlet that an article's id belongs to."""
        story = self._story_by_article[article]
        return next(member.outlet.name for member in story.articles if member.id == article)

    def named(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the names of languages as readers write them."""
        return tuple(languages.name(code, reader=self._reader) for code in codes)

    def other_names(self, person: Person) -> tuple[tuple[str, str], ...]:
        """Return how the name is written in other languages, each spelling once, with a language."""
        shown = person.name_in(self.language)
        spellings: dict[str, str] = {}
        for code, name in person.name_by_language.items():
            spellings.setdefault(name, code)
        return tuple((code, name) for name, code in spellings.items() if name != shown)

    def romanised(self, person: Person) -> str:
        """Return the name in Latin letters where readers may not know those it is shown in."""
        return texts.romanised(person, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """Join plain names as readers write a list."""
        return languages.listed(items, reader=self._reader)
