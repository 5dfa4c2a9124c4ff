"""Text → terms: what a search compares, the same for a text and for what somebody types.

`search-terms.js` does the same in the reader's browser; a test compares the two on many scripts. Spellings
that readers take for one are one term (case, marks above letters, full width, ł and l, أ and ا, ی and ي, 運
and 运).
Scripts without spaces between words, and Hangul, are cut into pairs of characters, so that a word is found
wherever it stands in a run (as Lucene's CJKAnalyzer does); the last character of a run is a term of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from digest.languages.scripts import simplified

_MARKS_FROM, _MARKS_TO = 0x300, 0x1F000
"""Between these stand all combining marks of scripts that people write today."""
_INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""What stands inside of words and is not seen: soft hyphens, joiners, marks of direction, variants."""
_DROPPED = re.compile(
    f"[{_INVISIBLE}\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
"""Also accents, Hebrew points, and Arabic vowel signs and kashida; never the vowels of Indic scripts."""
_LETTERS = str.maketrans("łøđðıħŧŋςىیېکةہھۀەٱ", "loddihtnσيييكههههها") | str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "þ": "th"}
)
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50)
"""The digit nought in Arabic, Persian, Devanagari, Bengali and Thai figures; nine more follow each."""
_DIGITS = {zero + value: str(value) for zero in _ZEROS for value in range(10)}
_PAIRED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fd5\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Thai, Lao, Burmese, Khmer, Han, kana and Hangul."""
_ARABIC = re.compile("^[وف]?(?:[بك]?ال|لل)(?=..)|^[فبلك](?=.{3})|^و(?=..)")
"""The article, a preposition, “and”: joined to the word behind them (after Larkey's light stemming, 2002)."""
_HEBREW = re.compile("^[המשכ](?=.{3})|^[ובל](?=..)")
"""“And”, “the”, prepositions and “that”, joined likewise; up to two of them are taken off."""
_SHORTENED = re.compile('(?<=[\u05d0-\u05ea])["״](?=[\u05d0-\u05ea])')
"""The mark in a Hebrew acronym, which parts no words."""

Term = tuple[str, tuple[str, ...]]
"""What is compared, and what a reader may type for it as well."""


def folded(text: str) -> str:
    """Return `text` in the one spelling that all spellings become.

    >>> folded("Wałęcki"), folded("ＮＨＫ ２０２６"), folded("Bœuf"), folded("أحمد"), folded("捷運")
    ('walecki', 'nhk 2026', 'boeuf', 'احمد', '捷运')
    """
    small = simplified(unicodedata.normalize("NFKC", text)).lower().translate(_LETTERS).translate(_DIGITS)
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", small))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def terms(text: str) -> Iterator[Term]:
    """Return the terms of `text` in order, each at the place after the one before.

    >>> [term for term, _ in terms("l’unité de 台风后")]
    ['l', 'unite', 'de', '台风', '风后', '后']
    """
    words = _words().findall(_SHORTENED.sub("", text.replace("_", " ")))
    return chain.from_iterable(map(_terms_of, words))


@lru_cache(maxsize=200_000)
def _terms_of(word: str) -> tuple[Term, ...]:
    found: list[Term] = []
    for part in _words().findall(folded(word)):
        end = 0
        for run in _PAIRED.finditer(part):
            found += _spaced(part[end : run.start()])
            characters = run[0]
            found += [(characters[at : at + 2], ()) for at in range(len(characters))]
            end = run.end()
        found += _spaced(part[end:])
    return tuple(found)


def _spaced(part: str) -> list[Term]:
    return [(part, variants(part))] if part else []


def variants(term: str) -> tuple[str, ...]:
    """Return a word without what Arabic and Hebrew join to its beginning.

    >>> variants("والحكومه"), variants("הממשלה"), variants("council")
    (('حكومه',), ('ממשלה', 'משלה'), ())
    """
    if "\u0600" <= term[0] <= "\u06ff":
        bare = _ARABIC.sub("", term)
        return (bare,) if bare != term else ()
    if "\u05d0" <= term[0] <= "\u05ea":
        once = _HEBREW.sub("", term)
        twice = _HEBREW.sub("", once)
        return tuple(dict.fromkeys(one for one in (once, twice) if one != term))
    return ()


@cache
def _words() -> re.Pattern[str]:
    # Python's \w has no combining marks, which write the vowels of Indic scripts and of Thai. A set with
    # \w in it, or with signs beyond 16 bits, is looked through one by one at each space: ten times as long.
    marks = [
        chr(code) for code in range(_MARKS_FROM, _MARKS_TO) if unicodedata.category(chr(code)).startswith("M")
    ]
    small = "".join(mark for mark in marks if mark <= "\uffff")
    large = "".join(mark for mark in marks if mark > "\uffff")
    return re.compile(f"(?:\\w++|[{_INVISIBLE}{small}]++|(?=[\U00010000-\U0010ffff])[{large}])++")
