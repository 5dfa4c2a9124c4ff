"""What a configuration written for Material says of the site's look → `Look`, for our own frame.

What we cannot show (icons of a font, a typeface from somewhere else) is left to the theme. Values are the
owner's, but YAML lets anything stand anywhere: what is not of its kind is passed over, as the theme's own
business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from digest.config.kinds import is_whole
from digest.languages.visible import clean
from digest.model import Look

# Google's Material Design palette, shade 500, as https://m2.material.io/design/color publishes it; by the
# names that Material for MkDocs gives to `primary`.
_PRIMARY = {
    "red": "#f44336",
    "pink": "#e91e63",
    "purple": "#9c27b0",
    "deep purple": "#673ab7",
    "indigo": "#3f51b5",
    "blue": "#2196f3",
    "light blue": "#03a9f4",
    "cyan": "#00bcd4",
    "teal": "#009688",
    "green": "#4caf50",
    "light green": "#8bc34a",
    "lime": "#cddc39",
    "yellow": "#ffeb3b",
    "amber": "#ffc107",
    "orange": "#ff9800",
    "deep orange": "#ff5722",
    "brown": "#795548",
    "grey": "#757575",
    "blue grey": "#546e7a",
}
_TYPEFACE = re.compile(r"[\w][\w .-]{0,60}")
_DARK = "slate"


def look_of(values: Mapping[Any, Any], *, root: str = "") -> Look:
    """Return the look of a site.

    Args:
        values: Its configuration, as YAML gives it.
        root: The path of its root on the host, where the digest stands in a folder of it.
    """
    theme = _mapping(values.get("theme"))
    palette = theme.get("palette")
    # The first of several is the one that readers see first.
    scheme = _mapping(next(iter(palette), None) if isinstance(palette, list) else palette)
    primary = _text(scheme.get("primary")).replace("-", " ")
    typeface = _text(_mapping(theme.get("font")).get("text"))
    return Look(
        logo=_rooted(_text(theme.get("logo")), root),
        copyright=_text(values.get("copyright")),
        links=tuple(dict.fromkeys(_links(values))),
        primary=_PRIMARY.get(primary, ""),
        # Of several, the reader chooses; ours offers that choice anyway.
        is_dark=not isinstance(palette, list) and _text(scheme.get("scheme")) == _DARK,
        typeface=typeface if _TYPEFACE.fullmatch(typeface) else "",
        description=_text(values.get("site_description")),
    )


def _links(values: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    social = _mapping(values.get("extra")).get("social")
    for one in social if isinstance(social, list) else []:
        entry = _mapping(one)
        address = _text(entry.get("link"))
        if is_whole(address) and urlsplit(address).scheme in {"http", "https", "mailto"}:
            yield address, _text(entry.get("name")) or _host(address)
    address = _text(values.get("repo_url"))
    if is_whole(address) and urlsplit(address).scheme in {"http", "https"}:
        yield address, _text(values.get("repo_name")) or _host(address)


def _host(address: str) -> str:
    parts = urlsplit(address)
    return (parts.hostname or parts.path).removeprefix("www.")


def _rooted(path: str, root: str) -> str:
    if not is_whole(path):
        return ""
    parts = urlsplit(path)
    if not root or not path or parts.scheme or parts.netloc or path.startswith("/"):
        return path
    return f"{root.rstrip('/')}/{path}"


def _mapping(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return clean(value).strip() if isinstance(value, str) else ""
