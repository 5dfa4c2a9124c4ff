"""The wordings of one person, settled: what is one statement, what probably is, and what but for a veto."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.match.changes import Apart, main, state_of
from digest.match.evidence import (
    BY_MEANING,
    BY_MEMORY,
    BY_WORDS,
    PROBABLE_BY_MEANING,
    PROBABLE_BY_WORDS,
    by_meaning,
    by_memory,
    by_text,
    by_words,
    traits,
)
from digest.match.meant import Meant
from digest.match.pairs import (
    JOIN,
    Decision,
    Near,
    Pair,
    Pool,
    Seen,
    attached,
    beside_rivals,
    compared,
    confidences,
    joined,
    ordered,
)
from digest.model import ArticleId, ChangeKind, ConfirmedChange, Memory, Person, Quote, QuoteId, WordingState

Groups = Sequence[tuple[int, ...]]
_SILENT = Meant()


@dataclass(frozen=True, slots=True)
class Settled:
    """Quotes by their numbers."""

    groups: Groups
    """What is surely one statement."""
    belongs: Mapping[int, int]
    """The place of the group to which each probably belongs, by its own place."""
    evidence: Mapping[Pair, float]
    """How sure each pair is; 0.5 is enough."""
    vetoed: Mapping[Pair, ChangeKind]
    """What would be sure but for this."""


def settled(
    person: Person,
    quotes: Sequence[Quote],
    stories: Sequence[ArticleId],
    memory: Memory,
    confirmed: Sequence[ConfirmedChange] = (),
    meant: Meant = _SILENT,
) -> Settled:
    """Join the quotes of a person.

    What the texts alone say is settled first, then what words and their translations say, then what the
    memory says; nothing breaks what was joined before. What is only probable comes last and changes nothing.

    Args:
        person: Who said them.
        quotes: In order.
        stories: The name of each quote's story.
        memory: Of translations.
        confirmed: What an editor found of pairs: one statement, whatever they say differently, or two.
        meant: What an encoder says of them.
    """
    languages = tuple(main(quote.language) for quote in quotes)
    chosen = compared(quotes, stories, languages, lambda within: traits(quotes, memory, one_language=within))
    split, forced = (_numbered(confirmed, quotes, chosen.near, parts=parts) for parts in (True, False))
    if not (pairs := sorted({*chosen.pairs, *split, *forced})):
        return Settled([(at,) for at in range(len(quotes))], {}, {}, {})
    apart = Apart(person, quotes, split, forced)
    hard = {pair for pair in pairs if apart.surely(pair)}
    vetoes = {pair: kind for pair in pairs if (kind := apart.veto(pair))}
    unseen = None if chosen.all_there_are else apart.parting(chosen.near)
    pool = Pool(languages, frozenset(hard | vetoes.keys()), unseen)
    evidence = by_text(quotes, pairs) | dict.fromkeys(forced, 1.0)
    groups = _united(joined(pool, [(at,) for at in range(len(quotes))], evidence), forced, hard)
    vetoes = _unreconciled(vetoes, apart, groups)
    pool = Pool(languages, frozenset(hard | vetoes.keys()), unseen)
    told, undenied = [], evidence
    for seen, decision in _witnesses(quotes, pairs, meant, memory):
        told.append(beside_rivals(seen, languages, groups, decision))
        sure = confidences(told[-1], decision.sure)
        # A denial lost keeps its own pair apart and no other: free translations and engines do lose them.
        lost = (pair for pair, own in seen.items() if own.denied and pair not in forced)
        denied = dict.fromkeys(lost, ChangeKind.NEGATION)
        vetoes, undenied = denied | vetoes, _surest(undenied, sure)
        evidence = _surest(evidence, _without(denied, sure))
        groups = joined(pool, groups, evidence)
    probable = _without(vetoes, _surest(evidence, _probable(*told)))
    originals = _originals(quotes, person)
    belongs = attached(pool, groups, probable, lambda group: (originals.isdisjoint(group), group[0]))
    soft = {pair: kind for pair, kind in vetoes.items() if pair not in hard}
    return Settled(tuple(groups), belongs, evidence, _kept_apart(groups, undenied, soft))


def _originals(quotes: Sequence[Quote], person: Person) -> set[int]:
    return {at for at, quote in enumerate(quotes) if state_of(quote, person) is WordingState.ORIGINAL}


def _witnesses(
    quotes: Sequence[Quote], pairs: Sequence[Pair], meant: Meant, memory: Memory
) -> list[tuple[Mapping[Pair, Seen], Decision]]:
    """Return what each says of pairs, in the order in which they are heard."""
    return [
        (by_words(quotes, pairs, meant), BY_WORDS),
        (by_meaning(quotes, pairs, meant), BY_MEANING),
        (by_memory(quotes, pairs, memory), BY_MEMORY),
    ]


def _numbered(
    confirmed: Sequence[ConfirmedChange], quotes: Sequence[Quote], near: Near, *, parts: bool
) -> set[Pair]:
    """Return the pairs that editors found to be two statements (`parts`) or one, if they may be of one."""
    wanted = [change.wordings for change in confirmed if change.parts == parts]
    if not wanted:
        return set()
    numbers: dict[QuoteId, list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        numbers[quote.id].append(number)
    found = {ordered(a, b) for first, second in wanted for a in numbers[first] for b in numbers[second]}
    return {pair for pair in found if near.together(*pair)}


def _united(groups: Groups, forced: Iterable[Pair], hard: Iterable[Pair]) -> list[tuple[int, ...]]:
    """Unite the groups of each pair that an editor confirmed, whatever their words."""
    of = {number: members for group in groups for members in [set(group)] for number in group}
    for a, b in sorted(forced):
        both = of[a] | of[b]
        if not any(both.issuperset(pair) for pair in hard):
            of |= dict.fromkeys(both, both)
    return sorted(tuple(sorted(group)) for group in {id(group): group for group in of.values()}.values())


def _unreconciled(vetoes: Mapping[Pair, ChangeKind], apart: Apart, groups: Groups) -> dict[Pair, ChangeKind]:
    """Return the vetoes that hold: what agrees with one of two that an editor united may join both."""
    of = {number: group for group in groups for number in group}
    return {pair: kind for pair, kind in vetoes.items() if not apart.agree(pair, *(of[own] for own in pair))}


def _probable(
    by_words: Mapping[Pair, float], by_meaning: Mapping[Pair, float], by_memory: Mapping[Pair, float]
) -> dict[Pair, float]:
    """Return how much more probable each pair is than it need be; words do not stand against translations."""
    told = ((by_words, PROBABLE_BY_WORDS), (by_meaning, PROBABLE_BY_MEANING))
    return {
        pair: value
        for log_odds, least in told
        for pair, value in confidences(log_odds, least).items()
        if pair not in by_memory
    }


def _surest(first: Mapping[Pair, float], second: Mapping[Pair, float]) -> dict[Pair, float]:
    return {**first, **{pair: max(value, first.get(pair, 0.0)) for pair, value in second.items()}}


def _without(vetoes: Mapping[Pair, ChangeKind], evidence: Mapping[Pair, float]) -> dict[Pair, float]:
    return {pair: 0.0 if pair in vetoes else value for pair, value in evidence.items()}


def _kept_apart(
    groups: Groups, evidence: Mapping[Pair, float], vetoes: Mapping[Pair, ChangeKind]
) -> dict[Pair, ChangeKind]:
    """Return, of each two groups that would be one, the surest pair that a veto keeps apart."""
    of = {number: at for at, group in enumerate(groups) for number in group}
    best: dict[Pair, Pair] = {}
    for a, b in sorted(vetoes, key=lambda pair: (-evidence.get(pair, 0.0), pair)):
        if of[a] != of[b] and evidence.get((a, b), 0.0) >= JOIN:
            best.setdefault(ordered(of[a], of[b]), (a, b))
    return {pair: vetoes[pair] for pair in sorted(best.values())}
