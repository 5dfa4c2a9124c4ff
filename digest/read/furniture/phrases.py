"""What stands around articles on pages: phrases by language (`furniture/*.toml`) as patterns."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.languages import row

_ROOM = "digest.read.furniture"
_EVERYWHERE = "en"
_FEW_WORDS = r"[^.!?。！？؟\n\"“”«»]{1,60}?"
_AFTER_ALL = r"(?:\b.{0,200})?"
_UNPARTED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]」』]*$")
_LONG = 20
"""Words from which a line is prose though it ends without a full stop, as is usual in Arabic."""
_LONG_UNSPACED = 40
"""The same in characters where words are not parted: two to a word."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_SHORT_CHANNEL = 3
"""Letters of a channel's name that is taken for a whole word: `app`, `X`."""
_STEM = 6
"""Letters of a word that none of its endings changes."""
_SHORTEST_NAME = 6
"""Letters of a name of a class that says what stands in a box; shorter ones are parts of many names."""
_MARK_PAIRS = ("“”", '""', "«»", "„“", "„”", "‘’", "「」", "『』", "‹›")
_QUOTED = re.compile("|".join(f"{pair[0]}([^{pair}]{{4,}}){pair[1]}" for pair in _MARK_PAIRS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The patterns for pages in one language; all ignore letter case but `openers` and `bylines`."""

    bylines: re.Pattern[str]
    signers: re.Pattern[str]
    """What stands behind an author's name where a line ends, with an address for letters or none."""
    ands: re.Pattern[str]
    openers: re.Pattern[str]
    name_ends: re.Pattern[str]
    """The openers that can be glued to an author's name."""
    stamps: re.Pattern[str]
    buttons: re.Pattern[str]
    lines: re.Pattern[str]
    headings: re.Pattern[str]
    glued_end: re.Pattern[str]
    """A heading or buttons glued to the end of a line."""
    times: re.Pattern[str]
    times_after_prose: re.Pattern[str]
    glued_time: re.Pattern[str]
    """A reading time with the next entry glued to it."""
    sections: re.Pattern[str]
    pointers: re.Pattern[str]
    invitations: re.Pattern[str]
    """A short line that asks readers to subscribe or follow."""
    walls: re.Pattern[str]
    """Says somewhere in a line that the rest is for subscribers, or is one for them to read on."""
    offers: re.Pattern[str]
    """A word of such a line for itself, for readers who pay or for what they then may do."""
    credits: re.Pattern[str]
    """The beginning of a line that says who made a picture."""
    hyphened: frozenset[str]
    """What stands behind a hyphen that belongs to its word."""
    language: str
    spaced: bool


@cache
def furniture(language: str) -> Furniture:
    """Return the patterns of the language, of its main language, or the English ones alone."""
    words = _words(language)
    either = {key: _either(phrases) for key, phrases in words.items()}
    headings = [phrase for phrase in words["headings"] if "{" not in phrase]
    ends = _either([*headings, *words["buttons"]])
    spaced = row(language).spaced
    edge = r"(?<!\w)" if spaced else ""
    cased_headings = _either([phrase for phrase in headings if phrase[0].isupper()])
    return Furniture(
        bylines=re.compile(rf"(?:{either['bylines']})(?:\s+|(?<=\W)\s*)"),
        signers=re.compile(rf"\s*(?:{either['signers']})(?:\s+\S+@\S+)?$"),
        ands=re.compile(rf"\s*,\s*|\s+(?:{either['ands']})\s+|\s*、\s*"),
        openers=re.compile(either["openers"]),
        name_ends=re.compile(_either([phrase for phrase in words["openers"] if phrase[0] != "{"])),
        stamps=re.compile(rf"(?:{either['stamps']})(?:\b|(?<=\W))(?=.*\d).{{0,70}}", re.IGNORECASE),
        buttons=re.compile(rf"(?:(?:{either['buttons']})[\s|·•/,]*)+", re.IGNORECASE),
        lines=re.compile(either["lines"], re.IGNORECASE),
        headings=re.compile(rf"(?:{either['headings']})\s*[:›»→]?", re.IGNORECASE),
        glued_end=re.compile(rf"(?<=[.!?。！？؟…\"”’»)])((?:{ends})+)$|(?<=[^\W_])({cased_headings})$"),
        times=re.compile(rf"^(?:.*\D)?(?:{either['times']})$", re.IGNORECASE),
        times_after_prose=re.compile(rf"(?<=[.!?。！？؟…\"”’»)])(?:{either['times']})$", re.IGNORECASE),
        glued_time=re.compile(rf"((?:{either['times']}))(?=[^\W\d_a-zа-я])"),
        sections=re.compile(rf"(?:{either['sections']})(?=[^\W\d_])"),
        pointers=re.compile(rf"(?:{either['pointers']})\s*\S", re.IGNORECASE),
        invitations=_invitations(words, spaced=spaced),
        walls=re.compile(
            # Where both stand in a line: “Subscribers read on here”.
            rf"{either['walls']}|^(?=.*{edge}(?:{either['members']}))(?=.*{edge}(?:{either['reading']}))",
            re.IGNORECASE,
        ),
        offers=re.compile(rf"{edge}(?:{either['members']})|(?:{either['reading']})", re.IGNORECASE),
        credits=re.compile(rf"(?:{either['credits']})\s*[:：/©]\s*\S", re.IGNORECASE),
        hyphened=frozenset(words.get("hyphened", ())),
        language=language,
        spaced=spaced,
    )


def _invitations(words: dict[str, list[str]], *, spaced: bool) -> re.Pattern[str]:
    """Return the pattern of a line that begins or ends with an invitation to one of the channels."""
    # `app` is no beginning of `approval`; longer names have endings in many languages, and articles before.
    short = [one for one in words["channels"] if one.isascii() and len(one) <= _SHORT_CHANNEL]
    channels = rf"(?:{_either([one for one in words['channels'] if one not in short])})"
    if spaced:
        channels = rf"(?<!\w)\w{{0,2}}{channels}"
    channels = rf"(?:{channels}|(?<![^\W_])(?:{_either(short)})(?![^\W_]))"
    invites, room = rf"(?:{_either(words['invites'])})", (80 if spaced else 50)
    edge = r"(?!\w)" if spaced else ""
    return re.compile(
        rf"\W*{invites}{edge}[^.!?]{{0,{room + room // 2}}}?{channels}.{{0,{room}}}"
        rf"|[^.!?]{{0,{room}}}?{channels}[^.!?]{{0,{room}}}?{invites}[\s.!।。！]*",
        re.IGNORECASE,
    )


@cache
def box_headings() -> frozenset[str]:
    """Return what stands above boxes of other texts, in all languages at once: pages mix them."""
    return frozenset(
        phrase.casefold()
        for words in _all()
        for key in ("headings", "comments")
        for phrase in words.get(key, ())
        if "{" not in phrase
    )


@cache
def box_names() -> frozenset[str]:
    """Return the same as letters without marks and spaces, as names of classes: “lees-ook”, “comentarios”."""
    phrases = [
        phrase
        for words in _all()
        for phrase in (
            *words.get("comments", ()),
            *words.get("names", ()),
            *(one for one in words.get("headings", ()) if " " in one),
        )
    ]
    names = {re.sub(r"[^a-z]", "", _plain(phrase)) for phrase in phrases if "{" not in phrase}
    return frozenset(name for name in names if len(name) >= _SHORTEST_NAME)


@cache
def comment_headings() -> frozenset[str]:
    """Return what stands above readers' comments, in all languages: they may be longer than the text."""
    return frozenset(phrase.casefold() for words in _all() for phrase in words.get("comments", ()))


@cache
def comment_words() -> frozenset[str]:
    """Return how words for comments begin, in all languages: “komment”."""
    return frozenset(
        phrase[:_STEM] for phrase in comment_headings() if " " not in phrase and len(phrase) >= _STEM
    )


@cache
def unfolding() -> frozenset[str]:
    """Return those of `box_headings` that buttons have, too: what they unfold may be the text itself."""
    return frozenset(
        phrase.casefold()
        for words in _all()
        for phrase in words.get("buttons", ())
        if phrase.casefold() in _heads()
    )


@cache
def unfolding_names() -> frozenset[str]:
    """Return the same as names of classes: “read-more”."""
    return frozenset(re.sub(r"[^a-z]", "", _plain(phrase)) for phrase in unfolding())


@cache
def _heads() -> frozenset[str]:
    return frozenset(phrase.casefold() for words in _all() for phrase in words.get("headings", ()))


def _plain(phrase: str) -> str:
    """Return Latin letters without their marks; what is in another script becomes nothing."""
    return unicodedata.normalize("NFKD", phrase.casefold().translate(_LETTERS))


@cache
def pointers() -> re.Pattern[str]:
    """Return what opens a line that leads to another text, in all languages."""
    phrases = [phrase for words in _all() for phrase in words.get("pointers", ())]
    return re.compile(rf"\W*(?:{_either(phrases)})\s*\S", re.IGNORECASE)


def is_prose(text: str, *, spaced: bool) -> bool:
    """Tell whether a line is a sentence or more.

    >>> is_prose("Trump was in Florida.", spaced=True), is_prose("Why It Matters", spaced=True)
    (True, False)
    """
    return ends_sentence(text) or _is_long(text, spaced=spaced)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do, behind quotation marks too."""
    return bool(_SENTENCE_END.search(text))


def is_protected(text: str, *, spaced: bool) -> bool:
    """Tell whether a line may hold somebody's words: it is prose, with three quoted words or more.

    >>> is_protected('"It was a phone call," he said.', spaced=True)
    True
    >>> is_protected("A Tirade at ‘Crazy Hags’", spaced=True)
    False
    """
    if not is_prose(text, spaced=spaced):
        return False
    quoted = (next(filter(None, match.groups())) for match in _QUOTED.finditer(text))
    return any(len(words.split()) >= 3 or (not spaced and len(words) >= 6) for words in quoted)


def is_headline(text: str) -> bool:
    """Tell whether a line is capitalised as English headlines are.

    >>> is_headline("Putin Ally Tirades at Hags in the U.S."), is_headline("Share prices fell in Caracas.")
    (True, False)
    """
    long_words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 3 and capital >= 0.8 * len(long_words) and len(text.split()) <= _LONG


def _is_long(text: str, *, spaced: bool) -> bool:
    return len(text.split()) >= _LONG if spaced else len(text) >= _LONG_UNSPACED


@cache
def _all() -> tuple[dict[str, list[str]], ...]:
    """Return the words of all languages."""
    names = sorted(file.name for file in files(_ROOM).iterdir() if file.name.endswith(".toml"))
    return tuple(tomllib.loads(files(_ROOM).joinpath(name).read_text(encoding="utf-8")) for name in names)


@cache
def _words(language: str) -> dict[str, list[str]]:
    folder = files(_ROOM)
    merged: dict[str, list[str]] = {}
    for code in dict.fromkeys((language, language.split("-", maxsplit=1)[0], _EVERYWHERE)):
        file = folder.joinpath(f"{code}.toml")
        if file.is_file():
            for key, phrases in tomllib.loads(file.read_text(encoding="utf-8")).items():
                merged.setdefault(key, []).extend(phrases)
    return merged


def _either(phrases: list[str]) -> str:
    """Return a pattern for any of `phrases`, the longest first, so that none hides another."""
    return "|".join(_pattern(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)))


def _pattern(phrase: str) -> str:
    tail = phrase.endswith("{}")
    pattern = re.escape(phrase.removesuffix("{}").rstrip() if tail else phrase)
    pattern = pattern.replace(r"\{n\}", r"\d{1,3}").replace(r"\{\}", _FEW_WORDS).replace(r"\ ", r"\s+")
    # Where nothing parts words, none ends there.
    rest = ".{0,200}" if _UNPARTED.match(phrase.removesuffix("{}")[-1:]) else _AFTER_ALL
    return pattern + (rest if tail else "")
