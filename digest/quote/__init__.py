"""Room: quote."""
