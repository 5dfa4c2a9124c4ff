"""Addresses → what their servers answer, politely and safely. The only room that reaches out for content.

Who fetches says who it is, asks `robots.txt`, waits between two requests to one host, and comes back when
it is told to. Only public addresses are reached: see `guard`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.request import getproxies, proxy_bypass

from digest.errors import FetchError
from digest.fetch.exchange import Answer, Limits, Question, ask
from digest.fetch.guard import ALLOW_LOOPBACK, Resolver, is_loopback, resolved, split
from digest.fetch.robots import Robots

__all__ = ["ALLOW_LOOPBACK", "Answer", "FetchError", "Fetcher", "Limits"]

AGENT = "mkdocs-digest"
"""The name by which `robots.txt` may speak of us."""
_BUSY = frozenset({429, 503})
"""Answers that ask us to come back (RFC 9110, 6585); other errors stay what they are."""
_DELAY = 1.0
"""Seconds between two requests to one host; `Crawl-delay` may ask for more."""
_PATIENCE = 20.0
"""Seconds that we wait where a server asks us to come back; if it asks for more, the next run does."""


@dataclass(kw_only=True)
class Fetcher:
    """Fetches; remembers when it asked whom, and what they allow."""

    site_url: str = ""
    """Of the site that fetches: servers' owners may want to know."""
    cache_dir: Path | None = None
    limits: Limits = field(default_factory=Limits)
    resolve: Resolver = resolved
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict)
    _robots: Robots | None = None

    def fetch(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """Return an answer with status 200, or 304 where `etag` or `modified` still hold.

        Raises:
            FetchError: it cannot be had; `retry_at` says from when on it may, where the server told.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        answer = self._followed(address, {key: value for key, value in known.items() if value})
        if answer.status == 304 and not any(known.values()):
            raise FetchError(f"{address}: the server answered 304, which nobody asked for", status=304)
        if answer.status not in {200, 203, 304}:
            raise FetchError(
                f"{address}: the server answered {answer.status} {answer.reason}".rstrip(),
                status=answer.status, retry_at=_retry_at(answer),
            )  # fmt: skip
        return answer

    def status(self, address: str) -> int:
        """Return the status with which a page answers, asked for without its body where the server can.

        Raises:
            FetchError: it does not answer.
        """
        answer = self._followed(address, {}, method="HEAD")
        if answer.status in {403, 405, 501}:
            answer = self._followed(address, {})
        return answer.status

    def _followed(self, address: str, headers: dict[str, str], method: str = "GET") -> Answer:
        first = address
        for _ in range(self.limits.redirects + 1):
            self._demand_allowed(address)
            answer = self._patiently(address, headers, method)
            led = answer.leads_to
            if led is None:
                return answer
            if split(address)[0].scheme == "https" and split(led)[0].scheme == "http":
                raise FetchError(f"{first}: it leads to {led}, which is not encrypted", is_refused=True)
            address = led
        raise FetchError(f"{first}: more than {self.limits.redirects} redirects")

    def _patiently(self, address: str, headers: dict[str, str], method: str) -> Answer:
        answer = self._asked(address, headers, method)
        if answer.status not in _BUSY:
            return answer
        wait = _seconds(answer)
        if wait is None or wait > _PATIENCE:
            return answer
        self.sleep(wait)
        return self._asked(address, headers, method)

    def _asked(
        self, address: str, headers: dict[str, str], method: str, limits: Limits | None = None
    ) -> Answer:
        _, host, port = split(address)
        self._wait(f"{host}:{port}", host)
        sent = {
            "User-Agent": self._agent(),
            "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            **headers,
        }
        try:
            question = Question(
                address=address, headers=sent, limits=limits or self.limits, resolve=self.resolve,
                proxy=_proxy_for(address, host), method=method,
            )  # fmt: skip
            return ask(question)
        finally:
            self._last[f"{host}:{port}"] = self.clock()

    def _wait(self, place: str, host: str) -> None:
        # This machine's own servers are nobody's whose patience could be tried.
        if place in self._last and not is_loopback(host) and host != "localhost":
            delay = max(_DELAY, self._robots.delay(place) if self._robots else 0.0)
            left = self._last[place] + delay - self.clock()
            if left > 0:
                self.sleep(left)

    def _demand_allowed(self, address: str) -> None:
        if self._robots is None:
            self._robots = Robots(AGENT, self.cache_dir)
        try:
            allowed = self._robots.allow(address, self._rules)
        except FetchError as error:
            said = str(error).partition("robots.txt: ")[2] or str(error)
            raise FetchError(
                f"{address}: {said}", status=error.status, retry_at=error.retry_at,
                is_refused=error.is_refused,
            ) from error  # fmt: skip
        if not allowed:
            raise FetchError(
                f"{address}: robots.txt asks not to fetch this; save the page in a browser and add the file",
                is_refused=self._robots.has_rules(address),
            )

    def _rules(self, address: str) -> tuple[int, bytes]:
        """Return status and text of a `robots.txt`."""
        small = Limits(seconds=self.limits.seconds, seconds_in_all=self.limits.seconds, bytes=512_000)
        for _ in range(self.limits.redirects):
            _, host, port = split(address)
            answer = self._asked(address, {}, "GET", small)
            del self._last[f"{host}:{port}"]  # a host's rules are no page: the first one need not wait
            led = answer.leads_to
            if led is None:
                return answer.status, answer.body
            address = led
        return 404, b""

    def _agent(self) -> str:
        from importlib.metadata import version  # noqa: PLC0415 - takes a while where many packages are

        return f"{AGENT}/{version('mkdocs-digest')}" + (f" (+{self.site_url})" if self.site_url else "")


def _proxy_for(address: str, host: str) -> str | None:
    proxy = getproxies().get(split(address)[0].scheme)
    if not proxy or proxy_bypass(host):
        return None
    # A server of this machine is never behind a proxy.
    return (
        None
        if os.environ.get(ALLOW_LOOPBACK) == "1" and (is_loopback(host) or host == "localhost")
        else proxy
    )


def _seconds(answer: Answer) -> float | None:
    """Return for how long a server asks us to wait."""
    text = (answer.header("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
        # HTTP's dates are all of Greenwich, also in the old form that names no zone (RFC 9110, 5.6.7).
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _retry_at(answer: Answer) -> datetime | None:
    wait = _seconds(answer)
    # A date further away than a week is a mistake.
    return datetime.fromtimestamp(time.time() + min(wait, 604_800), UTC) if wait is not None else None
