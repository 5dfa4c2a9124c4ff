"""What an editor says of quotations in front matter, held against the text.

In go an article and its marked spans; out come the quotes that `quotes:` declares, each at its place in
the text, and a problem for each that the text does not hold word for word, with the nearest passage.
"""

from __future__ import annotations

from digest.quote.declared.entries import declared_quotes

__all__ = ["declared_quotes"]
