"""PO files for tests, written as a person would write them, and settings to fill them with."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

from digest.model import Origin, Segment, SegmentKind, SegmentUse, Settings, TranslateMode, Translation

HEADER = """\
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: es\\n"
"""

DESK = """
#. desk
#: articles/sdp-noticias/llamada.md#title
#, fuzzy
msgctxt "title"
msgid "Maduro confirma una llamada"
msgstr "Maduro confirms a call"
"""


def a_po(
    folder: Path, *entries: str, pair: str = "es-en", month: str = "2025-12", header: str = HEADER
) -> Path:
    """Write a PO file of a memory in `folder` and return its path."""
    path = folder / pair / f"{month}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + "".join(dedent(entry) for entry in entries), encoding="utf-8")
    return path


def entry(text: str, *comments: str) -> str:
    """Return the entry of one short quotation."""
    return "\n".join(("", *comments, 'msgctxt "quote"', 'msgid "Sí"', f'msgstr "{text}"', ""))


def a_segment(text: str, kind: SegmentKind = SegmentKind.TITLE, language: str = "es") -> Segment:
    return Segment(kind, language, text)


def a_use(text: str, target: str = "en", **fields: Any) -> SegmentUse:
    fields = {"place": "articles/llamada.md#title", "month": "2025-12", **fields}
    kind, language = fields.pop("kind", SegmentKind.TITLE), fields.pop("language", "es")
    return SegmentUse(Segment(kind, language, text), target, fields["place"], fields["month"])


def settings_in(folder: Path, **fields: Any) -> Settings:
    fields = {
        "content_dir": folder / "content",
        "cache_dir": folder / "cache",
        "languages": ("en", "es", "fr", "ar"),
        "site_name": "The Digest",
        "site_url": "https://example.org/",
        "translate": TranslateMode.AUTO,
        "engines": {"default": ("argos",)},
        **fields,
    }
    return Settings(**fields)


class Memory:
    """Translations held in a dictionary by text and target."""

    def __init__(self, text_by_key: dict[tuple[str, str], str] | None = None) -> None:
        self._text_by_key = text_by_key or {}

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation, or None."""
        text = self._text_by_key.get((segment.text, target))
        if text is None:
            return None
        return Translation(segment=segment, language=target, text=text, origin=Origin.DESK)

    def mark(self, segment: Segment, target: str) -> bytes:
        """Return what tells translations apart."""
        found = self.find(segment, target)
        return found.text.encode() if found else b""
