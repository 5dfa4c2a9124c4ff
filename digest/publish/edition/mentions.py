"""Who is named in what somebody else said.

A person is named where a whole name of two words or more stands in an outlet's wording as it is written. A
surname alone may be somebody else's, so it names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from digest import languages
from digest.languages.folding import fold
from digest.model import Person, PersonId, Utterance

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['’ʼ]")
"""Folding drops them, and `Anna Berg’s`, `d’Anna Berg` would be other words."""
_SHORTEST = 3
"""Characters of a name that no white space parts: two may be any word."""


def mentions(
    people: Iterable[Person], utterances: Iterable[Utterance]
) -> Mapping[PersonId, Sequence[Utterance]]:
    """Return what others said that names each person, in the order of the utterances.

    Args:
        people: whose names are looked for.
        utterances: each is looked through in all its wordings.
    """
    by_first, whole = _names(people)
    found: dict[PersonId, list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        for person in dict.fromkeys(_named(utterance, by_first, whole)):
            if utterance.person is None or utterance.person.id != person:
                found[person].append(utterance)
    return found


_ByFirst = Mapping[str, Sequence[tuple[tuple[str, ...], PersonId]]]
_Whole = Sequence[tuple[str, PersonId]]


def _names(people: Iterable[Person]) -> tuple[_ByFirst, _Whole]:
    """Return names of several words by their first one, and names that are one run of characters."""
    by_first: dict[str, list[tuple[tuple[str, ...], PersonId]]] = defaultdict(list)
    whole: list[tuple[str, PersonId]] = []
    owners: dict[tuple[str, ...], set[PersonId]] = defaultdict(set)
    for person in people:
        for name in person.names:
            # `O’Neill` alone is a surname, however many words it falls into.
            words = _words(name) if len(name.split()) > 1 else _words(_APOSTROPHE.sub("", name))
            owners[words].add(person.id)
    for words, ids in owners.items():
        if len(ids) > 1:
            continue  # namesakes: nobody can tell which of them is meant
        [person_id] = ids
        if len(words) > 1:
            by_first[words[0]].append((words, person_id))
        elif words and _is_unspaced(words[0]) and len(words[0]) >= _SHORTEST:
            whole.append((words[0], person_id))
    return by_first, whole


def _named(utterance: Utterance, by_first: _ByFirst, whole: _Whole) -> Iterable[PersonId]:
    for quote in (wording.quote for wording in utterance.wordings if not wording.probable):
        words = _words(quote.text)
        for at, word in enumerate(words):
            for name, person in by_first.get(word, ()):
                if words[at : at + len(name)] == name:
                    yield person
        if not languages.row(quote.language).spaced:
            folded = fold(quote.text).text.casefold()
            yield from (person for name, person in whole if name in folded)


@lru_cache(maxsize=10_000)  # every edition asks of the same texts
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(_APOSTROPHE.sub(" ", text)).text.casefold()))


def _is_unspaced(word: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" for char in word)
