"""Output that goes round in circles, or is the source again as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from digest import languages
from digest.languages.latin import folded, is_cased
from digest.languages.lexicon import rarity, stems
from digest.translate.alignment import sentences

_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = r"(?<!\w)(\w[^.!?\n]{0,40}?)(?:[\s,.;:!?()—–-]+\1(?!\w))"
_CHARACTERS = r"([^\W\d_].{0,19}?)\1"
_LOOPS = re.compile(f"(?i:{_PHRASE}{{2,}})"), re.compile(f"{_CHARACTERS}{{3,}}", re.DOTALL)
_LONG_LOOPS = re.compile(f"(?i:{_PHRASE}{{4,}})"), re.compile(f"{_CHARACTERS}{{5,}}", re.DOTALL)
_REPEATED = re.compile(f"(?i:{_PHRASE})"), re.compile(f"{_CHARACTERS}{{2,}}", re.DOTALL)
_TWICE, _ANCHORED = 7, 4
"""Words that do not follow themselves by chance, and those that have a name once more than the source."""
_LEAST_NAME = 4
"""Letters of a word by which a phrase is anchored: articles and prepositions anchor nothing."""
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{3,}", re.IGNORECASE)
_AGAIN, _TELLS = 3, 3.0
"""Words that come again soon where a lead says its headline once more, and the least rarity of each."""
_TELLING = 3
"""Words of a sentence that is not said twice by chance."""
_COPIED_FROM = 5
"""Words. A shorter text may well read the same in both languages, and so may a list of names."""
_MORE = 2
"""Words after it that an engine which copies may add."""


def looped(source: str, output: str) -> str | None:
    """A phrase three times in a row (four where no spaces part words), or five where the source repeats one.

    A source that goes round in circles itself proves nothing, nor does a letter drawn out where the source
    draws one out.
    """
    if _DRAWN_OUT.search(source):
        output = _DRAWN_OUT.sub(r"\1", output)
    if not _loops(output, _LOOPS) or _loops(source, _LOOPS):
        return None
    patterns = _LONG_LOOPS if _loops(source, _REPEATED) else _LOOPS
    return "a phrase again and again" if _loops(output, patterns) else None


def _loops(text: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether any pattern finds more than one letter drawn out."""
    phrases = (found[1] for pattern in patterns for found in pattern.finditer(text))
    return any(len(set(one.casefold())) > 1 or not is_cased(one) for one in phrases)


def said_twice(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A sentence or a long phrase twice that the source says once."""
    before, after = _said(source, source_language), _said(output, target_language)
    most = max(before.values(), default=1)
    if any(count > most for count in after.values()):
        return "a sentence twice"
    once, phrase = _said_once(output, target_language)
    if not phrase or _said_once(source, source_language)[1]:
        return None
    if counts := _counted(phrase, source, output):
        return "a phrase twice" if all(there > own for own, there in counts) else None
    if len(phrase) < _TWICE * (1 if languages.row(target_language).spaced else 2):
        return None
    if _soon_again(source, source_language) and not _soon_again(once, target_language):
        return None  # the source says it twice in other words, and so does the output
    return "a phrase twice"


def _counted(phrase: Iterable[str], source: str, output: str) -> list[tuple[int, int]]:
    """Return how often the source and the output have each name in a phrase that both write alike."""
    own, there = (Counter(_WORD.findall(text.casefold())) for text in (source, output))
    names = {word for word in phrase if len(word) >= _LEAST_NAME and own[word]}
    return [(own[word], there[word]) for word in sorted(names)]


def _soon_again(text: str, language: str) -> bool:
    """Tell whether several telling words come again soon: a lead that says its headline in other words."""
    last: dict[str, int] = {}
    again: set[str] = set()
    for at, word in enumerate(_WORD.findall(text)):
        for stem in stems(word, language):
            if rarity(stem, language) < _TELLS:
                continue
            if stem in last and at - last[stem] <= 2 * _TWICE:
                again.add(stem)
            last[stem] = at
    return len(again) >= _AGAIN


def _said(text: str, language: str) -> Counter[str]:
    """Count the sentences that are long enough to tell."""
    least = _TELLING if languages.row(language).spaced else 1
    words = (_WORD.findall(folded(sentence)) for sentence in sentences(text, language))
    return Counter(" ".join(one) for one in words if len(one) >= least)


def _said_once(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the words that follow themselves, and those words; both empty without any.

    Twice as many characters are looked for where nothing parts words.
    """
    words, least = _WORD.findall(text.casefold()), _ANCHORED
    spaced = languages.row(language).spaced
    if not spaced:
        words, least = list("".join(words)), least * 2
    last: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - least + 1):
        earlier = last.setdefault(tuple(words[at : at + least]), [])
        for first in earlier:
            # The last word first: of a text that goes round in circles most pairs differ there.
            again = 2 * at - first
            if at < first + least or again > len(words) or words[again - 1] != words[at - 1]:
                continue
            if words[first:at] == words[at:again]:
                return (" " if spaced else "").join((*words[:first], *words[at:])), tuple(words[first:at])
        earlier.append(at)
    return "", ()


def copied(source: str, output: str) -> str | None:
    """The source given back."""
    words = _WORD.findall(source)
    after = [word.casefold() for word in _WORD.findall(output)]
    same = [word.casefold() for word in words] == after[: len(words)] and len(after) <= len(words) + _MORE
    names = sum(word[0].isupper() for word in words)
    return "the source, not translated" if same and len(words) >= max(_COPIED_FROM, names * 2) else None
