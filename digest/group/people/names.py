"""When two names, in any script, are the same name.

Where unsure they are not: two people on one page is worse than one person on two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from digest.group.people.confused import told_by_vowels
from digest.group.people.korean import KOREAN_PARTS, is_korean, same_in_korean, syllables
from digest.group.people.parts import Parts, parts, tokens
from digest.group.people.romanised import in_pinyin
from digest.group.people.sounded import coarse, is_romanised, sound_alike
from digest.languages.latin import is_cased, latin, skeleton, spelling
from digest.languages.sounds import sounds, sounds_within

_SURE_CONSONANTS = 5
"""How many consonants a name needs in all before a script without vowels can vouch for it."""
_HAN = re.compile("[\u3400-\u9fff々]+")
_SILENT_A = frozenset(
    ("DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM")
)
"""Scripts in which every letter has an `a` that is written nowhere."""
_SURE_SURNAME = 3
"""Consonants of a surname that may be told by them alone: `Peng` is in too many others."""
_SHORT = 4
"""Letters of a surname of which another one makes another surname."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""As who has no such letters writes them."""
_SURE_CHARACTERS = 3
"""Of a Chinese name, so that its sound alone tells who is meant: thousands share one of two characters."""


@lru_cache(maxsize=20_000)
def key(name: str) -> tuple[str, ...]:
    """Return the name's parts in lower-case ASCII.

    >>> key("Nicolás Maduro"), key("Николас Мадуро")
    (('nicolas', 'maduro'), ('nikolas', 'maduro'))
    """
    return tuple(part for part in map(latin, tokens(name)) if part)


@lru_cache(maxsize=20_000)
def heard(name: str) -> frozenset[tuple[str, ...]]:
    """Return how a full name may sound; closely the same names have one in common, others may, too.

    >>> bool(heard("Volodymyr Zelensky") & heard("Wolodymyr Selenskyj"))
    True
    """
    own = parts(name).own
    if is_chinese(name):
        return frozenset({("", latin(name).replace(" ", ""))})
    if is_korean(name):
        return frozenset({("한", *syllables(name))})
    by_part = [{re.sub(r"(.)\1+", r"\1", skeleton(part).replace("f", "")), *sounds(part)} for part in own]
    found = set(product(*(sorted(part) for part in by_part))) if len(own) <= 4 else set()
    found |= {("~", sound) for sound in coarse(own[-1])} if len(own) > 1 else set()
    if len(own) in KOREAN_PARTS and name.isascii():
        found.add(("한", *syllables(name)))
    whole = in_pinyin(name) if name.isascii() else ("".join(map(latin, own)),)
    return frozenset(found | {("", one) for one in whole})


def same_full_name(first: str, second: str) -> bool:
    """Tell whether two full names are closely the same, part by part.

    >>> same_full_name("Владимир Путин", "Vladímir Putin")
    True
    >>> same_full_name("فلاديمير بوتين", "Vladimir Poutine")
    True
    >>> same_full_name("Владимир Владимирович Путин", "Vladimir V. Putin")
    True
    >>> same_full_name("Michael I. Jordan", "Michael Jordan")
    False
    >>> same_full_name("Mario Rossi", "Maria Rossi"), same_full_name("Putin", "Путин")
    (False, False)
    >>> same_full_name("Donald Trump Jr.", "Дональд Трамп"), same_full_name("习近平", "Xi Jinping")
    (False, True)
    """
    if is_chinese(first) != is_chinese(second):
        return _same_in_pinyin(first, second)
    if is_korean(first) != is_korean(second):
        return same_in_korean(first, second)
    a, b = parts(first), parts(second)
    if a.generation != b.generation or min(len(a.own), len(b.own)) < 2:
        return False
    if len(a.own) != len(b.own):
        return _same_in_one_word(a, b) or (
            key(first)[0] == key(second)[0] and "".join(key(first)) == "".join(key(second))
        )
    if a.initials != b.initials and _script(first) == _script(second):
        return False  # outlets of one language add an initial to tell two people apart
    return all(map(told_by_vowels, a.own, b.own)) and (
        _same_by_letters(a, b) or _same_by_sound(first, second)
    )


def _same_in_one_word(a: Parts, b: Parts) -> bool:
    """Tell whether a script writes two given names as one word: محمدجواد for Mohammad Javad."""
    longer, shorter = sorted((a.own, b.own), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or _script(longer[0]) == _script(shorter[0]):
        return False
    return sound_alike((longer[0] + longer[1].lower(), *longer[2:]), shorter)


def _same_by_sound(first: str, second: str) -> bool:
    a, b = parts(first).own, parts(second).own
    romanised = is_romanised(first, a[-1]) and is_romanised(second, b[-1])
    return (romanised or _script(a[-1]) != _script(b[-1])) and sound_alike(a, b)


def _same_by_letters(a: Parts, b: Parts) -> bool:
    last = len(a.own) - 1
    return all(
        _same_part(one, other, surname=at == last)
        for at, (one, other) in enumerate(zip(a.own, b.own, strict=True))
    ) and (_vowels_known(a.own[0], b.own[0]) or len("".join(map(skeleton, a.own))) >= _SURE_CONSONANTS)


@lru_cache(maxsize=20_000)
def is_chinese(name: str) -> bool:
    """Tell whether a name is in Chinese characters alone, as those of Chinese people and of some Japanese."""
    return _HAN.fullmatch(name.replace(" ", "")) is not None


def contains_name(longer: str, shorter: str) -> bool:
    """Tell whether a name is a fuller form of another that has at least two parts.

    >>> contains_name("Nicolás Maduro Moros", "Nicolas Maduro"), contains_name("Melania Trump", "Trump")
    (True, False)
    """
    whole, part = key(longer), key(shorter)
    if parts(longer).generation != parts(shorter).generation:
        return False
    return len(part) >= 2 and len(whole) > len(part) and whole[0] == part[0] and set(part) <= set(whole)


# The same few names stand in one story after the other.
@lru_cache(maxsize=100_000)
def may_be(first: str, second: str) -> bool:
    """Tell whether two names may be one person's: a surname, an initial, another language's spelling.

    Thousands may be meant so: only that one story quotes both, and nobody else alike, makes it more.

    >>> may_be("Zelensky", "Володимир Зеленський"), may_be("泽连斯基", "Volodymyr Zelensky")
    (True, True)
    >>> may_be("Vitali Klitschko", "Віталій Кличко"), may_be("Путин", "Πούτιν")
    (True, True)
    >>> may_be("K. Mitsotakis", "Andreas Mitsotakis"), may_be("Vitali Klitschko", "Владимир Кличко")
    (False, False)
    """
    if is_chinese(first) or is_chinese(second):
        return _may_be_chinese(first, second)
    a, b = parts(first), parts(second)
    if a.generation != b.generation or not _sound_alike(a.own[-1:], b.own[-1:]):
        return False
    if len(a.own) < 2 or len(b.own) < 2:
        return True
    if min(len(a.own[0]), len(b.own[0])) == 1:
        return latin(a.own[0])[:1] == latin(b.own[0])[:1]
    if _script(a.own[-1]) == _script(b.own[-1]):
        return False  # `same_full_name` has the last word on full names of one script
    return _sound_alike(a.own[:1], b.own[:1])


@lru_cache(maxsize=50_000)
def told_by(name: str) -> frozenset[str]:
    """Return what two names, neither in Chinese characters, have in common if each `may_be` the other.

    >>> bool(told_by("Zelensky") & told_by("Володимир Зеленський"))
    True
    """
    surname = parts(name).own[-1:]
    return frozenset(form for one in surname for form in (spelling(one), skeleton(one), *sounds(one)))


def _sound_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other or _ends_in_a(spelling(one[0])) != _ends_in_a(spelling(other[0])):
        return False
    return (
        spelling(one[0]) == spelling(other[0])
        or (_script(one[0]) != _script(other[0]) and bool(sounds(one[0]) & sounds(other[0])))
        or (skeleton(one[0]) == skeleton(other[0]) and len(skeleton(one[0])) >= _SURE_SURNAME)
    )


def _may_be_chinese(first: str, second: str) -> bool:
    chinese, other = (first, second) if is_chinese(first) else (second, first)
    surname = parts(other).own[-1:]
    if is_chinese(other) or not surname or min(map(len, sounds(surname[0]))) < _SURE_SURNAME:
        return False
    return sounds_within(surname[0], chinese)


def nearly(first: str, second: str) -> bool:
    """Tell whether two full names of one script differ in one letter of the surname: two people, or a slip.

    >>> nearly("Angela Merkel", "Angela Merkle"), nearly("Angela Merkel", "Angela Merkel")
    (False, False)
    >>> nearly("Angela Merkel", "Angela Merkell"), nearly("Ilda Marrow", "Ilda Morrow")
    (True, True)
    """
    one, other = key(first), key(second)
    if len(one) < 2 or len(one) != len(other) or one[:-1] != other[:-1] or one == other:
        return False
    return _differ_in_one_letter(one[-1], other[-1]) and min(len(one[-1]), len(other[-1])) > _SHORT


def is_short(name: str) -> bool:
    """Tell whether a name may be that of many: a surname, or one with an initial.

    >>> is_short("Zelensky"), is_short("V. Zelensky"), is_short("Volodymyr Zelensky")
    (True, True, False)
    """
    own = parts(name).own
    return len(own) < 2 or (len(own) == 2 and len(own[0]) == 1)


def _same_in_pinyin(first: str, second: str) -> bool:
    chinese, other = (first, second) if is_chinese(first) else (second, first)
    if len(chinese.replace(" ", "")) < _SURE_CHARACTERS or len(parts(other).own) < 2 or not other.isascii():
        return False
    return "".join(key(chinese)) in in_pinyin(other)


def _same_part(first: str, second: str, *, surname: bool) -> bool:
    a, b = spelling(first), spelling(second)
    if surname:
        a, b = a.rstrip("e"), b.rstrip("e")
    if a == b:
        return True
    if _ends_in_a(a) != _ends_in_a(b) and not {_script(first), _script(second)} & _SILENT_A:
        return False
    if _script(first) != _script(second):
        return _same_across(first, second, a, b)
    if skeleton(first) != skeleton(second):
        return False
    if _written_out(first) == _written_out(second):
        return True
    return first.isascii() != second.isascii() and _differ_in_one_letter(a, b) and min(len(a), len(b)) > 4


def _written_out(part: str) -> str:
    return latin(unicodedata.normalize("NFC", part.lower()).translate(_UMLAUTS))


def _same_across(first: str, second: str, a: str, b: str) -> bool:
    """Tell whether parts of two scripts are one: by consonants, and by vowels where both write them."""
    if skeleton(first) != skeleton(second) and not sounds(first) & sounds(second):
        return False
    if not _vowels_known(first, second):
        return True
    if skeleton(first) != skeleton(second) and not sounds(first, merged=False) & sounds(second, merged=False):
        return False
    return _last_vowel(a) == _last_vowel(b) and _vowels(a) == _vowels(b)


def _vowels(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[^aeiou]", "", re.sub("ku(?=[ei])", "k", word)))


def _last_vowel(word: str) -> str:
    return word[-1:] if word[-1:] in "aeiou" else ""


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").partition(" ")[0]


def _vowels_known(first: str, second: str) -> bool:
    return is_cased(first) and is_cased(second)


def _ends_in_a(word: str) -> bool:
    return word.endswith("a")


def _differ_in_one_letter(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    shorter, longer = sorted((a, b), key=len)
    at = next((i for i, c in enumerate(shorter) if c != longer[i]), len(shorter))
    return shorter[at:] == longer[at + 1 :] or shorter[at + 1 :] == longer[at + 1 :]
