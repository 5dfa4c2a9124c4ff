"""The words of a name from where it begins, where no capital letters but spaces part them."""

from __future__ import annotations

import re

from digest.languages.language import NO_ARTICLE
from digest.model import Span
from digest.quote.grammar import Grammar, before_word
from digest.quote.names.known import is_given
from digest.quote.names.limits import FULL_NAME_WORDS

_POINTS = "\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963"
_WORD = re.compile(rf"[^\W\d_]+(?:[-’'{_POINTS}]+[^\W\d_]*)*")
_ADVERB = re.compile("[\u064b-\u064d]")
"""Endings that only common words are printed with."""
_DESCENT = "ي"
"""The ending of family names that tell where somebody is from: `وضاح مهران الصلوي`."""
_ADVERBIAL = "ا"
"""The ending of an indefinite accusative without its points, which adverbs have."""


def walk(text: str, at: int, grammar: Grammar) -> Span | None:
    """Take the words of a name from `at` on, until one that belongs to none."""
    end, count, position = at, 0, at
    while count < FULL_NAME_WORDS and (match := _WORD.match(text, position)):
        joined = text[at:end].rpartition(" ")[2] in grammar.row.joiners
        if (
            stops(match.group(), grammar)
            and not joined
            and not _is_family(text[at:end], match.group(), grammar)
        ):
            break
        if (
            count
            and match.group().startswith(grammar.row.clitics)
            and _is_loose(text, at, match.end(), grammar)
        ):
            break
        count += match.group() not in grammar.row.joiners
        end, position = match.end(), match.end() + 1
        if text[match.end() : match.end() + 1] != " ":
            break
    if count == FULL_NAME_WORDS:
        end = _with_third(text, end, grammar)
    return Span(at, end) if count and not (count == 1 and _is_cut(text, at, end, grammar)) else None


def _is_family(given: str, word: str, grammar: Grammar) -> bool:
    """Tell whether a word with an article is a family name: `طارق العلي`."""
    row = grammar.row
    if row.article in ("", NO_ARTICLE) or not word.startswith(row.article) or " " in given:
        return False
    return is_given(given) and not _is_common(word, grammar)


def _is_cut(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a single name may be a given name: `مسعود` before `بزشكيان`, `خليل` before `الحية`."""
    if not grammar.row.clitics or text[end : end + 1] != " " or text.count(text[start:end]) > 1:
        return False
    found = _WORD.match(text, end + 1)
    word = found.group() if found else ""
    may_be = word.startswith((grammar.row.article, *grammar.row.clitics))
    return may_be and not _is_common(word, grammar)


def _with_third(text: str, end: int, grammar: Grammar) -> int:
    """Return the end of a name with a third word: before `أن` or a mark, or one that elsewhere speaks."""
    if not grammar.row.clitics or text[end : end + 1] != " ":
        return end
    third = _WORD.match(text, end + 1)
    if not third or grammar.row.article + third.group() in grammar.titles:
        return end  # `وضاح مهران محامي المدعية`
    return third.end() if _is_third(text, end, third, grammar) else end


def _is_third(text: str, end: int, third: re.Match[str], grammar: Grammar) -> bool:
    word, after = third.group(), text[third.end() :]
    marked = after[:1] in set(":،؛")
    if is_given(word) and (marked or text.count(f"{before_word(text, end + 1)} {word}") > 1):
        return True  # `أحمد قايد صالح`, although `صالح` is a common word, too
    if (says(text, word, grammar) or is_given(word)) and not _is_common(word, grammar):
        return True
    is_last = marked or grammar.that.match(after.lstrip(" ")) is not None
    if word.startswith(grammar.row.article) and word.endswith(_DESCENT) and not _is_common(word, grammar):
        return is_last
    if stops(word, grammar) or word.startswith(grammar.row.clitics) or word.endswith(_ADVERBIAL):
        return False
    return is_last


def _is_common(word: str, grammar: Grammar) -> bool:
    """Tell whether a word belongs to no name, even one whose last word has an article."""
    kinds = (grammar.titles, grammar.places, grammar.between, grammar.not_names)
    return any(word in kind for kind in kinds) or (
        not word.startswith(grammar.row.article) and stops(word, grammar)
    )


def says(text: str, word: str, grammar: Grammar) -> bool:
    """Tell whether a word stands right after a verb of saying somewhere, so that it is a last name."""
    return any(
        grammar.verb.fullmatch(before_word(text, found.start()))
        for found in re.finditer(rf"(?<= ){re.escape(word)}(?!\w)", text)
    )


def _is_loose(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a word that may begin with a clitic goes on, and the name with it never comes again."""
    if text.count(text[start:end]) > 1 or text[end : end + 1] in set(":،.,؛"):
        return False
    return not says(text, text[start:end].rpartition(" ")[2], grammar)


def _is_no_name(word: str, grammar: Grammar) -> bool:
    return word in grammar.not_names or any(re.fullmatch(form, word) for form in grammar.row.common_forms)


def stops(word: str, grammar: Grammar, *, is_last: bool = False) -> bool:
    """Tell whether a word belongs to no name; with `is_last`, its ending does not show it."""
    if word[0].isdigit() or (grammar.not_names.has_whole(word) if is_last else _is_no_name(word, grammar)):
        return True
    marks = (*grammar.row.subject_marks, *grammar.row.possessives)
    if any(word.removesuffix(mark) in grammar.row.titles_after for mark in ("", *marks)):
        return True
    others = (grammar.others, grammar.between, grammar.titles, grammar.places)
    if any(word in words for words in others) or word in grammar.pronouns or grammar.that.fullmatch(word):
        return True
    row = grammar.row
    if _ADVERB.search(word) or (len(word) > 4 and word.endswith(row.possessives)):
        return True
    if word.startswith(row.clitics) and word[1:] in grammar.not_names:
        return True
    clitic = any(word.startswith(prefix) and len(word) > len(prefix) + 2 for prefix in row.particles)
    saying = grammar.verb.fullmatch(word) or grammar.participle.fullmatch(word)
    return clitic or word.startswith(row.article) or saying is not None
