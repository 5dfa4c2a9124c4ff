"""Structured data (JSON-LD, schema.org) of pages: who said what, where it was printed, who translated it.

In goes what an edition shows on a page; out comes a script element for it, of at most `SHARE` of the page's
bytes.
"""

from digest.publish.structured.metadata import for_article, for_person, for_story

__all__ = ["for_article", "for_person", "for_story"]
