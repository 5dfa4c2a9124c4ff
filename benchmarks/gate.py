"""What the gate lets through: `python -m benchmarks.gate [--data FOLDER]`.

`FOLDER/data.jsonl` holds the same sentence in several languages, one record a line, by language code, with
the document it is of. A pair is three sentences that follow each other, in English and in another
language; each good pair is damaged once in each way that it allows. Without a folder only the recorded
failures are judged.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.failures import FAILURES
from digest import languages
from digest.languages.negations import denials, without_denials
from digest.translate.doubt import Name, Protected, doubt
from digest.translate.gate import refusal

SEED = 7
SENTENCES = 3
_LOOPED = 6
"""How often a phrase of 2 to 4 words comes in a loop."""
_CLAUSE = re.compile(r"[,;:–—]\s+")
_LEAST_CLAUSE = 4
_NAME = re.compile(r"\b[A-Z][a-z'’]+(?: [A-Z]\.)?(?: [A-Z][a-z]+)? ([A-Z][A-Za-z-]{3,})\b(?! [A-Z])")
"""A given name and a family name in an English text."""
_KEYS = ("id", "doc", "en")
_OTHERS = ("Bergström", "Castellanos", "Dimitrov", "Haverkamp", "Kowalczyk", "Lindqvist", "Okonkwo", "Tanaka")
"""Names to put in the place of another."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences in English and in another language, in their order."""

    language: str
    english: tuple[str, ...]
    other: tuple[str, ...]
    names: tuple[str, ...]
    """Family names that the site protects."""

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


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield the good pairs of every language, three sentences each, none twice."""
    lines = (folder / "data.jsonl").read_text(encoding="utf-8").splitlines()
    by_document: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in map(json.loads, lines):
        by_document[row["doc"]].append(row)
    codes = [code for code in json.loads(lines[0]) if code not in _KEYS]
    for language in codes:
        for rows in by_document.values():
            names = named(rows)
            for at in range(0, len(rows) - SENTENCES + 1, SENTENCES):
                three = rows[at : at + SENTENCES]
                if all(row.get(language) for row in three):
                    english, other = (tuple(row[code] for row in three) for code in ("en", language))
                    yield Pair(language, english, other, names)


def named(rows: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """Return the family names of people in a document, as the site's list of people would hold them.

    A family name follows a given name and stands at least twice; it is no word for a place, a month, a
    title or an institution, and most translations in Latin letters have the whole name somewhere.
    """
    row, babel = languages.row("en"), languages.locale("en")
    text = "\n".join(one["en"] for one in rows)
    calendar = (babel.months["format"]["wide"], babel.days["format"]["wide"])
    known = " ".join(
        name for names in (babel.territories, babel.languages, *calendar) for name in names.values()
    )
    words = {*row.not_names, *row.openers, *row.titles, *known.lower().split()}
    latin = [code for code in rows[0] if code not in _KEYS and _in_latin(rows, code)]
    found: dict[str, None] = {}
    low = set(text.split())
    for match in _NAME.finditer(text):
        kept = sum(any(match[0] in one[code] for one in rows) for code in latin) * 2 > len(latin)
        no_name = words & {match[1].lower(), match[0].split()[0].lower()}
        if (
            kept
            and not no_name
            and len(re.findall(rf"\b{match[1]}\b", text)) > 1
            and match[1].lower() not in low
        ):
            found[match[1]] = None
    return tuple(found)


def _in_latin(rows: Sequence[dict[str, str]], code: str) -> bool:
    return sum(character.isascii() for row in rows for character in row[code]) * 2 > sum(
        len(row[code]) for row in rows
    )


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


DAMAGES: tuple[Damage, ...] = (drop_sentence, repeat_sentence, loop, digit, negation, untranslated, name)


def judged(source: str, output: str, pair: tuple[str, str], names: Sequence[str]) -> tuple[str, str]:
    """Return why the gate refuses an output, and what makes it doubtful; empty for nothing."""
    kept = Protected(tuple(Name((name,)) for name in names))
    codes = {"source_language": pair[0], "target_language": pair[1]}
    return refusal(source, output, **codes) or "", doubt(source, output, **codes, kept=kept) or ""


def measured(folder: Path, told: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark; `told` hears of every false alarm and of what was not caught."""
    alarms: dict[tuple[str, str], list[bool]] = defaultdict(list)
    caught: dict[tuple[str, str], list[bool]] = defaultdict(list)
    chance = random.Random(SEED)  # noqa: S311 - the same damages each time
    spent, count = 0.0, 0
    for pair in pairs(folder):
        start = time.process_time()
        refused, doubtful = judged(pair.source, pair.output, pair.codes, pair.names)
        spent, count = spent + time.process_time() - start, count + 1
        # What is refused is not shown, with a notice or without.
        for kind, reason in (("refuse", refused), ("doubt", "" if refused else doubtful)):
            alarms[kind, pair.language].append(bool(reason))
            if reason:
                told(f"false {kind}", reason, pair)
        for damage in DAMAGES:
            damaged = damage(pair, chance)
            if damaged is None or damaged == pair:
                continue
            found = any(judged(damaged.source, damaged.output, damaged.codes, damaged.names))
            caught[damage.__name__, pair.language].append(found)
            if not found:
                told("missed", damage.__name__, damaged)
    yield from _shares("gate.false_alarms", "kind", alarms)
    yield from _shares("gate.caught", "damage", caught)
    yield {"measure": "gate.texts_per_s", "value": round(count / spent), "unit": "texts/s"}


def _shares(measure: str, scope: str, found: dict[tuple[str, str], list[bool]]) -> Iterator[dict[str, Any]]:
    for what in dict.fromkeys(key for key, _ in found):
        by_language = {language: hits for (own, language), hits in found.items() if own == what}
        everything = [hit for hits in by_language.values() for hit in hits]
        for language, hits in (("", everything), *by_language.items()):
            row = {"measure": measure, "value": _share(hits), "unit": "share", scope: what, "of": len(hits)}
            yield row | ({"language": language} if language else {})


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def recorded() -> dict[str, Any]:
    """Return the share of the recorded failures that the gate catches."""
    hits = [any(judged(one.source, one.output, one.pair, one.names)) for one in FAILURES]
    return {"measure": "gate.recorded", "value": _share(hits), "unit": "share", "of": len(hits)}


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of data.jsonl")
    parser.add_argument("--show", action="store_true", help="also print false alarms and what was missed")
    options = parser.parse_args()

    def told(what: str, why: str, pair: Pair) -> None:
        if options.show:
            print(json.dumps([what, why, pair.language, pair.source, pair.output], ensure_ascii=False))

    rows = [recorded(), *(measured(options.data, told) if options.data else ())]
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
