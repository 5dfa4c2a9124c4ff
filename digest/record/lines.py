"""A line of the record: JSON with its keys in a fixed order, so that one event is one line everywhere."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from itertools import product
from typing import Any

from digest.model import (
    Event,
    Recorded,
    RecordedArticle,
    RecordedPerson,
    RecordedStory,
    RecordedWording,
    RecordKind,
    What,
)

STATES: Mapping[RecordKind, Callable[..., Recorded]] = {
    RecordKind.ARTICLE: RecordedArticle,
    RecordKind.STORY: RecordedStory,
    RecordKind.WORDING: RecordedWording,
    RecordKind.PERSON: RecordedPerson,
}
FORGETTABLE = ("text", "title")
"""Keys whose values may be taken out of a line later; its mark does not depend on them."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LINKS = ("was", "became", "why")
_WHATS = tuple(What)
_APPEARED = What.APPEARED
_NONE = ("", "", "")
_KINDS = {kind.value: kind for kind in RecordKind}


class LineError(ValueError):
    """A line is not one of the record's; its text says why."""


def written(event: Event) -> str:
    """Return the line of an event, without its end."""
    return json.dumps(_plain(event), ensure_ascii=False, separators=(", ", ": "))


def mark(event: Event) -> str:
    """Return what the next event of the same thing calls this one: a hash of its line."""
    plain = {key: value for key, value in _plain(event).items() if key not in FORGETTABLE}
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode(errors="surrogatepass")).hexdigest()[
        :12
    ]


def parsed(line: str) -> Event:
    """Return the event of a line.

    Raises:
        LineError: it is none.
    """
    try:
        return event_of(json.loads(line))
    except (ValueError, RecursionError) as error:
        if isinstance(error, LineError):
            raise
        raise LineError("this is no JSON; the line may be cut off") from None


def event_of(plain: object) -> Event:
    """Return the event that a line's JSON is.

    Raises:
        LineError: it is none.
    """
    if not isinstance(plain, dict):
        raise LineError("a line is a mapping, as {“appeared”: “story”, “id”: …}")
    what = _APPEARED if "appeared" in plain else next((what for what in _WHATS if what in plain), None)
    kind = _KINDS.get(plain[what]) if what and isinstance(plain[what], str) else None
    if what is None or kind is None:
        raise LineError("a line begins with “appeared”, “changed” or “gone”, and what: " + ", ".join(STATES))
    id_, day = plain.get("id", ""), plain.get("day", "")
    # Most things have appeared, once: nothing was before, and nothing else is told.
    links = _NONE if what is _APPEARED and "was" not in plain else [plain.get(key, "") for key in _LINKS]
    if not (type(id_) is type(day) is str) or not all(type(link) is str for link in links):
        raise LineError("“id”, “day”, “was”, “became” and “why” are texts")
    if not id_:
        raise LineError("“id” is missing: of which thing is this told?")
    if not _is_day(day):
        raise LineError("“day” is a date such as 2026-11-28")
    state = None if what is What.GONE else _state(kind, plain)
    return Event(what, kind, id_, day, state, *links)


@lru_cache(maxsize=10_000)
def _is_day(day: str) -> bool:
    try:
        # Not by `fromisoformat` alone, which knows weeks, too: days are compared as texts.
        return not day or (_DAY.fullmatch(day) is not None and date.fromisoformat(day).isoformat() == day)
    except ValueError:
        return False


def _plain(event: Event) -> dict[str, Any]:
    plain: dict[str, Any] = {event.what.value: event.kind.value, "id": event.id, "day": event.day}
    plain |= {key: value for key in _LINKS if (value := getattr(event, key))}
    if event.state:
        values = ((name, getattr(event.state, name)) for name, *_ in _fields(event.kind))
        plain |= {name: list(value) if isinstance(value, tuple) else value for name, value in values if value}
    return plain


@cache
def _fields(kind: RecordKind) -> tuple[tuple[str, bool, bool], ...]:
    """Return name, whether it is a list, whether it may be missing, of each field of a kind's state."""
    types = STATES[kind].__annotations__
    return tuple((name, "tuple" in str(type_), "None" in str(type_)) for name, type_ in types.items())


def _state(kind: RecordKind, plain: Mapping[str, Any]) -> Recorded:
    names, accepted = _shape(kind)
    values = [*map(plain.get, names)]
    # What holds texts alone, as most lines do, is known by the types of its values at once.
    if tuple(map(type, values)) not in accepted:
        values = [_value(plain.get(name), name, *rest) for name, *rest in _fields(kind)]
    return STATES[kind](*values)


@cache
def _shape(kind: RecordKind) -> tuple[tuple[str, ...], frozenset[tuple[type, ...]]]:
    """Return the names of a kind's fields, and the types that their values may have together."""
    one: list[tuple[type, ...]] = [
        (str, type(None)) if optional else (str,) for _, is_list, optional in _fields(kind) if not is_list
    ]
    accepted = frozenset(product(*one)) if len(one) == len(_fields(kind)) else frozenset()
    return tuple(name for name, *_ in _fields(kind)), accepted


def _value(value: object, name: str, is_list: bool, optional: bool) -> object:  # noqa: FBT001 - as `_fields` has them
    if is_list:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise LineError(f"“{name}” is a list of texts")
    if isinstance(value, str) or (value is None and optional):
        return value
    if value is None and name in FORGETTABLE:
        return ""
    raise LineError(f"“{name}” is missing, or no text")
