"""Parts of the source that an output has as they were."""

from __future__ import annotations

import re

from digest import languages
from digest.languages.scripts import is_written_in
from digest.languages.vocabulary import evidence
from digest.translate.alignment import sentences
from digest.translate.gate.marks import without_addresses

_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLAUSE = 4
"""Words of the source in a row that no translation has."""
_EXPLAINED = re.compile(r"[“„«\"][^“”„«»\"]+[”“»\"]\s?(?=[(（][^()（）]*\w[^()（）]*[)）])")
_ORIGINAL = re.compile(r"([^\x00-\u024f\W])\s?[(（][A-Za-zÀ-ɏ .,'’-]+[)）]")
"""The original words in brackets after their translation in another script."""
_PLAIN = 3
"""How many of them are neither names nor acronyms."""
_CHARACTER = re.compile(r"[A-Za-zÀ-ɏ0-9'’-]+|\S")
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]")
_RUN, _TAIL = 3, 2
"""Words in a row that are left, and at the end."""
_HEADLINE = 5
"""Words in a row with which a sentence or a headline begins; fewer may be a name."""
_SMALL, _LETTERS = 3, 2
"""Letters of a word that no language borrows (`the`, `las`), and of one that another may have as well."""


def left(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A clause left untranslated: words of the source in a row that are no name.

    What is quoted in the original and explained in brackets is translated there.
    """
    output = _without_originals(output)
    spaced = languages.row(source_language).spaced
    # Where nothing parts words, a character is one; words in Latin letters are names there, or English.
    before = _WORD.findall(source) if spaced else _CHARACTER.findall(source)
    after = _WORD.findall(output) if spaced else _CHARACTER.findall(output)
    if languages.locale(source_language).language == languages.locale(target_language).language:
        return None
    there = {tuple(after[at : at + _CLAUSE]) for at in range(len(after) - _CLAUSE + 1)}
    for at in range(len(before) - _CLAUSE + 1):
        run = before[at : at + _CLAUSE]
        plain = {word for word in run if _is_plain(word) and (spaced or len(word) == 1)}
        if tuple(run) in there and len(plain) >= _PLAIN:
            return f"not translated: {(' ' if spaced else '').join(run)}"
    return None


def _is_plain(word: str) -> bool:
    return word[0].isalpha() and word == word.lower()


def _without_originals(output: str) -> str:
    """Return an output without what it explains, and without the original beside its translation."""
    return _EXPLAINED.sub(" ", _ORIGINAL.sub(r"\1 ", output))


def tail_left(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """Three small words of the source in a row, or the last two, in a language that has not got them."""
    own, other = (language.split("-", maxsplit=1)[0] for language in pair)
    if own == other or not languages.row(own).spaced:
        return None
    before, after = _own_words(source, output)
    runs = {tuple(after[at : at + _RUN]) for at in range(len(after) - _RUN + 1)}
    found = [tuple(before[at : at + _RUN]) for at in range(len(before) - _RUN + 1)]
    left = next((run for run in found if run in runs and _foreign(run, own, other)), ())
    left = left or _begins_so(without_addresses(source), after, pair)
    tail = tuple(before[-_TAIL:])
    if not left and tail == tuple(after[-_TAIL:]) and _foreign(tail, own, other):
        left = tail if any(len(word) <= _SMALL for word in tail) else ()
    return f"not translated: {' '.join(left)}" if left else None


def word_left(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A frequent word of the source in letters that the target language does not write: `Мост закрыт until`.

    No translation by people had one, of 3,900 from English into other scripts.
    """
    own = pair[0].split("-", maxsplit=1)[0]
    if not languages.row(own).spaced or is_written_in(source, pair[1]):
        return None
    before, after = _own_words(source, output)
    there = set(after)
    for word in before:
        plain = word in there and len(word) > _SMALL and word == word.lower()
        if plain and own in evidence(word) and not is_written_in(word, pair[1]):
            return f"not translated: {word}"
    return None


def _own_words(source: str, output: str) -> tuple[list[str], list[str]]:
    """Return the words of both, but for those of titles, which stand between marks on both sides."""
    output = _QUOTED.sub(lambda found: " " if found[1] in source else found[0], _without_originals(output))
    before, after = (_WHOLE_WORD.findall(without_addresses(text)) for text in (source, output))
    return before, after


def _foreign(run: tuple[str, ...], own: str, other: str) -> bool:
    """Tell whether words are no names, one is frequent in the one language, and none in the other."""
    lists = [evidence(word) for word in run]
    small = all(word.islower() for word in run) and len(run) >= _TAIL
    alien = sum(other not in one and len(word) > _LETTERS for one, word in zip(lists, run, strict=True))
    return small and alien >= _TAIL and any(own in one and other not in one for one in lists)


def _begins_so(source: str, after: list[str], pair: tuple[str, str]) -> tuple[str, ...]:
    """Return the first words of a sentence or a headline of the source that the output has in a row."""
    own, other = (language.split("-", maxsplit=1)[0] for language in pair)
    runs = {tuple(after[at : at + _HEADLINE]) for at in range(len(after) - _HEADLINE + 1)}
    # What stands before a colon may be the name of a series, which stays as it is.
    for sentence in sentences(source, pair[0]):
        run = tuple(_WHOLE_WORD.findall(re.split("[:：]", sentence)[0])[:_HEADLINE])
        lists = [evidence(word.lower()) for word in run] if run in runs else []
        if sum(own in one and other not in one for one in lists) >= _TAIL:
            return run
    return ()
