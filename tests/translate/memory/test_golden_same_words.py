"""After which changes of a source its translation still stands: `tests/golden/po/same_words.txt`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.translate.memory.punctuation import same_words


@pytest.mark.parametrize(("before", "after", "told"), rows("po/same_words.txt"))
def test_a_source_with_other_dividing_marks_has_the_same_words(before: str, after: str, told: str) -> None:
    assert same_words(before, after) is same_words(after, before) is (told == "yes")
