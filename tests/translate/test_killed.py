"""`kill -9` at any moment of a process that is translating: nothing half-written, one chunk lost at most."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from itertools import islice, permutations
from pathlib import Path
from typing import Any

import pytest
from argos_packages import sentences, unpacked
from memories import a_use, settings_in

from digest.model import SegmentUse
from digest.translate import Report, fill_memory, load_memory
from digest.translate.backlog import chunks
from digest.translate.engines.argos import Argos
from digest.translate.po import Entry, read_entries

SIZE = 1000
"""Texts: enough for more chunks than a run is killed in."""


@cache
def english() -> dict[str, str]:
    """Return paragraphs of three sentences that the tiny packages know by heart, with their translations."""
    known = [sentence for sentence in sentences() if sentence[0].endswith(".")]
    told = islice(permutations(known, 3), 0, None, 20)
    return {" ".join(s[0] for s in three): " ".join(s[1] for s in three) for three in islice(told, SIZE)}


def uses() -> Iterator[SegmentUse]:
    for number, text in enumerate(english()):
        yield a_use(text, month=f"2025-{number * 3 // SIZE + 10}", place=f"articles/a{number}.md#excerpt")


def run(folder: Path, kept: Any) -> Report:
    """Translate what is missing in `folder`, and say how many texts are in the files each time some are."""
    return fill_memory(
        uses(),
        load_memory(folder / "content" / "translations", folder / "cache"),
        settings=settings_in(folder),
        engines={"argos": Argos(folder / "packages")},
        progress=lambda done, _total: setattr(kept, "value", done),
    )


def texts(folder: Path) -> dict[str, str]:
    """Return what the files hold, however little; a file that is not whole is an error."""
    found: dict[str, str] = {}
    for path in folder.glob("content/translations/*/*.po"):
        for entry in read_entries(path.read_bytes()):
            assert isinstance(entry, Entry)
            found |= {} if entry.is_header else {entry.source: entry.text}
    return found


def files(folder: Path) -> dict[str, bytes]:
    root = folder / "content"
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """Return the files that a run leaves which nobody kills, and how long it takes."""
    folder = tmp_path_factory.mktemp("whole")
    unpacked(folder / "packages")
    process, _ = started(folder)
    began = time.monotonic()
    process.join()
    assert process.exitcode == 0
    assert texts(folder) == english()
    return files(folder), time.monotonic() - began


def started(folder: Path) -> tuple[Any, Any]:
    """Return a process that translates in `folder`, and the number of texts that it says are kept."""
    context = multiprocessing.get_context("forkserver")
    # So that a process is at work at once: what is imported before it begins is not what is tested.
    context.set_forkserver_preload(
        ["digest.translate.engines.argos", "argostranslate.package", "ctranslate2"]
    )
    kept = context.Value("i", 0, lock=False)
    process = context.Process(target=run, args=(folder, kept))
    process.start()
    return process, kept


MOMENTS = [
    0,
    *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(1, 50)),
]


@pytest.mark.parametrize("seed", MOMENTS)
def test_a_killed_run_loses_one_chunk_at_most_and_the_next_goes_on(
    tmp_path: Path, whole: tuple[dict[str, bytes], float], seed: int
) -> None:
    expected, seconds = whole
    unpacked(tmp_path / "packages")
    process, kept = started(tmp_path)
    # No longer than it runs: `seconds` may have been measured on a busy machine.
    process.join(random.Random(seed).random() * seconds)  # noqa: S311 - no secret
    process.kill()
    process.join()
    found = texts(tmp_path)
    assert found.items() <= english().items()
    assert len(found) >= kept.value
    if shutil.which("msgfmt"):
        for path in tmp_path.glob("content/translations/*/*.po"):
            subprocess.run(["msgfmt", "--check", "--output-file", "-", path], check=True, capture_output=True)
    process, _ = started(tmp_path)
    process.join()
    assert process.exitcode == 0
    assert files(tmp_path) == expected


def test_the_backlog_of_these_tests_is_many_chunks() -> None:
    assert len(list(chunks(use.segment for use in uses()))) > 4
