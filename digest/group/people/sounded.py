"""When two full names sound alike, part by part: each way of writing has its own letters for what is heard.

What is heard are consonants in classes (`languages.sounds`); vowels count where both scripts have them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce

from digest.group.people.confused import is_arabic
from digest.group.people.parts import tokens
from digest.languages.latin import is_cased, latin, spelling
from digest.languages.sounds import distance, sounds

_ENOUGH = 4
"""Consonants of a whole name, so that it is told by them."""
_VOWELS_OF_PART, _VOWELS_OF_NAME = 1, 2
"""How many vowels may differ: `Musk` is Маск, `Keir` Кир, `Emmanuel` Эмманюэль."""
_ONE_SOUND = str.maketrans("LF", "RB")
"""What Japanese and Korean do not tell apart."""
_ARTICLE = 4
"""Letters that a word with the article has more than."""
_DOUBLED = re.compile(r"(.)\1+")
_GREEK = (
    (re.compile("^Ντ"), "D"),
    (re.compile("^Μπ"), "B"),
    (re.compile("^Γκ"), "G"),
    (re.compile("ντ"), "d"),
)
_GREEK_WITHIN = ((re.compile("μπ"), "b"), (re.compile("γκ"), "g"), (re.compile("[τΤ]ζ"), "j"))
_NASAL = re.compile("[\u0902\u0901]")
_FLAPPED = "\u0921\u093c"
"""A letter that is read as r."""
_AS_Z = str.maketrans({"ظ": "ز", "ض": "ز", "ذ": "ز"})
"""Letters that Persian reads so, and Arabic names in some mouths."""
_HEBREW = ((re.compile("^v"), "b"), (re.compile("f"), "p"), (re.compile("v"), ""))
"""Letters that are read in two ways, and one that may be a vowel."""
_KANA = (
    (re.compile("^ウラジ"), "ヴラディ"),
    (re.compile("^ウ(?=[ラリルレロ])|ウ(?=[ィェォ])"), "ヴ"),
    (re.compile("(?<=[アカガサザタダナハバパマヤラワ])ー"), "ル"),
    (re.compile("フ$"), "ウ"),
    (re.compile("チ"), "ティ"),
    (re.compile("ンソ"), "ント"),
    (re.compile("ス$"), "ト"),
    (re.compile("ジ"), "ズィ"),
)
"""What kana write for v, for an r that is not heard, for h, t, th and z: Vladimir, Starmer, Netanyahu, Putin,
Anthony, Smith, Albanese."""
_HANGUL = (("j", "z"), ("ns", "nt"), ("seu", "teu"))
"""What Hangul write for z and th."""
_SLAVIC = str.maketrans({"č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "đ": "dj"})
_ROMANISED = (
    (re.compile("z"), "ts"),
    (re.compile("j"), "y"),
    (re.compile("(?<![^aeiou])j"), "kh"),
    (re.compile("(?<![st])ch"), "kh"),
    (re.compile("gu(?=[ei])"), "g"),
    (re.compile("c(?=.*ic$)|c$"), "ch"),
    (re.compile("c(?=[ao]$)"), "ts"),
    (re.compile("c(?=[ei])"), "j"),
    (re.compile("(?<=e)s$"), "sh"),
)
"""What letters stand for in some language: Jelzin, Benjamin, Mijaíl, Michail, Naguib, Vucic, Fico,
Recep, Guterres."""
_AT_ONCE = ((("z", "ts"), ("j", "y")), (("rz", "zh"), ("j", "y")))
"""What some languages have together: Jelzin, Andrzej."""
_SLAVIC_NAME = re.compile(
    r".{2,}(?:[eo](?:v|w|ff)|[iy]n[ae]|(?:ts|z)in|sk(?:i|y|ij|iy|yj|aya|aja|aia)|enko|i(?:tsch|tch|ch)|a[iy]a)$"
)
"""Surnames, in Latin letters, that each language of the West romanises in its own way."""
_READ = {
    "GREEK": tuple(
        (re.compile(p), s) for p, s in (("[οΟ][υύ]", "u"), ("[αΑ][ιί]", "e"), ("[εοΕΟ][ιί]", "i"))
    ),
    "CYRILLIC": tuple(
        (re.compile(p), s)
        for p, s in (
            ("ё", "йо"),
            ("(?i)^у(?=[аеиоэ])", ""),
            ("(?i)(?<=[лнрт])я", "а"),
            ("(?i)(?<=[лнрт])ю", "у"),
        )
    ),
    "LATIN": tuple(
        (re.compile(p), s)
        for p, s in (
            ("gu(?=[eéi])", "g"),
            ("(?i)gi(?=[aou])", "g"),
            ("eaux?$", "o"),
            ("(?i)ou", "u"),
            (r"(?<=\w[dt])er$", "r"),
            ("(?<=[iy])[ae]h$|(?<=iy)e$", "a"),
        )
    ),
}
"""Vowels that are written with two letters, or not heard."""
_ARABIC_NAME = re.compile(r"(?i)\b(?:al|el|bin|ben|ibn|abdel|abdul|abu|abou)[ -]")
_J = re.compile("(?i)j(?=[aeou])")
"""A consonant in some languages, half a vowel in others."""
_LAST = re.compile(r"i?[eo](?=[vwf]+$)")


def sound_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether the parts of two names are alike, one by one.

    >>> sound_alike(("Emmanuel", "Macron"), ("Эмманюэль", "Макрон"))
    True
    >>> sound_alike(("Jill", "Biden"), ("Джо", "Байден"))
    False
    """
    if len(first) != len(second) or len(first) < 2:
        return False
    alike = [_heard_alike(*pair) for pair in zip(first, second, strict=True)]
    if not all(alike) or sum(max(map(len, said)) for said in alike) < _ENOUGH:
        return False
    if not all(is_cased(part) for part in (*first, *second)):
        return all(map(_kana_ends_alike, first, second))
    pairs = [*zip(first, second, strict=True)]
    if not all(said(one, merged=False) & said(other, merged=False) for one, other in pairs):
        return False
    vowels = [(_vowels(one), _vowels(other)) for one, other in pairs]
    differ = [distance(*pair) for pair in vowels]
    if _script(first[-1]) != _script(second[-1]):
        bare = [(_vowels(_J.sub("", one)), _vowels(_J.sub("", other))) for one, other in pairs]
        differ = [min(own, distance(*pair)) for own, pair in zip(differ, bare, strict=True)]
    last = all(_ends(one) == _ends(other) for one, other in zip(first, second, strict=True))
    fronted = all(_is_front(one) == _is_front(other) for one, other in vowels)
    if _script(first[-1]) == _script(second[-1]):
        return last and not any(differ)
    return last and fronted and max(differ) <= _VOWELS_OF_PART and sum(differ) <= _VOWELS_OF_NAME


def _kana_ends_alike(one: str, other: str) -> bool:
    """Tell whether a part in kana may end as the other does: a written a is no o."""
    kana = [_script(part) == "KATAKANA" for part in (one, other)]
    if kana[0] == kana[1] or not all(
        is_cased(part) for part, own in zip((one, other), kana, strict=True) if not own
    ):
        return True
    ends = {latin(part)[-1:] for part in (one, other)}
    return not ends <= {"a", "o"} or len(ends) == 1


@lru_cache(maxsize=20_000)
def is_romanised(name: str, surname: str) -> bool:
    """Tell whether languages may write a name, in Latin letters, each in its own way: Slavic, Arabic ones."""
    if _script(surname) != "LATIN":
        return False
    if _SLAVIC_NAME.fullmatch(latin(surname)) or _ARABIC_NAME.search(name):
        return True
    return any(map(is_arabic, tokens(name)[:-1]))


@lru_cache(maxsize=50_000)
def coarse(part: str) -> frozenset[str]:
    """Return what a part of a name may be heard as, as coarsely as any script writes it."""
    return frozenset(map(_coarsely, said(part)))


@lru_cache(maxsize=50_000)
def said(part: str, *, merged: bool = True) -> frozenset[str]:
    """Return the consonants of a part of a name as they may be heard; `merged` as in `sounds`.

    >>> bool(said("Ντόναλντ") & said("Donald")), bool(said("नरेंद्र") & said("Narendra"))
    (True, True)
    """
    joins = _script(part) in {"ARABIC", "HEBREW"}
    return frozenset(sound for own in _written(part) for sound in sounds(own, particles=joins, merged=merged))


def _heard_alike(one: str, other: str) -> frozenset[str]:
    if {"HIRAGANA", "KATAKANA", "HANGUL"} & {_script(one), _script(other)}:
        return coarse(one) & coarse(other)
    return said(one) & said(other)


def _coarsely(sound: str) -> str:
    return _DOUBLED.sub(r"\1", re.sub("N(?=B)", "M", sound.translate(_ONE_SOUND)))


def _written(part: str) -> Iterator[str]:
    """Yield a part as it may be written in Latin letters."""
    yield part
    script = _script(part)
    yield from _of_syllables(part, script)
    if script == "GREEK":
        plain = unicodedata.normalize("NFC", part)
        for pattern, letter in (*_GREEK[:3], *_GREEK_WITHIN):
            plain = pattern.sub(letter, plain)
        yield latin(plain)
        yield latin(plain).replace("s", "sh", 1)
        yield latin(_GREEK[3][0].sub(_GREEK[3][1], plain))
    elif script in {"DEVANAGARI", "BENGALI", "GUJARATI"}:
        yield latin(_NASAL.sub("न", part))
        yield latin(unicodedata.normalize("NFD", part).replace(_FLAPPED, "र"))
        yield latin(part).replace("mh", "ngh")
    elif script == "ARABIC":
        yield part.translate(_AS_Z)
        yield part.replace("ق", "غ")
        if part.startswith("ال") and len(part) > _ARTICLE:
            yield part[2:]
    elif script == "HEBREW":
        plain = latin(part)
        for pattern, letter in _HEBREW:
            plain = pattern.sub(letter, plain)
            yield plain
            yield plain.replace("s", "sh")
            yield re.sub("s$", "sh", plain)
        yield _HEBREW[2][0].sub("", latin(part))
    elif script == "LATIN":
        plain = latin(part.lower().translate(_SLAVIC))
        yield plain
        if plain.endswith("ic"):
            yield plain.replace("s", "sh").replace("c", "ch")
        yield from (reduce(lambda name, change: name.replace(*change), all_, plain) for all_ in _AT_ONCE)
        yield from (pattern.sub(letter, plain) for pattern, letter in _ROMANISED if pattern.search(plain))


def _of_syllables(part: str, script: str) -> Iterator[str]:
    if script == "KATAKANA":
        yield from (latin(pattern.sub(letter, part)) for pattern, letter in _KANA if pattern.search(part))
    elif script == "HANGUL":
        yield from (latin(part).replace(*change) for change in _HANGUL)


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").partition(" ")[0]


def _is_front(vowels: str) -> bool:
    return vowels[-1:] in {"e", "i"}


def _vowels(word: str) -> str:
    plain = _LAST.sub("o", re.sub(r"(?<=[^ai])e$", "", spelling(_read(word))))
    return re.sub("[^aeiou]", "", plain)


def _ends(word: str) -> bool:
    return spelling(_read(word)).endswith("a")


def _read(word: str) -> str:
    for pattern, letters in _READ.get(_script(word), ()):
        word = pattern.sub(letters, word)
    return word
