"""What makes unreviewed machine output doubtful: it is shown, with a notice.

A protected name that is in the source and in no form in the output was probably translated as a word
("Sala" for Hall) or lost; a sentence that denies something and comes back without a word that denies may
say the contrary.
"""

from __future__ import annotations

import re
from dataclasses import replace

from digest.cache import Codec, remembered
from digest.languages.alphabets import foreign_letters
from digest.languages.lengths import in_english
from digest.languages.numbers import another_time, compared
from digest.languages.senses import (
    answers_otherwise,
    denials,
    denied_clauses,
    half_denied,
    may_deny,
    opposed_of,
)
from digest.model import Notice, Origin, Translation
from digest.translate import alignment
from digest.translate.doubt.kept import NOTHING, Protected, lost_term
from digest.translate.doubt.meaning import SHARED, Meaning
from digest.translate.doubt.names import Name, Names
from digest.translate.doubt.whole import another_text, list_cut, melted, outer_marks_lost
from digest.translate.gate import half_left, mangled, open_bracket, other_half, tail_left, word_left

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Letters of a foreign word that is too short to be told in another spelling."""
_LONG, _SHARE = 40, 0.55
"""Characters of an English text, and the share of them below which a translation is hardly whole: of people's
translations of news two in 1,000 are, of outputs of under half of theirs' length three in four."""
_SHARE_ALONE = 0.68
"""The same where the lexicon lacks a language, so that nothing but the length tells: of people's translations
4 in 1,000 are, of Argos' outputs 35."""
_KEPT: Codec[tuple[str | None, str | None]] = Codec(tuple[str | None, str | None])
_SURE = frozenset(("level", "outcome", "consent", "hurt=", "guilt", "money", "custody"))
"""Matters of which translators use no word of the other side: of 8,910 sentences in news four times."""
_LOST, _ADDED = 0.1, 4.0
"""Log-odds from which a part seems to be missing; a logarithm of likelihood from which one is too many."""


def with_notices(translation: Translation, kept: Protected, meaning: Meaning | None = None) -> Translation:
    """Return the translation with a notice if it is a machine's, unreviewed and doubtful."""
    if doubt_about(translation, kept, meaning) is None:
        return translation
    return replace(translation, notices=(*translation.notices, Notice.DOUBTFUL))


def doubt_about(translation: Translation, kept: Protected, meaning: Meaning | None = None) -> str | None:
    """Return what makes a translation doubtful; nothing does where a person worded or reviewed it.

    Args:
        translation: What the memory says of it counts as well.
        kept: What no engine may lose.
        meaning: Asked last; None where the memory was told when the text was written.
    """
    if translation.origin is not Origin.MACHINE or translation.reviewed:
        return None
    source, output = translation.segment.text, translation.text
    pair = {"source_language": translation.segment.language, "target_language": translation.language}
    return doubt(source, output, kept=kept, meaning=meaning, **pair) or translation.doubt


def other_number(translation: Translation) -> str | None:
    """Return which number a person's text has otherwise than the source, None for none or a machine's."""
    if translation.origin is Origin.MACHINE and not translation.reviewed:
        return None
    pair = translation.segment.language, translation.language
    return _other_number(translation.segment.text, translation.text, pair)


def beyond_words(translation: Translation, kept: Protected, meaning: Meaning) -> str | None:
    """Return what the encoder says against a machine's output in which words find nothing: for the memory."""
    if doubt_about(translation, kept) is not None:
        return None
    pair = (translation.segment.language, translation.language)
    return meaning.unlike(translation.segment.text, translation.text, pair)


def doubt(
    source: str,
    output: str,
    *,
    source_language: str,
    target_language: str,
    kept: Protected = NOTHING,
    meaning: Meaning | None = SHARED,
) -> str | None:
    """Return what makes `output` a doubtful translation of `source`, or None if nothing does."""
    pair = (source_language, target_language)
    words = _words(source, output, pair, kept)
    return words or (meaning.unlike(source, output, pair) if meaning else None)


def _words(source: str, output: str, pair: tuple[str, str], kept: Protected) -> str | None:
    """What words, numbers, names and lengths make doubtful."""
    name, other = _by_texts(source, output, pair, kept.index.perhaps_in(source, pair[0]))
    return name or lost_term(source, output, kept.terms, pair) or other


@remembered("doubt", _KEPT)
def _by_texts(
    source: str, output: str, pair: tuple[str, str], names: tuple[Name, ...]
) -> tuple[str | None, str | None]:
    """Return a name that is lost or exchanged, and what else tells without knowing any terms.

    Names are those alone that the source may have: another person on the site changes no other text's answer.
    """
    return Names.of(names).damaged(source, output, pair) or _lost_foreign_name(source, output, pair), (
        half_left(source, output, pair[0])
        or other_half(source, output, pair)
        or mangled(source, output, pair)
        or tail_left(source, output, pair)
        or word_left(source, output, pair)
        or list_cut(source, output, pair)
        or outer_marks_lost(source, output)
        or open_bracket(source, output)
        or _other_answer(source, output, pair)
        or _lost_denial(source, output, pair)
        or _other_number(source, output, pair)
        or _other_time(source, output, pair)
        or _contrary(source, output, pair)
        or melted(source, output, pair)
        or _sentences(source, output, pair)
        or another_text(source, output, pair)
    )


def _lost_foreign_name(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A name with letters that the source's language has not, as Şahin in Portuguese: none translates it."""
    own = pair[0].split("-", maxsplit=1)[0]
    foreign = foreign_letters(own)
    if not foreign or foreign.isdisjoint(source.lower()):
        return None
    words = (word for word in _WORD.findall(source) if not foreign.isdisjoint(word.lower()))
    names = [Name((word,)) for word in words if word[0].isupper() and len(word) > _SHORT]
    return Names.of(names).lost(source, output, pair)


def _lost_denial(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A sentence that denies and comes back without any word that does.

    Words that may deny (`without`, `refused`) stand for a denial of the source only if there are more of them
    than the source has itself.
    """
    if not denials(source, pair[0]):
        return None
    for bead in alignment.aligned(source, output, *pair):
        certain, perhaps = denials(bead.source, pair[0]), may_deny(bead.output, pair[1])
        if certain and half_denied(bead.output, pair[1]):
            return "half of a denial lost"
        if not certain or perhaps is None:
            continue
        if denials(bead.output, pair[1]):
            if perhaps < denied_clauses(bead.source, pair[0]) > 1:
                return "one of two denials lost"
            continue
        own = (may_deny(bead.source, pair[0]) or 0) - certain
        if perhaps <= max(0, own):
            return "a denial lost"
    return None


def _other_answer(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """Yes for no, or no for yes."""
    return "yes for no, or no for yes" if answers_otherwise(source, output, *pair) else None


def _other_number(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A number that the source has not, another one in words, another unit, or a minus on one side alone."""
    found = compared(source, output, *pair)
    if found.added:
        new = ", ".join(number.written for number in found.added)
        return f"a number that the source does not have: {new}"
    if found.contradicts or found.units or found.signs:
        return f"a number or its unit changed: {', '.join(found.changed)}"
    return None


def _other_time(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """Another month, day of the week or single span of time."""
    other = another_time(source, output, pair)
    return f"another time: {other}" if other else None


def _contrary(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A fall for a rise, killed for injured: the source has words of one side, the output of the other."""
    codes = (pair[0].split("-", maxsplit=1)[0], pair[1].split("-", maxsplit=1)[0])
    found = opposed_of(source, output, codes, _SURE)
    return f"the contrary: {' / '.join(found)}" if found else None


def _sentences(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A sentence that seems lost, or one too many, or an output too short for the whole."""
    expected, length = (in_english(text, code) for text, code in zip((source, output), pair, strict=True))
    if expected >= _LONG and length < _SHARE_ALONE * expected:
        _, words = alignment.untold(source, output, *pair)
        if not words or length < _SHARE * expected:
            return "far shorter than expected"
    if alignment.lost(source, output, *pair) > _LOST:
        return "a sentence may be lost"
    return "a sentence may be added" if alignment.added(source, output, *pair) > _ADDED else None
