"""`tests/golden/search/words.txt`: what a search compares of a text and of what somebody types for it."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.publish.search import terms


def found(query: str, text: str) -> bool:
    """Tell whether all words of a query stand in a text, those of one run of signs side by side."""
    there = [{term, *others} for term, others in terms(text)]
    return all(_stands(list(terms(word)), there) for word in query.split())


def _stands(word: list[tuple[str, tuple[str, ...]]], there: list[set[str]]) -> bool:
    wanted = [{term, *others} for term, others in word]
    # The last sign of a run stands before whatever follows it in the text.
    last = next(iter(word[-1:]), ("", ()))[0]
    return any(
        all(
            not want.isdisjoint(have)
            or (at == len(wanted) - 1 and len(last) == 1 and any(one.startswith(last) for one in have))
            for at, (want, have) in enumerate(zip(wanted, there[start:], strict=False))
        )
        for start in range(len(there) - len(wanted) + 1)
    )


@pytest.mark.parametrize(("language", "query", "text", "told"), rows("search/words.txt"))
def test_a_word_is_found_however_it_is_spelled_and_wherever_it_stands(
    language: str, query: str, text: str, told: str
) -> None:
    assert found(query, text) is (told == "found"), language
