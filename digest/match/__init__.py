"""Quotes of one story become utterances: which wordings are of one statement, and which is the original."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import combinations

from digest.match.evidence import MARGIN, by_memory, by_text, vetoed
from digest.match.joins import Pool, joined, ordered
from digest.match.states import main, spoken_language, state_beside
from digest.model import (
    ArticleId,
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

__all__ = ["match"]


def match(grouping: Grouping, quotes: Sequence[Quote], memory: Memory) -> tuple[Utterance, ...]:
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
    alone: list[Quote] = []
    for quote in sorted(quotes, key=_order):
        person = grouping.person_by_speaker.get((quote.article.id, quote.speaker or ""))
        if person:
            by_person[person].append(quote)
        else:
            alone.append(quote)
    found = [_utterance(story_by_article[q.article.id], None, [q], {}) for q in alone]
    for person in sorted(by_person, key=lambda person: person.id):
        found += _of_person(person, by_person[person], story_by_article, memory)
    place = {story.id: at for at, story in enumerate(grouping.stories)}
    return tuple(sorted(found, key=lambda u: (place[u.story], min(_order(w.quote) for w in u.wordings))))


def _order(quote: Quote) -> tuple[object, ...]:
    return (*quote.article.sort_key, quote.span.start, quote.span.end)


def _of_person(
    person: Person, quotes: Sequence[Quote], story_by_article: dict[ArticleId, Story], memory: Memory
) -> list[Utterance]:
    numbers = range(len(quotes))
    pool = Pool(
        tuple(main(quote.language) for quote in quotes),
        frozenset((a, b) for a, b in combinations(numbers, 2) if vetoed(quotes[a], quotes[b], person)),
    )
    text = {(a, b): by_text(quotes[a], quotes[b]) for a, b in combinations(numbers, 2)}
    same = {pair: value for pair, value in text.items() if pool.languages[pair[0]] == pool.languages[pair[1]]}
    worded = {(a, b): max(v, by_memory(quotes[a], quotes[b], memory)) for (a, b), v in text.items()}
    groups = [frozenset((number,)) for number in numbers]
    for evidence in (same, text, worded):
        groups = joined(pool, groups, partial(_score, evidence), MARGIN)
    found = []
    for group in groups:
        shares: dict[ArticleId, list[int]] = defaultdict(list)
        for number in sorted(group):
            shares[story_by_article[quotes[number].article.id].id].append(number)
        for share in shares.values():
            sure = {number: _best(number, share, worded) for number in share}
            story = story_by_article[quotes[share[0]].article.id]
            found.append(
                _utterance(story, person, [quotes[n] for n in share], {id(quotes[n]): sure[n] for n in share})
            )
    return found


def _score(evidence: dict[tuple[int, int], float], a: int, b: int) -> float:
    return evidence.get((a, b), 0.0)


def _best(number: int, share: Sequence[int], score: dict[tuple[int, int], float]) -> float:
    return max((score[ordered(number, other)] for other in share if other != number), default=1.0)


def _utterance(
    story: Story, person: Person | None, quotes: Sequence[Quote], sure: dict[int, float]
) -> Utterance:
    spoken = spoken_language(quotes, person)
    wordings = [
        Wording(quote=q, state=state_beside(q, person, spoken), score=round(sure.get(id(q), 1.0), 4))
        for q in quotes
    ]
    earliest = min(quotes, key=_order)
    digest = hashlib.sha256(f"{earliest.article.id}\n{earliest.text}".encode()).hexdigest()
    return Utterance(
        id=UtteranceId(digest[:12]),
        story=story.id,
        person=person,
        wordings=tuple(
            sorted(wordings, key=lambda w: (w.state is not WordingState.ORIGINAL, _order(w.quote)))
        ),
        spoken_language=spoken,
    )
