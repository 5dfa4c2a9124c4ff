"""What other tools write stays as it is, byte for byte, while texts are added and filled in beside it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import polib
import pytest
from argos_packages import unpacked
from memories import a_segment, a_use, settings_in
from system import needs

from digest.model import SegmentKind, SegmentUse
from digest.translate import Report, fill_memory, load_memory
from digest.translate.engines.argos import Argos
from digest.translate.memory.origin import stamp

WEBLATE = r"""# SOME DESCRIPTIVE TITLE.
# María Pérez <maria@example.org>, 2025, 2026.
msgid ""
msgstr ""
"Project-Id-Version: digest\n"
"Report-Msgid-Bugs-To: \n"
"POT-Creation-Date: 2025-12-01 10:00+0000\n"
"PO-Revision-Date: 2025-12-05 10:00+0000\n"
"Last-Translator: María Pérez <maria@example.org>\n"
"Language-Team: English <https://weblate.example.org/projects/digest/es-en/en/"
">\n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"
"X-Generator: Weblate 5.9.2\n"

#. desk
#: articles/a-very-long-name-of-an-outlet/a-long-slug-of-an-article.md#excerpt
#: articles/another-outlet/another-slug.md#excerpt
#, fuzzy
#| msgid "El presidente habló ayer con la prensa en el palacio de gobierno."
msgctxt "excerpt"
msgid ""
"El presidente habló ayer con la prensa extranjera en el palacio de gobierno, "
"y dijo que «habrá diálogo»."
msgstr ""
"The president spoke with the foreign press yesterday at the government "
"palace, and said that “there will be dialogue”."

#: articles/a.md#title
msgctxt "title"
msgid "Queremos paz."
msgstr ""

#~ msgctxt "title"
#~ msgid "Nada más"
#~ msgstr "Nothing more"

#, fuzzy
#~| msgctxt "title"
#~| msgid "Una vieja"
#~ msgctxt "title"
#~ msgid "Una línea vieja"
#~ msgstr ""
#~ "An old "
#~ "line"
"""
POEDIT = r"""msgid ""
msgstr ""
"Project-Id-Version: \n"
"POT-Creation-Date: \n"
"PO-Revision-Date: 2025-12-05 10:00+0100\n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: en_GB\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Generator: Poedit 3.5\n"
"X-Poedit-Basepath: ..\n"
"X-Poedit-SearchPath-0: .\n"

# One remark of the translator,
#
# and another one.
#. A remark for translators
#.
#: articles/b.md#title
#, no-wrap
#=read-only
msgctxt "title"
msgid "El diálogo es necesario.\tSí."
msgstr "Dialogue is \"necessary\".\tYes.\\"
#: articles/a.md#title
msgctxt   "title"
msgid"Queremos paz."
msgstr ""



# At the end.
"""


def fill(folder: Path, *uses: SegmentUse) -> Report:
    memory = load_memory(folder / "content" / "translations")
    engines = {"argos": Argos(unpacked(folder / "packages"))}
    return fill_memory(uses, memory, settings=settings_in(folder), engines=engines)


@pytest.fixture(params=["weblate", "poedit"])
def text(request: pytest.FixtureRequest) -> str:
    return {"weblate": WEBLATE, "poedit": POEDIT}[request.param]


@pytest.fixture(params=["as it is", "windows", "marked", "without an end"])
def content(request: pytest.FixtureRequest, text: str) -> bytes:
    """Return a file in each of the forms in which editors save it."""
    return {
        "as it is": text.encode(),
        "windows": text.replace("\n", "\r\n").encode(),
        "marked": b"\xef\xbb\xbf" + text.encode(),
        "without an end": text.rstrip().encode(),
    }[request.param]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "content" / "translations" / "es-en" / "2025-12.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


def test_a_run_without_anything_to_do_writes_nothing(tmp_path: Path, content: bytes) -> None:
    path = saved(tmp_path, content)
    assert fill(tmp_path).files == ()
    assert path.read_bytes() == content


def test_filling_in_a_text_changes_the_lines_of_that_entry_alone(tmp_path: Path, content: bytes) -> None:
    path = saved(tmp_path, content)
    report = fill(tmp_path, a_use("Queremos paz.", place="articles/a.md#title"))
    assert report.filled == {("es", "en"): 1}
    made = load_memory(path.parent.parent).find(a_segment("Queremos paz."), "en")
    assert made is not None
    assert made.engine is not None
    end = "\r\n" if b"\r\n" in content else "\n"
    place = f"#: articles/a.md#title{end}"
    head, middle, rest = content.decode().partition(place)
    stamped = f"#. {stamp(made.engine, made.text)}{end}{place}#, fuzzy{end}"
    assert middle
    expected = head + stamped + rest.replace('msgstr ""', f'msgstr "{made.text}"', 1)
    assert path.read_bytes() == expected.encode()


def test_a_new_text_stands_at_the_end_with_the_ends_of_lines_of_the_file(
    tmp_path: Path, content: bytes
) -> None:
    path = saved(tmp_path, content)
    fill(tmp_path, a_use("El ministro no respondió."))
    written = path.read_bytes()
    assert written.startswith(content)
    assert b"The minister did not answer." in written[len(content) :]
    assert written.count(b"\r\n") in {0, written.count(b"\n")}


def test_what_was_there_is_found(tmp_path: Path, content: bytes) -> None:
    folder = saved(tmp_path, content).parent.parent
    excerpt = (
        "El presidente habló ayer con la prensa extranjera en el palacio de gobierno, "
        "y dijo que «habrá diálogo»."
    )
    memory = load_memory(folder)
    found = [
        memory.find(a_segment(excerpt, SegmentKind.EXCERPT), "en"),
        memory.find(a_segment("El diálogo es necesario.\tSí."), "en"),
    ]
    english = (
        "The president spoke with the foreign press yesterday at the government palace, "
        "and said that “there will be dialogue”."
    )
    texts = [one.text for one in found if one]
    assert texts in ([english], ['Dialogue is "necessary".\tYes.\\'])


def test_an_entry_with_new_places_keeps_its_other_lines(tmp_path: Path) -> None:
    path = saved(tmp_path, WEBLATE.encode())
    excerpt = polib.pofile(str(path))[0].msgid
    fill(tmp_path, a_use(excerpt, kind=SegmentKind.EXCERPT, place="articles/new.md#excerpt"))
    places = WEBLATE[WEBLATE.index("#: articles/a-very") : WEBLATE.index("#, fuzzy")]
    assert path.read_text(encoding="utf-8") == WEBLATE.replace(places, "#: articles/new.md#excerpt\n", 1)


@needs("msgfmt", "msgcat")
@pytest.mark.parametrize("width", ["40", "79"])
def test_gettext_says_the_same_of_a_file_before_and_after(tmp_path: Path, width: str) -> None:
    path = saved(tmp_path, WEBLATE.encode())
    subprocess.run(["msgcat", f"--width={width}", "--output-file", path, path], check=True)
    before = {(e.msgctxt, e.msgid): (e.msgstr, e.tcomment, e.comment) for e in polib.pofile(str(path))}
    fill(tmp_path, a_use("Queremos paz."), a_use("Una línea\ny otra"), a_use("El ministro no respondió."))
    subprocess.run(["msgfmt", "--check", "--output-file", os.devnull, path], check=True)
    after = {(e.msgctxt, e.msgid): (e.msgstr, e.tcomment, e.comment) for e in polib.pofile(str(path))}
    changed = {key for key in after if after[key] != before.get(key)}
    assert changed == {
        ("title", t) for t in ("Queremos paz.", "Una línea\ny otra", "El ministro no respondió.")
    }
    assert before.keys() <= after.keys()
