"""What servers send beside a file of the site, or instead of it: packed copies, and lines of headers."""

from __future__ import annotations

import gzip
import sys

import brotli
import pytest
import zstandard
from finished import STORY, Finished


def test_a_packed_copy_is_the_file_that_it_is_sent_instead_of(site: Finished) -> None:
    page = site.folder / STORY
    beside = {".gz": gzip.compress, ".br": brotli.compress, ".zst": zstandard.ZstdCompressor().compress}
    for end, pack in beside.items():
        page.with_name(f"index.html{end}").write_bytes(pack(page.read_bytes()))
    (site.folder / "theirs.tar.gz").write_bytes(b"x")
    assert site.faults() == []
    for end, pack in beside.items():
        page.with_name(f"index.html{end}").write_bytes(pack(b"<p>I am made up." * 9_999))
    assert [fault.partition(": ")[0] for fault in site.faults()] == [
        f"{STORY}{end}" for end in sorted(beside)
    ]
    for end in beside:
        page.with_name(f"index.html{end}").write_bytes(b"not packed")
    assert len(site.faults()) == 3


@pytest.mark.parametrize("end", [".xz", ".zstd", ".Z", ".dcz", ".GZ"])
def test_a_copy_packed_as_nothing_that_is_read_is_named(site: Finished, end: str) -> None:
    (site.folder / f"{STORY}{end}").write_bytes(b"packed somehow")
    [fault] = site.faults()
    assert fault.startswith(f"{STORY}{end}: ")


def test_a_packed_copy_is_unpacked_only_where_that_can_be_done_and_else_it_is_said_how(
    site: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    packed = zstandard.ZstdCompressor().compress((site.folder / STORY).read_bytes())
    (site.folder / f"{STORY}.zst").write_bytes(packed)
    [fault] = site.faults()
    assert fault == (
        f"{STORY}.zst: cannot be read: it is packed as “zstd”; pip install zstandard to have it read"
    )


def test_a_packed_copy_of_an_owners_page_is_that_page(site: Finished) -> None:
    page = site.folder / "en/about/index.html"
    page.with_name("index.html.gz").write_bytes(gzip.compress(page.read_bytes()))
    assert site.faults() == []
    page.with_name("index.html.gz").write_bytes(gzip.compress(b"<p>Another."))
    [fault] = site.faults()
    assert fault.startswith("en/about/index.html.gz: holds something else than en/about/index.html")


@pytest.mark.parametrize(
    ("headers", "count"),
    [
        ("/digest/*\n  X-Robots-Tag: noindex\n", 1),
        ("/digest/:edition/story/*\n  x-robots-tag: googlebot: none\n", 1),
        ("/digest/*\n  Referrer-Policy: origin\n  X-Robots-Tag: all\n", 0),
        ("https://example.pages.dev/*\n  X-Robots-Tag: noindex\n", 0),
        ("/digest/drafts/*\n  X-Robots-Tag: noindex\n", 0),
        ("/digest/*.json\n  X-Robots-Tag: noindex\n", 0),
    ],
)
def test_headers_keep_no_page_of_the_digest_s_out_of_searches(
    site: Finished, headers: str, count: int
) -> None:
    (site.folder / "_headers").write_text(headers, "utf-8")
    assert [fault.partition(": ")[0] for fault in site.faults()] == ["_headers"] * count
