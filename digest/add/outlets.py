"""Which outlet an article is of; one that nobody knows yet gets an entry, and no other byte changes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from unicodedata import category
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml

from digest.add.slug import slug_from_words
from digest.errors import AddError
from digest.model import Outlet, OutletId
from digest.read import entry, read_registries
from digest.receive import canonical, host_of
from digest.whole import read_whole

_NEW = "# Who published what; the ids are what articles call them by.\n"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates of direction: the rest of a line would be read in another order."""


class Outlets:
    """The outlets of a site.

    Args:
        content_dir: The content folder.
        zone: The site's time zone.

    Raises:
        AddError: `outlets.yml` has errors; its text names each.
    """

    def __init__(self, content_dir: Path, zone: ZoneInfo) -> None:
        self._file = content_dir / "outlets.yml"
        self._zone = zone
        registries = read_registries(content_dir, zone)
        wrong = [str(problem) for problem in registries.problems if problem.path == "outlets.yml"]
        if wrong:
            raise AddError("\n".join(wrong))
        self._by_id: dict[str, Outlet] = {str(id_): one for id_, one in registries.outlets.items()}

    def __getitem__(self, id_: str) -> Outlet:
        return self._by_id[id_]

    def get(self, id_: str, otherwise: Outlet) -> Outlet:
        """Return the outlet of an id, or another where there is none."""
        return self._by_id.get(id_, otherwise)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._by_id

    @property
    def ids(self) -> list[str]:
        """The ids of all outlets."""
        return sorted(self._by_id)

    def of(self, url: str | None, name: str | None) -> Outlet | None:
        """Return the outlet that publishes under an address, or has a name."""
        host, path = _place(url) if url else ("", "")
        if host:
            fitting = [(fit, one) for one in self._by_id.values() if (fit := _fit(one, host, path))]
            if fitting:
                return max(fitting, key=lambda pair: pair[0])[1]
            return None
        folded = (name or "").casefold()
        return next((one for one in self._by_id.values() if folded and one.name.casefold() == folded), None)

    def unknown(self, url: str | None, name: str | None, language: str | None) -> Outlet | None:
        """Return an outlet as it would be entered, None where nothing tells what to call it."""
        host = host_of(url) if url else ""
        label = _label(host) if host else slug_from_words(name or "")
        if not label:
            return None
        full = host.replace(".", "-").replace(":", "-") or label
        number = 2
        for id_ in (label, full):
            if id_ not in self._by_id:
                label = id_
                break
        else:
            while f"{full}-{number}" in self._by_id:
                number += 1
            label = f"{full}-{number}"
        scheme = urlsplit(url).scheme if url else ""
        place = urlsplit(url).netloc if url else ""
        return Outlet(
            id=OutletId(label), name=_shown(name or "") or host or label, language=language,
            url=f"{scheme}://{place}/" if host else None,
        )  # fmt: skip

    def enter(self, outlet: Outlet) -> bytes:
        """Take an outlet in and return the bytes of `outlets.yml` with it.

        Raises:
            AddError: the file cannot be gone on with.
        """
        values = {"name": outlet.name, "language": outlet.language, "url": outlet.url}
        old = held(self._file, _NEW.encode())
        new = _appended(old, entry(outlet.id, values))
        if _ids(new) != _ids(old) | {str(outlet.id)}:
            raise AddError(f"{self._file.name}: nothing can be added at its end; write “{outlet.id}” by hand")
        self._by_id[str(outlet.id)] = outlet
        return new

    @property
    def file(self) -> Path:
        """Where they stand."""
        return self._file


def held(file: Path, otherwise: bytes) -> bytes:
    """Return what a data file holds.

    Args:
        file: Need not be there.
        otherwise: What it holds then.

    Raises:
        AddError: it cannot be read.
    """
    try:
        return read_whole(file) if file.exists() else otherwise
    except OSError as error:
        raise AddError(f"{file}: cannot be read: {error.strerror}") from error


def _ids(content: bytes) -> set[str]:
    try:
        # As text: to YAML 007 and 0x7 would be the number seven.
        tree = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    except (yaml.YAMLError, ValueError, RecursionError):
        return set()
    return set(map(str, tree)) if isinstance(tree, dict) else set()


def _appended(old: bytes, lines: str) -> bytes:
    windows = b"\r\n" in old
    gap = b"" if not old or old.endswith((b"\n", b"\r")) else (b"\r\n" if windows else b"\n")
    return old + gap + (lines.replace("\n", "\r\n") if windows else lines).encode()


@lru_cache(maxsize=10_000)
def _place(url: str) -> tuple[str, str]:
    """Return host and path of an address in its one form: people write hosts in their own letters."""
    one = canonical(url) or url
    return host_of(one), urlsplit(one).path


def _fit(outlet: Outlet, host: str, path: str) -> tuple[int, int] | None:
    """Return how well an address fits an outlet's; None if not at all."""
    own, folder = _place(outlet.url) if outlet.url else ("", "")
    if not own or not (host == own or host.endswith(f".{own}")):
        return None
    folder = folder.rstrip("/")
    if folder and not f"{path}/".startswith(f"{folder}/"):
        return None
    return len(own), len(folder)


def _shown(name: str) -> str:
    r"""Return a name without what turns a line around and without control characters; joiners stay.

    >>> _shown("\u202eEl\x07 Faro"), _shown("\u0645\u06cc\u200c\u062e")
    ('El Faro', '\u0645\u06cc\u200c\u062e')
    """
    kept = (char for char in name if char not in _TURNING and (char.isspace() or category(char) != "Cc"))
    return " ".join("".join(kept).split())


def _label(host: str) -> str:
    """Return what names a host: `bbc` of `www.bbc.co.uk`, `127-0-0-1` of an IP address.

    >>> _label("bbc.co.uk"), _label("news.example.org"), _label("faro.local"), _label("127.0.0.1")
    ('bbc', 'example', 'faro', '127-0-0-1')
    """
    from tld import get_tld  # noqa: PLC0415 - only new outlets need it

    found = get_tld(f"https://{host}/", as_object=True, fail_silently=True)
    parts = host.split(".")
    is_number = parts[-1].isdigit() or ":" in host
    label = getattr(found, "domain", "") or (host if is_number or len(parts) < 2 else parts[-2])
    return slug_from_words(_unicode(label))


def _unicode(label: str) -> str:
    import idna  # noqa: PLC0415 - few hosts need it

    try:
        return idna.decode(label) if label.startswith("xn--") else label
    except idna.IDNAError:
        return label
