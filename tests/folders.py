"""Builds content folders for tests of reading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from digest.model import Content, Settings
from digest.read import read

OUTLETS = "newsweek: {name: Newsweek, language: en, country: US}\nblick: {name: Blick, language: de}\n"
TOPICS = "honduras:\n  labels: {en: Honduras, ar: هندوراس}\n"
HEAD = "title: Maduro confirms call\noutlet: newsweek\nlanguage: en\n"


DRAFT = f"---\n{HEAD}draft: true\n---\nTo be written.\n"
"""Without an article there is a warning, which is seldom what a test is about."""


def a_markdown(keys: str = "", text: str = "Trump was in Florida.", *, head: str = HEAD) -> str:
    return f"---\n{head}{keys}---\n{text}\n"


def read_files(folder: Path, files: Mapping[str, str | bytes | None], **options: Any) -> Content:
    """Write `files` by path, with outlets, topics and a draft unless they say otherwise, and read the folder."""
    draft = {} if any(path.startswith("articles/") for path in files) else {"articles/draft.md": DRAFT}
    for path, text in {"outlets.yml": OUTLETS, "topics.yml": TOPICS, **draft, **files}.items():
        if text is None:
            continue
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings = Settings(
        content_dir=folder,
        pages_dir=folder / "pages",
        cache_dir=folder / ".cache",
        languages=("en",),
        site_name="Digest",
        site_url="https://example.org/",
        **options,
    )
    return read(settings)


def told(content: Content) -> list[str]:
    return [str(problem) for problem in content.problems]
