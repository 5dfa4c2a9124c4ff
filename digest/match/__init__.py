"""Room: match."""
