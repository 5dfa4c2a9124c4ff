"""When two names, in any script, are the same name.

Where unsure they are not: two people on one page is worse than one person on two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages.latin import is_cased, latin, skeleton, spelling, words

_SURE_CONSONANTS = 5
"""How many consonants a name needs in all before a script without vowels can vouch for it."""


@lru_cache(maxsize=20_000)
def tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a name; initials count, a Chinese name with a middle dot has two."""
    return tuple(words(name.replace("·", " ").replace("-", " ")))


@lru_cache(maxsize=20_000)
def key(name: str) -> tuple[str, ...]:
    """Return the name's parts in lower-case ASCII.

    >>> key("Nicolás Maduro"), key("Николас Мадуро")
    (('nicolas', 'maduro'), ('nikolas', 'maduro'))
    """
    return tuple(part for part in map(latin, tokens(name)) if part)


def slug(name: str) -> str:
    """Return the name in the form of an address.

    >>> slug("Ana Paola Hall")
    'ana-paola-hall'
    """
    return "-".join(key(name))


def sound(name: str) -> tuple[str, ...]:
    """Return what names have in common that are closely the same, part by part; others may have it, too.

    Spellings with `v` and `w` sound alike, and consonants are kept without any of them.

    >>> sound("Volodymyr Zelensky") == sound("Wolodymyr Selenskyj")
    True
    """
    return tuple(re.sub(r"(.)\1+", r"\1", skeleton(part).replace("f", "")) for part in tokens(name))


def same_full_name(first: str, second: str) -> bool:
    """Tell whether two full names are closely the same, part by part.

    >>> same_full_name("Владимир Путин", "Vladímir Putin")
    True
    >>> same_full_name("فلاديمير بوتين", "Vladimir Poutine")
    True
    >>> same_full_name("Mario Rossi", "Maria Rossi"), same_full_name("Putin", "Путин")
    (False, False)
    """
    left, right = tokens(first), tokens(second)
    if len(left) != len(right) or len(left) < 2:
        return False
    last = len(left) - 1
    return all(
        _same_part(a, b, surname=at == last) for at, (a, b) in enumerate(zip(left, right, strict=True))
    ) and (_vowels_known(first, second) or len("".join(map(skeleton, left))) >= _SURE_CONSONANTS)


def contains_name(longer: str, shorter: str) -> bool:
    """Tell whether a name is a fuller form of another that has at least two parts.

    >>> contains_name("Nicolás Maduro Moros", "Nicolas Maduro"), contains_name("Melania Trump", "Trump")
    (True, False)
    """
    whole, part = key(longer), key(shorter)
    return len(part) >= 2 and len(whole) > len(part) and whole[0] == part[0] and set(part) <= set(whole)


def _same_part(first: str, second: str, *, surname: bool) -> bool:
    a, b = spelling(first), spelling(second)
    if surname:
        a, b = a.rstrip("e"), b.rstrip("e")
    if a == b:
        return True
    if skeleton(first) != skeleton(second) or _ends_in_a(a) != _ends_in_a(b):
        return False
    if not _vowels_known(first, second):
        return True
    return first.isascii() != second.isascii() and _differ_in_one_letter(a, b) and min(len(a), len(b)) > 4


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
