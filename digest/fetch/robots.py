"""What hosts allow (`robots.txt`, RFC 9309), remembered for a day."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from digest.whole import json_of, read_whole

_DAY = 86_400
"""Seconds for which a site's rules are believed: RFC 9309 allows as many."""
_LONGEST_DELAY = 30.0
"""Seconds; hosts that ask for more would keep a run for hours, and get one page a run from us."""
_NOTHING = "User-agent: *\nDisallow: /"


class Robots:
    """The rules of hosts, asked for once a day.

    Args:
        agent: Our name.
        folder: Where they are remembered; None: nowhere.
    """

    def __init__(self, agent: str, folder: Path | None) -> None:
        self._agent = agent
        self._file = folder / "robots.json" if folder else None
        self._known: dict[str, tuple[float, str]] = self._read()
        self._parsed: dict[str, Any] = {}

    def allow(self, address: str, ask: Callable[[str], tuple[int, bytes]]) -> bool:
        """Tell whether an address may be fetched; `ask` fetches a `robots.txt`."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = self._rules(origin, ask)
        return bool(rules.can_fetch(address, self._agent))

    def has_rules(self, address: str) -> bool:
        """Tell whether the host of an address answered with rules of its own, or that it has none."""
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.netloc}" in self._known

    def delay(self, place: str) -> float:
        """Return the seconds that a host (with its port) asks for between two requests."""
        for origin, rules in self._parsed.items():
            parts = urlsplit(origin)
            if f"{parts.hostname}:{parts.port or {'http': 80, 'https': 443}[parts.scheme]}" == place:
                return min(float(rules.crawl_delay(self._agent) or 0.0), _LONGEST_DELAY)
        return 0.0

    def _rules(self, origin: str, ask: Callable[[str], tuple[int, bytes]]) -> Any:
        from protego import Protego  # noqa: PLC0415 - only what fetches needs it

        if origin in self._parsed:
            return self._parsed[origin]
        known = self._known.get(origin)
        text = known[1] if known and 0 <= time.time() - known[0] < _DAY else self._asked(origin, ask)
        self._parsed[origin] = Protego.parse(text)
        return self._parsed[origin]

    def _asked(self, origin: str, ask: Callable[[str], tuple[int, bytes]]) -> str:
        """Return the rules; none where there is no file, and nothing allowed where the server is at fault.

        Raises:
            FetchError: the server cannot be reached.
        """
        self._known.pop(origin, None)
        status, body = ask(f"{origin}/robots.txt")
        if status >= 500:
            return _NOTHING  # not remembered: it may be well again in an hour
        # RFC 9309: what is missing or refused forbids nothing, what is broken forbids all.
        # A mark of byte order before the first line would hide the group that begins there.
        text = body.decode("utf-8-sig", "replace") if status == 200 else ""
        self._known[origin] = (time.time(), text)
        self._write()
        return text

    def _read(self) -> dict[str, tuple[float, str]]:
        try:
            found = json_of(read_whole(self._file)) if self._file else {}
            return {str(origin): (float(when), str(text)) for origin, (when, text) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self) -> None:
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self._known), "utf-8")
        except OSError:
            self._file = None
