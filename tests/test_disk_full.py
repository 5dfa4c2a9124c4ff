"""A disk that is full ends a build in a line, and no half of a site stays."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from argos_packages import unpacked
from newsrooms import a_file, a_newsroom, a_rss, add, content_of
from sites import MKDOCS_YML, a_site, built, tree
from system import in_namespace, needs

from digest.translate.po import Entry, read_entries


def limited(folder: Path, size: int) -> subprocess.CompletedProcess[str]:
    """Build where no file may be larger than `size` bytes: to a program that is a full disk, at that file."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of one edition."""
    yml = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]")
    return a_site(tmp_path_factory.mktemp("full"), mkdocs_yml=yml)


@pytest.mark.parametrize("size", [2_000, 9_000, 60_000])
def test_a_full_disk_ends_the_build_in_a_line_and_leaves_no_half_of_a_site(folder: Path, size: int) -> None:
    assert list(built(folder, "--strict").iterdir())
    result = limited(folder, size)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "was removed" in result.stderr.splitlines()[-1]
    assert list((folder / "site").iterdir()) == []


ADDING = """
import pathlib, sys
sys.path[:0] = [sys.argv[1]]
from newsrooms import add
add(pathlib.Path("disk"), pathlib.Path("feed.xml"))
"""
TRANSLATING = """
import pathlib, sys, types
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/translate"]
from test_killed import run
run(pathlib.Path("disk"), types.SimpleNamespace())
"""
# What stands on the disk before is copied there; what is on it afterwards is copied back.
ON_A_DISK = (
    'mount -t tmpfs -o size="$1" none disk && cp -a before/. disk/ && "$2" -c "$3" "$4"; '
    'echo "status $?"; rm -rf after; cp -a disk after'
)


def on_a_disk(folder: Path, program: str, kilobytes: int) -> tuple[int, str]:
    """Run a program on a copy of `before` where only so much fits; what is left of it is `after`."""
    (folder / "disk").mkdir(exist_ok=True)
    tests = str(Path(__file__).parent)
    done = in_namespace(
        "sh", "-c", ON_A_DISK, "sh", f"{kilobytes}k", sys.executable, program, tests, folder=folder
    )
    return int(done.stdout.rpartition("status ")[2]), done.stderr


def size_of(folder: Path) -> int:
    """Return the kilobytes that a folder needs on such a disk: pages of four, one a folder or file at least."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // 4096) * 4 for size in files)


MOMENTS = [pytest.param(number, marks=[pytest.mark.thorough] * (number != 9)) for number in range(20)]
"""Twentieths of the room that is needed."""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    """Return a feed, and the content that it makes on a disk with room."""
    folder = tmp_path_factory.mktemp("added")
    text = " ".join(f"palabra{place}" for place in range(60))
    feed = a_rss(
        *((f"n/{n}", f"Noticia {n}", f"«Sí, {n}», dijo Elena Campos. {n} {text * 20}") for n in range(20))
    )
    a_newsroom(folder, "")
    add(folder, a_file(folder, "feed.xml", feed))
    return feed, tree(folder / "content")


@needs("unshare")
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_disk_that_is_full_while_articles_are_added_holds_whole_files_and_the_next_run_adds_the_rest(
    tmp_path: Path, added: tuple[str, dict[str, bytes]], moment: int
) -> None:
    feed, expected = added
    a_newsroom(tmp_path / "before", "")
    a_file(tmp_path, "feed.xml", feed)
    needed = sum(-(-len(content) // 4096) * 4 for content in expected.values())
    status, said = on_a_disk(tmp_path, ADDING, size_of(tmp_path / "before") + needed * moment // 20 + 4)
    # Towards the end there may be room: folders of a disk in memory take none.
    assert status == 1 or (moment > 10 and tree(tmp_path / "after/content") == expected), said
    assert status == 0 or "No space left on device" in said
    wrong = [problem for problem in content_of(tmp_path / "after").problems if problem.path != "articles"]
    assert wrong == []
    left = tree(tmp_path / "after/content")
    assert {path: expected.get(path) for path in left if path != "outlets.yml"} == {
        path: content for path, content in left.items() if path != "outlets.yml"
    }
    add(tmp_path / "after", tmp_path / "feed.xml")
    assert tree(tmp_path / "after/content") == expected


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Return a folder with packages, and the memory that a run on a disk with room leaves."""
    folder = tmp_path_factory.mktemp("translated")
    unpacked(folder / "before/packages")
    status, said = on_a_disk(folder, TRANSLATING, 200_000)
    assert status == 0, said
    return folder / "before", tree(folder / "after/content")


@pytest.mark.thorough
@needs("unshare")
@pytest.mark.parametrize("moment", range(20))
def test_a_disk_that_is_full_while_texts_are_translated_holds_whole_files_and_the_next_run_goes_on(
    tmp_path: Path, translated: tuple[Path, dict[str, bytes]], moment: int
) -> None:
    before, expected = translated
    shutil.copytree(before, tmp_path / "before")
    needed = sum(-(-len(content) // 4096) * 4 for content in expected.values())
    status, said = on_a_disk(tmp_path, TRANSLATING, size_of(before) + needed * moment // 20 + 4)
    assert status == 1 or (moment > 10 and tree(tmp_path / "after/content") == expected), said
    assert status == 0 or "No space left on device" in said
    for path in (tmp_path / "after").glob("content/translations/*/*.po"):
        assert all(isinstance(entry, Entry) for entry in read_entries(path.read_bytes()))
    assert not [path for path in tree(tmp_path / "after/content") if path not in expected]
    shutil.rmtree(tmp_path / "before")
    (tmp_path / "after").rename(tmp_path / "before")
    status, said = on_a_disk(tmp_path, TRANSLATING, 200_000)
    assert status == 0, said
    assert tree(tmp_path / "after/content") == expected
