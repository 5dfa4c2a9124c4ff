"""What is more and what is less: `faster than in the south` against `faster than in the north`.

A comparison is found by its word for `than`, with a word for more or less near it; what it compares with
is the first name or noun of both wordings behind it. Turkish and Hindi put it before, with an ending or a
word of its own. Two wordings contradict each other if what they compare with changed places and the direction
did not, or the direction alone did. The same holds where one says something of both, the other of one alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.languages import row
from digest.languages.senses import acts_of, may_deny, sides, stands
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_NEAR = 6
"""Words before `than` among which one for more or less stands, and behind it what is compared with."""
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Compared:
    """A comparison: where its `than` is, where what it compares with is looked for, and its direction."""

    at: int
    behind: range
    less: bool
    word: str

    def may_precede(self, at: int) -> bool:
        """Tell whether a word stands where what is compared does."""
        return at < self.at if self.at < self.behind.start else at not in self.behind


def compared_otherwise(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return what each of two wordings compares with, or says of it, where they contradict each other."""
    languages = main(first.language), main(second.language)
    here, there = words_of(first.text), words_of(second.text)
    own, other = _comparison(here, languages[0]), _comparison(there, languages[1])
    if own is None or other is None:
        return None
    pairs = tuple(shared(here, there, languages))
    with_own = next((pair for pair in sorted(pairs) if pair[0] in own.behind), None)
    with_other = next(
        (pair for pair in sorted(pairs, key=lambda one: one[1]) if pair[1] in other.behind), None
    )
    if with_own is None or with_other is None:
        return None
    if with_own == with_other:
        return (own.word, other.word) if own.less != other.less else None
    exchanged = other.may_precede(with_own[1]) and own.may_precede(with_other[0])
    if exchanged and own.less == other.less:
        return here[with_own[0]].text, there[with_other[1]].text
    return None


def _comparison(words: Sequence[Word], language: str) -> _Compared | None:
    """Return the one comparison of a text; None if there is none, or there are several."""
    plain, own = tuple(word.plain for word in words), acts_of(language)
    if len(words) < _LEAST_WORDS:
        return None
    found = []
    for role, before in (("than", False), ("than_before", True)):
        for form in own.get(role, ()):
            for at in (at for at in range(len(plain)) if _ends_or_stands(form, plain, at)):
                near = range(at, min(len(plain), at + _NEAR)) if before else range(max(0, at - _NEAR), at)
                if len(form) > 1:  # `compared with the trains, the ferries carried fewer`
                    near = range(len(plain))
                told = [
                    (abs(place - at), role == "less", words[place].text)
                    for role in ("more", "less")
                    for one in own.get(role, ())
                    for place in near
                    if stands(one, plain, place) and words[place].clause == words[at].clause
                ]
                if told:
                    behind = (
                        range(max(0, at - 2), at + 1)
                        if before
                        else range(at + len(form), at + len(form) + _NEAR)
                    )
                    found.append(_Compared(at, behind, min(told)[1], min(told)[2]))
    return found[0] if len({one.at for one in found}) == 1 else None


def _ends_or_stands(form: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    if form[0].startswith("-"):
        return words[at].endswith(form[0][1:])
    return stands(form, words, at)


def of_one_alone(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return the words by which one wording says of both what the other says of one: `both`, `but not`."""
    for one, other, turned in ((first, second, False), (second, first, True)):
        languages = main(one.language), main(other.language)
        both, but = _word(one, "both"), _word(other, "but")
        if not both or not but or _word(one, "but") or may_deny(one.text, languages[0]):
            continue
        if may_deny(other.text, languages[1], freely=True) or _on_both_sides(other):
            return (but, both) if turned else (both, but)
    return None


def _on_both_sides(quote: Quote) -> bool:
    said = sides(quote.text, main(quote.language)).said
    return any(
        one.matter == two.matter and None not in {one.side, two.side} and one.side is not two.side
        for one in said
        for two in said
    )


def _word(quote: Quote, role: str) -> str:
    """Return a word of a role that a wording has, empty if it has none."""
    language = main(quote.language)
    forms = acts_of(language).get(role, ())
    if not row(language).spaced:
        return next((form[0] for form in forms if form[0] in quote.text), "")
    words = words_of(quote.text)
    plain = tuple(word.plain for word in words)
    return next(
        (words[at].text for at in range(len(plain)) if any(stands(one, plain, at) for one in forms)), ""
    )
