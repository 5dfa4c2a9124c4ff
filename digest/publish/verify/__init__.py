"""The first promise, checked on finished pages: a quotation stands in the text it is credited to.

In go pages and feeds as they are written, or a folder of them, with the articles as they are now; out come
faults in words. Elements are read, never text that looks like them, and nothing that a cache says is
believed.
"""

from digest.publish.verify.finished import verify_site
from digest.publish.verify.quotations import quotations
from digest.publish.verify.verifier import Verifier, count_quotations, told

__all__ = ["Verifier", "count_quotations", "quotations", "told", "verify_site"]
