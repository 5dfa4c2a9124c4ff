"""The digest's pages among those of MkDocs, and the configuration as a page in some language sees it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from digest.languages.tags import written
from digest.model import Page


class GeneratedPage(MkDocsPage):
    """A page whose body is finished HTML: no front matter, no Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.digest = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the title and description from our page."""
        self.markdown = ""
        self.meta = {
            "title": self.digest.title,
            "description": self.digest.description,
            # Not the theme's main.html, nor the owner's: the document is finished.
            "template": "digest/finished.html",
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        self.content = self.digest.body
        self.toc = TableOfContents([])
        self.present_anchor_ids: set[str] = set()
        self.links_to_anchors: dict[File, dict[str, str]] = {}


class View:
    """What a page's language changes of the configuration, over the rest of it; read-only."""

    def __init__(self, base: Any, **over: Any) -> None:
        self._base, self._over = base, over

    def __getattr__(self, key: str) -> Any:
        return self._over[key] if key in self._over else getattr(self._base, key)

    def __getitem__(self, key: str) -> Any:
        return self._over[key] if key in self._over else self._base[key]

    def __contains__(self, key: str) -> bool:
        return key in self._over or key in self._base


def view(config: MkDocsConfig, language: str, **theme_options: Any) -> View:
    """Return the configuration as a page in `language` sees it, with these options of the theme."""
    # No direction: the language's own applies. No homepage: the logo leads to the edition's front page.
    theme = View(config.theme, language=material_language(config, language), direction=None, **theme_options)
    return View(config, theme=theme, extra=View(config.extra, homepage=None))


def material_language(config: MkDocsConfig, language: str) -> str:
    """Return the name of Material's own file of strings for `language`, or of English."""
    for candidate in (language, written(language)):
        if any(strings(folder, candidate).is_file() for folder in config.theme.dirs):
            return candidate
    return "en"


def strings(theme_dir: str, language: str) -> Path:
    """Return where a theme made like Material keeps its strings in `language`."""
    return Path(theme_dir) / "partials" / "languages" / f"{language}.html"


def add(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Add the digest's pages to MkDocs' files, but for addresses where the owner wrote a page."""
    taken = {file.dest_uri for file in files}
    for page in pages:
        file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if file.dest_uri not in taken:
            files.append(file)
            GeneratedPage(page, file, config)
