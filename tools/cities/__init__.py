"""Makes the table of cities."""
