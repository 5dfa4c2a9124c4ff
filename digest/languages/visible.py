"""What readers see of a text, whoever wrote it: a person, an outlet's page or a machine.

Letters that are blank, spaces and what only steers others show nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from digest.languages.lookalikes import ordinary

_INVISIBLE = dict.fromkeys((0xAD, 0xFEFF, 0xFFFE, 0xFFFF))
# They make a text look like another one; what mixed directions need (marks, isolates) stays.
_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))
# Atom and JSON-LD may not hold control characters, and YAML refuses them.
_CONTROLS = dict.fromkeys((*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
# These break lines for Python and YAML but not for editors, whose line numbers we tell.
_ODD_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), " ")
# Halves of characters, which cannot be written into any file.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_SINGLE = _INVISIBLE | _OVERRIDES | _CONTROLS | _ODD_BREAKS
_REPLACED = _SINGLE | _SURROGATES
_ANY_REPLACED = f"{''.join(map(re.escape, map(chr, _SINGLE)))}\ud800-\udfff"
_UNWANTED = re.compile(f"[{_ANY_REPLACED}]")
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours and moves (ECMA-48, control sequences)
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # strings, as titles
    r"|\x1b[ -/]*[0-~]"
)
"""What a terminal takes for an order: all of it goes, not its first character alone."""
_ORDERS = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
"""How they begin."""
_STEERING = re.compile("[\u200b\u200e\u200f\u2060\u061c\u2066-\u2069]")
"""Marks of direction and places where lines may break: they part a quotation mark from its words."""
_SIGNS = "\"'“”„‟«»‹›‘’‚‛「」『』《》〈〉—–―"
_BESIDE_MARKS = re.compile(f"(?<=[{_SIGNS}]){_STEERING.pattern}+|{_STEERING.pattern}+(?=[{_SIGNS}])")
_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))
"""What nothing is done about: most of a page, and looked through once, as bytes."""
_OPEN_ISOLATES = re.compile("[\u2066-\u2068]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_LONGEST = 300
"""Characters of a line in a terminal: two or three rows, and a log that can be read."""
_NOTHING = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Mc", "Me"})
"""General categories of what needs something else to be seen."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers of Hangul and the empty pattern of Braille: letters and symbols by category, and blank."""


def shows(text: str) -> bool:
    r"""Tell whether a reader sees anything of a text.

    >>> shows("😀"), shows("—"), shows("\u200b\u200d"), shows("\u3164"), shows("")
    (True, True, False, False, False)
    """
    return any(unicodedata.category(one) not in _NOTHING and one not in _BLANK for one in text)


def steering(text: str) -> Iterator[str]:
    r"""Yield the characters of a text that turn it around or are orders to a machine; lines may end.

    >>> [hex(ord(char)) for char in steering("a\u202eb\tc\x1b[31m\n")]
    ['0x202e', '0x1b']
    """
    return (
        char for char in text if ord(char) in _OVERRIDES or (ord(char) in _CONTROLS and char not in "\t\n\r")
    )


def clean(text: str) -> str:
    r"""Return `text` in NFC, with `\n` line ends and without what nobody can see.

    >>> clean("Ma\u00adduro\r\nsaid\x07 \x1b[31myes\x1b[0m")
    'Maduro\nsaid yes'
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    if not rest:
        return text
    if "\r" in rest:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNWANTED.search(rest):
        text = _UNWANTED.sub(_replaced, _TERMINAL.sub("", text) if _ORDERS.search(rest) else text)
    if ordinary(rest) != rest:
        text = ordinary(text)
    if _STEERING.search(rest):
        text = "\n".join(
            _without_steering(line) if _STEERING.search(line) else line for line in text.split("\n")
        )
    return unicodedata.normalize("NFC", text)


def _replaced(match: re.Match[str]) -> str:
    return match[0].translate(_REPLACED)


def _without_steering(line: str) -> str:
    """Drop what nobody sees between a quotation mark and what it belongs to; isolates go in pairs."""
    mended = _BESIDE_MARKS.sub("", line)
    if mended != line and len(_OPEN_ISOLATES.findall(mended)) != mended.count("\u2069"):
        return _ISOLATES.sub("", mended)
    return mended


def in_a_line(text: str) -> str:
    r"""Return a text from elsewhere as a message may hold it: clean, in one line, and not endless.

    >>> in_a_line("no such\nmo\u2066de")
    'no such mode'
    """
    # An isolate that is never closed would take the rest of the line along.
    shown = " ".join(_ISOLATES.sub("", clean(text)).split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
