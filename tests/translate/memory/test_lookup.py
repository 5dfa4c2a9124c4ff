"""Reading the memory: what each form of an entry means, and what is refused."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from memories import DESK, a_po, a_segment, entry
from system import needs

from digest.model import Engine, Notice, Origin, SegmentKind, Translation
from digest.translate import load_memory

MODEL = "apertium eng-spa 0.8.1"


def found(folder: Path, written: str, text: str = "Sí") -> Translation | None:
    a_po(folder, written)
    return load_memory(folder).find(a_segment(text, SegmentKind.QUOTE), "en")


def machine(text: str) -> str:
    return f"#. machine: {MODEL} sha256={hashlib.sha256(text.encode()).hexdigest()}"


def test_a_folder_that_is_not_there_is_an_empty_memory(tmp_path: Path) -> None:
    assert load_memory(tmp_path / "translations").find(a_segment("Sí"), "en") is None


def test_a_text_is_found_by_its_kind_its_languages_and_its_words(tmp_path: Path) -> None:
    a_po(tmp_path, DESK)
    memory = load_memory(tmp_path)
    title = a_segment("Maduro confirma una llamada")
    there = memory.find(title, "en")
    assert there is not None
    assert there.text == "Maduro confirms a call"
    assert memory.find(title, "fr") is None
    assert memory.find(a_segment(title.text, SegmentKind.QUOTE), "en") is None
    assert memory.find(a_segment(title.text, language="pt"), "en") is None
    assert memory.find(a_segment("Maduro confirma"), "en") is None


def test_every_month_of_a_pair_is_searched(tmp_path: Path) -> None:
    a_po(tmp_path, DESK, month="2025-12")
    a_po(tmp_path, entry("Yes"), month="undated")
    assert load_memory(tmp_path).find(a_segment("Sí", SegmentKind.QUOTE), "en") is not None
    assert load_memory(tmp_path).find(a_segment("Maduro confirma una llamada"), "en") is not None


def test_a_text_of_the_desk_is_not_reviewed_while_it_is_fuzzy(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. desk", "#, fuzzy"))
    assert there is not None
    assert (there.origin, there.reviewed, there.notices) == (Origin.DESK, False, ())


def test_a_reviewer_is_named(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. desk", "#. reviewed: María Pérez"))
    assert there is not None
    assert (there.origin, there.reviewed, there.reviewed_by) == (Origin.DESK, True, "María Pérez")


def test_who_reviewed_an_older_text_does_not_count_for_a_fuzzy_one(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. desk", "#. reviewed: María Pérez", "#, fuzzy"))
    assert there is not None
    assert (there.reviewed, there.reviewed_by) == (False, None)


def test_a_text_without_an_origin_is_a_persons(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. Somebody's remark"))
    assert there is not None
    assert (there.origin, there.by, there.reviewed) == (Origin.PERSON, None, True)


def test_a_person_may_be_named(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. person: María Pérez"))
    assert there is not None
    assert (there.origin, there.by) == (Origin.PERSON, "María Pérez")


def test_an_outlets_wording_has_its_name_and_address(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. outlet: Al Jazeera https://www.aljazeera.com/"))
    assert there is not None
    assert (there.origin, there.by, there.url) == (
        Origin.OUTLET,
        "Al Jazeera",
        "https://www.aljazeera.com/",
    )


def test_an_outlets_wording_may_lack_an_address(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. outlet: SDP Noticias"))
    assert there is not None
    assert (there.by, there.url) == ("SDP Noticias", None)


def test_machine_output_has_its_engine(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", machine("Yes"), "#, fuzzy"))
    assert there is not None
    assert (there.origin, there.reviewed) == (Origin.MACHINE, False)
    assert there.engine == Engine(name="apertium", model="eng-spa", version="0.8.1")


def test_machine_output_tells_its_pivot(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", f"{machine('Yes')} pivot=en", "#, fuzzy"))
    assert there is not None
    assert there.engine is not None
    assert there.engine.pivot == "en"


def test_machine_output_without_the_flag_was_reviewed(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", machine("Yes"), "#. reviewed: María Pérez"))
    assert there is not None
    assert (there.origin, there.reviewed, there.reviewed_by) == (Origin.MACHINE, True, "María Pérez")


def test_machine_output_that_somebody_changed_is_a_persons(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Indeed", machine("Yes")))
    assert there is not None
    assert (there.origin, there.engine) == (Origin.PERSON, None)


def test_a_text_whose_source_changed_is_stale(tmp_path: Path) -> None:
    there = found(tmp_path, entry("Yes", "#. desk", "#, fuzzy", '#| msgid "Si"'))
    assert there is not None
    assert there.notices == (Notice.STALE,)


def test_an_empty_text_is_missing(tmp_path: Path) -> None:
    assert found(tmp_path, entry("")) is None


def test_an_obsolete_entry_is_not_used(tmp_path: Path) -> None:
    assert found(tmp_path, '\n#~ msgctxt "quote"\n#~ msgid "Sí"\n#~ msgstr "Yes"\n') is None


@pytest.mark.parametrize(
    ("pair", "source", "text"),
    [
        ("es-ar", "Sí", "نعم، \u200fقال «نعم» — 2025"),
        ("es-zh", "Sí", "是的，他说“是”。"),
        ("es-ru", "Sí", "Да — «да»"),
        ("es-en", 'Una línea\ny otra\tcon \\ y "comillas"', 'One line\nand another\twith \\ and "quotes"'),
        ("es-en", "Separador\u2028de líneas\u0085raro", "A separator \u2066of lines\u2069 that is odd"),
    ],
)
def test_texts_of_any_script_are_read_as_polib_writes_them(
    tmp_path: Path, pair: str, source: str, text: str
) -> None:
    target = pair.removeprefix("es-")
    po = polib.POFile(wrapwidth=30)
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": target}
    po.append(polib.POEntry(msgctxt="quote", msgid=source, msgstr=text))
    (tmp_path / pair).mkdir()
    po.save(str(tmp_path / pair / "2025-12.po"))
    there = load_memory(tmp_path).find(a_segment(source, SegmentKind.QUOTE), target)
    assert there is not None
    assert there.text == text


@needs("msgcat")
def test_a_file_that_gettext_wrapped_says_the_same(tmp_path: Path) -> None:
    text = "Peace, dialogue and diplomacy, and once more peace, and all of it on a line that is far too long."
    path = a_po(tmp_path, entry(text, "#. desk", "#, fuzzy"))
    subprocess.run(["msgcat", "--width=40", "--output-file", path, path], check=True)
    assert '\n"diplomacy' in path.read_text() or path.read_text().count('\n"') > 6
    there = load_memory(tmp_path).find(a_segment("Sí", SegmentKind.QUOTE), "en")
    assert there is not None
    assert (there.text, there.origin) == (text, Origin.DESK)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = a_po(tmp_path, DESK)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_memory(tmp_path).find(a_segment("Maduro confirma una llamada"), "en") is not None


def test_entries_need_no_blank_line_between_them(tmp_path: Path) -> None:
    a_po(tmp_path, entry("Yes").rstrip("\n") + "\n" + DESK.lstrip("\n"))
    memory = load_memory(tmp_path)
    assert memory.find(a_segment("Sí", SegmentKind.QUOTE), "en") is not None
    assert memory.find(a_segment("Maduro confirma una llamada"), "en") is not None


def test_loading_the_memory_needs_no_engine() -> None:
    code = (
        "import sys, digest.translate as t; t.load_memory(__import__('pathlib').Path('none'));"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " {'argostranslate', 'ctranslate2', 'sentencepiece', 'sentencex', 'sacremoses'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
