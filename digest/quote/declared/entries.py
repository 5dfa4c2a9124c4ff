"""`quotes:` in front matter, found in the text; what is not there word for word is a problem."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from digest.languages.folding import QUOTATION_MARKS, Folded, fold
from digest.model import Article, DeclaredQuote, Problem, Quote, Severity, Span
from digest.quote.declared.limits import NEAREST
from digest.quote.find import Marked
from digest.quote.language import language_of

_EDGES = " ,.;:!?…،؛。，、！？；："


def declared_quotes(
    article: Article, marked: tuple[Marked, ...]
) -> tuple[tuple[Quote, ...], tuple[Problem, ...]]:
    """Return the quotes that front matter declares, and a problem for each that the text does not hold."""
    if not article.quotes:
        return (), ()
    folded = fold(article.text)
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for entry in article.quotes:
        spans = _find(folded, entry.text)
        fitting = [span for span in spans if _is_quoted(article.text, span, marked) != entry.paraphrase]
        taken = {quote.span for quote in quotes}
        free = [span for span in fitting if span not in taken] or fitting
        if free:
            quotes.append(_quote(article, entry, free[0]))
        else:
            problems.append(_problem(article, entry, folded, spans))
    return tuple(quotes), tuple(problems)


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
    overlapping = [part for part in marked if part.outer.start < span.end and span.start < part.outer.end]
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
        speaker=entry.speaker,
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


def _problem(article: Article, entry: DeclaredQuote, folded: Folded, spans: list[Span]) -> Problem:
    shown = _shorten(entry.text)
    if spans and entry.paraphrase:
        message = f"“{shown}” stands between quotation marks: it is no paraphrase; leave “paraphrase” out"
    elif spans:
        message = (
            f"the quote “{shown}” stands in the text without quotation marks; put it between quotation marks"
            " if the source does, or say “paraphrase: true”"
        )
    else:
        nearest = _nearest(article.text, folded, fold(entry.text).text)
        right = (
            f"the nearest passage is “{nearest}”"
            if nearest
            else "copy its words from the text of the article"
        )
        message = f"the quote “{shown}” is not in the text; {right}"
    return Problem(article.keys_path or article.path, entry.line, Severity.ERROR, message)


def _shorten(text: str, limit: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _nearest(text: str, folded: Folded, wanted: str) -> str | None:
    """Return the passage of the text most like the wanted words, or None where nothing is."""
    matcher = SequenceMatcher(None, folded.text.casefold(), wanted.casefold(), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 4]
    if not blocks:
        return None
    best = max(blocks, key=lambda block: (block.size, -block.a))
    start = max(0, best.a - best.b - 4)
    end = min(len(folded.text), start + len(wanted))
    likeness = SequenceMatcher(
        None, folded.text[start:end].casefold(), wanted.casefold(), autojunk=False
    ).ratio()
    if likeness < NEAREST:
        return None
    while start > 0 and folded.text[start - 1] not in " \n":
        start -= 1
    while end < len(folded.text) and folded.text[end] not in " \n":
        end += 1
    return _shorten(folded.span(start, end).of(text), 160)
