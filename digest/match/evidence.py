"""How sure it is that two quotes word one statement.

Confidences lie between 0 and 1; 0.5 is the least that joins two wordings.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.languages import codes
from digest.match.features import Rarity, features, in_one_language, in_two_languages
from digest.match.joins import Pair
from digest.match.negation import negation_lost
from digest.match.states import certain_language, main
from digest.match.text import Text, contradict, is_part, may_agree, may_sound_alike, prepared
from digest.model import Memory, Person, Quote, Segment, SegmentKind

_ONE_LANGUAGE = (
    *(-2.97, -2.39, 3.48, 0.55, -1.13, 0.05, -0.51, -0.14, 4.7, 4.94, 24.72, 0.88, -1.43, -3.96, 0.43),
    -5.22,
)
"""Weights of what `features` returns, and the constant: log-odds that two texts in one language say the same.

Logistic regression on 160,000 pairs: 8,000 English sentences of news and reference works, or parts of
one, each beside machine translations of twenty sentences out of eight languages, among them its own
source or not, and others of the same text.
"""
_TWO_LANGUAGES = (
    *(-4.07, 6.87, 0.11, 0.42, -1.15, -0.25, 0.13, 0.23, 6.17, 0.12, 22.41, 1.95, -2.18, -0.42, -0.21),
    2.51,
)
"""The same for two languages, fitted beside the twenty sentences as they are, untranslated."""


class Seen(NamedTuple):
    """How alike two texts in one language are."""

    log_odds: float
    joins: bool
    """Whether they may be joined: not if they share but a slogan's words, or if one denies the other."""


class Decision(NamedTuple):
    """What makes a confidence of the log-odds of a pair and its margin to the best rival."""

    margin: float
    log_odds: float
    constant: float
    """These three are fitted on the same data."""
    least: float
    """The least that makes one statement of two wordings: 99 in 100 are right."""
    no_rival: float
    """The log-odds of a rival where there is none, or none better: a small pool proves little."""


BY_MEMORY = Decision(0.96, 0.11, -0.86, 1.8, -2.0)
BY_COGNATES = Decision(1.76, -0.66, 0.61, 3.6, 0.0)
_MARGIN = 8.0
"""A margin above this is no better."""
SAME_LANGUAGE = 4.0
"""Log-odds above which two wordings in one language are one statement.

On real press wordings different statements of one speaker reach -1, wordings of one begin at 7.
"""
_LEAST = 0.03
"""A confidence below this is none."""
_PART = 0.9
"""The confidence that a part of at least four words belongs to what holds it word for word."""
_SLOGAN = 9
_SLOGAN_COVERED = 0.45
_SHORT = 6
_SHORT_COVERED = 0.1
"""Texts of fewer than nine distinct words must have so much of the shorter covered, and more by each word
below six: few words agree by accident.

Letters and rare words alone would join `bienvenido el diálogo, bienvenida la diplomacia, porque siempre
buscaremos la paz` with `Bienvenido diálogo, bienvenidos diplomáticos, bienvenida la paz…`: another statement.
"""


def vetoed(a: Quote, b: Quote, person: Person) -> bool:
    """Tell whether two quotes of a person cannot be one statement, whatever their words.

    They cannot if they were said on different days or in different languages, if their numbers differ, or
    if in one language one of them denies what the other says.
    """
    if a.said_at and b.said_at and a.said_at.day != b.said_at.day:
        return True
    spoken = {certain_language(a, person), certain_language(b, person)} - {None}
    first, second = _prepared(a), _prepared(b)
    denied = main(a.language) == main(b.language) and negation_lost(first, second)
    return len(spoken) > 1 or denied or contradict(first, second)


def _prepared(quote: Quote) -> Text:
    return prepared(quote.text, main(quote.language))


def by_text(quotes: Sequence[Quote], pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return the confidence that the texts alone give of wordings in one language."""
    texts = [_prepared(quote) for quote in quotes]
    languages = [main(quote.language) for quote in quotes]
    rarities = _rarities(zip(languages, texts, strict=True))
    return {
        (a, b): _same_language(texts[a], texts[b], rarities[languages[a]])
        for a, b in pairs
        if languages[a] == languages[b]
    }


def by_cognates(quotes: Sequence[Quote], pairs: Iterable[Pair]) -> dict[Pair, Seen]:
    """Return how alike wordings in two languages are by cognates, names and numbers; little tells nothing."""
    texts = [_prepared(quote) for quote in quotes]
    rarity = Rarity.of(texts)
    return {
        (a, b): _seen(texts[a], texts[b], rarity, in_two_languages)
        for a, b in pairs
        if main(quotes[a].language) != main(quotes[b].language) and may_sound_alike(texts[a], texts[b])
    }


def _rarities(texts: Iterable[tuple[str, Text]]) -> dict[str, Rarity]:
    by_language: dict[str, list[Text]] = defaultdict(list)
    for language, text in texts:
        by_language[language].append(text)
    return {language: Rarity.of(pool) for language, pool in by_language.items()}


def _same_language(first: Text, second: Text, rarity: Rarity) -> float:
    if not may_agree(first, second):
        return 0.0
    seen = _seen(first, second, rarity)
    sure = _sigmoid(seen.log_odds - SAME_LANGUAGE) if seen.joins else 0.0
    return max(_PART, sure) if is_part(first, second) else sure


UNLIKE = Seen(-_MARGIN, joins=False)


def _seen(
    first: Text, second: Text, rarity: Rarity, alike: Callable[[str, str], float] = in_one_language
) -> Seen:
    found, words = features(first, second, rarity, alike), _fewest_words(first, second)
    least = _SLOGAN_COVERED + _SHORT_COVERED * max(0, _SHORT - words) if words < _SLOGAN else 0.0
    if alike is in_one_language:
        joins = found.covered >= least and not negation_lost(first, second)
        return Seen(_log_odds(found.values, _ONE_LANGUAGE), joins)
    return Seen(_log_odds(found.values, _TWO_LANGUAGES), found.covered >= least)


def by_memory(quotes: Sequence[Quote], pairs: Iterable[Pair], memory: Memory) -> dict[Pair, Seen]:
    """Return how alike the translations of the memory are, in the language in which they are most alike."""
    languages = sorted({*codes(), *(main(quote.language) for quote in quotes)})
    texts = [_in_languages(quote, languages, memory) for quote in quotes]
    rarities = _rarities(item for by_code in texts for item in by_code.items())
    found = {}
    for a, b in pairs:
        both = sorted(texts[a].keys() & texts[b].keys())
        if main(quotes[a].language) != main(quotes[b].language) and both:
            alike = [(texts[a][code], texts[b][code], rarities[code]) for code in both]
            found[a, b] = max(_seen(*three) if may_agree(*three[:2]) else UNLIKE for three in alike)
    return found


def beside_rivals(
    seen: Mapping[Pair, Seen], languages: Sequence[str], group_by_quote: Mapping[int, int], decision: Decision
) -> dict[Pair, float]:
    """Return the confidence of each pair, given what else each of its quotes could be joined with.

    A rival is a quote in the language of the other one that is not known to word the same as that.
    """
    by_quote: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), found in seen.items():
        by_quote[a].append((b, found.log_odds))
        by_quote[b].append((a, found.log_odds))

    def rival(own: int, other: int) -> float:
        return max(
            (
                log_odds
                for number, log_odds in by_quote[own]
                if languages[number] == languages[other] and group_by_quote[number] != group_by_quote[other]
            ),
            default=decision.no_rival,
        )

    confidence = {}
    for (a, b), found in seen.items():
        best = max(rival(a, b), rival(b, a), decision.no_rival)
        margin = min(max(found.log_odds - best, -_MARGIN), _MARGIN)
        log_odds = _log_odds((margin, found.log_odds), decision[:3])
        confidence[a, b] = _sigmoid(log_odds - decision.least) if found.joins else 0.0
    return confidence


def _in_languages(quote: Quote, languages: Sequence[str], memory: Memory) -> dict[str, Text]:
    own = main(quote.language)
    texts = {own: _prepared(quote)}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in languages:
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = prepared(found.text, code)
    return texts


def _fewest_words(first: Text, second: Text) -> int:
    return min(len(first.distinct), len(second.distinct))


def _log_odds(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip((*values, 1.0), weights, strict=True))


def _sigmoid(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 9)
