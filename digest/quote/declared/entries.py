"""`quotes:` and `not_quotes:` in front matter, found in the text; what is not there is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from digest.languages.folding import QUOTATION_MARKS, Folded, fold
from digest.model import Article, DeclaredQuote, Problem, Quote, Severity, Span
from digest.quote.declared.missing import Missing, problem_of, shortened
from digest.quote.find import Marked
from digest.quote.language import language_of

_EDGES = " ,.;:!?…،؛。，、！？；："


@dataclass(frozen=True, slots=True)
class Declared:
    """What an editor says of an article's quotations."""

    quotes: tuple[Quote, ...] = ()
    open: frozenset[Span] = frozenset()
    """Where those stand of which nothing is said of the speaker: whom the rules find is shown."""
    nobody: tuple[Span, ...] = ()
    """What stands between marks and nobody said."""
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()


def declared_quotes(article: Article, marked: tuple[Marked, ...]) -> Declared:
    """Return the quotes that front matter declares, and a problem for each that the text does not hold."""
    if not article.quotes and not article.not_quotes:
        return Declared()
    folded = fold(article.text)
    quotes: list[Quote] = []
    silent: set[Span] = set()
    missing: list[Missing] = []
    twice: list[Problem] = []
    entry_by_span: dict[Span, DeclaredQuote] = {}
    for entry in article.quotes:
        spans = _find(folded, entry.text)
        fitting = [span for span in spans if _is_quoted(article.text, span, marked) != entry.paraphrase]
        free = [span for span in fitting if span not in entry_by_span] or fitting
        if not free:
            missing.append(
                Missing(problem_of(article, entry, folded, spans), entry.text, is_absent=not spans)
            )
            continue
        earlier = entry_by_span.setdefault(free[0], entry)
        if earlier is not entry:
            twice += _said_otherwise(article, earlier, entry)
            continue
        quotes.append(_quote(article, entry, free[0]))
        if entry.speaker is None and not entry.paraphrase:
            silent.add(free[0])
    nobody, problems = _not_quotes(article, marked, folded, quotes)
    return Declared(tuple(quotes), frozenset(silent), nobody, tuple(missing), (*twice, *problems))


def _said_otherwise(article: Article, earlier: DeclaredQuote, entry: DeclaredQuote) -> Iterator[Problem]:
    """Yield that front matter says two things of words that the text holds once."""
    if replace(entry, line=earlier.line, text=earlier.text) != earlier:
        message = (
            f"“{shortened(entry.text)}” stands in the text once, and line {earlier.line} says something else "
            "of it; keep one"
        )
        yield Problem(article.keys_path or article.path, entry.line, Severity.ERROR, message)


def _not_quotes(
    article: Article, marked: tuple[Marked, ...], folded: Folded, quotes: list[Quote]
) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """Return where the words stand that an editor says nobody said, and what is wrong with that."""
    spans: list[Span] = []
    problems: list[Problem] = []
    for number, words in enumerate(article.not_quotes):
        found = [span for span in _find(folded, words) if _is_quoted(article.text, span, marked)]
        spans += found
        shown = shortened(words)
        if not found:
            message = f"“{shown}” stands nowhere between quotation marks; copy the words between them"
        elif any(quote.span in found for quote in quotes):
            message = f"“{shown}” is both in “quotes” and in “not_quotes”; take it out of one of them"
        else:
            continue
        line = article.line_by_field.get(f"not_quotes.{number}", 1)
        problems.append(Problem(article.keys_path or article.path, line, Severity.ERROR, message))
    return tuple(spans), tuple(problems)


def _find(folded: Folded, wanted: str) -> list[Span]:
    """Return every place where the text holds the wanted words."""
    needle = (
        fold(wanted).text.strip(" ").rstrip(_EDGES.replace("!", "").replace("?", "").replace(".", "")).strip()
    )
    spans = _places(folded, needle)
    if not spans:
        spans = _places(folded, needle.strip(_EDGES))
    return spans


def _places(folded: Folded, needle: str) -> list[Span]:
    if not needle:
        return []
    spans = []
    at = folded.text.find(needle)
    while at >= 0:
        end = at + len(needle)
        whole = not (_is_word(folded.text, at - 1) and needle[0].isalnum() and needle[0].isascii())
        if whole:
            spans.append(folded.span(at, end))
        at = folded.text.find(needle, at + 1)
    return spans


def _is_word(text: str, at: int) -> bool:
    return at >= 0 and text[at].isalnum()


def _is_quoted(text: str, span: Span, marked: tuple[Marked, ...]) -> bool:
    """Tell whether a span lies between quotation marks, those of an inner quotation included."""
    if any(part.outer.start <= span.start and span.end <= part.outer.end for part in marked):
        return True
    overlapping = [part for part in marked if part.outer.overlaps(span)]
    if overlapping and all(part.continues or part is overlapping[0] for part in overlapping):
        return overlapping[0].outer.start <= span.start and span.end <= overlapping[-1].outer.end
    before = text[: span.start].rstrip(" \u00a0\u202f¿¡")[-1:]
    after = text[span.end :].lstrip(" \u00a0\u202f.,!?…،。，！？")[:1]
    return bool(before) and before in QUOTATION_MARKS and bool(after) and after in QUOTATION_MARKS


def _quote(article: Article, entry: DeclaredQuote, span: Span) -> Quote:
    return Quote(
        article=article,
        span=span,
        language=entry.language
        or article.language_at(span)
        or language_of(span.of(article.text), article_language=article.language),
        speaker=entry.speaker or None,
        speaker_span=_speaker_span(article.text, entry.speaker, span),
        rule="declared",
        score=1.0,
        spoken_language=entry.spoken_language,
        said_at=entry.said_at,
        place=entry.place,
        is_paraphrase=entry.paraphrase,
    )


def _speaker_span(text: str, speaker: str | None, span: Span) -> Span | None:
    """Return where the speaker's name stands nearest to the quotation, in full or by its last word."""
    if not speaker:
        return None
    for name in (speaker, speaker.split()[-1]):
        found = [match.span() for match in re.finditer(re.escape(name), text)]
        outside = [(start, end) for start, end in found if end <= span.start or start >= span.end]
        if outside:
            return Span(
                *min(
                    outside,
                    key=lambda place: (min(abs(place[0] - span.end), abs(place[1] - span.start)), place),
                )
            )
    return None
