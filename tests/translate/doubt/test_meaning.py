"""What a fluent output is about: asked of the encoder last, once, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from memories import a_use, settings_in

from digest.meaning import EncoderError, UniversalEncoder, Vector
from digest.model import Engine, Notice, Origin, Translation
from digest.translate import fill_memory, load_memory, translate
from digest.translate.doubt import Meaning, doubt

DAM = a_use("Los inspectores examinaron la presa del valle.", "en")
AWAY = "The singer opened her tour in Quito."


@dataclass
class Counting:
    """The encoder, with a note of how many texts it read; a broken one reads none."""

    broken: bool = False
    read: int = 0
    real: UniversalEncoder = field(default_factory=UniversalEncoder)

    @property
    def name(self) -> str:
        return self.real.name

    def speaks(self, language: str) -> bool:
        return self.real.speaks(language)

    def encode(self, texts: Sequence[str]) -> list[Vector]:
        if self.broken:
            raise EncoderError("the encoder is not there")
        self.read += len(texts)
        return self.real.encode(texts)


@dataclass
class Astray:
    """An engine that says something fluent about something else."""

    def stamp(self, _source: str, _target: str) -> Engine | None:
        return Engine(name="astray", model="m", version="1")

    def translate(self, texts: Sequence[str], _source: str, _target: str) -> list[str]:
        return [AWAY for _ in texts]


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Inspectors examined the dam in the valley.", "La cantante abrió su gira en la capital.", "en-es"),
        ("Los inspectores examinaron la presa del valle.", "The singer opened her tour in Quito.", "es-en"),
        ("فحص المفتشون السد في الوادي.", "The singer opened her tour in the capital.", "ar-en"),
        ("检查人员检查了山谷里的水坝。", "The singer opened her tour in the capital.", "zh-en"),
        ("Инспекторы осмотрели плотину в долине.", "The singer opened her tour in the capital.", "ru-en"),
        (
            "Los inspectores examinaron la presa del valle.",
            "La chanteuse a ouvert sa tournée à Quito.",
            "es-fr",
        ),
        ("GOVERNO ABRE A NOVA PONTE DO VALE", "PERSON OF THE GOAT BELOW LIE", "pt-en"),
    ],
)
def test_a_fluent_output_about_something_else_is_doubtful(source: str, output: str, pair: str) -> None:
    first, second = pair.split("-")
    assert doubt(source, output, source_language=first, target_language=second)


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        (
            "Inspectors examined the dam in the valley.",
            "Los inspectores revisaron la presa del valle.",
            "en-es",
        ),
        ("فحص المفتشون السد في الوادي.", "The dam in the valley was examined by inspectors.", "ar-en"),
        ("检查人员检查了山谷里的水坝。", "Inspectors had a look at the dam in the valley.", "zh-en"),
        ("Sí", "Yes", "es-en"),
        ("GOVERNO ABRE A NOVA PONTE DO VALE", "GOVERNMENT OPENS NEW BRIDGE IN THE VALLEY", "pt-en"),
        ("Los inspectores examinaron la presa.", "Les inspecteurs ont examiné le barrage.", "es-fr"),
        ("Інспектори оглянули греблю.", "The singer opened her tour.", "uk-en"),
    ],
)
def test_a_translation_is_not_and_a_language_that_the_encoder_lacks_is_left_alone(
    source: str, output: str, pair: str
) -> None:
    first, second = pair.split("-")
    assert Meaning().unlike(source, output, (first, second)) is None


def test_it_is_asked_only_where_words_find_nothing_and_once() -> None:
    encoder = Counting()
    meaning = Meaning(encoder=encoder)
    pair = {"source_language": "es", "target_language": "en"}
    assert doubt("Costó 12 euros.", "It cost 12 dollars.", meaning=meaning, **pair)  # type: ignore[arg-type]
    assert encoder.read == 0
    for _ in range(2):
        assert doubt(DAM.segment.text, AWAY, meaning=meaning, **pair) == "another meaning"  # type: ignore[arg-type]
    assert encoder.read == 2
    later = Meaning(dict(meaning.new), encoder=Counting(broken=True))
    assert later.unlike(DAM.segment.text, AWAY, ("es", "en")) == "another meaning"


def test_without_its_model_nothing_is_said_and_the_reason_is_told() -> None:
    meaning = Meaning(encoder=Counting(broken=True))
    assert meaning.unlike(DAM.segment.text, AWAY, ("es", "en")) is None
    assert meaning.broken == "the encoder is not there"


def test_the_memory_keeps_the_answer_while_the_text_is_the_machines(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "translations"
    folder.mkdir(parents=True)
    settings = settings_in(tmp_path, engines={"default": ("astray",)})
    fill_memory([DAM], load_memory(folder), settings=settings, engines={"astray": Astray()})
    [path] = folder.glob("*/*.po")
    text = path.read_text(encoding="utf-8")
    assert "\n#. doubtful: another meaning\n" in text
    assert found(folder).doubt == "another meaning"
    path.write_text(text.replace(AWAY, "The inspectors examined the dam."), encoding="utf-8")
    mended = found(folder)
    assert (mended.origin, mended.doubt) == (Origin.PERSON, None)


def test_a_build_that_translates_shows_the_notice_and_asks_once(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, engines={"default": ("astray",)})
    for _ in range(2):
        memory = load_memory(tmp_path / "memory")
        made = translate([DAM], memory, settings=settings, engines={"astray": Astray()})
        assert [one.notices for one in made.values()] == [(Notice.DOUBTFUL,)]
    kept = (tmp_path / "cache" / "translations" / "meanings.jsonl").read_text(encoding="utf-8")
    assert kept.count("another meaning") == 1


def found(folder: Path) -> Translation:
    translation = load_memory(folder).find(DAM.segment, "en")
    assert translation is not None
    return translation
