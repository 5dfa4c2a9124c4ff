"""The language of a quotation: the one it is printed in, and the one it was spoken in where the text says.

In goes the text of a quotation with its article's language, or its case; out comes a code, or None where
nothing names the language spoken.

- `detect` weighs py3langid's model, scripts, letters and frequent words; `spoken` reads `he said in Spanish`.
"""

from __future__ import annotations

from digest.quote.language.detect import language_of
from digest.quote.language.spoken import spoken_language

__all__ = ["language_of", "spoken_language"]
