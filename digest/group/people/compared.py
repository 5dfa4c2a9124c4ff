"""Which names of a site are closely the same: two names are compared once, and what is found is kept.

It is a fact of the names alone, whoever bears them and however often. So a new name is compared with those
that may sound like it, and the names that were there not with each other.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cache import Cache
from digest.group.people.names import heard, same_full_name

_KIND = "names"
_SIZES = struct.Struct("<3I")


class _Known(NamedTuple):
    """Names and what is known of them."""

    names: Sequence[str]
    codes: NDArray[np.uint64]
    """Of how a name may sound."""
    of: NDArray[np.uint32]
    """The name that may sound so, by place."""
    pairs: NDArray[np.uint32]
    """Two names, by place, the first of which is found to be the second."""


def same_names(names: Iterable[str], cache: Cache) -> Mapping[str, set[str]]:
    """Return those that each name is closely the same as, asked of the other one first; nothing of most."""
    names = set(names)
    # Of every run there is one: what it holds is true whatever names a site has.
    key = cache.key(_KIND)
    known = _kept(cache.get(_KIND, key))
    if {*known.names} != names:
        known = _added(_among(known, names), names)
        cache.put(_KIND, key, _packed(known))
    same: dict[str, set[str]] = defaultdict(set)
    for first, second in known.pairs.tolist():
        same[known.names[second]].add(known.names[first])
    return same


def _added(known: _Known, names: Collection[str]) -> _Known:
    """Add the names that are new, compared with those that have a sound in common with them."""
    before = len(known.names)
    there = set(known.names)
    new = sorted(name for name in names if name not in there)
    every = [*known.names, *new]
    sounds = [[_code(sound) for sound in heard(name)] for name in new]
    codes = np.array([code for own in sounds for code in own], dtype=np.uint64)
    alike = np.isin(known.codes, codes)
    holders: dict[int, list[int]] = defaultdict(list)
    for code, at in zip(known.codes[alike].tolist(), known.of[alike].tolist(), strict=True):
        holders[code].append(at)
    pairs: list[tuple[int, int]] = []
    for at, own in enumerate(sounds, start=before):
        for other in sorted({other for code in own for other in holders[code]}):
            pairs += [two for two in ((at, other), (other, at)) if same_full_name(*(every[i] for i in two))]
        for code in own:
            holders[code].append(at)
    of = np.repeat(np.arange(before, len(every)), [len(own) for own in sounds])
    return _Known(
        every,
        np.concatenate([known.codes, codes]),
        np.concatenate([known.of, of]).astype(np.uint32),
        np.concatenate([known.pairs, np.array(pairs, dtype=np.uint32).reshape(-1, 2)]),
    )


def _among(known: _Known, names: Collection[str]) -> _Known:
    """Return what is known of some names; of others it is forgotten."""
    stays = np.array([name in names for name in known.names], dtype=bool)
    place = np.cumsum(stays) - 1
    own, both = stays[known.of], stays[known.pairs].all(axis=1)
    return _Known(
        [name for name in known.names if name in names],
        known.codes[own],
        place[known.of[own]].astype(np.uint32),
        place[known.pairs[both]].astype(np.uint32),
    )


def _code(sound: tuple[str, ...]) -> int:
    said = "\0".join(sound).encode(errors="surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little")


def _packed(known: _Known) -> bytes:
    names = json.dumps([*known.names]).encode()
    parts = known.codes.astype("<u8"), known.of.astype("<u4"), known.pairs.astype("<u4")
    sizes = _SIZES.pack(len(names), len(known.codes), len(known.pairs))
    return b"".join([sizes, names, *(part.tobytes() for part in parts)])


def _kept(data: bytes | None) -> _Known:
    """Return what was kept; nothing where that is damaged."""
    try:
        if data is not None:
            return _unpacked(data)
    except (ValueError, struct.error):
        pass
    nothing = np.zeros(0, dtype=np.uint32)
    return _Known([], nothing.astype(np.uint64), nothing, nothing.reshape(-1, 2))


def _unpacked(data: bytes) -> _Known:
    length, codes, pairs = _SIZES.unpack_from(data)
    at = _SIZES.size + length
    return _Known(
        json.loads(data[_SIZES.size : at]),
        np.frombuffer(data, dtype="<u8", count=codes, offset=at),
        np.frombuffer(data, dtype="<u4", count=codes, offset=at + 8 * codes),
        np.frombuffer(data, dtype="<u4", count=2 * pairs, offset=at + 12 * codes).reshape(-1, 2),
    )
