"""What no engine may lose: the names of people and outlets, and the terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from digest import languages
from digest.languages.latin import folded
from digest.languages.scripts import is_written_in
from digest.model import Outlet, Person, Term
from digest.translate.doubt.names import SHORTEST, Name, Names

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = 3
"""Letters that agreeing may add to a word of a term or change at its end."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What no engine may lose."""

    names: tuple[Name, ...] = ()
    terms: tuple[Term, ...] = ()
    index: Names = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", Names.of(self.names))

    def spellings(self) -> tuple[str, ...]:
        """Return what stands in texts for a name, and what stays as it is in every language."""
        kept = (term.keep for term in self.terms if term.keep)
        forms = (form for name in self.names for form in name.forms)
        telling = (one for name in self.names if not name.whole for one in name.telling())
        return tuple(dict.fromkeys((*kept, *forms, *(one for one in telling if len(one) >= SHORTEST))))

    def put_back(self, source: str, target: str) -> dict[str, str]:
        """Return what stands in texts for a name or term, each with what the target language has for it.

        A name that the site does not write in the target's script is left out: engines transliterate.
        """
        found: dict[str, str] = {}
        for name in self.names:
            telling = () if name.whole else tuple(one for one in name.telling() if len(one) >= SHORTEST)
            for forms in (name.forms, telling):
                others = [form for form in forms if is_written_in(form, target)]
                for form in forms:
                    put = form if is_written_in(form, target) else next(iter(others), None)
                    if put and is_written_in(form, source):
                        found.setdefault(form, put)
                        found.setdefault(form.upper(), put.upper())
        for term in self.terms:
            own, wanted = term.in_language(source), term.in_language(target)
            if own and wanted:
                found[own] = wanted
        return found

    def lost(self, text: str, output: str, pair: tuple[str, str]) -> str | None:
        """A name or a term of the glossary that is in a text and not in its output."""
        return self.index.lost(text, output, pair) or lost_term(text, output, self.terms, pair)


NOTHING = Protected()


def protected(
    people: Iterable[Person] = (), outlets: Iterable[Outlet] = (), glossary: Iterable[Term] = ()
) -> Protected:
    """Return the names of people and outlets, and the terms of the glossary."""
    return Protected(
        (
            *(Name(person.names) for person in people),
            *(Name((outlet.name,), whole=True) for outlet in outlets),
        ),
        tuple(glossary),
    )


def lost_term(source: str, output: str, terms: Iterable[Term], pair: tuple[str, str]) -> str | None:
    """A term of the glossary that the output has not as the glossary words it."""
    for term in terms:
        own, wanted = (term.in_language(language) for language in pair)
        if own and wanted and _has(source, own, pair[0]) and not _has(output, wanted, pair[1]):
            return f"a term lost: {own} → {wanted}"
    return None


def _has(text: str, term: str, language: str) -> bool:
    """Tell whether the words of a term stand in a text one after the other, as they are or declined."""
    if not languages.row(language).spaced:
        return folded(term) in folded(text)
    words, wanted = _WORD.findall(folded(text)), _WORD.findall(folded(term))
    runs = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(all(map(_inflected, wanted, run)) for run in runs)


def _inflected(word: str, other: str) -> bool:
    """Tell the same of words that agree with others, which changes more of a long one."""
    stem = word[: max(SHORTEST, len(word) - 1 - len(word) // 6)]
    return word == other or (other.startswith(stem) and abs(len(other) - len(word)) <= _ENDING)
