"""Who said it: rules from the surest to the weakest, each with a score; none guesses.

The scores are shares of right answers on press text, (right + 1) of (cases + 2), rounded down, where a
rule had at least 20 cases; the others are estimates below them
(rules after Krestel, Bergler and Witte, "Minding the source", 2008: verb lists and clause order).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from digest.quote.clause import Passages, Phrases, Roles, Subjects
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.context import continued, same_paragraph, same_sentence
from digest.quote.credit.judged import judged
from digest.quote.credit.leads import left
from digest.quote.credit.limits import RECENT, VERB_LENGTH
from digest.quote.credit.reported import alone, clause_end, introduced, label, reported, signed
from digest.quote.credit.shown import plausible
from digest.quote.credit.sources import according, quoted, resumed
from digest.quote.credit.tags import around, split, tag
from digest.quote.credit.unsaid import relayed
from digest.quote.find import Frame, Frames
from digest.quote.grammar import MASK, Grammar
from digest.quote.names import Mention, People, holds

RULES: tuple[Callable[[Case], Credit | None], ...] = (
    continued,
    relayed,
    judged,
    clause_end,
    quoted,
    around,
    tag,
    according,
    split,
    introduced,
    left,
    label,
    signed,
    resumed,
    same_sentence,
    reported,
    same_paragraph,
    alone,
)
"""The first that says something of a quotation is believed."""


def credit(frames: Frames, people: People, grammar: Grammar) -> tuple[tuple[Case, Credit], ...]:
    """Return each quotation, in order, with what the surest rule says of it."""
    outside = tuple(mention for mention in people.mentions if frames.masked[mention.span.start] != MASK)
    if grammar.row.nouns_are_capital:
        outside = _without_nouns(outside, frames.masked, people, grammar)
    people = replace(people, mentions=outside)
    subjects, roles = Subjects(frames.masked, people, grammar), Roles(frames.masked, grammar)
    passages = Passages(frames.masked, people, grammar, Phrases(frames.masked, people, grammar))
    done: list[tuple[Frame, Credit]] = []
    found: list[tuple[Case, Credit]] = []
    for frame in frames.frames:
        case = Case(frame, frames, people, grammar, subjects, roles, passages, tuple(done[-RECENT:]))
        given = plausible(case, next((given for rule in RULES if (given := rule(case))), Credit("none")))
        done.append((frame, given))
        found.append((case, given))
    return tuple(found)


def _without_nouns(
    mentions: tuple[Mention, ...], text: str, people: People, grammar: Grammar
) -> tuple[Mention, ...]:
    """Keep names of several words, and words that stand again in the text and once right beside a verb."""
    often = Counter(mention.words for mention in mentions)
    names = frozenset(people.full)
    known = {word for name in names for word in name}
    full = {
        words
        for words in often
        if words in names or (known.issuperset(words) and any(holds(name, words, grammar) for name in names))
    }

    def is_beside(mention: Mention) -> bool:
        start, end = mention.span.start, mention.span.end
        before = text[max(0, start - VERB_LENGTH) : start - 1]
        return bool(grammar.tag_verb.match(text, end + 1) or grammar.tag_verb.search(before))

    return tuple(
        mention
        for mention in mentions
        if mention.titled or mention.words in full or (often[mention.words] > 1 and is_beside(mention))
    )
