"""In which order things stand, and on which page: a front page, days and months, lists cut into sheets.

In go the stories of a site, or any list with the newest first; out come the same things, arranged. Nothing
here knows an edition, a template or a clock.
"""

from digest.publish.order.days import UNDATED, days_of, is_closed, months, stories_by_day
from digest.publish.order.front import at_front, counted_from, late
from digest.publish.order.sheets import SHEET, Sheet, cut, sheet_of
from digest.publish.order.stories import newest_first, pinned

__all__ = [
    "SHEET",
    "UNDATED",
    "Sheet",
    "at_front",
    "counted_from",
    "cut",
    "days_of",
    "is_closed",
    "late",
    "months",
    "newest_first",
    "pinned",
    "sheet_of",
    "stories_by_day",
]
