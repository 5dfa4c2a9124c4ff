"""What each rule of credit goes by, in a reader's words: for `digest quotes --explain`."""

from __future__ import annotations

from collections.abc import Mapping

_GOES_BY: Mapping[str, str] = {
    "name-verb": "a name and its verb after the words",
    "verb-name": "a verb of saying and a name after the words",
    "left": "whoever is the subject of the verb of saying before the words",
    "left-colon": "the subject of a verb of saying, and a colon",
    "left-verb": "the subject after a verb of saying that leads to the words",
    "around": "a subject before the words and its verb after them",
    "according": "a source that is named, as in “according to”",
    "quoted": "a sentence that says who is quoted",
    "resumed": "the next sentence, which says whose the words were",
    "label": "a name and a colon",
    "signed": "a name after a dash behind the words",
    "role": "a role instead of a name",
    "reported": "reported speech that goes on",
    "pronoun": "a pronoun, and whoever it means",
    "alone": "a paragraph that is but a quotation, after one that has a speaker",
    "continued": "a paragraph that goes on with the quotation before it",
    "same-sentence": "the speaker of another quotation of the sentence",
    "same-paragraph": "the speaker of the quotation before in the paragraph",
    "governed": "a verdict, a denial, a question, a claim or a source that the words belong to",
    "clause-end": "the subject of a clause that its verb ends",
    "carried": "whoever spoke last",
    "unnamed": "a verb of saying whose subject is nobody that can be named",
    "none": "nothing: no rule says anything of the words",
}


def goes_by(rule: str) -> str:
    """Return what a rule goes by, in words; the rule's own name where it has none."""
    return _GOES_BY.get(rule, rule)


def why_nobody(rule: str, *, doubted: bool) -> str:
    """Return why nobody is shown, where no rule is sure or nothing shows that a name is a person’s."""
    if doubted:
        return "nobody is shown: nothing else in the text shows that this is a person"
    if rule in ("none", "unnamed"):
        return "nobody is shown"
    return "nobody is shown: more than one may have worded it, or whoever is meant is not clear"
