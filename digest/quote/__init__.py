"""Articles to quotes: which words somebody said, who, and in which language.

The way of an article, which `find_quotes` goes:

- `marks` pairs quotation marks, `dashes` finds speech without any, `declared` what front matter says,
  and `insertions` cuts out `, said Putin,`.
- `frames` gives each quotation its sentence, with every quotation in it blanked out.
- `people` finds names: `cased` by their capital letters, without what `neighbours` shows to be no part
  of them; `uncased` without, word by word (`walk`).
- `credit` asks its rules, one by one, who spoke: `tags` go by the words after a quotation, `leads` by
  those before (`clauses` tells which of them count), `context` by earlier quotations. All of them see a
  `case`, and find who is meant with `subjects` (names), `roles` (`a spokesman`), `phrases` (any noun) and
  `verb_last`.
- `speech` keeps out titles and terms, `things` the names of things.
- `guess` weighs, for editors, who probably spoke where no rule is sure, by what `passages` show.
- `detect` and `spoken` tell the languages.

Languages are rows of `digest.languages`, compiled by `grammar`. Where evidence is weak, a quote has no
speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Article, Problem, Quote
from digest.quote.case import Case, Credit, is_sure
from digest.quote.credit import credit
from digest.quote.dashes import with_dashes
from digest.quote.declared import declared_quotes
from digest.quote.detect import language_of
from digest.quote.frames import Frame, frames_of
from digest.quote.grammar import grammar_of
from digest.quote.guess import guess
from digest.quote.insertions import without_insertions
from digest.quote.marks import pair_marks
from digest.quote.people import people_of
from digest.quote.speech import is_speech
from digest.quote.spoken import spoken_language

__all__ = ["FoundQuotes", "find_quotes"]


@dataclass(frozen=True, slots=True)
class FoundQuotes:
    """The quotes of an article, in the order of its text, and what is wrong with those it declares."""

    quotes: tuple[Quote, ...]
    problems: tuple[Problem, ...] = ()


def find_quotes(article: Article) -> FoundQuotes:
    """Return the quotes of an article; their offsets refer to its text.

    What people usually speak is not asked here: `match` weighs it as the weaker evidence that it is.
    """
    grammar = grammar_of(article.language)
    marked = with_dashes(article, pair_marks(article), grammar)
    declared, problems = declared_quotes(article, marked)
    if not marked:
        return FoundQuotes(tuple(declared), problems)
    marked = without_insertions(article.text, marked, grammar)
    frames = frames_of(article, marked, grammar)
    found = [
        _quote(article, case, given)
        for case, given in credit(frames, people_of(article, grammar), grammar)
        if is_speech(article, case, given) and not _is_declared(case.frame, declared)
    ]
    quotes = sorted((*found, *declared), key=lambda quote: (quote.span.start, quote.span.end))
    return FoundQuotes(tuple(quotes), problems)


def _quote(article: Article, case: Case, given: Credit) -> Quote:
    span = case.frame.marked.span
    sure = is_sure(given)
    who = given if sure else guess(case, given)
    spoken = spoken_language(case, given)
    return Quote(
        article=article,
        span=span,
        language=language_of(span.of(article.text), article_language=article.language, said_in=spoken),
        speaker=who.speaker if sure else None,
        speaker_is_name=who.is_name or not sure,
        speaker_span=who.speaker_span if sure else None,
        cue=given.cue,
        rule=who.rule,
        score=who.score if who.speaker else 0.0,
        candidate=None if sure else who.speaker,
        candidate_span=None if sure else who.speaker_span,
        spoken_language=spoken,
    )


def _is_declared(frame: Frame, declared: tuple[Quote, ...]) -> bool:
    span = frame.marked.span
    return any(
        span.start < quote.span.end and quote.span.start < span.end
        for quote in declared
        if not quote.is_paraphrase
    )
