"""Somebody who installed the wheel and has an empty folder gets a site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sites import ROOT, a_site, built, run, tree


def test_the_wheel_alone_builds_the_same_site_in_another_folder(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT], check=True, timeout=300)
    (wheel,) = tmp_path.glob("mkdocs_digest-*.whl")
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
    told = run("digest", "constraints", folder=folder, python=python)
    assert told.stdout == (ROOT / "constraints.txt").read_text("utf-8")
    listed = run("digest", "check", folder=folder, python=python)
    assert (listed.returncode, listed.stdout) == (0, "")
