"""Remarks (`#.`) as they were before a tool wrapped them.

Babel and polib break them at spaces and behind hyphens, and the file does not say where. A line goes on the
one before if its first word had no room there, or if that one is a machine's stamp or an outlet's name and
address and not whole yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

KEYED = re.compile(r"(?:machine|outlet|person|reviewed|doubtful|refused):(?=\s|$)")
STAMP = r"([^\s=]+) +([^\s=]+) +([^\s=]+) +sha256=([0-9a-f]{64})(?: +pivot=(\S+))?((?: +\w+=\S+)*)"
"""Engine, model, version, hash of the output, pivot and options."""
_STAMPED = re.compile(f"machine:\\s+{STAMP}")
_SETTINGS = re.compile(r"\w+=\S+(?: +\w+=\S+)*")
_ADDRESS = re.compile(r"https?://\S+")
_NARROWEST, _WIDEST = 76, 80
"""Columns: Babel breaks lines at 76 without the mark, polib at 78 with it, and neither leaves longer ones."""
_HYPHEN = re.compile(r"\w-$")
_MARK = len("#. ")
_PIECE = re.compile(r"\S+?(?<=\w)-(?=\w)|\S+")
"""What is not broken: a word, or the part of one up to a hyphen."""


def unwrapped(remarks: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each remark in one line, and the lines that it stands in.

    >>> [whole for whole, _ in unwrapped(["outlet: A Gazette", "https://example.org/", "Seen twice."])]
    ['outlet: A Gazette https://example.org/', 'Seen twice.']
    """
    whole = ""
    lines: tuple[str, ...] = ()
    for line in remarks:
        if lines and _goes_on(whole, lines[-1], line):
            between = "" if _HYPHEN.search(lines[-1]) else " "
            whole, lines = f"{whole}{between}{line}", (*lines, line)
            continue
        if lines:
            yield whole, lines
        whole, lines = line, (line,)
    if lines:
        yield whole, lines


def _goes_on(whole: str, last: str, line: str) -> bool:
    """Tell whether a line belongs to a remark whose last line so far is `last`."""
    if KEYED.match(line):
        return False
    if whole.startswith("machine:"):
        return bool(_SETTINGS.fullmatch(line)) if _STAMPED.fullmatch(whole) else _no_stamp_yet(whole)
    if whole.startswith("outlet:"):
        address = _ADDRESS.search(whole)
        if address is None and _ADDRESS.fullmatch(line):
            return True
        if address and address.end() == len(whole):
            # No address ends in a hyphen, whatever the width was that a tool broke it at.
            return bool(_HYPHEN.search(last)) and not re.search(r"\s", line)
    return _had_no_room(last, line)


def _no_stamp_yet(whole: str) -> bool:
    """Tell whether a machine's remark ends before its hash; what follows a whole one is somebody's own."""
    return "sha256=" not in whole


def _had_no_room(last: str, line: str) -> bool:
    piece = _PIECE.match(line)
    wrapped = _MARK + len(last) <= _WIDEST or " " not in last
    space = 0 if _HYPHEN.search(last) else 1
    return piece is not None and wrapped and _MARK + len(last) + space + len(piece[0]) > _NARROWEST
