"""Names of people in scripts without capital letters: known by the titles and verbs beside them.

Without capitals nothing tells a name from other words but its neighbours, so only what a title, a dot
between given and family name, or a second occurrence vouches for counts as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.languages.language import NO_ARTICLE
from digest.model import Span
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.names.families import family_names
from digest.quote.names.known import is_given
from digest.quote.names.limits import (
    FULL_NAME_WORDS,
    SHORT_NAME,
    TITLE_REACH,
    WORDS_BEFORE_A_TITLE,
)
from digest.quote.names.unspaced import longest_first, unspaced_seeds
from digest.quote.names.walk import says, stops, walk

_BEFORE = re.compile(r"(?P<word>[^\s،,.:;!?؟؛()«»“”\"'‘’]+)")


def uncased_names(text: str, grammar: Grammar, known: tuple[str, ...]) -> tuple[tuple[Span, bool], ...]:
    """Return the spans of names in a text, in order, and whether a title stands before each."""
    seeds = _spaced_seeds(text, grammar) if grammar.row.spaced else unspaced_seeds(text, grammar)
    seeds = [(span, titled) for span, titled in seeds if _may_name(span.of(text), grammar)]
    names = {span.of(text) for span, _ in seeds} | set(known)
    dots = " " + grammar.row.name_dot
    names |= {name.rsplit(mark, 1)[-1] for name in names for mark in dots if mark in name}
    names |= {name.partition(" ")[2] for name in names if name.count(" ") == FULL_NAME_WORDS}
    if not names:
        return ()
    choice = "|".join(map(re.escape, longest_first(names)))
    marks = "|".join(map(re.escape, (*grammar.row.subject_marks, *grammar.row.possessives)))
    beside = "|".join(map(re.escape, grammar.row.attached_titles)) or "(?!)"
    end = rf"(?:{beside})?(?:{marks})?" if grammar.row.subject_marks else ""
    bound = rf"(?<!\w)(?:{{}})(?={end}(?!\w))" if grammar.row.spaced else "(?:{})"
    titled = {span.start for span, has_title in seeds if has_title}
    found = re.compile(bound.format(choice)).finditer(text)
    spans = (Span(*match.span()) for match in found)
    # A surname alone is one only before a title: Korean `이` also means `this`.
    alone = (
        span for span in spans if not grammar.row.surnames or len(span.of(text)) > 1 or span.start in titled
    )
    return tuple((span, span.start in titled) for span in alone)


def _may_name(name: str, grammar: Grammar) -> bool:
    """Tell whether a seed is no place, nor an outlet or a party in Latin letters: `Washington Examiner`."""
    latin = name[0].isascii() and name[0].isalpha()
    joined = bool(grammar.row.clitics) and name.startswith(grammar.row.prefixes)  # Arabic `وموقع تويتر`
    return not grammar.is_place(name) and (is_given(name.partition(" ")[0]) or not (latin or joined))


def _spaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names beside a title, and those after a verb of saying that occur again."""
    seeds = [(span, True) for span in _before_titles(text, grammar)]
    for lead in _lead_pattern(grammar.row.code).finditer(text):
        span = walk(text, lead.end(), grammar) or _after_kin(text, lead.end(), grammar)
        name = span.of(text) if span else ""
        if span and lead.group("titles"):
            seeds.append((span, True))
        elif span and " " in name and (_recurs(text, name, grammar) or is_given(name.partition(" ")[0])):
            seeds.append((span, False))
    seeds += ((span, False) for span in family_names(text, grammar))
    if grammar.row.surnames and grammar.row.titles:
        found = _led_native(grammar.row.code).finditer(text)
        return [*seeds, *((Span(*one.span("name")), True) for one in found)]
    return [*seeds, *((span, False) for span in _apposed(text, grammar))]


def _recurs(text: str, name: str, grammar: Grammar) -> bool:
    """Tell whether a name stands again, or its last word alone after a verb of saying."""
    last = name.rpartition(" ")[2]
    return text.count(name) > 1 or (bool(grammar.row.clitics) and says(text, last, grammar))


@cache
def _led_native(code: str) -> re.Pattern[str]:
    """Match a title before a native name with the mark of a subject: Korean `배우 최지우는`."""
    row = grammar_of(code).row
    titles, marks = (
        "|".join(map(re.escape, longest_first(group))) for group in (row.titles, row.subject_marks)
    )
    name = rf"[{row.surnames}]\w{{{SHORT_NAME - 1}}}"
    return re.compile(rf"(?<!\w)(?:{titles})[ ](?P<name>{name})(?=(?:{marks})(?!\w))")


def _after_kin(text: str, at: int, grammar: Grammar) -> Span | None:
    """Return the name after a noun with a possessive ending: Arabic `جارها يوسف سالم`."""
    kin = _BEFORE.match(text, at)
    if kin is None or not kin.group("word").endswith(grammar.row.possessives) or not grammar.row.clitics:
        return None
    given = _BEFORE.match(text, kin.end() + 1)
    return walk(text, kin.end() + 1, grammar) if given and is_given(given.group("word")) else None


@cache
def _opens(code: str) -> re.Pattern[str]:
    """Match what a name may follow: the start of a clause, or a noun with its article, Arabic `النقل`."""
    article = grammar_of(code).row.article
    noun = rf"|(?<!\w){article}\w+ " if article != NO_ARTICLE else ""
    return re.compile(rf"(?:^|[\n،,;؛:.।؟!?«\"”] ?{noun})", re.MULTILINE)


def _apposed(text: str, grammar: Grammar) -> Iterator[Span]:
    """Find names of which a known given name opens a clause or an apposition: `وزیر نیرو، علی اکبری،`."""
    if grammar.row.surnames:
        return
    for opening in _opens(grammar.row.code).finditer(text):
        word = _BEFORE.match(text, opening.end())
        if word and is_given(word.group("word")):
            span = walk(text, opening.end(), grammar)
            if span and " " in span.of(text):
                yield span


@cache
def _lead_pattern(code: str) -> re.Pattern[str]:
    """Match a title with what belongs to it, or a verb of saying: a name may follow.

    A title with an article stands before a name as it is; one without needs a noun of its own.
    """
    grammar = grammar_of(code)
    article = grammar.row.article
    clitics = "".join(
        clitic for clitic in (*grammar.row.clitics, *grammar.row.prefixes, "\0") if len(clitic) == 1
    )
    nouns = {*grammar.places, *grammar.not_names.whole} - {*grammar.between, *grammar.others}
    things = "|".join(map(re.escape, longest_first(nouns)))  # no Persian `مدیر این رزمایش`
    titles = longest_first(grammar.titles.whole)
    complete = [title for title in titles if title.startswith(article) or article == NO_ARTICLE]
    definite = "|".join(map(re.escape, complete)) or "(?!)"
    bare = "|".join(re.escape(title) for title in titles if title not in complete) or "(?!)"
    noun = rf"[ ](?:{article}\w+|(?:{things})(?!\w))"
    titled = (
        rf"(?<!\w)[{clitics}]?(?:(?:{definite})(?:{noun})*|(?:{bare})(?:[ ](?:{bare}))*(?:{noun})+)(?!\w)"
    )
    return re.compile(rf"(?:(?P<titles>{titled})|{grammar.verb.pattern})[ ]", re.IGNORECASE)


def _before_titles(text: str, grammar: Grammar) -> Iterator[Span]:
    """Find the names before a title: as many words as no other word or mark cuts off."""
    row = grammar.row
    if not row.titles_after:
        return
    for title in _titles_after(row.code).finditer(text):
        words: list[Span] = []
        for found in reversed(
            list(_BEFORE.finditer(text, max(0, title.start() - TITLE_REACH), title.start()))
        ):
            word = Span(*found.span("word"))
            if words and not _joins_name(text, word, words[-1]):
                break
            if not words and (grammar.is_place(word.of(text)) or _is_office(word.of(text), grammar)):
                continue
            surname = not words and len(word.of(text)) == 1 and word.of(text) in row.surnames  # `이 후보`
            if not surname and stops(word.of(text), grammar, is_last=not words):
                break
            words.append(word)
        words = _native(text, words, grammar)
        if row.fewest_name_words <= len(words) <= WORDS_BEFORE_A_TITLE:
            yield Span(words[-1].start, words[0].end)


def _is_office(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is where a title is held: Korean `서울시`, or longer than a name: `국민당`."""
    row = grammar.row
    if word in grammar.fields:
        return True
    return bool(row.surnames) and len(word) > SHORT_NAME and word.endswith(row.office_endings or "\0")


def _native(text: str, words: list[Span], grammar: Grammar) -> list[Span]:
    """Return the word that is a name beside where somebody works: Korean `가족협의회 이정국`."""
    surnames = grammar.row.surnames
    if len(words) < FULL_NAME_WORDS or not surnames:
        return words
    last, before = words[0].of(text), words[1].of(text)
    if not is_given(before) and (last in surnames or _is_native(last, grammar)):
        return words[:1]  # `마친 이재명 후보`
    whole = [word for word in words if _is_native(word.of(text), grammar)]
    office = all(word.of(text).endswith(grammar.row.office_endings) for word in words if word not in whole)
    if len(whole) == 1 and office:
        return whole  # `박정호 기획재정부 장관`
    others = [word for word in words if word.of(text) in grammar.not_names]
    native = [word for word in words if word not in others]
    short = len(native) == 1 and native[0].end - native[0].start <= SHORT_NAME
    return native if short and text[native[0].start] in surnames else words


def _is_native(word: str, grammar: Grammar) -> bool:
    native = len(word) == SHORT_NAME and word[0] in grammar.row.surnames
    return native and word not in grammar.not_names and not is_given(word)


def _joins_name(text: str, word: Span, following: Span) -> bool:
    return text[word.end : following.start] == " "


@cache
def _titles_after(code: str) -> re.Pattern[str]:
    """Match a title that stands after a name, with what is written together with it."""
    row = grammar_of(code).row
    titles = "|".join(map(re.escape, longest_first(row.titles_after)))
    marks = "|".join(map(re.escape, (*row.subject_marks, *row.possessives)))
    end = rf"(?:{marks})?" if row.subject_marks else ""
    apart = rf"(?<=[^\W\d_])(?:،[ ]|[ ]|(?:[(（]\d{{1,3}}[)）])?[ ]?(?<=[)） ]))(?:{titles})"
    # `이정호씨는`: only behind as many letters as most names have, so that it is no `아저씨`
    beside = "|".join(map(re.escape, row.attached_titles)) or "(?!)"
    whole = rf"(?<=(?<!\w)[{row.surnames or '가'}]\w{{{SHORT_NAME - 1}}})(?:{beside})"
    return re.compile(rf"(?:{apart}|{whole})(?={end}(?!\w))")
