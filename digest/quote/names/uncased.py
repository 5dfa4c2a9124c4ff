"""Names of people in scripts without capital letters: known by the titles and verbs beside them.

Without capitals nothing tells a name from other words but its neighbours, so only what a title, a dot
between given and family name, or a second occurrence vouches for counts as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from digest.languages.language import NO_ARTICLE
from digest.model import Span
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.names.known import is_given
from digest.quote.names.limits import (
    FULL_NAME_WORDS,
    LONG_NAME,
    SHORT_NAME,
    TITLE_REACH,
    WORDS_BEFORE_A_TITLE,
)
from digest.quote.names.walk import stops, walk

_BEFORE = re.compile(r"(?P<word>[^\s،,.:;!?؟؛()«»“”\"'‘’]+)")
_HAN = re.compile(r"[\u3400-\u9fff]")


def uncased_names(text: str, grammar: Grammar, known: tuple[str, ...]) -> tuple[tuple[Span, bool], ...]:
    """Return the spans of names in a text, in order, and whether a title stands before each."""
    seeds = _spaced_seeds(text, grammar) if grammar.row.spaced else _unspaced_seeds(text, grammar)
    seeds = [(span, titled) for span, titled in seeds if _may_name(span.of(text), grammar)]
    names = {span.of(text) for span, _ in seeds} | set(known)
    dots = " " + grammar.row.name_dot
    names |= {name.rsplit(mark, 1)[-1] for name in names for mark in dots if mark in name}
    if not names:
        return ()
    choice = "|".join(map(re.escape, _longest_first(names)))
    marks = "|".join(map(re.escape, (*grammar.row.subject_marks, *grammar.row.possessives)))
    end = rf"(?:{marks})?" if grammar.row.subject_marks else ""
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
        elif span and " " in name and (text.count(name) > 1 or is_given(name.partition(" ")[0])):
            seeds.append((span, False))
    if grammar.row.surnames and grammar.row.titles:
        found = _led_native(grammar.row.code).finditer(text)
        return [*seeds, *((Span(*one.span("name")), True) for one in found)]
    return [*seeds, *((span, False) for span in _apposed(text, grammar))]


@cache
def _led_native(code: str) -> re.Pattern[str]:
    """Match a title before a native name with the mark of a subject: Korean `배우 최지우는`."""
    row = grammar_of(code).row
    titles, marks = (
        "|".join(map(re.escape, _longest_first(group))) for group in (row.titles, row.subject_marks)
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


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


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
    things = "|".join(map(re.escape, _longest_first(nouns)))  # no Persian `مدیر این رزمایش`
    titles = _longest_first(grammar.titles.whole)
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
    titles = "|".join(map(re.escape, _longest_first(row.titles_after)))
    marks = "|".join(map(re.escape, (*row.subject_marks, *row.possessives)))
    end = rf"(?:{marks})?" if row.subject_marks else ""
    return re.compile(
        rf"(?<=[^\W\d_])(?:،[ ]|[ ]|(?:[(（]\d{{1,3}}[)）])?[ ]?(?<=[)） ]))(?:{titles})(?={end}(?!\w))"
    )


def _unspaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names beside a title, and those between the start of a clause and a verb of saying."""
    if grammar.row.subject_marks:
        return _honoured_seeds(text, grammar)
    seeds = []
    for match in _unspaced_pattern(grammar.row.code).finditer(text):
        start, end = match.span("name")
        inner = [found.end() for found in _title_pattern(grammar.row.code).finditer(text, start, end)]
        titled = bool(match.group("title") or match.group("honorific") or inner)
        start = max((start, *inner, *_words_before(text, start, end, grammar)))
        given, _, family = text[start:end].partition(grammar.row.name_dot)
        # A longer given name without a title or a second occurrence may begin with a noun.
        doubtful = bool(family) and not titled and len(given) > SHORT_NAME and text.count(text[start:end]) < 2
        if not doubtful and _is_unspaced_name(text[start:end], grammar, titled=titled):
            seeds.append((Span(start, end), titled))
    return seeds


def _honoured_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names right before a title, where every name has one: `トランプ大統領`."""
    found = [Span(*match.span("name")) for match in _honoured_pattern(grammar.row.code).finditer(text)]
    return [(span, True) for span in found if _is_honoured_name(span.of(text), grammar)]


def _is_honoured_name(name: str, grammar: Grammar) -> bool:
    """Tell whether a run of letters before a title is a name; two Chinese characters must begin like one."""
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns)
    if any(name in words for words in things) or any(char in grammar.row.stop_characters for char in name):
        return False
    short = len(name) < SHORT_NAME and grammar.row.name_dot not in name
    return not short or name[0] in grammar.row.surnames or not _HAN.match(name)


@cache
def _honoured_pattern(code: str) -> re.Pattern[str]:
    row = grammar_of(code).row
    dot = re.escape(row.name_dot)
    runs = "|".join(
        rf"(?<![{letters}{dot}])[{letters}]{{1,10}}(?:[{dot}＝=][{letters}]{{1,10}})*?"
        if at == 0
        else rf"(?<![{letters}])[{letters}]{{2,5}}?"
        for at, letters in enumerate(row.name_letters)
    )
    titles = "|".join(map(re.escape, _longest_first(row.titles_after)))
    return re.compile(rf"(?P<name>{runs})(?:{titles})")


def _words_before(text: str, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return the ends of other words before the dot of a name: `起名叫` in `起名叫罗伯特·戴利`."""
    dot = text.find(grammar.row.name_dot, start, end)
    if dot < 0:
        return []
    verbs = [found.end() for found in grammar.verb.finditer(text, start, dot)]
    return verbs + [at + 1 for at in range(start, dot) if text[at] in grammar.row.stop_characters]


@cache
def _title_pattern(code: str) -> re.Pattern[str]:
    titles = sorted(grammar_of(code).titles.whole, key=lambda title: (-len(title), title))
    return re.compile("|".join(map(re.escape, titles)))


@cache
def _unspaced_pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    words = sorted((*grammar.between, *grammar.others), key=lambda word: (-len(word), word))
    stops = "|".join(map(re.escape, words))
    honorifics = "|".join(map(re.escape, grammar.row.titles_after)) or "(?!)"
    heads = re.escape(grammar.row.stop_characters)
    han, dot = f"[{''.join(grammar.row.name_letters)}]", re.escape(grammar.row.name_dot)
    name = rf"(?P<name>{han}{{1,8}}(?:{dot}{han}{{1,8}}?)+|{han}{{2,8}}?)(?P<honorific>{honorifics})?"
    before = rf"(?:(?P<title>{_title_pattern(code).pattern})|(?<=[，。！？；：、“”「」『』\s{heads}])|^)"
    after = rf"(?={grammar.verb.pattern}|{stops}|[，。：、“”「」（(\s]|$)"
    return re.compile(before + name + after, re.MULTILINE)


def _is_unspaced_name(name: str, grammar: Grammar, *, titled: bool) -> bool:
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns, grammar.between)
    if len(name) < 2 or any(name in words for words in things):
        return False
    if any(char in grammar.row.stop_characters for char in name):
        return False
    if grammar.row.name_dot in name or (titled and len(name) <= LONG_NAME):
        return True
    return len(name) <= SHORT_NAME and name[0] in grammar.row.surnames
