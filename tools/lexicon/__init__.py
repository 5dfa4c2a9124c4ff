"""The maker of `digest/languages/lexicon/`."""
