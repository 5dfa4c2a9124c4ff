"""Rooms stay small: `python tests/house.py` names rooms, modules and functions that have outgrown theirs.

It also lists, and fails nothing for it, the modules that no test speaks of: none names the module or uses one
of its public names, and it has no examples of its own. They are tested by what others make of them.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 50
ROOM_MODULES = 14
"""Modules of a folder, its door among them not: more cannot be seen at a glance."""


def outgrown(folder: Path) -> Iterator[str]:
    """Yield a line for each room, module and function under `folder` that is too large."""
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


def crowded(folder: Path) -> Iterator[str]:
    """Yield a line for each room of the package that holds too many modules."""
    for room in sorted({path.parent for path in folder.rglob("*.py")}):
        modules = [path for path in room.glob("*.py") if path.name != "__init__.py"]
        if len(modules) > ROOM_MODULES:
            yield f"{room}: {len(modules)} modules; make rooms with doors of it, {ROOM_MODULES} are the limit"


def unspoken_of(folder: Path, tests: Path) -> Iterator[str]:
    """Yield each module of the package that no test names, nor any of its names."""
    said = "\n".join(path.read_text(encoding="utf-8") for path in sorted(tests.rglob("*.py")))
    used = set(re.findall(r"\w+", said))
    for path in sorted(folder.rglob("*.py")):
        module = ".".join(path.with_suffix("").parts)
        if path.name == "__init__.py" or module in said or used & {path.stem, *_public(path)}:
            continue
        if ">>>" not in path.read_text(encoding="utf-8"):
            yield str(path)


def _public(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def twins(tests: Path) -> Iterator[str]:
    """Yield each test file whose name another has: pytest takes the second for the first, and stops."""
    first: dict[str, Path] = {}
    for path in sorted(tests.rglob("test_*.py")):
        if first.setdefault(path.name, path) != path:
            yield f"{path}: {first[path.name]} has this name; give it one of its own"


if __name__ == "__main__":
    found = [line for name in ("digest", "tests", "benchmarks", "tools") for line in outgrown(Path(name))]
    found += [*crowded(Path("digest")), *twins(Path("tests"))]
    if unspoken := [*unspoken_of(Path("digest"), Path("tests"))]:
        print("no test speaks of:", *unspoken, sep="\n  ")  # noqa: T201
    sys.exit("\n".join(found) or 0)
