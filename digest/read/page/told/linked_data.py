"""What a page says of itself in JSON-LD (schema.org): the node of its article, among those of others."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|Review|Blog|ClaimReview)$")
_OF_OTHERS = frozenset({
    "mentions", "relatedLink", "itemListElement", "isPartOf", "isBasedOn", "citation", "recommendation",
    "related", "comment", "significantLink", "breadcrumb", "publisher", "subjectOf", "about", "review",
    "hasPart", "liveBlogUpdate", "blogPost",
})  # fmt: skip
"""Keys that lead to other texts than the page's own."""
_DEEPEST = 8
"""Levels of JSON-LD that are followed: real pages nest a graph, an article and its parts."""
_FENCES = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|\]\]>|;)\s*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article's node, its page's, and all nodes that may tell of it."""

    article: Mapping[str, Any] = field(default_factory=dict)
    page: Mapping[str, Any] = field(default_factory=dict)

    def first(self, key: str) -> Any:
        """Return the value of `key`: the article's own, else the page's."""
        return self.article.get(key) or self.page.get(key)

    def text(self, key: str) -> str | None:
        """Return the value of `key` as a line of text, entities and tags resolved."""
        return line_of(self.first(key))

    @property
    def is_for_subscribers(self) -> bool:
        """Tell whether the page says that its text is not free."""
        return str(self.first("isAccessibleForFree")).strip().lower() in {"false", "http://schema.org/false"}


def linked_data(tree: Any) -> LinkedData:
    """Return what the scripts of a page say of its article."""
    articles: list[Mapping[str, Any]] = []
    pages: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        for node in _nodes(_parsed(script.text or ""), 0):
            types = {str(one).rpartition("/")[2] for one in _listed(node.get("@type"))}
            if any(_ARTICLE.match(one) for one in types):
                articles.append(node)
            elif any(one.endswith("Page") for one in types):
                pages.append(node)
    told = max(articles, key=lambda node: len(set(node) & {"headline", "author", "articleBody"}), default={})
    return LinkedData(told, pages[0] if pages else {})


def line_of(value: Any) -> str | None:
    """Return a value as one line of text, or None.

    >>> line_of("Ana &quot;la&quot; <i>voz</i>")
    'Ana "la" voz'
    """
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", html.unescape(html.unescape(value))).split()) or None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _parsed(script: str) -> Any:
    try:
        return json.loads(_FENCES.sub("", _FENCES.sub("", script)), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key, value in data.items():
            if key not in _OF_OTHERS and isinstance(value, dict | list):
                yield from _nodes(value, depth + 1)
