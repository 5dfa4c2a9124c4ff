"""Argos packages through the real path: argostranslate, SentencePiece or BPE, CTranslate2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from argos_packages import sentences, unpacked
from memories import a_po, a_segment, entry
from system import needs

from digest.errors import EngineError
from digest.model import Engine, SegmentKind
from digest.translate import load_memory
from digest.translate.engines import cache, decode
from digest.translate.engines.argos import Argos
from digest.translate.memory import origin
from digest.translate.models.pins import Pin, files_digest, save_pins


def test_every_sentence_is_translated_right(tmp_path: Path) -> None:
    known = sentences()
    made = Argos(unpacked(tmp_path, "es_en")).translate([es for es, _, _ in known], "es", "en")
    assert made == [en for _, en, _ in known]


def test_a_package_with_byte_pairs_works_too(tmp_path: Path) -> None:
    known = sentences()
    made = Argos(unpacked(tmp_path, "en_fr")).translate([en for _, en, _ in known], "en", "fr")
    assert made == [fr for _, _, fr in known]


def test_sentences_of_a_text_stay_in_order(tmp_path: Path) -> None:
    texts = ["Queremos paz. El presidente habló en Caracas. Queremos paz.", "", "Fue un día largo."]
    assert Argos(unpacked(tmp_path)).translate(texts, "es", "en") == [
        "We want peace. The president spoke in Caracas. We want peace.",
        "",
        "It was a long day.",
    ]


def test_a_pair_is_bridged_by_english_and_says_so(tmp_path: Path) -> None:
    argos = Argos(unpacked(tmp_path))
    assert argos.stamp("es", "fr") == Engine(name="argos", model="es_en+en_fr", version="0.1+0.1", pivot="en")
    assert argos.translate(["La llamada fue breve."], "es", "fr") == ["L'appel était bref."]


def test_a_direct_package_has_no_pivot(tmp_path: Path) -> None:
    stamp = Argos(unpacked(tmp_path)).stamp("es", "en")
    assert stamp == Engine(name="argos", model="es_en", version="0.1")


def test_a_region_is_served_by_its_main_language(tmp_path: Path) -> None:
    assert Argos(unpacked(tmp_path)).stamp("es-VE", "en-GB") is not None


def test_a_pair_without_packages_is_not_served(tmp_path: Path) -> None:
    argos = Argos(unpacked(tmp_path, "es_en"))
    assert argos.stamp("es", "fr") is None
    assert argos.stamp("en", "es") is None
    with pytest.raises(EngineError, match="no Argos package translates es into fr"):
        argos.translate(["Queremos paz."], "es", "fr")


def test_of_two_packages_for_a_pair_the_newer_serves(tmp_path: Path) -> None:
    newer = tmp_path / "a-newer-one"
    unpacked(tmp_path, "es_en").joinpath("translate-es_en").rename(newer)
    metadata = json.loads((newer / "metadata.json").read_text())
    (newer / "metadata.json").write_text(json.dumps({**metadata, "package_version": "0.10"}))
    unpacked(tmp_path, "es_en")
    stamp = Argos(tmp_path).stamp("es", "en")
    assert stamp is not None
    assert stamp.version == "0.10"


BROKEN = {
    "no metadata": None,
    "no JSON": b"{",
    "no object": b"[]",
    "endless": b"[" * 200_000,
    "no pair": b'{"from_code": 1, "to_code": 2}',
    "no tokeniser": b'{"from_code": "es", "to_code": "en", "package_version": "9"}',
}


@pytest.mark.parametrize("metadata", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_package_is_named_and_hides_no_other(tmp_path: Path, metadata: bytes | None) -> None:
    unpacked(tmp_path, "es_en")
    (tmp_path / "broken").mkdir()
    if metadata is not None:
        (tmp_path / "broken" / "metadata.json").write_bytes(metadata)
    argos = Argos(tmp_path)
    assert argos.translate(["Queremos paz."], "es", "en") == ["We want peace."]
    with pytest.raises(EngineError, match=f"{tmp_path}/broken holds no Argos package that can be used: "):
        argos.stamp("es", "fr")


def test_where_all_that_is_pinned_is_there_a_broken_package_does_not_matter(tmp_path: Path) -> None:
    packages = unpacked(tmp_path / "packages", "es_en")
    (packages / "broken").mkdir()
    pin = Pin(version="0.1", sha256="0" * 64, files=files_digest(packages / "translate-es_en"))
    save_pins(tmp_path / "models.toml", {"es_en": pin})
    assert Argos(packages, models_file=tmp_path / "models.toml").stamp("es", "fr") is None
    save_pins(tmp_path / "models.toml", {"es_en": pin, "en_fr": pin})
    with pytest.raises(EngineError, match="broken holds no Argos package"):
        Argos(packages, models_file=tmp_path / "models.toml").stamp("es", "fr")


@pytest.mark.parametrize("lacking", ["argostranslate", "sentencepiece", "ctranslate2"])
def test_a_library_that_is_not_there_is_named_unless_it_is_argos_itself(tmp_path: Path, lacking: str) -> None:
    code = """
import sys, pathlib
sys.modules[sys.argv[1]] = None
from digest.translate.engines.argos import Argos
try:
    print(Argos(pathlib.Path(sys.argv[2])).translate(["Queremos paz."], "es", "en"))
except Exception as error:
    print(error)
"""
    command = [sys.executable, "-c", code, lacking, unpacked(tmp_path, "es_en")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if lacking == "argostranslate":
        assert said == "no Argos package translates es into en\n"
    else:
        assert said.startswith("Argos is not installed completely (")
        assert lacking in said


def test_a_version_may_be_a_number(tmp_path: Path) -> None:
    metadata = unpacked(tmp_path, "es_en") / "translate-es_en" / "metadata.json"
    metadata.write_text(json.dumps({**json.loads(metadata.read_text()), "package_version": 1.9}))
    stamp = Argos(tmp_path).stamp("es", "en")
    assert stamp is not None
    assert stamp.version == "1.9"


@pytest.mark.parametrize("file", ["model/model.bin", "sentencepiece.model"])
def test_a_damaged_package_is_an_engine_error(tmp_path: Path, file: str) -> None:
    (unpacked(tmp_path, "es_en") / "translate-es_en" / file).write_bytes(b"damaged")
    with pytest.raises(EngineError, match="the Argos package es_en cannot be used"):
        Argos(tmp_path).translate(["Queremos paz."], "es", "en")


ALONE = """
import json, sys
from digest.translate.engines.argos import Argos
from digest.translate.models.pins import Pin, files_digest, save_pins
early = {"argostranslate", "ctranslate2", "sentencepiece"}
loaded = sorted(m for m in sys.modules if m.split(".")[0] in early)
made = Argos().translate(["El presidente habló en Caracas. Queremos paz."], "es", "fr")
heavy = sorted(m for m in sys.modules if m.split(".")[0] in {"torch", "stanza", "spacy", "minisbd"})
print(json.dumps([loaded, made, heavy, "argostranslate.translate" in sys.modules]))
"""


@needs("unshare")
def test_installed_packages_work_without_network_torch_and_stanza(tmp_path: Path) -> None:
    packages = unpacked(tmp_path / "packages")
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        if os.environ.get("CI"):
            pytest.fail("network namespaces are not permitted here")
        pytest.skip("network namespaces are not permitted here")
    done = subprocess.run(
        [*alone, sys.executable, "-c", ALONE],
        env={**os.environ, "ARGOS_PACKAGES_DIR": str(packages), "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    loaded_early, made, heavy, whole_argos = json.loads(done.stdout)
    assert made == ["Le président a parlé à Caracas. Nous voulons la paix."]
    assert (loaded_early, heavy, whole_argos) == ([], [], False)


def test_a_sentence_too_long_for_any_model_is_given_up_with_its_text_alone(tmp_path: Path) -> None:
    texts = ["Queremos paz. " + "paz " * 600, "Queremos paz."]
    assert Argos(unpacked(tmp_path)).translate(texts, "es", "en") == ["", "We want peace."]


def test_a_model_stays_while_it_is_asked_for_and_is_loaded_again_when_its_file_changed(
    tmp_path: Path,
) -> None:
    packages = unpacked(tmp_path)
    asked = (str(packages / "translate-es_en" / "model"), 1, 1)
    first = decode.loaded(*asked)
    assert decode.loaded(*asked) is first
    weights = packages / "translate-es_en" / "model" / "model.bin"
    made = Argos(packages).translate(["Queremos paz."], "es", "en")
    held = decode.loaded(str(weights.parent), weights.stat().st_mtime_ns, 1)
    assert held is not first
    os.utime(weights, ns=(0, 0))
    assert Argos(packages).translate(["Queremos paz."], "es", "en") == made
    assert decode.loaded(str(weights.parent), 0, 1) is not held


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_batches_hold_every_sentence_once_and_no_more_tokens_than_they_may(size: int) -> None:
    tokens = {f"{n} {length}": ["x"] * length for n in range(9) for length in (1, 2, 5, 30)}
    cut = list(decode.batches(tokens, size))
    assert sorted(sentence for batch in cut for sentence in batch) == sorted(tokens)
    assert all(len(b) == 1 or len(b) * max(len(tokens[one]) for one in b) <= size for b in cut)
    assert cut == list(decode.batches(dict(reversed(tokens.items())), size))


def test_another_beam_is_said_and_kept_apart_in_the_cache(tmp_path: Path) -> None:
    packages = unpacked(tmp_path)
    usual, greedy = Argos(packages), Argos(packages, decode.Decoding(beam=1))
    stamps = [engine.stamp("es", "en") for engine in (usual, greedy)]
    assert [stamp and stamp.options for stamp in stamps] == ["", "beam=1"]
    assert len({cache.key(stamp, "Queremos paz.") for stamp in stamps if stamp}) == 2
    assert greedy.translate(["Queremos paz."], "es", "en") == ["We want peace."]


def test_what_a_comment_of_the_memory_says_of_the_beam_is_read_again(tmp_path: Path) -> None:
    engine = Engine(name="argos", model="es_fr+fr_en", version="1+1", pivot="fr", options="beam=2")
    a_po(tmp_path, entry("Oui", f"#. {origin.stamp(engine, 'Oui')}", "#, fuzzy"))
    found = load_memory(tmp_path).find(a_segment("Sí", SegmentKind.QUOTE), "en")
    assert found is not None
    assert found.engine == engine
