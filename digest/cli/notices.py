"""What `digest check` tells of languages that the project has no row for: it fails nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digest import languages
from digest.build import Gathered
from digest.cli.rows import Row


def language_rows(found: Gathered) -> Iterator[Row]:
    """Yield a line for each language of articles without a row: what is not done for it."""
    counts = Counter(article.language for article in found.content.articles)
    for code, number in sorted(counts.items()):
        if not {code, code.partition("-")[0]} & {*languages.codes()}:
            where = f"{number} article{'' if number == 1 else 's'}"
            message = (
                f"“{code}” ({where}) has no row: quotations are found by the usual marks, speakers only "
                "where “quotes” in front matter names them, and no wording is compared by its words; see "
                "“A language” in CONTRIBUTING"
            )
            yield f"notice: {message}", {"severity": "notice", "language": code, "message": message}
