"""A text → its sentences: what sentencex cuts, without the cuts behind abbreviations that it does not know.

`abbreviations.toml` holds a table a language. Where it errs, two sentences stay one: an engine copes with
that better than with the halves of one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from digest.languages import codes, row

_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"((?:[^\s.]+\. ?)*[^\s.]+)\.$")
"""The last word of a sentence, and abbreviations right before it: `p. m`."""
_LONGEST = 200
"""Characters of abbreviations in a row, at most: no longer word is looked through for one."""
_BEFORE = re.compile(r"^(?:.*['’]|[(\[“„«\"‘¿¡]+)(?=\w)")
"""What stands before a word without a space: `L’on`."""
_ENDED_INSIDE = re.compile(r"[？！?!…][」』”’]\|[^\W\d_]|[。．][」』]\|(?:って|など|[とをがはにのもで])")
"""A question, or before a particle a sentence, inside of marks, where no space parts any; `|` is the cut."""
_HANGUL = re.compile(r"[가-힣]")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")
"""`J.-P`"""
_ROMAN = re.compile(r"[IVXLCDM]+")
_ELLIPSIS = re.compile(r"(?<=\w)(?:…|\.\.\.)[”»\"’]?\s+(?=[“«\"‘(¿¡]?([^\W\d_]))")
_END = re.compile(
    r"(?:(?<![^\W\d_])([^\W\d_]{3,})[.]|[!?؟…])"
    r"[\"'”’»“)\]]*\s+(?=[\"'“‘«„(\[¿¡—–-]*\s?([^\W\d_]))"
)
_CUT_INITIALS = re.compile(r"(?<!\w)[^\W\d_]\.\|[^\W\d_]\.")
"""Two single letters without a space between them; `|` is where they were cut."""
_ORDINAL_DIGITS = 3
"""A number of more digits before a full stop is a year or an amount."""
_UNSAID = re.compile(r"[BCDFGHJKMNPQSTVWXZБВГДЖЗКЛМНПСТФХЦЧШЩ]?[bcdfghjkmnpqstvwxzбвгджзклмнпстфхцчшщ]+")
"""A word without a vowel, nor `r` or `l`, which are some in `trh`, `vlk` and `прст`; acronyms are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """What ends in a full stop without ending a sentence; see `abbreviations.toml`."""

    titles: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    ordinals: bool = False


def sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text, each in one line.

    Nothing is cut before a lower-case letter where the script has them.

    >>> sentences("M. Dupont et Mme Petit ont parlé. Puis ils sont partis.", "fr")
    ['M. Dupont et Mme Petit ont parlé.', 'Puis ils sont partis.']
    >>> sentences("Der 21. Bundestag tagt. Es war der 21. Dann ging er.", "de")
    ['Der 21. Bundestag tagt.', 'Es war der 21.', 'Dann ging er.']
    """
    import sentencex  # noqa: PLC0415 - lazily: a build that translates nothing needs none

    line = " ".join(text.split())
    cut = sentencex.segment(language, line)
    joined = _joined((part for one in cut for part in _parted(one) if part.strip()), language)
    return [one.strip() for one in joined]


@lru_cache(maxsize=1024)
def all_sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text, also those of a quotation of several, which `sentences` leaves whole.

    >>> all_sentences("“We were late. The hall was empty.” He left.", "en")
    ('“We were late.', 'The hall was empty.”', 'He left.')
    """
    known = _abbreviations(language)
    found: list[str] = []
    for one in sentences(text, language):
        start = len(found)
        for part in _quoted(one):
            if len(found) > start and _goes_on(f"{found[-1]} ", part, known):
                found[-1] = f"{found[-1]} {part}"
            elif part:
                found.append(part)
    return tuple(found)


def _quoted(text: str) -> Iterator[str]:
    """Yield what a mark parts after three lower-case letters (no abbreviation) where something starts."""
    at = 0
    for end in _END.finditer(text):
        word, start = end[1] or "", end[2]
        if not word[:1].isupper() and not start.islower():
            yield text[at : end.end()].strip()
            at = end.end()
    yield text[at:].strip()


def _joined(parts: Iterable[str], language: str) -> list[str]:
    known = _abbreviations(language)
    found: list[str] = []
    for part in parts:
        if found and _goes_on(found[-1], part, known):
            found[-1] += part
        else:
            found.append(part)
    return found


def _parted(sentence: str) -> Iterable[str]:
    """Yield what stands before and behind dots that a capital letter follows."""
    start = 0
    for at in _ELLIPSIS.finditer(sentence):
        if at[1] != at[1].lower():
            yield sentence[start : at.end()]
            start = at.end()
    yield sentence[start:]


def _goes_on(before: str, after: str, known: Abbreviations) -> bool:
    """Tell whether a sentence that seems to have ended goes on."""
    first = next((one for one in after if one.isalnum()), "")
    # 50.º, J.-C., a.C.
    glued = before.endswith(".") and (
        not after[:1].isupper() or bool(_CUT_INITIALS.search(f"{before}|{after}"))
    )
    # Korean writes a particle right behind a quotation.
    glued = glued or (_HANGUL.match(after) is not None and not before[-1:].isspace())
    # Not `islower` alone: Georgian letters are that and have no capitals at the start of sentences.
    if glued or not first or (first.islower() and first.title() != first):
        return True
    last = _LAST.search(before.rstrip()[-_LONGEST:])
    if last is None:
        # `「終わりか？」と聞いた`
        return _ENDED_INSIDE.search(f"{before[-2:]}|{after[:2]}") is not None
    words = _BEFORE.sub("", last[1])
    short = words.rpartition(" ")[2]
    words, word = words.casefold(), short.casefold()
    # Ex-Sen., Dipl.-Ing.
    if {word, words, word.rpartition("-")[2]} & known.titles:
        return True
    # What a number counts opens no sentence: `art. 5 de la loi`.
    opener = None if first.isdecimal() else _WORD.search(after)
    is_initial = opener and len(opener[0]) == 1 and after.startswith(".", opener.end())
    if opener and not is_initial and opener[0].casefold() in known.openers:
        return False
    return bool({word, words} & known.inside) or _is_short(short, known) or _is_unsaid(short, first)


def _is_short(word: str, known: Abbreviations) -> bool:
    """Tell whether a word is an initial, or a number that the full stop makes an ordinal."""
    if known.ordinals and (_ROMAN.fullmatch(word) or (word.isdecimal() and len(word) <= _ORDINAL_DIGITS)):
        return True
    if _INITIALS.fullmatch(word):
        return True
    # Initials; a small letter may be an abbreviation of anything, also at the end.
    return len(word) == 1 and word.isalpha() and not word.islower()


def _is_unsaid(word: str, first: str) -> bool:
    """Tell whether nobody can say a word: `Bp.`, and `dn. 3`. A unit may end a sentence: `5 kg. Then`."""
    return bool(_UNSAID.fullmatch(word)) and (word[0].isupper() or first.isdecimal())


@cache
def _abbreviations(language: str) -> Abbreviations:
    tables = _tables()
    main = language.split("-", maxsplit=1)[0]
    found = tables.get(language, tables.get(main, {}))
    openers = row(language).openers if {language, main} & set(codes()) else ()
    return Abbreviations(
        titles=frozenset(found.get("titles", ())),
        inside=frozenset(found.get("inside", ())),
        openers=frozenset((*found.get("openers", ()), *openers)),
        ordinals=found.get("ordinals", False),
    )


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = files(__name__).joinpath("abbreviations.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
