"""Parts that two free wordings give to the same words: who did it, what is more, how many of whom.

In go two quotes of which one may be a free wording of the other; out come the words of each that tell of
exchanged parts (`told_otherwise`), or whether two contrary words say the same (`are_converse`,
`winners_agree`). Everything rests on what both name (`shared`).

- `roles` goes by verbs, endings and denials, `subjects` by the order and the forms of two countries' names;
- `objects` by nouns on either side of a verb, between two languages;
- `comparisons` by words for more and less, `counts` by what is counted, `lacking` by `with` and `without`;
- `converses` are what says the same the other way round.
"""

from __future__ import annotations

from digest.match.changes.parts.comparisons import compared_otherwise, of_one_alone
from digest.match.changes.parts.converses import are_converse
from digest.match.changes.parts.counts import counts_exchanged
from digest.match.changes.parts.lacking import with_or_without
from digest.match.changes.parts.objects import objects_exchanged
from digest.match.changes.parts.roles import parts_exchanged, winners_agree
from digest.match.changes.parts.shared import words_of
from digest.match.changes.parts.subjects import subjects_exchanged
from digest.model import Quote

_WAYS = (
    parts_exchanged,
    subjects_exchanged,
    objects_exchanged,
    compared_otherwise,
    of_one_alone,
    counts_exchanged,
    with_or_without,
)


def told_otherwise(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return a word of each of two wordings by which they give another part to what both name, or None."""
    return next((found for told in _WAYS if (found := told(first, second))), None)


__all__ = ["are_converse", "told_otherwise", "winners_agree", "words_of"]
