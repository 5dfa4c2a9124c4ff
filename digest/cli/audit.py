"""What `digest check` sees and a build must not or need not look at: the clock, files of other commands."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from digest.add.sources import STATES, States
from digest.errors import AddError, PackageError
from digest.model import Article, Problem, Settings, Severity
from digest.receive import key_of
from digest.translate.models import load_all_pins

_TOLD = re.compile(r"[^:]+:(?:(?P<line>\d+):)? (?P<message>.*)")
"""A line of an error about a file."""
_LINE = re.compile(r"\bline (\d+)")
"""Where a parser of TOML or JSON says that it stopped."""


def audited(articles: Sequence[Article], today: date) -> Iterator[Problem]:
    """Yield a warning for each article that is dated after today, or that is there twice.

    Args:
        articles: Of the site, without those that the option `as_of` keeps waiting.
        today: In the site's time zone.
    """
    by_key: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            by_key[key_of(article.url)].append(article)
        if article.published and article.published.day > today:
            message = (
                f"it is to be published on {article.published.day}, after today; a build shows it at once; "
                "set the option “as_of” to let it wait, or mend the date"
            )
            line = article.line_by_field.get("published")
            yield Problem(article.keys_path, line, Severity.WARNING, message)
    for same in by_key.values():
        first, *others = sorted(same, key=lambda article: article.path)
        for other in others:
            if other.url != first.url:  # the same to the letter is named by every build
                message = f"“url” is that of {first.path} in other words; delete what is there twice"
                yield Problem(other.keys_path, other.line_by_field.get("url"), Severity.WARNING, message)


def audited_files(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with files beside the content that other commands and engines read."""
    pins = settings.models_file
    try:
        load_all_pins(pins)
    except PackageError as error:
        yield from _problems(os.path.relpath(pins, settings.content_dir), error)
    try:
        States(settings.content_dir)
    except AddError as error:
        yield from _problems(STATES, error)


def _problems(path: str, error: Exception) -> Iterator[Problem]:
    for told in map(_TOLD.fullmatch, str(error).splitlines()):
        if told:
            line = _LINE.search(told["message"])
            yield Problem(path, int(line[1] if line else told["line"] or 1), Severity.ERROR, told["message"])
