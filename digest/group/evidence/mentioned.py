"""The people of the registry whom a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.model import Person

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff々]")
"""Letters of scripts that do not part words by white space."""


class Mentioned:
    """The people of the registry, found in texts by a word of each of their names."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_word: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        self._by_character: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in people:
            for name in person.names:
                if len(name) <= 2:
                    continue
                word = _WORD.search(name)
                if word and not _is_unspaced(name):
                    self._by_word[word.group()].append((name, person))
                else:
                    self._by_character[name[0]].append((name, person))

    def in_text(self, text: str) -> Iterator[Person]:
        """Yield whose name a text holds, as it is written and between words."""
        if not self._by_word and not self._by_character:
            return
        words_of_text, characters = set(_WORD.findall(text)), set(text)
        for named in (
            *(self._by_word[word] for word in self._by_word.keys() & words_of_text),
            *(self._by_character[character] for character in self._by_character.keys() & characters),
        ):
            yield from (person for name, person in named if _stands_in(name, text))


def _stands_in(name: str, text: str) -> bool:
    if name not in text:
        return False
    return _is_unspaced(name) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _is_unspaced(name: str) -> bool:
    return _UNSPACED.search(name) is not None
