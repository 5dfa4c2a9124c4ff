"""What a page of ours may load: its Content-Security-Policy (CSP Level 3).

Whatever gets into a page, no browser runs it: scripts, styles and images come from the site itself and from
the hosts that the owner names in `extra_css` and `extra_javascript`. Who may frame a page is nobody's danger
where nothing can be pressed that matters, and embeds are there to be framed, so nothing is said of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from digest.model import Settings
from digest.publish.frame.sheets import embed_sheet

REFERRER = "strict-origin"
"""Outlets learn from which site their readers come, and not from which page."""

_GOOGLE = "https://www.googletagmanager.com"
_GOOGLE_ASKS = (
    "https://*.google-analytics.com",
    "https://*.analytics.google.com",
    "https://*.googletagmanager.com",
)
"""Where Google's documentation says that its analytics send what they measure."""

_NEVER = frozenset({"owned"})
"""Pages that the owner wrote are HTML of the owner's, who answers for it."""


def policy(kind: str, settings: Settings) -> str:
    """Return the policy of pages of a kind (see `Page`); empty where there is none."""
    if kind in _NEVER:
        return ""
    styles = _origins(settings.stylesheets)
    scripts = _origins(script.path for script in settings.scripts)
    asked = [*scripts, *(_GOOGLE_ASKS if _GOOGLE in scripts else ())]
    asks = kind in {"search", "missing"}
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *scripts],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'", "data:", *styles, *asked, *_origins((settings.look.logo,))],
        "font-src": ["'self'", "data:", *styles] if settings.stylesheets else [],
        "connect-src": ["'self'", *asked] if asks or settings.scripts else [],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
    return "; ".join(
        f"{name} {' '.join(dict.fromkeys(sources))}" for name, sources in directives.items() if sources
    )


def embed_policy() -> str:
    """Return the policy of a statement that other sites may frame: it loads nothing, and runs nothing."""
    _, digest = embed_sheet()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def headers(settings: Settings) -> str:
    """Return lines for a file `_headers`, which several static hosts send with the pages it names.

    A policy that comes with a page holds from its first byte. Each is also in the page itself.
    """
    base = urlsplit(settings.site_url).path
    kinds = (
        "story",
        "article",
        "person",
        "topic",
        "outlet",
        "archive",
        "people",
        "topics",
        "outlets",
        "search",
    )
    lines = [f"{base}*", f"  Referrer-Policy: {REFERRER}", "  X-Content-Type-Options: nosniff"]
    for kind in kinds:
        ends = "" if kind == "search" else "*"
        lines += [f"{base}:edition/{kind}/{ends}", f"  Content-Security-Policy: {policy(kind, settings)}"]
    if "embeds" in settings.outputs:
        # A header alone may say who frames a page.
        told = f"{embed_policy()}; frame-ancestors *"
        lines += [f"{base}:edition/embed/*", f"  Content-Security-Policy: {told}"]
    return "\n".join(lines) + "\n"


def _origins(addresses: Iterable[str]) -> list[str]:
    """Return the hosts of those addresses that are not the site's own."""
    parts = (urlsplit(f"https:{one}" if one.startswith("//") else one) for one in addresses)
    return list(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts if part.netloc))
