"""What keeps two quotes of a person apart, whatever their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from digest.languages import row
from digest.languages.latin import words
from digest.languages.numbers import numbers
from digest.languages.senses import answered, denials, denies, may_deny
from digest.match.alike import SAME_START, denial_lost, glossed, prepared
from digest.match.changes.denied import not_before
from digest.match.changes.negation import denied
from digest.match.changes.states import certain_language, main
from digest.match.changes.worked_out import retold
from digest.match.pairs import Near, Pair, ordered
from digest.model import ChangeKind, Person, Quote

_SAME = 0.7
"""The share of words in common below which two wordings of one language are free."""


class Apart:
    """What keeps quotes of a person, by number, apart."""

    def __init__(
        self, person: Person, quotes: Sequence[Quote], split: Collection[Pair], united: Collection[Pair] = ()
    ) -> None:
        """Note what each quote tells by itself; an editor parted those of `split` and united others."""
        self._quotes, self._split, self._united = quotes, split, united
        self._days = [quote.said_at.day if quote.said_at else None for quote in quotes]
        self._spoken = [certain_language(quote, person) for quote in quotes]
        self._plain = [_is_plain(quote.text, main(quote.language)) for quote in quotes]
        parted = {number for pair in split for number in pair}
        told = zip(self._plain, self._days, self._spoken, strict=True)
        self._free = [
            plain and day is None and spoken is None and number not in parted
            for number, (plain, day, spoken) in enumerate(told)
        ]
        self._vetoes: dict[Pair, ChangeKind | None] = {}
        kinds: dict[object, int] = {}
        self._kinds = [
            kinds.setdefault(number if number in parted else (quote.text, quote.language, *facts), number)
            for number, (quote, *facts) in enumerate(zip(quotes, self._days, self._spoken, strict=True))
        ]

    def surely(self, pair: Pair) -> bool:
        """Tell whether two were said on different days or in different languages, or are parted."""
        a, b = pair
        known = self._days, self._spoken
        return pair in self._split or any(len({own[a], own[b]} - {None}) > 1 for own in known)

    def veto(self, pair: Pair) -> ChangeKind | None:
        """Return what the one says otherwise than the other."""
        a, b = pair
        if self._plain[a] and self._plain[b]:
            return None
        kinds = self._kinds[a], self._kinds[b]
        if kinds not in self._vetoes:
            self._vetoes[kinds] = veto(self._quotes[a], self._quotes[b])
        return self._vetoes[kinds]

    def agree(self, pair: Pair, one: Iterable[int], other: Iterable[int]) -> bool:
        """Tell whether a group has what contradicts its own of two quotes and agrees with the other one.

        Only an editor puts such quotes together, and knew then of the contradiction.
        """
        return bool(self._united) and any(
            self.veto(ordered(own, mate)) and not self.veto(ordered(mate, far))
            for own, far, group in ((*pair, one), (*pair[::-1], other))
            for mate in group
            if mate != own
        )

    def parting(self, near: Near) -> Callable[[Sequence[int], Sequence[int]], bool]:
        """Return what tells whether any pair of two groups is kept apart."""

        def parted(one: Sequence[int], other: Sequence[int]) -> bool:
            # Groups grow by one quote at a time, and few kinds are in them, however many say the same.
            ours, theirs = (set(map(self._kinds.__getitem__, group)) for group in (one, other))
            if all(self._free[kind] for kind in ours | theirs):
                return False
            kept = [
                (a, b)
                for a in ours
                for b in theirs
                if self.surely(ordered(a, b)) or (self.veto((a, b)) and not self.agree((a, b), ours, theirs))
            ]
            if not kept:
                return False
            group, rest = self._by_kind(one), self._by_kind(other)
            return any(
                near.together(*ordered(a, b)) for one, other in kept for a in group[one] for b in rest[other]
            )

        return parted

    def _by_kind(self, numbers: Sequence[int]) -> dict[int, list[int]]:
        """Part those that say the same from each other: a sentence may be printed a thousand times."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            found[self._kinds[number]].append(number)
        return found


def _is_plain(text: str, language: str) -> bool:
    """Tell whether a text has neither a number nor a denial that another could contradict."""
    if numbers(text, language) or denials(text, language) or prepared(text, language).denials:
        return False
    return not any(denies(word, language) for word in words(text))


def veto(a: Quote, b: Quote) -> ChangeKind | None:
    """Return what the one says otherwise than the other, as far as their own words tell.

    Their numbers contradict each other, or in one language one of them denies what the other says.
    """
    languages = main(a.language), main(b.language)
    if _contradict(a.text, b.text, languages):
        return ChangeKind.NUMBER
    return (
        ChangeKind.NEGATION
        if len(set(languages)) == 1 and denied_otherwise(a.text, b.text, languages[0])
        else None
    )


def _contradict(first: str, second: str, languages: tuple[str, str]) -> bool:
    """Tell whether each has a number that the other has not; between languages, words alone prove little."""
    found = retold(first, second, *languages)
    return found.contradicts if len(set(languages)) == 1 else bool(found.lost and found.added)


def denied_otherwise(first: str, second: str, language: str) -> bool:
    """Tell whether one text denies what the other says; a last verb has the denial in it or after it."""
    if row(language).verb_last and denial_lost(glossed(first, language), glossed(second, language)):
        return not _says_as_much(first, second, language)
    if not denied(first, second, language):
        return False
    # Where nothing parts words a denied one is a character or two, which the other text may have elsewhere.
    free = not row(language).spaced or is_free(first, second, language)
    return not (free and (_says_as_much(first, second, language) or _until(first, second, language)))


def _until(first: str, second: str, language: str) -> bool:
    """Tell whether one text denies only that something is before a time: `not before noon`, `after noon`."""
    return any(not_before(text, language) for text in (first, second))


def is_free(first: str, second: str, language: str) -> bool:
    """Tell whether two wordings share too few words to be transcriptions of one speech."""
    fewer, more = sorted(
        ({word[:SAME_START] for word in prepared(text, language).all_words} for text in (first, second)),
        key=len,
    )
    return len(fewer & more) < _SAME * len(fewer)


def _says_as_much(first: str, second: str, language: str) -> bool:
    """Tell whether what one denies the other says without a denial: `stays` for `will not rise`."""
    if answered(first, second, (language, language)):
        return True
    texts = first, second
    return all(denials(text, language) or may_deny(text, language, freely=True) for text in texts)
