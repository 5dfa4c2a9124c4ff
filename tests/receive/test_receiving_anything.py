"""Whatever bytes are handed over, something is made of them or they are named: nothing else is raised."""

from __future__ import annotations

import io
import json
import random
import time
from contextlib import suppress

import pytest
from test_receiving_feeds import ATOM, RSS
from test_receiving_files import HTML, MHTML, PAGE, a_warc

from digest.receive import UnreadableError, receive

SEEDS = [
    (
        RSS
        % "<item><title>Un</title><link>/a</link><pubDate>Mon, 02 Feb 2026 07:04:00 +0100</pubDate></item>"
    ).encode(),
    (
        ATOM % ("es", '<entry><link href="1"/><content type="xhtml"><div><p>Sí</p></div></content></entry>')
    ).encode(),
    json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_html": "<p>x</p>"}]}
    ).encode(),
    json.dumps(
        {
            "uri": "urn:x:1",
            "headlines": [{"value": "x"}],
            "bodies": [{"contentType": "text/html", "value": "y"}],
        }
    ).encode(),
    b'<opml><body><outline text="A"><outline xmlUrl="https://a.example/f" category="/a,/b"/></outline></body></opml>',
    b'<newsItem xml:lang="es"><contentSet><inlineXML><body><p>x</p></body></inlineXML></contentSet></newsItem>',
    MHTML,
    PAGE.encode(),
    a_warc(("https://a.example/1", "200 OK", {**HTML, "Content-Encoding": "gzip"}, PAGE.encode())),
]
PIECES = [
    b"<", b">", b"&", b"\0", b"\xff\xfe", b"&#x110000;", b'<!ENTITY a "&a;">', b"99999999999", b"</item>", b"{", b"]", b"null",
    b"\r\n", b"http://[", b"<![CDATA[", b"=?x?q?", b"charset=zzz", b"\xed\xa0\x80", b"<a:b:c xmlns:a='", b"-00:99", b"9999-99-99T99",
]  # fmt: skip


def mutilated(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            data[at:at] = chance.choice(PIECES)
        elif kind == 1:
            del data[at : at + chance.randint(1, 40)]
        elif kind == 2:
            data[at : at + 1] = bytes([chance.randrange(256)])
        else:
            start = chance.randrange(len(data) + 1)
            data[at:at] = data[start : start + chance.randint(1, 100)]
    return bytes(data)


def hold(seed: int, number: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same bytes each time
    for _ in range(number):
        data = mutilated(chance)
        began = time.monotonic()
        with suppress(UnreadableError):
            list(receive(io.BytesIO(data), base=chance.choice(["", "https://a.example/"])))
        assert time.monotonic() - began < 5


def test_mutilated_files_are_read_or_named() -> None:
    hold(seed=1, number=1500)


@pytest.mark.thorough
def test_very_many_mutilated_files_are_read_or_named() -> None:
    hold(seed=2, number=100_000)
