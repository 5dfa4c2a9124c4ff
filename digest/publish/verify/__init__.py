"""The first promise, checked on finished pages: a quotation stands in its article, and is its speaker's.

In go pages and feeds as they are written, or a folder of them, with the articles and statements as they are
now; out come faults in words. Elements are read, never text that looks like them, and nothing that a cache
says is believed.
"""

from digest.publish.verify.finished import verify_site
from digest.publish.verify.quotations import quotations, shown_on
from digest.publish.verify.verifier import Verifier, count_quotations
from digest.publish.verify.wording import told

__all__ = ["Verifier", "count_quotations", "quotations", "shown_on", "told", "verify_site"]
