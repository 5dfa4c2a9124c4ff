"""`sources.state.json`: what servers said the last time, so that they are asked only for what is new.

Committed with the content, never published. It changes only where there was something new, so that a run that
finds nothing leaves nothing to commit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from digest.atomic import write_atomically
from digest.errors import AddError
from digest.whole import json_of, read_whole

NAME = "sources.state.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is remembered of one source."""

    etag: str | None = None
    modified: str | None = None
    retry_at: str | None = None
    """When the server said that it may be asked again; ISO 8601."""
    left_out: tuple[str, ...] = ()
    """Addresses that it lists and that hold no article, so that they are not fetched again."""

    def is_waiting(self, now: datetime) -> bool:
        """Tell whether the server asked us to come later than now."""
        return self.retry_at is not None and now < datetime.fromisoformat(self.retry_at)


class States:
    """The states of all sources, by address.

    Args:
        content_dir: The content folder.

    Raises:
        AddError: the file is broken.
    """

    def __init__(self, content_dir: Path) -> None:
        self._path = content_dir / NAME
        try:
            found: Any = json_of(read_whole(self._path)) if self._path.exists() else {}
            self._states = {str(url): _state(values) for url, values in found.items()}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise AddError(
                f"{NAME}: this is broken ({error}); delete it, and sources are read anew"
            ) from error

    def __getitem__(self, url: str) -> SourceState:
        return self._states.get(url, SourceState())

    def write(self, url: str, state: SourceState) -> None:
        """Remember a source's state, on disk if it is another than before.

        Raises:
            AddError: the file cannot be written.
        """
        if self[url] == state:
            return
        self._states[url] = state
        self._save()

    def keep(self, urls: Mapping[str, object]) -> None:
        """Forget the sources that are listed no longer."""
        gone = self._states.keys() - urls.keys()
        if gone:
            self._states = {url: state for url, state in self._states.items() if url not in gone}
            self._save()

    def _save(self) -> None:
        rows = {url: _told(state) for url, state in sorted(self._states.items()) if state != SourceState()}
        try:
            text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
            write_atomically(self._path, text.encode())
        except OSError as error:
            raise AddError(f"{self._path}: cannot be written: {error.strerror}") from error


def _state(values: Mapping[str, Any]) -> SourceState:
    known = {key: values[key] for key in ("etag", "modified", "retry_at") if isinstance(values.get(key), str)}
    left_out = values.get("left_out", [])
    state = SourceState(**known, left_out=tuple(map(str, left_out)))
    if state.retry_at:
        moment = datetime.fromisoformat(state.retry_at)
        return state if moment.tzinfo else replace(state, retry_at=None)
    return state


def _told(state: SourceState) -> dict[str, Any]:
    return {key: value for key, value in asdict(state).items() if value}
