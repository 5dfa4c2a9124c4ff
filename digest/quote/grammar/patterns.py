"""A language's row as compiled patterns: made once for each language and process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from digest import languages
from digest.languages.language import Language
from digest.quote.grammar.choice import choice

UPPER = "".join(
    char for char in map(chr, (*range(0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))) if char.isupper()
)
"""Every capital letter of the Latin, Greek and Cyrillic scripts."""
MASK = "￼"
"""Stands for each character of a quotation in masked text: no letter, no punctuation, no space."""
_REST = rf"(?:\.(?:[{UPPER}]\.)*|\w*(?:[-’'ʼ‑]\w+)*)"
"""What follows the first letter of a name: `. F.`, or more letters."""
_NEVER = r"(?!)"
_DROPPED = tuple("aoаоиійья")
"""Last letters of a plain given name that case endings replace."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the rules need of a language, under the keys of its row, which `en.toml` explains."""

    row: Language
    name: re.Pattern[str]
    """A run of capitalised words with the particles between them."""
    verb: re.Pattern[str]
    tag_verb: re.Pattern[str]
    according: re.Pattern[str]
    according_after: re.Pattern[str]
    quoted: re.Pattern[str]
    citing: re.Pattern[str]
    judging: re.Pattern[str]
    answering: re.Pattern[str]
    denying: re.Pattern[str]
    foretelling: re.Pattern[str]
    form_of_saying: re.Pattern[str]
    """A verb of saying or one of its forms that a judgment may govern: `said`, `calling`."""
    nonfinite: re.Pattern[str]
    claim: re.Pattern[str]
    question: re.Pattern[str]
    unsaid: re.Pattern[str]
    what: re.Pattern[str]
    that: re.Pattern[str]
    participle: re.Pattern[str]
    insertion: re.Pattern[str]
    """A clause that names the speaker inside the marks: `, — сказал Путин. —`, `, dit-il,`."""
    reported: re.Pattern[str]
    denial: re.Pattern[str]
    told: re.Pattern[str]
    spoken: re.Pattern[str]
    spoken_codes: dict[str, str]
    titles: Words
    fields: frozenset[str]
    not_names: Words
    things: Words
    terms: Words
    so_called: Words
    voiceless: Words
    openers: frozenset[str]
    opening_words: frozenset[str]
    """Openers, articles and prepositions: what a capital letter makes no name of."""
    given_names: frozenset[str]
    groups: frozenset[str]
    agents: re.Pattern[str]
    """What stands right after a verb before who does it: `described by`."""
    determiners: frozenset[str]
    oblique_determiners: frozenset[str]
    others: frozenset[str]
    between: frozenset[str]
    auxiliaries: frozenset[str]
    """Finite verbs beside which a subject stands (`Merz hatte … betont`), folded."""
    pronouns: frozenset[str]
    said_after: re.Pattern[str]
    """What stands right after words that were said; anything, where the language has no mark for it."""
    subject_mark: re.Pattern[str]
    """What stands right after a name that is the subject, titles and countries between included."""
    other_after: re.Pattern[str]
    places: frozenset[str]
    """Names of countries, and of days and months, which are no names of people either."""
    place_forms: frozenset[str]
    """These, and with every case ending."""
    declined_given_names: Mapping[str, str]
    """Given names in cases of which no subject is, with their plain form."""

    def is_title(self, word: str) -> bool:
        """Tell whether a word is a title, declined or not: German `Bürgermeisters`."""
        if word in self.titles:
            return True
        endings = self.row.title_endings
        return any(word.endswith(end) and word.removesuffix(end) in self.titles for end in endings)

    def is_place(self, name: str) -> bool:
        """Tell whether a name is a country's, a day's or a month's, declined or not."""
        return name.lower() in self.place_forms


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some of them given by their ending only (`*minister`)."""

    whole: frozenset[str]
    endings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        folded = word.lower()
        return folded in self.whole or folded.endswith(self.endings) or folded.rstrip(".") in self.whole

    def has_whole(self, word: str) -> bool:
        """Tell whether the word is given in full, not by its ending."""
        folded = word.lower()
        return folded in self.whole or folded.rstrip(".") in self.whole


@cache
def grammar_of(code: str) -> Grammar:
    """Return the patterns of the language `code`."""
    row = languages.row(code)
    spoken = _spoken_codes(row)
    places = _places(row.code)
    particles = "|".join(map(re.escape, row.particles))
    gap = rf"[ \u00a0](?:(?:{particles})[ \u00a0]){{0,3}}" if particles else r"[ \u00a0]"
    if any(particle.endswith("'") for particle in row.particles):  # `Giscard d’Estaing`
        gap += "(?:d['’])?"
    return Grammar(
        row=row,
        # It begins with its capital, and looks back only from there: that is what makes it fast.
        name=re.compile(rf"[{UPPER}](?<![\w-][{UPPER}]){_REST}(?:{gap}[{UPPER}]{_REST}){{0,7}}"),
        verb=_pattern(row, _introducing(row), prefixes=row.prefixes),
        tag_verb=_pattern(row, (*_introducing(row), *row.tag_verbs), prefixes=row.prefixes),
        quoted=_pattern(row, row.quoted),
        **_classes(row),
        that=_pattern(row, row.that),
        participle=_pattern(row, row.participles, prefixes=row.prefixes),
        insertion=_insertion(row),
        reported=_pattern(row, row.reported),
        denial=_pattern(row, row.denials),
        told=_pattern(row, row.told),
        spoken=_pattern(row, spoken),
        spoken_codes=spoken,
        titles=_words(row.titles),
        fields=frozenset(row.fields),
        not_names=_words(row.not_names),
        things=_words(row.things),
        terms=_words(row.terms),
        so_called=_words(row.so_called),
        voiceless=_words(row.voiceless),
        openers=frozenset(row.openers),
        opening_words=frozenset((*row.openers, *row.determiners, *row.others)),
        given_names=frozenset(row.given_names),
        groups=frozenset(row.groups),
        determiners=frozenset(row.determiners),
        oblique_determiners=frozenset(row.oblique_determiners),
        others=frozenset(row.others),
        between=frozenset(row.between),
        auxiliaries=frozenset(map(str.lower, row.auxiliaries)),
        pronouns=frozenset(row.pronouns),
        said_after=re.compile("|".join(map(re.escape, row.said_after))),
        subject_mark=_subject_mark(row, places),
        other_after=re.compile(rf"[ \u00a0]{_pattern(row, row.others_after).pattern}"),
        places=places,
        place_forms=frozenset(_with_endings(places, row.case_endings)),
        declined_given_names=dict(_declined(row)),
    )


def _classes(row: Language) -> dict[str, re.Pattern[str]]:
    """Return the patterns that tell whose words a verb governs."""
    return {
        "according": _pattern(row, row.according, prefixes=row.prefixes),
        "according_after": _pattern(row, row.according_after),
        "citing": _pattern(row, row.verbs.cite),
        "agents": re.compile(rf"[ \u00a0]{_pattern(row, row.agents).pattern}", re.IGNORECASE),
        "judging": _pattern(row, row.verbs.judging, row.prefixes, elided=True),
        "answering": _pattern(row, row.verbs.answer, prefixes=row.prefixes),
        "denying": _pattern(row, row.verbs.deny, prefixes=row.prefixes),
        "foretelling": _pattern(row, row.verbs.foretell, prefixes=row.prefixes),
        "form_of_saying": _pattern(row, (*_introducing(row), *row.nonfinite), row.prefixes, elided=True),
        "nonfinite": _pattern(row, row.nonfinite, row.prefixes, elided=True),
        "claim": _pattern(row, row.claims, row.prefixes, elided=True),
        "question": _pattern(row, row.questions, prefixes=row.prefixes),
        "unsaid": _pattern(row, row.unsaid),
        "what": _pattern(row, row.what),
    }


def _introducing(row: Language) -> tuple[str, ...]:
    return (*row.verbs.introducing, *row.participles)


def _declined(row: Language) -> Iterator[tuple[str, str]]:
    """Yield the given names of a language in cases of which no subject is, and their plain form."""
    for name in row.given_names:
        stem = name[:-1] if name.endswith(_DROPPED) else name
        forms = {stem + ending for ending in (*row.oblique_endings, *row.genitive_endings)}
        yield from ((form, name) for form in forms.difference(row.given_names))


def _subject_mark(row: Language, places: Iterable[str]) -> re.Pattern[str]:
    """Match titles and countries after a name, then the mark of a subject."""
    if not row.subject_marks:
        return re.compile(_NEVER)
    words, marks = (
        "|".join(map(re.escape, sorted(group, key=lambda word: (-len(word), word))))
        for group in ((*row.titles_after, *places), row.subject_marks)
    )
    end = r"(?!\w)" if row.spaced else ""
    return re.compile(rf"(?:[ \u00a0]?(?:{words})){{0,4}}(?:[（(][^）)]*[）)])?(?:{marks}){end}")


def _with_endings(names: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield name
        cut = (name[: -len(end)] for end in endings if name.endswith(end) and len(name) > len(end) + 3)
        yield from (stem + end for stem in (name, *cut) for end in endings)


def _words(words: Iterable[str]) -> Words:
    words = tuple(words)
    return Words(
        whole=frozenset(word for word in words if word[0] != "*"),
        endings=tuple(word[1:] for word in words if word[0] == "*"),
    )


def _pattern(
    row: Language, phrases: Iterable[str], prefixes: tuple[str, ...] = (), *, elided: bool = False
) -> re.Pattern[str]:
    """Compile phrases; with `elided`, one may follow an elided article: French `l’affirmation`."""
    words = sorted(set(phrases))
    if not words:
        return re.compile(_NEVER)
    if not row.spaced:
        return re.compile(choice(words))
    prefix = f"(?:{'|'.join(map(re.escape, prefixes))})?" if prefixes else ""
    enclitics = "|".join(re.escape(pronoun) for pronoun in row.pronouns if pronoun[0] == "-")
    end = rf"(?![\w’'-])|(?={enclitics})" if enclitics else r"(?![\w’'-])"
    start = r"(?<![\w-])" if elided else r"(?<![\w’'-])"
    return re.compile(rf"{start}{prefix}{choice(words)}(?:{end})", re.IGNORECASE if prefix else 0)


def _insertion(row: Language) -> re.Pattern[str]:
    """Match a reporter's clause inside a quotation, shown by dashes or by a subject after its verb."""
    if not row.spaced:
        return re.compile(_NEVER)
    verb = _pattern(row, _introducing(row), prefixes=row.prefixes).pattern
    dashed = (
        rf"(?<=[,.!?…\w])[ \u00a0]*[—–-][ \u00a0](?={verb})[^—–«»“”\n]{{2,90}}?[,.;:][ \u00a0]*[—–-][ \u00a0]"
    )
    hanging = "|".join(re.escape(pronoun) for pronoun in row.pronouns if pronoun[0] == "-")
    if not hanging:
        return re.compile(dashed, re.IGNORECASE)
    helped = "|".join(map(re.escape, row.auxiliaries)) or _NEVER
    clause = (
        rf"(?:{verb}(?:{hanging})|\w+(?:{hanging})[ \u00a0](?={verb})\w+"
        rf"|(?:(?:{helped})[ \u00a0])?{verb}[ \u00a0]{_inserted_subject(row)})"
    )
    return re.compile(
        rf"{dashed}|(?<=[,!?…])[ \u00a0]{clause}(?:[ \u00a0][^,.«»“”\n]{{1,40}})?[,.][ \u00a0]", re.IGNORECASE
    )


def _inserted_subject(row: Language) -> str:
    """Match a name or a known role with its article, and what stands in apposition to it."""
    capital = rf"(?-i:[{UPPER}])\w*"
    name = rf"{capital}(?:[ \u00a0-]{capital})*"
    roles = choice(title for title in row.titles if title[0] != "*")
    articles = "|".join(map(re.escape, row.determiners)) or _NEVER
    role = rf"(?:{articles})[ \u00a0]?(?:\w+[ \u00a0]){{0,2}}{roles}\b[^,.«»“”\n]{{0,60}}"
    titled = rf"(?:[\w.]+[ \u00a0]){{0,3}}{name}"
    described = rf"(?:(?:{articles})[ \u00a0]?)?{roles}\b[^,.«»“”\n]{{0,60}}"
    apposition = rf"(?:,[ \u00a0](?:{described}|{capital}[ \u00a0-]{name}(?=[,.])))?"
    return rf"(?:{role}|{titled}){apposition}"


def _spoken_codes(row: Language) -> dict[str, str]:
    """Return phrases that tell a spoken language, lower case, with its code."""
    names = {code: languages.name(code, reader=row.code).lower() for code in languages.SPOKEN}
    framed = {frame.format(name): code for frame in row.spoken_frames for code, name in names.items()}
    return framed | dict(row.spoken)


def _places(code: str) -> frozenset[str]:
    locale = languages.locale(code)
    calendar = (*locale.days["format"]["wide"].values(), *locale.months["format"]["wide"].values())
    alone = (*locale.days["stand-alone"]["wide"].values(), *locale.months["stand-alone"]["wide"].values())
    territories = (name for key, name in locale.territories.items() if key.isalpha())
    return frozenset(str(name).lower() for name in (*calendar, *alone, *territories))
