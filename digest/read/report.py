"""Where the problems of one file are collected, so that all of them are told at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from digest.languages.visible import in_a_line
from digest.model import Problem, Severity


class Report:
    """The problems of one file while it is read.

    Args:
        path: The file, relative to the content folder, with `/`.
        zone: The site's time zone: it decides the day of every instant.
    """

    def __init__(self, path: str, zone: ZoneInfo) -> None:
        self.path = path
        self.zone = zone
        self.problems: list[Problem] = []

    def error(self, line: int | None, message: str) -> None:
        """Add what is wrong at `line`, and what right looks like."""
        self.problems.append(Problem(self.path, line, Severity.ERROR, in_a_line(message)))

    def warning(self, line: int | None, message: str) -> None:
        """Add what is doubtful at `line`, though it stops nothing."""
        self.problems.append(Problem(self.path, line, Severity.WARNING, in_a_line(message)))

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing in the file is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def suggestion(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the words that end a message about an unknown name.

    >>> suggestion("newsweak", ["blick", "newsweek"])
    '; did you mean “newsweek”?'
    >>> suggestion("zzz", ["blick"], "it must be an id of outlets.yml")
    '; it must be an id of outlets.yml'
    """
    by_folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    close = difflib.get_close_matches(wrong.casefold(), sorted(by_folded), n=1, cutoff=0.7)
    if close:
        return f"; did you mean “{by_folded[close[0]]}”?"
    return f"; {otherwise}" if otherwise else ""


def shortened(text: str, limit: int = 60) -> str:
    r"""Return `text` on one line, cut to `limit` characters.

    >>> shortened("one\ntwo", 5)
    'one t…'
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit] + "…"
