"""`digest check --links`: whether the pages that articles are from are still there.

Each address is asked for at most once in some days, politely; what was asked is remembered at once, so that
a run that is stopped is gone on with. What is gone stands in `links.json`, which builds read and pages show.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from digest.atomic import write_atomically
from digest.errors import AddError, FetchError
from digest.fetch import Fetcher
from digest.model import Article, Problem, Severity
from digest.read import DEAD_LINKS, read_dead_links
from digest.whole import json_of, read_whole

_GONE = frozenset({404, 410})
"""What says that a page is not there. Other failures may be outages, or servers that dislike robots."""
_AGAIN_AFTER = timedelta(days=7)


class Links:
    """The addresses of a site's articles.

    Args:
        content_dir: The content folder.
        cache_dir: Remembers when which address was asked for.
        fetcher: Asks.
        now: When it is.
    """

    def __init__(self, content_dir: Path, cache_dir: Path, fetcher: Fetcher, now: datetime) -> None:
        self._file = content_dir / DEAD_LINKS
        self._cache = cache_dir / "add" / "links.json"
        self._fetcher = fetcher
        self._now = now
        dead, problems = read_dead_links(content_dir)
        if problems:
            raise AddError("\n".join(map(str, problems)))
        self._dead = {url: moment.day.isoformat() for url, moment in dead.items()}
        self._asked = self._remembered()

    def check(self, articles: Iterable[Article]) -> Iterator[Problem]:
        """Ask for each address that was not asked for lately; yield a warning for each that leads nowhere.

        Raises:
            AddError: what was found cannot be written.
        """
        by_url = {article.url: article for article in articles if article.url}
        self._forget(by_url)
        for url, article in by_url.items():
            told = None if self._is_fresh(url) else self._ask(url)
            if url in self._dead:
                hint = (
                    ""
                    if article.archive_url
                    else "; if there is a lasting copy, write it after “archive_url:”"
                )
                told = f"its address has led nowhere since {self._dead[url]}{hint}"
            if told:
                line = article.line_by_field.get("url")
                yield Problem(article.keys_path, line, Severity.WARNING, told)

    def _ask(self, url: str) -> str | None:
        """Ask for an address; return why nobody knows whether it is there."""
        try:
            status = self._fetcher.status(url)
        except FetchError as error:
            return f"its address could not be checked: {str(error).removeprefix(f'{url}: ')}"
        self._asked[url] = self._now.isoformat(timespec="seconds")
        self._write(self._cache, self._asked)
        if status in _GONE and url not in self._dead:
            self._dead[url] = self._now.date().isoformat()
            self._write(self._file, self._dead)
        elif status not in _GONE and url in self._dead:
            del self._dead[url]
            self._write(self._file, self._dead)
        return f"its address was answered with {status}" if status >= 400 and status not in _GONE else None

    def _is_fresh(self, url: str) -> bool:
        asked = self._asked.get(url)
        return asked is not None and self._now - datetime.fromisoformat(asked) < _AGAIN_AFTER

    def _forget(self, listed: Iterable[str | None]) -> None:
        gone = self._dead.keys() - set(listed)
        if gone:
            self._dead = {url: since for url, since in self._dead.items() if url not in gone}
            self._write(self._file, self._dead)

    def _remembered(self) -> dict[str, str]:
        try:
            found = json_of(read_whole(self._cache)) if self._cache.exists() else {}
            return {str(url): str(when) for url, when in found.items() if datetime.fromisoformat(when).tzinfo}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    @staticmethod
    def _write(path: Path, values: dict[str, str]) -> None:
        try:
            text = json.dumps(dict(sorted(values.items())), ensure_ascii=False, indent=1) + "\n"
            write_atomically(path, text.encode(), durably=False)
        except OSError as error:
            raise AddError(f"{path}: cannot be written: {error.strerror}") from error
