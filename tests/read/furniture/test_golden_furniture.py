"""What lines beside a text are: `tests/golden/furniture`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.read.furniture import Line, Role, cut_opening, furniture, role_of
from digest.read.furniture.portal import of_portal

_CUT = {Role.BUTTON: "button", Role.HEADING: "heading", Role.ADVERT: "advert", Role.ENTRY: "entry"}


@pytest.mark.parametrize(("language", "line", "kind"), rows("furniture/lines.txt"))
def test_a_line_beside_a_text_is_known_for_what_it_is(language: str, line: str, kind: str) -> None:
    known = furniture(language)
    if kind in {"invites", "text"}:
        assert bool(known.invitations.fullmatch(line)) is (kind == "invites")
    if kind in {"wall", "text"}:
        assert bool(known.walls.search(line)) is (kind == "wall")
    if kind not in {"invites", "wall"}:
        assert _CUT.get(role_of(line, known), "text") == kind


_WHY = {
    "address": "the address of the page",
    "button": "a button or link of the page",
    "date": "when the page was published",
    "credit": "who made a picture",
    "section": "the section",
    "text": None,
}


@pytest.mark.parametrize(("language", "line", "kind"), rows("furniture/opening.txt"))
def test_a_line_that_portals_put_above_a_text_is_told_for_what_it_is(
    language: str, line: str, kind: str
) -> None:
    assert of_portal(line, furniture(language)) == _WHY[kind]


@pytest.mark.parametrize(("language", "line", "names", "rest"), rows("furniture/bylines.txt"))
def test_a_byline_names_the_authors_and_other_openings_name_nobody(
    language: str, line: str, names: str, rest: str
) -> None:
    found = cut_opening([Line(1, line)], furniture(language), title=None)
    assert "; ".join(found.authors) == names.removeprefix("-")
    assert [kept.text for kept in found.lines] == ([] if rest == "-" else [rest])
