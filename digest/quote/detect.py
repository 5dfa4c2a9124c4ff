"""The language a quotation is printed in: the article's, or what py3langid and the letters and words say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from digest import languages
from digest.languages.alphabets import foreign_letters
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
_SMALL_WORD = 3.0
"""How much more likely one of its small words makes a language."""
_FOREIGN_LETTER = 0.1
"""The same for a letter that it does not have: names keep theirs."""
_OTHER_SCRIPT = 1e-6
_FEWER_SPEAKERS = frozenset({"bg", "ca", "nl", "sk", "sv", "uk"})
"""Languages of fewer than 50 million people beside a close one of many more: when in doubt, the latter."""
_FEWER = 0.5
_UNSPACED_SCRIPTS = frozenset({"kana", "han", "hangul"})


@cache
def _identifier() -> Any:
    """Return the model; loading takes about a second, so only when the first text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({*NEIGHBOURS, *(code.partition("-")[0] for code in languages.codes())}))
    return identifier


def detect(text: str) -> tuple[str, float]:
    """Return the most likely language of a text, without any prior, and its probability.

    The model's guess is weighed by what the text holds: the script, letters that a language does not
    have, and the small words of the languages' rows, which are all that a few words give to go by.
    """
    scripts = frozenset(name for name, pattern in _SCRIPTS.items() if len(pattern.findall(text)) > 1)
    words = frozenset(re.findall(r"[^\W\d_]+", text.casefold()))
    weighed = {
        code: probability * _weight(code, scripts, words) for code, probability in _identifier().rank(text)
    }
    best = max(weighed, key=lambda code: weighed[code])
    return best, weighed[best] / (sum(weighed.values()) or 1.0)


def _weight(code: str, scripts: frozenset[str], words: frozenset[str]) -> float:
    """Return by how much the letters and words of a text make a language more likely."""
    own = _scripts_of(code)
    if scripts and not own & scripts:
        return _OTHER_SCRIPT
    if own == {"latin"} and len(scripts) > 1:  # names in Latin letters stand in texts of any script
        return _FOREIGN_LETTER**2
    foreign = foreign_letters(code)
    strange = len({letter for word in words for letter in word} & foreign) if foreign else 0
    spoken = _FEWER if code in _FEWER_SPEAKERS else 1.0
    return spoken * _FOREIGN_LETTER**strange * _SMALL_WORD ** len(words & _small_words(code))


@cache
def _small_words(code: str) -> frozenset[str]:
    """Return the articles, prepositions, pronouns and the like that the row of a language gives."""
    if code not in languages.codes():
        return frozenset()
    row = languages.row(code)
    groups = (row.determiners, row.others, row.pronouns, row.that, row.openers, row.between)
    return frozenset(word for group in groups for word in group)


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
    if code not in languages.codes():  # told apart, but too close to the article's language to be sure
        return article_language
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
