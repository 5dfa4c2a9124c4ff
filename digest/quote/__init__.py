"""Articles to quotes: which words somebody said, who, and in which language.

The way of an article, which `find_quotes` goes, room by room; each room's door tells the rest:

- `grammar`: the row of the article's language, compiled.
- `find`: where quotations stand, and the sentence around each.
- `names`: everybody the article names.
- `clause`: who stands where beside a verb.
- `credit`: who said it.
- `speech`: what only stands between marks and was never said.
- `language`: the one it is printed in, and the one it was spoken in.
- `declared`: what front matter says, which the text has to hold.

A room imports only those above it in this list, by their doors. Where evidence is weak, a quote has no
speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Article, Problem, Quote
from digest.quote.credit import Case, Credit, credit, guess, is_sure
from digest.quote.declared import declared_quotes
from digest.quote.find import Frame, frames_of, pair_marks, with_dashes, without_insertions
from digest.quote.grammar import grammar_of
from digest.quote.language import language_of, spoken_language
from digest.quote.names import people_of
from digest.quote.speech import is_speech

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
        language=article.language_at(span)
        or language_of(span.of(article.text), article_language=article.language, said_in=spoken),
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
