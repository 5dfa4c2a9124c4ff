"""A process that records, killed or out of disk: the record is the old or the new one, and the next run goes on."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import pytest
from record.desks import Desk
from sites import run, write

from digest.record import RECORD, append, load_record

MKDOCS_YML = """
site_name: The Digest
site_url: https://example.org/
docs_dir: content/pages
theme: {name: material}
plugins:
  - digest: {languages: [en], translate: never}
"""


def a_site(folder: Path) -> Desk:
    desk = Desk(folder)
    desk.put("pages/en/about.md", "# About us\n")
    write(folder / "mkdocs.yml", MKDOCS_YML)
    return desk


@pytest.mark.thorough
def test_killed_at_any_moment_the_record_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    desk = a_site(tmp_path)
    run("digest", "record", folder=tmp_path, check=True)
    path = desk.content / RECORD
    old = path.read_bytes()
    desk.edit("articles/harbour.md", ("open again", "open once more"))
    start = time.monotonic()
    run("digest", "record", folder=tmp_path, check=True)
    whole, new = time.monotonic() - start, path.read_bytes()
    assert new.startswith(old)
    assert new != old
    for moment in range(50):
        path.write_bytes(old)
        process = subprocess.Popen(
            [sys.executable, "-m", "digest", "record"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * (moment + 1) / 50)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert path.read_bytes() in (old, new)
        run("digest", "record", folder=tmp_path, check=True)
        assert path.read_bytes() == new


@pytest.mark.parametrize("written", range(0, 4000, 200))
def test_a_full_disk_leaves_the_record_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    desk = Desk(tmp_path)
    desk.record()
    desk.edit("articles/harbour.md", ("open again", "open once more"))
    events = desk.gather().history.pending
    path = desk.content / RECORD
    old = path.read_bytes()
    real = open

    class Full:
        """A file on a disk with room for so many bytes."""

        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *told: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

        def write(self, content: bytes) -> int:
            self.file.write(content[:written])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fdopen", lambda *given: Full(real(*given)))
    with pytest.raises(OSError, match="No space"):
        append(desk.content, events)
    monkeypatch.undo()
    assert path.read_bytes() == old
    assert [one.name for one in desk.content.iterdir() if one.name.startswith(f".{RECORD}")] == []
    append(desk.content, events)
    assert load_record(desk.content)[1] == ()
