"""Groups of names that are one after all, where only one other fits: fuller forms, another order, Chinese.

What joins is weaker here than closely the same letters or sounds, so whoever fits two others is left alone:
José García is neither José García López nor José García Ruiz where both are quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product

from digest.group.people.confused import is_arabic
from digest.group.people.names import heard, is_chinese, key, same_full_name
from digest.group.people.parts import parts
from digest.languages.given import given_names
from digest.languages.sounds import far_in_characters, said_in_characters, spoken

Group = list[str]
_Keys = Callable[[str], Iterable[tuple[str, ...]]]
_FULL = 2
"""Parts of a full name."""
_FAR, _FAR_IN_PART = 0.3, 0.4
"""How far a name in Chinese characters may be from the name, by consonant, in all and in one part.

Of 33 true pairs 27 are nearer, and none of 15,000 others.
"""
_SURE = 4
"""Consonants of such a name."""


def united(groups: Sequence[Group], rank: Callable[[str], tuple[object, ...]]) -> list[Group]:
    """Take a group into the only other one that it may be.

    Args:
        groups: Names that are closely the same.
        rank: The order of the names of a group.
    """
    for held, asked, same in (
        (heard, _heard_turned, _same_turned),
        (_shorter_forms, _own_form, _is_fuller),
        (_sounds, _characters, _is_in_characters),
    ):
        groups = _taken_in(groups, held, asked, same, rank)
    return [*groups]


def _taken_in(
    groups: Sequence[Group],
    held: _Keys,
    asked: _Keys,
    same: Callable[[str, str], bool],
    rank: Callable[[str], tuple[object, ...]],
) -> list[Group]:
    """Take in by one kind: `same` is asked of two names if one holds a key that the other asks for."""
    asks = {id(group): {name: [*asked(name)] for name in group} for group in groups}
    wanted = {one for names in asks.values() for keys in names.values() for one in keys}
    holders: dict[tuple[str, ...], dict[int, Group]] = defaultdict(dict)
    for group in groups if wanted else ():
        for one in wanted.intersection(chain.from_iterable(map(held, group))):
            holders[one][id(group)] = group
    target: dict[int, Group] = {}
    for group in groups:
        fitting = {
            place: other
            for name, keys in asks[id(group)].items()
            for one in keys
            for place, other in holders.get(one, {}).items()
            if other is not group and any(same(name, its) for its in other)
        }
        if len(fitting) == 1:
            [target[id(group)]] = fitting.values()
    found: dict[int, Group] = {id(group): [*group] for group in groups if id(group) not in target}
    for group in groups:
        own = target.get(id(group))
        if own is not None and id(own) in found:
            found[id(own)] += group
        elif own is not None:  # it goes to another itself: never a chain
            found[id(group)] = [*group]
    return [sorted(group, key=rank) for group in found.values()]


def _is_latin(name: str) -> bool:
    return name[0] < "\u0250"


def _turned(name: str) -> str:
    """Return a name whose surname seems to stand first, as in Hungary, in the other order; or nothing."""
    own = parts(name).own
    turned = len(own) == _FULL and _is_latin(name) and own[1] in given_names() and own[0] not in given_names()
    return " ".join(own[::-1]) if turned else ""


def _heard_turned(name: str) -> Iterable[tuple[str, ...]]:
    turned = _turned(name)
    return heard(turned) if turned else ()


def _same_turned(first: str, second: str) -> bool:
    turned = _turned(first)
    return key(turned) == key(second) or same_full_name(turned, second)


def _shorter_forms(name: str) -> Iterator[tuple[str, ...]]:
    """Yield a fuller name without its second surname.

    Without a name between they may be two: Mary Lou McDonald is nobody's Mary McDonald.
    """
    own, plain = parts(name).own, key(name)
    known = given_names()
    if (
        len(own) > _FULL
        and len(own) == len(plain)
        and _is_latin(name)
        and own[0] in known
        and own[1] not in known
        and own[1][0].isupper()
        and not any(map(is_arabic, own))
    ):
        yield plain[0], plain[1]


def _own_form(name: str) -> Iterator[tuple[str, ...]]:
    if len(key(name)) == _FULL and _is_latin(name):
        yield key(name)


def _is_fuller(short: str, longer: str) -> bool:
    a, b = parts(short), parts(longer)
    return (
        a.generation == b.generation and a.initials == b.initials and key(short) in {*_shorter_forms(longer)}
    )


def _sounds(name: str) -> Iterator[tuple[str, ...]]:
    """Yield by what a full name in Latin letters may be looked for in Chinese: some of its consonants."""
    own = parts(name).own
    if len(own) >= _FULL and _is_latin(name):
        for given, last in product(spoken(own[0]), spoken(own[-1])):
            for count in range(-1, 2):
                yield _key(given, last, count)


def _characters(name: str) -> Iterator[tuple[str, ...]]:
    own = parts(name).own
    if len(own) >= _FULL and all(map(is_chinese, own)):
        yield _key(said_in_characters(own[0]), said_in_characters(own[-1]))


def _key(given: str, last: str, more: int = 0) -> tuple[str, ...]:
    """Return how both begin, and how many consonants the last has and `more`."""
    firsts = [next((letter for letter in sound if letter.isupper()), "") for sound in (given, last)]
    return "中", *firsts, str(sum(letter.isupper() for letter in last) + more)


def _is_in_characters(chinese: str, name: str) -> bool:
    own, other = parts(name), parts(chinese)
    if own.generation or own.initials or len(own.own) != len(other.own) or not _is_latin(name):
        return False
    pairs = [*zip(own.own, other.own, strict=True)]
    if not all(_ends_alike(*pair) for pair in pairs[:-1]):
        return False
    consonants, far = 0, 0.0
    for pair in reversed(pairs):
        cost, count = far_in_characters(*pair)
        if cost > _FAR_IN_PART * (count + 1):
            return False
        consonants, far = consonants + count, far + cost
    return consonants >= _SURE and far <= _FAR * (consonants + 1)


def _ends_alike(part: str, characters: str) -> bool:
    """Tell whether both or neither end in the vowel of women's names: Victor is not Victoria."""
    return any(own.endswith("a") for own in spoken(part)) == said_in_characters(characters).endswith("a")
