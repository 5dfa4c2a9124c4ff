"""Names kept from an engine that translates them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from memories import a_use, settings_in
from system import needs

from digest.model import Notice, Term, TermId
from digest.translate import load_memory, translate
from digest.translate.doubt import Name, Protected
from digest.translate.engines.apertium import Apertium
from digest.translate.engines.masks import by_beginning, mask

HALL = Protected(
    (Name(("Ana Paola Hall",)), Name(("Nicolás Maduro",))), (Term(id=TermId("snow"), keep="La Nieve"),)
)


def test_the_longest_name_is_masked_as_a_whole() -> None:
    masked = mask("Ana Paola Hall y la señora Hall", by_beginning(HALL.spellings()))
    assert [name for _, name in masked.names] == ["Ana Paola Hall", "Hall"]
    assert masked.unmasked(masked.text) == "Ana Paola Hall y la señora Hall"


def test_part_of_a_word_is_no_name() -> None:
    assert mask("Hallazgo", by_beginning(["Hall"])).names == ()


@pytest.mark.parametrize("lost", ["spoke.", "{0} {0} spoke."])
def test_a_token_that_was_lost_or_doubled_unmasks_nothing(lost: str) -> None:
    masked = mask("Hall habló.", by_beginning(["Hall"]))
    assert masked.unmasked(lost.format(masked.names[0][0])) is None


@needs("apertium")
@pytest.mark.parametrize(
    ("text", "output", "pair"),
    [
        ("Ana Paola Hall habló en Caracas.", "Ana Paola Hall spoke in Caracas.", "es-en"),
        (
            "Ana Paola Hall habló con Nicolás Maduro. Maduro respondió.",
            "Ana Paola Hall spoke with Nicolás Maduro. Maduro answered.",
            "es-en",
        ),
        ("La señora Hall leyó La Nieve.", "The lady Hall read La Nieve.", "es-en"),
        ("Ana Paola Hall spoke in Caracas.", "Ana Paola Hall habló en Caracas.", "en-es"),
        ("«Hall habló.»", "“Hall spoke.”", "es-en"),
        ("Hall (de la oficina) habló.", "Hall (of the office) spoke.", "es-en"),
    ],
)
def test_the_real_apertium_gives_names_back(tmp_path: Path, text: str, output: str, pair: str) -> None:
    source, target = pair.split("-")
    settings = settings_in(tmp_path, engines={"default": ("apertium",)})
    use = a_use(text, target, language=source)
    found = translate([use], load_memory(tmp_path), settings=settings, kept=HALL)
    assert [(made.text, made.notices) for made in found.values()] == [(output, ())]


class Small(Apertium):
    """The real program, its output in small letters: no token comes through."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        return [output.lower() for output in super().translate(texts, source, target)]


@needs("apertium")
def test_where_a_token_is_lost_the_text_is_translated_as_it_is_and_judged(tmp_path: Path) -> None:
    [made] = translate(
        [a_use("Ana Paola Hall spoke.", "es", language="en")],
        load_memory(tmp_path),
        settings=settings_in(tmp_path, engines={"default": ("apertium",)}),
        engines={"apertium": Small()},
        kept=HALL,
    ).values()
    assert (made.text, made.notices) == ("sala de paola de la ana habló.", (Notice.DOUBTFUL,))
