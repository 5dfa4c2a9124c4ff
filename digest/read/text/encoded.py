"""The bytes of a saved page → its source, read as browsers read them.

A label means what the WHATWG's Encoding Standard says: iso-8859-1 is windows-1252, gb2312 is gbk. A page
without one is in UTF-8, or in what the browsers of its readers take for granted.
"""

from __future__ import annotations

import codecs
import re

import webencodings

from digest.read.report import Report
from digest.read.text.decode import MAX_TEXT_BYTES, UTF16_MARKS, fitting, line_of, text_from_bytes

_UNASSIGNED = "digest-unassigned"
_NO_LEGACY = frozenset({"utf-8", "replacement", "utf-16le", "utf-16be"})
_LARGER = {"gbk": "gb18030"}
"""Codecs that hold all of another and what browsers read besides."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_LANGUAGE = re.compile(rb"""<html[^>]{0,300}?\slang\s*=\s*["']?([A-Za-z-]{2,12})""", re.IGNORECASE)
_USUAL = "windows-1252"
_BY_ENCODING = {
    "windows-1250": "bs cs hr hu pl ro sk sl",
    "windows-1251": "be bg kk ky mk ru sr tg uk",
    "windows-1253": "el",
    "windows-1254": "az ku tr",
    "windows-1255": "he",
    "windows-1256": "ar fa ur",
    "windows-1257": "et lt lv",
    "windows-1258": "vi",
    "windows-874": "th",
    "shift_jis": "ja",
    "euc-kr": "ko",
    "gb18030": "zh zh-cn zh-hans",
    "big5": "zh-tw zh-hk zh-hant",
}
"""What browsers in a language take a page for that tells no encoding; `_USUAL` in all others."""
_LEGACY = {code: encoding for encoding, codes in _BY_ENCODING.items() for code in codes.split()}
_MOST_STRANGE = 0.05
"""The share of bytes beyond ASCII in a page in Latin letters; other scripts have more in any encoding."""
_MOST_TOLD = 0.25
"""The same where the page tells its language."""
_FEW_DAMAGES = 5
_A_DAMAGE = 10_000
"""Bytes of a page for each further letter that may be damaged."""


def page_from_bytes(data: bytes, report: Report, *, most: int = MAX_TEXT_BYTES) -> str | None:
    """Return the source of a saved page, or None after noting why it cannot be read.

    Args:
        data: The file.
        report: Takes what is wrong.
        most: Bytes that its text may have.
    """
    if data.startswith(UTF16_MARKS):
        # A mark of byte order outranks whatever a page says of itself.
        return fitting(data.decode("utf-16", "replace"), report, most, is_page=True)
    if b"\0" in data:
        return text_from_bytes(data, report, is_page=True, most=most)
    try:
        return fitting(data.decode("utf-8-sig"), report, most, is_page=True)
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    source = _declared(data, declared, report) if declared else _undeclared(data, report)
    return None if source is None else fitting(source, report, most, is_page=True)


def _declared(data: bytes, declared: re.Match[bytes], report: Report) -> str | None:
    label = declared[1].decode("ascii", "replace")
    encoding = webencodings.lookup(label)
    if encoding is not None and encoding.name == "utf-8":
        source = data.decode("utf-8-sig", "replace")
        damages = source.count("\ufffd") - data.count("\ufffd".encode())
        if damages <= max(_FEW_DAMAGES, len(data) // _A_DAMAGE):
            report.warning(1, f"{damages} letters of this page are no UTF-8; “\ufffd” stands in their places")
            return source
    elif encoding is not None and encoding.name not in _NO_LEGACY:
        read = _in_codec(data, _LARGER.get(encoding.codec_info.name, encoding.codec_info.name))
        if read is not None:
            return read
    report.error(line_of(data, declared.start()), f"this is neither UTF-8 nor “{label}”; save it as UTF-8")
    return None


def _undeclared(data: bytes, report: Report) -> str | None:
    told = _LANGUAGE.search(data[:4096])
    language = told[1].decode("ascii").lower() if told else ""
    legacy = _LEGACY.get(language, _LEGACY.get(language.split("-")[0], _USUAL))
    strange, most = sum(byte >= 0x80 for byte in data), _MOST_TOLD if told else _MOST_STRANGE
    source = _in_codec(data, webencodings.lookup(legacy).codec_info.name)
    if source is None or (legacy == _USUAL and strange > most * len(data)):
        return text_from_bytes(data, report, is_page=True)
    report.warning(1, f"the page does not tell its encoding; it is read as {legacy}, as browsers would")
    return source


def _in_codec(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec, _UNASSIGNED if codec.startswith("cp12") else "strict")
    except UnicodeError:
        return None


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that a Windows code page leaves open as browsers do: as control characters."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_UNASSIGNED, _as_control)
