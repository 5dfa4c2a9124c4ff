"""Names of people in an article: where they stand, and the fullest form of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Article, Span
from digest.quote.forms import holds, is_base
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.uncased import uncased_names
from digest.quote.words import before_word

_WORD = re.compile(r"[^\s,;:()]+")
_SENTENCE_END = re.compile(r"[.!?…:;,，。！？：」”»\"“]\s*\Z|[.!?…。]\s")
_LONGEST = 5
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person where it stands."""

    span: Span
    words: tuple[str, ...]
    titled: bool = False
    """Whether a title or role stands before it."""
    owner: bool = False
    """Whether it is a possessive: `Maduro’s`."""


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

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie inside a range of the text."""
        first = bisect_left(self.mentions, start, key=_start)
        last = bisect_left(self.mentions, end, key=_start)
        return tuple(mention for mention in self.mentions[first:last] if mention.span.end <= end)

    def fullest(self, mention: Mention) -> str | None:
        """Return the fullest form of a name; None if two people of the article share it."""
        same = [name for name in self.full if holds(name, mention.words, self.grammar)]
        longest = min(same, key=self._preference, default=mention.words)
        if any(not holds(longest, name, self.grammar) for name in same):
            return None
        base = next((word for word in self.single if is_base(word, longest[-1], self.grammar)), None)
        if base:
            return base
        return self.joiner.join(longest)

    def _preference(self, name: tuple[str, ...]) -> tuple[int, int, int]:
        """Rank names: the fullest first, then those that are not declined."""
        declined = (*self.grammar.row.oblique_endings, *self.grammar.row.genitive_endings[1:])
        return -len(name), sum(word.endswith(declined) for word in name), sum(map(len, name))

    def is_declined(self, mention: Mention) -> bool:
        """Tell whether another mention shows that a name stands in a case of which no subject is."""
        last = mention.words[-1]
        if len(mention.words) > 1 and all(
            word.endswith(self.grammar.row.oblique_endings) for word in mention.words
        ):
            return bool(self.grammar.row.oblique_endings)
        name = self.fullest(mention)
        return name is not None and is_base(name.split(self.joiner)[-1], last, self.grammar)

    def is_full(self, mention: Mention) -> bool:
        """Tell whether the article gives more than one word of the name, or a title."""
        return mention.titled or any(holds(name, mention.words, self.grammar) for name in self.full)

    def is_vouched(self, mention: Mention) -> bool:
        """Tell whether the article itself shows that this is a person."""
        return mention.titled or any(holds(name, mention.words, self.grammar) for name in self.vouched)


def _start(mention: Mention) -> int:
    return mention.span.start


def people_of(article: Article, grammar: Grammar) -> People:
    """Return everybody an article names, its declared quotes included."""
    declared = tuple(tuple(quote.speaker.split()) for quote in article.quotes if quote.speaker)
    if not grammar.row.cased:
        return _uncased(article, grammar, declared)
    outlet = tuple(article.outlet.name.split())
    mentions = tuple(mention for mention in _mentions(article.text, grammar) if mention.words != outlet)
    prose = tuple(mention for mention in mentions if _is_prose(article, mention))
    full = _full_names(prose, declared)
    vouched = _vouched(article.text, mentions, grammar) | set(declared)
    single = {
        mention.words[0] for mention in mentions if len(mention.words) == 1 and grammar.row.case_endings
    }
    return People(
        mentions, full, frozenset(vouched), tuple(sorted(single, key=lambda word: (len(word), word))), grammar
    )


def _is_prose(article: Article, mention: Mention) -> bool:
    """Tell whether a name stands in a sentence; headlines may capitalise the words after it."""
    end = article.text.find("\n", mention.span.end)
    start = article.text.rfind("\n", 0, mention.span.start) + 1
    return bool(_SENTENCE_END.search(article.text, start, end if end >= 0 else len(article.text)))


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
        if mention.titled or mention.words[-1] in single or grammar.verb.match(text, mention.span.end + 1)
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
    full = _full_names(mentions, tuple(tuple(name.split(separator)) for name in known))
    return People(
        mentions=mentions,
        full=full,
        vouched=frozenset(full),
        single=(),
        grammar=grammar,
        joiner=separator or " ",
    )


def _mentions(text: str, grammar: Grammar) -> Iterator[Mention]:
    nouns = _nouns(text, grammar)
    doubtful: list[Span] = []
    found: list[Mention] = []
    for match in grammar.name.finditer(text):
        words = [Span(*word.span()) for word in _WORD.finditer(text, match.start(), match.end())]
        mention = _person(text, words, grammar)
        if mention and not (len(mention.words) == 1 and mention.words[0] in nouns and not mention.titled):
            found.append(mention)
        elif len(words) == 1:
            doubtful.append(words[0])
    lasts = {mention.words[-1] for mention in found if len(mention.words) > 1}
    found += (Mention(span, (span.of(text),)) for span in doubtful if span.of(text) in lasts)
    if grammar.row.nouns_are_capital:
        known = {word for mention in found for word in mention.words}
        found = [mention for mention in found if not _opens_with_owner(mention, known)]
    yield from sorted(found, key=_start)


def _opens_with_owner(mention: Mention, known: set[str]) -> bool:
    """Tell whether a run of nouns begins with somebody who owns the rest: `Trumps Angriff`."""
    first = mention.words[0]
    return len(mention.words) > 1 and first.endswith("s") and first[:-1] in known


def _nouns(text: str, grammar: Grammar) -> frozenset[str]:
    """Return the capitalised words that articles show to be no names, where all nouns are capitalised."""
    if not grammar.row.nouns_are_capital:
        return frozenset()
    return frozenset(_after_article(grammar.row.code).findall(text))


@lru_cache
def _after_article(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    words = sorted(
        word for word in (*grammar.determiners, *grammar.others) if word not in {*grammar.row.particles}
    )
    articles = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{articles}) (?:[a-zäöüß]+e[nrsm]? )?([A-ZÄÖÜ][\w-]+)", re.IGNORECASE)


def _person(text: str, words: list[Span], grammar: Grammar) -> Mention | None:
    """Return the person a run of capitalised words names, or None."""
    titled, words = _without_titles(text, words, grammar)
    owners = [at for at, word in enumerate(words) if _owner_ending(word.of(text), grammar)]
    if owners and owners[-1] < len(words) - 1:
        titled, words = _without_titles(text, words[owners[-1] + 1 :], grammar)
    while len(words) > 1 and _is_other_thing(words[-1].of(text), grammar):
        words.pop()
    if not words:
        return None
    ending = _owner_ending(words[-1].of(text), grammar)
    words[-1] = Span(words[-1].start, words[-1].end - len(ending))
    names = tuple(word.of(text) for word in words)
    if (cut := _before_particle(names, grammar)) and not _is_plausible(names, grammar):
        names, words, ending = names[:cut], words[:cut], ""
    if not _is_plausible(names, grammar):
        return None
    before = before_word(text, words[0].start)
    titled = titled or before in grammar.titles
    if grammar.row.nouns_are_capital and not titled and before.casefold() in grammar.determiners:
        return None
    return Mention(Span(words[0].start, words[-1].end), names, titled=titled, owner=bool(ending))


def _before_particle(names: tuple[str, ...], grammar: Grammar) -> int:
    """Return how many words stand before a particle after a full name: `Joe Stork von Human Rights Watch`."""
    return next((at for at, name in enumerate(names) if at > 1 and name in grammar.row.particles), 0)


def _is_other_thing(word: str, grammar: Grammar) -> bool:
    """Tell whether a word at the end of a run is that of a place in another case: `Putin Moskova’da`."""
    ending = _owner_ending(word, grammar)
    stem = word.removesuffix(ending)
    return bool(ending) and grammar.row.verb_last and bool(kinds(stem, grammar.row.code) & {"thing", "place"})


def _owner_ending(word: str, grammar: Grammar) -> str:
    endings = (end for end in grammar.row.possessives if word.endswith(end) and len(word) > len(end) + 1)
    return next(endings, "")


def _without_titles(text: str, words: list[Span], grammar: Grammar) -> tuple[bool, list[Span]]:
    titled = False
    for at in range(len(words) - 1, -1, -1):
        if "title" in kinds(words[at].of(text), grammar.row.code):
            words, titled = words[at + 1 :], True
            break
    while words and "opener" in kinds(words[0].of(text), grammar.row.code):
        words = words[1:]
    for count in range(min(3, len(words) - 2), 0, -1):
        if grammar.is_place(" ".join(word.of(text) for word in words[:count])):
            words = words[count:]
            break
    while len(words) > 1 and _is_acronym(words[0].of(text)) and not _is_acronym(words[1].of(text)):
        words = words[1:]
    return titled, words


def _is_acronym(word: str) -> bool:
    """Tell whether a word is an acronym; two letters may be somebody's initials."""
    return word.isupper() and len(word) > 2


@lru_cache(maxsize=100_000)
def kinds(word: str, code: str) -> frozenset[str]:
    """Return what a word of the language `code` can be: `title`, `opener`, `thing`, `place`."""
    grammar = grammar_of(code)
    folded = word.casefold()
    particle = folded in grammar.row.particles and word.islower()
    opens = particle or any(
        folded in words for words in (grammar.openers, grammar.determiners, grammar.others)
    )
    tests = {
        "title": word in grammar.titles,
        "opener": opens,
        "thing": grammar.not_names.has_whole(word),
        "thing by its ending": word in grammar.not_names,
        "place": grammar.is_place(word),
    }
    return frozenset(kind for kind, holds in tests.items() if holds)


def _is_plausible(names: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether words can be a person's name; an ending shows a thing, except in a last name."""
    if len(names) > _LONGEST or any("thing" in kinds(name, grammar.row.code) for name in names):
        return False
    firsts = names[:-1] or names
    if any("thing by its ending" in kinds(name, grammar.row.code) for name in firsts):
        return False
    if len(names) == 1:
        known_place = "place" in kinds(names[0], grammar.row.code)
        return len(names[0]) > 1 and not known_place and not names[0].isupper() and names[0][-1] != "."
    return not grammar.is_place(" ".join(names)) and not all(name.isupper() for name in names)
