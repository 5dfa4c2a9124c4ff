"""Why reports are together, and which stories an editor would look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from digest.cli.output.rows import Row
from digest.errors import DigestError
from digest.model import Article, ArticleId, Link, Story

_SURE = 0.985
"""A tie that is less likely is worth a look: two events of one week come near it."""
_NEARLY = 0.9
"""Two stories are worth a look that are so likely one."""
_LITTLE, _COPIED = 0.5, 0.9
"""How alike beginnings are that tell hardly more than a name, and from when on one is the other's text."""
_CLOSE, _LIKE_OTHERS = 0.5, 0.6
"""A story is close to another that is so likely the same; reports less alike may as well be of that one."""


def story_of(name: str, stories: Sequence[Story]) -> Story:
    """Return the story with this id, or that holds the article with this id or address.

    Raises:
        DigestError: there is none.
    """
    by_name: dict[str, Story] = {}
    for story in stories:
        for article in story.articles:
            by_name.update(dict.fromkeys((str(article.id), article.url or str(article.id)), story))
    by_name |= {str(story.id): story for story in stories}
    if name not in by_name:
        close = get_close_matches(name, by_name, n=1)
        hint = f"; did you mean “{close[0]}”?" if close else "; `digest stories` lists their ids"
        raise DigestError(f"there is no story and no article “{name}”{hint}")
    return by_name[name]


def reasons(story: Story, stories: Sequence[Story]) -> Iterator[Row]:
    """Yield why each report of a story is in it, and which stories are close to it."""
    article_by_id = {article.id: article for one in stories for article in one.articles}
    for link in story.links:
        yield _tied(link, article_by_id)
    for related in story.related:
        other = article_by_id[related.article]
        fields = {"close": related.article, "score": related.score}
        yield (
            f"close to it: “{other.title}” ({related.article}), {_percent(related.score)} likely one event",
            fields,
        )
    if not story.links and not story.related:
        yield "one report, and no other is close to it", {"story": story.id}


def doubtful(stories: Sequence[Story]) -> Iterator[Row]:
    """Yield what an editor would look at, with what to write into `stories.yml`."""
    article_by_id = {article.id: article for one in stories for article in one.articles}
    for story in stories:
        for link in story.links:
            if doubts := () if link.by_editor else tuple(_doubts(link, story, article_by_id)):
                text, fields = _tied(link, article_by_id)
                advice = f"  two events ({'; '.join(doubts)})? apart: [{link.first}, {link.second}]"
                yield f"{text}\n{advice}", {"doubt": "together", **fields, "doubts": list(doubts)}
        for related in story.related:
            own = story.articles[0]
            if related.score >= _NEARLY and own.id < related.article:
                yield _nearly(own, article_by_id[related.article], related.score)


def _doubts(link: Link, story: Story, article_by_id: Mapping[ArticleId, Article]) -> Iterator[str]:
    """Yield what speaks against a link: little is sure, one kind of evidence is all, others are as close."""
    if link.score < _SURE:
        yield "they are hardly alike"
    # The same count of dead or of metres is no sign of one event: two fires of a day have it by chance.
    names = [word for word in link.shared if not any(letter.isnumeric() for letter in word)]
    if not names and link.alike < _COPIED:
        yield "they share numbers, but no name" if link.shared else "they share no name"
    if len(names) == 1 and 0 < link.alike < _LITTLE:
        yield "they share one name alone"
    dates = {article_by_id[own].moment is None for own in (link.first, link.second)}
    if len(dates) > 1:
        yield "one of them has no date"
    if link.alike < _LIKE_OTHERS and any(other.score >= _CLOSE for other in story.related):
        yield "another story is close to this one"


def _nearly(own: Article, other: Article, score: float) -> Row:
    text = (
        f"“{own.title}” ({own.outlet.name}) and “{other.title}” ({other.outlet.name}) are two stories, "
        f"{_percent(score)} likely one event\n  one event? together: [{own.id}, {other.id}]"
    )
    return text, {"doubt": "apart", "first": own.id, "second": other.id, "score": score}


def _tied(link: Link, article_by_id: Mapping[ArticleId, Article]) -> Row:
    first, second = article_by_id[link.first], article_by_id[link.second]
    head = f"“{first.title}” ({first.outlet.name}) and “{second.title}” ({second.outlet.name}): "
    fields = {
        "first": link.first,
        "second": link.second,
        "score": link.score,
        "shared": list(link.shared),
        "alike": link.alike,
        "by_editor": link.by_editor,
    }
    return head + "; ".join(_told(link)), fields


def _told(link: Link) -> Iterable[str]:
    if link.by_editor:
        yield "put together by our editors"
        return
    yield f"{_percent(link.score)} likely one event"
    if link.shared:
        yield f"both name {', '.join(link.shared)}"
    if link.alike:
        yield f"their beginnings are {_percent(link.alike)} alike"


def _percent(share: float) -> str:
    # Rounded it would be 100 %, which no guess is.
    return f"{share:.0%}" if share < 0.995 else "more than 99%"
