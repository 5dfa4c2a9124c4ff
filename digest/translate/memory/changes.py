"""What an entry of the memory becomes: where it is used now, its new source, what a machine made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from digest.languages.visible import clean
from digest.model import Engine, Segment, SegmentUse
from digest.translate.memory.origin import (
    is_outdated_output,
    is_unread_output,
    refusal,
    stamp,
    with_origin,
    with_refusal,
    without_origin,
    without_review,
)
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


def filled(
    segment: Segment, uses: Sequence[SegmentUse], engine: Engine, text: str, doubt: str | None = None
) -> Change:
    """Put machine output into an entry, and what makes it doubtful, unless somebody has written there."""

    def change(entry: Entry | None) -> Entry | None:
        entry = entry or _new(segment, uses)
        if entry.text.strip() and not is_outdated_output(entry, segment.text):
            return None
        return entry._replace(
            text=text,
            remarks=with_origin(entry.remarks, stamp(engine, text), doubt),
            flags=_with_fuzzy(entry.flags),
            previous=None,
            obsolete=False,
        )

    return change


def renewed(engine: Engine, text: str, doubt: str | None = None) -> Change:
    """Put another engine's output into an entry in which a machine's stands that nobody has reviewed."""

    def change(entry: Entry | None) -> Entry | None:
        if entry is None or not is_unread_output(entry):
            return None
        remarks = with_origin(entry.remarks, stamp(engine, text), doubt)
        return entry._replace(text=text, remarks=remarks, flags=_with_fuzzy(entry.flags), previous=None)

    return change


def accepted(text: str, name: str | None) -> Change:
    """Say that somebody has read a text and left it as it is; who, where a name is given.

    A text that is another one by now was not what was read.
    """

    def change(entry: Entry | None) -> Entry | None:
        if entry is None or clean(entry.text) != text:
            return None
        signed = (*without_review(entry.remarks), f"reviewed: {name}") if name else entry.remarks
        return entry._replace(flags=_without_fuzzy(entry.flags), remarks=signed, previous=None)

    return change


def reworded(before: str, text: str, name: str | None) -> Change:
    """Put a person's text in the place of the one that was read."""

    def change(entry: Entry | None) -> Entry | None:
        if entry is None or clean(entry.text) != before:
            return None
        remarks = with_origin(entry.remarks, f"person: {name}") if name else without_origin(entry.remarks)
        return entry._replace(text=text, flags=_without_fuzzy(entry.flags), remarks=remarks, previous=None)

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


def _without_fuzzy(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag != "fuzzy")


def _with_fuzzy(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(["fuzzy", *flags]))
