"""What `digest check` tells of languages without a row and of other numbers: it fails nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest import languages
from digest.cli.output.rows import ROW, Row
from digest.messages import one_line, place
from digest.model import Article

if TYPE_CHECKING:
    from digest.build import Gathered


def notice_rows(found: Gathered, content_dir: Path) -> Iterator[Row]:
    """Yield a line for each of what an editor may look at, of languages first."""
    yield from _language_rows(found, content_dir)
    yield from _number_rows(found, content_dir)


def _number_rows(found: Gathered, content_dir: Path) -> Iterator[Row]:
    """Yield a line for each translation by a person that tells another number, at its entry."""
    from digest.translate import other_number  # noqa: PLC0415 - a site that stands needs none of it

    for segment, target in dict.fromkeys((use.segment, use.target) for use in found.segments):
        made = found.memory.find(segment, target)
        entry = found.memory.entry(segment, target) if made and other_number(made) else None
        if made is None or entry is None:
            continue
        path, _, line = entry.where.rpartition(":")
        message = f"{other_number(made)}; a person worded or read it, so it is shown: “{made.text}”"
        yield _row(path, int(line), message, content_dir)


def _row(path: str, line: int, message: str, content_dir: Path) -> Row:
    where = place(path, content_dir)
    fields = {"path": path, "file": where, "line": line, "severity": "notice", "message": message}
    return one_line(f"{where}:{line}: notice: {message}", ROW), fields


def _language_rows(found: Gathered, content_dir: Path) -> Iterator[Row]:
    """Yield a line for each language without a row, at its first article: what is not done for it."""
    by_code: dict[str, list[Article]] = defaultdict(list)
    for article in found.content.articles:
        by_code[article.language].append(article)
    for code, articles in sorted(by_code.items()):
        if {code, code.partition("-")[0]} & {*languages.codes()}:
            continue
        first = min(articles, key=lambda article: article.path)
        path = first.keys_path or first.path
        line = first.line_by_field.get("language", 1)
        number = f"{len(articles)} article{'' if len(articles) == 1 else 's'}"
        message = (
            f"“{code}” ({number}) has no row: quotations are found by the usual marks, speakers only where "
            "“quotes” in front matter names them, and no wording is compared by its words; see “A language” "
            "in CONTRIBUTING"
        )
        yield _row(path, line, message, content_dir)
