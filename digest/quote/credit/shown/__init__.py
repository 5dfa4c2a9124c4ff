"""Whether a speaker that a rule found is for readers: somebody, printed whole, of a class seldom wrong.

- `plausible` asks what shows a person, and puts how likely the credit is right in place of the rule's score.
- `beside` finds a title in an apposition beside a name.
- `opposed` tells what speaks against a speaker who is only meant or carried on.
- `heads` tells a name that says whose somebody is, or to whom somebody speaks.
- `whole` tells what was cut: a role without its noun, half a compound, the end of a longer run of capitals.
- `reliability` knows how often each class was right; `reliability.toml` holds the counts.
"""

from __future__ import annotations

from digest.quote.credit.shown.plausible import plausible
from digest.quote.credit.shown.reliability import Kind, kind_of

__all__ = ["Kind", "kind_of", "plausible"]
