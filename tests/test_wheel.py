"""Somebody who installed the wheel and has an empty folder gets a site."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sites import ROOT, a_site, built, run, tree


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True, timeout=300)
    (wheel,) = folder.glob("mkdocs_digest-*.whl")
    return wheel


WHERE = "import digest; print(digest.__file__)"


def test_what_is_in_the_wheel_builds_the_same_site(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    there = {"PYTHONPATH": str(tmp_path / "installed")}
    told = subprocess.run(
        [sys.executable, "-c", WHERE], cwd=tmp_path, env=there, capture_output=True, check=True
    )
    assert told.stdout.decode().startswith(there["PYTHONPATH"])
    folder = a_site(tmp_path / "elsewhere")
    done = run("mkdocs", "build", "--strict", folder=folder, env=there)
    assert done.returncode == 0, done.stderr
    assert tree(folder / "site") == tree(built(a_site(tmp_path / "checkout"), "--strict"))
    told_versions = run("digest", "constraints", folder=folder, env=there)
    assert told_versions.stdout == (ROOT / "constraints.txt").read_text("utf-8")


@pytest.mark.thorough
def test_the_wheel_alone_with_what_it_asks_for_builds_the_same_site(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, timeout=120)
    python = str(tmp_path / "venv/bin/python")
    pinned = ["--constraint", ROOT / "constraints.txt"]
    subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *pinned, wheel],
        check=True,
        timeout=400,
    )
    folder = a_site(tmp_path / "elsewhere")
    result = run("mkdocs", "build", "--strict", folder=folder, python=python)
    assert result.returncode == 0, result.stderr
    assert tree(folder / "site") == tree(built(a_site(tmp_path / "checkout"), "--strict"))
    listed = run("digest", "check", folder=folder, python=python)
    assert (listed.returncode, listed.stdout) == (0, "")
