"""Links of ordinary pages that are no addresses: MkDocs ends with a traceback at one, and names no page."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import PluginError

from digest.messages import one_line


class Addresses(Extension):
    """Refuses what cannot be taken apart as an address before MkDocs tries to; `page` is whose text it is."""

    def __init__(self) -> None:
        super().__init__()
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Come just before MkDocs follows links, which it does last (priority 0)."""
        outer = self

        class Run(Treeprocessor):
            def run(self, root: Element) -> None:
                outer.look(root)

        md.treeprocessors.register(Run(md), "digest-addresses", 1)

    def look(self, root: Element) -> None:
        """Look at the links and pictures of a page."""
        for element in root.iter():
            url = element.get("href") or element.get("src") or ""
            try:
                urlsplit(url)
            except ValueError as error:
                raise PluginError(
                    f"{self.page}: {one_line(url, 80)} is no address ({error}); write one as https://example.org/"
                ) from error
