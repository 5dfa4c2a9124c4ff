"""From when a passage is like what an editor declared. Set by hand."""

from __future__ import annotations

NEAREST = 0.5
"""Likeness from which a passage of the text is shown as what was probably meant."""
FEWEST_WORDS = 3
"""Words of a declared quotation from which another article that holds it is its likely source."""
