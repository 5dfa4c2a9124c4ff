"""What the words of a number make together, by `digest/languages/numbers/sums.py`."""

from __future__ import annotations

from fractions import Fraction

import pytest

from digest.languages.numbers.order import Place
from digest.languages.numbers.sums import Sum
from digest.languages.numbers.tokens import Part, Token

AND, PARTS_AND = Token(Part.JOINER, Fraction(0)), Token(Part.JOINER, Fraction(0), alone=False)


def value(worth: int | Fraction) -> Token:
    return Token(Part.VALUE, Fraction(worth))


@pytest.mark.parametrize(
    ("tokens", "worth"),
    [
        ((value(2), PARTS_AND, value(3), Token(Part.SHARE, Fraction(1, 4))), Fraction(11, 4)),
        ((value(3), PARTS_AND, value(20)), Fraction(3)),
        ((value(3), PARTS_AND, value(Fraction(3, 4))), Fraction(15, 4)),
        ((value(20), AND, value(5)), Fraction(25)),
        ((value(3), AND, value(Fraction(1, 4))), Fraction(13, 4)),
        ((value(7), value(9)), Fraction(7)),
    ],
    ids=["parts of one", "two numbers", "parts in a word", "tens and ones", "a quarter", "side by side"],
)
def test_words_of_a_number_are_added_as_their_joiners_allow(
    tokens: tuple[Token, ...], worth: Fraction
) -> None:
    run = [Place(token, at, at + 1, "") for at, token in enumerate(tokens)]
    own = Sum([])
    for at in range(len(run)):
        if own.ended or not own.takes(run, at, first=not at):
            break
    assert own.worth == worth
