"""What `digest translate` writes into the memory, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
from argos_packages import unpacked
from memories import DESK, HEADER, a_po, a_segment, a_use, settings_in
from system import needs

from digest.atomic import write_atomically
from digest.cache import give_back
from digest.errors import MemoryFileError
from digest.languages.numbers.compare import compared
from digest.model import Origin, SegmentKind, SegmentUse
from digest.translate import Report, fill_memory, load_memory
from digest.translate.engines.argos import Argos

FOREIGN = """\
# Translations of a digest.
# María Pérez, 2025.
#
msgid ""
msgstr ""
"Project-Id-Version: digest\\n"
"X-Generator: Weblate 5.9\\n"
"PO-Revision-Date: 2025-12-05 10:00+0000\\n"
"Last-Translator: María Pérez <maria@example.org>\\n"
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: es\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

# A remark of the translator.
#. desk
#. A remark for translators.
#: articles/old.md#title
#, fuzzy, no-wrap
#| msgctxt "title"
#| msgid "Maduro confirma la llamada"
msgctxt "title"
msgid ""
"Maduro confirma "
"una llamada"
msgstr ""
"Maduro confirms "
"a call"

#~| msgid "Nada"
#~ msgctxt "title"
#~ msgid "Nada más"
#~ msgstr "Nothing more"
"""


def fill(folder: Path, *uses: SegmentUse, engine: bool = True) -> Report:
    translations = folder / "content" / "translations"
    engines = {"argos": Argos(unpacked(folder / "packages"))} if engine else {}
    return fill_memory(uses, load_memory(translations), settings=settings_in(folder), engines=engines)


def po(folder: Path, pair: str = "es-en", month: str = "2025-12") -> Path:
    return folder / "content" / "translations" / pair / f"{month}.po"


def test_a_missing_text_is_written_as_machine_output_to_review(tmp_path: Path) -> None:
    report = fill(tmp_path, a_use("Maduro confirma una llamada."))
    assert report.filled == {("es", "en"): 1}
    assert report.files == ("translations/es-en/2025-12.po",)
    assert po(tmp_path).read_text(encoding="utf-8") == HEADER + (
        "\n#. machine: argos es_en 0.1 "
        "sha256=e89b1ca2be05aae72a0095bc0a6a030db79a07d1945f57cb40e07029f7e48ce3\n"
        "#: articles/llamada.md#title\n"
        "#, fuzzy\n"
        'msgctxt "title"\n'
        'msgid "Maduro confirma una llamada."\n'
        'msgstr "Maduro confirms a call."\n'
    )


def test_what_was_written_is_found_again(tmp_path: Path) -> None:
    fill(tmp_path, a_use("Queremos paz.", "fr"))
    there = load_memory(po(tmp_path).parent.parent).find(a_segment("Queremos paz."), "fr")
    assert there is not None
    assert (there.text, there.origin, there.reviewed) == ("Nous voulons la paix.", Origin.MACHINE, False)
    assert there.engine is not None
    assert there.engine.pivot == "en"


def test_a_second_run_changes_no_file(tmp_path: Path) -> None:
    uses = (a_use("Queremos paz."), a_use("Queremos paz.", "fr"), a_use("Xyz abc def ghi.", "ar"))
    fill(tmp_path, *uses)
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in tmp_path.rglob("*.po")}
    report = fill(tmp_path, *uses)
    assert (report.files, report.present) == ((), 2)
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in tmp_path.rglob("*.po")} == before


def test_what_no_engine_translates_gets_an_empty_entry_for_a_person(tmp_path: Path) -> None:
    report = fill(tmp_path, a_use("Queremos paz.", "ar"))
    assert report.missing == ((a_segment("Queremos paz."), "ar"),)
    entry = polib.pofile(str(po(tmp_path, "es-ar")))[0]
    assert (entry.msgid, entry.msgstr, entry.flags, entry.comment) == ("Queremos paz.", "", [], "")


def test_an_empty_entry_is_filled_where_it_stands(tmp_path: Path) -> None:
    fill(tmp_path, a_use("Queremos paz.", month="2025-11"), engine=False)
    report = fill(tmp_path, a_use("Queremos paz."))
    assert report.files == ("translations/es-en/2025-11.po",)
    assert not po(tmp_path).exists()


def test_a_text_that_is_there_is_never_changed(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "translations"
    person = '\nmsgctxt "title"\nmsgid "Queremos paz."\nmsgstr "Peace is what we want."\n'
    a_po(folder, DESK, person)
    uses = (a_use("Maduro confirma una llamada"), a_use("Queremos paz."), a_use("Queremos diálogo."))
    fill(tmp_path, *uses)
    texts = {entry.msgid: entry.msgstr for entry in polib.pofile(str(po(tmp_path)))}
    assert texts == {
        "Maduro confirma una llamada": "Maduro confirms a call",
        "Queremos paz.": "Peace is what we want.",
        "Queremos diálogo.": "We want dialogue.",
    }


def test_the_places_of_a_text_are_brought_up_to_date(tmp_path: Path) -> None:
    a_po(tmp_path / "content" / "translations", DESK)
    use = "Maduro confirma una llamada"
    fill(tmp_path, a_use(use, place="articles/b.md#title"), a_use(use, place="articles/a.md#title"))
    assert "#: articles/b.md#title articles/a.md#title\n" in po(tmp_path).read_text(encoding="utf-8")
    assert "sdp-noticias" not in po(tmp_path).read_text(encoding="utf-8")


def test_an_entry_that_nothing_uses_any_more_stays(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content" / "translations", DESK)
    fill(tmp_path, a_use("Queremos paz."))
    assert path.read_text(encoding="utf-8").startswith(HEADER + DESK)


def test_the_month_is_that_of_the_first_article(tmp_path: Path) -> None:
    uses = [a_use("Queremos paz.", month=month) for month in ("undated", "2025-12", "2025-11")]
    assert fill(tmp_path, *uses).files == ("translations/es-en/2025-11.po",)


def test_what_other_tools_wrote_stays_as_it_is_byte_for_byte(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content" / "translations", header=FOREIGN)
    fill(tmp_path, a_use("Queremos paz."))
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FOREIGN)
    assert text.removeprefix(FOREIGN).startswith("\n#. machine: argos")


def test_of_an_entry_with_new_places_all_else_stays(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content" / "translations", header=FOREIGN)
    before = polib.pofile(str(path))
    fill(tmp_path, a_use("Maduro confirma una llamada", place="articles/new.md#title"))
    after = polib.pofile(str(path))
    assert (after.header, after.metadata) == (before.header, before.metadata)
    assert after[0].occurrences == [("articles/new.md#title", "")]
    for field in ("tcomment", "comment", "flags", "previous_msgctxt", "previous_msgid", "msgid", "msgstr"):
        assert getattr(after[0], field) == getattr(before[0], field)
    assert FOREIGN.partition("#~|")[2] in path.read_text(encoding="utf-8")


@needs("msgfmt")
def test_gettext_accepts_every_file(tmp_path: Path) -> None:
    odd = 'Dijo: "sí"\ty \\n no\notra línea'
    uses = [a_use(text, target) for text in ("Queremos paz.", odd, "是") for target in ("en", "ar", "zh")]
    fill(tmp_path, *uses)
    files = sorted(tmp_path.rglob("*.po"))
    assert len(files) == 3
    for file in files:
        subprocess.run(["msgfmt", "--check", "--output-file", os.devnull, file], check=True)
        assert odd in {entry.msgid for entry in polib.pofile(str(file))}


def test_a_refused_text_is_not_written_and_the_reason_is_told(tmp_path: Path) -> None:
    report = fill(tmp_path, a_use("Firmaron 9999 acuerdos y 7777 tratados."))
    assert [refused.segment.text for refused in report.refused] == ["Firmaron 9999 acuerdos y 7777 tratados."]
    assert report.refused[0].reason
    assert polib.pofile(str(po(tmp_path)))[0].msgstr == ""


def test_progress_ends_with_all_that_an_engine_could_be_asked_for(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    fill_memory(
        [
            a_use("Queremos paz."),
            a_use("Queremos paz.", "fr"),
            a_use("Queremos paz.", "ar"),
            a_use("Petare", kind=SegmentKind.LABEL),
        ],
        load_memory(tmp_path / "content" / "translations"),
        settings=settings_in(tmp_path),
        engines={"argos": Argos(unpacked(tmp_path / "packages"))},
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


class Remembering(Argos):
    """Notes how many texts the gate remembers when the engine is asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.remembered: list[int] = []

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.remembered.append(compared.cache_info().currsize)
        return super().translate(texts, source, target)


@pytest.mark.parametrize(("chunks", "remembered"), [(1, [0, 0]), (25, [0, 1])])
def test_texts_of_a_long_backlog_are_forgotten_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunks: int, remembered: list[int]
) -> None:
    monkeypatch.setattr("digest.translate.write._CHUNKS_REMEMBERED", chunks)
    monkeypatch.setattr("digest.translate.backlog.CHUNK", 10)
    give_back("digest.languages")
    engine = Remembering(unpacked(tmp_path / "packages"))
    fill_memory(
        [a_use("Queremos paz."), a_use("Fue un día largo.")],
        load_memory(tmp_path / "content" / "translations"),
        settings=settings_in(tmp_path),
        engines={"argos": engine},
    )
    assert engine.remembered == remembered


def test_a_pair_with_a_bad_entry_is_left_alone_and_others_are_filled(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "translations"
    bad = a_po(folder, DESK, '\nmsgctxt "title"\nmsgid "Queremos paz."\nmsgstr "We want\n')
    before = bad.read_bytes()
    report = fill(tmp_path, a_use("Queremos paz."), a_use("Queremos paz.", target="fr"))
    assert report.unsound == ("es-en",)
    assert bad.read_bytes() == before
    assert [path.parent.name for path in folder.rglob("*.po")].count("es-en") == 1
    assert report.filled == {("es", "fr"): 1}
    assert [target for _, target in report.missing] == ["en"]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "content" / "translations").mkdir(parents=True)
    (tmp_path / "content" / "translations" / "es-en").write_text("a file where a folder should be")
    with pytest.raises(MemoryFileError, match=r"translations/es-en/2025-12\.po:1: cannot be written"):
        fill(tmp_path, a_use("Queremos paz."))


def test_whoever_is_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "2025-12.po"
    path.write_text("old")
    code = (
        "import os, sys, pathlib, digest.atomic as atomic\n"
        "os.fsync = lambda _: os.kill(os.getpid(), 9)\n"
        "atomic.write_atomically(pathlib.Path(sys.argv[1]), b'new and longer')\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], check=False)
    assert done.returncode == -9
    assert path.read_text() == "old"


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "2025-12.po").mkdir()
    with pytest.raises(OSError, match="2025-12"):
        write_atomically(tmp_path / "2025-12.po", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["2025-12.po"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "2025-12.po"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640
