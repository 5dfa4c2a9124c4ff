"""Numbers in Chinese characters, as Chinese and Japanese write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from digest.languages.numbers.record import Number, in_other_words
from digest.languages.numbers.rows import Row
from digest.languages.numbers.units import in_tenths, named

_HAN_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN = "".join((*_HAN_DIGITS, *_HAN_UNITS, *_HAN_SCALES))
_HAN_NUMBER = re.compile(f"(?<![\\d{_HAN}])(?:([{_HAN}]+|\\d+)分(?:之|の))?([{_HAN}]+)")
HAN_RUN = f"[{_HAN}]+"
_AND_HALF = re.compile("[个個]半|[年天](?=半)半")
"""`两个半小时` and `两年半`, but the hour in `十点半` is no number of them."""
_LONGEST_UNIT = 8
"""Characters behind a number in which its counting word and its unit stand."""
_YEAR = 4
"""Digits that are read one by one, as years are: 二〇二五."""


def han_values(text: str) -> set[Fraction]:
    """Return the values of all that may be a number in Chinese characters.

    >>> sorted(map(int, han_values("三十五名，两千五百万元，二〇一八年")))
    [35, 2018, 25000000]
    """
    return {_worth(match) for match in _HAN_NUMBER.finditer(text)}


def in_han(text: str, language: str, own: Row) -> Iterator[Number]:
    """Yield what is a number for certain: something counted stands after it, or it is long."""
    for match in _HAN_NUMBER.finditer(text):
        run, after = match[2], text[match.end() : match.end() + _LONGEST_UNIT]
        half = _AND_HALF.match(after)
        counted = bool(after) and after[0] in own.counters
        if not (match[1] or half or _is_number(run, counted=counted)):
            continue
        worth = _worth(match)
        if half:
            worth += Fraction(1, 2)
            after = after.replace("半", "", 1).lstrip("个個")
        others = in_other_words(worth) if worth < 1 else ()
        tenths = in_tenths(after, own)
        if tenths:
            worth, others = worth * 10, (worth,)
        readings = tuple((value,) for value in (worth, *others))
        unit = "percent" if tenths or match[1] == "百" else named(after, language)
        yield Number(
            match.group(), match.start(), match.end(), readings, unit=unit, in_words=True,
            scale=max((len(str(_HAN_SCALES[one])) - 1 for one in run if one in _HAN_SCALES), default=0),
        )  # fmt: skip


def _is_number(run: str, *, counted: bool) -> bool:
    digits = sum(character in _HAN_DIGITS for character in run)
    if not digits:
        return counted and run == "十"
    if digits == len(run):
        return (counted and digits == 1 and _HAN_DIGITS[run] > 1) or digits == _YEAR
    return len(run) > 1 and (counted or len(run) > 2) and run[0] not in _HAN_SCALES


def worth_in_han(run: str) -> Fraction:
    """Return what digits or Chinese characters for a number are worth."""
    return Fraction(int(run) if run.isdigit() else _han_value(run))


def _worth(match: re.Match[str]) -> Fraction:
    value = Fraction(_han_value(match[2]))
    if not match[1] or match[1] == "百":
        return value
    whole = int(match[1]) if match[1].isdigit() else _han_value(match[1])
    return value / whole if whole else value


def _han_value(run: str) -> int:
    if not any(character in _HAN_UNITS or character in _HAN_SCALES for character in run):
        return int("".join(str(_HAN_DIGITS[character]) for character in run))
    total = part = digit = 0
    for character in run:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_UNITS:
            part += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        elif _HAN_SCALES[character] > 10**4 and total:
            total = (total + part + digit) * _HAN_SCALES[character]  # `一万亿`
            part = digit = 0
        else:
            total += (part + digit or 1) * _HAN_SCALES[character]
            part = digit = 0
    return total + part + digit
