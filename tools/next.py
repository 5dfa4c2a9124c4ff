"""What would change with the newest versions of the packages that the project stands on, in words.

`make test-next` makes an environment without pins and runs this in ours: both build the sample, the goldens
run in the new one, and what differs is told by kind. Nothing in the project changes.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEW = ROOT / ".venv/next/bin/python"
GOLDENS = (
    "tests/test_sample.py",
    "tests/read",
    "tests/quote",
    "tests/languages",
    "tests/publish/test_strings.py",
)
WORDS = re.compile(r"<[^>]+>")
SHOWN = 3
"""Examples of each kind of difference."""


def versions(python: str | Path) -> dict[str, str]:
    """Return what is installed, by name."""
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json"], capture_output=True, text=True, check=True
    )
    return {one["name"].lower(): one["version"] for one in json.loads(listed.stdout)}


def site(python: str | Path, folder: Path) -> Mapping[str, bytes]:
    """Return the sample as it is built with what is installed there."""
    done = subprocess.run(
        [python, "-m", "mkdocs", "build", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"The sample cannot be built with the new versions:\n{done.stderr}")
        return {}
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kind(path: str) -> str:
    """Return what a file is to readers."""
    for mark, name in (
        ("search/index/", "search index"),
        ("assets/", "files of the theme"),
        (".xml", "feeds and lists"),
    ):
        if mark in path:
            return name
    return "pages" if path.endswith(".html") else "other files"


def told(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """Yield lines about each kind of file that differs."""
    differing = defaultdict(list)
    for path in sorted({*old, *new}):
        if old.get(path) != new.get(path):
            differing[kind(path)].append(path)
    for name, paths in differing.items():
        yield f"{name}: {len(paths)} differ, are gone or are new"
        for path in paths[:SHOWN]:
            yield f"  {path}: {_difference(old.get(path), new.get(path))}"


def _difference(old: bytes | None, new: bytes | None) -> str:
    if old is None or new is None:
        return "new" if old is None else "gone"
    before, after = (WORDS.sub("", one.decode("utf-8", "replace")).splitlines() for one in (old, new))
    changed = [
        line.strip()
        for line in difflib.ndiff(before, after)
        if line.startswith(("- ", "+ ")) and line[2:].strip()
    ]
    return "only markup" if not changed else " / ".join(line[:100] for line in changed[:2])


def main() -> int:
    """Tell everything; the exit status is that of the goldens."""
    ours, theirs = versions(sys.executable), versions(NEW)
    moved = [
        f"{name} {ours[name]} -> {theirs[name]}"
        for name in sorted(ours)
        if theirs.get(name, ours[name]) != ours[name]
    ]
    print("Newer versions:", ", ".join(moved) or "none")
    with tempfile.TemporaryDirectory() as folder:
        sites = [
            site(python, Path(folder) / name) for python, name in ((sys.executable, "old"), (NEW, "new"))
        ]
        print("\n".join(told(*sites)) or "The sample is the same, byte for byte.")
    print("The goldens, with the new versions:", flush=True)
    return subprocess.run([NEW, "-m", "pytest", "-q", *GOLDENS], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
