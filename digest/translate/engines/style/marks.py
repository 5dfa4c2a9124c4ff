"""Quotation marks of any style ↔ straight ones, which are all that many engines know.

Each mark has a role: it opens or closes, at a depth. A translation that has as many straight marks as its
source gets its marks by these roles, in the style of its own language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.languages.language import Language

STRAIGHT = '"'
_CLOSERS = {
    "“": '”“"',
    "”": "”“",
    "„": '“”"„',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "〝": "〟〞",
    '"': '"”',
    "'": "'",
}  # fmt: skip
"""What may close a quotation, by what opened it."""
_NEVER_OPEN = "’〟〞」』"
_EITHER = "\"”»'"
"""Marks that also close, and mostly do behind a full stop."""
_OPENING = "([{¿¡—–-:："
_APOSTROPHES = "'’‘"
_ALL = frozenset("".join((*_CLOSERS, *_CLOSERS.values())))
_SHORTEST = 3
"""Letters between single straight marks; fewer have apostrophes around them: rock 'n' roll."""
_SPACE = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text, with the spaces between it and the words inside."""

    start: int
    end: int
    opens: bool
    depth: int
    pairs: int
    """The place of the one that belongs to it among the marks, or -1."""


def marks(text: str) -> tuple[Mark, ...]:
    """Return the quotation marks of a text; apostrophes are none.

    >>> [(mark.opens, mark.depth, mark.pairs) for mark in marks("«Il dit : “non”.»")]
    [(True, 0, 3), (True, 1, 2), (False, 1, 1), (False, 0, 0)]
    """
    found: list[Mark] = []
    open_ones: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if character not in _ALL or _is_apostrophe(text, at, [one for one, _ in open_ones]):
            continue
        if open_ones and character in _CLOSERS[open_ones[-1][0]] and not _must_open(text, at):
            _, place = open_ones.pop()
            found[place] = _paired(found[place], len(found))
            found.append(Mark(_before(text, at), at + 1, opens=False, depth=len(open_ones), pairs=place))
        elif character not in _NEVER_OPEN and _may_open(text, at):
            open_ones.append((character, len(found)))
            found.append(Mark(at, _after(text, at), opens=True, depth=len(open_ones) - 1, pairs=-1))
        else:
            found.append(Mark(_before(text, at), at + 1, opens=False, depth=0, pairs=-1))
    return tuple(found)


def straight(text: str, roles: Sequence[Mark]) -> str:
    """Return a text with straight marks, and none of the spaces that its own style has inside them."""
    parts: list[str] = []
    at = 0
    for mark in roles:
        parts += (text[at : mark.start], STRAIGHT)
        at = mark.end
    return "".join((*parts, text[at:]))


def styled(output: str, roles: Sequence[Mark], target: Language) -> str | None:
    """Return an output with its language's marks in place of straight ones; None if some are lost."""
    if not roles:  # the engine's own invention
        return output.replace(STRAIGHT, "")
    if output.count(STRAIGHT) != len(roles):
        return None
    parts = output.split(STRAIGHT)
    made = [parts[0]]
    for mark, before, after in zip(roles, parts[:-1], parts[1:], strict=True):
        # One that opens before a space, or closes after one, belongs to other words than in the source.
        if (mark.opens and after[:1].isspace()) or (not mark.opens and before[-1:].isspace()):
            return None
        if target.spaced and mark.opens and before[-1:].isalnum():
            made.append(" ")
        made.append(mark_of(mark, target))
        if target.spaced and not mark.opens and after[:1].isalnum():
            made.append(" ")
        made.append(after)
    return "".join(made)


def restyled(output: str, target: Language, depth: int = 0) -> str:
    """Return an output whose quotation marks are those of its language, if each has its other one.

    Args:
        output: What an engine made.
        target: Its language.
        depth: How many quotations it stands in.
    """
    roles = marks(output)
    if not roles or any(mark.pairs == -1 for mark in roles):
        return output
    made, at = [], 0
    for mark in roles:
        deep = Mark(mark.start, mark.end, mark.opens, mark.depth + depth, mark.pairs)
        made += [output[at : mark.start], mark_of(deep, target)]
        at = mark.end
    return "".join((*made, output[at:]))


def mark_of(mark: Mark, target: Language) -> str:
    """Return a mark as a language writes it."""
    pairs = (target.inner_marks or target.marks) if mark.depth % 2 else target.marks
    opening, closing = pairs[0]
    return f"{opening}{target.mark_space}" if mark.opens else f"{target.mark_space}{closing}"


def around(text: str, roles: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """Yield what stands between the outermost marks, each with the mark behind it."""
    at = 0
    for mark in roles:
        if mark.depth == 0:
            yield text[at : mark.start], mark
            at = mark.end
    yield text[at:], None


def _paired(mark: Mark, place: int) -> Mark:
    return Mark(mark.start, mark.end, mark.opens, mark.depth, place)


def _is_apostrophe(text: str, at: int, open_ones: Sequence[str]) -> bool:
    character = text[at]
    if character not in _APOSTROPHES:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return True
    if open_ones and character in _CLOSERS[open_ones[-1]]:
        return False
    if character == "’":
        return True
    # ‘tis and '90s have no other mark behind them.
    rest = text[at + 1 :]
    shortest = _SHORTEST if character == "'" else 1
    closes = any(
        one in _CLOSERS[character] and place >= shortest and not rest[place + 1 : place + 2].isalnum()
        for place, one in enumerate(rest)
    )
    return before.isalnum() or not after.strip() or not closes


def _may_open(text: str, at: int) -> bool:
    """Tell whether a mark stands where words may begin."""
    if text[at] in "«「『":
        return True
    before = text[at - 1] if at else " "
    words_follow = any(map(str.isalnum, text[at + 1 :]))
    if text[at] in _EITHER:
        return words_follow and (before.isspace() or before in _OPENING or before in _ALL)
    return words_follow and not before.isalnum()


def _must_open(text: str, at: int) -> bool:
    """Tell whether a mark that might close can only open: after a space and before a letter."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    return text[at] in '“„"' and (before.isspace() or before in "([") and after.isalnum()


def _after(text: str, at: int) -> int:
    end = at + 1
    while text[end : end + 1] and text[end] in _SPACE:
        end += 1
    return end


def _before(text: str, at: int) -> int:
    while at and text[at - 1] in _SPACE:
        at -= 1
    return at
