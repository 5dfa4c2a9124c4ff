"""Entries to fill in: each key with what it is for, those that are not needed behind a `#`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from digest.read.keys import ARTICLE, OUTLET, PERSON, TOPIC, Field, Record
from digest.read.text import scalar

_EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "article": {
        "url": "https://example.org/a", "published": "2026-03-05T09:30:00+01:00", "updated": "2026-03-06",
        "authors": "[Ann Lee, Bo Berg]", "topics": "[diplomacy]", "story": "flood-2026",
        "quotes": '[{text: "word for word", speaker: Ann Lee}]',
        "not_quotes": '["The Title of a Film"]',
        "image": "{file: img/harbour.jpg, alt: The harbour, credit: Bo Berg, license: CC BY 4.0}",
        "archive_url": "https://archive.example/copy", "written_by": "desk",
    },
    "outlet": {
        "language": "es", "country": "VE", "url": "https://example.org/", "evidence": "true",
        "excerpt_words": "50",
    },
    "person": {
        "names": "{ar: …, ru: …}", "aliases": "[A. Lee]", "languages": "[es]",
        "role": "President of Honduras", "role_language": "en",
        "offices": "[{role: Minister of Finance, since: 2019-05-02, until: 2022-01-27}]", "wikidata": "Q42",
    },
    "topic": {
        "iptc": "medtop:20000593", "under": "conflict", "words": "{en: [ceasefire, truce*], es: [tregua]}",
        "people": "[ann-lee]", "sections": "[world, faro/deportes]",
    },
}  # fmt: skip
_RECORDS = {"article": ARTICLE, "outlet": OUTLET, "person": PERSON, "topic": TOPIC}
_NOT_BY_HAND = frozenset({"source_id", "evidence", "fetched", "sha256", "text_sha256", "draft"})


def blank(kind: str, values: Mapping[str, str | Mapping[str, str]], *, indent: str = "") -> str:
    """Return the lines of an article's front matter, or of an outlet's, person's or topic's entry.

    Args:
        kind: `article`, `outlet`, `person` or `topic`.
        values: What is known already, by key: a text, or one by language.
        indent: Before each line.
    """
    return "".join(f"{indent}{line}\n" for line in _lines(_RECORDS[kind], _EXAMPLES[kind], values))


def _lines(
    record: Record, examples: Mapping[str, str], values: Mapping[str, str | Mapping[str, str]]
) -> Iterator[str]:
    for field in record.fields:
        if field.name in values:
            yield f"# {field.about}"
            yield f"{field.name}: {_written(values[field.name])}"
        elif field.name not in _NOT_BY_HAND:
            yield from _hint(field, examples)


def _written(value: str | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return scalar(value)
    # Between braces a comma or brace of a bare text would end it.
    held = (f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in value.items())
    return f"{{{', '.join(held)}}}"


def _hint(field: Field, examples: Mapping[str, str]) -> Iterator[str]:
    if field.name in examples:
        yield f"# {field.about}"
        yield f"#{field.name}: {examples[field.name]}"
