"""Reprints: one text under several outlets' names is one report, and its wording one piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.group.minhash import Sketch, most_like, sketch
from digest.model import Article, ArticleId, Story, Utterance, Wording

ALIKE = 0.6
"""The share of shingles in common from which a text is another's: who reprints cuts, and adds a line."""
_LENGTHS = 2.0
"""How many times as long as the other one of them may be: beyond, the share cannot be reached."""


def reprints_of(articles: Sequence[Article]) -> Mapping[ArticleId, ArticleId]:
    """Return the reprints among articles, earliest first, each with the one that was there before it."""
    found: dict[ArticleId, ArticleId] = {}
    sketches: dict[ArticleId, Sketch] = {}

    def sketch_of(article: Article) -> Sketch:
        if article.id not in sketches:
            sketches[article.id] = sketch(article.text)
        return sketches[article.id]

    for place, article in enumerate(articles):
        before = [one for one in articles[:place] if one.id not in found and _may_be_one(one, article)]
        if not before:
            continue
        at, share = most_like(sketch_of(article), [sketch_of(one) for one in before])
        if share >= ALIKE:
            found[article.id] = before[at].id
    return found


def _may_be_one(first: Article, second: Article) -> bool:
    # A summary is our desk's own text, whatever it summarises.
    if first.is_summary or second.is_summary or first.outlet.id == second.outlet.id:
        return False
    lengths = sorted((len(first.text), len(second.text)))
    return first.language == second.language and lengths[1] <= _LENGTHS * max(lengths[0], 1)


def counted_once(utterances: Iterable[Utterance], stories: Iterable[Story]) -> tuple[Utterance, ...]:
    """Return the utterances with those wordings marked that a reprint only repeats."""
    origin = {reprint: first for story in stories for reprint, first in story.reprints.items()}
    if not origin:
        return tuple(utterances)
    return tuple(_marked(utterance, origin) for utterance in utterances)


def _marked(utterance: Utterance, origin: Mapping[ArticleId, ArticleId]) -> Utterance:
    printed = {(wording.quote.article.id, wording.quote.text) for wording in utterance.wordings}

    def repeats(wording: Wording) -> bool:
        return (origin.get(wording.quote.article.id), wording.quote.text) in printed

    if not any(map(repeats, utterance.wordings)):
        return utterance
    wordings = tuple(replace(one, repeats=True) if repeats(one) else one for one in utterance.wordings)
    return replace(utterance, wordings=wordings)
