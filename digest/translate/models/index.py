"""What an index of Argos packages offers: Argos's own, or a mirror of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from digest.errors import PackageError
from digest.translate.models.download import fetch
from digest.translate.models.pins import NAME, VERSION, Pin

MOST_BYTES = 16 * 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A package that can be downloaded."""

    name: str
    version: str
    addresses: tuple[str, ...]
    """Of the web, or paths."""


Some = TypeVar("Some", bound=Offer)


def offers(index: str) -> tuple[Offer, ...]:
    """Return what the index at an address offers, by name, the newest version of each first.

    An address or path that does not end in `.json` is the folder that `index.json` stands in, as in Argos's
    own setting. Links of a mirror may be relative; in a folder, an archive beside the index is taken for the
    link that ends in its name. What translates nothing, and what makes no sense, is left out.

    Raises:
        PackageError: there is no index at the address.
    """
    address = index if index.endswith(".json") else f"{index.rstrip('/')}/index.json"
    try:
        listed = json.loads(fetch(address, MOST_BYTES) if "://" in index else Path(address).read_bytes())
    except OSError as error:
        raise PackageError(f"{address} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise PackageError(f"{address} is no index of Argos packages: {error}") from error
    if not isinstance(listed, list):
        raise PackageError(f"{address} is no index of Argos packages: it holds no list")
    found = [offer for entry in listed if isinstance(entry, dict) for offer in _offer(entry, address)]
    found.sort(key=lambda offer: numbers(offer.version), reverse=True)
    return tuple(sorted(found, key=lambda offer: offer.name))


def numbers(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by.

    >>> numbers("1.10") > numbers("1.9")
    True
    """
    return tuple(map(int, re.findall(r"\d+", version)))


def _offer(entry: dict[str, object], address: str) -> Iterable[Offer]:
    name, version = f"{entry.get('from_code')}_{entry.get('to_code')}", str(entry.get("package_version"))
    links = entry.get("links")
    named = NAME.fullmatch(name) and VERSION.fullmatch(version)
    if entry.get("type", "translate") == "translate" and named and isinstance(links, list):
        places = (one for link in links if isinstance(link, str) for one in _places(address, link))
        yield Offer(name=name, version=version, addresses=tuple(places))


def _places(address: str, link: str) -> Iterator[str]:
    """Yield the address that a link in an index leads to, if it is of the web, or a file beside the index."""
    with suppress(ValueError):
        if "://" not in address:
            beside = Path(address).parent / Path(urlsplit(link).path).name
            if beside.is_file():
                yield str(beside)
                return
        found = urljoin(address, link)
        if urlsplit(found).scheme in {"http", "https"}:
            yield found


def wanted(listed: Sequence[Some], name: str, pin: Pin | None, *, place: str, instead: str) -> Some:
    """Return the offer of a pair that is pinned, or the newest.

    Args:
        listed: What is offered, the newest version of each first.
        name: Of the pair.
        pin: What the site pins of it.
        place: What offers it, in a word.
        instead: What to do where another version is pinned.

    Raises:
        PackageError: it is not offered.
    """
    found = [offer for offer in listed if offer.name == name]
    fitting = [offer for offer in found if pin is None or offer.version == pin.version]
    if fitting:
        return fitting[0]
    if pin and found:
        raise PackageError(
            f"models.toml pins {name} {pin.version}, and the {place} offers {found[0].version}; "
            f"{instead}, or remove the pin first"
        )
    source, _, target = name.partition("_")
    ways = {offer.name for offer in listed} >= {f"{source}_en", f"en_{target}"}
    hint = f"; by way of English: install {source} en, and en {target}" if ways else ""
    raise PackageError(f"the {place} offers no {name}{hint}")
