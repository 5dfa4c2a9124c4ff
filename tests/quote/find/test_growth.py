"""A text of thousands of marks takes no more than its length: hostile content must not stop a build."""

from __future__ import annotations

import time

import pytest
from builders import an_article

from digest.quote import find_quotes

_MANY, _TIMES = 1500, 4
_MOST = 2.5 * _TIMES
"""How many times as long four times the text may take; a quadratic rule would take sixteen."""


@pytest.mark.parametrize(
    "unit",
    [
        "“yes we can do it” and ",
        "“Yes we can do it.” ",
        "“a ",
        '"a ',
        "“We can do it,” said Anna Berg. ",
        "criticised Karl Holm for saying that he ",
    ],
)
def test_twice_the_marks_take_twice_the_time(unit: str) -> None:
    def seconds(count: int) -> float:
        article = an_article(f"Anna Berg said {unit * count}“no”.")
        started = time.process_time()
        find_quotes(article)
        return time.process_time() - started

    seconds(10)
    few = min(seconds(_MANY // _TIMES) for _ in range(2))
    assert min(seconds(_MANY) for _ in range(2)) < max(_MOST * few, 0.2)
