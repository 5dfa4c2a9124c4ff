"""Small sites that articles are added to, and what becomes of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digest.add import Adding, Options, Outcome
from digest.add.sources import listed
from digest.fetch import Fetcher, Limits
from digest.model import Content, Settings
from digest.read import read

NOW = datetime(2026, 3, 7, 12, 0, tzinfo=UTC)

PAGE = """<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El puerto crece</title>
<meta property="article:published_time" content="2026-03-05T09:30:00-03:00"><meta name="author" content="Ana Ruiz">
<link rel="canonical" href="https://faro.example/2026/el-puerto-crece"></head><body><main><article><h1>El puerto crece</h1>
<p>El ayuntamiento aprobó el jueves el plan del nuevo puerto, después de dos años de debate entre los partidos y los vecinos.</p>
<p>«Construiremos el puerto juntos este año y no dejaremos a nadie atrás», dijo la alcaldesa Elena Campos.</p>
<p>Las obras empezarán la próxima primavera y durarán tres años, según el comunicado del ayuntamiento.</p>
</article></main></body></html>"""


def settings_of(folder: Path) -> Settings:
    return Settings(
        content_dir=folder / "content",
        cache_dir=folder / ".cache",
        languages=("en",),
        site_name="Digest",
        site_url="https://digest.example/",
    )


def a_newsroom(
    folder: Path, outlets: str = "faro: {name: El Faro, language: es, url: https://faro.example/}\n"
) -> Path:
    """Make a site without articles; return its content folder."""
    content = folder / "content"
    content.mkdir(parents=True)
    if outlets:
        (content / "outlets.yml").write_text(outlets, "utf-8")
    return content


def add(
    folder: Path, *sources: str | Path, stdin: bytes = b"", now: datetime = NOW, resolve: Callable[..., Any] | None = None,
    limits: Limits | None = None, executor: Executor | None = None, **options: Any,
) -> list[Outcome]:  # fmt: skip
    """Add sources to the site in `folder` and return what became of each article."""
    given = {"resolve": resolve} if resolve else {}
    fetcher = Fetcher(site_url="https://digest.example/", limits=limits or Limits(), **given)
    adding = Adding(
        settings_of(folder), Options(**options), fetcher=fetcher, now=now, stdin=io.BytesIO(stdin),
        executor=executor,
    )  # fmt: skip
    return list(adding.run(map(str, sources)))


def add_all(folder: Path, *, now: datetime = NOW, **options: Any) -> list[Any]:
    """Read the sources of the site in `folder`; return outcomes, and a report after each source."""
    fetcher = Fetcher(site_url="https://digest.example/")
    settings = settings_of(folder)
    adding = Adding(settings, Options(**options), fetcher=fetcher, now=now, stdin=io.BytesIO())
    return list(adding.run_listed(listed(settings)))


def content_of(folder: Path) -> Content:
    return read(settings_of(folder))


def a_file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def a_rss(*entries: tuple[str, str, str]) -> str:
    """Return a feed of articles (path, headline, paragraph) of El Faro, each with its text."""
    items = "".join(
        f"<item><title>{title}</title><link>https://faro.example/{path}</link><pubDate>Thu, 05 Mar 2026 09:30:00 -0300</pubDate>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
        for path, title, text in entries
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>El Faro</title>'
        f"<link>https://faro.example/</link><language>es</language>{items}</channel></rss>"
    )


def as_told_when_written(outcome: Outcome) -> Outcome:
    """Return what a dry run tells, in the words of one that writes."""
    told = (doubt.replace("would be added", "was added") for doubt in outcome.doubts)
    return replace(outcome, doubts=tuple(told))
