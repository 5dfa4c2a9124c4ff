"""The kinds of values that options have: what YAML gave, or `WrongError` with what right looks like.

Values come from YAML, so a kind is asked about whatever YAML may make of what somebody wrote.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")
_SEGMENT = re.compile(r"(?!\.)[\w.-]{1,100}")


_JOINERS = str.maketrans("", "", "\u200c\u200d")
"""Signs that no one sees and that words of Persian, Hindi or Sinhala are spelt with."""


class WrongError(ValueError):
    """A value is not of its kind; the text says what right looks like."""


def described(value: object) -> str:
    r"""Return a value in words.

    >>> described(["a"]), described(None), described(False), described("x" * 50)
    ('a list', 'nothing', 'false', '“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”')
    >>> described("a\u202eb\n")
    '“a b” with U+202E in it, which nobody sees'
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if not isinstance(value, str | int | float):
        return "a value that only Python could tell"
    seen = "".join(char if char.isprintable() or ord(char) in _JOINERS else " " for char in str(value))
    text = " ".join(seen.split())
    unseen = next((char for char in str(value).translate(_JOINERS) if not char.isprintable()), "")
    which = f" with U+{ord(unseen):04X} in it, which nobody sees" if unseen.strip() else ""
    # A message is one line; what is meant shows in its first words.
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”{which}"


def is_line(value: str) -> bool:
    r"""Tell whether a text is one line that readers see all of.

    >>> is_line("گفته\u200cها"), is_line("a\u202eb"), is_line("a\nb"), is_line(" ")
    (True, False, False, False)
    """
    plain = value.translate(_JOINERS)
    return plain.isprintable() and bool(plain.strip())


def like(wrong: str, known: tuple[str, ...]) -> str:
    """Return the words that end a message about an unknown name."""
    close = difflib.get_close_matches(wrong.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean “{close[0]}”?" if close else f"; there are {', '.join(known)}"


def text(example: str) -> Callable[[Any], str]:
    """Return the kind of one line of text."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not is_line(value):
            raise WrongError(f"write one line of text, as {example}; this is {described(value)}")
        return value

    return read


def count(what: str, most: int = 10**9) -> Callable[[Any], int]:
    """Return the kind of whole numbers from 1; nobody means one that no machine counts to."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise WrongError(f"write a number of {what}, 1 or more; this is {described(value)}")
        if value > most:
            raise WrongError(f"write a number of {what}, {most} or fewer; this is {described(value)}")
        return value

    return read


def truth(value: Any) -> bool:
    """Return yes or no."""
    if not isinstance(value, bool):
        raise WrongError(f"write true or false; this is {described(value)}")
    return value


def choice(*known: str) -> Callable[[Any], str]:
    """Return the kind of one word of several."""

    def read(value: Any) -> str:
        if value not in known or not isinstance(value, str):
            hint = like(value, known) if isinstance(value, str) else f"; there are {', '.join(known)}"
            raise WrongError(f"this is {described(value)}{hint}")
        return value

    return read


def names(value: Any) -> tuple[str, ...]:
    """Return a list of codes."""
    if not isinstance(value, list | tuple):
        raise WrongError(f"write a list, as [en, es]; this is {described(value)}")
    for item in value:
        if isinstance(item, bool):
            raise WrongError(
                f'YAML reads one of these as {described(item)}; write it between quotation marks, as "no"'
            )
        if not isinstance(item, str):
            raise WrongError(f"write codes of languages, as [en, es]; one of these is {described(item)}")
    return tuple(value)


def day(value: Any) -> date | None:
    """Return a day; nothing, or an environment variable that is not set, is none."""
    if value is None or value == "":
        return None
    try:
        # A moment is a date to Python, too.
        return value if type(value) is date else date.fromisoformat(str(value).strip())
    except ValueError:
        raise WrongError(f"write a day, as 2026-03-05; this is {described(value)}") from None


def addresses_by_day(value: Any) -> tuple[tuple[date, str], ...]:
    """Return days with an address of the web each, the earliest first."""
    example = "{2025-01-01: https://2024.example.org/}"
    if not isinstance(value, dict):
        raise WrongError(f"write days and addresses, as {example}; this is {described(value)}")
    found: dict[date, str] = {}
    for key, held in value.items():
        known = day(key)
        if known is None or not isinstance(held, str) or not (_ADDRESS.fullmatch(held) and is_whole(held)):
            wrong = described(key if known is None else held)
            raise WrongError(f"write a day and a whole address, as {example}; this is {wrong}")
        if known in found:
            raise WrongError(f"{known} stands here twice; each site begins on a day of its own")
        found[known] = f"{held.rstrip('/')}/"
    if len(set(found.values())) < len(found):
        raise WrongError("two of these have the same address; each is a site of its own")
    return tuple(sorted(found.items()))


def prefix(value: Any) -> str:
    """Return a path of folders with a final slash, or an empty one."""
    parts = value.strip("/").split("/") if isinstance(value, str) else [""]
    if value == "":
        return ""
    if not all(_SEGMENT.fullmatch(part) for part in parts):
        raise WrongError(f"write a folder of the site, as digest/; this is {described(value)}")
    return "/".join(parts) + "/"


def mapping(example: str) -> Callable[[Any], dict[str, Any]]:
    """Return the kind of mappings by a text."""

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongError(f"write keys and values, as {example}; this is {described(value)}")
        return {_key(key): held for key, held in value.items()}

    return read


def words(*known: str) -> Callable[[Any], tuple[str, ...]]:
    """Return the kind of lists of words that are known."""

    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise WrongError(f"write a list, as [{known[0]}]; this is {described(value)}")
        for word in value:
            if word not in known:
                raise WrongError(f"this is {described(word)}{like(str(word), known)}")
        return tuple(dict.fromkeys(value))

    return read


def words_by(known: Mapping[str, tuple[str, ...]]) -> Callable[[Any], dict[str, tuple[str, ...]]]:
    """Return the kind of mappings whose keys and words are known."""
    example = ", ".join(f"{key}: [{words[0]}]" for key, words in known.items())

    def read(value: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise WrongError(f"write keys and lists, as {{{example}}}; this is {described(value)}")
        for key, held in value.items():
            if key not in known:
                raise WrongError(f"there is no {described(key)}{like(str(key), tuple(known))}")
            if not isinstance(held, list | tuple):
                raise WrongError(f"write a list for {key}, as [{known[key][0]}]; this is {described(held)}")
            for word in held:
                if word not in known[key]:
                    raise WrongError(f"{key}: this is {described(word)}{like(str(word), known[key])}")
        return {key: tuple(dict.fromkeys(held)) for key, held in value.items()}

    return read


def _key(key: object) -> str:
    # `no: …` is Norwegian.
    return "no" if key is False else str(key)


def is_whole(address: str) -> bool:
    """Tell whether an address can be taken apart, and none of it would end what a policy says."""
    try:
        host = urlsplit(f"https:{address}" if address.startswith("//") else address).netloc
    except ValueError:  # half an address of IPv6, say
        return False
    return not any(one.isspace() or one in ";,'\"" for one in host)
