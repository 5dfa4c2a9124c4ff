"""A row of what varies by language, as a record."""

from __future__ import annotations

from dataclasses import dataclass

NO_ARTICLE = "\0"
"""The article of languages that write none together with its noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """Finite forms of verbs that have to do with saying, by who words what a verb governs.

    The classes follow VerbNet's (Kipper Schuler, 2005): say, inquire, respond, judgment.
    """

    say: tuple[str, ...] = ()
    """The subject: `said`."""
    ask: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    """The subject; what stands in the question before is the asker's."""
    judge: tuple[str, ...] = ()
    """The subject, unless a form of saying stands between: `criticised B for saying`."""
    react: tuple[str, ...] = ()
    """The same, but the subject words nothing by itself: `thanked B for saying`."""
    deny: tuple[str, ...] = ()
    """Nobody: `denied`."""
    foretell: tuple[str, ...] = ()
    """Nobody: Spanish `dirán`."""
    cite: tuple[str, ...] = ()
    """The object, which stands beside the verb: `quoting`."""

    @property
    def introducing(self) -> tuple[str, ...]:
        """Every form after or before which its subject's, or its object's, words may stand."""
        return (*self.say, *self.ask, *self.answer, *self.judge, *self.deny, *self.cite)

    @property
    def judging(self) -> tuple[str, ...]:
        """Every form that judges what somebody said."""
        return (*self.judge, *self.react)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A row: how a language prints speech. See `en.toml` for what each key means."""

    code: str
    marks: tuple[tuple[str, str], ...]
    inner_marks: tuple[tuple[str, str], ...] = ()
    mark_space: str = ""
    """What parts a mark from the words inside: French no-break space."""
    conjunctions: tuple[tuple[str, str, str], ...] = ()
    """What joins a list's last item, what does so before some sounds, and a pattern of such beginnings."""
    first_of_month: str = ""
    """How the first day of a month is written where it is not the plain number: French `1er`."""
    verbs: Verbs = Verbs()
    nonfinite: tuple[str, ...] = ()
    """Forms of saying that a judgment may govern: `calling`, `having said`."""
    claims: tuple[str, ...] = ()
    """Nouns for what somebody said: `remark`."""
    questions: tuple[str, ...] = ()
    """Phrases that open a question of somebody else: `asked whether`."""
    referring: tuple[str, ...] = ()
    """Phrases beside whoever the subject has it from: `citing NAME`, German `unter Berufung auf NAME`."""
    unsaid: tuple[str, ...] = ()
    """Words before a form of saying which show that nobody said it: `may`, `against`."""
    infinitive: tuple[str, ...] = ()
    """What stands before an infinitive: German `zu`."""
    press: tuple[str, ...] = ()
    """What nouns for the press end with, which in the dative are spoken to: `der Presse-Agentur`."""
    likening: tuple[str, ...] = ()
    """What parts what is judged from the judge's own words: `as`."""
    what: tuple[str, ...] = ()
    """Words that open a clause in which the judge names what is judged: `condemned what she called`."""
    media: tuple[str, ...] = ()
    """Prepositions that make a claim only the place of what was said: `in a statement`."""
    participles: tuple[str, ...] = ()
    """Verb forms whose subject is that of the verb before: `adding`."""
    tag_verbs: tuple[str, ...] = ()
    """Words that name a speaker only after a quotation: German `so Merz`."""
    prefixes: tuple[str, ...] = ()
    """What is written together with a verb: Arabic `و`."""
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    according_masculine: tuple[str, ...] = ()
    """Phrases that name a man spoken of before as the source: `according to him`."""
    according_feminine: tuple[str, ...] = ()
    according_either: tuple[str, ...] = ()
    """Those that tell no gender: Italian `a suo dire`."""
    resuming: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    """Words that deny a verb of saying near them: `never`, `denies`."""
    relatives: tuple[str, ...] = ()
    """Words that open a clause about whoever stands before it: `who`, `whose`."""
    relayed: tuple[str, ...] = ()
    """Phrases that pass on somebody else's words: `recalled|quoted the words`, `was … by`."""
    hearsay: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    forged: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Phrases whose subject did not say what was said: `was told`, `according to whom`."""
    reported: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Words before a name that are no part of it; with `*`, endings of such words."""
    title_endings: tuple[str, ...] = ()
    """What a title takes in other cases: German `s`, `en`."""
    half_titles: tuple[str, ...] = ()
    """Titles that make a role only beside another: French `premier`."""
    fields: tuple[str, ...] = ()
    """Words that say what an office before a name is of: Italian `esteri`."""
    role_endings: tuple[str, ...] = ()
    """Endings of nouns that say whose a role is, where it has no article: Polish `rzecznik związku`."""
    office_endings: tuple[str, ...] = ()
    """Endings of offices: between a name and its title (Korean `부`), or of what marks name: `委员会`."""
    people_endings: tuple[str, ...] = ()
    """Endings of nouns for people, which before a given name are no part of it: German `Gewerkschafterin`."""
    definite: tuple[str, ...] = ()
    """Definite articles: who `the mayor` is, an earlier title tells."""
    definite_endings: tuple[str, ...] = ()
    """What a noun with its article ends with, where both are one word: Bulgarian `та`."""
    masculine_articles: tuple[str, ...] = ()
    """Articles before a man's name in another case: Greek `τον`."""
    plain_endings: tuple[tuple[str, str], ...] = ()
    """What his names end with after these, and in their plain form."""
    articles_before_names: bool = False
    """Whether an article also stands before names of people: Portuguese `o Luiz`."""
    pronouns: tuple[str, ...] = ()
    ages_masculine: tuple[str, ...] = ()
    """What stands for a man named before by his age, with `#` for the number: `der #-jährige`."""
    ages_feminine: tuple[str, ...] = ()
    ages_either: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    """Pronouns, articles and titles of women; with `*`, endings of such titles."""
    masculine: tuple[str, ...] = ()
    """The same of men."""
    feminine_names: tuple[str, ...] = ()
    """Given names of women; with `*`, what they end with."""
    masculine_names: tuple[str, ...] = ()
    """The same of men: whole names come before endings."""
    particles: tuple[str, ...] = ()
    """Lower-case words inside a name."""
    possessives: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    """Possessive determiners, which tell a reader nothing of whose a role is: `his`."""
    determiners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Words before a name which show that it is not the subject: `to`, `with`, `of`."""
    between: tuple[str, ...] = ()
    """Words between a subject and its verb: auxiliaries, adverbs."""
    that: tuple[str, ...] = ()
    """Words that open a reported clause."""
    as_clauses: tuple[str, ...] = ()
    """Words that open a clause whose subject is the source of all its sentence: `as NAME said, …`."""
    openers: tuple[str, ...] = ()
    """Words capitalised only because they open a sentence."""
    not_names: tuple[str, ...] = ()
    """Words of institutions, places and things; with `*`, endings of such words."""
    things: tuple[str, ...] = ()
    """Words beside marks that hold a name: `the film`, `known as`; with `*`, endings of such words."""
    occasions: tuple[str, ...] = ()
    """Nouns that open the name of a day or a year, whose it is after them: `the Day of Languages`."""
    terms: tuple[str, ...] = ()
    """Nouns beside marks that mention a word and quote nobody: `the word`."""
    signing: tuple[str, ...] = ()
    """Words before the name of whose statement follows: `And from Mayor Holt:`."""
    so_called: tuple[str, ...] = ()
    """Words right before marks round what is but called so: `so-called`; with `*`, endings of such words."""
    voiceless: tuple[str, ...] = ()
    """Nouns of what has no voice of its own (`a post`), so nobody's role; with `*`, endings of such words."""
    case_endings: tuple[str, ...] = ()
    """Endings that a name takes where languages decline names."""
    city_endings: tuple[tuple[str, str], ...] = ()
    """Endings of words that are made of a city's name (`Dresdner`), and what the name has there."""
    oblique_endings: tuple[str, ...] = ()
    """Those of them that, on every word of it, show that the name is no subject."""
    adjective_cases: tuple[str, ...] = ()
    """Endings of adjectives in cases of which no subject is: Russian `ой`, in `Северной газете`."""
    common_forms: tuple[str, ...] = ()
    """Patterns of words that are no names, where names have no capital letters: Arabic `بارتكاب`."""
    genitive_endings: tuple[str, ...] = ()
    """Those that, on every word of a name after one of `deputies`, make it the one spoken for."""
    plain_surnames: tuple[tuple[str, str], ...] = ()
    """Endings of men's surnames in the genitive, with those of their plain form: Russian `ова`, `ов`."""
    mens_genitives: tuple[str, ...] = ()
    """Endings of surnames in the genitive that only men have: Serbian `ића`."""
    accusative_endings: tuple[str, ...] = ()
    """Endings in the accusative of surnames that end in `a`, a man’s as well: Czech `u`."""
    patronymics: tuple[str, ...] = ()
    """Endings of patronymics, which stand between a given name and a surname."""
    deputies: tuple[str, ...] = ()
    """Nouns of whoever speaks for, or belongs to, the person named after them: `lawyer`, `widow`."""
    persons: tuple[str, ...] = ()
    titles_after: tuple[str, ...] = ()
    """Titles that stand after a name: Chinese `先生`."""
    article: str = NO_ARTICLE
    """The article where it is written together with its noun: Arabic `ال`."""
    clitics: tuple[str, ...] = ()
    """Prepositions and conjunctions written together with the next word: Arabic `ب`."""
    joiners: tuple[str, ...] = ()
    """Words inside a name that need another: Arabic `عبد`."""
    stop_characters: str = ""
    """Characters that show that a run of them is no name, where names have no capital letters."""
    surnames: str = ""
    """Characters that family names begin with, where names have no capital letters."""
    family_names: tuple[str, ...] = ()
    """Family names that show a name where none has capital letters: Hindi `यादव`, Japanese `佐藤`."""
    given_parts: tuple[str, ...] = ()
    """What given names beside them are made of: Korean `민준`, each letter of Japanese `一郎`."""
    attached_titles: tuple[str, ...] = ()
    """Those of `titles_after` that are also written together with a name: Korean `씨`."""
    place_titles: tuple[str, ...] = ()
    """What titles that places have begin with: Japanese `千葉市長` names nobody."""
    belonging: tuple[str, ...] = ()
    """Words between a role and whose it is (`of`); a row without any credits no speaker without a name."""
    belonging_prefixes: tuple[str, ...] = ()
    """The same where they are written together with the next word: French `d’`."""
    times: tuple[str, ...] = ()
    """Nouns of time, which are nobody's role: `the next day`."""
    dative_determiners: tuple[str, ...] = ()
    """Articles that before a noun with one of `feminine_endings` show that it is no subject."""
    feminine_endings: tuple[str, ...] = ()
    inverts: bool = False
    """Whether a verb may stand before its subject in any clause."""
    verb_second: bool = False
    """Whether only one part of a clause stands before its verb, and none after a quotation."""
    drops_pronouns: bool = False
    """Whether a verb without a subject means `he` or `she`."""
    nouns_are_capital: bool = False
    noun_endings: tuple[str, ...] = ()
    """What nouns take in their cases and numbers, where a list of them has but one form."""
    name_endings: tuple[str, ...] = ()
    """How names of places and people end that are made of nouns: German `dorf`, `meier`."""
    peoples_are_capital: bool = False
    """Whether adjectives of countries begin with a capital letter, and common nouns not: `Polish`."""
    agents: tuple[str, ...] = ()
    """Words between a verb and who does what it says: `described by`."""
    groups: tuple[str, ...] = ()
    """Plural nouns that speak without an article: `officials said`."""
    given_names: tuple[str, ...] = ()
    """Given names, which show that the capitalised word after them is no noun, or in which case a name is."""
    auxiliaries: tuple[str, ...] = ()
    """Finite verbs beside which a subject stands while the verb of saying ends the clause."""
    clauses: tuple[str, ...] = ()
    """Words that open a clause, whose subject comes next: `as Maduro said`."""
    joins: tuple[str, ...] = ()
    """Conjunctions between nouns."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of lower-case words between an article and its noun."""
    genitive_determiners: tuple[str, ...] = ()
    """Those of them that make what follows somebody's: German `des`."""
    oblique_determiners: tuple[str, ...] = ()
    """Articles of nouns that are no subject."""
    cased: bool = True
    """Whether names begin with capital letters."""
    goes_on_alone: bool = False
    """Whether a paragraph that is but a quotation goes on with the speaker of the one before."""
    comma_inside: bool = False
    """Whether a comma behind a quotation is mostly printed inside its marks, as American newspapers do."""
    capital_i: str = "I"
    """What a small i is as a capital: Turkish `İ`."""
    dashes: tuple[str, ...] = ()
    """Dashes that open speech at the start of a paragraph: Spanish `—`."""
    word_marks: tuple[str, ...] = ()
    """Quotation marks that also stand inside words: Hebrew `"`."""
    family_first: bool = False
    """Whether the family name stands first, so that a given name ends a name."""
    free_order: bool = False
    """Whether endings or particles, more than the order of words, tell who did what to whom."""
    split_denial: bool = False
    """Whether a denied verb stands between two words that deny, one often left out: French `ne … pas`."""
    verb_last: bool = False
    """Whether the verb stands after the quotation, its subject before it."""
    said_after: tuple[str, ...] = ()
    """Words directly after a quotation without which it was not said: Japanese `と`."""
    subject_marks: tuple[str, ...] = ()
    """What is written together with a subject: Japanese `は`."""
    others_after: tuple[str, ...] = ()
    """Words after a name which show that it is not the subject: Turkish `ile`."""
    fewest_name_words: int = 2
    """Words of a name before one of `titles_after` at least, where white space parts words."""
    name_letters: tuple[str, ...] = ("\u3400-\u9fff々",)
    """Letters that stand together in names, each as in a regular expression's brackets."""
    name_dot: str = "·"
    """What parts given and family name where white space does not."""
    spaced: bool = True
    """Whether white space parts words."""
    stem_letters: int = 6
    """How many letters of a word at most stay the same when it is inflected."""
    stem_prefixes: tuple[str, ...] = ()
    """What may be written before a word's stem, the longest first: Arabic `وال`."""
    stem_suffixes: tuple[str, ...] = ()
    """What may be written after it, the longest first."""
    spoken: tuple[tuple[str, str], ...] = ()
    """Phrases that tell which language was spoken (`in Spanish`), with its code."""
    spoken_frames: tuple[str, ...] = ()
    """The same with `{}` for any language's name: `in {}`."""
