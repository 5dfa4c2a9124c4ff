"""What other packages bring by entry points: it adds, changes nothing of ours, and a broken one is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sites import a_site, run, write

POINTS = """
[digest.languages]
en = theirs
tlh = theirs
[digest.catalogs]
tlh = nowhere
[digest.readers]
broken = theirs:nothing
"""


def a_package(folder: Path, points: str = POINTS) -> dict[str, str]:
    """Install a package in `folder`; return the environment that finds it."""
    write(folder / "theirs/__init__.py", "")
    write(folder / "theirs/en.toml", "marks = [['x', 'y']]\n")
    write(folder / "theirs/tlh.toml", "marks = [['x', 'y']]\nverbs.say = ['jatlh']\n")
    write(folder / "theirs-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: theirs\nVersion: 1\n")
    write(folder / "theirs-1.dist-info/entry_points.txt", points)
    return {"PYTHONPATH": str(folder)}


def python(script: str, folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_row_of_another_package_is_read_and_ours_stay(tmp_path: Path) -> None:
    script = (
        "from digest import languages\n"
        "print(languages.row('tlh').verbs.say, 'tlh' in languages.codes(), languages.row('en').marks[0][0] != 'x')\n"
    )
    done = python(script, tmp_path, a_package(tmp_path))
    assert done.stdout.strip() == "('jatlh',) True True", done.stderr


def test_a_package_that_does_not_hold_what_it_says_is_named(tmp_path: Path) -> None:
    env = a_package(tmp_path)
    done = python("from digest.publish.frame import read_catalog; read_catalog('tlh')", tmp_path, env)
    assert "nowhere: brings “tlh” for digest.catalogs, and has no file tlh.po" in done.stderr


def test_a_row_that_is_none_is_named(tmp_path: Path) -> None:
    env = a_package(tmp_path)
    write(tmp_path / "theirs/tlh.toml", "verb = 3\n")
    done = python("from digest import languages; languages.row('tlh')", tmp_path, env)
    assert "theirs: tlh.toml is no row of a language" in done.stderr


def test_a_reader_that_cannot_be_had_ends_adding_with_one_line(tmp_path: Path) -> None:
    env = a_package(tmp_path / "installed")
    site = a_site(tmp_path / "site")
    write(site / "a.txt", "A text.\n")
    done = run("digest", "add", "a.txt", "--outlet", "wtop", folder=site, env=env)
    assert done.returncode == 1
    assert "the reader broken of theirs:nothing cannot be had" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
