"""A site's own strings: `tests/golden/interface/catalogs.txt`, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import blocks

from digest.publish.frame.interface import own_catalog

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def a_catalog(folder: Path, text: str | bytes, name: str = "fr") -> Path:
    path = folder / "content" / "interface" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "lines", [pytest.param(lines, id=remark) for remark, lines in blocks("interface/catalogs.txt")]
)
def test_what_is_wrong_with_a_string_is_told_with_what_right_looks_like(
    tmp_path: Path, lines: list[str]
) -> None:
    told = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
    # A remark of PO's own has a space before it, or it would be one of the case.
    text = "\n".join("" if line.startswith("=> ") else line.lstrip() for line in lines).replace(
        "\\x07", "\x07"
    )
    found, faults = own_catalog(a_catalog(tmp_path, HEAD + text + "\n"))
    assert [what for _, what in faults] == ([] if told == ["right"] else told)
    # A file with a fault is not used at all.
    assert (found is None) is bool(faults)


def test_the_line_that_is_told_is_that_of_the_string(tmp_path: Path) -> None:
    text = f'{HEAD}msgid "People"\nmsgstr "Personnes"\n\n# By hand.\nmsgid "Peeple"\nmsgstr "x"\n'
    _, [(line, _)] = own_catalog(a_catalog(tmp_path, text))
    assert text.splitlines()[line - 1] == 'msgid "Peeple"'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD.encode() + 'msgid "People"\nmsgstr "Été"\n'.encode("latin-1"), "this is not UTF-8; save the file as UTF-8"),
        (f'{HEAD}msgid "People\nmsgstr "x"\n', "this is no PO file: write a text between two marks"),
        (f'{HEAD}msgid "People"\nmsgstr "Personnes\n', "this is no PO file: write a text between two marks"),
        (f'{HEAD}msgid "People"\nmsgstr Personnes"\n', "this is no PO file: write a text between two marks"),
        (f'{HEAD}msgid "People"\nmsgstr "Les "gens""\n', "this is no PO file: write a text between two marks"),
        (HEAD.replace("nplurals=2; plural=(n > 1)", "nplurals=two; plural=n"), "this is no PO file, or its head is wrong"),
        (HEAD.replace("plural=(n > 1)", "plural=__import__('os')"), "this is no PO file, or its head is wrong"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_catalog_is_told_in_one_line(tmp_path: Path, text: str | bytes, told: str) -> None:
    found, faults = own_catalog(a_catalog(tmp_path, text))
    assert found is None
    assert [what.startswith(told) for _, what in faults] == [True], faults


def test_a_link_that_leaves_the_content_is_not_followed(tmp_path: Path) -> None:
    path = a_catalog(tmp_path, HEAD, "es")
    outside = tmp_path / "fr.po"
    outside.write_text(HEAD, "utf-8")
    (path.parent / "fr.po").symlink_to(outside)
    found, [(_, told)] = own_catalog(path.parent / "fr.po")
    assert (found, told) == (None, "a link that leaves the content folder is not followed; copy it here")
