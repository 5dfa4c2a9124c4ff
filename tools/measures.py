"""Prints what the house measures, here and in packages beside: `python -m tools.measures [FOLDER …]`.

Lines, functions and comments are counted from the sources alone, so that projects are compared by one rule:
give the folders of others (`site-packages/reader`), and each gets a column. Comments are whole lines or ends
of lines; licence headers are not told apart. Reasons are comments, and texts right below a name that say
what it is or why it has its value. A public name is one without an underscore before it.
"""

from __future__ import annotations

import argparse
import ast
import io
import statistics
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

_SHORT = 16
"""Lines that a function has at most in nine of ten cases, where code is good to read."""
_TESTS = frozenset({"tests", "test"})


@dataclass
class Measured:
    """What was counted in a package."""

    lines: list[int] = field(default_factory=list)
    functions: list[int] = field(default_factory=list)
    comments: int = 0
    below: int = 0
    """Texts below names."""
    public: int = 0
    documented: int = 0
    arguments: int = 0
    typed: int = 0
    records: int = 0
    frozen: int = 0

    def take(self, path: Path) -> None:
        """Count one module; one that is no Python of today is left out."""
        source = path.read_text(encoding="utf-8", errors="replace")
        try:
            tree = ast.parse(source)
            tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
        except (SyntaxError, tokenize.TokenError, ValueError):
            return
        self.lines.append(source.count("\n"))
        self.comments += sum(token.type == tokenize.COMMENT for token in tokens)
        for node in ast.walk(tree):
            self.below += _texts_below(node)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self._take_function(node)
            elif isinstance(node, ast.ClassDef):
                self._take_class(node)

    def _take_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.functions.append((node.end_lineno or node.lineno) - node.lineno + 1)
        told = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        told = [one for one in told if one.arg not in {"self", "cls"}]
        self.arguments += len(told) + 1
        self.typed += sum(one.annotation is not None for one in told) + (node.returns is not None)
        self._take_name(node)

    def _take_class(self, node: ast.ClassDef) -> None:
        made = [ast.unparse(one) for one in node.decorator_list if "dataclass" in ast.unparse(one)]
        self.records += bool(made)
        self.frozen += any("frozen=True" in one for one in made)
        self._take_name(node)

    def _take_name(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        if not node.name.startswith("_"):
            self.public += 1
            self.documented += ast.get_docstring(node) is not None

    def told(self, tests: int, cases: int, crowded: int) -> dict[str, float]:
        """Return the figures by name.

        Args:
            tests: Lines of the tests' code.
            cases: Lines of the files that tests read, golden ones among them.
            crowded: Modules of the largest folder.
        """
        whole = sum(self.lines) or 1
        return {
            "modules": len(self.lines),
            "lines": whole,
            "median module": statistics.median(self.lines or [0]),
            "largest module": max(self.lines, default=0),
            "largest folder": crowded,
            "median function": statistics.median(self.functions or [0]),
            f"functions up to {_SHORT} lines %": _share(
                sum(n <= _SHORT for n in self.functions), len(self.functions)
            ),
            "typed %": _share(self.typed, self.arguments),
            "documented %": _share(self.documented, self.public),
            "frozen records %": _share(self.frozen, self.records),
            "comments per 100 lines": round(100 * self.comments / whole, 1),
            "reasons per 100 lines": round(100 * (self.comments + self.below) / whole, 1),
            "test code a line": round(tests / whole, 2),
            "with golden files": round((tests + cases) / whole, 2),
        }


def _texts_below(node: ast.AST) -> int:
    """Return how many of a block's names have a text right below."""
    body = getattr(node, "body", None)
    if not isinstance(body, list):
        return 0
    return sum(
        isinstance(one, ast.Assign | ast.AnnAssign)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
        for one, after in pairwise(body)
    )


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def measured(folder: Path, tests: Path | None) -> dict[str, float]:
    """Return the figures of a package, with those of its tests where there are any."""
    counted = Measured()
    modules = list(_modules(folder))
    for path in modules:
        counted.take(path)
    by_folder = [
        sum(one.parent == at and one.name != "__init__.py" for one in modules) for at in _rooms(modules)
    ]
    code = _lines(tests, frozenset({".py"})) if tests else 0
    cases = _lines(tests, _CASES) if tests else 0
    return counted.told(code, cases, max(by_folder, default=0))


def _modules(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.py")):
        if not _TESTS & set(path.relative_to(folder).parts[:-1]):
            yield path


def _rooms(modules: Iterable[Path]) -> set[Path]:
    return {path.parent for path in modules}


_CASES = frozenset({".txt", ".tsv", ".html", ".md", ".xml", ".json", ".jsonl", ".po", ".eml"})
"""Endings of files of cases: texts that tests read. What is packed or drawn has no lines."""


def _lines(tests: Path, kinds: frozenset[str]) -> int:
    """Return the lines of files with these endings below a folder."""
    files = (path for path in tests.rglob("*") if path.suffix in kinds and path.is_file())
    return sum(path.read_bytes().count(b"\n") for path in files)


def main() -> None:
    """Print the figures, a column a package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="*", type=Path, help="packages of others to stand beside")
    given = parser.parse_args()
    columns = {"digest": measured(Path("digest"), Path("tests"))}
    for folder in given.folders:
        beside = next(
            (folder.parent / name for name in sorted(_TESTS) if (folder.parent / name).is_dir()), None
        )
        columns[folder.name] = measured(folder, beside)
    width = max(map(len, columns["digest"]))
    print(" " * width, *(f"{name:>12}" for name in columns))
    for name in columns["digest"]:
        print(f"{name:{width}}", *(f"{figures[name]:>12,}" for figures in columns.values()))


if __name__ == "__main__":
    main()
