"""The language a page tells, in whatever form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from digest.languages.tags import tag_from_text
from digest.read.page.linked_data import LinkedData

_PATHS = (
    "/html/@lang",
    "/html/@*[name()='xml:lang']",
    "//body/@lang | //body/@*[name()='xml:lang']",
    "//article/@lang",
    "//main/@lang",
)
_METAS = (
    "//meta[@property='og:locale' or @name='og:locale']/@content",
    "//meta[translate(@http-equiv, 'CONTELAGU', 'contelagu')='content-language']/@content",
    """//meta[translate(@name, 'DCTERMSLANGU', 'dctermslangu')='dc.language'
        or translate(@name, 'DCTERMSLANGU', 'dctermslangu')='dcterms.language'
        or translate(@name, 'LANGUE', 'langue')='language' or @name='content-language']/@content""",
    "//*[@itemprop='inLanguage']/@content",
)


def declared_language(tree: Any, data: LinkedData) -> str | None:
    """Return the BCP 47 tag of the language that a page says it is in, or None."""
    return next((tag for text in _declared(tree, data) if (tag := tag_from_text(text))), None)


def _declared(tree: Any, data: LinkedData) -> Iterator[str]:
    for path in _PATHS:
        yield from map(str, tree.xpath(path))
    yield from _in_language(data.first("inLanguage"))
    for path in _METAS:
        yield from map(str, tree.xpath(path))
    yield from _of_most_paragraphs(tree)


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
