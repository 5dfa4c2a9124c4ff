"""The files of a search: which stories hold a term, and where; what is shown of each; what readers choose by.

`index.json` names the others, and has traditional Chinese characters for the simplified ones of the texts.
`t-N-HASH.json` hold the terms of one stretch of the alphabet, `s-N-HASH.json` the texts of some stories,
`words-0-HASH.json` words to suggest for what is not found. A browser that still has an old index finds no
new file under an old name.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import sub
from typing import Any

from digest import languages
from digest.languages.scripts import traditional_for
from digest.model import Page
from digest.publish import addresses
from digest.publish.folder import Target
from digest.publish.search.terms import folded, terms

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
TERMS = 24_000
"""Bytes of a file of terms, about: a query fetches one or two for each of its words."""
TEXTS = 8_000
"""Bytes of a file of texts, about: the ten first hits may stand in ten files."""
HEADLINE = 64
"""Places kept for the headline's words, which weigh more than others; texts follow."""
APART = 8
"""Places between two texts, so that no phrase goes from one into the next."""
COMMON = 0.25
"""Of terms that more stories than this share have, no places are kept: they would be half of the index."""
FEW = 100
"""Stories, up to which places of all terms are kept."""
SUGGESTED = 3000
"""Words that may be suggested, the most frequent ones of headlines and names."""
NAMES = 400
"""Of people and outlets to choose by, those in most stories."""

Story = dict[str, Any]
"""What `found` says, with the `path` of its page in the edition."""


def write_search(
    pages: Iterable[Page],
    editions: Sequence[str],
    site: Target,
    *,
    whole: Callable[[Page], Page] = lambda page: page,
    reader: Callable[[str], str] = str,
) -> None:
    """Write the search of every edition into a site that is otherwise finished.

    Args:
        pages: of all editions; those that are not indexed, or hold nothing to find, are left out.
        editions: their languages.
        site: where it is written.
        whole: gives a page its text where that was put away; see `Spool`.
        reader: gives the language in which an edition speaks.
    """
    indexed = [page for page in pages if page.indexed]
    for edition in editions:
        found = [one for page in indexed if page.language == edition and (one := _story(whole(page)))]
        target = addresses.search_index(edition)
        site.empty(target)
        for name, content in _files(found, reader(edition)):
            site.write(f"{target}{name}", content)


def _story(page: Page) -> Story | None:
    if not page.search_text:
        return None
    found: Story = json.loads(page.search_text)
    return found | {"path": page.path.removeprefix(addresses.front(page.language))}


def _files(stories: list[Story], reader: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file."""
    stories = sorted(stories, key=lambda story: (-story["day"], story["path"]))
    index: dict[str, Any] = {"stories": [], **_choices(stories, reader)}
    by_kind = {kind: {one[0]: at for at, one in enumerate(index[kind])} for kind in _KINDS}
    for story in stories:
        index["stories"].append(
            [
                story["day"],
                *([by[key] for key in _ids(story, kind) if key in by] for kind, by in by_kind.items()),
            ]
        )
    postings = _postings(stories)
    index["han"] = "".join(chain.from_iterable(traditional_for(set(chain.from_iterable(postings))).items()))
    starts, files = _cut(postings.items(), TERMS)
    index["terms"] = [
        [first[0], _named("t", at, data)] for at, (first, data) in enumerate(zip(starts, files, strict=True))
    ]
    yield from ((name, data) for (_, name), data in zip(index["terms"], files, strict=True))
    starts, files = _cut(((at, _shown(story)) for at, story in enumerate(stories)), TEXTS)
    index["texts"] = [
        [first[0], _named("s", at, data)] for at, (first, data) in enumerate(zip(starts, files, strict=True))
    ]
    yield from ((name, data) for (_, name), data in zip(index["texts"], files, strict=True))
    words = _json(_suggested(stories))
    index["words"] = _named("words", 0, words)
    yield index["words"], words
    yield "index.json", _json(index)


_KINDS = ("people", "outlets", "topics", "languages")


def _ids(story: Story, kind: str) -> list[str]:
    return story[kind] if kind == "languages" else [id_ for id_, _ in story[kind]]


def _choices(stories: Sequence[Story], reader: str) -> dict[str, list[list[str]]]:
    """Return what readers choose by, each with its id and name, by name; names in too many are cut off."""
    found: dict[str, list[list[str]]] = {}
    for kind in _KINDS:
        counted: Counter[str] = Counter()
        names: dict[str, str] = {}
        for story in stories:
            counted.update(_ids(story, kind))
            if kind == "languages":
                names |= {code: languages.name(code, reader=reader) for code in story[kind]}
            else:
                names |= dict(story[kind])
        kept = sorted(counted, key=lambda id_: (-counted[id_], id_))[:NAMES]
        found[kind] = [[id_, names[id_]] for id_ in sorted(kept, key=lambda id_: (folded(names[id_]), id_))]
    return found


def _postings(stories: Sequence[Story]) -> dict[str, list[int]]:
    """Return what is known of each term, in the alphabet's order: numbers, three parts a story.

    These are how far on the story is, how many places follow, and how far on each place is.
    """
    places: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for number, story in enumerate(stories):
        for term, found in _places(story).items():
            places[term].append((number, found))
    most = max(FEW, COMMON * len(stories))
    flat: dict[str, list[int]] = {}
    # As browsers compare: by units of UTF-16.
    for term in sorted(places, key=lambda term: term.encode("utf-16-be", "surrogatepass")):
        written: list[int] = []
        before = 0
        are_kept = len(places[term]) <= most
        for number, found in places[term]:
            if are_kept:
                written += number - before, len(found), found[0], *map(sub, found[1:], found)
            else:
                written += number - before, 0
            before = number
        flat[term] = written
    return flat


def _places(story: Story) -> dict[str, list[int]]:
    """Return the places of each term; what may be typed for it as well stands at the same place."""
    found: dict[str, list[int]] = defaultdict(list)
    start = 0
    texts = [story["title"], *(part[1] for part in story["parts"]), *story["words"]]
    for number, text in enumerate(texts):
        end = start
        for term, others in terms(text):
            found[term].append(end)
            for other in others:
                found[other].append(end)
            end += 1
        start = max(HEADLINE, end) if number == 0 else end
        start += APART
    return found


def _shown(story: Story) -> list[Any]:
    return [story["path"], story["title"], story["lang"], story["note"], story["parts"]]


def _tells(word: str) -> bool:
    """Tell whether a word is long enough to be meant; shorter ones are one slip away from too much.

    A syllable of Hangul is as many letters as it is written with, and three characters of Han are a name.

    >>> _tells("of"), _tells("maduro"), _tells("박서윤"), _tells("韩雪梅"), _tells("北京")
    (False, True, True, True, False)
    """
    return len(unicodedata.normalize("NFD", word)) > 3 or (
        len(word) > 2 and "CJK" in unicodedata.name(word[0], "")
    )


def _suggested(stories: Iterable[Story]) -> list[str]:
    counted: Counter[str] = Counter()
    for story in stories:
        for text in {story["title"], *(name for _, name in (*story["people"], *story["topics"]))}:
            counted.update(word for word in text.split() if _tells(folded(word)))
    words = (
        word.strip("“”«»\"'’.,:;!?()…") for word in sorted(counted, key=lambda word: (-counted[word], word))
    )
    by_term = {folded(word): word for word in reversed(list(words)) if word}
    return list(by_term.values())[::-1][:SUGGESTED]


def _cut(entries: Iterable[tuple[Any, Any]], size: int) -> tuple[list[tuple[Any, Any]], list[bytes]]:
    """Return files of about `size` bytes, objects by term or lists of texts, and the first entry of each."""
    starts: list[tuple[Any, Any]] = []
    files: list[bytes] = []
    held: list[tuple[Any, bytes]] = []

    def close() -> None:
        if not held:
            return
        if isinstance(held[0][0], str):
            files.append(b"{" + b",".join(_json(key) + b":" + data for key, data in held) + b"}")
        else:
            files.append(b"[" + b",".join(data for _, data in held) + b"]")
        held.clear()

    room = 0
    for key, value in entries:
        data = _json(value)
        if not held or room < 0:
            close()
            room = size
            starts.append((key, value))
        held.append((key, data))
        room -= len(data) + (len(key) if isinstance(key, str) else 0)
    close()
    return starts, files


def _named(kind: str, number: int, data: bytes) -> str:
    return f"{kind}-{number}-{hashlib.sha256(data).hexdigest()[:8]}.json"


def _json(value: Any) -> bytes:
    return _JSON.encode(value).encode("utf-8", "replace")
