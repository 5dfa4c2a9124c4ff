"""What stops `digest translate`: another one, its user, a full disk, a folder or file that is not right."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from argos_packages import unpacked
from memories import DESK, a_po, a_use, settings_in
from sites import a_site, run
from system import in_namespace, needs

from digest.errors import MemoryFileError
from digest.model import Engine
from digest.translate import Report, fill_memory, load_memory
from digest.translate.backlog import CHUNK
from digest.translate.engines.argos import Argos
from digest.translate.memory.lock import locked

HOLDER = """
import sys, pathlib
from digest.translate.memory.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return another process that holds the lock of the memory in `tmp_path`."""
    command = [sys.executable, "-c", HOLDER, tmp_path / "content" / "translations"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def fill(folder: Path, *texts: str) -> Report:
    return fill_memory(
        [a_use(text) for text in texts or ["Queremos paz."]],
        load_memory(folder / "content" / "translations"),
        settings=settings_in(folder),
        engines={"argos": Argos(unpacked(folder / "packages"))},
    )


def test_the_second_of_two_is_told_who_is_at_work(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(MemoryFileError) as caught:
        fill(tmp_path)
    message = str(caught.value)
    assert f"another digest translate is at work here (process {holder.pid} on " in message
    assert "wait until it ends or stop it" in message
    assert [*tmp_path.rglob("*.po")] == []


def test_the_command_says_so_without_a_traceback(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    result = run("digest", "translate", folder=a_site(tmp_path))
    assert result.returncode == 1
    assert f"process {holder.pid}" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_process_that_died_blocks_nobody(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    lock = tmp_path / "content" / "translations" / ".lock"
    assert lock.exists()
    assert fill(tmp_path).filled == {("es", "en"): 1}
    assert not lock.exists()


def test_a_disk_without_room_for_a_name_is_locked_all_the_same(tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limit[1]))
    try:
        with locked(tmp_path) as demand:
            demand()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_a_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wrong"), locked(tmp_path):
        raise ValueError("wrong")
    with locked(tmp_path):
        assert (tmp_path / ".lock").exists()
    assert [*tmp_path.iterdir()] == []


def test_what_another_run_wrote_after_the_loading_is_kept(tmp_path: Path) -> None:
    early = load_memory(tmp_path / "content" / "translations")
    engines = {"argos": Argos(unpacked(tmp_path / "packages"))}
    fill(tmp_path, "El ministro no respondió.")
    uses = [a_use("El ministro no respondió."), a_use("Queremos paz.")]
    report = fill_memory(uses, early, settings=settings_in(tmp_path), engines=engines)
    assert (report.present, report.filled) == (1, {("es", "en"): 1})
    text = (tmp_path / "content" / "translations" / "es-en" / "2025-12.po").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("msgstr")][1:] == [
        'msgstr "The minister did not answer."',
        'msgstr "We want peace."',
    ]


class Disturbed:
    """The real engine, while something else happens each time it has translated."""

    def __init__(self, engine: Argos, *happening: object) -> None:
        self.engine, self.happening = engine, [*happening]

    def stamp(self, source: str, target: str) -> Engine | None:
        return self.engine.stamp(source, target)

    def translate(self, texts: list[str], source: str, target: str) -> list[str]:
        outputs = self.engine.translate(texts, source, target)
        happens = self.happening.pop(0) if self.happening else None
        if callable(happens):
            happens()
        return outputs


def disturbed(folder: Path, *happening: object) -> Report:
    """Translate two chunks; something happens at the end of each."""
    long = "Queremos paz. " * (CHUNK // 14)
    return fill_memory(
        [a_use("El ministro no respondió."), a_use("La llamada fue breve."), a_use(long)],
        load_memory(folder / "content" / "translations"),
        settings=settings_in(folder),
        engines={"argos": Disturbed(Argos(unpacked(folder / "packages")), *happening)},
    )


PERSON = """
msgctxt "title"
msgid "La llamada fue breve."
msgstr "It was a short call."
"""


def test_what_a_person_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "translations"
    path = a_po(folder, DESK)
    report = disturbed(tmp_path, lambda: path.write_text(path.read_text() + PERSON))
    text = path.read_text(encoding="utf-8")
    assert PERSON in text
    assert "The call was short." not in text
    assert 'msgstr "The minister did not answer."' in text
    assert load_memory(folder)
    assert report.files == ("translations/es-en/2025-12.po",)


def test_a_file_that_somebody_breaks_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content" / "translations", DESK)
    with pytest.raises(MemoryFileError, match=r"2025-12\.po:14: the text has no end"):
        disturbed(tmp_path, lambda: path.write_text(path.read_text().removesuffix('"\n')))
    assert path.read_text().endswith("Maduro confirms a call")


def stop() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_a_run_that_its_user_stops_keeps_the_chunks_that_are_done(tmp_path: Path) -> None:
    report = disturbed(tmp_path, lambda: None, stop)
    assert report.interrupted
    assert (report.filled, len(report.missing)) == ({("es", "en"): 2}, 1)
    text = (tmp_path / "content" / "translations" / "es-en" / "2025-12.po").read_text(encoding="utf-8")
    assert text.count("msgctxt") == 2
    assert 'msgstr "The minister did not answer."' in text
    assert 'msgstr "The call was short."' in text


BACKLOG = "".join(f"\n\nQueremos paz. El ministro no respondió. {n}.\n" for n in range(2000))


def test_the_command_says_what_is_kept_and_ends_with_130(tmp_path: Path) -> None:
    yml = dedent(
        """
        site_name: The Digest
        site_url: https://example.org/digest/
        docs_dir: content/pages
        theme: {name: material}
        plugins: [digest: {languages: [en, es]}]
        """
    )
    article = f"---\ntitle: Queremos paz.\noutlet: own\nlanguage: es\n---\n{BACKLOG}"
    outlets = "own: {name: Own, language: es, excerpt_words: 100000}\n"
    folder = a_site(tmp_path, {"articles/long.md": article, "outlets.yml": outlets}, mkdocs_yml=yml)
    for name in ("newsweek", "wtop"):
        (folder / "content" / "articles" / f"{name}.md").unlink()
    process = subprocess.Popen(
        [sys.executable, "-m", "digest", "translate"],
        cwd=folder,
        env={**os.environ, "ARGOS_PACKAGES_DIR": str(unpacked(tmp_path / "packages"))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None and not [*folder.rglob("*.po")]:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert (process.returncode, "Traceback" in errors) == (130, False), errors
    assert "interrupted: what is new is kept; run this again to go on" in errors
    assert load_memory(folder / "content" / "translations").files


ON_A_SMALL_DISK = """
mount -t tmpfs -o size={size} none "$1" && cp -r "$2" "$1/content" && {then}
"$3" -c "$4" "$1" "$5"
code=$?
cp -r "$1/content" "$5/after"
exit $code
"""

FILLING = """
import sys, pathlib
sys.path.insert(0, "..")
from argos_packages import sentences
from memories import a_use, settings_in
from digest.translate import fill_memory, load_memory
from digest.translate.engines.argos import Argos
disk, elsewhere = map(pathlib.Path, sys.argv[1:])
known = [spanish for spanish, *_ in sentences() if spanish.endswith(".")]
long = [" ".join(known[n:] + known[:n]) for n in range(len(known))]
uses = [a_use("La llamada fue breve."), *(a_use(text, month="2026-01") for text in long)]
try:
    fill_memory(
        uses,
        load_memory(disk / "content" / "translations"),
        settings=settings_in(disk, cache_dir=elsewhere / "cache"),
        engines={"argos": Argos(elsewhere / "packages")},
    )
except Exception as error:
    print(type(error).__name__, error)
"""


def on_a_disk(tmp_path: Path, *, size: str, then: str = "") -> tuple[str, dict[str, str]]:
    """Translate on a disk of `size`; return what is said, and the files that are there afterwards."""
    a_po(tmp_path / "content" / "translations", DESK)
    (tmp_path / "disk").mkdir()
    unpacked(tmp_path / "packages")
    script = ON_A_SMALL_DISK.format(size=size, then=then)
    places = (tmp_path / "disk", tmp_path / "content", sys.executable, FILLING, tmp_path)
    done = in_namespace("sh", "-c", script, "sh", *places, folder=Path(__file__).parent)
    after = tmp_path / "after" / "translations"
    return done.stdout + done.stderr, {
        path.relative_to(after).as_posix(): path.read_text(encoding="utf-8")
        for path in after.rglob("*")
        if path.is_file()
    }


@needs("unshare")
def test_on_a_full_disk_the_file_is_named_and_what_was_written_is_kept(tmp_path: Path) -> None:
    said, files = on_a_disk(tmp_path, size="32k")
    assert said == (
        "MemoryFileError translations/es-en/2026-01.po:1: cannot be written: No space left on device; "
        "what was written before is kept\n"
    )
    assert [*files] == ["es-en/2025-12.po"]
    assert DESK in files["es-en/2025-12.po"]
    assert 'msgstr "The call was short."' in files["es-en/2025-12.po"]


def test_a_memory_that_cannot_be_held_is_an_error_only_where_something_is_to_be_written(
    tmp_path: Path,
) -> None:
    fill(tmp_path, "Queremos paz.")
    (tmp_path / "content" / "translations" / ".lock").mkdir()
    report = fill(tmp_path, "Queremos paz.")
    assert (report.present, report.files) == (1, ())
    with pytest.raises(
        MemoryFileError, match=r"translations/\.lock:1: cannot be written: Is a directory; make"
    ):
        fill(tmp_path, "Queremos paz.", "La llamada fue breve.")
    assert "La llamada" not in (tmp_path / "content" / "translations" / "es-en" / "2025-12.po").read_text()


@needs("unshare")
def test_on_a_disk_that_is_only_read_the_folder_is_named(tmp_path: Path) -> None:
    said, files = on_a_disk(tmp_path, size="1m", then='mount -o remount,ro "$1" &&')
    assert said == (
        "MemoryFileError translations:1: cannot be written: Read-only file system; make the folder writable\n"
    )
    assert [*files] == ["es-en/2025-12.po"]
