"""Whether a name that a title stands before is where its holder works: `ekonóm Coface`."""

from __future__ import annotations

import re
from functools import cache

from digest.quote.credit.case import Case
from digest.quote.grammar import before_word, grammar_of


def is_organisation(case: Case, name: str) -> bool:
    """Tell whether a noun of an organisation stands right before a name somewhere: `spoločnosti Coface`."""
    text, grammar = case.frames.masked, case.grammar
    if grammar.row.nouns_are_capital or not (grammar.row.inverts or grammar.row.case_endings):
        return False
    nouns = _nouns(grammar.row.code)
    return any(
        before_word(text, found.start()) in nouns
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )


@cache
def _nouns(code: str) -> frozenset[str]:
    """Return nouns of institutions in every case, without those that are titles, too."""
    grammar = grammar_of(code)
    nouns = [noun for noun in grammar.not_names.whole if len(noun) > 3]
    ends = ("", *grammar.row.case_endings)
    stems = {noun[: len(noun) - cut] for noun in nouns for cut in (0, int(noun[-1] in _VOWELS))}
    forms = {stem + end for stem in stems for end in ends} | set(nouns)
    return frozenset(form for form in forms if form not in grammar.titles)


_VOWELS = "aeiouyáéíóúýаеиоуыяюі"
