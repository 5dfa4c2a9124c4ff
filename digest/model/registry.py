"""Who and what the content speaks of: entries of `people.yml`, `topics.yml` and `glossary.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from digest.model.ids import PersonId, TermId, TopicId
from digest.model.text import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is or was."""

    role: str
    since: date | None = None
    until: date | None = None
    """The last day; None: it is held, or nobody knows."""

    def is_held_on(self, day: date) -> bool:
        """Tell whether the office was held on a day, as far as is known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is quoted: an entry of `people.yml`, or a name that articles gave."""

    id: PersonId
    name: str
    """As the person's own language writes it where known."""
    name_by_language: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """Spoken in public; empty means unknown."""
    role: str | None = None
    """What the person is now."""
    role_language: str = "en"
    """Of `role` and `offices`."""
    offices: tuple[Office, ...] = ()
    """With days, the latest first."""
    wikidata: str | None = None
    """As `Q5582`: who it is beyond all names."""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Every way the name is written."""
        return tuple(dict.fromkeys((self.name, *self.name_by_language.values(), *self.aliases)))

    def name_in(self, language: str) -> str:
        """Return the name as readers of `language` know it."""
        named = [code for code, name in self.name_by_language.items() if name]
        code = readable(language, named)
        return self.name_by_language[code] if code else self.name

    def office_on(self, day: date | None) -> str | None:
        """Return the office that the person held on a day where another one is held now, None elsewhere.

        Where days of several offices overlap it is the one begun last.
        """
        dated = (office for office in self.offices if office.since or office.until)
        held = next((one.role for one in dated if day and one.is_held_on(day)), None)
        return held if held != self.role else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of `glossary.yml`: what translations must word in a given way, or leave as it is."""

    id: TermId
    keep: str | None = None
    """The same in every language."""
    wording_by_language: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.id)

    def in_language(self, language: str) -> str | None:
        """Return how the term is worded in a language, in any region of it, None where that is not given."""
        code = readable(language, self.wording_by_language)
        return self.keep or (self.wording_by_language[code] if code else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A lasting subject: an entry of `topics.yml`."""

    id: TopicId
    label_by_language: Mapping[str, str]
    iptc: str | None = None
    """IPTC Media Topic code, as `medtop:20000593`."""
    under: TopicId | None = None
    """The topic that this one is a part of; that one is a part of none."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: a report is on the topic where one stands in its headline or beginning."""
    people: tuple[PersonId, ...] = ()
    """A report that quotes one of them, or begins with one, is on the topic."""
    sections: tuple[str, ...] = ()
    """Folders of articles' addresses, each with the outlet's id before it or without: `faro/deportes`."""

    def __hash__(self) -> int:
        return hash(self.id)

    def label(self, language: str) -> tuple[str, str]:
        """Return the label for readers of `language`, and its own language.

        It is one that they read, else the English one, else any; a topic without a label is called by the
        words of its id.
        """
        labels = self.label_by_language
        code = readable(language, labels) or next((one for one in ("en", *labels) if one in labels), None)
        return (labels[code], code) if code else (self.id.replace("-", " ").capitalize(), "und")

    def label_in(self, language: str) -> str:
        """Return the label for readers of `language`."""
        return self.label(language)[0]
