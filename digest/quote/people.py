"""Names of people in an article: where they stand, and the fullest form of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.model import Article, Span
from digest.quote.grammar import Grammar
from digest.quote.uncased import uncased_names

_WORD = re.compile(r"[^\s,;:()]+")
_LAST_WORD = re.compile(r"([^\s,;:.!?，。！？：；、،؛؟()«»“”„\"￼]+)[ \u00a0]*\Z")
_STEM = 3
"""Letters that two forms of a declined name have at least in common."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person where it stands."""

    span: Span
    words: tuple[str, ...]
    titled: bool = False
    """Whether a title or role stands before it."""
    owner: bool = False
    """Whether it is a possessive: `Maduro’s`."""

    @property
    def name(self) -> str:
        """The name, without titles and possessive endings."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody an article names."""

    mentions: tuple[Mention, ...]
    full: tuple[tuple[str, ...], ...]
    """Names of several words, in order of appearance."""
    grammar: Grammar
    joiner: str = " "

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie inside a range of the text."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= end)

    def fullest(self, mention: Mention) -> str | None:
        """Return the fullest form of a name; None if two people of the article share it."""
        words = mention.words
        same = [name for name in self.full if _holds(name, words, self.grammar)]
        longest = max(same, key=len, default=words)
        longest = min((name for name in same if len(name) == len(longest)), key=_length, default=words)
        if any(not _holds(longest, name, self.grammar) for name in same):
            return None
        return self.joiner.join(longest)

    def is_known(self, mention: Mention) -> bool:
        """Tell whether the text itself shows that this is a person: a title, or a full name elsewhere."""
        return mention.titled or any(_holds(name, mention.words, self.grammar) for name in self.full)


def _length(words: tuple[str, ...]) -> int:
    return sum(map(len, words))


def people_of(article: Article, grammar: Grammar) -> People:
    """Return everybody an article names, its title and declared quotes included."""
    declared = tuple(tuple(quote.speaker.split()) for quote in article.quotes if quote.speaker)
    if not grammar.row.cased:
        return _uncased(article, grammar, declared)
    in_text = tuple(_mentions(article.text, grammar))
    in_title = tuple(_mentions(article.title, grammar))
    outlet = tuple(article.outlet.name.split())
    mentions = tuple(mention for mention in in_text if mention.words != outlet)
    full = _full_names((*in_title, *mentions), declared)
    return People(mentions=mentions, full=full, grammar=grammar)


def _full_names(
    mentions: Iterable[Mention], declared: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    names = (mention.words for mention in mentions if len(mention.words) > 1)
    return tuple(dict.fromkeys((*(name for name in declared if len(name) > 1), *names)))


def _uncased(article: Article, grammar: Grammar, declared: tuple[tuple[str, ...], ...]) -> People:
    known = tuple("".join(words) if not grammar.row.spaced else " ".join(words) for words in declared)
    spans = uncased_names(article.text, grammar, known)
    separator = "·" if not grammar.row.spaced else None
    mentions = tuple(
        Mention(span=span, words=tuple(span.of(article.text).split(separator)), titled=titled)
        for span, titled in spans
    )
    names = tuple(tuple(name.split(separator)) for name in known)
    full = _full_names(mentions, names)
    return People(mentions=mentions, full=full, grammar=grammar, joiner=separator or " ")


def _holds(name: tuple[str, ...], part: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether `part` is a part of `name`, in order, allowing for case endings."""
    rest = iter(name)
    return all(any(_same(word, other, grammar) for other in rest) for word in part)


def _same(one: str, other: str, grammar: Grammar) -> bool:
    if one == other:
        return True
    endings = grammar.row.case_endings
    if not endings or one[:_STEM] != other[:_STEM]:
        return False
    common = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return all(rest in {"", *endings} for rest in (one[common:], other[common:]))


def _mentions(text: str, grammar: Grammar) -> Iterator[Mention]:
    for match in grammar.name.finditer(text):
        words = [
            Span(match.start() + word.start(), match.start() + word.end())
            for word in _WORD.finditer(match.group())
        ]
        mention = _person(text, words, grammar)
        if mention:
            yield mention


def _person(text: str, words: list[Span], grammar: Grammar) -> Mention | None:
    """Return the person a run of capitalised words names, or None."""
    titled, words = _without_titles(text, words, grammar)
    if not words:
        return None
    last = words[-1].of(text)
    ending = next(
        (end for end in grammar.row.possessives if last.endswith(end) and len(last) > len(end) + 1), ""
    )
    if ending:
        words[-1] = Span(words[-1].start, words[-1].end - len(ending))
    names = tuple(word.of(text) for word in words)
    titled = titled or before_word(text, words[0].start) in grammar.titles
    if not _is_plausible(names, grammar):
        return None
    return Mention(Span(words[0].start, words[-1].end), names, titled=titled, owner=bool(ending))


def _without_titles(text: str, words: list[Span], grammar: Grammar) -> tuple[bool, list[Span]]:
    titled = False
    for at in range(len(words) - 1, -1, -1):
        if words[at].of(text) in grammar.titles:
            words, titled = words[at + 1 :], True
            break
    while words and _is_no_name(words[0].of(text), grammar):
        words = words[1:]
    for count in (3, 2, 1):
        if len(words) > count and grammar.is_place(" ".join(word.of(text) for word in words[:count])):
            words = words[count:]
    while len(words) > 1 and _is_acronym(words[0].of(text)) and not _is_acronym(words[1].of(text)):
        words = words[1:]
    return titled, words


def _is_acronym(word: str) -> bool:
    """Tell whether a word is an acronym; two letters may be somebody's initials."""
    return word.isupper() and len(word) > 2


def _is_no_name(word: str, grammar: Grammar) -> bool:
    folded = word.casefold()
    particle = folded in grammar.row.particles and word.islower()
    return particle or folded in grammar.openers or folded in grammar.determiners or folded in grammar.others


def _is_plausible(names: tuple[str, ...], grammar: Grammar) -> bool:
    if len(names) > 5 or grammar.is_place(" ".join(names)):
        return False
    if any(name in grammar.not_names for name in names):
        return False
    if len(names) == 1:
        return len(names[0]) > 1 and not names[0].isupper() and names[0][-1] != "."
    return not all(name.isupper() for name in names)


def before_word(text: str, at: int, floor: int = 0) -> str:
    """Return the word directly before a place, from `floor` on, or an empty string."""
    found = _LAST_WORD.search(text, max(floor, at - 40), at)
    return found.group(1) if found else ""
