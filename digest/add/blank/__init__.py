"""Things to fill in: `digest new site` (`site`), `new article`, `outlet`, `person`, `topic` (`entries`)."""

from __future__ import annotations

from digest.add.blank.entries import new_article, new_entry
from digest.add.blank.site import new_site

__all__ = [
    "new_article",
    "new_entry",
    "new_site",
]
