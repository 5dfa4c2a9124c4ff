"""What is wrong, as shells print it: a line each, none too long, not too many, and no terminal obeys them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from digest.model import Problem, Severity

LONGEST = 300
"""Characters of a message."""
MOST = 50
"""Messages about one file; how many more there are is said in one."""

# They part or join letters of words in Persian, Hindi or emoji, and turn nothing around.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
_PATH = re.compile(r"(?P<path>[^:]{1,4096}(?::\d+)?): ")


def one_line(text: str, limit: int = LONGEST) -> str:
    r"""Return `text` on one line, cut to `limit` characters, what nobody can see shown as “�”.

    >>> one_line("red\x1b[31m\nand \u202eturned"), one_line("x" * 9, 5)
    ('red�[31m and �turned', 'xxxx…')
    """
    line = " ".join(text.split())
    shown = "".join(char if char.isprintable() or char in _JOINERS else "�" for char in line)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of an error's text, each as one message; of many, the first and a count."""
    lines = text.splitlines() or [""]
    for line in lines[:MOST]:
        found = _PATH.match(line)
        # A path is whole or of no use.
        yield one_line(line, LONGEST + (found.end() if found else 0))
    if len(lines) > MOST:
        yield f"and {len(lines) - MOST} more"


def told(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems as they are printed; of more than fifty in one file, the first and a count."""
    held = tuple(problems)
    times = Counter(problem.path for problem in held)
    seen: Counter[str] = Counter()
    for problem in held:
        seen[problem.path] += 1
        if seen[problem.path] < MOST or times[problem.path] == MOST:
            yield replace(problem, path=printable(problem.path), message=one_line(problem.message))
        elif seen[problem.path] == MOST:
            rest = [one for one in held if one.path == problem.path][MOST - 1 :]
            worst = min((one.severity for one in rest), key=list(Severity).index)
            yield Problem(printable(problem.path), None, worst, f"and {len(rest)} more problems in this file")


def printable(path: str) -> str:
    r"""Return a path in which a terminal obeys nothing.

    >>> printable("articles/a\nb.md")
    'articles/a�b.md'
    """
    return "".join(char if char.isprintable() or char in _JOINERS else "�" for char in path)


def place(path: str, folder: Path) -> str:
    """Return a path of the content folder as it is from where the program runs, ready for any command."""
    return printable(os.path.relpath(folder / path)) if path else ""


def line_of(problem: Problem, folder: Path, *, severity: bool = False) -> str:
    """Return the line that tells a problem: `path:line: what is wrong; what right looks like`.

    Args:
        problem: As `told` yields it.
        folder: The content folder, which its path is relative to.
        severity: Whether to say it, too.
    """
    said = f"{problem.severity}: {problem.message}" if severity else problem.message
    return f"{place(problem.path, folder)}:{problem.line or 1}: {said}" if problem.path else said
