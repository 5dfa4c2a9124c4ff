"""How alike two quotes are, by what the texts say, what the lexicon knows and what the memory holds."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from digest.languages import codes
from digest.match.alike import (
    Glossed,
    Rarity,
    Text,
    denial_lost,
    features,
    features_by_meaning,
    glossed,
    is_part,
    may_agree,
    may_mean_alike,
    prepared,
)
from digest.match.changes import main, negation_lost
from digest.match.meant import Meant
from digest.match.pairs import Decision, Pair, Seen, Traits, sigmoid
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
    *(3.9, 11.24, 4.67, 0.55, 1.68, 0.4, -0.81, -0.3, 8.48, 6.19, -0.32, 2.77, -1.68, -3.1, -3.15),
    -13.7,
)
"""The same for `features_by_meaning`, fitted beside the twenty sentences as they are, untranslated."""
_BESIDE_MEANING = (
    *(0.99, 1.18, 4.63, -2.59, 0.31, 0.28, -0.76, -0.15, 1.71, 5.51, 0.26, 2.84, -1.28, -2.34, -1.78),
    *(7.51, 5.86),
    -1.24,
)
"""The same beside what an encoder says: its cosine, levelled by language, and the square of that.

Fitted on 19,940 pairs, those of every eighth task of the same sentences.
"""
_MEANT, _MEANT_ALIKE = 0.5, 0.7
"""The encoder's cosine from which on a pair is looked at that shares no word, and from which on few words in
common are no accident."""
_TRANSLATED = (
    *(5.99, 4.79, 1.66, 1.23, -0.5, 0.24, -0.58, -0.42, 6.57, 6.33, 18.3, 1.51, -1.45, -2.98, 0.39),
    -13.64,
)
"""The same, fitted beside their translations."""
BY_WORDS = Decision(0.98, -0.01, -0.72, sure=4.2, no_rival=-2.0, many_rivals=-2.0)
BY_MEANING = Decision(1.32, -0.2, -1.19, sure=3.3, no_rival=-2.0, many_rivals=-2.0)
BY_MEMORY = Decision(0.63, 0.41, -1.59, sure=2.1, no_rival=-2.0, many_rivals=-5.0)
PROBABLE_BY_WORDS = 2.75
"""The log-odds from which on a pair is probable that the memory tells nothing of: 95 in 100 are right."""
PROBABLE_BY_MEANING = 3.0
"""The same of pairs of which an encoder says something."""
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
    languages = [main(quote.language) for quote in quotes]
    within = [(a, b) for a, b in pairs if languages[a] == languages[b]]
    wanted = {languages[a] for a, _ in within}
    texts = {
        number: prepared(quote.text, languages[number])
        for number, quote in enumerate(quotes)
        if languages[number] in wanted
    }
    rarities = _rarities((languages[number], text) for number, text in texts.items())
    # One pair of texts is looked at once, however often both are printed.
    known: dict[tuple[str, str, str], float] = {}
    found = {}
    for a, b in within:
        key = (languages[a], quotes[a].text, quotes[b].text)
        if key not in known:
            known[key] = _same_language(texts[a], texts[b], rarities[languages[a]])
        found[a, b] = known[key]
    return found


def traits(quotes: Sequence[Quote], memory: Memory, *, one_language: bool) -> list[Traits]:
    """Return what quotes are found by: how words begin; across languages what they mean and sound like."""
    if one_language:
        starts = [prepared(quote.text, main(quote.language)).starts for quote in quotes]
        return [Traits(own, own) for own in starts]
    known = known_languages(quotes)
    return [_traits(_glossed_by_language(quote, known, memory).values()) for quote in quotes]


def _traits(texts: Collection[Glossed]) -> Traits:
    sounds = {f"~{sound}" for own in texts for sound in own.text.sounds}
    return Traits(
        frozenset(sounds.union(*(own.meant for own in texts))),
        frozenset(sounds.union(*(own.places for own in texts))),
    )


def by_words(quotes: Sequence[Quote], pairs: Iterable[Pair], meant: Meant) -> dict[Pair, Seen]:
    """Return how alike wordings in two languages are by the lexicon, cognates, names and numbers.

    Of pairs of which an encoder says nothing; `by_meaning` returns the others.
    """
    across = _across(quotes, pairs)
    runs, texts = _worded(quotes, across)
    found = {}
    for a, b in across:
        if meant.of((a, b)) is None and may_mean_alike(texts[a], texts[b]):
            alike = features_by_meaning(texts[a], texts[b], runs)
            found[a, b] = Seen(
                _log_odds(alike.values, _TWO_LANGUAGES),
                joins=alike.covered >= _least_covered(texts[a], texts[b]),
                denied=denial_lost(texts[a], texts[b]),
            )
    return found


def by_meaning(quotes: Sequence[Quote], pairs: Iterable[Pair], meant: Meant) -> dict[Pair, Seen]:
    """Return the same of pairs in languages that an encoder knows, with what it says of them."""
    across = _across(quotes, pairs)
    runs, texts = _worded(quotes, across)
    found = {}
    for a, b in across:
        likeness = meant.of((a, b))
        if likeness is None or (likeness < _MEANT and not may_mean_alike(texts[a], texts[b])):
            continue
        alike = features_by_meaning(texts[a], texts[b], runs)
        covered = alike.covered >= _least_covered(texts[a], texts[b])
        found[a, b] = Seen(
            _log_odds((*alike.values, likeness, likeness * likeness), _BESIDE_MEANING),
            joins=covered or likeness >= _MEANT_ALIKE,
            denied=denial_lost(texts[a], texts[b]),
        )
    return found


def _worded(quotes: Sequence[Quote], across: Sequence[Pair]) -> tuple[Rarity, dict[int, Glossed]]:
    compared = {number for pair in across for number in pair}
    texts = {number: glossed(quotes[number].text, main(quotes[number].language)) for number in compared}
    if not compared:
        return Rarity.of(()), {}
    others = (quote for number, quote in enumerate(quotes) if number not in compared)
    told = (
        *(own.text for own in texts.values()),
        *(prepared(own.text, main(own.language)) for own in others),
    )
    return Rarity.of(told), texts


def _least_covered(first: Glossed, second: Glossed) -> float:
    return max(_of_slogans(first.text, second.text), _of_refrains(first.text, second.text))


def by_memory(quotes: Sequence[Quote], pairs: Iterable[Pair], memory: Memory) -> dict[Pair, Seen]:
    """Return how alike the translations of the memory are, in the language in which they are most alike."""
    across = _across(quotes, pairs)
    if not across:
        return {}
    languages = known_languages(quotes)
    compared = {number for pair in across for number in pair}
    texts = {number: _glossed_by_language(quotes[number], languages, memory) for number in compared}
    others = (quote for number, quote in enumerate(quotes) if number not in compared)
    runs = _rarities(
        (
            *((code, own.text) for known in texts.values() for code, own in known.items()),
            *(
                (code, prepared(text, code))
                for quote in others
                for code, text in _by_language(quote, languages, memory).items()
            ),
        )
    )
    found = {}
    for a, b in across:
        if both := sorted(texts[a].keys() & texts[b].keys()):
            found[a, b] = max(_translated(texts[a][code], texts[b][code], runs[code]) for code in both)
    return found


def _across(quotes: Sequence[Quote], pairs: Iterable[Pair]) -> list[Pair]:
    languages = [main(quote.language) for quote in quotes]
    return [(a, b) for a, b in pairs if languages[a] != languages[b]]


def _rarities(texts: Iterable[tuple[str, Text]]) -> dict[str, Rarity]:
    by_language: dict[str, list[Text]] = defaultdict(list)
    for language, text in texts:
        by_language[language].append(text)
    return {language: Rarity.of(pool) for language, pool in by_language.items()}


def _same_language(first: Text, second: Text, rarity: Rarity) -> float:
    if not may_agree(first, second):
        return 0.0
    alike = features(first, second, rarity)
    joins = alike.covered >= _of_slogans(first, second)
    sure = sigmoid(_log_odds(alike.values, _ONE_LANGUAGE) - SAME_LANGUAGE) if joins else 0.0
    return max(_PART, sure) if is_part(first, second) else sure


def _translated(first: Glossed, second: Glossed, runs: Rarity) -> Seen:
    """Return how alike two translations are: engines word things freely, so a slogan's words are enough."""
    if not may_mean_alike(first, second):
        return _UNLIKE
    alike = features_by_meaning(first, second, runs)
    return Seen(
        _log_odds(alike.values, _TRANSLATED),
        joins=alike.covered >= _of_refrains(first.text, second.text),
        denied=negation_lost(first.text, second.text, translated=True),
    )


def _of_slogans(first: Text, second: Text) -> float:
    """Return how much of the shorter of two texts must be covered because it is short."""
    words = min(len(first.distinct), len(second.distinct))
    return _SLOGAN_COVERED + _SHORT_COVERED * max(0, _SHORT - words) if words < _SLOGAN else 0.0


def _of_refrains(first: Text, second: Text) -> float:
    """Return the same because one of them says few words over and over."""
    words, repeated = _REFRAIN
    found = any(len(text.distinct) < words and text.repeated > repeated for text in (first, second))
    return _REFRAIN_COVERED if found else 0.0


def known_languages(quotes: Sequence[Quote]) -> list[str]:
    """Return the languages that translations of quotes are looked up in."""
    return sorted({*codes(), *(main(quote.language) for quote in quotes)})


def _glossed_by_language(quote: Quote, languages: Sequence[str], memory: Memory) -> dict[str, Glossed]:
    return {code: glossed(text, code) for code, text in _by_language(quote, languages, memory).items()}


def _by_language(quote: Quote, languages: Sequence[str], memory: Memory) -> dict[str, str]:
    own = main(quote.language)
    texts = {own: quote.text}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in languages:
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = found.text
    return texts


def _log_odds(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip((*values, 1.0), weights, strict=True))
