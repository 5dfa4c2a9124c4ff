"""What `digest check` tells of languages that the project has no row for: it fails nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest import languages
from digest.cli.output.rows import Row
from digest.messages import place
from digest.model import Article

if TYPE_CHECKING:
    from digest.build import Gathered


def language_rows(found: Gathered, content_dir: Path) -> Iterator[Row]:
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
        where = place(path, content_dir)
        fields = {"path": path, "file": where, "line": line, "severity": "notice", "message": message}
        yield f"{where}:{line}: notice: {message}", fields
