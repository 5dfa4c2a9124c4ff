"""How much two articles have in common."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from digest.group.clusters import Pair, pair
from digest.group.features import Features, stems
from digest.model import Article, Memory, Quote, Segment, SegmentKind

HALF_LIFE_DAYS = 2.0
"""After how many days between two articles their likeness counts half."""
SAME_LANGUAGE = 0.6
"""What likeness within one language is worth beside that between two, so that one threshold does for both.

Words of one language agree more often: on news of one day the best threshold is about 0.24 inside
English and 0.12 between languages.
"""
_WINDOW_DAYS = 6
"""Articles further apart are not compared: not even the same text would be one story by itself."""
_LEAST = 0.01
"""Less than this in common is nothing."""
_COMMON = 100
"""A feature that more articles hold than this finds no candidates; it still counts in scores."""
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores from 0 to 1 by pair of article ids; a pair without one has nothing in common."""

    by_text: Mapping[Pair, float]
    with_memory: Mapping[Pair, float]
    """The same or more."""
    features: Mapping[str, Features]

    def shared(self, first: str, second: str) -> tuple[str, ...]:
        """Return the names and numbers that both articles hold, the most telling first."""
        a, b = self.features[first], self.features[second]
        both = sorted(
            a.anchors & b.anchors, key=lambda anchor: (-a.weight[anchor] * b.weight[anchor], anchor)
        )
        return tuple(dict.fromkeys(a.shown[anchor] for anchor in both))[:_MOST_SHOWN]


def evidence_of(
    articles: Sequence[Article], features: Mapping[str, Features], quotes: Sequence[Quote], memory: Memory
) -> Evidence:
    """Compare all pairs of articles that are near in time and share something rare."""
    by_id = {str(article.id): article for article in articles}
    translated = _translated(articles, quotes, memory)
    days = _days(articles, quotes)
    by_text = {}
    for first, second in _candidates(days, {id_: own.weight for id_, own in features.items()}):
        a, b = by_id[first], by_id[second]
        alike = _alike(features[first], features[second], same_language=a.language == b.language)
        if (score := alike * _decay(days[first], days[second])) >= _LEAST:
            by_text[first, second] = score
    with_memory = dict(by_text)
    said = {
        id_: [(code, stem) for code, own in worded.items() for stem in own.times]
        for id_, worded in translated.items()
    }
    for first, second in _candidates(days, said):
        a, b = by_id[first], by_id[second]
        if a.language == b.language:
            continue
        alike = by_text.get((first, second), 0.0)
        worded = _alike_translated(translated[first], translated[second])
        worded *= _decay(days[first], days[second])
        if worded > alike:
            with_memory[first, second] = (alike + worded) / 2
    return Evidence(by_text, with_memory, features)


def _alike(a: Features, b: Features, *, same_language: bool) -> float:
    """Return the cosine; between languages half of it is that of the anchors alone.

    Words of two languages cannot agree, so they must not dilute names and numbers that do; one shared
    name alone is an accident.
    """
    dot = math.fsum(value * b.weight[key] for key, value in a.weight.items() if key in b.weight)
    whole = dot / (a.norm * b.norm) if a.norm and b.norm else 0.0
    both = a.anchors & b.anchors
    if same_language:
        return SAME_LANGUAGE * whole
    if len(both) < 2:
        return whole
    dot = math.fsum(a.weight[key] * b.weight[key] for key in both)
    return max(whole, (whole + dot / (a.anchor_norm * b.anchor_norm)) / 2)


@dataclass(frozen=True, slots=True)
class _Days:
    """When an article appeared, if known, and the days whose statements it reports."""

    own: date | None
    reported: frozenset[date]

    def apart(self, other: _Days) -> int:
        """Return the days between two articles; one that reports what was said on a day is near that day."""
        if self.own is None or other.own is None:
            return 0
        if not self.reported and not other.reported:
            return abs((self.own - other.own).days)
        first = min(abs((self.own - day).days) for day in {other.own, *other.reported})
        second = min(abs((other.own - day).days) for day in {self.own, *self.reported})
        return min(first, second)


def _days(articles: Sequence[Article], quotes: Sequence[Quote]) -> dict[str, _Days]:
    reported = defaultdict(set)
    for quote in quotes:
        if quote.said_at:
            reported[quote.article.id].add(quote.said_at.day)
    return {
        article.id: _Days(article.moment.day if article.moment else None, frozenset(reported[article.id]))
        for article in articles
    }


def _decay(a: _Days, b: _Days) -> float:
    return float(0.5 ** (a.apart(b) / HALF_LIFE_DAYS))


def _candidates(days: Mapping[str, _Days], held_by_id: Mapping[str, Iterable[tuple[str, str]]]) -> list[Pair]:
    """Return the pairs that are near in time and hold something that not too many hold."""
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_ in sorted(days, key=lambda id_: (days[id_].own or date.min, id_)):
        for feature in held_by_id[id_]:
            holders[feature].append(id_)
    common = max(_COMMON, len(days) // 10)
    found: set[Pair] = set()
    for held in holders.values():
        if len(held) <= common:
            _note_near(held, days, found)
    return sorted({pair(*both) for both in found})


def _note_near(held: Sequence[str], days: Mapping[str, _Days], found: set[Pair]) -> None:
    """Note the pairs near in time, going through the days in order."""
    dated = [(own.toordinal(), id_) for id_ in held if (own := days[id_].own) and not days[id_].reported]
    for at, (day, first) in enumerate(dated):
        for other, second in islice(dated, at + 1, None):
            if other - day > _WINDOW_DAYS:
                break
            found.add((first, second))
    for first in held:
        if days[first].own is None or days[first].reported:
            near = (other for other in held if days[first].apart(days[other]) <= _WINDOW_DAYS)
            found.update((first, other) for other in near if other != first)


@dataclass(frozen=True, slots=True)
class _Worded:
    """How often an article says each stem in a language, and the square of its norm."""

    times: Mapping[str, int]
    squares: int


def _translated(
    articles: Sequence[Article], quotes: Sequence[Quote], memory: Memory
) -> dict[str, dict[str, _Worded]]:
    """Return what each article's title and quotes say, by language that has them."""
    languages = sorted({article.language for article in articles})
    segments = defaultdict(list)
    for quote in quotes:
        segments[quote.article.id].append(Segment(SegmentKind.QUOTE, quote.language, quote.text))
    found: dict[str, dict[str, _Worded]] = {}
    for article in articles:
        own = [Segment(SegmentKind.TITLE, article.language, article.title), *segments[article.id]]
        times = {
            code: Counter(chain.from_iterable(map(stems, _in_language(own, code, memory))))
            for code in languages
        }
        found[str(article.id)] = {
            code: _Worded(count, sum(n * n for n in count.values())) for code, count in times.items() if count
        }
    return found


def _in_language(segments: Sequence[Segment], language: str, memory: Memory) -> Iterator[str]:
    for segment in segments:
        if segment.language == language:
            yield segment.text
        elif found := memory.find(segment, language):
            yield found.text


def _alike_translated(a: Mapping[str, _Worded], b: Mapping[str, _Worded]) -> float:
    """Return the best cosine over the languages that both are known in."""
    best = 0.0
    for code in a.keys() & b.keys():
        few, many = sorted((a[code], b[code]), key=lambda own: len(own.times))
        if dot := sum(n * many.times[stem] for stem, n in few.times.items() if stem in many.times):
            best = max(best, dot / math.sqrt(few.squares * many.squares))
    return best
