"""The language a page tells, in whatever form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.languages.tags import tag_from_text
from digest.read.page.told.linked_data import LinkedData
from digest.read.page.told.metas import Metas, contents

_METAS = (
    "og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage",
    "dc.language.iso",
)  # fmt: skip


def declared_language(tree: Any, metas: Metas, data: LinkedData) -> str | None:
    """Return the BCP 47 tag of the language that a page says it is in, or None."""
    return next((tag for text in _declared(tree, metas, data) if (tag := tag_from_text(text))), None)


def _declared(tree: Any, metas: Metas, data: LinkedData) -> Iterator[str]:
    yield from _of(tree)
    for name in ("body", "article", "main"):
        for element in tree.iter(name):
            yield from _of(element)
    yield from _in_language(data.first("inLanguage"))
    yield from contents(metas, _METAS)
    yield from _of_most_paragraphs(tree)


def _of(element: Any) -> Iterator[str]:
    for name in ("lang", "xml:lang"):
        if element.get(name):
            yield element.get(name)


def _in_language(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in ("alternateName", "@value", "identifier", "name", "@id"):
            yield from _in_language(value.get(key))
    elif isinstance(value, list):
        for one in value:
            yield from _in_language(one)


def _of_most_paragraphs(tree: Any) -> Iterator[str]:
    """Yield what most paragraphs of a word processor's page say: it tells the language at each of them."""
    paragraphs = list(tree.iter("p"))
    codes = [paragraph.get("lang") for paragraph in paragraphs if paragraph.get("lang")]
    if codes and len(codes) > len(paragraphs) / 2:
        yield max(dict.fromkeys(codes), key=codes.count)
