"""Programs that pip cannot bring: a test that needs one says so, and under CI it must be there."""

from __future__ import annotations

import os
import shutil

import pytest


def needs(*programs: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where a program is missing, but never under CI."""
    missing = [program for program in programs if not shutil.which(program)]
    reason = f"not installed here: {', '.join(missing)} (tests/system.sh installs them)"
    return pytest.mark.skipif(bool(missing) and not os.environ.get("CI"), reason=reason)
