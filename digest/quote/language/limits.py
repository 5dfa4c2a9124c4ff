"""How evidence of a language is weighed: the two powers fitted on halves of a set, the others set by hand."""

from __future__ import annotations

import math

CERTAIN = 0.5
"""Probability of a language from which a quotation is in another than its article."""
LEAST = 1e-300
"""Keeps the logarithm of a probability of 0 finite."""
ENOUGH_WORDS = 5
"""Words from which a text tells its language by itself."""
MODEL_POWER = 0.6
"""How far the model's probabilities are believed, as a power: of a few words it is too sure."""
WORDS_POWER = 0.35
"""The same for the frequencies of words, which do not stand in a text independently of each other."""
FOREIGN_LETTER = math.log(10)
"""How much less likely a letter that it does not have makes a language: names keep theirs."""
OTHER_LETTERS = 6.0
"""The same for another script beside Latin letters: names in Latin letters stand in texts of any script."""
OTHER_SCRIPT = 14.0
"""The same for a text that has no letter of the script: more than all else can make up for."""
FEWER_SPEAKERS = 1.5
"""How much less likely, as a logarithm, the smaller of two close languages is."""
CLEAR = 3.0
"""By how much frequent words must make a language likelier than any other, as a logarithm, to settle it."""
EXPECTED = 1.0
"""How much more likely, as a logarithm, the language of the article makes its quotations' own."""
LETTERS_A_CHARACTER = 3
"""How many letters of other scripts say as much as a Chinese character."""
OTHER = 3.0
"""By how much, as a logarithm, a language without a row must be likelier than all with one. Of 2,500 passages
of 5 to 25 words in nine languages with a row, none is above it; of 4,900 in others, 88 % are."""
DOUBT = 0.5
"""From here on a guess among the languages with a row is not believed against the article's own."""
NAMED = 1.0
"""By how much, likewise, a language must be likelier than any other to be named."""
NEAR_VERB = 60
"""Characters between the verb and the phrase at most."""
