"""What articles are compared by: names, numbers, people and stems, in Latin letters whatever the script."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from digest.languages.latin import is_cased, latin, numbers, skeleton, without_clitics, words
from digest.model import Article, Person

STEM = 6
"""Letters kept of a word: enough to tell words apart, few enough for `diplomacia` to meet `diplomacy`."""
WEIGHT_BY_KIND = {"person": 2.0, "name": 2.0, "number": 1.5, "word": 1.0}
_NAME_CONSONANTS = 3
_MOST_FEATURES = 120
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\w+")
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
    names, mentioned = _Names(articles), _Mentioned(people)
    counts = {}
    for article in articles:
        count = Counter(_words(article))
        count.update(("name", name) for name in names.of(article))
        count.update(("number", number) for number in numbers(article.text) if len(number) > 1)
        held = {*mentioned.in_text(f"{article.title}\n{article.text}"), *quoted.get(article.id, ())}
        count.update(("person", id_) for id_ in {person.id for person in held})
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
    return [stem for word in words(text) for stem in _of_word(word)]


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[str, ...]:
    if _is_unspaced(word):
        return tuple(word[i : i + 2] for i in range(len(word) - 1))
    plain = latin(word)
    return (plain[:STEM],) if len(plain) > 3 or (plain and not is_cased(word)) else ()


def _is_unspaced(word: str) -> bool:
    return not is_cased(word) and len(latin(word)) > 2 * len(word)


class _Mentioned:
    """The people of the registry, found in texts by a word of each of their names."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_word: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        self._by_character: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in people:
            for name in person.names:
                if len(name) <= 2:
                    continue
                word = _WORD.search(name)
                if word and not _is_unspaced(name):
                    self._by_word[word.group()].append((name, person))
                else:
                    self._by_character[name[0]].append((name, person))

    def in_text(self, text: str) -> Iterator[Person]:
        """Yield whose name a text holds, as it is written and between words."""
        words_of_text, characters = set(_WORD.findall(text)), set(text)
        for named in (
            *(self._by_word[word] for word in self._by_word.keys() & words_of_text),
            *(self._by_character[character] for character in self._by_character.keys() & characters),
        ):
            yield from (person for name, person in named if _stands_in(name, text))


def _stands_in(name: str, text: str) -> bool:
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
        small: set[str] = set()
        for article in articles:
            for match in _LETTERS.finditer(article.text):
                word = match.group()
                if not word[0].isupper():
                    small.add(word)
                elif len(word) > 2 and not _opens(article.text, match.start()):
                    written[skeleton(word)][word] += 1
        self._small = {latin(word) for word in small}
        self._known = {k: forms for k, forms in written.items() if len(k) >= _NAME_CONSONANTS}
        self._place: dict[str, int] = {}
        for _, forms in sorted(self._known.items()):
            for form in sorted({latin(form) for form in forms}):
                self._place.setdefault(form, len(self._place))
        self._name_by_word: dict[str, str | None] = {}
        self.shown = {
            ("name", k): min(forms, key=lambda f: (not f.isascii(), -forms[f], f))
            for k, forms in self._known.items()
        }

    def of(self, article: Article) -> list[str]:
        """Return the names of an article, each as often as it is there."""
        known = self._name_by_word
        found = []
        for word in words(f"{article.title}\n{article.text}"):
            if word not in known:
                known[word] = self._name(word)
            if name := known[word]:
                found.append(name)
        return found

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
        """Return the first name that the word is but for an ending of three letters at most."""
        forms = (plain[: len(plain) - cut] for cut in range(4) if len(plain) - cut >= 4)
        return min(
            (form for form in forms if form in self._place), key=self._place.__getitem__, default=plain
        )


def _opens(text: str, at: int) -> bool:
    """Tell whether a word is capitalised because it opens a sentence."""
    return _SENTENCE_START.search(text[max(0, at - 3) : at]) is not None
