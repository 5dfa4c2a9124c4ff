"""Room: group."""
