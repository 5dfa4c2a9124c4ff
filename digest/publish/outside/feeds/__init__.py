"""Feeds: of an edition, a topic, a person, an outlet, of corrections; as Atom, RSS 2.0 and JSON Feed.

An entry shows the quotations that stand best for the story, under the same labels as on its page. `entries`
gathers what a feed holds, `atom` and `others` write it, `which` says what feeds there are.
"""

from digest.publish.outside.feeds.atom import legal
from digest.publish.outside.feeds.entries import is_web, updated
from digest.publish.outside.feeds.which import (
    corrections_feed,
    corrections_feeds,
    feed,
    feeds_of,
    sources,
)

__all__ = [
    "corrections_feed",
    "corrections_feeds",
    "feed",
    "feeds_of",
    "is_web",
    "legal",
    "sources",
    "updated",
]
