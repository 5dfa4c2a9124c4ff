"""Who did it to whom, in plain words of two languages: a mayor threatened a judge, or the judge the mayor.

What `roles` tells by names is told here by nouns, where both texts are short, use one verb that means the
same and say before it who does it. A passive, and a language that may begin with the object, tell nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from digest.languages import row
from digest.languages.lexicon import english, stems
from digest.languages.senses import acts_of, light, stands
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_MOST = 25
"""Words of a text at most: longer ones tell of many."""
_NEAR = 4
"""Words on either side of a verb among which the nouns stand that belong to it."""
_AUXILIARY = 2
"""Words before a verb in which a passive shows: `was not threatened`."""
_NOUN = 3
"""Letters of a noun at least."""
_SAME = 0.15
"""The weight from which the lexicon takes two verbs for one, and a word for one of time."""
_PIVOT = "en"


@dataclass(frozen=True, slots=True)
class _Act:
    """The one act of a text."""

    at: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    """Words of its clause near it that say more than an article."""
    we: int | None
    """Where it is said that those who speak do it."""
    us: int | None
    """Where it is said that it is done to them or theirs."""


def objects_exchanged(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return a noun of each of two wordings that does in the one what is done to it in the other, or None."""
    languages = main(first.language), main(second.language)
    if languages[0] == languages[1] or not all(map(_tells_by_order, languages)):
        return None
    both = words_of(first.text), words_of(second.text)
    here, there = (_act(words, language) for words, language in zip(both, languages, strict=True))
    if here is None or there is None:
        return None
    if not _same_act((both[0][here.at], both[1][there.at]), languages):
        return None
    told = _speakers_exchanged(here, there) or _nouns_exchanged(both, languages, (here, there))
    return (both[0][told[0]].text, both[1][told[1]].text) if told else None


def _nouns_exchanged(
    both: tuple[Sequence[Word], Sequence[Word]], languages: tuple[str, str], acts: tuple[_Act, _Act]
) -> tuple[int, int] | None:
    """Return where a noun stands that is before the one act and behind the other."""
    turned = []
    for a, b in shared(*both, languages):
        one, two = _is_object(a, acts[0]), _is_object(b, acts[1])
        if one is None or two is None or _is_time(both[0][a], languages[0]):
            continue
        if one != two:
            turned.append((a, b))
        elif not one:
            return None  # who does it is the same
    sure = [pair for pair in turned if all(map(_is_own, both, pair, acts, languages))]
    # Of two words that changed places either tells; of one it has to be plain that it is the verb's.
    told = sure or (turned if len(turned) > 1 else [])
    return told[0] if told else None


def _speakers_exchanged(here: _Act, there: _Act) -> tuple[int, int] | None:
    """Return the words by which those who speak do in one text what others do to them in the other."""
    if here.we is not None and here.us is None and there.we is None and there.us is not None:
        return here.we, there.us
    if there.we is not None and there.us is None and here.we is None and here.us is not None:
        return here.us, there.we
    return None


def _tells_by_order(language: str) -> bool:
    own = row(language)
    return own.spaced and not (own.free_order or own.verb_second) and "passive" in acts_of(language)


def _act(words: Sequence[Word], language: str) -> _Act | None:
    """Return the one act of a text that has somebody before it, something behind, and is no passive."""
    if len(words) > _MOST:
        return None
    plain, own = tuple(word.plain for word in words), acts_of(language)
    found = _places(own.get("act", ()), plain, range(len(plain)))
    if len(found) != 1:
        return None
    at = found[0]
    around = [place for place, word in enumerate(words) if word.clause == words[at].clause]
    before, after = [place for place in around if place < at], [place for place in around if place > at]
    passive = _places(own["passive"], plain, before[-_AUXILIARY:])
    by = _places(own.get("by", ()), plain, after)
    if passive or by:
        return None
    telling = [
        [place for place in side if len(plain[place]) >= _NOUN and plain[place] not in light(language)]
        for side in (before[-_NEAR:], after[:_NEAR])
    ]
    # `Nous` stands before a verb for whom it is done to, too, but opens no clause then.
    we = _places(own.get("we", ()), plain, around[:1])
    if not we and any(words[at].plain.endswith(end) for (end,) in own.get("we_ends", ())):
        we = [at]
    us = _places(own.get("us", ()), plain, after[:_NEAR])
    if not (telling[1] or us) or not (telling[0] or we):
        return None
    first = [places[0] if places else None for places in (we, us)]
    return _Act(at, tuple(telling[0]), tuple(telling[1]), *first)


def _places(forms: Sequence[tuple[str, ...]], words: tuple[str, ...], places: Sequence[int]) -> list[int]:
    return [place for place in places if any(stands(form, words, place) for form in forms)]


def _is_object(noun: int, act: _Act) -> bool | None:
    """Tell whether a noun stands behind an act, as to whom it is done, or before it; None if elsewhere."""
    if noun in act.after:
        return True
    return False if noun in act.before else None


def _is_own(words: Sequence[Word], noun: int, act: _Act, language: str) -> bool:
    """Tell whether a noun is the next one to an act, and an article before it shows that it is a noun."""
    next_to = (*act.after[:1], *act.before[-1:])
    opens = noun == 0 or words[noun - 1].clause != words[noun].clause
    return noun in next_to and (opens or words[noun - 1].plain in light(language))


def _same_act(acts: tuple[Word, Word], languages: tuple[str, str]) -> bool:
    """Tell whether two verbs mean the same, or one is a verb that the lexicon has not."""
    one, other = (_means(word, language) for word, language in zip(acts, languages, strict=True))
    return not one or not other or not one.keys().isdisjoint(other)


def _is_time(word: Word, language: str) -> bool:
    """Tell whether a word says when: it stands before a verb in one language and behind it in another."""
    return not _times().isdisjoint(_means(word, language))


@cache
def _times() -> frozenset[str]:
    forms = acts_of(_PIVOT)["when"]
    return frozenset(stem for (form,) in forms for stem in stems(form.strip("."), _PIVOT))


def _means(word: Word, language: str) -> Mapping[str, float]:
    """Return what a word may be in the language of the lexicon."""
    return {
        other: weight
        for stem in stems(word.text, language)
        for other, weight in english(stem, language).items()
        if weight >= _SAME
    }
