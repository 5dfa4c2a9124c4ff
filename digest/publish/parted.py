"""Closed years as sites of their own, each deployed once under an address of its own.

`archive_sites` names a day and an address for each. A site has the stories of its own time with their own
people, topics, lists, search and sitemap, so that every link and file of it is its own, and nothing that is
told later changes it. Few things lead from one to another: lists and the search to that page of older years,
the page for missing addresses to the next older site for what is not here, each of them to the open one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from digest.model import Correction, Earlier, History, Moment, Settings, Site, Story
from digest.publish import addresses
from digest.publish.edition import Topics
from digest.publish.order import is_closed


def parted(site: Site) -> Site:
    """Return the part of everything that the site at hand shows, with what older sites have pages of."""
    settings = site.settings
    if not settings.archive_sites:
        return site
    stories: dict[date | None, list[Story]] = defaultdict(list)
    for story in site.stories:
        stories[_part_of(story, settings)].append(story)
    earlier = tuple(
        _earlier(_only(site, stories[day]), day, url, site.history.corrections)
        for day, url in settings.older_sites
        if stories.get(day)
    )
    own = _only(site, stories.get(settings.archive, []))
    if settings.archive:
        # A front page counts from what there is, not from a later day.
        own = replace(own, settings=replace(settings, as_of=None))
    return replace(own, earlier=earlier)


def _part_of(story: Story, settings: Settings) -> date | None:
    """Return the day of the site that has a story; None: the open one."""
    return next((day for day, _ in settings.archive_sites if is_closed(story, day)), None)


def _only(site: Site, stories: list[Story]) -> Site:
    ids = {story.id for story in stories}
    return replace(
        site,
        stories=tuple(stories),
        utterances=tuple(one for one in site.utterances if one.story in ids),
        history=_history(site, stories),
    )


def _history(site: Site, stories: list[Story]) -> History:
    """Return what became of what a site has; what is gone altogether is told by the open one."""
    history, is_open = site.history, site.settings.archive is None
    ids = {story.id for story in stories}
    members = {article.id for story in stories for article in story.articles}
    elsewhere = {article.id for article in site.articles} - members
    people = {one.person.id for one in site.utterances if one.person and one.story in ids}
    gone_people = {person.id for person in site.people} - people
    return replace(
        history,
        # All of them on the open one: that is where readers look for what was wrong.
        corrections=tuple(one for one in history.corrections if is_open or one.article in members),
        stories={old: new for old, new in history.stories.items() if (new in ids if new else is_open)},
        articles={
            old: new
            for old, new in history.articles.items()
            if new in members or (is_open and new not in elsewhere)
        },
        people={
            old: new for old, new in history.people.items() if (new not in gone_people if new else is_open)
        },
        moved={
            story: kept
            for story, moved in history.moved.items()
            if (story in ids or is_open)
            and (kept := tuple(one for one in moved if one.story is None or one.story in ids))
        },
    )


def _earlier(site: Site, day: date, url: str, corrections: Sequence[Correction]) -> Earlier:
    corrected = {one.article for one in corrections}
    now = {one.now for one in corrections if one.now}
    return Earlier(
        until=Moment(day - timedelta(days=1)),
        url=url,
        people=frozenset(one.person.id for one in site.utterances if one.person),
        topics=frozenset(one.id for one in Topics(site, site.settings.languages[0], "").used),
        outlets=frozenset(article.outlet.id for article in site.articles),
        stories={
            article.id: story.id
            for story in site.stories
            for article in story.articles
            if article.id in corrected
        },
        statements={
            wording.quote.id: (one.story, one.id)
            for one in site.utterances
            for wording in one.wordings
            if wording.quote.id in now
        },
    )


def ways_to_earlier(site: Site, kind: str, id_: str, path: str) -> tuple[tuple[Moment, str], ...]:
    """Return the last day and the address of the same page on each older site that has it.

    Args:
        site: At hand.
        kind: `people`, `topics` or `outlets`; empty: a page that every site has.
        id_: Of the person, topic or outlet.
        path: Of the page.
    """
    return tuple(
        (one.until, addresses.absolute(path, site_url=one.url))
        for one in site.earlier
        if not kind or id_ in getattr(one, kind)
    )
