"""The first promise, checked on finished pages: a quotation stands in its article, and is its speaker's.

In go pages and feeds as they are written, or a folder of them, with the articles and statements as they are
now; out come faults in words. Elements are read, never text that looks like them, and nothing that a cache
says is believed.
"""

from digest.publish.verify.quotations import (
    FEEDS,
    is_feed,
    parsed,
    shown_in_feed,
    shown_on,
    xml_of,
)
from digest.publish.verify.verifier import Verifier, count_quotations
from digest.publish.verify.wording import told

__all__ = [
    "FEEDS",
    "Verifier",
    "count_quotations",
    "is_feed",
    "parsed",
    "shown_in_feed",
    "shown_on",
    "told",
    "xml_of",
]
