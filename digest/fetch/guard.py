"""Which addresses may be reached: public ones, resolved once and then connected to as they were checked."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from digest.errors import FetchError

ALLOW_LOOPBACK = "DIGEST_ALLOW_LOOPBACK"
"""The environment variable that lets this machine's own servers be reached."""

_TRANSLATED = ip_network("64:ff9b::/96")
_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan")
_PORTS = {"http": 80, "https": 443}

Resolver = Callable[[str, int], list[str]]
"""A host and a port → its addresses, as texts."""


def resolved(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system knows them.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def split(address: str) -> tuple[SplitResult, str, int]:
    """Return an address in parts, its host and its port.

    Raises:
        FetchError: it is no http or https address, or holds a name and password.
    """
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise FetchError(f"{address}: this is no address", is_refused=True) from None
    if parts.scheme not in _PORTS:
        raise FetchError(f"{address}: only http and https addresses are fetched", is_refused=True)
    if not host or "@" in parts.netloc:
        raise FetchError(
            f"{address}: write an address with a host, and without name and password", is_refused=True
        )
    return parts, host, port


def checked(host: str, port: int, resolve: Resolver, *, shown: str) -> str:
    """Return the address to connect to.

    Raises:
        FetchError: the host is not public, or has no address.
    """
    literal = _literal(host)
    try:
        found = [str(literal)] if literal else resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{shown}: the name {host} is not known ({_said(error)})") from error
    if not found:
        raise FetchError(f"{shown}: the name {host} is not known")
    for one in found:
        _demand_public(one, host, shown)
    return found[0]


def demand_public_name(host: str, *, shown: str) -> None:
    """Refuse what is not public as it is written; behind a proxy that is all there is to see.

    Raises:
        FetchError: it is a private address, or a name of private networks.
    """
    literal = _literal(host)
    if literal:
        _demand_public(str(literal), host, shown)
    elif f".{host.lower()}".endswith(_PRIVATE_NAMES) or "." not in host:
        raise FetchError(f"{shown}: {host} is no public host", is_refused=True)


def is_loopback(address: str) -> bool:
    """Tell whether an IP address is this machine's own."""
    literal = _literal(address)
    return bool(literal and _inner(literal).is_loopback)


def _demand_public(address: str, host: str, shown: str) -> None:
    one = _inner(ip_address(address.partition("%")[0]))
    if one.is_loopback and os.environ.get(ALLOW_LOOPBACK) == "1":
        return
    if not one.is_global or one.is_multicast or one.is_reserved or one.is_unspecified:
        where = f"{host} is {address}, which" if address != host else f"{host}"
        hint = f"; set {ALLOW_LOOPBACK}=1 to reach servers of this machine" if one.is_loopback else ""
        raise FetchError(
            f"{shown}: {where} is no public address, so it is not fetched{hint}", is_refused=True
        )


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    """Return the IP address that a host is, in any way that a system reads one (`127.1`, `0x7f000001`)."""
    try:
        return ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host)) if host[:1].isdigit() else None
    except (OSError, UnicodeError):
        return None


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or " ".join(str(error).split())[:100]
