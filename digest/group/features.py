"""What articles are compared by: names, numbers, people and stems, in Latin letters whatever the script."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from digest.languages.latin import is_cased, latin, numbers, skeleton, without_clitics, words
from digest.model import Article, Person

STEM = 6
"""Letters kept of a word: enough to tell words apart, few enough for `diplomacia` to meet `diplomacy`."""
WEIGHT_BY_KIND = {"person": 2.0, "name": 2.0, "number": 1.5, "word": 1.0}
_NAME_CONSONANTS = 3
_MOST_FEATURES = 120
_SENTENCE_START = re.compile(r"(?:^|[.!?:;»”\"“«—–\n])\s*$")


@dataclass(frozen=True, slots=True)
class Features:
    """What one article is compared by: weight by feature, as (kind, text)."""

    weight: Mapping[tuple[str, str], float]
    anchors: frozenset[tuple[str, str]]
    """The features that mean the same in every language: people, names, numbers."""
    norm: float
    anchor_norm: float
    shown: Mapping[tuple[str, str], str] = field(default_factory=dict)


def features_of(
    articles: Sequence[Article], people: Sequence[Person], quoted: Mapping[str, Iterable[Person]]
) -> dict[str, Features]:
    """Return each article's features by its id.

    Args:
        articles: The whole corpus; how rare a feature is in it decides its weight.
        people: Those whose names are looked for in the texts.
        quoted: The people an article quotes, by its id.
    """
    names = _Names(articles)
    counts = {}
    for article in articles:
        count = Counter(_words(article))
        count.update(("name", name) for name in names.of(article))
        count.update(("number", number) for number in numbers(article.text) if len(number) > 1)
        held = {("person", p.id) for p in people if _mentions(article, p)}
        count.update(held | {("person", p.id) for p in quoted.get(article.id, ())})
        counts[article.id] = count
    holders = Counter(feature for count in counts.values() for feature in count)
    shown = names.shown | {("person", p.id): p.name for p in people}
    return {id_: _weighted(count, holders, len(articles), shown) for id_, count in counts.items()}


def _weighted(
    count: Counter[tuple[str, str]],
    holders: Counter[tuple[str, str]],
    total: int,
    shown: Mapping[tuple[str, str], str],
) -> Features:
    weight = {
        feature: (1 + math.log(times)) * math.log(1 + total / holders[feature]) * WEIGHT_BY_KIND[feature[0]]
        for feature, times in count.items()
    }
    length = math.sqrt(math.fsum(value * value for value in weight.values()))
    anchor_length = math.sqrt(
        math.fsum(value * value for feature, value in weight.items() if feature[0] != "word")
    )
    shared = (feature for feature in weight if holders[feature] > 1)
    kept = sorted(shared, key=lambda feature: (-weight[feature], feature))[:_MOST_FEATURES]
    weight = {feature: weight[feature] for feature in kept}
    anchors = frozenset(feature for feature in kept if feature[0] != "word")
    return Features(
        weight,
        anchors,
        length,
        anchor_length,
        {feature: shown.get(feature, feature[1]) for feature in anchors},
    )


def _words(article: Article) -> Iterable[tuple[str, str]]:
    for text in (article.title, article.title, article.text):
        yield from (("word", stem) for stem in stems(text))


def stems(text: str) -> list[str]:
    """Return the stems of words that can carry meaning; of Chinese and the like, pairs of characters.

    >>> stems("the diplomacy")
    ['diplom']
    """
    found = []
    for word in words(text):
        if _is_unspaced(word):
            found += [word[i : i + 2] for i in range(len(word) - 1)]
        elif len(plain := latin(word)) > 3 or (plain and not is_cased(word)):
            found.append(plain[:STEM])
    return found


def _is_unspaced(word: str) -> bool:
    return not is_cased(word) and len(latin(word)) > 2 * len(word)


def _mentions(article: Article, person: Person) -> bool:
    return any(len(name) > 2 and _stands_in(name, article) for name in person.names)


def _stands_in(name: str, article: Article) -> bool:
    text = f"{article.title}\n{article.text}"
    if name not in text:
        return False
    return _is_unspaced(name) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


class _Names:
    """The names a corpus holds: capitalised words inside sentences, known by their consonants.

    Words of scripts without capitals are names if they sound like one that other articles hold. Case
    endings are taken off where the name also stands without them: `Трампом`, `Trumpom`.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        written: dict[str, Counter[str]] = defaultdict(Counter)
        self._small: set[str] = set()
        for article in articles:
            for match in re.finditer(r"[^\W\d_]+", article.text):
                self._note(match, article.text, written)
        self._known = {k: forms for k, forms in written.items() if len(k) >= _NAME_CONSONANTS}
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for _, forms in sorted(self._known.items()):
            for form in sorted({latin(form) for form in forms}):
                self._by_start[form[:4]].append(form)
        self.shown = {
            ("name", k): min(forms, key=lambda f: (not f.isascii(), -forms[f], f))
            for k, forms in self._known.items()
        }

    def _note(self, match: re.Match[str], text: str, written: dict[str, Counter[str]]) -> None:
        word = match[0]
        if not word[0].isupper():
            self._small.add(latin(word))
        elif len(word) > 2 and not _SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()]):
            written[skeleton(word)][word] += 1

    def of(self, article: Article) -> list[str]:
        """Return the names of an article, each as often as it is there."""
        found = (self._name(word) for word in words(f"{article.title}\n{article.text}"))
        return [name for name in found if name]

    def _name(self, word: str) -> str | None:
        if is_cased(word):
            if not word[0].isupper() or latin(word) in self._small:
                return None
            bare = skeleton(self._without_ending(latin(word)))
            return bare if bare in self._known else None
        for form in without_clitics(word):
            if (bare := skeleton(form)) in self._known:
                return bare
        return None

    def _without_ending(self, plain: str) -> str:
        for form in self._by_start.get(plain[:4], ()):
            if len(form) >= 4 and plain.startswith(form) and len(plain) - len(form) <= 3:
                return form
        return plain
