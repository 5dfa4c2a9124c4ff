"""The real Apertium, as Debian packages it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from memories import a_use, settings_in
from system import needs

from digest.errors import EngineError
from digest.translate import load_memory, translate
from digest.translate.engines.apertium import Apertium

pytestmark = needs("apertium")


def made(*texts: str, source: str = "es", target: str = "en") -> list[str]:
    return Apertium().translate(texts, source, target)


def test_the_installed_pairs_are_served_both_ways() -> None:
    for source, target, model in (("es", "en", "spa-eng"), ("en", "es", "eng-spa")):
        stamp = Apertium().stamp(source, target)
        assert stamp is not None
        assert (stamp.name, stamp.model, stamp.pivot) == ("apertium", model, None)


@needs("dpkg-query")
def test_the_version_is_that_of_the_data() -> None:
    asked = ["dpkg-query", "--show", "--showformat=${Version}", "apertium-eng-spa"]
    package = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    stamp = Apertium().stamp("es", "en")
    assert stamp is not None
    assert re.fullmatch(r"\d+(\.\d+)+", stamp.version)
    assert package.startswith(f"{stamp.version}-")


def test_a_region_is_served_by_its_main_language() -> None:
    stamp = Apertium().stamp("es-VE", "en")
    assert stamp is not None
    assert stamp.model == "spa-eng"


def test_a_pair_that_is_not_installed_is_not_served() -> None:
    assert Apertium().stamp("ar", "zh") is None
    with pytest.raises(EngineError, match="does not translate ar into zh"):
        made("نعم", source="ar", target="zh")


def test_every_text_gets_its_own_translation() -> None:
    assert made("El presidente habló en Caracas.", "Un día sin punto", "La paz es necesaria.") == [
        "The president spoke in Caracas.",
        "A day without point",
        "The peace is necessary.",
    ]


def test_no_text_is_no_call() -> None:
    assert made() == []


def test_line_breaks_in_a_text_are_spaces() -> None:
    assert made("El presidente\n\nhabló en\nCaracas.", "La paz.") == [
        "The president spoke in Caracas.",
        "The peace.",
    ]


def test_signs_that_apertium_uses_itself_do_no_harm() -> None:
    texts = ["La paz [aquí] es necesaria.", "La <b>paz</b> {x} ~ y | 5 $ ^ \\ /", "La paz."]
    outputs = made(*texts)
    assert outputs[0] == "The peace [here] is necessary."
    assert outputs[2] == "The peace."


@pytest.mark.parametrize(
    "text", ["Otra cosa xyzzyfoo.", "Xyzzyfoo dijo algo.", "El *acuerdo*", "#Paz", "@paz"]
)
def test_a_text_with_an_unknown_word_or_a_mark_is_given_up(text: str) -> None:
    assert made(text, "La paz.") == ["", "The peace."]


def test_an_unknown_name_inside_a_sentence_is_kept_without_its_mark() -> None:
    assert made("El presidente y Zelenski hablaron.", "La CELAC habló.") == [
        "The president and Zelenski spoke.",
        "The CELAC spoke.",
    ]


def test_a_name_of_which_half_was_translated_is_refused_by_the_gate(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, engines={"default": ("apertium",)})
    uses = [a_use("Nicolás Maduro habló en Caracas."), a_use("El presidente habló en Caracas.")]
    found = translate(uses, load_memory(tmp_path), settings=settings)
    assert [translation.text for translation in found.values()] == ["The president spoke in Caracas."]


def test_what_one_engine_is_refused_the_next_one_is_asked_for(tmp_path: Path) -> None:
    from argos_packages import unpacked

    from digest.translate.engines.argos import Argos

    settings = settings_in(tmp_path, engines={"default": ("apertium", "argos")})
    engines = {"apertium": Apertium(), "argos": Argos(unpacked(tmp_path / "packages"))}
    uses = [a_use("Nicolás Maduro habló en Caracas."), a_use("Queremos la paz.")]
    found = translate(uses, load_memory(tmp_path), settings=settings, engines=engines)
    assert [(one.text, one.engine and one.engine.name) for one in found.values()] == [
        ("Nicolás Maduro spoke in Caracas.", "argos"),
        ("We want the peace.", "apertium"),
    ]


def test_apertium_needs_no_network_and_no_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert made("¿Quién habló en España?") == ["Who spoke in Spain?"]


def test_without_the_program_nothing_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Apertium().stamp("es", "en") is None


def test_a_program_that_fails_is_an_engine_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "apertium"
    program.write_text('#!/bin/sh\n[ "$1" = -l ] && echo spa-eng && exit 0\necho no data >&2\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(EngineError, match=r"Apertium failed \(1\): no data"):
        made("La paz.")


def test_a_quotation_inside_single_marks_keeps_both() -> None:
    [text] = Apertium().translate(["The minister said ‘never’ to the plan."], "en", "es")
    assert text == "El ministro dijo ‘nunca’ al plan."
