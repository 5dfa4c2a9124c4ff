"""What each line of a text seems to be, and which are no part of it, judged by shape, place and words."""

from __future__ import annotations

import re
from enum import Enum, auto

from digest.read.furniture.lines import Line
from digest.read.furniture.phrases import Furniture, is_headline, is_prose, is_protected

_SEAM = re.compile(r"[^\W\d_]{4}[^\W\d_A-ZА-ЯЁ](?=[A-ZА-ЯЁ][^\W\d_]{3})")
"""Where two words of a page's menu were glued: `LicensingSubmit`, but not `YouTube` or `LinkedIn`."""
_MOST_GLUED = 12
"""Words of a menu's line at most."""
_LONG = 240
"""Characters from which prose is no piece of a page's furniture."""


class Role(Enum):
    """What a line seems to be, judged by itself."""

    PROSE = auto()
    QUOTED = auto()
    SHORT = auto()
    """A section heading, a list entry, or furniture that only its place betrays."""
    ENTRY = auto()
    """Of a list of other articles."""
    PERHAPS_ENTRY = auto()
    """It is one beside another, and a short line if alone."""
    HEADING = auto()
    """It may begin a list of other articles."""
    BUTTON = auto()
    ADVERT = auto()
    """Advertising for the outlet that reads like prose."""


def role_of(text: str, known: Furniture) -> Role:
    """Return what a line seems to be."""
    if is_protected(text, spaced=known.spaced):
        return Role.QUOTED
    prose = is_prose(text, spaced=known.spaced)
    if prose and len(text) > _LONG:
        return Role.PROSE
    return _listed(text, known, prose=prose) or (Role.PROSE if prose else _of_short(text, known))


def _listed(text: str, known: Furniture, *, prose: bool) -> Role | None:
    """Return what a line is that a list knows as a whole."""
    if known.times.fullmatch(text):
        return Role.ENTRY
    if known.buttons.fullmatch(text):
        return Role.BUTTON
    if not prose and known.headings.fullmatch(text):
        return Role.HEADING
    if known.lines.fullmatch(text):
        return Role.ADVERT if prose else Role.BUTTON
    return None


def _of_short(text: str, known: Furniture) -> Role:
    """Return what a line that is no prose seems to be, where no list knows its words."""
    if known.pointers.match(text) or (len(_SEAM.findall(text)) > 1 and len(text.split()) <= _MOST_GLUED):
        return Role.BUTTON
    return Role.PERHAPS_ENTRY if _names_section(text, known) else Role.SHORT


def settled(roles: list[Role]) -> list[Role]:
    """Decide on entries by their neighbours: `NewsNation` alone may be a name, two such lines are a list."""
    listed = {Role.ENTRY, Role.PERHAPS_ENTRY, Role.HEADING}
    settled = list(roles)
    for index, role in enumerate(roles):
        if role is Role.PERHAPS_ENTRY:
            near = {*roles[max(index - 1, 0) : index], *roles[index + 1 : index + 2]}
            settled[index] = Role.ENTRY if near & listed else Role.SHORT
    return settled


def _names_section(text: str, known: Furniture) -> bool:
    """Tell whether a section's name is glued before the text: `WorldVideo shows`."""
    section = known.sections.match(text)
    return bool(section and len(text.split()) > 2 and text[section.end()].isupper())


def reasons_for(lines: list[Line], roles: list[Role], known: Furniture) -> list[str | None]:
    """Return why each line is cut, None for those that stay."""
    reasons: list[str | None] = [None] * len(lines)
    for index, role in enumerate(roles):
        if role is Role.BUTTON:
            reasons[index] = "a button or link of the page"
        elif role is Role.ENTRY:
            reasons[index] = "an entry of a list of other articles"
    for index, role in enumerate(roles):
        if role is Role.HEADING and not reasons[index]:
            for at in _list_from(index, lines, roles):
                reasons[at] = reasons[at] or f"in the list “{lines[index].text}”"
    _cut_adverts(roles, reasons)
    _cut_end(lines, roles, reasons, known)
    return reasons


def _list_from(start: int, lines: list[Line], roles: list[Role]) -> range:
    """Return the lines of the list of other articles whose heading is at `start`; none if it heads prose."""
    end = start + 1
    while end < len(roles) and not is_text(lines[end].text, roles[end]):
        end += 1
    inside = roles[start + 1 : end]
    if end == len(roles):
        return range(start, end)
    if Role.ENTRY not in inside and inside.count(Role.SHORT) < 2 and Role.HEADING not in inside:
        # A heading, and at most one more line before prose: sections of the article itself.
        return range(start, start)
    # Where entries show what they are, a plain line behind them heads the prose; else it is one of them.
    heads_prose = inside[-1] is Role.SHORT and Role.ENTRY in inside
    return range(start, end - 1 if heads_prose else end)


def is_text(text: str, role: Role) -> bool:
    """Tell whether a line after a list's heading is the article again, and no headline of another."""
    return role is Role.QUOTED or (role is Role.PROSE and not is_headline(text) and not _is_question(text))


def _is_question(text: str) -> bool:
    return text.rstrip("\"'”’»").endswith(("?", "!", "؟", "？", "！")) and len(text.split()) < 20


def _cut_adverts(roles: list[Role], reasons: list[str | None]) -> None:
    """Cut advertising that reads like prose, but only beside other furniture or at the end."""
    for index, role in enumerate(roles):
        near = (*reasons[max(index - 1, 0) : index], *reasons[index + 1 : index + 2])
        if role is Role.ADVERT and (any(near) or index == len(roles) - 1):
            reasons[index] = "advertising for the outlet"


def _cut_end(lines: list[Line], roles: list[Role], reasons: list[str | None], known: Furniture) -> None:
    """Cut short lines after the text's last paragraph, if they stand behind other furniture."""
    text = [at for at, role in enumerate(roles) if role in {Role.PROSE, Role.QUOTED} and not reasons[at]]
    furnished = False
    for index in range(text[-1] + 1 if text else len(roles), len(lines)):
        furnished = furnished or bool(reasons[index])
        if furnished and not reasons[index] and not is_prose(lines[index].text, spaced=known.spaced):
            reasons[index] = "after the text, among what the page shows there"
