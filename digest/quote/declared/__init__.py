"""What an editor says of quotations in front matter, held against the text.

In go an article and its marked spans; out comes `Declared`: the quotes of `quotes:`, each at its place in the
text, what `not_quotes:` says that nobody said, and a problem for each that the text does not hold word for
word, with the nearest passage. `with_sources` tells where those do stand, once all articles are read.
"""

from __future__ import annotations

from digest.quote.declared.entries import Declared, declared_quotes
from digest.quote.declared.missing import Missing, shortened, with_sources

__all__ = ["Declared", "Missing", "declared_quotes", "shortened", "with_sources"]
