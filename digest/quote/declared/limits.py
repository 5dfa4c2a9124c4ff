"""From when a passage is like what an editor declared. Set by hand."""

from __future__ import annotations

NEAREST = 0.5
"""Likeness from which a passage of the text is shown as what was probably meant."""
