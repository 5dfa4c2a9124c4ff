"""Reading the memory: what each form of an entry means, and what is refused."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from memories import DESK, HEADER, a_po, a_segment
from system import needs

from digest.errors import MemoryFileError
from digest.model import Engine, Notice, Origin, SegmentKind, Translation
from digest.translate import load_memory

MODEL = "apertium eng-spa 0.8.1"


def found(folder: Path, entry: str, text: str = "Sí") -> Translation | None:
    a_po(folder, entry)
    return load_memory(folder).find(a_segment(text, SegmentKind.QUOTE), "en")


def entry(text: str, *comments: str) -> str:
    return "\n".join(("", *comments, 'msgctxt "quote"', 'msgid "Sí"', f'msgstr "{text}"', ""))


def machine(text: str) -> str:
    return f"#. machine: {MODEL} sha256={hashlib.sha256(text.encode()).hexdigest()}"


def problems(folder: Path) -> list[str]:
    with pytest.raises(MemoryFileError) as caught:
        load_memory(folder)
    return [str(problem) for problem in caught.value.problems]


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
        ("es-ar", "Sí", "نعم، قال «نعم» \u200f— 2025"),
        ("es-zh", "Sí", "是的，他说“是”。"),
        ("es-ru", "Sí", "Да — «да»"),
        ("es-en", 'Una línea\ny otra\tcon \\ y "comillas"', 'One line\nand another\twith \\ and "quotes"'),
        ("es-en", "Separador\u2028de líneas\u0085raro", "A separator\u2028of lines\u0085that is odd"),
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


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ('msgctxt "title"\nmsgid "Sí"\nmsgstr "Yes\n', ":10: the text has no end"),
        ('msgctxt "title"\nmsgid "Sí"\nmsgstr "He said "yes""\n', ":10: the text has no end"),
        ('msgctxt "title"\nmsgid "Sí"\n', ":9: an entry without msgstr; the file seems cut off"),
        ("#. desk\n#: articles/a.md#title\n", ":8: comments without an entry; the file seems cut off"),
        (
            'msgctxt "title"\nmsgid "Sí"\n\nmsgctxt "title"\nmsgid "No"\nmsgstr "No"\n',
            ":9: msgctxt comes again",
        ),
        ('<<<<<<< HEAD\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n', ":8: an unresolved merge conflict"),
        (
            'msgctxt "titel"\nmsgid "Sí"\nmsgstr "Yes"\n',
            ":9: msgctxt “titel” is unknown; write one of title, exc",
        ),
        ('msgid "Sí"\nmsgstr "Yes"\n', ":8: no msgctxt; write one of title, excerpt, quote, label"),
        (
            '#. machine: apertium\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n',
            ":10: “#. machine: apertium” is inc",
        ),
        ('#. desk\n#. person: A\nmsgctxt "title"\nmsgid "S"\nmsgstr "Y"\n', ":11: has more than one origin"),
        ('# A remark.\n"Sí"\n', ":9: a text without msgctxt, msgid or msgstr before it"),
        ("hello\n", ":8: not a line of a PO file"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, broken: str, message: str) -> None:
    a_po(tmp_path / "translations", broken)
    said = problems(tmp_path / "translations")
    assert said[0].startswith(f"translations/es-en/2025-12.po{message}")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = a_po(tmp_path / "translations", DESK)
    path.write_bytes(path.read_bytes() + 'msgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n'.encode("latin-1"))
    assert problems(tmp_path / "translations") == [
        "translations/es-en/2025-12.po:16: not UTF-8; save the file as UTF-8"
    ]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    a_po(tmp_path, 'msgid "Sí"\nmsgstr "Yes"\n', 'msgctxt "title"\nmsgid "No\n')
    a_po(tmp_path, "hello\n", pair="en-es", header="")
    a_po(tmp_path, 'msgid "Sí"\nmsgstr "Yes"\n', month="2025-11")
    assert [problem.partition(":")[0].rpartition("/")[0][-5:] for problem in problems(tmp_path)] == [
        "en-es",
        "es-en",
        "es-en",
        "es-en",
    ]


def test_a_cut_at_any_place_is_noticed_or_leaves_whole_entries(tmp_path: Path) -> None:
    whole = HEADER + DESK + entry("Yes", "#. desk", "#, fuzzy")
    path = a_po(tmp_path, header="")
    for length in range(len(HEADER), len(whole)):
        path.write_text(whole[:length], encoding="utf-8")
        try:
            memory = load_memory(tmp_path)
        except MemoryFileError:
            continue
        for segment in (a_segment("Maduro confirma una llamada"), a_segment("Sí", SegmentKind.QUOTE)):
            there = memory.find(segment, "en")
            assert there is None or there.text in {"Maduro confirms a call", "Yes"}


def test_two_translations_of_one_text_name_both_places(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", entry("Yes"), month="2025-11")
    a_po(tmp_path / "translations", DESK, entry("Indeed"), month="2025-12")
    assert problems(tmp_path / "translations") == [
        (
            "translations/es-en/2025-12.po:17: translations/es-en/2025-11.po:10 has another translation "
            "of the same text; keep one of the two"
        )
    ]


def test_one_translation_may_stand_in_two_files(tmp_path: Path) -> None:
    a_po(tmp_path, entry("Yes"), month="2025-11")
    a_po(tmp_path, entry("Yes"), month="2025-12")
    assert load_memory(tmp_path).find(a_segment("Sí", SegmentKind.QUOTE), "en") is not None


def test_an_empty_entry_yields_to_one_with_a_text(tmp_path: Path) -> None:
    a_po(tmp_path, entry(""), month="2025-11")
    a_po(tmp_path, entry("Yes"), month="2025-12")
    assert load_memory(tmp_path).find(a_segment("Sí", SegmentKind.QUOTE), "en") is not None


def test_a_text_that_stands_twice_in_a_file_is_refused_as_gettext_does(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", entry("Yes"), entry("Yes"))
    assert problems(tmp_path / "translations") == [
        (
            "translations/es-en/2025-12.po:14: the same text stands at translations/es-en/2025-12.po:10; "
            "keep one of the two"
        )
    ]


def test_a_file_in_the_wrong_folder_is_refused(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", DESK, pair="es-fr")
    assert problems(tmp_path / "translations") == [
        (
            "translations/es-fr/2025-12.po:1: Language is “en” in the folder es-fr; the folder's name is "
            "source-target, as es-en"
        )
    ]


@pytest.mark.parametrize("language", ["en", "en_GB", "en-US"])
def test_tools_may_write_the_language_in_their_way(tmp_path: Path, language: str) -> None:
    a_po(tmp_path, DESK, header=HEADER.replace("Language: en", f"Language: {language}"))
    assert load_memory(tmp_path).find(a_segment("Maduro confirma una llamada"), "en") is not None


def test_loading_the_memory_needs_no_engine() -> None:
    code = (
        "import sys, digest.translate as t; t.load_memory(__import__('pathlib').Path('none'));"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " {'argostranslate', 'ctranslate2', 'sentencepiece', 'sentencex', 'sacremoses'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
