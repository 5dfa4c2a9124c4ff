"""Who did it to whom, who is for and who against: names that changed their parts in a free wording.

Both wordings name the same two, as printed or in two languages. What each does is told by verbs that have a
doer (`acts.txt`), by words of two sides (`opposites.txt`) nearest to a name, and by what a denial stands
before. Where the order of words tells little, or a part is not sure, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.languages import row
from digest.languages.senses import Said, acts_of, denies, light, opposed, sides, stands
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_NAME = 3
"""Letters of a name at least."""
_PARTIES = 3
"""Names at most in a text of which one won: where there are more, there may be more contests."""
_WITH_VERB = 3
"""Words that two texts share of which two changed their cases."""
_VOWELS = tuple("аеёиоуыэюяєіїaeiouyąęáéíóúý")
_FEMININE = ("а", "я", "a")
_OBJECT = frozenset(("а", "я", "у", "ю", "ого", "его", "a", "ę", "u", "ego", "owi"))
"""Endings of an object, not of who does it in a passive."""
_NEAR = 5
"""Words after a denial in which what it denies stands, articles among them."""
_MOST = 60
"""Words of a text at most: longer ones tell of many."""


def parts_exchanged(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return two names, as the first wording has them, whose parts the second exchanges; None if none do."""
    languages = main(first.language), main(second.language)
    if not all(row(language).spaced for language in languages):
        return None
    here, there = words_of(first.text), words_of(second.text)
    if max(len(here), len(there)) > _MOST:
        return None
    same = tuple(shared(here, there, languages))
    if len(same) < 2:
        return None
    for told in (_by_acts, _by_cases, _by_sides, _by_denials):
        if pair := told((first.text, second.text), languages, (here, there), same):
            return here[pair[0]].text, here[pair[1]].text
    return None


def winners_agree(first: Quote, second: Quote) -> bool:
    """Tell whether two wordings name one winner, in whatever words: `A beat B`, `B lost to A`."""
    languages = main(first.language), main(second.language)
    if not all(row(language).spaced for language in languages):
        return False
    here, there = words_of(first.text), words_of(second.text)
    pairs = tuple(shared(here, there, languages))
    won, won_there = (
        _first(words, language, [pair[side] for pair in pairs])
        for side, (words, language) in enumerate(zip((here, there), languages, strict=True))
    )
    return (won, won_there) in pairs


def doer(words: Sequence[Word], language: str, names: Sequence[int]) -> int | None:
    """Return which of some names won, or did to another what a text tells; None where it is not sure.

    Args:
        words: Of a text.
        language: Its language, one in which the order of words tells who did it.
        names: Where they stand among the words.
    """
    won = _first(words, language, names)
    if won is not None:
        return won
    found = _doer(words, language, names, nouns=False)
    return found[0] if found else None


Shared = Sequence[tuple[int, int]]
Both = tuple[tuple[Word, ...], tuple[Word, ...]]


def _by_acts(
    texts: tuple[str, str], languages: tuple[str, str], both: Both, same: Shared
) -> tuple[int, int] | None:
    """Tell by verbs that have a doer: of two names one stands first here, the other there."""
    # Who sells to whom is told by who buys, too.
    if any(row(language).free_order for language in languages) or opposed(*texts, languages):
        return None
    pairs = tuple(
        (a, b) for a, b in same if both[0][a].capital or both[1][b].capital or languages[0] == languages[1]
    )
    here, there = (
        (words, language, [pair[side] for pair in pairs])
        for side, (words, language) in enumerate(zip(both, languages, strict=True))
    )
    won, won_there = _first(*here), _first(*there)
    cased = all(row(language).cased for language in languages)
    parties = sum(both[0][a].capital or both[1][b].capital or not cased for a, b in pairs)
    if parties <= _PARTIES and won is not None and won_there is not None:
        other = next(a for a, b in pairs if b == won_there)
        return (won, other) if won != other else None
    one, two = (_doer(*side, nouns=languages[0] == languages[1]) for side in (here, there))
    if not one or not two:
        return None
    exchanged = next(((a, b) for a, b in pairs if a in one[1] and b == two[0]), None)
    back = any(a == one[0] and b in two[1] for a, b in pairs)
    return (one[0], exchanged[0]) if exchanged and back else None


def _first(words: Sequence[Word], language: str, names: Sequence[int]) -> int | None:
    """Return the name that won, by the word for it and the two names in its clause or nearest to it."""
    plain = tuple(word.plain for word in words)
    own = acts_of(language)
    places = [
        (at, len(form), role == "won")
        for role in ("won", "lost")
        for form in own.get(role, ())
        for at in range(len(plain))
        if stands(form, plain, at)
    ]
    if not places:
        return None
    # The longer phrase is the one meant: `beaten by`.
    at, size, won = max(places, key=lambda place: (place[1], -place[0]))
    unlike = any(other != won and abs(place - at) > size for place, _, other in places)
    within = [name for name in names if words[name].clause == words[at].clause and name != at]
    if row(language).cased:
        within = [name for name in within if words[name].capital]
    near = sorted(sorted(within, key=lambda name: abs(name - at))[:2])
    if unlike or not near or _is_denied(words, at, language):
        return None
    first = near[0]
    marked = _marked(words, first, own.get("over", ()))
    by = size == 1 and any(_marked(words, name, own.get("by", ())) for name in near)
    if won == ((not marked) != by):
        return first
    rest = [name for name in (near[1:] or names) if name != first]
    return rest[0] if len(rest) == 1 else None


def _doer(
    words: Sequence[Word], language: str, names: Sequence[int], *, nouns: bool
) -> tuple[int, Sequence[int]] | None:
    """Return who does an act and those to whom it may be done, turned round where it is told by whom.

    Args:
        words: Of a text.
        language: Its language.
        names: Where shared names and nouns stand.
        nouns: Whether nouns are looked at where there are no two names.
    """
    plain = tuple(word.plain for word in words)
    own = acts_of(language)
    places = [at for form in own.get("act", ()) for at in range(len(plain)) if stands(form, plain, at)]
    if len(set(places)) != 1:
        return None
    at = places[0]
    near = [name for name in sorted(names) if words[name].clause == words[at].clause and name != at]
    if row(language).cased and not (nouns and sum(words[name].capital for name in near) < 2):
        near = [name for name in near if words[name].capital]
    before, after = [name for name in near if name < at], [name for name in near if name > at]
    if own.get("verb_first") and not before and len(after) > 1:
        return after[0], after[1:]
    if not before or not after:
        return None
    if any(_marked(words, name, own.get("by", ())) for name in after):
        return (after[0], before[-1:]) if len(after) == 1 else None
    return before[-1], after[:1]


def _marked(words: Sequence[Word], name: int, forms: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether one of these words, and an article at most, stands before a name."""
    plain = tuple(word.plain for word in words)
    return any(stands(form, plain, at) for form in forms for at in (name - 1, name - 2) if at >= 0)


def _is_denied(words: Sequence[Word], at: int, language: str) -> bool:
    return any(
        denies(word.text, language)
        for word in words[max(0, at - 3) : at + 3]
        if word.clause == words[at].clause
    )


def _by_cases(
    _texts: tuple[str, str], languages: tuple[str, str], both: Both, same: Shared
) -> tuple[int, int] | None:
    """Tell by endings, of one language: of two words each is the subject in one text alone.

    What both are the subject and the object of is the same: another word that the texts share.
    """
    own = row(languages[0])
    if languages[0] != languages[1] or not (own.free_order and own.cased) or len(same) < _WITH_VERB:
        return None
    subject = [(_is_subject(both[0][a].plain, both[1][b].plain), a) for a, b in same]
    first = [a for told, a in subject if told is True]
    second = [a for told, a in subject if told is False]
    return (first[0], second[0]) if len(first) == 1 == len(second) else None


def _is_subject(form: str, other: str) -> bool | None:
    """Tell whether of two forms of a word the first is the subject's; None if neither is for sure."""
    for one, two, first in ((form, other, True), (other, form, False)):
        masculine = two.startswith(one) and not one.endswith(_VOWELS)
        feminine = one.endswith(_FEMININE) and two[: len(one) - 1] == one[:-1]
        ending = two[len(one) if masculine else len(one) - 1 :]
        if one != two and (masculine or feminine) and ending in _OBJECT:
            return first
    return None


def _by_sides(
    texts: tuple[str, str], languages: tuple[str, str], both: Both, same: Shared
) -> tuple[int, int] | None:
    """Tell by the word of either side nearest to each name, where each text has both sides."""
    found = []
    for side, (text, language, words) in enumerate(zip(texts, languages, both, strict=True)):
        taken = sides(text, language)
        if not taken.settled:
            return None
        found.append(_sided(words, [pair[side] for pair in same], taken.said))
    for matter in found[0].keys() & found[1].keys():
        here, there = found[0][matter], found[1][matter]
        turned = [a for a, b in same if a in here and b in there and here[a] is not there[b]]
        kept = [a for a, b in same if a in here and b in there and here[a] is there[b]]
        if len(turned) > 1 and not kept and len({here[a] for a in turned}) > 1:
            return turned[0], turned[1]
    return None


def _sided(words: Sequence[Word], names: Sequence[int], said: Sequence[Said]) -> dict[str, dict[int, bool]]:
    """Return by matter on which side each name stands that has one word of it in its clauses."""
    found: dict[str, dict[int, set[bool]]] = {}
    places = {word.start: at for at, word in enumerate(words)}
    for one in said:
        at = places.get(one.start)
        if at is None or one.side is None:
            continue
        for name in names:
            if name != at and words[name].clause == words[at].clause:
                found.setdefault(one.matter, {}).setdefault(name, set()).add(one.side)
    return {
        matter: {name: next(iter(taken)) for name, taken in by_name.items() if len(taken) == 1}
        for matter, by_name in found.items()
    }


def _by_denials(
    _texts: tuple[str, str], languages: tuple[str, str], both: Both, same: Shared
) -> tuple[int, int] | None:
    """Tell by what each denies: `not by drought but by pests`, `nicht durch Schädlinge`."""
    if any(row(language).verb_last or row(language).split_denial for language in languages):
        return None
    denied = [
        {pair[side] for pair in same if _denied_before(words, pair[side], language)}
        for side, (words, language) in enumerate(zip(both, languages, strict=True))
    ]
    only = [pair for pair in same if pair[0] in denied[0] and pair[1] not in denied[1]]
    other = [pair for pair in same if pair[1] in denied[1] and pair[0] not in denied[0]]
    if len(only) != 1 or len(other) != 1:
        return None
    # Of two words that one denial stands before, languages put either first: `did not immediately answer`.
    if not all(_contrasts(words, language) for words, language in zip(both, languages, strict=True)):
        return None
    return only[0][0], other[0][0]


def _contrasts(words: Sequence[Word], language: str) -> bool:
    """Tell whether a text says `not this but that`, or `that, not this`."""
    plain, own = tuple(word.plain for word in words), acts_of(language)
    forms = (*own.get("but", ()), *own.get("instead", ()))
    if any(stands(form, plain, at) for form in forms for at in range(len(plain))):
        return True
    return any(
        denies(word.text, language) and words[at - 1].clause != word.clause
        for at, word in enumerate(words)
        if at
    )


def _denied_before(words: Sequence[Word], at: int, language: str) -> bool:
    """Tell whether a word is the first after a denial, or after `instead of`, that says something."""
    plain, instead = tuple(word.plain for word in words), acts_of(language).get("instead", ())
    for place in range(at - 1, max(-1, at - _NEAR - 1), -1):
        word = words[place]
        if word.clause != words[at].clause:
            return False
        if denies(word.text, language) or any(stands(form, plain, place + 1 - len(form)) for form in instead):
            return True
        if word.plain not in light(language) and len(word.plain) > _NAME:
            return False
    return False
