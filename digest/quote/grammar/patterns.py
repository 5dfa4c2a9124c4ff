"""A language's row as compiled patterns: made once for each language and process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from digest import languages
from digest.languages.language import Language
from digest.quote.grammar.clauses import classes_of, governing_words, insertion_of
from digest.quote.grammar.compiled import NEVER, UPPER, Words, introducing, pattern_of, verb_of, words_of
from digest.quote.grammar.places import places_of

_REST = rf"(?:\.(?:[{UPPER}]\.)*|\w*(?:[-’'ʼ‑]\w+)*)"
"""What follows the first letter of a name: `. F.`, or more letters."""
_STEM = 4
"""Letters that no case ending of a place changes."""
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
    according_pronoun: re.Pattern[str]
    age: re.Pattern[str]
    """What stands for somebody by age: `the 44-year-old`."""
    resuming: re.Pattern[str]
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
    governing: re.Pattern[str]
    """Any word that shows that words may not be those of a verb's subject."""
    governing_words: frozenset[str]
    """A word of each of these, folded; empty where white space or affixes do not part them."""
    question: re.Pattern[str]
    referring: re.Pattern[str]
    """What stands beside whoever the subject has it from: `citing`."""
    unsaid: re.Pattern[str]
    what: re.Pattern[str]
    that: re.Pattern[str]
    participle: re.Pattern[str]
    insertion: re.Pattern[str]
    """A clause that names the speaker inside the marks: `, — сказал Путин. —`, `, dit-il,`."""
    reported: re.Pattern[str]
    relayed: re.Pattern[str]
    """What passes on somebody else's words: `recalled the words of`."""
    hearsay: re.Pattern[str]
    """What tells that somebody is only said to have said it: French `aurait dit`."""
    untold: re.Pattern[str]
    forged: re.Pattern[str]
    """What is named where a recording is forged: `deepfake`."""
    denial: re.Pattern[str]
    told: re.Pattern[str]
    spoken: re.Pattern[str]
    spoken_codes: dict[str, str]
    titles: Words
    declined_titles: Words
    """These, and with every ending of a title."""
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
    place_stems: frozenset[tuple[str, ...]]
    """How each word of those that have several begins, where all of them are declined."""
    declined_given_names: Mapping[str, str]
    """Given names in cases of which no subject is, with their plain form."""

    feminine: Words
    """Pronouns, articles and titles of women."""
    masculine: Words
    feminine_names: Words
    masculine_names: Words

    def is_title(self, word: str) -> bool:
        """Tell whether a word is a title, declined or not: German `Bürgermeisters`."""
        return word in self.declined_titles

    def is_place(self, name: str) -> bool:
        """Tell whether a name is a country's, a day's or a month's, declined or not."""
        folded = name.lower()
        if folded in self.place_forms or " " not in folded or not self.row.case_endings:
            return folded in self.place_forms
        return _stems(folded) in self.place_stems  # `Великої Британії`


@cache
def grammar_of(code: str) -> Grammar:
    """Return the patterns of the language `code`."""
    row = languages.row(code)
    spoken, places = _spoken_codes(row), places_of(row.code)
    return Grammar(
        row=row,
        name=_name(row),
        verb=verb_of(row, introducing(row)),
        tag_verb=verb_of(row, (*introducing(row), *row.tag_verbs)),
        quoted=pattern_of(row, row.quoted),
        **classes_of(row),
        governing_words=governing_words(row),
        that=pattern_of(row, row.that),
        participle=pattern_of(row, row.participles, prefixes=row.prefixes),
        insertion=insertion_of(row),
        reported=pattern_of(row, row.reported),
        denial=pattern_of(row, row.denials),
        told=pattern_of(row, row.told),
        spoken=pattern_of(row, spoken),
        spoken_codes=spoken,
        titles=words_of(row.titles),
        declined_titles=words_of(title + end for title in row.titles for end in ("", *row.title_endings)),
        fields=frozenset(row.fields),
        not_names=words_of(row.not_names),
        things=words_of(_with_articles(row.things, row)),
        terms=words_of(_with_articles(row.terms, row)),
        so_called=words_of(row.so_called),
        voiceless=words_of(row.voiceless),
        openers=frozenset(row.openers),
        opening_words=frozenset((*row.openers, *row.determiners, *row.others)),
        given_names=frozenset(row.given_names),
        groups=frozenset(row.groups),
        determiners=frozenset(row.determiners),
        oblique_determiners=frozenset(row.oblique_determiners),
        others=frozenset(row.others),
        between=frozenset((*row.between, *_adverbs(row, spoken))),
        auxiliaries=frozenset(map(str.lower, row.auxiliaries)),
        pronouns=frozenset(row.pronouns),
        said_after=_said_after(row),
        subject_mark=_subject_mark(row, places),
        other_after=re.compile(rf"[ \u00a0]{pattern_of(row, row.others_after).pattern}"),
        places=places,
        place_forms=_forms_of(places, row),
        place_stems=_stems_of(places, row),
        declined_given_names=dict(_declined(row)),
        feminine=words_of(row.feminine),
        masculine=words_of(row.masculine),
        feminine_names=words_of(row.feminine_names),
        masculine_names=words_of(row.masculine_names),
    )


def _with_articles(nouns: tuple[str, ...], row: Language) -> Iterator[str]:
    """Yield nouns, and with the article that is written together with them: Bulgarian `книгата`."""
    return (noun + end for noun in nouns for end in ("", *row.definite_endings))


def _name(row: Language) -> re.Pattern[str]:
    particles = "|".join(map(re.escape, row.particles))
    gap = rf"[ \u00a0](?:(?:{particles})[ \u00a0]){{0,3}}" if particles else r"[ \u00a0]"
    if any(particle.endswith("'") for particle in row.particles):  # `Giscard d’Estaing`
        gap += "(?:d['’])?"
    # It begins with its capital, and looks back only from there: that is what makes it fast.
    return re.compile(rf"[{UPPER}](?<![\w-][{UPPER}]){_REST}(?:{gap}[{UPPER}]{_REST}){{0,7}}")


def _declined(row: Language) -> Iterator[tuple[str, str]]:
    """Yield the given names of a language in cases of which no subject is, and their plain form."""
    for name in row.given_names:
        stem = name[:-1] if name.endswith(_DROPPED) else name
        forms = {stem + ending for ending in (*row.oblique_endings, *row.genitive_endings)}
        yield from ((form, name) for form in forms.difference(row.given_names))


def _subject_mark(row: Language, places: Iterable[str]) -> re.Pattern[str]:
    """Match titles and countries after a name, then the mark of a subject."""
    if not row.subject_marks:
        return re.compile(NEVER)
    words, marks = (
        "|".join(map(re.escape, sorted(group, key=lambda word: (-len(word), word))))
        for group in ((*row.titles_after, *places), row.subject_marks)
    )
    end = r"(?!\w)" if row.spaced else ""
    # `박정호 기획재정부 장관은`: where he holds his office
    ends = "|".join(map(re.escape, row.office_endings)) or NEVER
    office = rf"(?:[ \u00a0]\w{{1,10}}(?:{ends})(?=[ \u00a0](?:{words})))?"
    return re.compile(
        rf"(?:[（(]\d+[）)])?{office}(?:[ \u00a0]?(?:{words})){{0,4}}(?:[（(][^）)]*[）)])?(?:{marks}){end}"
    )


def _owning(places: Iterable[str], row: Language) -> Iterator[str]:
    """Yield places with the endings of titles, where those decline: German `Frankreichs`."""
    return (place + end for place in places for end in row.title_endings)


def _with_endings(names: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield name
        cut = (name[: -len(end)] for end in endings if name.endswith(end) and len(name) > len(end) + 3)
        yield from (stem + end for stem in (name, *cut) for end in endings)


def _said_after(row: Language) -> re.Pattern[str]:
    """Match what follows words that were said, unless a noun takes them: Japanese `との提携`."""
    forms = "|".join(map(re.escape, sorted(row.said_after, key=len, reverse=True)))
    owned = "|".join(map(re.escape, row.possessives)) or NEVER
    return re.compile(rf"(?:{forms})(?!{owned})" if forms else "")


def _forms_of(places: frozenset[str], row: Language) -> frozenset[str]:
    return frozenset((*_with_endings(places, row.case_endings), *_owning(places, row)))


def _stems_of(places: frozenset[str], row: Language) -> frozenset[tuple[str, ...]]:
    return frozenset(_stems(place) for place in places if " " in place and row.case_endings)


def _stems(name: str) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in name.split())


def _adverbs(row: Language, spoken: Iterable[str]) -> Iterator[str]:
    """Yield words that alone say “in Kurdish”, where they look like a name: `Ali Kaya Kürtçe konuştu`."""
    return (phrase for phrase in spoken if row.cased and " " not in phrase)


def _spoken_codes(row: Language) -> dict[str, str]:
    """Return phrases that tell a spoken language, lower case, with its code."""
    names = {code: languages.name(code, reader=row.code).lower() for code in languages.SPOKEN}
    framed = {frame.format(name): code for frame in row.spoken_frames for code, name in names.items()}
    return framed | dict(row.spoken)
