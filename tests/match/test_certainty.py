"""What may be, what must be and what will be."""

from __future__ import annotations

import pytest
from wordings import printed

from digest.match.changes.certainty import another_certainty


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("en", "The quay may close in May"), ("en", "The quay will close in May"), "may / will"),
        (("en", "The quay will close in May"), ("es", "El muelle quizá cierre en mayo"), "will / quizá"),
        (("en", "Skippers must pay the toll"), ("de", "Schiffer können die Maut zahlen"), "must / können"),
        (("en", "Skippers must not pay twice"), ("de", "Schiffer dürfen nicht zweimal zahlen"), None),
        (("en", "Mrs May will open the quay"), ("en", "The quay will be opened by Mrs May"), None),
        (("en", "The quay closes in May"), ("en", "The quay may close in May"), None),
    ],
    ids=["may or will", "in two languages", "must or may", "must not is may not", "a name", "of one alone"],
)
def test_what_may_be_is_not_what_will_be(
    first: tuple[str, str], second: tuple[str, str], told: str | None
) -> None:
    assert another_certainty(printed("A", *first), printed("B", *second)) == told
