"""One module a question, run by hand; figures are JSON lines."""
