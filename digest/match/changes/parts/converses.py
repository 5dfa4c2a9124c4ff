"""Words of two sides that say the same with their parts exchanged: `A sold it to B`, `B bought it from A`.

So are `before` and `after`, who won and who lost, and comparisons: `slower than wages`, `faster than prices`.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.languages import row
from digest.languages.senses import Said, sides
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_EXCHANGED = frozenset(("trade=", "outcome"))
_ORDERED = "time="
_COMPARED = "~"


def are_converse(first: Quote, second: Quote, words: tuple[str, str]) -> bool:
    """Tell whether two contrary words say the same, as what stands beside them changed places."""
    languages = main(first.language), main(second.language)
    if not all(row(language).spaced for language in languages):
        return False
    own, other = (
        next((one for one in sides(quote.text, language).said if one.word == word), None)
        for quote, language, word in zip((first, second), languages, words, strict=True)
    )
    if own is None or other is None or own.matter != other.matter:
        return False
    here, there = words_of(first.text), words_of(second.text)
    pairs = list(shared(here, there, languages))
    matter = own.matter
    if matter == _ORDERED:
        pairs = _beside(pairs, here, own)
    elif matter not in _EXCHANGED and not matter.endswith(_COMPARED):
        return False
    # Another word stands first: the subject, in most wordings.
    return bool(pairs) and min(pairs)[1] != min(there_at for _, there_at in pairs)


def _beside(pairs: Sequence[tuple[int, int]], words: Sequence[Word], said: Said) -> list[tuple[int, int]]:
    """Return the shared words right before and right after a word."""
    before = [pair for pair in pairs if words[pair[0]].start < said.start]
    after = [pair for pair in pairs if words[pair[0]].start > said.start]
    return [*([max(before)] if before else []), *([min(after)] if after else [])]
