"""How likely a shown speaker is right: the share of those that were, by script, kind of rule and witness.

`reliability.toml` holds what was counted on texts that no rule was written for (`benchmarks.reliability`
counts them). A class with few cases leans on the same kind in all scripts, and that on all kinds: each
level counts as `PRIOR` cases of the level above it (empirical Bayes; Gelman et al., 2013, chapter 5).
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.languages.language import Language
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import FAR, LONGEST_NATIVE, PART_WORDS
from digest.quote.credit.shown.beside import is_apposed
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, count_words
from digest.quote.names import is_bent, is_given

PRIOR = 4.0
"""Cases that the level above counts for: a class of its own after some twenty."""
HIGHEST = 0.99
"""What no class is worth more than: of some hundred cases that were all right the next may be wrong."""
KINDS: Mapping[str, str] = {
    "name-verb": "tag",
    "verb-name": "tag",
    "left": "before",
    "left-colon": "colon",
    "left-verb": "after",
    "around": "around",
    "according": "source",
    "quoted": "source",
    "resumed": "source",
    "label": "label",
    "signed": "label",
    "role": "role",
    "reported": "reported",
    "pronoun": "pronoun",
    "alone": "carried",
    "continued": "carried",
    "same-sentence": "carried",
    "same-paragraph": "carried",
    "governed": "governed",
    "clause-end": "governed",
}
"""Each rule that may name a speaker, with the kind that it is counted as."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a speaker that a rule found is one of."""

    script: str
    """`capitals`, `nouns` (all of them capitalised), `none` (no capital letters), or `unspaced`."""
    kind: str
    """Of the rule; `part` for a few words deep in a clause."""
    witness: str
    """What shows a person: a `given` name and more, or `given alone`, a `title`, several words of which the
    last stands alone `again`, a single `word`; or a `role`, whose noun is known (`known role`) or not."""

    def __str__(self) -> str:
        return f"{self.script}.{self.kind}.{self.witness}"


def kind_of(case: Case, given: Credit) -> Kind:
    """Return the class of a credit that has a speaker."""
    kind = "part" if _is_part(case, given) else KINDS.get(given.rule, given.rule)
    return Kind(_script(case.grammar.row), kind, _witness(case, given))


def reliability(case: Case, given: Credit) -> float:
    """Return how likely a credit that has a speaker is right, between 0 and 1."""
    return _share(kind_of(case, given))


def _is_part(case: Case, given: Credit) -> bool:
    """Tell whether marks stand round a few words deep in a clause: a term, irony, words of somebody nearer.

    A comma parts them from the verb, or more words than a clause beside it has. Where all nouns are
    capitalised twelve of twelve short parts were right: lower-case words in marks are no term there.
    """
    said, left, spaced = case.frame.said.rstrip(), case.frame.left, case.grammar.row.spaced
    if given.rule != "left" or not spaced or case.grammar.row.nouns_are_capital or said[-1:] in TERMINALS:
        return False
    verb = case.frames.masked.rfind(given.cue or MASK, left.start, left.end) + len(given.cue or "")
    forms = case.grammar.form_of_saying.finditer(case.frames.masked, verb, left.end)
    verb = max((form.end() for form in forms), default=verb)  # `criticised the bill, calling it`
    between = case.frames.masked[verb : left.end].strip(" \u00a0,،")
    deep = len(between) > FAR or any(comma in between for comma in ",،")
    return deep and count_words(said, spaced=spaced) <= PART_WORDS


def _script(row: Language) -> str:
    if not row.spaced:
        return "unspaced"
    if not row.cased:
        return "none"
    return "nouns" if row.nouns_are_capital else "capitals"


def _witness(case: Case, given: Credit) -> str:
    name, row = given.speaker or "", case.grammar.row
    if not given.is_name:
        return _witness_of_role(case, given)
    words = name.replace(case.people.joiner, " ").split()
    if row.surnames and (len(words) > 1 or is_given(name) or _is_native(name, row)):
        return "given"  # a family name and a given one in one word, or a foreign name with its point
    if is_given(words[0]) or (row.family_first and any(map(is_given, words))):
        return "given" if len(words) > 1 else "given alone"
    if case.people.has_title(words[-1]) or (len(words) > 1 and is_apposed(case, given)):
        return "title"
    return "again" if len(words) > 1 else _witness_of_word(case, words[0])


def _witness_of_role(case: Case, given: Credit) -> str:
    """A role that no longer stands where it was first printed was known when it did."""
    span = given.speaker_span
    printed = span is not None and span.of(case.frames.masked) == given.speaker
    known = span is None or case.roles.is_known(span) or case.roles.is_titled(span)
    return "known role" if known or not printed else "role"


def _witness_of_word(case: Case, word: str) -> str:
    """A surname of which the text knows more, in any case, or a single word."""
    longer = case.people.longer(word)
    if any(is_given(name[0]) or is_bent(name[0], case.grammar) for name in longer):
        return "given"
    return "again" if longer else "word"


def _is_native(name: str, row: Language) -> bool:
    if name.startswith(row.family_names or "\0"):  # Chinese `欧阳静`, Japanese `佐藤一郎`
        return True
    return name[0] in row.surnames and len(name) <= LONGEST_NATIVE


@cache
def _share(kind: Kind) -> float:
    right, total = Counter[Kind](), Counter[Kind]()
    for one, (good, bad) in _counted().items():
        for level in _levels(one):
            right[level] += good
            total[level] += good + bad
    share = 0.5
    for level in reversed(_levels(kind)):
        share = (right[level] + PRIOR * share) / (total[level] + PRIOR)
    return round(min(share, HIGHEST), 2)


def _levels(kind: Kind) -> tuple[Kind, ...]:
    """Return the classes that tell of one, the nearest first."""
    return (
        kind,
        Kind("", kind.kind, kind.witness),
        Kind("", "", kind.witness),
        Kind("", "", ""),
    )


@cache
def _counted() -> Mapping[Kind, tuple[int, int]]:
    table = tomllib.loads(files(__package__).joinpath("reliability.toml").read_text(encoding="utf-8"))
    return {
        Kind(script, kind, witness): (right, wrong)
        for script, kinds in table.items()
        for kind, witnesses in kinds.items()
        for witness, (right, wrong) in witnesses.items()
    }
