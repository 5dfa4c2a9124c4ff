"""Which of two versions of an article is the later one."""

from __future__ import annotations

from datetime import UTC, datetime

from digest.add.known.entries import Entry


def is_newer(updated: str | None, entry: Entry) -> bool:
    """Tell whether a source says that it changed its article after the version that is kept."""
    kept = entry.values.get("updated") or entry.values.get("published")
    return bool(updated and kept and _moment(updated) > _moment(kept))


def is_older(updated: str, entry: Entry) -> bool:
    """Tell whether a source's version of an article was there before the one that is kept."""
    kept = entry.values.get("updated")
    return bool(kept and _moment(updated) < _moment(kept))


def _moment(iso: str) -> datetime:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as WARC and front matter write it, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
