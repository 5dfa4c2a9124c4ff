"""Valid records by default: a test states only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from digest.model import (
    Article,
    ArticleId,
    Block,
    BlockKind,
    Moment,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Quote,
    Span,
)


def an_outlet(name: str = "Newsweek", **fields: Any) -> Outlet:
    return Outlet(id=OutletId(name.lower().replace(" ", "-")), name=name, **fields)


def a_moment(text: str = "2025-12-03") -> Moment:
    return Moment(date.fromisoformat(text))


def an_article(
    *paragraphs: str, slug: str = "maduro-call", headings: tuple[int, ...] = (), **fields: Any
) -> Article:
    """Return an article of `paragraphs`; those whose index is in `headings` are headings."""
    texts = paragraphs or ("Venezuela’s president confirmed a phone call.",)
    blocks, at = [], 0
    for index, text in enumerate(texts):
        kind = BlockKind.HEADING if index in headings else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(text)), kind))
        at += len(text) + 2
    outlet = fields.pop("outlet", None) or an_outlet()
    fields = {
        "language": "en",
        "title": "Maduro confirms call",
        "path": f"articles/{slug}.md",
        "published": a_moment(),
        **fields,
    }
    return Article(
        id=ArticleId(f"{outlet.id}/{slug}"),
        outlet=outlet,
        text="\n\n".join(texts),
        blocks=tuple(blocks),
        **fields,
    )


def a_quote(
    text: str, speaker: str | None = "Nicolás Maduro", *, article: Article | None = None, **fields: Any
) -> Quote:
    """Return the quote of `text` in `article`, or in one made around it."""
    article = article or an_article(f"“{text}”, {speaker} said.", language=fields.get("language", "en"))
    start = article.text.index(text)
    fields = {"language": article.language, "score": 0.95, "rule": "test", **fields}
    return Quote(article=article, span=Span(start, start + len(text)), speaker=speaker, **fields)


def a_person(name: str = "Nicolás Maduro", **fields: Any) -> Person:
    return Person(id=PersonId(fields.pop("id", name.lower().replace(" ", "-"))), name=name, **fields)
