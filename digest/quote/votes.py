"""Whole words that several articles report: one speaker for all of them, or none.

Where a wording is credited to somebody in one article and to nobody in another, the one who is named said
it; where two people are named, the surer one did, and where neither is surer nobody is shown, which an
editor is told. Only long wordings vote, letter by letter the same in one language: two people do say “We
will see” on one day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model import Problem, Quote, Severity
from digest.quote.declared import shortened

FEWEST_WORDS = 6
"""Words of a wording from which it is one person's; where nothing parts words, its letters tell."""
LETTERS_A_WORD = 3
"""Of a script that does not part words."""
SURE = 0.85
"""How sure a credit is that is carried on to another article."""
SURER = 3
"""How many times likelier one of two must be to be wrong for the other to be believed alone."""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Voted:
    """The quotes after the vote, in their order, and what editors have to settle."""

    quotes: tuple[Quote, ...]
    problems: tuple[Problem, ...]


def voted(quotes: Sequence[Quote]) -> Voted:
    """Return the quotes of all articles, each wording with one speaker at most."""
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        key = _key(quote)
        if key:
            same[quote.language, key].append(number)
    result, problems = list(quotes), []
    for numbers in same.values():
        group = [quotes[number] for number in numbers]
        if len({quote.article.id for quote in group}) == 1:
            continue
        settled, problem = _settled(group)
        for number, quote in zip(numbers, settled, strict=True):
            result[number] = quote
        problems += [problem] if problem else []
    return Voted(tuple(result), tuple(problems))


def _key(quote: Quote) -> str:
    if quote.is_paraphrase:
        return ""
    words = _WORDS.findall(quote.text.casefold())
    letters = sum(map(len, words))
    return (
        " ".join(words) if len(words) >= FEWEST_WORDS or letters >= FEWEST_WORDS * LETTERS_A_WORD * 2 else ""
    )


def _settled(group: Sequence[Quote]) -> tuple[Sequence[Quote], Problem | None]:
    named = [quote for quote in group if quote.speaker and quote.speaker_is_name]
    if not named:
        return group, None
    best = max(named, key=lambda quote: (quote.rule == "declared", quote.score))
    rivals = [quote for quote in named if not _are_one(quote, best)]
    if not rivals:
        return [_filled(quote, best) for quote in group], None
    rival = max(rivals, key=lambda quote: quote.score)
    declared = best.rule == "declared" != rival.rule
    if declared or 1 - rival.score >= SURER * (1 - best.score):
        return [_silent(quote) if quote in rivals else quote for quote in group], None
    return [_silent(quote) for quote in group], _problem(best, rival)


def _are_one(one: Quote, other: Quote) -> bool:
    """Tell whether two may be one person: names share a surname, or are written by two languages' rules."""
    if one.article.language.partition("-")[0] != other.article.language.partition("-")[0]:
        return True
    first, second = ((quote.speaker or "").casefold().split() for quote in (one, other))
    return first[-1:] == second[-1:] or set(first) <= set(second) or set(second) <= set(first)


def _filled(quote: Quote, best: Quote) -> Quote:
    """Return a quote of nobody with who said it elsewhere; an editor's “nobody” stays."""
    same = quote.article.language.partition("-")[0] == best.article.language.partition("-")[0]
    if quote.speaker or quote.rule == "declared" or best.score < SURE or not same:
        return quote
    return replace(quote, speaker=best.speaker, rule="voted", score=SURE, cue=None)


def _silent(quote: Quote) -> Quote:
    if quote.rule == "declared":
        return quote
    return replace(quote, speaker=None, speaker_span=None, rule="outvoted", score=0.0)


def _problem(best: Quote, rival: Quote) -> Problem:
    article = rival.article
    message = (
        f"“{shortened(rival.text)}” is credited to {rival.speaker} here and to {best.speaker} in "
        f"{best.article.path}, so that nobody is shown; say in “quotes” who said it"
    )
    return Problem(article.keys_path or article.path, 1, Severity.WARNING, message)
