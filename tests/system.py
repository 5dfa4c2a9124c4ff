"""Programs that pip cannot bring: a test that needs one says so, and under CI it must be there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def needs(*programs: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where a program is missing, but never under CI."""
    missing = [program for program in programs if not shutil.which(program)]
    reason = f"not installed here: {', '.join(missing)} (tests/system.sh installs them)"
    return pytest.mark.skipif(bool(missing) and not os.environ.get("CI"), reason=reason)


def in_namespace(*command: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program where this user may mount; skip the test where nobody lets him, but not under CI."""
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    mounts = subprocess.run(
        [*alone, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    if mounts.returncode:
        if os.environ.get("CI"):
            pytest.fail("mounting in a namespace of one's own is not permitted here")
        pytest.skip("mounting in a namespace of one's own is not permitted here")
    return subprocess.run(
        [*alone, *map(str, command)], capture_output=True, text=True, check=False, cwd=folder
    )
