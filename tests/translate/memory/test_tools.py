"""What Babel, polib, translate-toolkit and gettext make of a file of the memory still says who worded what."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import polib
import pytest
from argos_packages import unpacked
from babel.messages.pofile import read_po, write_po
from memories import a_po, a_segment, a_use, settings_in
from system import needs
from translate.storage import pypo

from digest.model import Engine, Notice, Origin, Translation
from digest.translate import fill_memory, load_memory
from digest.translate.engines.argos import Argos
from digest.translate.memory.origin import refusal, stamp, with_origin
from digest.translate.memory.remarks import unwrapped

ENGINE = Engine(name="argos", model="es_en+en_fr", version="1.0.0+1.9", pivot="en", options="beam=2")
MADE = "The headline"
OUTLET = "The Well-Known and Long-Winded Daily Gazette of Somewhere-upon-Sea"
ADDRESS = "https://example.org/2025/12/a-very-long-address-of/an-article-that-has-hyphens-in-it"
REASON = "a number lost or changed: one thousand two hundred and thirty-four, five thousand and six"
NAME = "María de los Ángeles Pérez Gómez de la Fuente y Sánchez-Montero del Castillo"
REMARK = "Somebody has a great deal to say about this entry and its many well-known faults, really."
ENTRIES = f"""
#. {stamp(ENGINE, MADE)}
#. {REMARK}
#: articles/a-very-long-name-of-an-outlet/a-long-slug-of-an-article.md#title
#, fuzzy
#| msgid "Titular de ayer, que era más largo"
msgctxt "title"
msgid "Titular"
msgstr "{MADE}"

#. outlet: {OUTLET} {ADDRESS}
#. {REMARK}
msgctxt "title"
msgid "Otro"
msgstr "Other"

#. {refusal(ENGINE, REASON)}
msgctxt "title"
msgid "Tercero"
msgstr ""

#. person: {NAME}
#. reviewed: {NAME}
msgctxt "title"
msgid "Cuarto"
msgstr "Fourth"

#. desk
#. {REMARK}
msgctxt "title"
msgid "Quinto"
msgstr ""
"Fifth, with a translation that is long enough for every tool to break it somewhere, "
"and with its own end"

#~ msgctxt "title"
#~ msgid "Viejo"
#~ msgstr "Old"
"""
SHORT = f"""
#. {stamp(ENGINE, MADE)}
msgctxt "title"
msgid "Titular"
msgstr "{MADE}"
"""

Tool = Callable[[Path], None]


def babel(width: int) -> Tool:
    def save(path: Path) -> None:
        catalog = read_po(io.BytesIO(path.read_bytes()))
        with path.open("wb") as file:
            write_po(file, catalog, width=width)

    return save


def polib_at(width: int) -> Tool:
    def save(path: Path) -> None:
        polib.pofile(str(path), wrapwidth=width).save(str(path))

    return save


def toolkit(path: Path) -> None:
    """As Weblate saves a file."""
    store = pypo.pofile.parsefile(str(path))
    store.updateheader(add=True, X_Generator="Weblate 5.9.2")
    store.save()


def gettext(*options: str) -> Tool:
    def save(path: Path) -> None:
        subprocess.run(["msgcat", *options, "--output-file", path, path], check=True)

    return save


def all_of_them(path: Path) -> None:
    for save in (babel(76), polib_at(78), toolkit, babel(76)):
        save(path)


TOOLS = {
    "Babel": babel(76),
    "Babel, narrow": babel(50),
    "polib": polib_at(78),
    "polib, narrow": polib_at(40),
    "translate-toolkit": toolkit,
    "msgcat": gettext(),
    "msgcat without wrapping": gettext("--no-wrap"),
    "msgcat in ASCII": gettext("--escape"),
    "one after the other": all_of_them,
}


@pytest.fixture(params=TOOLS)
def tool(request: pytest.FixtureRequest) -> Tool:
    return TOOLS[request.param]


def found(folder: Path, source: str) -> Translation:
    there = load_memory(folder).find(a_segment(source), "en")
    assert there is not None
    return there


@needs("msgcat")
def test_who_worded_a_text_is_known_after_any_tool_has_saved_it(tmp_path: Path, tool: Tool) -> None:
    tool(a_po(tmp_path, ENTRIES))
    memory = load_memory(tmp_path)
    assert memory.problems == ()
    made = found(tmp_path, "Titular")
    assert (made.text, made.origin, made.engine) == (MADE, Origin.MACHINE, ENGINE)
    assert (made.reviewed, made.notices) == (False, (Notice.STALE,))
    assert found(tmp_path, "Quinto").origin is Origin.DESK
    assert found(tmp_path, "Quinto").text.endswith("it somewhere, and with its own end")
    assert load_memory(tmp_path).refusal(a_segment("Tercero"), "en")


@needs("msgcat")
@pytest.mark.parametrize("name", ["Babel", "polib", "translate-toolkit", "msgcat"])
def test_names_addresses_and_reasons_are_whole_after_a_tool_has_saved_them(tmp_path: Path, name: str) -> None:
    TOOLS[name](a_po(tmp_path, ENTRIES))
    other = found(tmp_path, "Otro")
    assert (other.origin, other.by, other.url) == (Origin.OUTLET, OUTLET, ADDRESS)
    fourth = found(tmp_path, "Cuarto")
    assert (fourth.by, fourth.reviewed_by) == (NAME, NAME)
    refused = load_memory(tmp_path).refusal(a_segment("Tercero"), "en")
    assert refused == refusal(ENGINE, REASON).removeprefix("refused: ")


@needs("msgcat")
def test_a_file_that_a_tool_saved_is_filled_without_another_change(tmp_path: Path, tool: Tool) -> None:
    path = a_po(
        tmp_path / "content" / "translations",
        ENTRIES,
        '\nmsgctxt "title"\nmsgid "Queremos paz."\nmsgstr ""\n',
    )
    tool(path)
    before = {(e.msgctxt, e.msgid): (e.msgstr, e.comment, e.flags) for e in polib.pofile(str(path))}
    fill_memory(
        [a_use("Queremos paz.")],
        load_memory(path.parent.parent),
        settings=settings_in(tmp_path),
        engines={"argos": Argos(unpacked(tmp_path / "packages"))},
    )
    after = {(e.msgctxt, e.msgid): (e.msgstr, e.comment, e.flags) for e in polib.pofile(str(path))}
    assert {key for key in after if after[key] != before.get(key)} == {("title", "Queremos paz.")}
    assert after["title", "Queremos paz."][0]


def test_the_old_source_that_babel_puts_into_a_comment_is_taken_away_with_its_reason(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content" / "translations", ENTRIES.replace("Titular", "Queremos paz."))
    babel(76)(path)
    assert '# | msgid "Queremos paz. de ayer' in path.read_text(encoding="utf-8")
    fill_memory(
        [a_use("Queremos paz.")],
        load_memory(path.parent.parent),
        settings=settings_in(tmp_path),
        engines={"argos": Argos(unpacked(tmp_path / "packages"))},
    )
    assert "| msgid" not in path.read_text(encoding="utf-8")
    assert REMARK.rsplit(maxsplit=1)[-1] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", range(60, 81))
def test_a_remark_that_was_wrapped_at_any_usual_width_is_whole(width: int) -> None:
    lines = wrap(f"#. {stamp(ENGINE, MADE)}", width, subsequent_indent="#. ", break_long_words=False)
    [(whole, _)] = unwrapped([line.removeprefix("#. ") for line in lines])
    assert whole == stamp(ENGINE, MADE)


@pytest.mark.parametrize("width", range(30, 81, 5))
def test_an_outlets_address_that_was_broken_at_its_hyphens_is_whole(width: int) -> None:
    said = f"outlet: Gazette {ADDRESS}"
    lines = wrap(f"#. {said}", width, subsequent_indent="#. ", break_long_words=False)
    assert [whole for whole, _ in unwrapped([line.removeprefix("#. ") for line in lines])] == [said]


@pytest.mark.parametrize(
    "remarks",
    [
        ["desk", "Somebody's own words."],
        [stamp(ENGINE, MADE), "Somebody's own words."],
        [f"outlet: {OUTLET} {ADDRESS}", "Somebody's own words."],
        ["person: Ana", "reviewed: Berta", "Somebody's own words."],
        ["Somebody's own words that fill their line nearly to the last of its columns", f"person: {NAME}"],
        [refusal(ENGINE, "no text"), "Somebody's own words."],
    ],
)
def test_remarks_that_nobody_wrapped_stay_apart(remarks: list[str]) -> None:
    assert [whole for whole, _ in unwrapped(remarks)] == remarks


def test_somebody_elses_word_at_the_end_of_a_wrapped_remark_is_no_origin() -> None:
    remark = ["Seen by the one who is on duty on Sundays, and then by everybody of the news", "desk"]
    assert [whole for whole, _ in unwrapped(remark)] == [" ".join(remark)]


def test_a_new_origin_leaves_somebodys_wrapped_remark_as_it_was() -> None:
    wrapped = wrap(REMARK, 60)
    before = ["machine: argos es_en 1.0", f"sha256={'0' * 64}", "pivot=en", *wrapped]
    assert with_origin(before, "desk") == ("desk", *wrapped)


def test_texts_and_names_of_a_file_show_no_overrides_controls_or_escapes(tmp_path: Path) -> None:
    a_po(
        tmp_path,
        '\n#. person: A\x1b[31mna\u202e\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "He \u202edenies\u202c\x07 \x1b[1mit\x1b[0m"\n',
    )
    there = found(tmp_path, "Sí")
    assert (there.text, there.by) == ("He denies it", "Ana")


def test_what_shows_nothing_is_no_translation(tmp_path: Path) -> None:
    a_po(tmp_path, '\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "\u202e\x07"\n')
    assert load_memory(tmp_path).find(a_segment("Sí"), "en") is None


def test_a_machines_text_that_a_reviewer_kept_is_still_a_machines(tmp_path: Path) -> None:
    a_po(tmp_path, SHORT)
    toolkit(tmp_path / "es-en" / "2025-12.po")
    there = found(tmp_path, "Titular")
    assert (there.origin, there.reviewed) == (Origin.MACHINE, True)
