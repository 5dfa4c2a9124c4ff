"""What counts as a word, the same in every room."""

from __future__ import annotations

WORD_LENGTH = 40
"""Characters of a word at most."""
UNSPACED_WORD = 2
"""Characters that make about a word where no white space parts words."""
GAP = 80
"""Characters that a phrase of a row leaves open between two of its words, at most."""
