"""What was said, and what only stands between marks: titles, terms, names of things.

In goes a quotation's case with its credit; out comes whether it is evidence of speech. When in doubt it
is not: what is left out here is shown nowhere.

- `evidence` counts points for and against, `things` tells the names of things by the words beside them.
"""

from __future__ import annotations

from digest.quote.speech.evidence import is_speech

__all__ = ["is_speech"]
