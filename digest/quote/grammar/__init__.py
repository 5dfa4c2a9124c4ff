"""A language's row as patterns, and the words around a place: what every other room reads a text with.

In goes the code of a language; out comes its `Grammar`, compiled once a process from the row in
`digest/languages/CODE.toml` (`en.toml` explains every key). No other room of `quote` opens a row.

- `patterns` compiles a row, with `compiled` and `clauses`; `choice` makes one pattern of many phrases, which
  is what makes it fast.
- `words` finds the word before a place, and counts words where white space parts them and where not.
- `MASK` stands for each character of a quotation in a text whose quotations are blanked out.
"""

from __future__ import annotations

from digest.quote.grammar.compiled import MASK, UPPER, Words
from digest.quote.grammar.patterns import Grammar, grammar_of
from digest.quote.grammar.words import SIGNS, WORDS, before_word, count_words

__all__ = ["MASK", "SIGNS", "UPPER", "WORDS", "Grammar", "Words", "before_word", "count_words", "grammar_of"]
