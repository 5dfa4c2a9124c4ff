"""Everybody an article names, where they stand, and the fullest form of each.

In goes an article and its grammar; out comes `People`: `Mention`s in order, with the form of a name that
says most, or None where two people of the article share it. Nothing here asks who spoke.

- `cased` goes by capital letters, less what `neighbours` shows to be somebody else's; `uncased` goes word
  by word (`walk`) where a script has no capitals.
- Titles before a name (`Ministerin`) are no part of it: the row has them, `cased` and `walk` take them off.
- `known` lists given names and outlets: evidence that a name is a person's, or is not.
- `forms` tells parts of a name and grammatical cases from other names.
"""

from __future__ import annotations

from digest.quote.names.forms import Mention, holds
from digest.quote.names.gender import gender_of
from digest.quote.names.known import is_bent, is_given, is_outlet
from digest.quote.names.people import People, people_of

__all__ = ["Mention", "People", "gender_of", "holds", "is_bent", "is_given", "is_outlet", "people_of"]
