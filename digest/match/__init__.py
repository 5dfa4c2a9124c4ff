"""Quotes of one story become utterances: which wordings are of one statement, and which is the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from digest.match.changes import unknown, with_changes
from digest.match.evidence import (
    BY_COGNATES,
    BY_MEMORY,
    beside_rivals,
    by_cognates,
    by_memory,
    by_text,
    vetoed,
)
from digest.match.joins import Pool, joined, ordered
from digest.match.states import main, spoken_language, state_beside
from digest.model import (
    ArticleId,
    ConfirmedChange,
    Grouping,
    Memory,
    Person,
    Quote,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
)

__all__ = ["match", "unknown"]

WINDOW_DAYS = 14
"""Wordings in articles further apart than this are not compared."""


def match(
    grouping: Grouping,
    quotes: Sequence[Quote],
    memory: Memory,
    confirmed: Sequence[ConfirmedChange] = (),
) -> tuple[Utterance, ...]:
    """Join the wordings of each statement.

    What the texts alone say is settled first, over all quotes of a person whatever their story;
    translations of the memory then join such groups and never part them; in the end a story takes its
    share. So a site without its memory has the same matches or fewer, and no others.

    Returns:
        The utterances, story by story, in the order of the earliest article that words them. Every
        quote is in exactly one; one without a person is alone.
    """
    story_by_article = {article.id: story for story in grouping.stories for article in story.articles}
    by_person: dict[Person, list[Quote]] = defaultdict(list)
    alone: list[tuple[Quote, Person | None]] = []
    for quote in sorted(quotes, key=_order):
        person = grouping.person_by_speaker.get((quote.article.id, quote.speaker or ""))
        if person and not quote.is_paraphrase:
            by_person[person].append(quote)
        else:
            alone.append((quote, person))
    found = [_utterance(story_by_article[q.article.id], person, [q], [1.0]) for q, person in alone]
    for person in sorted(by_person, key=lambda person: person.id):
        found += _of_person(person, by_person[person], story_by_article, memory)
    place = {story.id: at for at, story in enumerate(grouping.stories)}
    found.sort(key=lambda u: (place[u.story], min(_order(w.quote) for w in u.wordings)))
    return tuple(with_changes(utterance, grouping.people, confirmed) for utterance in found)


def _order(quote: Quote) -> tuple[object, ...]:
    return (*quote.article.sort_key, quote.span.start, quote.span.end)


def _of_person(
    person: Person, quotes: Sequence[Quote], story_by_article: Mapping[ArticleId, Story], memory: Memory
) -> list[Utterance]:
    pairs = [pair for pair in combinations(range(len(quotes)), 2) if _near(*(quotes[at] for at in pair))]
    pool = Pool(
        tuple(main(quote.language) for quote in quotes),
        frozenset((a, b) for a, b in pairs if vetoed(quotes[a], quotes[b], person)),
    )
    alone: list[tuple[int, ...]] = [(number,) for number in range(len(quotes))]
    evidence = by_text(quotes, pairs)
    groups = joined(pool, alone, evidence)
    for seen, decision in (
        (by_cognates(quotes, pairs), BY_COGNATES),
        (by_memory(quotes, pairs, memory), BY_MEMORY),
    ):
        group_by_quote = {number: at for at, group in enumerate(groups) for number in group}
        found = beside_rivals(seen, pool.languages, group_by_quote, decision)
        evidence = evidence | {pair: max(sure, evidence.get(pair, 0.0)) for pair, sure in found.items()}
        groups = joined(pool, groups, evidence)
    return [
        _utterance(story, person, [quotes[number] for number in share], _scores(share, evidence))
        for group in groups
        for story, share in _shares(group, quotes, story_by_article)
    ]


def _near(a: Quote, b: Quote) -> bool:
    first, second = a.article.moment, b.article.moment
    return not first or not second or abs((first.day - second.day).days) <= WINDOW_DAYS


def _shares(
    group: Sequence[int], quotes: Sequence[Quote], story_by_article: Mapping[ArticleId, Story]
) -> list[tuple[Story, list[int]]]:
    """Part a group by the stories its quotes are in."""
    shares: dict[Story, list[int]] = defaultdict(list)
    for number in group:
        shares[story_by_article[quotes[number].article.id]].append(number)
    return list(shares.items())


def _scores(share: Sequence[int], evidence: Mapping[tuple[int, int], float]) -> list[float]:
    """Return how sure it is of each that it belongs with its best companion; 1 for one that is alone."""
    return [
        max((evidence.get(ordered(own, other), 0.0) for other in share if other != own), default=1.0)
        for own in share
    ]


def _utterance(
    story: Story, person: Person | None, quotes: Sequence[Quote], scores: Sequence[float]
) -> Utterance:
    spoken = spoken_language(quotes, person)
    wordings = [
        Wording(quote=quote, state=state_beside(quote, person, spoken), score=round(score, 4))
        for quote, score in zip(quotes, scores, strict=True)
    ]
    earliest = min(quotes, key=_order)
    return Utterance(
        id=UtteranceId(earliest.id),
        story=story.id,
        person=person,
        wordings=tuple(
            sorted(wordings, key=lambda w: (w.state is not WordingState.ORIGINAL, _order(w.quote)))
        ),
        spoken_language=spoken,
    )
