"""Lines of listings in the form that a workflow of GitHub puts beside the lines of files."""

from __future__ import annotations

import pytest

from digest.cli.output import emit


@pytest.mark.parametrize(
    ("text", "annotation"),
    [
        ("content/a.md:3: error: wrong", "::error file=content/a.md,line=3::wrong"),
        ("content/a.md:3: warning: wrong", "::warning file=content/a.md,line=3::wrong"),
        ("content/a.md:3: notice: look", "::notice file=content/a.md,line=3::look"),
        ("content/a.md:3-17: somebody: words", "::notice file=content/a.md,line=3::somebody: words"),
        ("content/a.md: notice: look", "::notice file=content/a.md::look"),
        ("../content/a, b.md:1: error: x", "::error file=../content/a%2C b.md,line=1::x"),
        ("content/100 %.md:1: error: 5 % less", "::error file=content/100 %25.md,line=1::5 %25 less"),
        ("content/a.md:3: error: one\ntwo", "::error file=content/a.md,line=3::one%0Atwo"),
        ("content/港口.md:3: error: “是”: no", "::error file=content/港口.md,line=3::“是”: no"),
        ("content/a.md:3: error: ", "::error file=content/a.md,line=3::"),
        ("no file at all", "::notice::no file at all"),
        ("one\r\ntwo", "::notice::one%0D%0Atwo"),
    ],
)
def test_a_problem_stands_beside_the_line_it_is_about(
    capsys: pytest.CaptureFixture[str], text: str, annotation: str
) -> None:
    emit([(text, {})], "github")
    assert capsys.readouterr().out == f"{annotation}\n"


def test_json_is_a_line_an_object_in_the_letters_it_is_written_in(capsys: pytest.CaptureFixture[str]) -> None:
    emit([("a", {"said": "“是”\n", "line": None}), ("b", {"line": 3})], "json")
    assert capsys.readouterr().out == '{"said": "“是”\\n", "line": null}\n{"line": 3}\n'
