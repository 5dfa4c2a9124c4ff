"""Numbers in digits: signs between thousands and before decimals, fractions, scales, times, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, zip_longest

from digest import languages
from digest.languages.latin import folded
from digest.languages.numbers.record import Number, Reading
from digest.languages.numbers.rows import LETTERS, Row, says_minus
from digest.languages.numbers.units import BELOW_NOTHING, in_tenths, named, named_before, signs, without_links
from digest.languages.numbers.values import GROUP, VULGAR, values_of

_NUMBER = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:{GROUP}\d{{3}})+(?!\d)(?:[.,٫]\d{{1,2}}(?!\d))?[{VULGAR}]?"
    rf"|(?<!\d)\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)"
    rf"|\d+(?:[.,٫]\d+)*(?::\d\d(?![\d.,]\d))*(?:\s?[{VULGAR}])?(?:/\d+(?![\d/]))?|[{VULGAR}]"
)
_DIGIT = re.compile(rf"[\d{VULGAR}]")
_WORD_AFTER = re.compile(rf"[-\s\u00a0]{{0,2}}({LETTERS})\.?")
_WORD_BEFORE_NUMBER = re.compile(rf"({LETTERS})[ \u00a0]$")
_LONGEST_SCALE = 12
"""Characters of a word before a number that multiplies it: `milioni 3`."""
_MINUS = re.compile(r"(?:(?<![\w)%°])|(?<=[$€£¥]))[−–-](?:[$€£¥]\s?)?$")
JOINS = re.compile(r"\s?[-–—~～至到]\s?|\s\S{1,4}\s(?:[$€£¥]\s?)?")
"""What stands between the two numbers of a range, of which the second alone may have the word for both."""
_AFTERNOON = re.compile(r"(?:[:.]\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
_HOUR = re.compile(r"\s?(?:h|Uhr|ч|год)(?:\s?(\d\d))?\b")
_PART_OF_A_WORD = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcdm]?m|ft|mi|[кс]?м|ك?م|مم|[मक]ि?मी|co|h)[23]|(?<=\d)x4|"
    r"(?:covid|كوفيد|कोविड|ковид|ковід)[-‑ ]?19)$",
    re.IGNORECASE,
)
"""What a digit belongs to: `km2`, `CO2`, `4x4`; the disease has other names."""
_AND_HALF = re.compile(
    r"\s?(?:[個个ヶか]?(?:小时|小時|時間|か?月|年|週間|周|天|日|岁|歳|倍)|(?:시간|년|개월|배))半|"
    r"\s?(?:시간|년|배)\s?반(?!\w)"
)
_HALF_PAST = re.compile(r"\s?[点點時]半")
_CENTURY = re.compile(r"-?(?:hundra)?tal(?:et|ets)?\b|-?lu(?:vu|ku)")
"""What makes a century of its first year in the north of Europe: `1400-talet`."""
_PARTS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("meter", "centimeter"): 100}
"""How many of the second of two units in a row make one of the first: `6 feet 2 inches`."""
_SHORT_YEAR = "’'‘/-–"
_DECADES = range(1800, 2100)
"""Years that news name a decade by its last two digits of: `the 1930s`, `die 30er`."""
_MOST_BEFORE, _WORD_BEFORE = 12, 7
"""Characters of a sign, and of a word that a number is a part of, before it."""
_LONGEST_UNIT = 28
"""Characters behind a number in which the name of its unit stands, with the words that may part them."""
_WITHIN_A_WORD = "·"
_SHORT = 3
"""Letters of a short form."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number in digits where it stands, before it is known what it counts."""

    written: str
    start: int
    end: int
    """Where its digits end."""
    scale: int
    stop: int
    """Where the word that multiplies it ends."""
    readings: tuple[Reading, ...]


def in_digits(text: str, language: str, row: Row) -> Iterator[Number]:
    """Yield each number; `1万5000` is read as two and as their sum."""
    if not _DIGIT.search(text):
        return
    found = [
        _found(text, match, language, row)
        for match in _NUMBER.finditer(text)
        if not _PART_OF_A_WORD.search(text[max(0, match.start() - _WORD_BEFORE) : match.end()])
    ]
    more: list[list[Reading]] = [[] for _ in found]
    for at, (first, second) in enumerate(pairwise(found)):
        between = text[first.stop : second.start]
        if first.scale > second.scale and not between.strip():
            total = first.readings[0][0] * 10**first.scale + second.readings[0][0] * 10**second.scale
            more[at].append((total,))
            more[at + 1].append((total,))
        elif second.scale > first.scale == 0 and JOINS.fullmatch(between):
            more[at].append((first.readings[0][0] * 10**second.scale,))
    numbers = [_number(text, one, others, language, row) for one, others in zip(found, more, strict=True)]
    yield from _in_rows(text, numbers)


def _in_rows(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Yield numbers with the unit that a range names once, and two measures of one thing as one."""
    part = False
    for number, after in zip_longest(numbers, numbers[1:]):
        if part:
            part = False
            continue
        between = text[number.end : after.start] if after else ""
        size = _PARTS.get((number.unit, after.unit)) if after and len(between) <= _LONGEST_UNIT else None
        if after and size:
            whole = number.readings[0][0] + after.readings[0][0] / size
            yield replace(number, readings=((whole,), *number.readings, *after.readings), end=after.end)
            part = True
        elif after and after.unit and not number.unit and JOINS.fullmatch(between):
            # `1 to 4 inches`
            yield replace(number, unit=after.unit)
        else:
            yield number


def _found(text: str, match: re.Match[str], language: str, row: Row) -> Found:
    power, stop = scaled(text, match.end(), language, row)
    if row.leads and (
        word := _WORD_BEFORE_NUMBER.search(text, max(0, match.start() - _LONGEST_SCALE), match.start())
    ):
        power, stop = row.scales.get(folded(word[1]), power), max(stop, match.end())
    readings = values_of(match.group(), row.group, row.decimal, mixed=row.mixed)
    return Found(match.group(), match.start(), match.end(), power, stop, readings)


def _number(text: str, one: Found, others: list[Reading], language: str, row: Row) -> Number:
    readings: tuple[Reading, ...] = (*one.readings, *_clock(text, one, row), *_many(text, one, row))
    if one.scale:
        single = [reading for reading in one.readings if len(reading) == 1] or one.readings[:1]
        readings = tuple((reading[0] * 10**one.scale,) for reading in single)
    tenths = in_tenths(text[one.stop : one.stop + 2], row)
    if tenths:
        readings = tuple((reading[0] * 10,) for reading in readings[:1]) + readings
    before = text[max(0, one.start - _MOST_BEFORE) : one.start]
    after = text[one.stop : one.stop + _LONGEST_UNIT]
    unit, sign = _unit(before, after.removeprefix(".") if one.scale else after, language)
    if row.leads and not unit:
        unit = _led(text, one, language, row)
    minus = _MINUS.search(before) is not None or (unit in BELOW_NOTHING and _worded_minus(text, one, row))
    return Number(
        written=sign + text[one.start : one.stop],
        start=one.start,
        end=one.stop,
        readings=tuple(dict.fromkeys((*readings, *others))),
        scale=one.scale,
        unit="percent" if tenths else unit,
        negative=minus,
    )


def _worded_minus(text: str, one: Found, row: Row) -> bool:
    # What stands behind the next number is its own.
    after = _DIGIT.split(folded(text[one.stop : one.stop + 32]), maxsplit=1)[0]
    return says_minus(text[: one.start], row) or any(" " in word and word in after for word in row.minus)


def _led(text: str, one: Found, language: str, row: Row) -> str:
    """Return the unit before a number, and before the word that multiplies it: `dola bilioni 38`."""
    *before, last = folded(text[max(0, one.start - _LONGEST_UNIT) : one.start]).split()[-2:] or [""]
    name = before[0] if before and last in row.scales else last
    return named(f"{name} ", language)


def _unit(before: str, after: str, language: str) -> tuple[str, str]:
    """Return the unit and the sign of it before the number."""
    left = before.rstrip()
    near = without_links(after, language)[:3]
    for sign, name in signs().items():
        if left.endswith(sign):
            return name, sign
        if near.startswith(sign):
            return name, ""
    return named(after, language) or named_before(before), ""


def scaled(text: str, end: int, language: str, row: Row) -> tuple[int, int]:
    """Return the power of ten that the words after a number multiply it by, and where they end."""
    power = 0
    if row.before_scales:
        ahead = end
        while text[ahead : ahead + 1] and text[ahead] in row.before_scales:
            ahead += 1
        if any(text.startswith(word, ahead) for word in row.scales):
            end = ahead
    spaced = languages.row(language).spaced
    end = _behind_links(text, end, language, row)
    while word := _WORD_AFTER.match(text, end):
        plain = folded(word[1])
        written = word[1].casefold()
        if len(plain) <= _SHORT and plain != written and written not in row.accented_scales:
            break  # an accent tells `míľ` from `mil.`
        if not spaced:
            plain = next(
                (plain[:size] for size in range(row.longest_scale, 0, -1) if plain[:size] in row.scales),
                plain,
            )
        if text[word.end(1) : word.end(1) + 1] == _WITHIN_A_WORD:
            break  # Catalan `mil·límetres`
        if plain not in row.scales or (len(plain) == 1 and spaced and _no_scale(text, word)):
            break
        power += row.scales[plain]
        end = word.end(1) if spaced else word.start(1) + len(plain)  # folded, `करोड़` has a letter less
        if text[end : end + 1] == "." and len(plain) <= 4 and text[end + 1 : end + 3].strip()[:1].islower():
            end += 1
    return power, end


def _behind_links(text: str, end: int, language: str, row: Row) -> int:
    """Return where a word that multiplies a number begins behind words between: Romanian `38 de miliarde`."""
    linked = without_links(text[end : end + _LONGEST_UNIT], language)
    word = _WORD_AFTER.match(linked)
    multiplies = word is not None and len(word[1]) >= _SHORT and folded(word[1]) in row.scales
    return text.index(linked, end) if multiplies else end


def _no_scale(text: str, word: re.Match[str]) -> bool:
    """Tell whether one letter after a number is no short form: `5 m`, `5 b.`, but `$5m`."""
    return text[word.start() : word.start(1)] != "" or text[word.end(1) : word.end(1) + 1] in {"/", "²"}


def _clock(text: str, one: Found, row: Row) -> Iterator[Reading]:
    """Yield what else a number may be where it is an hour, a decade or a year."""
    first, *rest = one.readings[-1]
    if first <= 12 and (_AFTERNOON.match(text, one.end) or _near(text, one, row.afternoon)):
        yield (first + 12, *rest)
    if _HALF_PAST.match(text, one.end):
        yield (first, Fraction(30))
    if _AND_HALF.match(text, one.end):
        yield (first + Fraction(1, 2),)
    if (hour := _HOUR.match(text, one.end)) and hour[1]:
        yield (first, Fraction(int(hour[1]))) if int(hour[1]) else (first,)
    if _DECADES[0] <= first <= _DECADES[-1] and first % 10 == 0 and not rest:
        yield (first % 100,)
    if _CENTURY.match(text, one.end):
        yield (Fraction(first // 100) + 1 if first >= 100 else first + 1,)
    if len(one.written) == 2 and text[one.start - 1 : one.start] in _SHORT_YEAR:
        yield (first + 1900,)
        yield (first + 2000,)


def _many(text: str, one: Found, row: Row) -> Iterator[Reading]:
    """Yield how many a number of dozens or decades is."""
    word = _WORD_AFTER.match(text, one.end) if row.multiples and len(one.readings[0]) == 1 else None
    if word and (size := row.multiples.get(folded(word[1]))):
        yield (one.readings[0][0] * size,)


def _near(text: str, one: Found, words: tuple[str, ...]) -> bool:
    if not words:
        return False
    around = folded(text[max(0, one.start - 4) : one.start] + " " + text[one.end : one.end + 24])
    return any(word in around for word in words)
