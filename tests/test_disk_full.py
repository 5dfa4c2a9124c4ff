"""A disk that is full ends a build in a line, and no half of a site stays."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from sites import a_site, built, run


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


@pytest.mark.parametrize("size", [2_000, 9_000, 60_000])
def test_a_full_disk_ends_the_build_in_a_line_and_leaves_no_half_of_a_site(tmp_path: Path, size: int) -> None:
    folder = a_site(tmp_path)
    built(folder)
    result = limited(folder, size)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "was removed" in result.stderr.splitlines()[-1]
    assert list((folder / "site").iterdir()) == []
    assert run("mkdocs", "build", "--strict", folder=folder).returncode == 0
