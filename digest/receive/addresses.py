"""Addresses as one article has one: without fragment and tracking, percent-encoded in capitals."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

import idna

_TRACKING = re.compile(
    r"utm_\w+|at_(medium|campaign|custom\d|format|link\w*|bbc_team|ptr_name|creation)|xtor|itm_\w+|mtm_\w+|pk_\w+|piwik_\w+"
    r"|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|igshid|igsh|twclid|ttclid|mc_[ce]id|_hs(enc|mi)|mkt_tok"
    r"|ns_\w+|cmpid|s_cid|smid|ocid|ref_src|ref_url|spm|wt_(mc|zmc)|__twitter_impression|oly_\w+|vero_\w+|_openstat",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ALLOWED = _UNRESERVED | frozenset("%!$&'()*+,;=:@/?")
_HOST = re.compile(r"[a-z0-9._-]*")
_PORTS = {"http": 80, "https": 443}


def canonical(address: str, base: str = "") -> str | None:
    """Return an http or https address in its one form, or None if it is none.

    A query stays but for what is there to track readers: it may be what names the article.

    >>> canonical("HTTP://Example.org:80/a%d9?p=5&utm_source=x#top")
    'http://example.org/a%D9?p=5'
    >>> canonical("2.html", "https://example.org/zh/1.html")
    'https://example.org/zh/2.html'
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
        return None
    netloc = host if port in {None, _PORTS[parts.scheme]} else f"{host}:{port}"
    pairs = [pair for pair in parts.query.split("&") if pair and not _is_tracking(pair)]
    query = "&".join(map(_escaped, pairs))
    path = _escaped(parts.path) or "/"
    # Browsers take `/a/../b` for `/b`; `urljoin` does, where there is something to join.
    path = urlsplit(urljoin(f"{parts.scheme}://{netloc}/", path)).path if "/." in path else path
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def key_of(address: str) -> str:
    """Return what two addresses of one page have in common.

    >>> key_of("http://www.example.org/a/") == key_of("https://example.org/a?utm_medium=rss")
    True
    """
    parts = urlsplit(canonical(address) or address)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}{'?' + parts.query if parts.query else ''}"


def host_of(address: str) -> str:
    """Return the host of an address, without a leading `www.`; empty if there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _host(name: str) -> str:
    name = name.rstrip(".").lower()
    if ":" in name:  # the brackets of an address of IPv6, which `urlsplit` takes off
        return f"[{name}]"
    if name.isascii():
        return name if _HOST.fullmatch(name) else ""
    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise ValueError(name) from error


def _is_tracking(pair: str) -> bool:
    return bool(_TRACKING.fullmatch(pair.partition("=")[0]))


def _escaped(text: str) -> str:
    """Percent-encode what must be, undo what need not be."""

    def undone(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else match[0].upper()

    known = _ESCAPE.sub(undone, text)
    return "".join(
        char if char in _ALLOWED else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in known
    )
