"""What an entry of the memory becomes: where it is used now, its new source, what a machine made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from digest.model import Engine, Segment, SegmentUse
from digest.translate.memory.origin import is_outdated_output, refusal, stamp, with_origin, with_refusal
from digest.translate.po import Entry

Change = Callable[[Entry | None], Entry | None]
"""Gets what a file has under a key at the moment of writing; returns what it shall have, or None for that."""


def used_at(uses: Sequence[SegmentUse]) -> Change:
    """Say where a text stands, and put its entry into use again if it is obsolete."""

    def change(entry: Entry | None) -> Entry | None:
        places = _places(uses)
        if entry is None:
            return None
        if sorted(entry.places) == sorted(places):
            places = entry.places
        return entry._replace(places=places, obsolete=False)

    return change


def moved(segment: Segment, uses: Sequence[SegmentUse]) -> Change:
    """Give an entry to a source that was edited; its text waits for a review, beside what it was made for."""

    def change(entry: Entry | None) -> Entry | None:
        if entry is None:
            return None
        made_for = entry.source if entry.previous is None else entry.previous
        back = not entry.text.strip() or made_for == segment.text
        return entry._replace(
            source=segment.text,
            places=_places(uses),
            flags=_with_fuzzy(entry.flags) if entry.text.strip() else entry.flags,
            previous=None if back else made_for,
        )

    return change


def retired(entry: Entry | None) -> Entry | None:
    """Make an entry obsolete."""
    return entry._replace(obsolete=True) if entry else None


def filled(segment: Segment, uses: Sequence[SegmentUse], engine: Engine, text: str) -> Change:
    """Put machine output into an entry, unless somebody has written there meanwhile."""

    def change(entry: Entry | None) -> Entry | None:
        entry = entry or _new(segment, uses)
        if entry.text.strip() and not is_outdated_output(entry, segment.text):
            return None
        return entry._replace(
            text=text,
            remarks=with_origin(entry.remarks, stamp(engine, text)),
            flags=_with_fuzzy(entry.flags),
            previous=None,
            obsolete=False,
        )

    return change


def refused(segment: Segment, uses: Sequence[SegmentUse], engine: Engine, reason: str) -> Change:
    """Say in an empty entry why machine output is not there."""

    def change(entry: Entry | None) -> Entry | None:
        entry = entry or _new(segment, uses)
        if entry.text.strip():
            return None
        return entry._replace(remarks=with_refusal(entry.remarks, refusal(engine, reason)))

    return change


def left(segment: Segment, uses: Sequence[SegmentUse]) -> Change:
    """Leave an empty entry for a person to fill in, where there is none."""
    return lambda entry: _new(segment, uses) if entry is None else None


def _new(segment: Segment, uses: Sequence[SegmentUse]) -> Entry:
    return Entry(str(segment.kind), segment.text, places=_places(uses))


def _places(uses: Iterable[SegmentUse]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.place for use in uses))


def _with_fuzzy(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(["fuzzy", *flags]))
