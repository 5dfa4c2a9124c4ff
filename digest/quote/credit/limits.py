"""From when a speaker is shown, and how far the rules look. Lengths were set by hand, none fitted."""

from __future__ import annotations

THRESHOLD = 0.7
"""A speaker below this score is not shown."""
WHOLE_WORDS = 5
"""Words of a quotation at least that stands alone in its paragraph."""
CLAUSE_WORDS = 3
"""Words of a clause at least, less than which may be `And again:`."""
NEAR_THAT = 5
"""Words between a verb after a quotation and the `that` of its own clause, less one."""
NEAR_DENIAL = 60
"""Characters between a word that denies and the verb of saying at most."""
DENIED_WORDS = 5
"""Words between them, less one."""
NEAR_START = 60
"""Characters of a paragraph before the name of whom its first sentence is about."""
BESIDE = 60
"""Characters between a verb and a quotation right beside it."""
FAR = 90
"""Characters between a verb and a quotation from which it takes `that` or a colon to lead there."""
LABEL_LEAD = 40
"""Characters of a sentence before a name that only a colon parts from the quotation."""
LEAD_WORDS = 4
"""Words before a name that open its paragraph and say who it is, at most: `Her neighbour`."""
AGE_WORDS = 3
"""Words of an age between commas at most: `58 ans`."""
APPOSED_WORDS = 4
"""Words of an apposition among which its title stands: `the new regional director`."""
COMMENT_WORDS = 6
"""Words between a name and the colon that leads to what he says, at most: `ziet het anders`."""
CASE_LETTERS = 5
"""Letters of a case ending and its mark, and the space after it, at most: `’den `."""
MARKED_WORDS = 4
"""Words between a subject with its mark and the quotation whose verb comes last, the mark included."""
INFINITIVE_LETTERS = 24
"""Characters after a quotation in which the mark of an infinitive stands: ` zu verhöhnen`."""
GLOSS_WORDS = 6
"""Words in marks that brackets enclose, as a gloss, at most."""
SUBJECT_LENGTH = 60
"""Characters of a subject that is no name, between a quotation and its verb."""
RECENT = 4
"""Quotations before one that the rules may look back to."""
VERB_LENGTH = 16
"""Characters before a name in which a verb beside it stands."""
MOST_GUESSED = THRESHOLD - 0.01
"""A guess is for editors, however likely."""
GUESS_CARRIED = 0.4
"""What a speaker is worth who is carried on to a quotation that stands alone: too little for readers."""
GUESS_SENTENCES = 3
"""Sentences before that of the quotation that may name who said it."""
GUESS_REACH = 900
"""Characters in which those sentences are looked for."""
GUESS_PRONOUN = 600
"""Characters before a pronoun in which the person that it means is named."""
JUDGED_TAIL = 120
"""Characters after a quotation in which the verb that governs it stands."""
NEAR_UNSAID = 3
"""Words between a form of saying and what shows that nobody said it, or the quotation, less one."""
NEAR_CLAIM = 10
"""Words between a verb and a claim that it governs, or between a claim and its `that`, at most."""
NEAR_LIKENING = 3
"""Words before a quotation among which `as` stands: `as a kind of`."""
FEW_WORDS = 2
"""Words between marks that are a term or a name as likely as speech."""
PART_WORDS = 3
"""Words between marks, in a clause with a verb of saying, which may be no speech of its subject: five
speakers were wrong on fresh pages, and all stood before so few."""
FEW_LETTERS = 8
"""The same where nothing parts words: four characters are a Chinese term, two of them a pair."""
OWN_NAME_LETTERS = 3
"""Letters of a name that shows a quotation to be about its bearer: shorter ones are words as well."""
TAG_WORDS = 3
"""Words of a tag at most whose verb no row knows: verb, adverb, pronoun."""
NEAR_ROLE = 4
"""Words between a verb and the words that a role says, at most, without a colon or `that`."""
NEAR_KNOWN_ROLE = 8
"""The same for a role whose noun is known: `the president`."""
TITLE_WITH_ARTICLE = 2
"""Words of a role that says no more than a title does."""
TITLE_LETTERS = 4
"""Letters of a title after a name at most, where nothing parts words."""
TITLE_REACH = 60
"""Characters after an office in which its holder is named: `the minister of justice of Norland, Ann Hall`."""
DOUBTED = THRESHOLD - 0.1
"""What a speaker is worth whose name nothing shows to be a person's."""
SHOWN = 0.9
"""How likely a speaker has to be right to be shown."""
UNSURE = THRESHOLD - 0.01
"""What a person is worth whose kind of rule was right too seldom: for editors."""
ACRONYM = (2, 4)
"""Letters of an acronym: longer words in capitals are surnames that an outlet prints so."""
LONGEST_NATIVE = 4
"""The same, of any language that parts no words: two letters of each part."""
NATIVE_NAME = 3
"""Letters of a Korean name, family name included."""
FULL_NAME = 2
"""Words of a given name and a surname."""
PLAIN_ROLE = 3
"""Words of a role whose noun no row knows, whose it is aside: longer ones were cut as often as whole."""
LONG_NAME = 4
"""Words of a name at most, particles aside."""
RIVALS_SHOWN = 3
"""Others near a quotation that an editor is shown."""
NEAR_RELATIVE = 3
"""Words after a comma among which one opens a relative clause: `il cui fratello`, at most."""
NATIVE_SOURCE = 12
"""Characters from `according to` to the comma behind a short native name, its title and verb, at most."""
