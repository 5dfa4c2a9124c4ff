"""Addresses of people: never a guess at how a name is said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.group.people.names import key
from digest.group.people.parts import tokens
from digest.languages.scripts import is_spelled

_NO_PART = re.compile(r"[^\w\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e]+")


def slug(names: Iterable[str]) -> str:
    """Return a name in the form of an address: the first that is written letter by letter, in Latin letters.

    What is written otherwise stays as it is: 麻生太郎 is Asō Tarō, and no table knows it.

    >>> slug(["Ana Paola Hall"]), slug(["高市早苗", "Санаэ Такаити"]), slug(["麻生太郎"])
    ('ana-paola-hall', 'sanae-takaiti', '麻生太郎')
    """
    names = list(names)
    spelled = next((name for name in names if is_spelled(name)), None)
    if spelled is not None:
        return "-".join(key(spelled))
    return "-".join(_NO_PART.sub("", part) for part in tokens(names[0])) if names else ""
