"""Names of people in an article: where they stand, and the fullest form of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from digest.model import Article
from digest.quote.grammar import Grammar, before_word, grammar_of
from digest.quote.names.cased import names_in
from digest.quote.names.forms import Mention, holds, is_accusative, is_base, is_oblique, plain
from digest.quote.names.known import is_given, is_outlet
from digest.quote.names.limits import FULL_NAME_WORDS, NATIVE_LETTERS, PARTY_LETTERS
from digest.quote.names.uncased import uncased_names

_PROSE_ENDS = tuple('.!?…:;,，。！？：」”»"“')
_SENTENCE_END = re.compile(r"[.!?…。]\s")
_TITLED = "title "
_OF_ORGANISATIONS = "en"
"""The language that organisations all over the world are named in: `Ken Tuck di Harbour Weekly`."""
_START = attrgetter("span.start")


@dataclass(frozen=True, slots=True)
class People:
    """Everybody an article names."""

    mentions: tuple[Mention, ...]
    full: tuple[tuple[str, ...], ...]
    """Names of several words, in order of appearance."""
    vouched: frozenset[tuple[str, ...]]
    """Those that are people: where all nouns are capitalised, it takes a title, a verb or a shorter form."""
    single: tuple[str, ...]
    """Names of one word, where languages decline names: they may prove the plain form of a longer one."""
    grammar: Grammar
    joiner: str = " "
    known: dict[tuple[str, ...], str | None] = field(default_factory=dict, repr=False)
    """The fullest form of what was asked for before."""
    by_word: dict[str, list[tuple[str, ...]]] = field(default_factory=dict, repr=False)
    """Full names by each of their words: hundreds of people may be named, each asked for."""
    shared: frozenset[str] = frozenset()
    """Surnames that stand once for two: `Ruth and Ivan Keel`."""
    counted: Counter[str] = field(default_factory=Counter, repr=False)
    """How often each word is a name alone, and under `_TITLED` with a title before it."""

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie inside a range of the text."""
        first = bisect_left(self.mentions, start, key=_START)
        last = bisect_left(self.mentions, end, key=_START)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= end)

    def fullest(self, mention: Mention) -> str | None:
        """Return the fullest form of a name; None if two people of the article share it."""
        if mention.words not in self.known:
            self.known[mention.words] = self._fullest(mention)
        return self.known[mention.words]

    def _fullest(self, mention: Mention) -> str | None:
        if len(mention.words) == 1 and mention.words[0] in self.shared:
            return None
        same = [name for name in self._like(mention.words[0]) if self._is_longer(name, mention.words)]
        longest = min(same, key=self._preference, default=mention.words)
        if any(not holds(longest, name, self.grammar) for name in same):
            return None
        if len(longest) > FULL_NAME_WORDS and self._is_lengthened(longest):
            longest = longest[1:]
        if len(longest) == 1 == len(longest[0]) and self.grammar.row.spaced and self.grammar.row.surnames:
            return self._by_surname(longest[0])
        longest = self._without_club(longest)
        base = next((word for word in self.single if is_base(word, longest[-1], self.grammar)), None)
        if base:
            return base
        told = plain(longest, self.grammar)
        if is_accusative(told, self.grammar) or self._may_be_cut(longest[-1]):
            return None
        return self.joiner.join(told)

    def _may_be_cut(self, last: str) -> bool:
        """Tell whether a name stands only where its last letter may be an owner's: `Elin Lindfors log`."""
        row = self.grammar.row
        if not row.cased or not any(map(str.isalpha, row.possessives)):
            return False
        own = [mention.owner for mention in self.mentions if mention.words[-1] == last]
        return bool(own) and all(own)

    def _without_club(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """Cut off where somebody plays, if his surname stands alone: `Marco Sala del Livorno`."""
        particles = self.grammar.row.particles
        at = FULL_NAME_WORDS  # a longer name may hold the particle: `Luiz Inácio Lula da Silva`
        if len(name) <= at + 1 or name[at] not in particles:
            return name
        works = grammar_of(_OF_ORGANISATIONS).not_names
        house = is_outlet(" ".join(name[at + 1 :])) or any(
            works.has_whole(word.lower()) for word in name[at + 1 :]
        )
        return name[:at] if house or self.stands_alone(name[at - 1]) else name

    def _is_lengthened(self, name: tuple[str, ...]) -> bool:
        """Tell whether a party or a noun stands before a name: `Fi Marco Rossi`, `Jurist Jan Holm`."""
        row = self.grammar.row
        rest = name[1:]
        if not row.family_first and len(name[0]) <= PARTY_LETTERS and is_given(rest[0]):
            return name[0].isalpha() and not is_given(name[0]) and name[0].lower() not in row.particles
        return row.nouns_are_capital and rest in self.full and is_given(rest[0]) and not is_given(name[0])

    def _by_surname(self, surname: str) -> str:
        """Return the only native name of the article with a surname: Korean `김 교수`, of `김하나`."""
        lengths = (NATIVE_LETTERS, NATIVE_LETTERS + 1)
        named = {mention.words[0] for mention in self.mentions if len(mention.words) == 1}
        full = {word for word in named if word.startswith(surname) and len(word) in lengths}
        return full.pop() if len(full) == 1 else surname

    def _is_longer(self, name: tuple[str, ...], part: tuple[str, ...]) -> bool:
        """Tell whether a name says more of the same person: `Rosa Holt Consulting` is none of `Rosa Holt`."""
        if not holds(name, part, self.grammar):
            return False
        surname = bool(self.grammar.row.case_endings) or name[-1] == part[-1]
        return len(part) < FULL_NAME_WORDS or surname or len(name) <= len(part) + 1

    def _like(self, word: str) -> Sequence[tuple[str, ...]]:
        """Return the full names that hold a word, or where cases change it one with the same first letter."""
        declines = bool(self.grammar.row.case_endings)
        if not self.by_word:
            for name in dict.fromkeys((*self.full, *sorted(self.vouched))):
                for key in {part[:1] if declines else part for part in name}:
                    self.by_word.setdefault(key, []).append(name)
        return self.by_word.get(word[:1] if declines else word, ())

    def _preference(self, name: tuple[str, ...]) -> tuple[int, int, int]:
        """Rank names: the fullest first, then those that are not declined."""
        declined = (*self.grammar.row.oblique_endings, *self.grammar.row.genitive_endings[1:])
        return -len(name), sum(word.endswith(declined) for word in name), sum(map(len, name))

    def is_declined(self, mention: Mention) -> bool:
        """Tell whether another mention shows that a name stands in a case of which no subject is."""
        if not self.grammar.row.case_endings:
            return False
        if is_oblique(mention.words, self.grammar):
            return True
        name = self.fullest(mention)
        return name is not None and is_base(name.split(self.joiner)[-1], mention.words[-1], self.grammar)

    def stands_alone(self, word: str) -> int:
        """Tell how often a word is a name by itself."""
        return self._counted()[word]

    def longer(self, surname: str) -> tuple[tuple[str, ...], ...]:
        """Return the names of several words that hold a word, in any case."""
        like = self._like(surname)
        return tuple(name for name in like if len(name) > 1 and holds(name, (surname,), self.grammar))

    def has_title(self, surname: str) -> bool:
        """Tell whether a name with this last word has a title somewhere."""
        return self._counted()[_TITLED + surname] > 0

    def _counted(self) -> Counter[str]:
        if not self.counted:
            self.counted.update(mention.words[0] for mention in self.mentions if len(mention.words) == 1)
            self.counted.update(_TITLED + mention.words[-1] for mention in self.mentions if mention.titled)
        return self.counted

    def is_full(self, mention: Mention) -> bool:
        """Tell whether the article gives more than one word of the name, or a title."""
        return mention.titled or any(
            holds(name, mention.words, self.grammar) for name in self._like(mention.words[0])
        )

    def is_vouched(self, mention: Mention) -> bool:
        """Tell whether the article itself shows that this is a person."""
        words = mention.words
        if mention.titled or words in self.vouched:
            return True
        return any(name in self.vouched and holds(name, words, self.grammar) for name in self._like(words[0]))


def people_of(article: Article, grammar: Grammar) -> People:
    """Return everybody an article names, its declared quotes included."""
    declared = tuple(tuple(quote.speaker.split()) for quote in article.quotes if quote.speaker)
    if not grammar.row.cased:
        return _uncased(article, grammar, declared)
    outlet = tuple(article.outlet.name.split())
    mentions = tuple(mention for mention in names_in(article.text, grammar) if mention.words != outlet)
    prose = (mention for mention in mentions if len(mention.words) > 1 and _is_prose(article, mention))
    full = _full_names(prose, declared)
    vouched = _vouched(article.text, mentions, grammar) | set(declared)
    single = {
        mention.words[0] for mention in mentions if len(mention.words) == 1 and grammar.row.case_endings
    }
    return People(
        mentions,
        full,
        frozenset(vouched),
        tuple(sorted(single, key=lambda word: (len(word), word))),
        grammar,
        shared=frozenset(_shared(article.text, mentions, grammar)),
    )


def _shared(text: str, mentions: tuple[Mention, ...], grammar: Grammar) -> Iterator[str]:
    """Yield surnames before which two given names stand: whoever is meant by them alone is not clear."""
    for mention in mentions:
        if len(mention.words) != FULL_NAME_WORDS or not is_given(mention.words[0]):
            continue
        join = before_word(text, mention.span.start)
        if join.lower() not in grammar.row.joins:
            continue
        at = text.rindex(join, 0, mention.span.start)
        other = before_word(text, at)
        alone = other and not before_word(text, text.rindex(other, 0, at))[:1].isupper()
        if alone and is_given(other):
            yield mention.words[-1]


def _is_prose(article: Article, mention: Mention) -> bool:
    """Tell whether a name stands in a sentence; headlines may capitalise the words after it."""
    end = article.text.find("\n", mention.span.end)
    start = article.text.rfind("\n", 0, mention.span.start) + 1
    line = article.text[start : end if end >= 0 else None].rstrip()
    return line.endswith(_PROSE_ENDS) or _SENTENCE_END.search(line) is not None


def _full_names(
    mentions: Iterable[Mention], declared: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    names = (mention.words for mention in mentions if len(mention.words) > 1)
    return tuple(dict.fromkeys((*(name for name in declared if len(name) > 1), *names)))


def _vouched(text: str, mentions: tuple[Mention, ...], grammar: Grammar) -> set[tuple[str, ...]]:
    single = {mention.words[0] for mention in mentions if len(mention.words) == 1}
    full = [mention for mention in mentions if len(mention.words) > 1]
    if not grammar.row.nouns_are_capital:
        return {mention.words for mention in full}
    return {
        mention.words
        for mention in full
        if mention.titled
        or mention.words[0] in grammar.given_names
        or mention.words[-1] in single
        or grammar.verb.match(text, mention.span.end + 1)
    }


def _uncased(article: Article, grammar: Grammar, declared: tuple[tuple[str, ...], ...]) -> People:
    known = tuple("".join(words) if not grammar.row.spaced else " ".join(words) for words in declared)
    separator = grammar.row.name_dot if not grammar.row.spaced else None
    mentions = tuple(
        Mention(
            span=span,
            words=tuple(span.of(article.text).split(separator)),
            titled=titled,
            owner=bool(separator or grammar.row.subject_marks)
            and article.text.startswith(grammar.row.possessives, span.end),
        )
        for span, titled in uncased_names(article.text, grammar, known)
    )
    often = Counter(mention.words for mention in mentions)
    # A longer form that stands once may have run into the next word: `دیویس کارت`.
    sure = [one for one in mentions if separator or often[one.words] > 1 or any(map(is_given, one.words))]
    full = _full_names(sure, tuple(tuple(name.split(separator)) for name in known))
    return People(
        mentions=mentions,
        full=full,
        vouched=frozenset((*full, *_full_names(mentions, ()))),
        single=(),
        grammar=grammar,
        joiner=separator or " ",
    )
