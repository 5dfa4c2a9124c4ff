"""The language a quotation is printed in: the article's, or what py3langid and the letters and words say."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import Any

from digest import languages
from digest.languages import UNKNOWN, vocabulary
from digest.languages.alphabets import foreign_letters, special_letters
from digest.languages.identify import everything, identifier
from digest.quote.grammar import count_words
from digest.quote.language.elsewhere import elsewhere
from digest.quote.language.limits import (
    CERTAIN,
    CLEAR,
    DOUBT,
    ENOUGH_WORDS,
    EXPECTED,
    FEWER_SPEAKERS,
    FOREIGN_LETTER,
    LEAST,
    LETTERS_A_CHARACTER,
    MODEL_POWER,
    OTHER,
    OTHER_LETTERS,
    OTHER_SCRIPT,
    WORDS_POWER,
)

NEIGHBOURS = [
    "en",
    "es",
    "fr",
    "pt",
    "it",
    "de",
    "nl",
    "pl",
    "ru",
    "uk",
    "bg",
    "ca",
    "sv",
    "tr",
    "ar",
    "fa",
    "he",
    "hi",
    "zh",
    "ja",
    "ko",
]
"""Told apart even without a row of their own: leaving out a close language makes its texts errors."""
_SCRIPTS = {
    "latin": re.compile("[A-Za-zÀ-ɏḀ-ỿ]"),
    "cyrillic": re.compile("[Ѐ-ԯ]"),
    "greek": re.compile("[Ͱ-Ͽἀ-῿]"),
    "arabic": re.compile("[؀-ۿݐ-ݿ]"),
    "hebrew": re.compile("[֐-׿]"),
    "kana": re.compile("[぀-ヿ]"),
    "hangul": re.compile("[가-힯ᄀ-ᇿ]"),
    "han": re.compile("[㐀-鿿]"),
    "devanagari": re.compile("[ऀ-ॿ]"),
}
# By what it is not: `re` takes its time for each character of a range when it compiles one.
_OTHER_THAN_LATIN = re.compile("[^\0-\u024f\u1e00-\u2bff]")
_FEWER_SPEAKERS = frozenset(
    "bg ca cs el hr hu id nl ro sk sr sv sw uk vi".split()  # noqa: SIM905
)
"""Languages met less in the press of others than close ones of more people: when in doubt, the latter."""
_ONE_LANGUAGE = frozenset({"han", "kana", "hangul", "greek", "hebrew"})
"""Scripts in which a native text has no other language to be told from, as far as they are known here."""
_UNSPACED_SCRIPTS = frozenset({"kana", "han", "hangul"})


def _identifier() -> Any:
    """Return the model, asked about languages with a row and their neighbours only."""
    return identifier(_told_apart())


@cache
def _told_apart() -> frozenset[str]:
    return frozenset({*NEIGHBOURS, *(code.partition("-")[0] for code in languages.codes())})


def detect(text: str, *, expected: str | None = None) -> tuple[str, float]:
    """Return the most likely language of a text and its probability; `expected` is likelier beforehand.

    The model's guess is weighed by what the text holds: the script, letters that a language does not
    have, and frequent words, which are all that a few words give to go by.
    """
    scripts = frozenset(name for name, pattern in _SCRIPTS.items() if pattern.search(text))
    words = vocabulary.words(text)
    strangeness = _strangeness(scripts, frozenset("".join(words)) & special_letters())
    likely: dict[str, float] = {
        code: MODEL_POWER * math.log(probability + LEAST) - strangeness[code]
        for code, probability in _identifier().rank(text)
    }
    if expected in likely:
        likely[expected] += EXPECTED + (FEWER_SPEAKERS if expected in _FEWER_SPEAKERS else 0.0)
    for word in words:
        for code, evidence in vocabulary.evidence(word).items():
            likely[code] += WORDS_POWER * evidence
    best = max(likely, key=lambda code: likely[code])
    return best, 1 / sum(math.exp(other - likely[best]) for other in likely.values())


@lru_cache(maxsize=1000)
def _strangeness(scripts: frozenset[str], letters: frozenset[str]) -> dict[str, float]:
    """Return by how much the letters of a text make each language less likely, as a logarithm."""
    return {code: _strange(code, scripts, letters) for code in _identifier().labels}


def _strange(code: str, scripts: frozenset[str], letters: frozenset[str]) -> float:
    own = _scripts_of(code)
    if scripts and not own & scripts:
        return OTHER_SCRIPT
    strange = FOREIGN_LETTER * len(letters & foreign_letters(code))
    fewer = FEWER_SPEAKERS if code in _FEWER_SPEAKERS else 0.0
    return strange + fewer + (OTHER_LETTERS if own == {"latin"} and len(scripts) > 1 else 0.0)


def language_of(text: str, *, article_language: str, said_in: str | None = None) -> str:
    """Return the language of a quotation: the article's unless clearly another; `und` where none is known.

    A cue (`said_in`) is never believed against the text: it confirms what a few words seem to be.
    """
    script = _script(text)
    is_long = count_words(text, spaced=script not in _UNSPACED_SCRIPTS) >= ENOUGH_WORDS
    is_native = script in _scripts_of(article_language)
    if is_native and not is_long and not said_in:
        return article_language
    expected = article_language.partition("-")[0]
    if is_native and (script in _ONE_LANGUAGE or _is_clear(text, expected) or not _is_modelled(expected)):
        return article_language
    other, lead = elsewhere(text, _known(expected), expected)
    if other == expected and expected not in _identifier().labels:
        return article_language
    if lead >= OTHER and (is_long or other == said_in or not is_native):
        return other
    if lead > DOUBT and said_in is None:
        return article_language if is_native else UNKNOWN
    return _among_known(text, article_language, said_in, script=script, is_long=is_long)


def _is_modelled(code: str) -> bool:
    """Tell whether the model has a language: nothing could tell another from any that it has not."""
    return code in everything().labels


def _among_known(text: str, article_language: str, said_in: str | None, *, script: str, is_long: bool) -> str:
    expected = article_language.partition("-")[0]
    code, probability = detect(text, expected=expected)
    if code in {expected, languages.row(article_language).code}:
        return article_language
    if script not in _scripts_of(article_language) and script in _scripts_of(code):
        return code
    if code not in languages.codes() and code != said_in:  # too close to the article's language to be sure
        return article_language
    return code if probability >= CERTAIN and (is_long or code == said_in) else article_language


@cache
def _known(expected: str) -> frozenset[str]:
    """Return the languages that are told apart with care, that of the article among them."""
    return frozenset({*_identifier().labels, *({expected} & set(everything().labels))})


def _is_clear(text: str, expected: str) -> bool:
    """Tell whether frequent words alone show that a text is in the language expected of it.

    Most quotations are; the model, which takes ten times as long, is asked about the others.
    """
    sums: dict[str, float] = {}
    for word in vocabulary.words(text):
        for code, evidence in vocabulary.evidence(word).items():
            sums[code] = sums.get(code, 0.0) + evidence
    own = sums.pop(expected, 0.0)
    return WORDS_POWER * (own - max(sums.values(), default=0.0)) >= CLEAR


def _script(text: str) -> str:
    """Return the script most of a text is in; kana anywhere makes it Japanese."""
    if not _OTHER_THAN_LATIN.search(text):
        return "latin"
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    counts["han"] *= LETTERS_A_CHARACTER
    if counts["kana"]:
        return "kana"
    return max(counts, key=lambda name: counts[name])


@cache
def _scripts_of(code: str) -> frozenset[str]:
    """Return the scripts a language is written in, from the words its row or Babel gives."""
    script = _script(languages.endonym(code))
    return frozenset({script, "han", "kana"} if code.partition("-")[0] == "ja" else {script})
