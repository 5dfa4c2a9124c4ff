"""Quotes of one story become utterances: which wordings are of one statement, and which is the original.

In go a grouping, its quotes and the memory of translations; out come utterances, each with its wordings and
what editors are asked about them, and pairs that a veto alone keeps apart (`match`). Person by person
(`persons`, `settled`): `alike` tells how alike two texts are, `meant` what an encoder says of them, `pairs`
which of them are joined, and `changes` what keeps them apart: another number, name, denial or degree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace

from digest.cache import Cache, no_cache
from digest.match.changed import each_changed
from digest.match.changes import spoken_language, state_beside, unknown
from digest.match.persons import Told, settled_by_person
from digest.match.settled import Settled
from digest.meaning import Vectors
from digest.model import (
    ArticleId,
    ConfirmedChange,
    Grouping,
    Matched,
    Memory,
    Person,
    Quote,
    QuoteId,
    Story,
    Utterance,
    UtteranceId,
    Vetoed,
    Wording,
    WordingState,
)

__all__ = ["match", "unknown"]

_Scored = tuple[Quote, float]
_Alone = tuple[QuoteId, Person | None, str | None, bool]
"""Words of an article that are compared with no others, whose they are, and whether they are a paraphrase."""
_Sure = tuple[int, float]
"""Another quote, by number, and how sure it is that it belongs with one."""


def match(  # noqa: PLR0913 - these are all witnesses
    grouping: Grouping,
    quotes: Sequence[Quote],
    memory: Memory,
    confirmed: Sequence[ConfirmedChange] = (),
    *,
    vectors: Vectors | None = None,
    cache: Cache | None = None,
    executor: Executor | None = None,
) -> Matched:
    """Join the wordings of each statement.

    What the texts say is settled first, whatever their story; translations join such groups, and part none.

    Args:
        grouping: Stories, and who is who in them.
        quotes: Of all articles.
        memory: Of translations.
        confirmed: Of `stories.yml`; two wordings between which somebody found a change, or none, are one.
        vectors: What an encoder makes of wordings, one witness among others; None: none is asked.
        cache: Knows what became of the quotes of people of whom nothing changed.
        executor: Runs what is done person by person; None: this process.

    Returns:
        The utterances, story by story, each quote in one, and what only a number or a denial kept apart.
    """
    story_by_article = {article.id: story for story in grouping.stories for article in story.articles}
    by_person: dict[Person, list[Quote]] = defaultdict(list)
    alone: dict[_Alone, list[_Scored]] = defaultdict(list)
    for quote in sorted(quotes, key=_order):
        person = grouping.person_by_speaker.get((quote.article.id, quote.speaker or ""))
        if person and not quote.is_paraphrase:
            by_person[person].append(quote)
        else:
            # The same words twice in an article are one name to everybody.
            alone[quote.id, person, quote.speaker, quote.is_paraphrase].append((quote, 1.0))
    vetoed: list[Vetoed] = []
    told = [_told(person, by_person[person], story_by_article) for person in sorted(by_person, key=_name)]
    settled = settled_by_person(told, memory, confirmed, vectors=vectors, cache=cache, executor=executor)
    statements: list[list[Utterance]] = []
    for own, result in zip(told, settled, strict=True):
        stories = [story_by_article[quote.article.id] for quote in own.quotes]
        statements.append([*_utterances(own.person, own.quotes, stories, result)])
        vetoed += _vetoed(own.quotes, stories, result)
    changed = each_changed(statements, grouping.people, confirmed, cache or no_cache(), executor)
    found = [*_alone(alone, story_by_article), *changed]
    place = {story.id: at for at, story in enumerate(grouping.stories)}
    found.sort(key=lambda u: (place[u.story], min(_order(w.quote) for w in u.wordings)))
    vetoed.sort(key=lambda pair: (_order(pair.first), _order(pair.second)))
    return Matched(utterances=tuple(found), vetoed=tuple(vetoed))


def _alone(
    scored: Mapping[_Alone, Sequence[_Scored]], story_by_article: Mapping[ArticleId, Story]
) -> Iterator[Utterance]:
    for (_, person, *_), own in scored.items():
        yield _utterance(story_by_article[own[0][0].article.id], person, own)


def _name(person: Person) -> str:
    return person.id


def _told(person: Person, quotes: Sequence[Quote], story_by_article: Mapping[ArticleId, Story]) -> Told:
    stories = [story_by_article[quote.article.id].id for quote in quotes]
    return Told(person=person, quotes=quotes, stories=stories)


def _order(quote: Quote) -> tuple[object, ...]:
    return (*quote.article.sort_key, quote.span.start, quote.span.end)


def _utterances(
    person: Person, quotes: Sequence[Quote], stories: Sequence[Story], found: Settled
) -> Iterator[Utterance]:
    """Part each statement by the stories its quotes are in; what probably belongs to it stands with it."""
    shares = [_shares(group, stories) for group in found.groups]
    beside: dict[int, list[_Sure]] = defaultdict(list)
    for (a, b), value in found.evidence.items():
        beside[a].append((b, value))
        beside[b].append((a, value))
    guests: dict[int, list[int]] = defaultdict(list)
    for guest, whole in found.belongs.items():
        guests[whole].append(guest)
    for place, share_by_story in enumerate(shares):
        host = found.belongs.get(place)
        hosted = shares[host] if host is not None else {}
        for story, share in share_by_story.items():
            if story in hosted:
                continue
            probable = [number for guest in guests[place] for number in shares[guest].get(story, ())]
            scores = _scores([*share, *probable], beside)
            yield _utterance(
                story,
                person,
                [(quotes[number], scores[number]) for number in share],
                [(quotes[number], scores[number]) for number in probable],
            )


def _shares(group: Sequence[int], stories: Sequence[Story]) -> dict[Story, list[int]]:
    shares: dict[Story, list[int]] = defaultdict(list)
    for number in group:
        shares[stories[number]].append(number)
    return dict(shares)


def _scores(share: Sequence[int], beside: Mapping[int, Sequence[_Sure]]) -> dict[int, float]:
    """Return how sure it is of each that it belongs with its best companion; 1 for one that is alone."""
    if len(share) == 1:
        return {share[0]: 1.0}
    members = set(share)
    return {
        own: max((value for other, value in beside.get(own, ()) if other in members), default=0.0)
        for own in share
    }


def _vetoed(quotes: Sequence[Quote], stories: Sequence[Story], found: Settled) -> Iterator[Vetoed]:
    for (a, b), kind in found.vetoed.items():
        if stories[a] is stories[b]:
            yield Vetoed(kind=kind, first=quotes[a], second=quotes[b])


def _utterance(
    story: Story, person: Person | None, sure: Sequence[_Scored], probable: Sequence[_Scored] = ()
) -> Utterance:
    """Put wordings together; what is only probable tells nothing about the others."""
    spoken = spoken_language([quote for quote, _ in sure], person)
    guessed = _worded(probable, person, spoken_language([quote for quote, _ in probable], person))
    earliest = min((quote for quote, _ in sure), key=_order)
    return Utterance(
        id=UtteranceId(earliest.id),
        story=story.id,
        person=person,
        wordings=(
            *_worded(sure, person, spoken),
            *(replace(wording, probable=True) for wording in guessed),
        ),
        spoken_language=spoken,
    )


def _worded(scored: Sequence[_Scored], person: Person | None, spoken: str | None) -> tuple[Wording, ...]:
    wordings = [
        Wording(quote=quote, state=state_beside(quote, person, spoken), score=round(score, 4))
        for quote, score in scored
    ]
    return tuple(sorted(wordings, key=lambda w: (w.state is not WordingState.ORIGINAL, _order(w.quote))))
