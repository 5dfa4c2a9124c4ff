"""Ways to damage translations for `benchmarks.gate`: each gives the damaged pair, or None without a place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from digest import languages
from digest.languages.senses import denials, without_denials

SENTENCES = 3
_LOOPED = 6
"""How often a phrase of 2 to 4 words comes in a loop."""
_CLAUSE = re.compile(r"[,;:–—]\s+")
_LEAST_CLAUSE = 4
_OTHERS = ("Bergström", "Castellanos", "Dimitrov", "Haverkamp", "Kowalczyk", "Lindqvist", "Okonkwo", "Tanaka")
"""Names to put in the place of another."""
_SCALES = {
    "es": (("millones", "miles"), ("millón", "billón")),
    "fr": (("millions", "milliards"), ("million", "milliard")),
    "pt": (("milhões", "bilhões"), ("milhão", "bilhão")),
    "pt-BR": (("bilhões", "milhões"), ("milhões", "bilhões")),
    "de": (("Millionen", "Milliarden"), ("Million", "Milliarde"), ("Mio.", "Mrd.")),
    "it": (("milioni", "miliardi"), ("milione", "miliardo")),
    "ar": (("مليون", "مليار"), ("ملايين", "مليارات")),
    "ru": (("миллион", "миллиард"), ("млн", "млрд")),
    "zh": (("亿", "万"), ("万", "亿")),
    "uk": (("мільйон", "мільярд"), ("млн", "млрд")),
    "fa": (("میلیون", "میلیارد"),),
}
"""Words of a number and what makes a thousandfold error of them."""
_DECIMAL = re.compile(r"(?<![\d.,])(\d{1,3})([.,])(\d{1,2})(?![\d.,])")
_ANSWERS = {
    "es": ("no", "sí"),
    "fr": ("non", "oui"),
    "pt": ("não", "sim"),
    "pt-BR": ("não", "sim"),
    "de": ("nein", "ja"),
    "it": ("no", "sì"),
    "ar": ("لا", "نعم"),
    "ru": ("нет", "да"),
    "zh": ("不是", "是的"),
    "uk": ("ні", "так"),
    "fa": ("نه", "بله"),
}
_SAID = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences in English and in another language, in their order."""

    language: str
    english: tuple[str, ...]
    other: tuple[str, ...]
    names: tuple[str, ...]
    """Family names that the site protects."""
    elsewhere: tuple[tuple[str, ...], ...] = ()
    """The sentences of the other passages of the document, in the other language."""

    @property
    def codes(self) -> tuple[str, str]:
        """Return the languages."""
        return "en", self.language

    @property
    def source(self) -> str:
        """Return the English text."""
        return " ".join(self.english)

    @property
    def output(self) -> str:
        """Return the other text."""
        return _between(self.language).join(self.other)

    def changed(self, at: int, *sentences: str) -> Pair:
        """Return the pair with other sentences in the place of one."""
        return replace(self, other=(*self.other[:at], *sentences, *self.other[at + 1 :]))


Damage = Callable[[Pair, random.Random], Pair | None]


def _between(language: str) -> str:
    return " " if languages.row(language).spaced else ""


def drop_sentence(pair: Pair, chance: random.Random) -> Pair | None:
    """Leave one sentence out."""
    return pair.changed(chance.randrange(len(pair.other)))


def repeat_sentence(pair: Pair, chance: random.Random) -> Pair | None:
    """Say one sentence twice."""
    at = chance.randrange(len(pair.other))
    return pair.changed(at, pair.other[at], pair.other[at])


def loop(pair: Pair, chance: random.Random) -> Pair | None:
    """Repeat a phrase of two to four words (characters, where white space parts none) six times."""
    at, size = chance.randrange(len(pair.other)), chance.randint(2, 4)
    between = _between(pair.language)
    words = pair.other[at].split() if between else list(pair.other[at])
    if len(words) < size:
        return None
    start = chance.randrange(len(words) - size + 1)
    looped = [*words[:start], *words[start : start + size] * _LOOPED, *words[start + size :]]
    return pair.changed(at, between.join(looped))


def digit(pair: Pair, chance: random.Random) -> Pair | None:
    """Change one digit of a number."""
    places = [(at, m.start()) for at, text in enumerate(pair.other) for m in re.finditer(r"\d", text)]
    if not places:
        return None
    at, place = chance.choice(places)
    text = pair.other[at]
    own, zero = int(text[place]), ord(text[place]) - int(text[place])
    new = chance.choice([number for number in range(10) if number != own])
    return pair.changed(at, f"{text[:place]}{chr(zero + new)}{text[place + 1 :]}")


def negation(pair: Pair, chance: random.Random) -> Pair | None:
    """Leave out what denies in a sentence that denies in both languages."""
    places = [
        (at, without)
        for at, (english, other) in enumerate(zip(pair.english, pair.other, strict=True))
        if denials(english, "en") and (without := without_denials(other, pair.language)) != other
    ]
    return pair.changed(*chance.choice(places)) if places else None


def untranslated(pair: Pair, chance: random.Random) -> Pair | None:
    """Leave a clause in English, in the place where its translation stands by its share of the words."""
    at = chance.randrange(len(pair.other))
    english, between = pair.english[at], _between(pair.language)
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(english)), len(english)]
    clauses = [
        (start, end) for start, end in pairwise(cuts) if len(english[start:end].split()) >= _LEAST_CLAUSE
    ]
    if not clauses:
        return None
    start, end = chance.choice(clauses)
    words = pair.other[at].split() if between else list(pair.other[at])
    first, last = (round(place / len(english) * len(words)) for place in (start, end))
    left = [*words[:first], "" if between else " ", english[start:end].strip(), *words[last:]]
    return pair.changed(at, between.join(part for part in left if part))


def name(pair: Pair, chance: random.Random) -> Pair | None:
    """Put another name in the place of a protected one.

    Where the output writes it in another script the name is replaced in the source and among those that are
    protected: the output names somebody else all the same.
    """
    there = [one for one in pair.names if re.search(rf"\b{one}\b", pair.source)]
    if not there:
        return None
    one, other = chance.choice(there), chance.choice(_OTHERS)
    if re.search(rf"\b{one}\b", pair.output):
        return replace(pair, other=tuple(re.sub(rf"\b{one}\b", other, text) for text in pair.other))
    english = tuple(re.sub(rf"\b{one}\b", other, text) for text in pair.english)
    return replace(pair, english=english, names=(*pair.names, other))


def unrelated(pair: Pair, chance: random.Random) -> Pair | None:
    """Put the translation of another passage of the same document in the place of the output."""
    return replace(pair, other=chance.choice(pair.elsewhere)) if pair.elsewhere else None


def halved(pair: Pair, _chance: random.Random) -> Pair | None:
    """Cut the output at its middle word."""
    between = _between(pair.language)
    words = pair.output.split() if between else list(pair.output)
    return replace(pair, other=(between.join(words[: len(words) // 2]),)) if len(words) > 1 else None


def swapped(pair: Pair, chance: random.Random) -> Pair | None:
    """Exchange two protected names."""
    there = [one for one in pair.names if re.search(rf"\b{one}\b", pair.output)]
    if len(there) < 2:
        return None
    one, other = chance.sample(there, 2)
    pattern = re.compile(rf"\b(?:{one}|{other})\b")
    new = tuple(pattern.sub(lambda at: other if at[0] == one else one, text) for text in pair.other)
    return replace(pair, other=new)


def scale(pair: Pair, chance: random.Random) -> Pair | None:
    """Make a thousandfold error: another word for the scale, or a decimal sign read as one of thousands."""
    places = [
        (at, text.replace(word, other, 1))
        for at, text in enumerate(pair.other)
        for word, other in _SCALES.get(pair.language, ())
        if re.search(rf"\d\s?{word}", text)
    ]
    places += [
        (at, f"{text[: found.start()]}{found[1]}{found[3].ljust(3, '0')}{text[found.end() :]}")
        for at, text in enumerate(pair.other)
        for found in _DECIMAL.finditer(text)
    ]
    return pair.changed(*chance.choice(places)) if places else None


def answer(pair: Pair, chance: random.Random) -> Pair | None:
    """Say yes for no or no for yes: a sentence with an answer is added to both sides, as none has one."""
    words = _ANSWERS.get(pair.language)
    if words is None:
        return None
    at = chance.randrange(2)
    mark = "。" if pair.language == "zh" else "."
    english, other = _SAID[at].capitalize(), words[1 - at].capitalize()
    return replace(pair, english=(*pair.english, f"{english}."), other=(*pair.other, f"{other}{mark}"))


DAMAGES: tuple[Damage, ...] = (
    drop_sentence,
    repeat_sentence,
    loop,
    digit,
    negation,
    untranslated,
    name,
    halved,
    swapped,
    scale,
    answer,
    unrelated,
)
