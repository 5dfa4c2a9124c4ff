"""What the memory has and lacks, as editors are told."""

from __future__ import annotations

import hashlib
from pathlib import Path

from argos_packages import unpacked
from memories import a_po, a_segment, a_use, settings_in

from digest.model import Coverage, Standing, coverage
from digest.translate import fill_memory, load_memory, status
from digest.translate.engines.argos import Argos


def machine(text: str) -> str:
    return f"#. machine: apertium spa-eng 0.8.1 sha256={hashlib.sha256(text.encode()).hexdigest()}"


def an_entry(source: str, text: str, *comments: str) -> str:
    return "\n".join(("", *comments, 'msgctxt "title"', f'msgid "{source}"', f'msgstr "{text}"', ""))


ENTRIES = (
    an_entry("Uno", "One", "#. desk", "#, fuzzy"),
    an_entry("Dos", "Two", machine("Two"), "#, fuzzy"),
    an_entry("Tres", "Three", machine("Three"), "#. reviewed: María Pérez"),
    an_entry("Cuatro", "Four", "#. desk", "#, fuzzy", '#| msgid "Quatre"'),
    an_entry("No habló", "He spoke", machine("He spoke"), "#, fuzzy"),
    an_entry("Seis", "", "#. refused: apertium spa-eng 0.8.1: no text"),
    an_entry("Siete", ""),
    an_entry("Ocho", "Eight", "#. refused: apertium spa-eng 0.8.1: no text"),
)
SOURCES = ("Uno", "Dos", "Tres", "Cuatro", "No habló", "Seis", "Siete", "Ocho", "Nueve")


def standings(folder: Path) -> tuple[Standing, ...]:
    a_po(folder / "translations", *ENTRIES)
    uses = [
        *(a_use(source) for source in SOURCES),
        a_use("Uno"),
        a_use("Uno", "ar"),
        a_use("Да", language="ru"),
    ]
    return status(uses, load_memory(folder / "translations"), settings=settings_in(folder))


def test_each_text_is_counted_once_a_language_and_kinds_overlap(tmp_path: Path) -> None:
    found = standings(tmp_path)
    assert coverage(found, target="en") == Coverage(
        target="en",
        source=None,
        segments=10,
        translated=6,
        machine=3,
        reviewed=2,
        stale=1,
        doubtful=1,
        refused=1,
        missing=4,
        unread=2,
    )
    assert coverage(found, target="en", source="es").missing == 3
    assert coverage(found, target="ar", source="es").segments == 1
    assert coverage(found, target="fr").segments == 0


def test_a_text_is_told_with_its_line_and_why_it_was_refused_or_is_doubtful(tmp_path: Path) -> None:
    by_text = {standing.use.segment.text: standing for standing in standings(tmp_path)}
    assert by_text["Seis"].refused == "apertium spa-eng 0.8.1: no text"
    assert by_text["Seis"].where == "translations/es-en/2025-12.po:42"
    assert by_text["Ocho"].refused is None
    assert by_text["No habló"].doubt == "a denial lost"
    assert by_text["Dos"].doubt is None
    assert by_text["Nueve"].where is None


def test_languages_come_in_the_order_of_the_editions(tmp_path: Path) -> None:
    assert [*dict.fromkeys(standing.use.target for standing in standings(tmp_path))] == ["en", "ar"]


def test_what_the_gate_refused_is_remembered_until_somebody_translates_it(tmp_path: Path) -> None:
    text = "Firmaron 9999 acuerdos y 7777 tratados."
    folder = tmp_path / "content" / "translations"
    settings = settings_in(tmp_path)
    engines = {"argos": Argos(unpacked(tmp_path / "packages"))}
    fill_memory([a_use(text)], load_memory(folder), settings=settings, engines=engines)
    [standing] = status([a_use(text)], load_memory(folder), settings=settings)
    assert standing.refused is not None
    assert standing.refused.startswith("argos es_en 0.1: ")
    [path] = folder.rglob("*.po")
    before = path.read_bytes()
    assert fill_memory([a_use(text)], load_memory(folder), settings=settings, engines=engines).files == ()
    head, _, rest = before.rpartition(b'msgstr ""')
    path.write_bytes(head + b'msgstr "They signed."' + rest)
    [standing] = status([a_use(text)], load_memory(folder), settings=settings)
    assert (standing.refused, standing.translation and standing.translation.text) == (None, "They signed.")


def test_engines_are_not_asked(tmp_path: Path) -> None:
    [standing] = status([a_use("Queremos paz.")], load_memory(tmp_path), settings=settings_in(tmp_path))
    assert standing.translation is None
    assert standing.use.segment == a_segment("Queremos paz.")
