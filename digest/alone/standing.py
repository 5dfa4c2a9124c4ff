"""A site that stands as it would be made again: neither what it is made of has changed, nor any file of it.

What the last build was made of has one name: every byte of the content and the templates, what the
configuration says, our own code, the libraries. Under it are kept what that build found to tell, what was
said by whom, and the hash of each file. None of that is a promise: articles are read as they stand now, each
page and feed of the site is verified against them as if it had just been made, and whatever is not as it was
is a reason to build.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from digest.cache import Cache, Codec, DamagedError, UnkeyedError, folder_version
from digest.config import Surroundings
from digest.errors import QuotationError
from digest.model import Article, Former, Problem, Settings, Utterance
from digest.publish import Verifier, Written, hash_of, templates_dir
from digest.read import read
from digest.record import load_record

KIND = "site"
"""Of what is kept of a whole site."""


_NO_DIFFERENCE = frozenset({"site_dir", "cache_dir", "jobs"})
"""What is configured and changes no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a site as it was made."""

    pages: int
    problems: tuple[Problem, ...]
    """Found on the way; they are told again."""
    utterances: tuple[Utterance, ...]
    former: tuple[Former, ...]
    """Words that its page of corrections shows."""
    sums: Mapping[str, str]
    """The hash of each file, by path."""


_CODEC: Codec[Known] = Codec(Known, named=(Article,))


def key_of(
    settings: Settings, site: Surroundings, written: tuple[Written, ...], cache: Cache
) -> bytes | None:
    """Return the name of all that a site is made of, None where not all of it can be told.

    Args:
        settings: Of the digest.
        site: What else its configuration says.
        written: The owner's pages, as they are now: extensions of Markdown may read any file.
        cache: Gives the name.
    """
    folders = (settings.content_dir, *settings.template_dirs, templates_dir(), settings.archive_dir)
    if any(map(_has_links, folders)):
        return None  # what they lead to would have to be followed as each reader does
    files = (settings.models_file, settings.archive_dir.with_suffix(".json"))
    try:
        return cache.key(
            KIND,
            _told(settings, site.folder),
            _told(site, site.folder),
            written,
            [folder_version(folder) for folder in folders],
            [file.read_bytes() if file.is_file() else None for file in files],
        )
    except (UnkeyedError, OSError):
        return None


def _told(record: Any, root: Path) -> list[tuple[str, Any]]:
    """Return the fields of a record that make a difference; the same site elsewhere is the same site."""
    named = (field.name for field in fields(record) if field.name not in _NO_DIFFERENCE)
    return [(name, _plain(getattr(record, name), root)) for name in named]


def _plain(value: Any, root: Path) -> Any:
    if isinstance(value, Path):
        return os.path.relpath(value, root)
    return [_plain(one, root) for one in value] if isinstance(value, tuple) else value


def _has_links(folder: Path) -> bool:
    return folder.is_symlink() or any(
        os.path.islink(os.path.join(parent, name))  # noqa: PTH114, PTH118 (every file of the content)
        for parent, folders, names in os.walk(folder)
        for name in (*folders, *names)
    )


def keep(key: bytes, known: Known, cache: Cache) -> None:
    """Keep what is known of a site that now stands."""
    cache.put(KIND, key, _CODEC.dump(known))


def as_made(
    key: bytes, settings: Settings, folder: Path, written: tuple[Written, ...], cache: Cache
) -> Known | None:
    """Return what is known of the site in a folder, None where it has to be made.

    Args:
        key: Of all that it would be made of.
        settings: Of the digest.
        folder: Where it stands.
        written: The owner's pages, which are the owner's to answer for.
        cache: Knows what the last build made.
    """
    data = cache.get(KIND, key)
    if data is None:
        return None
    published, _ = load_record(settings.content_dir)
    articles = read(settings, published.articles, cache=cache).articles
    try:
        known = _CODEC.load(data, {Article: {str(article.id): article for article in articles}})
    except DamagedError:
        return None
    owned = {page.path for page in written}
    verifier = Verifier(articles, known.utterances, settings.languages, known.former, settings.content_dir)
    left = dict(known.sums)

    def as_before() -> Iterator[tuple[str, bytes]]:
        for path, content in _files(folder):
            if left.pop(path, None) != hash_of(content):
                raise QuotationError(f"{path}: not as it was made")
            if path.removesuffix("index.html") not in owned and path not in owned:
                yield path, content

    try:
        verifier.verify_files(as_before())
    except (OSError, QuotationError):
        return None
    return known if not left else None


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of a site, but for what is hidden at its top, which is not ours.

    Raises:
        OSError: there is something else than files and folders that hold some.
    """
    inside = len(str(folder)) + 1
    for parent, folders, names in os.walk(folder, onerror=_raised):
        if parent == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]  # noqa: PLW2901
        if not folders and not names:
            raise OSError(f"{parent}: empty")
        for name in (*folders, *names):
            if os.path.islink(f"{parent}/{name}"):  # noqa: PTH114 (ten thousand of them)
                raise OSError(f"{name}: a link")
        for name in names:
            path = f"{parent}/{name}"
            with open(path, "rb") as file:  # noqa: PTH123
                yield path[inside:], file.read()


def _raised(error: OSError) -> None:
    raise error
