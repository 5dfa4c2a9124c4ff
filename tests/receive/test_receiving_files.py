"""Saved pages, letters and archives."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage

import brotli
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from digest.receive import Body, Item, NotTaken, Received, TooLargeError, UnreadableError, receive, unpacked
from digest.receive.archives import dechunked

PAGE = (
    '<!DOCTYPE html><html lang="es"><head><title>Sí</title></head><body><p>«Sí», dijo Zoé.</p></body></html>'
)


def items(data: bytes, name: str = "") -> list[Item]:
    return list(receive(io.BytesIO(data), name=name))


def a_warc(*answers: tuple[str, str, dict[str, str], bytes]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, status, headers, body in answers:
        http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=http,
            warc_headers_dict={"WARC-Date": "2026-02-02T07:04:00Z"},
        )  # fmt: skip
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_an_archive_gives_its_pages_however_they_are_packed_and_says_what_is_none() -> None:
    plain = PAGE.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(plain)), gzip.compress(plain))
    found = items(
        a_warc(
            ("https://a.example/1", "200 OK", HTML, plain),
            (
                "https://a.example/2",
                "200 OK",
                {**HTML, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"},
                chunks,
            ),
            ("https://a.example/3", "200 OK", {**HTML, "Content-Encoding": "br"}, brotli.compress(plain)),
            (
                "https://a.example/4",
                "200 OK",
                {**HTML, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"},
                plain,
            ),
            ("https://a.example/5", "404 Not Found", HTML, plain),
            ("https://a.example/6", "301 Moved", {**HTML, "Location": "/1"}, b""),
            ("https://a.example/7", "200 OK", {"Content-Type": "text/css"}, b"p {}"),
            ("https://a.example/8", "200 OK", {**HTML, "Content-Encoding": "zstd"}, b"?"),
            ("https://a.example/9", "200 OK", {**HTML, "Content-Encoding": "dcz"}, b"?"),
            (
                "https://a.example/0",
                "200 OK",
                {**HTML, "Content-Encoding": "zstd"},
                zstandard.ZstdCompressor().compress(plain),
            ),
            ("https://a.example/10", "200 OK", {**HTML, "Content-Encoding": "zstd"}, plain),
        ),
        "pages.warc.gz",
    )
    pages = [one for one in found if isinstance(one, Received)]
    assert [one.source for one in pages] == [plain] * 6
    assert {one.captured for one in pages} == {"2026-02-02T07:04:00Z"}
    left = {one.what[-1]: one.why for one in found if isinstance(one, NotTaken)}
    assert left == {
        "5": "the server answered 404",
        "6": "it is a redirect",
        "7": "it is no page (text/css)",
        "8": "it cannot be unpacked (zstd)",
        "9": "it is packed as “dcz”, which is not read",
    }


def test_the_encoding_that_only_http_tells_is_told_on() -> None:
    [page] = items(
        a_warc(
            (
                "https://a.example/1",
                "200 OK",
                {"Content-Type": "text/html; charset=windows-1251"},
                b"<p>\xc4\xe0",
            )
        )
    )
    assert isinstance(page, Received)
    assert page.charset == "windows-1251"


def test_a_broken_archive_gives_what_stands_before_the_break() -> None:
    whole = a_warc(
        ("https://a.example/1", "200 OK", HTML, PAGE.encode()),
        ("https://a.example/2", "200 OK", HTML, PAGE.encode()),
    )
    source = receive(io.BytesIO(whole[: len(whole) - 40]))
    assert isinstance(next(source), Received)
    with pytest.raises(UnreadableError, match="breaks off"):
        list(source)


def test_a_wacz_gives_the_pages_of_the_archives_in_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "archive/data.warc.gz", a_warc(("https://a.example/1", "200 OK", HTML, PAGE.encode()))
        )
        package.writestr("datapackage.json", "{}")
    [page] = items(out.getvalue(), "a.wacz")
    assert isinstance(page, Received)
    assert page.url == "https://a.example/1"


def test_what_unpacks_beyond_its_limit_is_refused_before_it_is_unpacked() -> None:
    for raw, packed in ((gzip.compress(b"0" * 1_000_000), "gzip"), (brotli.compress(b"0" * 1_000_000), "br")):
        with pytest.raises(TooLargeError):
            unpacked(raw, packed, 10_000)
        assert len(unpacked(raw, packed, 2_000_000)) == 1_000_000


def test_what_breaks_off_is_no_whole_body() -> None:
    with pytest.raises(ValueError, match="breaks off"):
        unpacked(gzip.compress(b"0123456789" * 99)[:-9], "gzip")


def test_a_body_without_the_frame_of_chunks_that_its_headers_promise_stays_as_it_is() -> None:
    assert dechunked(b"<p>Text</p>") == b"<p>Text</p>"
    assert dechunked(b"3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n") == b"abcde"


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/2026/si
Subject: Si
Date: Sat, 28 Nov 2026 18:04:28 GMT
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/2026/si

<html lang=3D"es"><p>=C2=ABS=C3=AD=C2=BB, dijo.</p></html>
--b
Content-Type: text/html
Content-Location: https://a.example/frame

<p>Frame</p>
--b--
"""


def test_a_page_saved_as_one_file_is_its_first_part_in_utf_8_and_not_of_the_day_of_saving() -> None:
    [page] = items(MHTML, "page.mhtml")
    assert isinstance(page, Received)
    assert "«Sí», dijo" in page.source.decode(page.charset or "")
    assert "Frame" not in page.source.decode()
    assert (page.url, page.published, page.body) == ("https://a.example/2026/si", None, Body.PAGE)


@pytest.mark.parametrize(
    "kept", [MHTML.rpartition(b"--b--")[0], MHTML.partition(b"<p>Frame")[0], MHTML.partition(b"--b")[0]]
)
def test_a_message_whose_end_is_missing_is_named_and_nothing_of_it_is_taken(kept: bytes) -> None:
    with pytest.raises(UnreadableError, match="its end is missing"):
        items(kept, "page.mhtml")


def test_a_letter_gives_subject_sender_date_and_plain_text() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Déclaration de la maire"
    letter["From"] = "Mairie du Port <presse@mairie.example>"
    letter["To"] = "redaction@example.org"
    letter["Date"] = "Mon, 02 Feb 2026 07:04:00 +0100"
    letter.set_content("« Oui », a dit Zoé Roux. " * 20)
    letter.add_alternative("<p>autre</p>", subtype="html")
    [one] = items(letter.as_bytes(), "letter.eml")
    assert isinstance(one, Received)
    assert (one.title, one.outlet, one.published) == (
        "Déclaration de la maire",
        "Mairie du Port",
        "2026-02-02T07:04:00+01:00",
    )
    assert one.source.decode(one.charset or "").startswith("« Oui »")


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", ""])
def test_a_page_is_known_by_its_text_or_its_name(name: str) -> None:
    assert [type(one).__name__ for one in items(PAGE.encode(), name)] == ["Received"]
    [page] = items(f"<?xml version='1.0'?>{PAGE}".encode(), name)
    assert isinstance(page, Received)
    assert page.body is Body.PAGE


def test_a_text_is_pasted_text() -> None:
    [one] = items("Título\n\n«Sí», dijo.\n".encode(), "a.txt")
    assert isinstance(one, Received)
    assert one.body is Body.PASTED


@pytest.mark.parametrize(
    ("told", "captured"),
    [
        ("2026-02-02T07:04:00Z", "2026-02-02T07:04:00Z"),
        ("2026-02-02T07:04:00.123456789Z", "2026-02-02T07:04:00Z"),
        ("2026-02-30T07:04:00Z", None),
        ("2026-02", None),
        ("20260202070400", None),
        ("/../..T07:04:00Z", None),
        ("..//../../etc", None),
        ("Mon, 02 Feb 2026 07:04:00 GMT", None),
        ("２０２６-02-02T07:04:00Z", None),
    ],
)
def test_when_a_page_was_captured_is_a_moment_or_nothing(told: str, captured: str | None) -> None:
    archive = gzip.decompress(a_warc(("https://a.example/1", "200 OK", HTML, PAGE.encode())))
    [page] = items(archive.replace(b"WARC-Date: 2026-02-02T07:04:00Z", f"WARC-Date: {told}".encode()))
    assert isinstance(page, Received)
    assert page.captured == captured
