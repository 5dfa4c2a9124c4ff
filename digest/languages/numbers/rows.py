"""What languages write numbers with: `CODE.toml` beside this module, and CLDR through Babel for the rest.

A key of a row is a line of cells that white space parts; in a cell `|` parts forms and `=` a value from them.
Accents do not matter, `-` parts words, `*` stands for any ending. `en.toml` explains each key.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from digest import languages
from digest.languages.latin import folded

_LONGEST_MINUS = 24
"""Characters before a number in which a word for a minus sign stands, and what may make another of it."""
_UNSPACED = "\u2e80"
"""From which character on nothing parts words."""
LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0962\u0963])*"
"""A run of letters, with the marks without which no word of Hindi is whole."""
_LOOSE = (*range(21), *range(30, 100, 10), 100, 1000, 10**6, 10**9, Fraction(1, 2))
"""The values of the cells of `beginnings`."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How a language tells minutes by the hour; all words are folded."""

    before: tuple[tuple[int, str], ...]
    """Minutes by what stands before an hour: `quarter to`."""
    after: tuple[tuple[int, str], ...]
    """The same after it: Spanish `y cuarto`."""
    hours: tuple[tuple[int, str], ...]
    """Hours as such words have them, where number words have not: Polish `wpół do ósmej`."""
    in_han: bool
    """Whether hours are told by `点`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How a language writes numbers; all words are folded."""

    small: Mapping[str, str]
    """Digits by word in Latin letters, two to twelve."""
    beginnings: Mapping[Fraction, tuple[str, ...]]
    """By value how words for it begin, words parted by a space."""
    words: Mapping[str, Fraction]
    """Whole words that are a number."""
    seconds: frozenset[str]
    """Second words of numbers in two: French `vingt` in `quatre-vingt`."""
    stems: tuple[tuple[str, Fraction], ...]
    """Beginnings of such words."""
    follows: Mapping[str, Fraction]
    """Words that are a number after another one alone: French `neuf`, new."""
    parts: Mapping[str, int]
    """What a whole is divided by: `thirds`."""
    half: frozenset[str]
    one: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    joins_parts: frozenset[str]
    """The same of words that join parts of one alone: German `und` in `zwei und drei Viertel`."""
    prefix: str
    """The joiner where it is written together with the next word: Arabic `و`."""
    within: str
    """The joiner inside a word: German `und`."""
    compounds: bool
    accented: bool
    """Whether accents alone tell number words from others: Vietnamese `năm`, five, and `nam`, south."""
    leads: bool
    """Whether scales stand before what they multiply: Swahili `milioni mbili`."""
    parts_lead: bool
    """Whether what a whole is divided by comes first: Turkish `üçte iki`, two in three."""
    more: Mapping[str, Fraction]
    """What a word adds to the next one, or to one of a scale: Hindi `साढ़े तीन`, `सवा लाख`."""
    inflects: bool
    """Whether other words than whole ones of the row may be numbers."""
    scales: Mapping[str, int]
    spoken_scales: Mapping[str, int]
    """The same as numbers in words have them."""
    accented_scales: frozenset[str]
    """Short forms among them that are told by an accent: Vietnamese `tỷ`."""
    longest_scale: int
    before_scales: str
    """Characters between digits and the word that multiplies them: Chinese `多`."""
    counters: str
    """Characters after a number in ideographs, which show that it is one."""
    links: tuple[str, ...]
    """Words between a number and its unit: `de`, `U.S.`."""
    dual: tuple[str, ...]
    """Endings of nouns that mean two of them."""
    duals: Mapping[str, str]
    """Units by the word that means two of them: Arabic `يومان`."""
    minus: tuple[str, ...]
    at_least: tuple[str, ...]
    """Phrases that end with a word for a minus sign and say something else: French `au moins`."""
    falls: tuple[str, ...]
    afternoon: tuple[str, ...]
    clock: Clock
    about: frozenset[str]
    mixed: bool
    """Whether outlets in it write both `1,200` and `1.200`, or nothing is known of it."""
    multiples: Mapping[str, int]
    """How many of something a word means: `dozen`, `decade`."""
    divided_by: str
    """What stands after the parts of a whole and before how many of them: Japanese `分の`."""
    tenths: str
    """Characters after a number of tenths: `三成` is 30 %."""
    no_tenths: str
    """Characters after those with which they are another word."""
    has_words: bool
    """Whether numbers in words are known in it."""
    group: str
    decimal: str


@cache
def row(language: str) -> Row:
    """Return the row of the main language of a code; one without words where there is none."""
    code = language.split("-", maxsplit=1)[0]
    file = files(__package__).joinpath(f"{code}.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}

    def words(key: str) -> tuple[str, ...]:
        return tuple(_form(one) for one in str(data.get(key, "")).split())

    group, decimal = _signs(language)
    spoken = _scales(code, str(data.get("scales", "")))
    scales = spoken | {form: int(power) for power, form in _cells(str(data.get("short_scales", "")))}
    return Row(
        small={word: str(at) for at, word in enumerate(str(data.get("small", "")).split(), 2) if word != "-"},
        beginnings=_beginnings(str(data.get("beginnings", ""))),
        **_spoken(data),
        scales=scales,
        spoken_scales=dict(_spoken_scales(data)) if data.get("accented") else spoken,
        accented_scales=_accented(str(data.get("scales", ""))),
        longest_scale=max(map(len, scales), default=0),
        before_scales=str(data.get("before_scales", "")),
        counters=str(data.get("counters", "")),
        links=words("links"),
        dual=words("dual"),
        duals={form: unit for unit, form in _cells(str(data.get("duals", "")))},
        minus=words("minus"),
        at_least=words("at_least"),
        falls=words("falls"),
        afternoon=words("afternoon"),
        clock=_clock(data),
        about=frozenset(words("about")),
        mixed=bool(data.get("mixed", not data)),
        multiples={form: int(value) for value, form in _cells(str(data.get("multiples", "")))},
        divided_by=str(data.get("divided_by", "")),
        tenths=str(data.get("tenths", "")),
        no_tenths=str(data.get("no_tenths", "")),
        has_words=bool(data),
        group=group,
        decimal=decimal,
    )


def _spoken(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says of numbers in words, by field."""
    accented = bool(data.get("accented", False))

    def cells(key: str) -> Iterator[tuple[str, str]]:
        found = _parted(str(data.get(key, "")))
        return ((value, as_spoken(form.replace("-", " "), accented=accented)) for value, form in found)

    def words(key: str) -> frozenset[str]:
        return frozenset(as_spoken(one, accented=accented) for one in str(data.get(key, "")).split())

    exact, stems = _numbers(cells("words"))
    parts = {form: int(value) for value, form in cells("parts")}
    return {
        "words": exact,
        "seconds": frozenset(word.split()[1] for word in (*exact, *parts) if " " in word),
        "stems": stems,
        "follows": {form: Fraction(value) for value, form in cells("follows")},
        "parts": parts,
        "more": {form: Fraction(value) for value, form in cells("more")},
        **{key: words(key) for key in ("half", "one", "articles", "joiners", "joins_parts")},
        **{key: str(data.get(key, "")) for key in ("prefix", "within")},
        **{key: bool(data.get(key, False)) for key in ("compounds", "accented", "leads", "parts_lead")},
        "inflects": bool(stems or {"prefix", "within", "compounds"} & data.keys()),
    }


def _spoken_scales(data: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for power, form in _parted(str(data.get("scales", ""))):
        yield as_spoken(form, accented=True), int(power)


def _accented(cells: str) -> frozenset[str]:
    return frozenset(form for _, form in _parted(cells) if form != _form(form))


def _scales(code: str, cells: str) -> dict[str, int]:
    own = {form: int(power) for power, form in _cells(cells)}
    return {word: power for word, power in {**_cldr_scales(code), **own}.items() if power}


def numerals(language: str) -> Mapping[str, str]:
    """Return digits by word in Latin letters, as `digest.languages.latin` writes them, from two to twelve.

    Words that also mean something usual are left out.

    >>> numerals("es-VE")["diez"], numerals("xx")
    ('10', {})
    """
    return row(language).small


def _cells(line: str) -> Iterator[tuple[str, str]]:
    """Yield each value and form of `value=form|form`."""
    return ((value, _form(form)) for value, form in _parted(line))


def _clock(data: Mapping[str, object]) -> Clock:
    before, after, hours = (
        tuple((int(value), form) for value, form in _cells(str(data.get(key, ""))))
        for key in ("clock_before", "clock_after", "clock_hours")
    )
    return Clock(before, after, hours, bool(data.get("o_clock", False)))


def _parted(line: str) -> Iterator[tuple[str, str]]:
    for cell in line.split():
        value, _, forms = cell.partition("=")
        for form in forms.split("|"):
            yield value, form


def _form(form: str) -> str:
    return folded(form.replace("-", " "))


def as_spoken(word: str, *, accented: bool) -> str:
    """Return a word as number words of a row are compared: with accents where these tell them apart."""
    return unicodedata.normalize("NFC", word.casefold()) if accented else folded(word)


def _numbers(
    cells: Iterable[tuple[str, str]],
) -> tuple[dict[str, Fraction], tuple[tuple[str, Fraction], ...]]:
    exact, stems = {}, []
    for value, form in cells:
        if form.endswith("*"):
            stems.append((form[:-1], Fraction(value)))
        else:
            exact[form] = Fraction(value)
    return exact, tuple(sorted(stems, key=lambda stem: -len(stem[0])))


def _beginnings(line: str) -> dict[Fraction, tuple[str, ...]]:
    cells = line.split()
    if not cells:
        return {}
    return {
        Fraction(value): tuple(" ".join(map(folded, one.split("-"))) for one in cell.split("|"))
        for value, cell in zip(_LOOSE, cells, strict=True)
    }


def _signs(language: str) -> tuple[str, str]:
    """Return CLDR's signs between thousands and before decimals, in Western digits."""
    if not languages.is_language(language):
        return ",", "."
    known = languages.locale(language).number_symbols
    symbols = known.get("latn", known)
    return str(symbols.get("group", ",")), str(symbols.get("decimal", "."))


def _cldr_scales(code: str) -> dict[str, int]:
    """Return powers of ten by the word of CLDR's long compact formats: `0 Milliarden`."""
    if not languages.is_language(code):
        return {}
    found = {}
    for by_size in languages.locale(code).compact_decimal_formats.get("long", {}).values():
        for size, pattern in by_size.items():
            word = folded(str(pattern.pattern).replace("'", "")).strip("0 \u00a0\u200f\u200e.")
            if word and " " not in word and not any(map(str.isdigit, word)):
                zeros = str(pattern.pattern).count("0")
                found[word] = len(str(size)) - zeros
    return found


def says_minus(before: str, own: Row) -> bool:
    """Tell whether what stands before a number ends with a word for a minus sign; `au moins` is none."""
    near = folded(before[-_LONGEST_MINUS:]).rstrip()
    words = (word for word in own.minus if near.endswith(word))
    return not near.endswith(own.at_least) and any(
        word[0] >= _UNSPACED or not near[: -len(word)][-1:].isalpha() for word in words
    )
