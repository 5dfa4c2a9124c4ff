"""A reviewer's day: what is signed, what is not, and what a better engine may replace."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from memories import a_use, settings_in
from sites import a_site, run

from digest.errors import ConfigError
from digest.model import Engine, Notice, Origin, Settings, Standing, Translation
from digest.translate import (
    Redo,
    fill_memory,
    load_memory,
    name_of,
    reviewing,
    status,
    unreviewed,
)

USES = [a_use("Queremos paz."), a_use("Fue un día largo."), a_use("El puente está cerrado.")]


class Sayer:
    """An engine that says each text again with its own mark."""

    def __init__(self, name: str, words: str) -> None:
        self.name, self.words = name, words

    def stamp(self, *_pair: str) -> Engine | None:
        return Engine(name=self.name, model="es_en", version="1")

    def translate(self, texts: Sequence[str], *_pair: str) -> list[str]:
        return [f"{self.words} {len(text)} things to say." for text in texts]


def a_memory(folder: Path, words: str = "We have") -> Settings:
    """Fill a memory with what one engine made."""
    settings = settings_in(folder, engines={"default": ("weak",)})
    engines = {"weak": Sayer("weak", words)}
    fill_memory(USES, memory(settings), settings=settings, engines=engines, articles=())
    return settings


def memory(settings: Settings):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return load_memory(settings.content_dir / "translations")


def standings(settings: Settings) -> list[Standing]:
    return unreviewed(status(USES, memory(settings), settings=settings))


def made(settings: Settings, number: int = 0) -> Translation:
    found = memory(settings).find(USES[number].segment, "en")
    assert found is not None
    return found


def test_a_text_that_was_accepted_is_the_machines_and_signed(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    with reviewing(memory(settings), settings, "Ana Ruiz") as reviewer:
        assert reviewer.accept(standings(settings)[0])
    found = made(settings)
    assert (found.origin, found.reviewed, found.reviewed_by) == (Origin.MACHINE, True, "Ana Ruiz")
    assert len(standings(settings)) == 2


def test_without_a_name_nobody_is_named(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    with reviewing(memory(settings), settings, None) as reviewer:
        assert reviewer.accept(standings(settings)[0])
    assert (made(settings).reviewed, made(settings).reviewed_by) == (True, None)


def test_a_flag_taken_off_by_any_tool_counts_as_read_by_a_person_not_named(tmp_path: Path) -> None:
    """Also where the tool says in the header who saved last: that is not who read each text."""
    settings = a_memory(tmp_path)
    [path] = (settings.content_dir / "translations").glob("*/*.po")
    text = path.read_text().replace("#, fuzzy\n", "", 1)
    path.write_text(
        text.replace('"Language: en\\n"\n', '"Language: en\\n"\n"Last-Translator: Bo <b@example.org>\\n"\n')
    )
    assert (made(settings).reviewed, made(settings).reviewed_by) == (True, None)


def test_a_text_that_was_reworded_is_the_persons(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    with reviewing(memory(settings), settings, "Ana Ruiz") as reviewer:
        assert reviewer.reword(standings(settings)[0], "We want peace.\n")
    found = made(settings)
    assert (found.text, found.origin, found.by, found.engine) == (
        "We want peace.",
        Origin.PERSON,
        "Ana Ruiz",
        None,
    )


def test_a_text_that_somebody_else_changed_meanwhile_stays(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    seen = standings(settings)[0]
    [path] = (settings.content_dir / "translations").glob("*/*.po")
    with reviewing(memory(settings), settings, None) as reviewer:
        path.write_text(path.read_text().replace(made(settings).text, "Peace, now."))
        assert not reviewer.accept(seen)
        assert not reviewer.reword(seen, "We want peace.")
    assert made(settings).text == "Peace, now."


@pytest.mark.parametrize("name", ["", " ", "A\nB", "A\x1b[0m", "x" * 101, "Ana\\"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="is no name"):
        name_of(name)


def test_a_better_engine_replaces_what_nobody_has_read_and_nothing_else(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    with reviewing(memory(settings), settings, "Ana Ruiz") as reviewer:
        reviewer.accept(standings(settings)[0])
        reviewer.reword(standings(settings)[0], "It was a long day.")
    better = {"better": Sayer("better", "There are")}
    settings = settings_in(tmp_path, engines={"default": ("better",)})
    report = fill_memory(
        USES, memory(settings), settings=settings, engines=better, redo=Redo(but_by="better")
    )
    assert report.filled == {("es", "en"): 1}
    assert [made(settings, number).text.split()[0] for number in range(3)] == ["We", "It", "There"]
    assert not made(settings, 2).reviewed
    again = fill_memory(USES, memory(settings), settings=settings, engines=better, redo=Redo(but_by="better"))
    assert (again.filled, again.files) == ({}, ())


def test_what_a_better_engine_is_refused_leaves_the_text_that_is_there(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    worse = {"worse": Sayer("worse", "again and again and again and again and again and again and again")}
    settings = settings_in(tmp_path, engines={"default": ("worse",)})
    report = fill_memory(USES, memory(settings), settings=settings, engines=worse, redo=Redo())
    assert (len(report.refused), report.filled, report.missing) == (3, {}, ())
    assert made(settings).text.startswith("We have")


def test_what_was_to_be_made_anew_and_no_engine_serves_is_told(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    report = fill_memory(USES, memory(settings), settings=settings, engines={}, redo=Redo())
    assert [segment for segment, _ in report.untouched] == [use.segment for use in USES]
    assert (report.files, report.missing) == ((), ())


def test_only_the_doubtful_may_be_made_anew(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    better = {"better": Sayer("better", "There are")}
    settings = settings_in(tmp_path, engines={"default": ("better",)})
    report = fill_memory(
        USES,
        memory(settings),
        settings=settings,
        engines=better,
        redo=Redo(doubtful=lambda made: made.segment == USES[1].segment),
    )
    assert report.filled == {("es", "en"): 1}


def test_what_seems_wrong_is_reviewed_first(tmp_path: Path) -> None:
    settings = a_memory(tmp_path)
    doubtful = [one for one in status(USES, memory(settings), settings=settings) if one.is_doubtful]
    found = unreviewed(status(USES, memory(settings), settings=settings))
    assert found[: len(doubtful)] == doubtful
    assert all(
        Notice.DOUBTFUL not in one.translation.notices for one in found[len(doubtful) :] if one.translation
    )


PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n"

#. desk
#, fuzzy
msgctxt "title"
msgid "Maduro confirma la llamada"
msgstr "Maduro confirms the call"
"""


def in_a_terminal(
    folder: Path, *keys: bytes, editor: str = "true", name: str = "Ana Ruiz"
) -> tuple[int, str]:
    """Run `digest review` in a terminal of its own, press a key each time it asks; return its status and words."""
    command = [sys.executable, "-m", "digest", "review", "--as", name]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(sys.executable, command, {**os.environ, "EDITOR": editor})  # noqa: S606 - no shell wanted
    said, asked = b"", 0
    while True:
        try:
            new = os.read(terminal, 4096)
        except OSError:  # so Linux says that nobody is there any more
            break
        if not new:
            break
        said += new
        while keys and said.count(b"[s]: ") > asked:
            asked += 1
            os.write(terminal, keys[0])
            keys = keys[1:]
        if said.endswith(b"EDITING"):
            os.write(terminal, b"\x03")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode()


def an_editor(folder: Path, *lines: str) -> str:
    path = folder / "editor.sh"
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)
    return str(path)


def po_of(folder: Path) -> str:
    return (folder / "content/translations/es-en/2025-12.po").read_text()


def test_the_command_walks_through_in_a_terminal(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": PO})
    status, said = in_a_terminal(folder, b"x\n", b"a\n")
    assert "Maduro confirma la llamada\r\n  Maduro confirms the call\r\n  worded by our desk" in said
    assert "'x' is not one of" in said
    assert said.endswith("1 reviewed as Ana Ruiz, 0 are left\r\n")
    assert "#. reviewed: Ana Ruiz" in po_of(folder)
    assert "fuzzy" not in po_of(folder)
    assert status == 0
    assert run("digest", "review", folder=folder).stdout == "nothing to review\n"


def test_what_an_editor_wrote_is_the_persons(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": PO})
    status, said = in_a_terminal(
        folder, b"e\n", editor=an_editor(tmp_path, "echo 'The call took place.' > $1")
    )
    assert (status, "1 reviewed as Ana Ruiz, 0 are left" in said) == (0, True)
    assert "#. person: Ana Ruiz" in po_of(folder)
    assert 'msgstr "The call took place."' in po_of(folder)


@pytest.mark.parametrize(("key", "status"), [(b"q\n", 0), (b"s\n", 0), (b"\x04", 0), (b"\x03", 130)])
def test_who_skips_or_stops_has_signed_nothing(tmp_path: Path, key: bytes, status: int) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": PO})
    ended, said = in_a_terminal(folder, key)
    assert said.endswith("0 reviewed as Ana Ruiz, 1 is left\r\n")
    assert ended == status
    assert po_of(folder) == PO.lstrip()


def test_a_control_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": PO})
    lines = ("trap 'echo \"The call took place.\" > $1; exit 0' INT", "printf EDITING", "sleep 30 & wait")
    status, said = in_a_terminal(folder, b"e\n", editor=an_editor(tmp_path, *lines))
    assert (status, "1 reviewed as Ana Ruiz, 0 are left" in said) == (0, True)
    assert 'msgstr "The call took place."' in po_of(folder)


@pytest.mark.parametrize(
    ("editor", "said"),
    [("false", "set EDITOR to the command of your editor"), ("true", "nothing was changed")],
)
def test_a_text_that_no_editor_changed_is_asked_for_again(tmp_path: Path, editor: str, said: str) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": PO})
    command = [sys.executable, "-m", "digest", "review"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "EDITOR": editor}, input="e\na\n", capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert said in done.stdout + done.stderr
    assert done.stdout.endswith("1 reviewed, 0 are left\n")


def test_a_language_that_is_no_edition_is_named(tmp_path: Path) -> None:
    done = run("digest", "review", "--language", "xx", folder=a_site(tmp_path))
    assert (done.returncode, "“xx” is no edition; there are" in done.stderr) == (2, True)
