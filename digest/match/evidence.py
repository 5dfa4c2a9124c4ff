"""How alike two quotes are, by what the texts say, what the lexicon knows and what the memory holds."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.languages import codes
from digest.match.features import Features, Rarity, features
from digest.match.glosses import denial_lost, features_across, glossed, may_mean_alike
from digest.match.joins import Pair
from digest.match.negation import negation_lost
from digest.match.rivals import Decision, Seen, sigmoid
from digest.match.states import main
from digest.match.text import Text, is_part, may_agree, prepared
from digest.model import Memory, Quote, Segment, SegmentKind

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
    *(4.45, 12.62, 4.57, 0.87, 1.63, 0.46, -0.84, -0.42, 8.01, 5.03, -1.22, 2.49, -1.76, -2.67, -2.57),
    -15.59,
)
"""The same for `features_across`, fitted beside the twenty sentences as they are, untranslated."""
BY_WORDS = Decision(1.26, -0.13, -1.19, sure=4.0, no_rival=-2.0)
BY_MEMORY = Decision(0.96, 0.11, -0.86, sure=2.1, no_rival=-2.0)
PROBABLE_BY_WORDS = 3.2
"""The log-odds from which on a pair is probable that the memory tells nothing of: 95 in 100 are right."""
SAME_LANGUAGE = 4.0
"""Log-odds above which two wordings in one language are one statement.

On real press wordings different statements of one speaker reach -1, wordings of one begin at 7.
"""
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
_REFRAIN = (11, 0.25)
_REFRAIN_COVERED = 0.75
"""Without a translation, what says few words over and over, as the second of these does, must have so much
covered: that are fewer than eleven distinct words, and more than a quarter that only repeat another.
"""
_UNLIKE = Seen(-8.0, joins=False)


def by_text(quotes: Sequence[Quote], pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return the confidence that the texts alone give of wordings in one language; 0.5 is enough."""
    texts = [_prepared(quote) for quote in quotes]
    languages = [main(quote.language) for quote in quotes]
    rarities = _rarities(zip(languages, texts, strict=True))
    return {
        (a, b): _same_language(texts[a], texts[b], rarities[languages[a]])
        for a, b in pairs
        if languages[a] == languages[b]
    }


def by_words(quotes: Sequence[Quote], pairs: Iterable[Pair]) -> dict[Pair, Seen]:
    """Return how alike wordings in two languages are by the lexicon, cognates, names and numbers."""
    texts = [glossed(quote.text, main(quote.language)) for quote in quotes]
    runs = Rarity.of(own.text for own in texts)
    found = {}
    for a, b in pairs:
        first, second = texts[a], texts[b]
        if main(quotes[a].language) != main(quotes[b].language) and may_mean_alike(first, second):
            alike = features_across(first, second, runs)
            seen = _seen(alike, first.text, second.text, _TWO_LANGUAGES)
            enough = alike.covered >= _REFRAIN_COVERED or not (_refrain(first.text) or _refrain(second.text))
            found[a, b] = seen._replace(joins=seen.joins and enough, denied=denial_lost(first, second))
    return found


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
            found[a, b] = max(_translated(*three) if may_agree(*three[:2]) else _UNLIKE for three in alike)
    return found


def _prepared(quote: Quote) -> Text:
    return prepared(quote.text, main(quote.language))


def _rarities(texts: Iterable[tuple[str, Text]]) -> dict[str, Rarity]:
    by_language: dict[str, list[Text]] = defaultdict(list)
    for language, text in texts:
        by_language[language].append(text)
    return {language: Rarity.of(pool) for language, pool in by_language.items()}


def _same_language(first: Text, second: Text, rarity: Rarity) -> float:
    if not may_agree(first, second):
        return 0.0
    seen = _in_one_language(first, second, rarity)
    sure = sigmoid(seen.log_odds - SAME_LANGUAGE) if seen.joins else 0.0
    return max(_PART, sure) if is_part(first, second) else sure


def _in_one_language(first: Text, second: Text, rarity: Rarity) -> Seen:
    seen = _seen(features(first, second, rarity), first, second, _ONE_LANGUAGE)
    return seen._replace(denied=negation_lost(first, second))


def _translated(first: Text, second: Text, rarity: Rarity) -> Seen:
    """Return the same of translations: engines word things their own way, so a slogan's words are enough."""
    found = features(first, second, rarity)
    joins = found.covered >= _REFRAIN_COVERED or not (_refrain(first) or _refrain(second))
    return Seen(_log_odds(found.values, _ONE_LANGUAGE), joins, negation_lost(first, second))


def _seen(found: Features, first: Text, second: Text, weights: Sequence[float]) -> Seen:
    words = min(len(first.distinct), len(second.distinct))
    least = _SLOGAN_COVERED + _SHORT_COVERED * max(0, _SHORT - words) if words < _SLOGAN else 0.0
    return Seen(_log_odds(found.values, weights), joins=found.covered >= least)


def _refrain(text: Text) -> bool:
    words, repeated = _REFRAIN
    return len(text.distinct) < words and text.repeated > repeated


def _in_languages(quote: Quote, languages: Sequence[str], memory: Memory) -> dict[str, Text]:
    own = main(quote.language)
    texts = {own: _prepared(quote)}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in languages:
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = prepared(found.text, code)
    return texts


def _log_odds(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip((*values, 1.0), weights, strict=True))
