"""What a page says of itself: its headline, outlet, authors, days, address and language.

- `metas`, `linked_data`: what its head says for machines
- `title`, `site`, `standfirst`, `authors`, `dates`, `address`, `language`: those, and what readers see
"""
