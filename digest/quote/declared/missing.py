"""Declared quotations that their article does not hold: what is nearest in it, and where else they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from digest.languages.folding import Folded, fold
from digest.model import Article, DeclaredQuote, Problem, Quote, Severity, Span
from digest.quote.declared.limits import FEWEST_WORDS, NEAREST


@dataclass(frozen=True, slots=True)
class Missing:
    """A declared quotation that its article does not hold as declared."""

    problem: Problem
    words: str
    is_absent: bool
    """Whether the words stand nowhere in the article, rather than without their marks."""


def with_sources(missing: Iterable[Missing], quotes: Sequence[Quote]) -> Iterator[Problem]:
    """Yield the problems, each with the article that does hold the words, and who said them there.

    Words of another article under this one's name are the likeliest way that a quotation is invented.
    """
    said: list[tuple[str, Quote]] = []
    for one in missing:
        needle = fold(one.words).text.casefold().strip(" .,;:!?")
        if not one.is_absent or len(needle.split()) < FEWEST_WORDS:
            yield one.problem
            continue
        said = said or [(fold(quote.text).text.casefold(), quote) for quote in quotes]
        source = next((quote for text, quote in said if needle in text), None)
        if source is None:
            yield one.problem
            continue
        who = f"by {source.speaker}" if source.speaker else "by somebody who is not named"
        message = f"{one.problem.message.partition(';')[0]}; it stands in {source.article.path} {who}"
        yield replace(one.problem, message=message)


def problem_of(article: Article, entry: DeclaredQuote, folded: Folded, spans: list[Span]) -> Problem:
    """Return what is wrong with a declared quotation, and what right looks like."""
    shown = shortened(entry.text)
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


def shortened(text: str, limit: int = 80) -> str:
    """Return a text in one line, cut at a limit."""
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
    return shortened(folded.span(start, end).of(text), 160)
