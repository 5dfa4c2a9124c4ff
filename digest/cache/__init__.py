"""What builds have made before, by content: the same inputs, code, tables and libraries make the same again.

In go a kind and whatever a result was made of (`Cache.key`); out comes what was kept under that key, or
nothing (`Cache.get`). `Codec` turns records into bytes and back; nothing that is read runs as code. All of it
is in one file, `cache.sqlite` in the cache's folder, which is safe to delete: what is missing, damaged or
altered is made anew.

A key is complete because it takes all of what it is given: `fingerprint` knows every field of a record, and
refuses what it cannot tell the whole of.
"""

from digest.cache.codec import Codec, DamagedError
from digest.cache.fingerprint import Fingerprints, UnkeyedError
from digest.cache.made import Stage, each, made_in_parts
from digest.cache.memories import give_back
from digest.cache.remembered import remembered
from digest.cache.store import Cache, begin_work, no_cache, opened
from digest.cache.version import folder_version

__all__ = [
    "Cache",
    "Codec",
    "DamagedError",
    "Fingerprints",
    "Stage",
    "UnkeyedError",
    "begin_work",
    "each",
    "folder_version",
    "give_back",
    "made_in_parts",
    "no_cache",
    "opened",
    "remembered",
]
