"""A site's own strings of the interface, `content/interface/LANG.po`, checked before pages show them.

A file that has a fault is not used at all, so that no page is half in one language by accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from digest import languages
from digest.errors import ConfigError
from digest.whole import read_whole, resolved

_LARGEST = 1_000_000
"""Bytes; all strings in a language are a twentieth of that."""
_PLACEHOLDER = re.compile(r"%(?:\((\w*)\)([a-z]?)|(.?))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LINE = re.compile(r'(?:#.*|(?:msg(?:ctxt|id|id_plural|str)(?:\[\d+\])?[ \t]*)?"(?:[^"\\]|\\.)*")?')
"""A line of a PO file. Babel takes the last letter of one without its second mark for the mark."""

Fault = tuple[int, str]
"""The line, and what is wrong there."""


def is_own(path: Path) -> bool:
    """Tell whether a catalog stands in the content that its folder belongs to; links out are not followed."""
    content, target = resolved(path.parents[1]), resolved(path)
    return content is not None and target is not None and target.is_relative_to(content)


def own_catalog(path: Path) -> tuple[Catalog | None, tuple[Fault, ...]]:
    """Return a site's own catalog, or None and what is wrong with it."""
    try:
        text = _text(path)
        _refuse_half_lines(text)
        found = read_po(StringIO(text), locale=languages.locale(path.stem), abort_invalid=True)
        faults = tuple(_faults(found))
        compiled(found)
    except _FaultError as error:
        return None, (error.args,)
    except PoFileError as error:
        return None, ((error.lineno + 1, f"this is no PO file: {error.args[0]}"),)
    except (ValueError, LookupError, TypeError, AttributeError, ConfigError) as error:
        return None, ((1, f"this is no PO file, or its head is wrong: {error}"),)
    return (None, faults) if faults else (found, ())


def compiled(known: Catalog) -> Translations:
    """Return a catalog as gettext has it, which makes a function of what its head says of plurals."""
    made = BytesIO()
    write_mo(made, known)
    made.seek(0)
    return Translations(made)


class _FaultError(Exception):
    """Its arguments are a `Fault`."""


def _text(path: Path) -> str:
    if not is_own(path):
        raise _FaultError(1, "a link that leaves the content folder is not followed; copy it here")
    try:
        data = read_whole(path, most=_LARGEST + 1)
    except OSError as error:
        raise _FaultError(1, f"cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise _FaultError(1, f"is larger than {_LARGEST // 1_000_000} MB, so it is no catalog")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _FaultError(line, "this is not UTF-8; save the file as UTF-8") from error


def _refuse_half_lines(text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(line.strip()):
            right = 'write a text between two marks, as msgstr "…", and \\" for one in it'
            raise _FaultError(number, f"this is no PO file: {right}")


def _faults(found: Catalog) -> Iterator[Fault]:
    known = _known()
    for message in found:
        if not message.id or message.fuzzy:
            continue
        line = message.lineno or 1
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key not in known:
            yield (
                line,
                f"no page shows “{key}”; take the msgid from our catalog of English, as it stands there",
            )
        elif isinstance(message.id, str) == known[key]:
            yield (
                line,
                f"“{key}” {'is counted, and needs a msgid_plural' if known[key] else 'is not counted'}",
            )
        else:
            yield from ((line, what) for what in _wrong_forms(message, found.num_plurals))


def _wrong_forms(message: Message, forms: int) -> Iterator[str]:
    ids = (message.id,) if isinstance(message.id, str) else message.id
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if not any(strings):
        return  # not translated yet: ours stands
    if message.pluralizable and (len(strings) != forms or not all(strings)):
        yield f"“{ids[0]}” needs {forms} forms, msgstr[0] to msgstr[{forms - 1}], by the head's Plural-Forms"
    wanted = {str(match) for one in ids for match in _placeholders(one)}
    for string in strings:
        if _CONTROL.search(string or ""):
            yield f"“{ids[0]}”: there is a control character in its translation; take it out"
        given = set(_placeholders(string or ""))
        # A form for one may leave the number out.
        if given - wanted or (wanted - given) - ({"%(num)d"} if message.pluralizable else set()):
            right = ", ".join(sorted(wanted)) or "no name in %(…)s; write a percent sign as %%"
            yield f"“{ids[0]}”: its translation must have {right}"


def _placeholders(text: str) -> Iterator[str]:
    for match in _PLACEHOLDER.finditer(text):
        if match[0] != "%%":
            yield match[0]


@cache
def _known() -> dict[str, bool]:
    """Return the strings that pages show, and of each whether it is counted."""
    text = files("digest.publish").joinpath("catalogs", "en.po").read_bytes()
    found = read_po(BytesIO(text), locale="en", abort_invalid=True)
    return {(one.id if isinstance(one.id, str) else one.id[0]): one.pluralizable for one in found if one.id}
