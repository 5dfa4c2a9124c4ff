"""What a page asked of its edition while it was made, and what it was told.

A page is made of the values that it is handed, which a key can hold, and of an edition, which knows the whole
site. So a page sees its edition through `Asked`, which takes note of every question with the name of the
answer. Later the same questions are asked again: where all answers are the same, so is the page. No list of
what pages depend on needs to be kept, and whatever cannot be noted is not kept, either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, cast

from digest.cache import Codec, Fingerprints, UnkeyedError
from digest.model import Article, History, Person, Segment, Settings, Site, Story, Topic, Utterance
from digest.publish.edition import Edition

Answers = dict[str, str]
"""The name of each answer by its question, both in text."""
_PLAIN = (str, int, float, bool, type(None))
_JSON = json.JSONEncoder(separators=(",", ":"))
_SEGMENT: Codec[Segment] = Codec(Segment)
_Step = list[Any]
"""A way into an object: `["attribute", name]`, `["item", key]`, `["get", key, default]`, `["in", key]`,
`["call", arguments, named arguments]`."""


class Notes:
    """What is asked of one edition, page by page."""

    def __init__(self, edition: Edition, fingerprints: Fingerprints) -> None:
        self._edition = edition
        self._fingerprints = fingerprints
        self._open: list[Answers] = []
        self._by_kind: dict[type, dict[str, Any]] | None = None
        self._name_by_question: dict[str, str] = {}

    @contextmanager
    def taken(self) -> Iterator[Answers]:
        """Give what is asked inside the block; what is asked outside of any is nobody's affair.

        Where something cannot be noted, `BROKEN` is among the questions.
        """
        answers: Answers = {}
        self._open.append(answers)
        try:
            yield answers
        finally:
            self._open.pop()
            self.add(answers)

    @property
    def are_taken(self) -> bool:
        """Tell whether anybody wants to know what is asked."""
        return bool(self._open)

    def add(self, answers: Answers) -> None:
        """Note what was asked before, for a piece that is now shown again."""
        if self._open:
            self._open[-1].update(answers)

    def note(self, way: list[_Step], answer: Any) -> None:
        """Take note of an answer."""
        if not self._open:
            return
        try:
            self._open[-1][_written(way)] = self._name(answer)
        except UnkeyedError:
            self._open[-1][BROKEN] = ""

    def still_hold(self, answers: Mapping[str, str]) -> bool:
        """Tell whether every question is answered as before."""
        return all(self._is_same(question, answer) for question, answer in answers.items())

    def _is_same(self, question: str, answer: str) -> bool:
        if question not in self._name_by_question:  # many pages ask the same
            try:
                name = self._name(self._answered(_read(question)))
            except (LookupError, TypeError, ValueError, AttributeError):
                return False
            self._name_by_question[question] = name
        return self._name_by_question[question] == answer

    def _name(self, answer: Any) -> str:
        return self._fingerprints.of(answer).hex()

    def _answered(self, way: list[_Step]) -> Any:
        at: Any = self._edition
        for kind, *told in way:
            if kind == "attribute":
                at = getattr(at, told[0])
            elif kind == "call":
                named = {name: self._argument(value) for name, value in told[1]}
                at = at(*map(self._argument, told[0]), **named)
            elif kind == "in":
                at = self._argument(told[0]) in at
            elif kind == "get":
                at = at.get(*map(self._argument, told))
            else:
                at = at[self._argument(told[0])]
        return at

    def _argument(self, told: Any) -> Any:
        if not isinstance(told, list):
            return told
        kind, value = told
        if kind == "tuple":
            return tuple(map(self._argument, value))
        if kind == "Segment":
            return _SEGMENT.load(value.encode())
        return self._record(kind, value)

    def _record(self, kind: str, id_: str) -> Any:
        if self._by_kind is None:
            site = self._edition.site
            self._by_kind = {
                of: {str(one.id): one for one in found}
                for of, found in (
                    (Article, site.articles),
                    (Story, site.stories),
                    (Person, site.people),
                    (Topic, site.topics),
                    (Utterance, site.utterances),
                )
            }
        return self._by_kind[_KINDS[kind]][id_]


BROKEN = "?"
"""A question that nobody can ask again."""
_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in (Article, Story, Person, Topic, Utterance)}
_WITHIN = (Edition, Site, History)
"""What is looked into: of everything else the whole is the answer."""


def asked(notes: Notes, edition: Edition) -> Edition:
    """Return what stands for an edition, and takes note."""
    stand_in: Any = _Object(edition, notes, [])
    return cast("Edition", stand_in)


def stands_in(value: object) -> bool:
    """Tell whether it is one of those that take note."""
    return isinstance(value, _Object)


def _seen(value: Any, notes: Notes, way: list[_Step]) -> Any:
    if isinstance(value, Settings):
        return value  # what is in them counts for every page
    if isinstance(value, _WITHIN):
        return _Object(value, notes, way)
    if isinstance(value, Mapping | AbstractSet) and notes.are_taken:
        return _Items(value, notes, way)
    if callable(value) and not isinstance(value, type):
        return _called(value, notes, way)
    notes.note(way, value)
    return value


def _called(function: Callable[..., Any], notes: Notes, way: list[_Step]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        answer = function(*arguments, **named)
        notes.note([*way, ["call", list(arguments), [[*one] for one in named.items()]]], answer)
        return answer

    return call


class _Object:
    """Stands for a record or an edition."""

    def __init__(self, value: Any, notes: Notes, way: list[_Step]) -> None:
        self._asked = (value, notes, way)

    def __getattr__(self, name: str) -> Any:
        value, notes, way = self._asked
        return _seen(getattr(value, name), notes, [*way, ["attribute", name]])


class _Items:
    """Stands for a mapping or a set: one entry is one question, anything else asks for the whole."""

    def __init__(self, value: Any, notes: Notes, way: list[_Step]) -> None:
        self._asked = (value, notes, way)

    def __getitem__(self, key: Any) -> Any:
        value, notes, way = self._asked
        answer = value[key]
        notes.note([*way, ["item", key]], answer)
        return answer

    def get(self, key: Any, default: Any = None) -> Any:
        """Return one entry, or `default`."""
        value, notes, way = self._asked
        answer = value.get(key, default)
        notes.note([*way, ["get", key, default]], answer)
        return answer

    def __contains__(self, key: Any) -> bool:
        value, notes, way = self._asked
        answer = key in value
        notes.note([*way, ["in", key]], answer)
        return answer

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole(), name)

    def _whole(self) -> Any:
        value, notes, way = self._asked
        notes.note(way, value)
        return value


def _written(way: list[_Step]) -> str:
    return _JSON.encode([[kind, *map(_told, told)] for kind, *told in way])


def _read(question: str) -> list[_Step]:
    return cast("list[_Step]", json.loads(question))


def _told(value: Any) -> Any:
    """Return an argument as text can hold it, and as `Notes` finds it again."""
    if isinstance(value, _PLAIN):
        return value
    if type(value) is tuple:
        return ["tuple", [_told(one) for one in value]]
    if type(value) is list:  # the arguments of a call
        return [_told(one) for one in value]
    if isinstance(value, Segment):
        return ["Segment", _SEGMENT.dump(value).decode()]
    if type(value).__name__ in _KINDS and type(value) is _KINDS[type(value).__name__]:
        return [type(value).__name__, str(cast("Any", value).id)]
    raise UnkeyedError(f"{type(value).__qualname__} cannot be asked for again")
