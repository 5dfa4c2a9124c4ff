"""Text of any script brought to Latin letters, so that names and cognates can be compared across languages.

Transliteration is anyascii's. What is done here is coarse on purpose: it finds candidates, and the
rooms that use it ask for more than one piece of evidence before they say that two texts agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_SIGNS = "\\u0900-\\u0963\\u0971-\\u0dff\\u200d"
LETTER = rf"(?:[^\W\d_]|[{_SIGNS}])"
"""A letter in a pattern; the scripts of India write vowels as signs, which `\\w` leaves out."""
NOT_BEHIND, NOT_BEFORE = rf"(?<![\w{_SIGNS}])", rf"(?![\w{_SIGNS}])"
"""Where a word begins and ends in a pattern, for the same reason."""
LETTERS = rf"[^\W\d_]+(?:[{_SIGNS}]+[^\W\d_]*)*"
"""A run of them that begins with a letter; faster than one by one."""
_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})*")
_GROUPED = r"\d{1,3}(?:[.,٬’'\u00a0\u202f ]\d{3})+(?!\d)(?:[.,٫]\d{1,2})?"
_NUMBER = re.compile(_GROUPED + r"|\d+(?:[.,٫]\d+)?")
_WORD_OR_NUMBER = re.compile(f"{_WORD.pattern}|{_NUMBER.pattern}")
_SPELLINGS = (
    ("sch", "sh"),
    ("tch", "ch"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("gh", "g"),
    ("ck", "k"),
    ("ou", "u"),
    ("ce", "se"),
    ("ci", "si"),
)
"""Letters that Latin spellings and transliterations write in several ways, in the order they are replaced."""
_LETTERS = str.maketrans({"c": "k", "q": "k", "y": "i", "j": "i", "w": "v", "z": "s"})
_NO_SOUND = str.maketrans("", "", "aeiouywj'`")
_CONSONANTS = str.maketrans({"p": "b", "c": "k", "q": "k", "z": "s", "v": "f"})
_VOICED = "\u3099\u309a"
"""Japanese marks that make another sound of a letter."""

_VOWELS_FROM, _VOWELS_TO = 0x0900, 0x1AB0
"""Between these stand the scripts of India and beside it, whose marks write vowels and tones: `กิน`, `กน`."""
_NUKTAS = frozenset({0x093C})
"""Of those what a newspaper may leave out: the dot of Hindi `ज़`."""
_SAME_SIGNS = {0x0901: 0x0902}
"""Hindi `हाँ`, which is also written `हां`."""


class _NoMarks(dict[int, int | None]):
    """Marks to nothing, for `str.translate`: each character is looked up when a text first has it."""

    def __missing__(self, code: int) -> int | None:
        one = chr(code)
        # Marks begin at U+0300; beyond the first plane none belongs to letters that news are written in.
        is_mark = 0x300 <= code < 0x10000 and unicodedata.category(one) == "Mn" and one not in _VOICED
        is_accent = code in _NUKTAS or not _VOWELS_FROM <= code < _VOWELS_TO
        self[code] = _SAME_SIGNS.get(code, None if is_mark and is_accent else code)
        return self[code]


_NO_MARKS = _NoMarks()
_CLITICS = re.compile(r"^(?:[wfblk]?al|[wfblk])(?=\w{3})")
"""What Arabic writes together with the next word: and, so, by, for, like, the."""


@lru_cache(maxsize=100_000)
def latin(text: str) -> str:
    """Return `text` in lower-case ASCII letters.

    >>> latin("Мадуро"), latin("Nicolás")
    ('maduro', 'nicolas')
    """
    return anyascii(unicodedata.normalize("NFC", text)).casefold().replace("'", "").replace("`", "")


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Return `text` in lower case without accents, in its own script.

    >>> folded("Año"), folded("أربعة"), folded("п’ять")
    ('ano', 'اربعة', "п'ять")
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return unicodedata.normalize("NFC", apart.translate(_NO_MARKS))


def words_and_digits(text: str) -> list[str]:
    """Return the words and the numbers of `text` in their order, numbers in one spelling.

    >>> words_and_digits("hace 1.500 días")
    ['hace', '1500', 'días']
    """
    found = _WORD_OR_NUMBER.findall(unicodedata.normalize("NFKC", text))
    return [_number(item) if item[0].isdigit() else item for item in found]


def words(text: str) -> list[str]:
    """Return the words of `text` as they are written; runs of Chinese characters are one word.

    >>> words("मुख्यमंत्री ने कहा")
    ['मुख्यमंत्री', 'ने', 'कहा']
    """
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def spelling(word: str) -> str:
    """Return the word in one spelling out of those that romanisation has for it.

    >>> spelling("Poutine"), spelling("Путин"), spelling("Volodymyr"), spelling("Володимир")
    ('putine', 'putin', 'volodimir', 'volodimir')
    """
    plain = latin(word)
    for old, new in _SPELLINGS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain.translate(_LETTERS))


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the word's consonants in coarse classes: all that scripts without vowels keep of a name.

    >>> skeleton("Maduro"), skeleton("مادورو"), skeleton("Putin"), skeleton("بوتين")
    ('mdr', 'mdr', 'btn', 'btn')
    """
    plain = latin(word)
    for old, new in _SPELLINGS:
        plain = plain.replace(old, new)
    plain = plain.replace("v", "f").translate(_NO_SOUND).translate(_CONSONANTS)
    return re.sub(r"(.)\1+", r"\1", plain)


def without_clitics(word: str) -> tuple[str, ...]:
    """Return the transliterated word, and what is left without particles written together with it."""
    plain = latin(word)
    return tuple(dict.fromkeys((plain, _CLITICS.sub("", plain))))


def is_cased(word: str) -> bool:
    """Tell whether the word's script has capital letters."""
    return word.lower() != word.upper()


@lru_cache(maxsize=100_000)
def numbers(text: str) -> frozenset[str]:
    """Return the numbers that `text` writes in digits of any script, in one spelling.

    >>> sorted(numbers("749,022 votos (39,91 %)")), sorted(numbers("749.022 и 39.91"))
    (['39.91', '749022'], ['39.91', '749022'])
    """
    return frozenset(map(_number, _NUMBER.findall(unicodedata.normalize("NFKC", text))))


def _number(digits: str) -> str:
    plain = "".join(str(unicodedata.digit(c, c)) for c in digits)
    if grouped := re.fullmatch(r"(\d{1,3}(?:\D\d{3})+)(?:\D(\d{1,2}))?", plain):
        whole, part = re.sub(r"\D", "", grouped[1]), grouped[2]
    else:
        whole, _, part = re.sub(r"\D", ".", plain).partition(".")
    return (whole.lstrip("0") or "0") + (f".{part}" if part and part.strip("0") else "")
