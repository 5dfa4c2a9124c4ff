"""Digits with marks between them → the values that they may stand for, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from digest.languages.numbers.record import Reading

GROUP = r"[.,٬،’'\u00a0\u202f\u2009 ]"
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_GROUPED = re.compile(rf"(\d{{1,3}}(?:({GROUP})\d{{3}})+)(?:([.,٫])(\d{{1,2}}))?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_DECIMAL = re.compile(r"(\d+)([.,٫])(\d+)")
_FRACTION = re.compile(r"(\d+)/(\d+)")


@lru_cache(maxsize=10_000)
def values_of(written: str, group: str, decimal: str, *, mixed: bool) -> tuple[Reading, ...]:
    """Return what digits with marks between them may stand for in a language, the likeliest first.

    >>> [int(one) for one, in values_of("1.500", ".", ",", mixed=False)]
    [1500]
    >>> [str(one) for one, in values_of("1.500", ",", ".", mixed=False)]
    ['3/2']
    """
    if written[-1] in VULGAR:
        part = Fraction(unicodedata.numeric(written[-1])).limit_denominator(10)
        whole = written[:-1].strip()
        return ((values_of(whole, group, decimal, mixed=mixed)[0][0] + part if whole else part,),)
    if "/" in written:
        return _with_stroke(written, group, decimal, mixed=mixed)
    if written.isdigit():
        return ((Fraction(int(written)),),)
    if _INDIAN.fullmatch(written):
        return ((Fraction(int(written.replace(",", ""))),),)
    found: list[Reading] = []
    if grouped := _GROUPED.fullmatch(written):
        marks = set(re.findall(r"\D", grouped[1]))
        every = Fraction(re.sub(r"\D", "", grouped[1]) + f".{grouped[4] or 0}")
        one = len(re.findall(r"\D", grouped[1])) == 1 and not grouped[4]
        parted = _DECIMAL.fullmatch(written) if one else None
        small = Fraction(f"{parted[1]}.{parted[3]}") if parted else None
        found = [(every,)] if len(marks) == 1 else []
        if small is not None and (grouped[2] == decimal or written.startswith("0")):
            found = [(small,), (every,)] if mixed and not written.startswith("0") else [(small,)]
        elif small is not None and mixed and not written.endswith("0"):
            found.append((small,))
    elif parted := _DECIMAL.fullmatch(written):
        found.append((Fraction(f"{parted[1]}.{parted[3]}"),))
    return (*found, *_parts(written, decided=bool(found)))


def _parts(written: str, *, decided: bool) -> tuple[Reading, ...]:
    """Return hours and minutes, or the parts of a date; nothing for what is surely a decimal."""
    parts = re.findall(r"\d+", written)
    if decided and not (
        len(parts) == 2 and len(parts[1]) == 2 and int(parts[0]) <= 31 and int(parts[1]) < 60
    ):
        return ()
    first, *rest = (Fraction(int(part)) for part in parts)
    # A whole hour may be written without minutes.
    return ((first, *filter(None, rest)),)


def _with_stroke(written: str, group: str, decimal: str, *, mixed: bool) -> tuple[Reading, ...]:
    """Return both numbers beside a stroke, and the fraction that they may be."""
    first, _, second = written.rpartition("/")
    both = (*values_of(first, group, decimal, mixed=mixed)[0], Fraction(int(second)))
    if (parts := _FRACTION.fullmatch(written)) and 0 < int(parts[1]) < int(parts[2]) <= 10:
        return (Fraction(int(parts[1]), int(parts[2])),), both
    return (both,)
