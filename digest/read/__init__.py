"""Room: read."""
