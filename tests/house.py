"""Rooms stay small: `python tests/house.py` names modules and functions that have outgrown theirs."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 50


def outgrown(folder: Path) -> Iterator[str]:
    """Yield a line for each module and function under `folder` that is too long."""
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        lines = source.count("\n")
        if lines > MODULE_LINES:
            yield f"{path}: {lines} lines; split it by noun, {MODULE_LINES} are the limit"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f"{path}:{node.lineno}: {node.name} has {length} lines, {FUNCTION_LINES} are the limit"


if __name__ == "__main__":
    found = [line for folder in ("digest", "tests", "benchmarks", "tools") for line in outgrown(Path(folder))]
    sys.exit("\n".join(found) or 0)
