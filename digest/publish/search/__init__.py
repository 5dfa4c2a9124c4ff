"""The search of each edition: one hit a story, in the words spoken or in the reader's language.

In goes what a story's page shows (`found_story`), kept with its page as JSON; out come a few small files an
edition, of which a reader's browser fetches those that a query needs: `terms` cuts texts into what is
compared, `index` writes the files, and `search.js` reads them. Same pages, same bytes.
"""

from digest.publish.search.found import found_page, found_story
from digest.publish.search.index import write_search
from digest.publish.search.terms import folded, terms

__all__ = ["folded", "found_page", "found_story", "terms", "write_search"]
