"""E-mails (`.eml`) and pages that browsers save as one file (`.mhtml`, `.mht`)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.utils import parseaddr

from digest.languages.dates import dated
from digest.receive.addresses import canonical
from digest.receive.records import Body, Received, UnreadableError

_SHORTEST = 200
"""Characters of a plain part that is more than a line saying that the message is HTML."""
_CUT_OFF = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


def message(data: bytes) -> Iterator[Received]:
    """Yield the page or the letter that a MIME message is.

    Raises:
        UnreadableError: no part of it is text, or its headers are broken.
    """
    try:
        yield _message(data)
    except (
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:  # what `email` raises besides its own
        raise UnreadableError(f"a header of this message is broken ({error})") from error


def _message(data: bytes) -> Received:
    whole = message_from_bytes(data, policy=policy.default)
    if any(isinstance(defect, _CUT_OFF) for part in whole.walk() for defect in part.defects):
        # Half a page would pass for a new version of the whole one, with its quotations gone.
        raise UnreadableError("its end is missing, so what it holds may be cut off; save it anew")
    address = whole.get("Snapshot-Content-Location") or ""
    pages = [
        part for part in whole.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}
    ]
    is_page = bool(address) or (
        whole.get_content_type() == "multipart/related" and pages and not whole.get("To")
    )
    return _page(whole, pages, str(address)) if is_page else _letter(whole, pages)


def _page(whole: EmailMessage, pages: list[EmailMessage], address: str) -> Received:
    """Return a saved page: the part that the message starts with, never one of its frames."""
    if not pages:
        raise UnreadableError("there is no page in it; save the page anew")
    start = whole.get_param("start")
    named = [part for part in pages if start and part.get("Content-ID") == start]
    placed = [part for part in pages if address and part.get("Content-Location") == address]
    root = (named or placed or pages)[0]
    # Not `get_content()`: browsers name no encoding here, and it would take the bytes for ASCII.
    source = root.get_payload(decode=True)
    return Received(
        source=source if isinstance(source, bytes) else b"",
        charset=root.get_content_charset() or "utf-8",
        url=canonical(address or str(root.get("Content-Location") or "")),
    )


def _letter(whole: EmailMessage, pages: list[EmailMessage]) -> Received:
    plain = [
        part for part in whole.walk() if part.get_content_type() == "text/plain" and not part.get_filename()
    ]
    texts = [(part, part.get_payload(decode=True)) for part in plain]
    best, source = next(((part, text) for part, text in texts if isinstance(text, bytes)), (None, b""))
    kind = Body.PASTED
    if pages and len(source) < _SHORTEST:
        best, kind = pages[0], Body.PAGE
        payload = best.get_payload(decode=True)
        source = payload if isinstance(payload, bytes) else b""
    if best is None or not source.strip():
        raise UnreadableError("there is no text in this e-mail; save what it encloses")
    told = whole.get("Content-Language") or best.get("Content-Language")
    language = str(told or "").split(",")[0].strip() or None
    sent = dated(str(whole.get("Date") or ""), language)
    name, mailbox = parseaddr(str(whole.get("From") or ""))
    return Received(
        source=source,
        body=kind,
        charset=best.get_content_charset() or "utf-8",
        url=canonical(str(whole.get("Archived-At") or "").strip("<> ")),
        id=str(whole.get("Message-ID") or "").strip() or None,
        title=" ".join(str(whole.get("Subject") or "").split()) or None,
        language=language,
        published=sent.iso,
        outlet=name or mailbox.partition("@")[2] or None,
        doubts=(sent.doubt,) if sent.doubt else (),
    )
