"""Pages of a digest inside of its host's theme: rendered by the theme's own environment, as the host's are.

They are no pages of MkDocs, and no other plugin sees them: what works on Markdown files would find none.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from digest.model import Page, Settings
from digest.plugin.pages import GeneratedPage, view
from digest.publish import Frames, templates_dir

# Material's names. The table of contents would be empty; beside tabs, so would the navigation.
_HIDDEN = ("toc", "feedback")
_TABS = "navigation.tabs"
# Swaps the body alone: an edition's language, direction and scripts would go along to the owner's pages.
_INSTANT = "navigation.instant"
_SEARCHED = frozenset({"story", "person", "topic"})
"""Kinds of pages that the host's own search finds, in the default edition."""


class ThemeFrame:
    """The theme's frame.

    Args:
        settings: Of the digest.
        config: Of the host.
        env: The theme's, with what other plugins put into it.
        files: Of the host.
        nav: Of the host.
    """

    def __init__(
        self, settings: Settings, config: MkDocsConfig, env: Environment, files: Files, nav: Navigation
    ) -> None:
        self._settings, self._config, self._files, self._nav = settings, config, files, nav
        self._env = env
        self._template = env.from_string((templates_dir() / "inside.html").read_text(encoding="utf-8"))
        self._frames = Frames(settings)
        features = config.theme.get("features") or ()
        kept = [feature for feature in features if not str(feature).startswith(_INSTANT)]
        self._views = {code: view(config, code, features=kept) for code in settings.languages}
        self._index = _index(config)
        tabs = _TABS in features
        self._hidden = [*_HIDDEN, *(("navigation",) if tabs else ())]

    def document(self, page: Page) -> str:
        """Return the whole HTML of a page, and tell the host's search of it."""
        file = File.generated(self._config, f"{self._settings.prefix}{page.path}index.md", content="")
        theirs = GeneratedPage(page, file, self._config)
        theirs.read_source(self._config)
        theirs.meta = {"title": page.title, "description": page.description, "hide": self._hidden}
        theirs.render(self._config, self._files)
        context = get_context(self._nav, self._files, self._config, theirs)
        values: dict[str, Any] = {**context, "config": self._views[page.language]}
        made = self._template.render(values, inside=self._frames.inside(page))
        if page.kind in _SEARCHED and page.language == self._settings.languages[0]:
            self._tell_search(page, theirs)
        return made.strip() + "\n"

    def _tell_search(self, page: Page, theirs: MkDocsPage) -> None:
        if self._index is not None:
            # The whole page would be a thousand words of each story in one file that every reader loads.
            theirs.content, theirs.toc = f"<p>{escape(page.description)}</p>", TableOfContents([])
            self._index.add_entry_from_context(theirs)


def _index(config: MkDocsConfig) -> Any:
    """Return the index of the host's search plugin, Material's or MkDocs' own."""
    found = (getattr(plugin, "search_index", None) for plugin in config.plugins.values())
    return next((index for index in found if hasattr(index, "add_entry_from_context")), None)
