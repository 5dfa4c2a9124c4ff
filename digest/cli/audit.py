"""What `digest check` sees and a build must not look at: the clock; and one address in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from digest.model import Article, Problem, Severity
from digest.receive import key_of


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
