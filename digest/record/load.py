"""The file of the record, read: the order of its lines, and how often one stands there, do not matter."""

from __future__ import annotations

import gc
import json
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from digest.model import Event, Past, Problem, Published, RecordKind, Severity
from digest.record.lines import LineError, event_of, mark, parsed, written

RECORD = "record.jsonl"
"""In the content folder."""

_MEND = "take the line from an earlier commit, or delete it"


def load_record(content_dir: Path) -> tuple[Published, tuple[Problem, ...]]:
    """Return what the record says, and what is wrong with it; a line that is damaged takes no other along."""
    path = content_dir / RECORD
    try:
        if not path.exists() and not path.is_symlink():
            return Published(), ()
        if path.is_symlink() or not stat.S_ISREG(os.lstat(path).st_mode):
            return Published(), (_problem(None, "this is no ordinary file; `digest record` writes one"),)
        raw = path.read_bytes()
    except OSError as error:
        return Published(), (_problem(None, f"cannot be read: {error.strerror}"),)
    # All of these records stay: looking for garbage among them would take longer than making them.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _read(raw)
    finally:
        if was_on:
            gc.enable()


def _read(raw: bytes) -> tuple[Published, tuple[Problem, ...]]:
    events, problems = _all(raw) or _each(raw)
    return _published(events), problems


def _all(raw: bytes) -> tuple[list[Event], tuple[Problem, ...]] | None:
    """Return the events of a file without a fault, faster than line by line; None if there is any."""
    lines = raw.rstrip(b"\n")
    try:
        # A line has no end of line inside: JSON writes one as two signs.
        plain = json.loads(b"[" + lines.replace(b"\n", b",") + b"]")
        whole = len(plain) == lines.count(b"\n") + 1
        return ([*map(event_of, plain)], ()) if whole else None
    except (ValueError, RecursionError):
        return None


def _each(raw: bytes) -> tuple[list[Event], tuple[Problem, ...]]:
    events: list[Event] = []
    problems: list[Problem] = []
    seen: set[bytes] = set()
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line in seen or not line.strip():
            continue
        seen.add(line)
        try:
            events.append(parsed(line.decode()))
        except UnicodeDecodeError:
            problems.append(_problem(number, f"this is no UTF-8; {_MEND}"))
        except LineError as error:
            problems.append(_problem(number, f"{error}; {_MEND}"))
    return events, tuple(problems)


def _published(events: Iterable[Event]) -> Published:
    pasts: dict[RecordKind, dict[Any, Past]] = {kind: {} for kind in RecordKind}
    longer: dict[tuple[RecordKind, str], list[Event]] = {}
    for event in events:
        own = pasts[event.kind]
        if event.id in own:
            longer.setdefault((event.kind, event.id), [*own[event.id].events]).append(event)
        else:
            own[event.id] = Past((event,))
    for (kind, id_), told in longer.items():
        pasts[kind][id_] = Past(_in_order([*dict.fromkeys(told)]))
    return Published(
        articles=pasts[RecordKind.ARTICLE],
        stories=pasts[RecordKind.STORY],
        wordings=pasts[RecordKind.WORDING],
        people=pasts[RecordKind.PERSON],
    )


def _in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of one thing, oldest first: each stands behind the one that it refers to.

    Two branches may have told different things of the same one; the later day then has the last word, and of
    one day the line that sorts last. Where the line that one refers to is lost, its day tells its place.
    """
    by_mark = {mark(event): event for event in events}
    depth: dict[str, int] = {}
    for own in by_mark:
        chain = [own]
        while (was := by_mark[chain[-1]].was) in by_mark and was not in chain and chain[-1] not in depth:
            chain.append(was)
        below = depth.get(chain[-1], 0)
        for steps, one in enumerate(reversed(chain)):
            depth.setdefault(one, below + steps)
    return tuple(
        by_mark[own] for own in sorted(by_mark, key=lambda m: (depth[m], by_mark[m].day, written(by_mark[m])))
    )


def _problem(line: int | None, message: str) -> Problem:
    return Problem(RECORD, line, Severity.ERROR, message)
