"""How far a segment's translation has come: what editors are shown, and no reader."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model.translation import Notice, Origin, SegmentUse, Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the committed memory has for a segment in a language."""

    use: SegmentUse
    """The first of it."""
    translation: Translation | None
    refused: str | None = None
    """Why machine output was not taken, where there is no translation."""
    doubt: str | None = None
    """What makes the translation doubtful."""
    where: str | None = None
    """`path:line` of its entry in the memory."""

    @property
    def is_stale(self) -> bool:
        """Tell whether the source changed since it was translated."""
        return self.translation is not None and Notice.STALE in self.translation.notices

    @property
    def is_unread(self) -> bool:
        """Tell whether a machine worded it and nobody has read it since."""
        made = self.translation
        return made is not None and made.origin is Origin.MACHINE and not made.reviewed

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the translation seems to have lost something."""
        return self.translation is not None and Notice.DOUBTFUL in self.translation.notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the segments that a language needs it has, and of which kind; kinds overlap."""

    target: str
    source: str | None
    """The language they are in; None: any."""
    segments: int
    translated: int
    machine: int
    """Of those translated, worded by a machine, reviewed or not."""
    reviewed: int
    stale: int
    doubtful: int
    refused: int
    """Of those missing, translated by a machine in a way that was not taken."""
    missing: int
    unread: int = 0
    """Of those worded by a machine, read by nobody since."""


def coverage(standings: tuple[Standing, ...], *, target: str, source: str | None = None) -> Coverage:
    """Count the standings in a language, of any source or of one."""
    held = [
        standing
        for standing in standings
        if standing.use.target == target and source in {None, standing.use.segment.language}
    ]
    texts = [standing.translation for standing in held if standing.translation]
    return Coverage(
        target=target,
        source=source,
        segments=len(held),
        translated=len(texts),
        machine=sum(text.origin is Origin.MACHINE for text in texts),
        reviewed=sum(text.reviewed for text in texts),
        stale=sum(standing.is_stale for standing in held),
        doubtful=sum(standing.is_doubtful for standing in held),
        refused=sum(standing.refused is not None for standing in held),
        missing=len(held) - len(texts),
        unread=sum(standing.is_unread for standing in held),
    )
