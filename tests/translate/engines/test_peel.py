"""Marks around a whole text and inside it."""

from __future__ import annotations

import pytest

from digest.languages import row
from digest.translate.engines.style.peel import peel


@pytest.mark.parametrize(
    ("text", "inner", "pair", "output", "shown"),
    [
        ("«Sí.»", "Sí.", "es-en", "Yes.", "“Yes.”"),
        ("“Yes.”", "Yes.", "en-fr", "Oui.", "«\u00a0Oui.\u00a0»"),
        ("« Oui. »", "Oui.", "fr-en", "Yes.", "“Yes.”"),
        ("«\u202fOui.\u202f»", "Oui.", "fr-de", "Ja.", "„Ja.“"),
        ("„Ja.“", "Ja.", "de-en", "Yes.", "“Yes.”"),
        ("「はい。」", "はい。", "ja-zh", "是的。", "“是的。”"),
        ("“是的。”", "是的。", "zh-ja", "はい。", "「はい。」"),
        ('"نعم."', "نعم.", "ar-ru", "Да.", "«Да.»"),
        ("«“Sí.”»", "Sí.", "es-en", "Yes.", "“‘Yes.’”"),
        ("“‘Yes.’”", "Yes.", "en-ru", "Да.", "«‘Да.’»"),
        ("「『はい。』」", "はい。", "ja-en", "Yes.", "“‘Yes.’”"),
        ("(Sí.)", "Sí.", "es-zh", "是的。", "（是的。）"),
        ("（是的。）", "是的。", "zh-en", "Yes.", "(Yes.)"),
        ("[Sí]", "Sí", "es-en", "Yes", "[Yes]"),
        ("«(Sí)»", "Sí", "es-en", "Yes", "“(Yes)”"),
        ("… y se fue", "y se fue", "es-en", "and left", "… and left"),
        ("«Y se fue...»", "Y se fue", "es-en", "And left", "“And left...”"),
        ("“He said “no” twice”", "He said “no” twice", "en-es", "Dijo “no” dos veces", "«Dijo ‘no’ dos veces»"),
    ],
)  # fmt: skip
def test_marks_are_taken_off_and_put_on_in_the_style_of_the_target(
    text: str, inner: str, pair: str, output: str, shown: str
) -> None:
    source, target = map(row, pair.split("-"))
    peeled = peel(text, source, target)
    assert peeled.inner == inner
    assert peeled.around(output) == shown
    assert peeled.around("") == ""


@pytest.mark.parametrize(
    ("text", "pair", "output", "shown"),
    [
        ("Dijo «sí» y «no».", "es-en", "He said «yes» and «no».", "He said “yes” and “no”."),
        ("He said “yes”.", "en-fr", "Il a dit “oui”.", "Il a dit «\u00a0oui\u00a0»."),
        ("Il a dit « oui ».", "fr-en", "He said « yes ».", "He said “yes”."),
        ("他说“是”。", "zh-ja", "彼は“はい”と言った。", "彼は「はい」と言った。"),
        ("Dijo «sí».", "es-en", "He said yes».", "He said yes»."),
        ("«Dijo “no”»", "es-en", "He said “no”", "“He said ‘no’”"),
    ],
)
def test_marks_inside_a_text_take_the_style_of_the_target(
    text: str, pair: str, output: str, shown: str
) -> None:
    source, target = map(row, pair.split("-"))
    assert peel(text, source, target).around(output) == shown


@pytest.mark.parametrize(
    "text", ["“Sí” y “no”", "“Sí", "Sí”", "“”", "…", "(a) b (c)", "Dijo: “sí”", '"a" b "c"']
)
def test_marks_that_do_not_hold_the_whole_text_stay(text: str) -> None:
    assert peel(text, row("en"), row("en")).inner == text
