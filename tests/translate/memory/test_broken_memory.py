"""Files of the memory that cannot be read, and what is said of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from memories import DESK, HEADER, a_po, a_segment, entry

from digest.errors import MemoryFileError
from digest.model import SegmentKind
from digest.translate import load_memory


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in load_memory(folder).problems]


def yes_of(folder: Path) -> str | None:
    there = load_memory(folder).find(a_segment("Sí", SegmentKind.QUOTE), "en")
    return there.text if there else None


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
        ('#| msgid_plural "Ses"\nmsgctxt "title"\nmsgid "S"\nmsgstr "Y"\n', ":8: plural forms are not"),
        ("hello\n", ":8: not a line of a PO file"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, broken: str, message: str) -> None:
    a_po(tmp_path / "translations", broken)
    said = problems(tmp_path / "translations")
    assert said[0].startswith(f"translations/es-en/2025-12.po{message}")


@pytest.mark.parametrize(
    "broken",
    [
        'msgctxt "title"\nmsgid "No"\nmsgstr "No\n',
        'msgctxt "titel"\nmsgid "No"\nmsgstr "No"\n',
        'msgid "No"\nmsgstr "No"\n',
        '#. desk\n#. person: A\nmsgctxt "title"\nmsgid "No"\nmsgstr "No"\n',
        '#. machine: a b c sha256=12\nmsgctxt "title"\nmsgid "No"\nmsgstr "No"\n',
        '<<<<<<< HEAD\nmsgctxt "title"\nmsgid "No"\nmsgstr "No"\n=======\n',
        'msgctxt "title"\nmsgid "No"\nmsgstr[0] "No"\n',
        f'msgctxt "title"\nmsgid "No"\nmsgstr "{"x" * 1041}"\n',
        "hello\n",
    ],
    ids=range(9),
)
def test_a_bad_entry_is_left_out_and_those_around_it_are_not(tmp_path: Path, broken: str) -> None:
    a_po(tmp_path, DESK, f"\n{broken}", entry("Yes"))
    memory = load_memory(tmp_path)
    assert len(memory.problems) == 1
    assert yes_of(tmp_path) == "Yes"
    assert memory.find(a_segment("Maduro confirma una llamada"), "en") is not None
    assert memory.find(a_segment("No"), "en") is None


def test_bytes_that_are_no_text_cost_their_entry_alone(tmp_path: Path) -> None:
    path = a_po(
        tmp_path,
        DESK,
        entry("N\N{LATIN SMALL LETTER O WITH ACUTE}"),
        '\nmsgctxt "title"\nmsgid "a"\nmsgstr "b"\n',
    )
    path.write_bytes(path.read_bytes().replace("Nó".encode(), "Nó".encode("latin-1")))
    memory = load_memory(tmp_path)
    assert [str(problem).partition(": ")[2] for problem in memory.problems] == [
        "not UTF-8; save the file as UTF-8"
    ]
    assert yes_of(tmp_path) is None
    assert memory.find(a_segment("a"), "en") is not None


def test_a_file_in_another_encoding_of_two_bytes_is_named(tmp_path: Path) -> None:
    path = a_po(tmp_path / "translations", DESK)
    path.write_bytes(path.read_text().encode("utf-16"))
    assert problems(tmp_path / "translations") == [
        "translations/es-en/2025-12.po:1: the file is saved as UTF-16; save it as UTF-8"
    ]


def test_nothing_of_a_file_whose_header_says_another_language_is_shown(tmp_path: Path) -> None:
    a_po(tmp_path, entry("Yes"), header=HEADER.replace("Language: en", "Language: fr"))
    assert yes_of(tmp_path) is None


def test_a_named_pipe_and_a_folder_in_the_place_of_a_file_are_named_and_not_waited_for(
    tmp_path: Path,
) -> None:
    folder = a_po(tmp_path / "translations", entry("Yes")).parent
    os.mkfifo(folder / "2026-01.po")
    (folder / "2026-02.po").mkdir()
    names = [problem.partition(":")[0] for problem in problems(tmp_path / "translations")]
    assert names == ["translations/es-en/2026-01.po", "translations/es-en/2026-02.po"]
    assert yes_of(tmp_path / "translations") == "Yes"


def test_a_file_that_becomes_a_pipe_while_it_is_in_use_is_named(tmp_path: Path) -> None:
    path = a_po(tmp_path / "translations", entry("Yes"))
    memory = load_memory(tmp_path / "translations")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(MemoryFileError, match=r"2025-12\.po:10: cannot be read: not a file"):
        memory.find(a_segment("Sí", SegmentKind.QUOTE), "en")


def test_a_folder_that_nobody_may_list_is_named(tmp_path: Path) -> None:
    folder = a_po(tmp_path / "translations", entry("Yes")).parent
    folder.chmod(0)
    try:
        if os.access(folder, os.R_OK):
            pytest.skip("this user may list every folder")
        assert problems(tmp_path / "translations") == [
            "translations/es-en:1: cannot be read: Permission denied"
        ]
    finally:
        folder.chmod(0o755)


def test_a_message_shows_no_order_to_a_terminal(tmp_path: Path) -> None:
    a_po(tmp_path, '\nmsgctxt "ti\x1b[31mtle\u202e"\nmsgid "Sí"\nmsgstr "Yes"\n')
    [said] = problems(tmp_path)
    assert "msgctxt “title” is unknown" in said
    assert not {"\x1b", "\u202e"} & set(said)


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
        memory = load_memory(tmp_path)
        for segment in (a_segment("Maduro confirma una llamada"), a_segment("Sí", SegmentKind.QUOTE)):
            there = memory.find(segment, "en")
            assert there is None or there.text in {"Maduro confirms a call", "Yes"}


def test_of_two_translations_of_one_text_the_first_stands(tmp_path: Path) -> None:
    a_po(tmp_path, entry("Yes"), month="2025-11")
    a_po(tmp_path, entry("Indeed"), month="2025-12")
    assert yes_of(tmp_path) == "Yes"


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


@pytest.mark.parametrize("place", ["2025-12.po", "es-en/old/2025-12.po"])
def test_a_file_in_no_folder_of_a_pair_is_named(tmp_path: Path, place: str) -> None:
    written = a_po(tmp_path / "translations", DESK)
    (tmp_path / "translations" / place).parent.mkdir(exist_ok=True)
    written.rename(tmp_path / "translations" / place)
    assert problems(tmp_path / "translations") == [
        (
            f"translations/{place}:1: stands in no folder of a pair; move it to "
            "translations/SOURCE-TARGET/2025-12.po, as es-en"
        )
    ]


@pytest.mark.parametrize("language", ["en", "en_GB", "en-US"])
def test_tools_may_write_the_language_in_their_way(tmp_path: Path, language: str) -> None:
    a_po(tmp_path, DESK, header=HEADER.replace("Language: en", f"Language: {language}"))
    assert load_memory(tmp_path).find(a_segment("Maduro confirma una llamada"), "en") is not None


def test_a_folder_that_is_a_link_out_of_the_content_is_named_and_not_followed(tmp_path: Path) -> None:
    outside = a_po(tmp_path / "outside", entry("Yes")).parents[1]
    (tmp_path / "content").mkdir()
    (tmp_path / "content/translations").symlink_to(outside)
    [said] = problems(tmp_path / "content/translations")
    assert said == (
        "translations:1: a link that leaves the content folder is not followed; copy the translations here"
    )
    assert yes_of(tmp_path / "content/translations") is None


def test_a_folder_that_is_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "translations").symlink_to("translations")
    assert any("translations:1: " in one for one in problems(tmp_path / "translations"))
