"""Two names that changed places in a translation."""

from __future__ import annotations

import pytest

from digest.translate.doubt import Name, Protected, doubt

KEPT = Protected((Name(("Ines Marlowe",)), Name(("Otto Brandt",))))


def doubted(source: str, output: str, pair: str) -> str | None:
    first, second = pair.split("-")
    return doubt(source, output, source_language=first, target_language=second, kept=KEPT, meaning=None)


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Marlowe accused Brandt of theft.", "Brandt acusó a Marlowe de robo.", "en-es"),
        ("Ines Marlowe spoke. Then Brandt left.", "Habló Ines Brandt. Luego se fue Marlowe.", "en-es"),
        (
            "Marlowe met the press in the morning. Marlowe was calm, she said. Brandt did not come.",
            "Brandt traf am Morgen die Presse. Brandt war ruhig, sagte sie. Marlowe kam nicht.",
            "en-de",
        ),
        ("Marlowe accused Brandt of theft.", "Брандт обвинил Марлоу в краже.", "en-ru"),
        ("Marlowe accused Brandt of theft.", "Brandt از Marlowe به سرقت شکایت کرد.", "en-fa"),
        (
            "Ines Marlowe spoke. Then Brandt left.",
            "伊内斯(Ines Brandt)发言。随后奥托(Otto Marlowe)离开。",
            "en-zh",
        ),
        (
            "Marlowe met Brandt at the Brandt rally.",
            "Brandt traf Marlowe auf der Marlowe-Kundgebung.",
            "en-de",
        ),
    ],
)
def test_names_that_changed_places_make_an_output_doubtful(source: str, output: str, pair: str) -> None:
    assert (doubted(source, output, pair) or "").startswith("names exchanged: ")


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Marlowe accused Brandt of theft.", "Marlowe acusó a Brandt de robo.", "en-es"),
        ("Ines Marlowe spoke. Then Brandt left.", "Habló Ines Marlowe. Luego se fue Brandt.", "en-es"),
        ("Marlowe came. Brandt left, as he had said.", "Llegó Marlowe. Brandt se fue, como Brandt había dicho.", "en-es"),
        ("Marlowe and her aides came.", "Llegaron Marlowe y sus ayudantes.", "en-es"),
        ("Marlowe accused Brandt of theft.", "Marlowe از Brandt به سرقت شکایت کرد.", "en-fa"),
        ("Marlowe accused Brandt of theft.", "Marlowe指控Brandt盗窃。", "en-zh"),
        ("Brandt followed Marlowe.", "Auf Marlowe folgt Brandt, so der Marlowe-Brandt-Plan.", "en-de"),
    ],
)  # fmt: skip
def test_names_in_their_places_do_not(source: str, output: str, pair: str) -> None:
    assert doubted(source, output, pair) is None
