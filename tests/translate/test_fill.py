"""Translations for a build: the memory first, then engines, and never a change to the content folder."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

import pytest
from argos_packages import unpacked
from memories import DESK, a_po, a_use, settings_in

from digest.model import Engine, Notice, Origin, SegmentKind, TranslateMode, Translation
from digest.secret import KEY_VARIABLE
from digest.translate import TranslationEngine, engines, load_memory, translate
from digest.translate.doubt import Name, Protected
from digest.translate.engines.argos import Argos

PEACE = a_use("Queremos paz.")
CALL = a_use("Maduro confirma una llamada")


@pytest.fixture
def argos(tmp_path: Path) -> Argos:
    return Argos(unpacked(tmp_path / "packages"))


class Counting:
    """The real engine, with a note of what it was asked."""

    def __init__(self, engine: Argos) -> None:
        self.engine = engine
        self.asked: list[tuple[str, str, int]] = []

    def stamp(self, source: str, target: str) -> Engine | None:
        return self.engine.stamp(source, target)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.asked.append((source, target, len(texts)))
        return self.engine.translate(texts, source, target)


def translated(folder: Path, engine: TranslationEngine) -> list[Translation]:
    """Return what `translate` makes of one text without a memory."""
    memory = load_memory(folder / "memory")
    return [*translate([PEACE], memory, settings=settings_in(folder), engines={"argos": engine}).values()]


def test_the_memory_comes_before_an_engine(tmp_path: Path, argos: Argos) -> None:
    a_po(tmp_path / "memory", DESK.replace("Maduro confirms a call", "Maduro says there was a call"))
    memory = load_memory(tmp_path / "memory")
    found = translate([CALL, PEACE], memory, settings=settings_in(tmp_path), engines={"argos": argos})
    assert {key[0].text: (made.text, made.origin) for key, made in found.items()} == {
        "Maduro confirma una llamada": ("Maduro says there was a call", Origin.DESK),
        "Queremos paz.": ("We want peace.", Origin.MACHINE),
    }


def test_never_means_the_memory_only(tmp_path: Path, argos: Argos) -> None:
    a_po(tmp_path / "memory", DESK)
    settings = settings_in(tmp_path, translate=TranslateMode.NEVER)
    found = translate(
        [CALL, PEACE], load_memory(tmp_path / "memory"), settings=settings, engines={"argos": argos}
    )
    assert [segment.text for segment, _ in found] == ["Maduro confirma una llamada"]
    assert not (tmp_path / "cache").exists()


def test_without_an_engine_the_text_stays_untranslated(tmp_path: Path) -> None:
    memory = load_memory(tmp_path / "memory")
    assert translate([PEACE], memory, settings=settings_in(tmp_path), engines={}) == {}
    assert translate([PEACE], memory, settings=settings_in(tmp_path, engines={"default": ()})) == {}


def test_without_a_package_for_the_pair_the_text_stays_untranslated(tmp_path: Path, argos: Argos) -> None:
    uses = [a_use("Queremos paz.", "ar"), PEACE]
    found = translate(uses, load_memory(tmp_path), settings=settings_in(tmp_path), engines={"argos": argos})
    assert [target for _, target in found] == ["en"]


def test_the_content_folder_is_not_written_to(tmp_path: Path, argos: Argos) -> None:
    a_po(tmp_path / "content" / "translations", DESK)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "content").rglob("*")}
    memory = load_memory(tmp_path / "content" / "translations")
    assert translate([PEACE], memory, settings=settings_in(tmp_path), engines={"argos": argos})
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "content").rglob("*")} == before


def test_what_is_in_the_cache_is_not_translated_again(tmp_path: Path, argos: Argos) -> None:
    engine = Counting(argos)
    for _ in range(2):
        [made] = translated(tmp_path, engine)
        assert made.text == "We want peace."
    assert engine.asked == [("es", "en", 1)]


def test_a_newer_package_translates_again(tmp_path: Path, argos: Argos) -> None:
    assert [made.engine and made.engine.version for made in translated(tmp_path, argos)] == ["0.1"]
    metadata = tmp_path / "packages" / "translate-es_en" / "metadata.json"
    metadata.write_text(metadata.read_text().replace('"0.1"', '"0.2"'))
    newer = Counting(Argos(tmp_path / "packages"))
    assert [made.engine and made.engine.version for made in translated(tmp_path, newer)] == ["0.2"]
    assert newer.asked == [("es", "en", 1)]


@pytest.mark.parametrize(
    "damage", [b"{", b"[1]", b"7", b'{"a": 1, "b": 2, "c": 3}', b"\xff\xfe", b"[" * 99_999]
)
def test_what_is_damaged_in_the_cache_is_made_anew(tmp_path: Path, argos: Argos, damage: bytes) -> None:
    kept = tmp_path / "cache" / "translations" / "es-en.jsonl"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(damage)
    for _ in range(2):
        [made] = translated(tmp_path, engine := Counting(argos))
        assert made.text == "We want peace."
    assert engine.asked == []


def test_output_that_was_changed_in_the_cache_is_not_shown(tmp_path: Path, argos: Argos) -> None:
    translated(tmp_path, argos)
    kept = tmp_path / "cache" / "translations" / "es-en.jsonl"
    kept.write_text(kept.read_text(encoding="utf-8").replace("peace", "war"), encoding="utf-8")
    assert [made.text for made in translated(tmp_path, argos)] == ["We want peace."]


def test_output_that_somebody_else_has_sealed_is_not_shown(
    tmp_path: Path, argos: Argos, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated(tmp_path, argos)
    monkeypatch.setenv(KEY_VARIABLE, "another")
    translated(tmp_path, engine := Counting(argos))
    assert engine.asked == [("es", "en", 1)]


def test_a_cache_that_cannot_be_written_does_not_stop_the_build(tmp_path: Path, argos: Argos) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    found = translate(
        [PEACE], load_memory(tmp_path / "memory"), settings=settings_in(tmp_path), engines={"argos": argos}
    )
    assert [made.text for made in found.values()] == ["We want peace."]


def test_a_broken_package_is_warned_of_and_fills_nothing(
    tmp_path: Path, argos: Argos, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "packages" / "translate-es_en" / "model" / "model.bin").write_bytes(b"not a model")
    with caplog.at_level(logging.WARNING):
        found = translate(
            [PEACE], load_memory(tmp_path), settings=settings_in(tmp_path), engines={"argos": argos}
        )
    assert found == {}
    assert "the Argos package es_en cannot be used" in caplog.text


def test_output_that_the_gate_refuses_is_left_out(tmp_path: Path, argos: Argos) -> None:
    uses = [a_use("Firmaron 9999 acuerdos y 7777 tratados."), PEACE]
    found = translate(uses, load_memory(tmp_path), settings=settings_in(tmp_path), engines={"argos": argos})
    assert [segment.text for segment, _ in found] == ["Queremos paz."]


def test_the_pair_decides_which_engine_is_asked(tmp_path: Path, argos: Argos) -> None:
    settings = settings_in(tmp_path, engines={"es-en": (), "default": ("argos",)})
    uses = [PEACE, a_use("Queremos paz.", "fr")]
    found = translate(uses, load_memory(tmp_path), settings=settings, engines={"argos": argos})
    assert [target for _, target in found] == ["fr"]


def test_all_missing_texts_of_a_pair_go_to_the_engine_in_one_call(tmp_path: Path, argos: Argos) -> None:
    texts = ["Queremos paz.", "Maduro confirma una llamada", "El presidente habló en Caracas."]
    uses = [a_use(text, target) for text in texts for target in ("en", "fr")]
    engine = Counting(argos)
    translate(uses, load_memory(tmp_path), settings=settings_in(tmp_path), engines={"argos": engine})
    assert engine.asked == [("es", "en", 3), ("es", "fr", 3)]


def test_places_and_roles_are_left_to_people(tmp_path: Path, argos: Argos) -> None:
    place = a_use("Queremos paz.", kind=SegmentKind.LABEL)
    found = translate(
        [place], load_memory(tmp_path), settings=settings_in(tmp_path), engines={"argos": argos}
    )
    assert found == {}


def test_machine_output_that_lost_the_name_of_somebody_quoted_is_marked(tmp_path: Path) -> None:
    entry = """
    #. machine: apertium spa-eng 0.8.1 sha256={}
    #, fuzzy
    msgctxt "title"
    msgid "Ana Paola Hall pide calma"
    msgstr "{}"
    """
    for month, text, notices in (
        ("2025-11", "Ana Paola Room asks for calm", (Notice.DOUBTFUL,)),
        ("2025-12", "Ana Paola Hall asks for calm", ()),
    ):
        folder = tmp_path / month
        a_po(folder, entry.format(hashlib.sha256(text.encode()).hexdigest(), text))
        [made] = translate(
            [a_use("Ana Paola Hall pide calma")],
            load_memory(folder),
            settings=settings_in(tmp_path, translate=TranslateMode.NEVER),
            kept=Protected((Name(("Ana Paola Hall", "آنا باولا هول")),)),
        ).values()
        assert made.notices == notices


def test_only_engines_of_the_settings_are_made(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, engines={"es-en": ("apertium",), "default": ()})
    assert list(engines(settings)) == ["apertium"]


def test_marks_around_a_text_are_kept_off_the_engine_and_put_on_again(tmp_path: Path, argos: Argos) -> None:
    found = translate(
        [a_use("«Queremos paz.»")],
        load_memory(tmp_path),
        settings=settings_in(tmp_path),
        engines={"argos": argos},
    )
    assert [made.text for made in found.values()] == ["“We want peace.”"]


def test_what_the_gate_refuses_is_told(tmp_path: Path, argos: Argos) -> None:
    told: list[tuple[str, str]] = []
    translate(
        [a_use("Firmaron 9999 acuerdos y 7777 tratados."), PEACE],
        load_memory(tmp_path),
        settings=settings_in(tmp_path),
        engines={"argos": argos},
        refuse=lambda segment, language: told.append((segment.text, language)),
    )
    assert told == [("Firmaron 9999 acuerdos y 7777 tratados.", "en")]


@pytest.mark.parametrize("mode", TranslateMode)
def test_what_was_refused_when_the_memory_was_filled_is_told_until_there_is_a_text(
    tmp_path: Path, mode: TranslateMode
) -> None:
    remark = "#. refused: apertium spa-eng 0.8.1: no text\n"
    rows = ((remark, "Uno", ""), (remark, "Dos", "Two"), ("", "Tres", ""))
    written = (f'{said}msgctxt "title"\nmsgid "{text}"\nmsgstr "{made}"\n' for said, text, made in rows)
    a_po(tmp_path / "translations", *written)
    told: list[tuple[str, str]] = []
    translate(
        [a_use("Uno"), a_use("Dos"), a_use("Tres"), a_use("Uno", "fr")],
        load_memory(tmp_path / "translations"),
        settings=settings_in(tmp_path, translate=mode),
        engines={},
        refuse=lambda segment, language: told.append((segment.text, language)),
    )
    assert told == [("Uno", "en")]
