"""What is run by hand to make files that are shipped."""
