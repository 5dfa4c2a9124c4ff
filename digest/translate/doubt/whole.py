"""What an output has not whole: marks around it, a sentence, the end of a list, or nothing of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest import languages
from digest.languages.folding import QUOTATION_MARKS
from digest.languages.latin import folded
from digest.languages.lexicon import RAREST, rarity, stems
from digest.languages.sounds import nearly_spelt, sounds_like
from digest.translate import alignment

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = frozenset(QUOTATION_MARKS) - {"'", "’", "`", "´"}
_OUTER = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"), ('"', '"'))
_PARTING = re.compile(r"[,;:—–،؛，、；：…()]|\s-\s")
_SHORT = 80
"""Characters of two sentences; translators make one of longer ones in many ways."""
_LETTERS = 2
"""Letters of a word that another language may have as well, at most."""
_ITEM = r"[^\W\d_a-zà-ÿа-яё][\w'’-]*(?: [^\W\d_a-zà-ÿа-яё][\w'’-]*){0,3}"
_LIST = re.compile(rf"{_ITEM}(?:, {_ITEM}){{2,}},? \w{{1,3}} {_ITEM}")
"""Four names or more, with `and` before the last."""
_KEPT = 2
"""How many of a list's names the output has where another is lost."""
_UNTOLD, _LESS_OF_MANY = 4.0, 0.02
"""Logarithms of likelihood from which the words of a text are not told by another, less for each of them."""
_LESS_KNOWN = {"fa": 0.0, "sk": 0.0, "he": 1.0, "uk": 1.5}
"""Languages that the encoder does not speak, and how much more is asked where the lexicon knows fewer words;
one that is not here is not judged."""


def outer_marks_lost(source: str, output: str) -> str | None:
    """A text between quotation marks whose output has none at all."""
    text = source.strip()
    enclosed = any(
        text.startswith(opening) and text.endswith(closing) and not _MARKS & set(text[1:-1])
        for opening, closing in _OUTER
    )
    lost = enclosed and len(text) > 2 and not set(QUOTATION_MARKS) & set(output)
    return "the quotation marks lost" if lost else None


def melted(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """Two short sentences made one, with nothing that parts them: `He signed Mrs. Hale` for two people."""
    before, after = (
        alignment.sentences(text, code) for text, code in zip((source, output), pair, strict=True)
    )
    if len(after) >= len(before) or len(before) < 2:
        return None
    for bead in alignment.aligned(source, output, *pair):
        many = len(alignment.sentences(bead.source, pair[0])) - len(alignment.sentences(bead.output, pair[1]))
        parted = _parted(bead.output, pair[1]) - _parted(bead.source, pair[0])
        # Marks of a quotation are where cutting sentences goes wrong.
        quoted = _MARKS & {*bead.source, *bead.output}
        if len(bead.source) <= _SHORT and parted < many and not quoted:
            return "two sentences in one"
    return None


def _parted(text: str, language: str) -> int:
    """Count what parts clauses: marks, and words for “and”."""
    joins = set(languages.row(language).joins)
    return len(_PARTING.findall(text)) + sum(word in joins for word in _WORD.findall(text.lower()))


def list_cut(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A name of a list of four or more that the output has not, where it has others of it."""
    found = _LIST.search(source)
    rows = [languages.row(language) for language in pair]
    if not found or not all(row.spaced and row.cased for row in rows):
        return None
    words, items = _WORD.findall(output), [*_items(found[0])]
    known = any(rarity(stem, pair[0]) < RAREST for stem in stems(source, pair[0]))
    if not known or not all(item[0].isupper() for item in items):
        return None
    lost, kept = [], 0
    for item in items:
        parts = [word for word in _WORD.findall(item) if len(word) > _LETTERS]
        if not parts or any(
            rarity(stem, pair[0]) < RAREST for part in parts for stem in stems(part, pair[0])
        ):
            continue  # what the lexicon holds may be translated
        if any(_stands(part, word) for part in parts for whole in words for word in whole.split("-")):
            kept += 1
        else:
            lost.append(item)
    return f"a name of a list lost: {lost[-1]}" if lost and kept >= _KEPT else None


def _items(text: str) -> Iterator[str]:
    """Yield the names of a list."""
    *first, last = text.split(", ")
    yield from first
    yield from re.split(r" \w{1,3} (?=\S+$|\S+ \S+$)", last)


def _stands(name: str, word: str) -> bool:
    plain, other = folded(name), folded(word)
    if plain[:4] == other[:4] or nearly_spelt(name, word):
        return True
    return name.isascii() != word.isascii() and not word[0].islower() and sounds_like(name, word)


def another_text(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A fluent text about something else, by its words, where no encoder can tell; to or from English."""
    first, second = (language.split("-", maxsplit=1)[0] for language in pair)
    if "en" not in {first, second}:
        return None
    more = _LESS_KNOWN.get(second if first == "en" else first)
    if more is None:
        return None
    says, words = alignment.untold(source, output, *pair)
    return "another meaning" if words and says > _UNTOLD + more - _LESS_OF_MANY * words else None
