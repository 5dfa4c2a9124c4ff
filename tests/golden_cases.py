"""Golden cases: files of `tests/golden/` that anybody can add to without reading any code."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def rows(name: str) -> list[tuple[str, ...]]:
    """Return the lines of a file, each parted at its bars; those that begin with # are remarks."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return [tuple(part.strip() for part in line.split(" | ")) for line in told]


def blocks(name: str) -> list[tuple[str, list[str]]]:
    """Return the cases of a file that blank lines part: what is special about each, and its lines."""
    parts = (FOLDER / name).read_text(encoding="utf-8").strip().split("\n\n")[1:]
    return [_block(part.splitlines()) for part in parts]


def _block(lines: list[str]) -> tuple[str, list[str]]:
    remarks = [line.lstrip("# ") for line in lines if line.startswith("#")]
    return " ".join(remarks), [line for line in lines if not line.startswith("#")]
