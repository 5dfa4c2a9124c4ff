"""Whether a text is plainly in another language than it is said to be: software declares en-US by default."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages import vocabulary
from digest.languages.identify import identifier
from digest.languages.tags import main_language

_CERTAIN = 0.99
"""The detector's probability: below, short and mixed texts are taken for a neighbour's language."""
_ENOUGH = 100
"""Characters from which a text tells its language; those of Chinese and Korean count thrice."""
_READ = 1200
"""Characters that are looked at: the rest is in the same language."""
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SCRIPTS = tuple(
    (re.compile(f"[{letters}]"), codes)
    for letters, codes in (
        ("\u3040-\u30ff", ("ja",)), ("\uac00-\ud7af", ("ko",)), ("\u0590-\u05ff", ("he", "yi")),
        ("\u0370-\u03ff", ("el",)), ("\u0e00-\u0e7f", ("th",)), ("\u10a0-\u10ff", ("ka",)),
        ("\u0530-\u058f", ("hy",)), ("\u3400-\u9fff", ("zh", "yue", "ja")),
        ("\u0b80-\u0bff", ("ta",)), ("\u0980-\u09ff", ("bn", "as")), ("\u1780-\u17ff", ("km",)),
    )
)  # fmt: skip
"""Scripts that tell a language without a model; kana stand before the characters that Japanese shares."""
_CLEARLY = 1.2
"""How many times as much frequent words must speak for the language declared as for any other."""
_LABELS = frozenset(
    code
    for line in (
        "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it",
        "ja jv ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl nn no or pa pl ps pt ro ru si sk",
        "sl so sq sr sv sw ta te tg th tk tl tr tt ug uk ur uz vi xh yo zh zu",
    )
    for code in line.split()
)
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "no nb nn da", "hr bs sr sh cnr", "id ms jv su", "es gl ast an", "pt gl", "af nl", "xh zu", "az tr",
        "ku kmr ckb fa", "fa prs tg", "de lb", "hi mr ne mai bho", "zh yue wuu ja", "he yi", "tl fil",
        "ca oc", "mk bg", "ar arz ary apc", "kk ky tt ba",
    )
)  # fmt: skip
"""Languages that a model takes for one another."""


def other_language(text: str, declared: str) -> str | None:
    """Return the language that `text` is in, or None if it may well be the one declared.

    >>> other_language("The committee met on Monday to discuss the plan. " * 3, "es")
    'en'
    """
    return _other_language(text[:_READ], declared)


@lru_cache(maxsize=4)  # a page is asked about when it is read, and its text once more when it is kept
def _other_language(text: str, declared: str) -> str | None:
    if len(text) + 2 * len(_DENSE.findall(text)) < _ENOUGH:
        return None
    code = main_language(declared)
    if _is_plainly(text, code) or code in _only_language(text):
        return None
    found, probability = identifier(_LABELS).classify(text)
    if probability < _CERTAIN or found == code or any({found, code} <= group for group in _ALIKE):
        return None
    return str(found) if code in _LABELS or not _is_latin(text) else None


def _is_plainly(text: str, code: str) -> bool:
    sums: dict[str, float] = {}
    for word in vocabulary.words(text):
        for language, evidence in vocabulary.evidence(word).items():
            sums[language] = sums.get(language, 0.0) + evidence
    own = sums.pop(code, 0.0)
    return own > 0 and own >= _CLEARLY * max(sums.values(), default=0.0)


def _only_language(text: str) -> tuple[str, ...]:
    """Return the languages of a script that hardly any other is written in."""
    sample = text[:_ENOUGH]
    for pattern, codes in _SCRIPTS:
        if len(pattern.findall(sample)) > len(sample) / 3:
            return codes
    return ()


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) > len(letters) / 2
