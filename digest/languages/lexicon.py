"""Words of other languages and their English: what texts in two languages are compared by without an engine.

One table a language, `lexicon/CODE.tsv.xz`: a line a stem, its rarity, and its English with weights. They are
learnt by `tools/lexicon`; `lexicon/NOTICE.md` says from what. A table is read when it is first asked for.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

from digest.languages import row

PIVOT = "en"
"""The language that the others' stems are given in."""
RAREST = 10.0
"""The rarity of a stem that no table holds."""
_LEAST = 3
"""How many letters of a word must be left when a beginning or an end of it is taken off."""
_WORD = re.compile(r"[^\W\d_]+")
_CHARACTERS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々"
_RUN = re.compile(f"[{_CHARACTERS}]+|[^{_CHARACTERS}]+")
_CHARACTER = re.compile(f"[{_CHARACTERS}]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff々]")


def stems(text: str, language: str) -> tuple[str, ...]:
    """Return the text's words cut to what inflection leaves alone, in their order, without accents.

    Chinese, Japanese and Korean are given as pairs of characters, ideographs also one by one.
    Numbers are no words.

    >>> stems("Las negociaciones de 2025", "es"), stems("和平", "zh")
    (('las', 'negoci', 'de'), ('和', '和平', '平'))
    """
    return tuple(stem for word in _WORD.findall(_plain(text)) for stem in _of_word(word, language))


def english(stem: str, language: str) -> Mapping[str, float]:
    """Return the English stems that the stem may stand for, the likeliest first.

    A weight is the geometric mean of two probabilities, above 0 to 1: of the English stem where the stem
    stands, and of the stem where the English one does. The mapping is empty for a stem that the language's
    table lacks and for a language without a table. An English stem stands for itself, and for those that
    other languages say alike: their weight is the cosine of what the two stand for there.

    >>> list(english("begin", "en"))[:2]
    ['begin', 'start']
    """
    return _translations(stem, _main(language))


def said_alike(stem: str, other: str, language: str) -> float:
    """Return how alike other languages say two stems of one, from 0 to 1; only the pivot's are known.

    >>> said_alike("begin", "start", "en") > 0.3, said_alike("jour", "journe", "fr")
    (True, 0.0)
    """
    return english(stem, language).get(other, 0.0) if _main(language) == PIVOT else 0.0


def rarity(stem: str, language: str) -> float:
    """Return how much a stem tells: the natural logarithm of in how many texts it is met once.

    Articles have about 1, stems that no table holds `RAREST`.
    """
    fields = _lines(_main(language)).get(stem, "").split("\t", maxsplit=1)
    return int(fields[0]) / 2 if fields[0] else RAREST


def is_known(stem: str, language: str) -> bool:
    """Tell whether the language's table holds a stem.

    >>> is_known("begin", "en"), is_known("larkmo", "en")
    (True, False)
    """
    return stem in _lines(_main(language))


@lru_cache(maxsize=100_000)
def _of_word(word: str, language: str) -> tuple[str, ...]:
    return tuple(
        stem
        for run in _RUN.findall(word)
        for stem in (_of_characters(run) if _CHARACTER.match(run) else (_cut(run, language),))
    )


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if unicodedata.category(part) != "Mn"))


def _of_characters(run: str) -> Iterator[str]:
    if len(run) == 1 or _IDEOGRAPH.match(run):
        yield run[0]
    for first, second in pairwise(run):
        yield first + second
        if _IDEOGRAPH.match(second):
            yield second


def _cut(word: str, language: str) -> str:
    own = row(language)
    for prefix in own.stem_prefixes:
        if word.startswith(prefix) and len(word) >= len(prefix) + _LEAST:
            word = word[len(prefix) :]
            break
    for suffix in own.stem_suffixes:
        if word.endswith(suffix) and len(word) >= len(suffix) + _LEAST:
            word = word[: -len(suffix)]
            break
    return word[: own.stem_letters]


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


@lru_cache(maxsize=100_000)
def _translations(stem: str, language: str) -> Mapping[str, float]:
    _, *fields = _lines(language).get(stem, "").split("\t")
    pairs = (field.rpartition(" ") for field in fields)
    found = {stem: 1.0} if language == PIVOT else {}
    found |= {other: int(twentieths) / 20 for other, _, twentieths in pairs}
    return MappingProxyType(found)


@cache
def _lines(language: str) -> Mapping[str, str]:
    """Return the lines of a language's table by stem; none if there is no table."""
    file = files(__package__).joinpath("lexicon", f"{language}.tsv.xz")
    if not file.is_file():
        return {}
    lines = lzma.decompress(file.read_bytes()).decode("utf-8").splitlines()
    return {stem: rest for stem, _, rest in (line.partition("\t") for line in lines)}
