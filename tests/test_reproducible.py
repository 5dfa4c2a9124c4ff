"""The same content gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sites import ROOT, tree
from system import needs

HERE = ["unshare", "--map-root-user", "--net"]


def built_offline(folder: Path, *, jobs: int, day: str, **env: str) -> dict[str, bytes]:
    """Build a copy of the sample digest in `folder`, without network, on another day."""
    shutil.copytree(ROOT / "content", folder / "content")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        config.replace("translate: never", f"translate: never\n      jobs: {jobs}")
    )
    subprocess.run(
        [*HERE, "faketime", day, sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        check=True,
        timeout=300,
    )
    return tree(folder / "site")


@needs("unshare", "faketime")
def test_day_folder_zone_locale_hash_seed_and_jobs_change_no_byte(tmp_path: Path) -> None:
    first = built_offline(
        tmp_path / "a", jobs=1, day="2026-01-01 10:00:00", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1"
    )
    second = built_offline(
        tmp_path / "another folder",
        jobs=2,
        day="2031-07-09 23:59:00",
        TZ="Asia/Tokyo",
        LC_ALL="ar_EG.UTF-8",
        LANGUAGE="fr",
        PYTHONHASHSEED="77",
    )
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
