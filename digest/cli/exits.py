"""How commands end beside 0, 1 and 2."""

INTERRUPTED = 130
"""Stopped by its user, as shells count it."""
