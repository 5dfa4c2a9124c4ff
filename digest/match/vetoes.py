"""What keeps two quotes of a person apart, whatever their words."""

from __future__ import annotations

from digest.languages import row
from digest.languages.numbers import compared
from digest.match.glosses import denial_lost, glossed
from digest.match.negation import denied
from digest.match.states import certain_language, main
from digest.model import ChangeKind, Person, Quote


def apart(a: Quote, b: Quote, person: Person) -> bool:
    """Tell whether two quotes were said on different days or in different languages."""
    if a.said_at and b.said_at and a.said_at.day != b.said_at.day:
        return True
    return len({certain_language(a, person), certain_language(b, person)} - {None}) > 1


def veto(a: Quote, b: Quote) -> ChangeKind | None:
    """Return what the one says otherwise than the other, as far as their own words tell.

    Their numbers contradict each other, or in one language one of them denies what the other says.
    """
    languages = main(a.language), main(b.language)
    if _contradict(a.text, b.text, languages):
        return ChangeKind.NUMBER
    return ChangeKind.NEGATION if len(set(languages)) == 1 and _denied(a.text, b.text, languages[0]) else None


def _contradict(first: str, second: str, languages: tuple[str, str]) -> bool:
    """Tell whether each has a number that the other has not; between languages, words alone prove little."""
    found = compared(first, second, *languages)
    return found.contradicts if len(set(languages)) == 1 else bool(found.lost and found.added)


def _denied(first: str, second: str, language: str) -> bool:
    """Tell whether one text denies what the other says; a last verb has the denial in it or after it."""
    if row(language).verb_last and denial_lost(glossed(first, language), glossed(second, language)):
        return True
    return denied(first, second, language)
