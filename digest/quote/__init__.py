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
- `foreign`: paragraphs in another language, read by the rules of theirs.
- `votes`: one speaker for words that several articles report.

A room imports only those above it in this list, by their doors. Where evidence is weak, a quote has no
speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model import Article, ArticleId, Problem, Quote, Span
from digest.quote.believed import are_named
from digest.quote.credit import (
    DOUBTED,
    Case,
    Credit,
    Explanation,
    Kind,
    credit,
    explained,
    guess,
    is_sure,
    kind_of,
)
from digest.quote.declared import Declared, Missing, declared_quotes, with_sources
from digest.quote.find import (
    Marked,
    frames_of,
    pair_marks,
    with_block_quotations,
    with_dashes,
    without_insertions,
)
from digest.quote.foreign import foreign_passages, placed
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.language import language_of, spoken_language
from digest.quote.names import people_of
from digest.quote.speech import is_speech
from digest.quote.votes import Voted, voted

__all__ = [
    "Explanation",
    "FoundQuotes",
    "Kind",
    "Voted",
    "are_named",
    "credits_of",
    "explain",
    "find_quotes",
    "problems_of",
    "voted",
    "with_candidates",
]


@dataclass(frozen=True, slots=True)
class FoundQuotes:
    """The quotes of an article, in the order of its text, and what is wrong with those it declares."""

    quotes: tuple[Quote, ...]
    problems: tuple[Problem, ...] = ()
    missing: tuple[Missing, ...] = ()
    """Those it declares and does not hold; what is wrong with each is among the problems, too."""


def find_quotes(article: Article) -> FoundQuotes:
    """Return the quotes of an article; their offsets refer to its text.

    What people usually speak is not asked here: `match` weighs it as the weaker evidence that it is.
    """
    grammar = grammar_of(article.language)
    marked = _marked(article, grammar)
    declared = declared_quotes(article, marked)
    problems = (*(one.problem for one in declared.missing), *declared.problems)
    if not marked and not article.language_parts:
        return FoundQuotes(declared.quotes, problems, declared.missing)
    cases = _credited(article, marked, grammar)
    found = [
        _quote(article, case, given)
        for case, given in cases
        if is_speech(article, case, given) and not _is_declared(case.frame.marked.span, declared)
    ]
    found = _with_foreign(found, article, declared)
    told = (_with_speaker(quote, cases, declared) for quote in declared.quotes)
    quotes = sorted((*found, *told), key=lambda quote: (quote.span.start, quote.span.end))
    return FoundQuotes(tuple(quotes), problems, declared.missing)


def explain(article: Article) -> tuple[Explanation, ...]:
    """Return, for everything between marks, what the rules saw: for `digest quotes --explain`."""
    grammar = grammar_of(article.language)
    marked = _marked(article, grammar)
    return tuple(explained(case, given) for case, given in _credited(article, marked, grammar))


def credits_of(article: Article) -> tuple[tuple[Quote, Kind], ...]:
    """Return quotes with whom a rule names and of which class that is: shown, were the class sure enough."""
    grammar = grammar_of(article.language)
    credited = _credited(article, _marked(article, grammar), grammar)
    return tuple(
        (
            replace(_quote(article, case, given), speaker=given.speaker, speaker_span=given.speaker_span),
            kind_of(case, given),
        )
        for case, given in credited
        if given.speaker is not None and given.score > DOUBTED
    )


def with_candidates(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return quotes, those without a speaker with who probably said them.

    Only editors see these, so that no build weighs them: every noun phrase near a quote is looked at.
    """
    credited: dict[ArticleId, tuple[tuple[Case, Credit], ...]] = {}
    found = []
    for quote in quotes:
        if quote.speaker is None and quote.rule != "declared":
            article = quote.article
            if article.id not in credited:
                grammar = grammar_of(article.language)
                credited[article.id] = _credited(article, _marked(article, grammar), grammar)
            found.append(_with_candidate(quote, credited[article.id]))
        else:
            found.append(quote)
    return tuple(found)


def _with_candidate(quote: Quote, cases: tuple[tuple[Case, Credit], ...]) -> Quote:
    for case, given in cases:
        if case.frame.marked.span.overlaps(quote.span):
            who = guess(case, given)
            return replace(
                quote,
                rule=who.rule,
                score=who.score if who.speaker else 0.0,
                candidate=who.speaker,
                candidate_span=who.speaker_span,
            )
    return quote


def _marked(article: Article, grammar: Grammar) -> tuple[Marked, ...]:
    return with_block_quotations(article, with_dashes(article, pair_marks(article), grammar))


def _credited(
    article: Article, marked: tuple[Marked, ...], grammar: Grammar
) -> tuple[tuple[Case, Credit], ...]:
    if not marked:
        return ()
    frames = frames_of(article, without_insertions(article.text, marked, grammar), grammar)
    return credit(frames, people_of(article, grammar), grammar)


def problems_of(found: Sequence[FoundQuotes]) -> tuple[Problem, ...]:
    """Return what is wrong with declared quotes; a fabricated one is told where it stands and who said it."""
    quotes = [quote for one in found for quote in one.quotes]
    problems: list[Problem] = []
    for one in found:
        others = {missing.problem for missing in one.missing}
        problems += (problem for problem in one.problems if problem not in others)
        problems += with_sources(one.missing, quotes)
    return tuple(problems)


def _with_speaker(quote: Quote, cases: tuple[tuple[Case, Credit], ...], declared: Declared) -> Quote:
    """Return a declared quote with whom the rules find, where the editor says nothing of the speaker."""
    if quote.span not in declared.open:
        return quote
    for case, given in cases:
        if case.frame.marked.span.overlaps(quote.span):
            said = _quote(quote.article, case, given)
            return replace(
                quote,
                speaker=said.speaker,
                speaker_is_name=said.speaker_is_name,
                speaker_span=said.speaker_span,
                cue=said.cue,
                rule=said.rule,
                score=said.score,
                spoken_language=quote.spoken_language or said.spoken_language,
            )
    return quote


def _quote(article: Article, case: Case, given: Credit) -> Quote:
    span = case.frame.marked.span
    sure = is_sure(given)
    spoken = spoken_language(case, given)
    return Quote(
        article=article,
        span=span,
        language=article.language_at(span)
        or language_of(span.of(article.text), article_language=article.language, said_in=spoken),
        speaker=given.speaker if sure else None,
        speaker_is_name=given.is_name or not sure,
        speaker_span=given.speaker_span if sure else None,
        cue=given.cue,
        rule=given.rule,
        score=given.score if sure else 0.0,
        spoken_language=spoken,
    )


def _with_foreign(found: list[Quote], article: Article, declared: Declared) -> list[Quote]:
    """Return quotes with those in paragraphs of another language, unless the article says who spoke."""
    for start, passage in foreign_passages(article):
        for quote in (placed(one, article, start) for one in find_quotes(passage).quotes):
            same = [one for one in found if one.span.overlaps(quote.span)]
            if _is_declared(quote.span, declared) or any(one.speaker for one in same):
                continue
            if quote.speaker or not same:
                found = [*(one for one in found if one not in same), quote]
    return found


def _is_declared(span: Span, declared: Declared) -> bool:
    """Tell whether an editor says something of what stands between two marks."""
    if any(nobody.start <= span.start + 1 and span.end <= nobody.end + 1 for nobody in declared.nobody):
        return True
    return any(span.overlaps(quote.span) for quote in declared.quotes if not quote.is_paraphrase)
