"""Numbers of a text as values: one reading for the gate, the vetoes and what editors are asked.

`numbers(text, language)` gives what stands in a text, each a `Number`: exact value, scale, unit and how it
is written, in digits and in words. `compared(source, output, source_language, target_language)` tells what
two texts have differently; `another_time` does so of months, days and spans that are named without a number.
`is_date` tells whether a line is a day and nothing else, `months` and `weekdays` which ones a text names.
Nothing else of this room is for others.

>>> [(one.written, int(one.value), one.unit) for one in numbers("Cuesta 1,5 billones de euros.", "es")]
[('1,5 billones', 1500000000000, 'euro')]
>>> compared("It cost 1.5 billion.", "Costó 1.500 millones.", "en", "es")
Compared(lost=(), added=(), lost_words=(), added_words=(), units=(), signs=())
>>> [one.written for one in compared("It cost 1.5 billion.", "Costó 1,5 billones.", "en", "es").lost]
['1.5 billion']
"""

from digest.languages.numbers.clock import is_date
from digest.languages.numbers.compare import compared, lost_and_added
from digest.languages.numbers.read import numbers
from digest.languages.numbers.record import Compared, Number
from digest.languages.numbers.rows import numerals
from digest.languages.numbers.spans import another_time, months, weekdays

__all__ = [
    "Compared",
    "Number",
    "another_time",
    "compared",
    "is_date",
    "lost_and_added",
    "months",
    "numbers",
    "numerals",
    "weekdays",
]
