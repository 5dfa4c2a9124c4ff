"""Who said it: each quotation before the rules, from the surest to the weakest.

In go the frames, people and grammar of an article; out comes, for each quotation, the `Case` as the rules
saw it and the `Credit` of the first rule that says something. `is_sure` tells which are for readers;
`explained` says why, and `guess` (in `guesses`) weighs, for editors alone, who probably spoke where none is.

- `rules` lists them in order: `tags` go by the words after a quotation, `leads` by those before, `sources` by
  `according to` on either side, `context`
  by earlier quotations; `whose` tells which clause on either side holds the words, and `plausible` whether
  what a rule found can be a person's name.
"""

from __future__ import annotations

from digest.quote.credit.case import Case, Credit, is_sure
from digest.quote.credit.guesses import Explanation, explained, guess
from digest.quote.credit.limits import DOUBTED
from digest.quote.credit.rules import credit
from digest.quote.credit.shown import Kind, kind_of

__all__ = [
    "DOUBTED",
    "Case",
    "Credit",
    "Explanation",
    "Kind",
    "credit",
    "explained",
    "guess",
    "is_sure",
    "kind_of",
]
