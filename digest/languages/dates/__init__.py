"""Dates as pages and feeds write them → ISO 8601.

`dated(text, language)` gives a moment and what is doubtful about it; what may mean two days is no date. Names
of months and the order of day and month are Babel's (`names`), the shapes are in `written`.

>>> dated("5 de marzo de 2026, 22:30 h", "es").iso
'2026-03-05T22:30:00'
"""

from digest.languages.dates.names import month_of, weekdays
from digest.languages.dates.stamps import is_stamp
from digest.languages.dates.written import Dated, dated

__all__ = ["Dated", "dated", "is_stamp", "month_of", "weekdays"]
