"""The language a quotation is printed in: py3langid's guess, the article's first."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest import languages
from digest.quote.speech import count_words

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
_CERTAIN = 0.5
_ENOUGH_WORDS = 5
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
_UNSPACED_SCRIPTS = frozenset({"kana", "han", "hangul"})


@cache
def _identifier() -> Any:
    """Return the model; loading takes about a second, so only when the first text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({*NEIGHBOURS, *(code.partition("-")[0] for code in languages.codes())}))
    return identifier


def detect(text: str) -> tuple[str, float]:
    """Return the most likely language of a text, without any prior, and its probability."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


def language_of(text: str, *, article_language: str) -> str:
    """Return the language of a quotation: the article's, unless the text is clearly in another."""
    script = _script(text)
    spaced = script not in _UNSPACED_SCRIPTS
    own = languages.row(article_language)
    if count_words(text, spaced=spaced) < _ENOUGH_WORDS and script in _scripts_of(article_language):
        return article_language
    code, probability = detect(text)
    if code == article_language.partition("-")[0] or code == own.code:
        return article_language
    if script not in _scripts_of(article_language) and script in _scripts_of(code):
        return code
    return (
        code
        if probability >= _CERTAIN and count_words(text, spaced=spaced) >= _ENOUGH_WORDS
        else article_language
    )


def _script(text: str) -> str:
    """Return the script most letters belong to; kana anywhere makes it Japanese."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    if counts["kana"]:
        return "kana"
    return max(counts, key=lambda name: counts[name])


@cache
def _scripts_of(code: str) -> frozenset[str]:
    """Return the scripts a language is written in, from the words its row or Babel gives."""
    script = _script(languages.endonym(code))
    return frozenset({script, "han", "kana"} if code.partition("-")[0] == "ja" else {script})
