"""How far the sentence around a quotation reaches. Set by hand on press texts, none fitted."""

from __future__ import annotations

NEAR_QUOTATIONS = 12
"""Quotations before and after one in its sentence that its rules look at."""
SENTENCE_LENGTH = 3000
"""Characters on either side of a quotation at most that its sentence has."""
TAG_LENGTH = 90
"""Characters in which a short clause after a quotation, or one like `according to`, names who said it."""
LEAD_LENGTH = 500
"""Characters of a paragraph that leads to the next with a colon."""
