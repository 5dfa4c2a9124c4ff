"""Learns what the subjects of IPTC's Media Topics are like: `python -m tools.topics`."""
