"""Two countries that changed parts, whatever tells them: `Ukraine sends Poland grain`, `Польша … Украине`.

CLDR has a country's name as the subject has it, so that its form tells who does it where the order of words
does not. Where nothing parts words, the subject stands before a verb with a doer (`acts.txt`), and who does
it behind `by`. Elsewhere `roles` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.languages import row
from digest.languages.senses import Place, acts_of, denials, places_of_countries, stands
from digest.match.changes.parts.roles import doer
from digest.match.changes.parts.shared import words_of
from digest.match.changes.states import main
from digest.model import Quote

_DONE_BY = ("ой", "ей", "ою", "ею", "ом", "ем", "єм", "ą", "em", "ou")
"""Ends of a name by which something is done, of languages with cases."""


def subjects_exchanged(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return the country that does it to the other in each of two wordings, if they differ."""
    languages = main(first.language), main(second.language)
    here, there = (
        places_of_countries(quote.text, language)
        for quote, language in zip((first, second), languages, strict=True)
    )
    if len(here) != 2 or len(there) != 2 or {one.code for one in here} != {one.code for one in there}:
        return None
    if any(denials(quote.text, language) for quote, language in zip((first, second), languages, strict=True)):
        return None
    own, other = _doer(first.text, here, languages[0]), _doer(second.text, there, languages[1])
    return (own.written, other.written) if own and other and own.code != other.code else None


def _doer(text: str, pair: Sequence[Place], language: str) -> Place | None:
    own = row(language)
    if not own.spaced:
        return _beside_its_verb(text, pair, language)
    words = words_of(text)
    at = [next(n for n, word in enumerate(words) if word.start + len(word.text) > one.start) for one in pair]
    if not own.free_order:
        found = doer(words, language, at)
        return next((one for one, place in zip(pair, at, strict=True) if place == found), None)
    plain = tuple(word.plain for word in words)
    if words[at[0]].clause != words[at[1]].clause or pair[0].as_subject is pair[1].as_subject:
        return None
    subject, other = pair if pair[0].as_subject else pair[::-1]
    if other.written.endswith(_DONE_BY):
        return None
    forms = acts_of(language).get("lost", ())
    return other if any(stands(form, plain, n) for form in forms for n in range(len(plain))) else subject


def _beside_its_verb(text: str, pair: Sequence[Place], language: str) -> Place | None:
    """Return who does it by the verb between two names, or behind them where it stands last."""
    forms = acts_of(language)

    def said(role: str, start: int, end: int | None = None) -> bool:
        return any(form[0].rstrip(".") in text[start:end] for form in forms.get(role, ()))

    one, two = pair
    between = one.start + len(one.written), two.start
    if row(language).verb_last:
        return None
    if said("by", *between):
        return two if said("act", two.start) or said("won", two.start) else None
    if said("lost", *between):
        return two
    return one if said("won", *between) or said("act", *between) else None
