"""Words that newspapers print as given names, in any language, and what they show to be a person's name.

The list stands beside this module (`given_names.txt`), so that a native speaker can mend it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from itertools import pairwise

from digest.languages import row
from digest.languages.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BETWEEN = "·"
"""What Chinese has between the parts of a foreign name."""


@cache
def given_names() -> frozenset[str]:
    """Return the words of the list, as newspapers print them."""
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def persons_name(text: str, language: str) -> Callable[[str], bool]:
    """Return what tells of words of a text whether a person is called so there, whatever else is.

    That is what follows a given name, and a given name if what follows it stands alone as well.

    >>> told = persons_name("Lewis Hamilton won. In Jordan, George Washington University won.", "en")
    >>> [told(name) for name in ("Hamilton", "Jordan", "Washington")]
    [True, False, False]
    >>> told = persons_name("Chad Redlow won. Redlow comes from Georgia, near Jordan Valley.", "en")
    >>> [told(name) for name in ("Chad", "Georgia", "Jordan")]
    [True, False, False]
    >>> [persons_name("刘易斯·汉密尔顿在法兰克福", "zh")(name) for name in ("汉密尔顿", "法兰克福")]
    [True, False]
    """
    own = row(language)
    if not own.spaced:
        return lambda name: f"{_BETWEEN}{name}" in text or f"{name}{_BETWEEN}" in text
    names = _behind_given(text, own)
    return lambda name: names.issuperset(name.split())


def _behind_given(text: str, own: Language) -> set[str]:
    found = [*_WORD.finditer(text)]
    words = [match.group() for match in found]
    joined = [text[one.end() : two.start()] == " " for one, two in pairwise(found)]
    often = Counter(words)
    names: set[str] = set()
    for at, one_name in enumerate(joined):
        first, second = words[at : at + 2]
        if not one_name or (own.cased and second[0].islower()) or not _is_given(first, own):
            continue
        goes_on = at + 1 < len(joined) and joined[at + 1] and _is_thing(words[at + 2], own)
        names |= set() if goes_on else {second}
        names |= {first} if often[second] > often[first] and not _is_thing(second, own) else set()
    return names


def _is_given(word: str, own: Language) -> bool:
    known = given_names()
    return word in known or any(word.endswith(end) and word[: -len(end)] in known for end in own.case_endings)


def _is_thing(word: str, own: Language) -> bool:
    """Tell whether a word is of institutions, places and things, which may be called after somebody."""
    return word.lower() in own.not_names
