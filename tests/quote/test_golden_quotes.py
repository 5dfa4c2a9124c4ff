"""Every language's golden file, case by case. How to add one stands in `tests/golden/quotes/en.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import an_article

from digest import languages
from digest.quote import find_quotes, with_candidates

FOLDER = Path(__file__).parent.parent / "golden" / "quotes"
FEWEST = 20


@dataclass(frozen=True)
class Case:
    """A text, and the quotes that must come out of it."""

    language: str
    name: str
    paragraphs: tuple[str, ...]
    expected: tuple[str, ...]


def cases_of(path: Path) -> Iterator[Case]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("##")]
    for part in re.split(r"^# ", "\n".join(lines), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        text, *expected = re.split(r"^=> ", rest, flags=re.MULTILINE)
        wanted = tuple(line.strip() for line in expected if line.strip() != "nothing")
        yield Case(path.stem, name, tuple(re.split(r"\n{2,}", text.strip())), wanted)


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases_of(path)]


def shown(case: Case) -> tuple[str, ...]:
    found = []
    found_quotes = find_quotes(an_article(*case.paragraphs, language=case.language, title="-")).quotes
    for quote in with_candidates(found_quotes):
        speaker = quote.speaker or "-"
        parts = [quote.text, speaker if quote.speaker_is_name else f"({speaker})"]
        parts += [f"in {quote.language}"] if quote.language != case.language else []
        parts += [f"spoken {quote.spoken_language}"] if quote.spoken_language else []
        parts += [f"perhaps {quote.candidate}"] if quote.candidate else []
        found.append(" | ".join(parts))
    return tuple(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.name}")
def test_the_golden_cases_come_out_as_written(case: Case) -> None:
    guesses = any(" | perhaps " in line for line in case.expected)
    found = [line if guesses else line.partition(" | perhaps ")[0] for line in shown(case)]
    assert tuple(found) == case.expected


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_has_a_golden_file(code: str) -> None:
    assert sum(case.language == code for case in CASES) >= FEWEST
