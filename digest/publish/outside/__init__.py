"""For the world outside: feeds, sitemaps, and addresses that were published once and lead elsewhere now.

In go what an edition shows and which pages there are; out come files beside the pages.
"""

from digest.publish.outside.crawlers import for_crawlers
from digest.publish.outside.drawn import picture_of, pictures
from digest.publish.outside.embedded import embeds
from digest.publish.outside.feeds import corrections_feed, corrections_feeds, feed, feeds_of, sources
from digest.publish.outside.hosts import fullness, fullness_lines
from digest.publish.outside.moved import redirects
from digest.publish.outside.records_api import api
from digest.publish.outside.sitemaps import Limits, changes, sitemap

__all__ = [
    "Limits",
    "api",
    "changes",
    "corrections_feed",
    "corrections_feeds",
    "embeds",
    "feed",
    "feeds_of",
    "for_crawlers",
    "fullness",
    "fullness_lines",
    "picture_of",
    "pictures",
    "redirects",
    "sitemap",
    "sources",
]
