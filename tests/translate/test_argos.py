"""Argos packages through the real path: argostranslate, SentencePiece or BPE, CTranslate2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from argos_packages import sentences, unpacked
from system import needs

from digest.errors import EngineError
from digest.model import Engine
from digest.translate.engines.argos import Argos


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


def test_a_folder_that_is_no_package_is_an_engine_error(tmp_path: Path) -> None:
    (tmp_path / "stray").mkdir()
    with pytest.raises(EngineError, match="the installed Argos packages cannot be read"):
        Argos(tmp_path).stamp("es", "en")


@pytest.mark.parametrize("file", ["model/model.bin", "sentencepiece.model"])
def test_a_damaged_package_is_an_engine_error(tmp_path: Path, file: str) -> None:
    (unpacked(tmp_path, "es_en") / "translate-es_en" / file).write_bytes(b"damaged")
    with pytest.raises(EngineError, match="the Argos package es_en cannot be used"):
        Argos(tmp_path).translate(["Queremos paz."], "es", "en")


ALONE = """
import json, sys
from digest.translate.engines.argos import Argos
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
