"""Bytes → text, with the traps of hand-made files named by their line."""

from __future__ import annotations

import codecs
import re

import webencodings

from digest.languages.visible import clean
from digest.read.markup import without_inline_data
from digest.read.report import Report

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED_GUILLEMETS = re.compile(r"(?<!&lt;)&lt;&lt;(?![=&])([^<>]{2,2000}?)&gt;&gt;(?!&gt;)")
_TYPED_GUILLEMETS = re.compile(r"(?<!<)<<(?![<=])([^<>]{2,2000}?)>>(?!>)")
MAX_FILE_BYTES = 50_000_000
"""Of one file: a page with all its pictures in it may be large."""
MAX_TEXT_BYTES = 2_000_000
"""Of a text that the site's option says nothing of: data files."""
_BESIDE_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_SCRIPT = "<script"
_NO_PLAIN_SCRIPT = ("<!--", "-->", _SCRIPT)
_UNASSIGNED = "digest-unassigned"
_NO_LEGACY = frozenset({"utf-8", "replacement", "utf-16le", "utf-16be"})
_LARGER = {"gbk": "gb18030"}
"""Codecs that hold all of another and what browsers read besides."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)


def text_from_bytes(
    data: bytes, report: Report, *, is_page: bool = False, most: int = MAX_TEXT_BYTES
) -> str | None:
    """Return the clean text of a UTF-8 file, or None after noting why it is none.

    Args:
        data: The file.
        report: Takes what is wrong.
        is_page: Whether scripts and styles are no part of its text.
        most: Bytes that the text may have.
    """
    if data.startswith(_UTF16_MARKS):
        report.error(1, "the file is saved as UTF-16; save it as UTF-8")
        return None
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        report.error(line, "there is a NUL byte, so this is no text in UTF-8; save it again as UTF-8")
        return None
    try:
        return fitting(data.decode("utf-8-sig"), report, most, is_page=is_page)
    except UnicodeDecodeError as error:
        report.error(_line_of(data, error.start), "this is not UTF-8; save the file as UTF-8")
        return None


def page_from_bytes(data: bytes, report: Report, *, most: int = MAX_TEXT_BYTES) -> str | None:
    """Return the source of a saved page: UTF-8, or in the encoding its `meta` element names.

    Labels are read as browsers read them: iso-8859-1 means windows-1252, gb2312 means gbk (the WHATWG's
    Encoding Standard).
    """
    if data.startswith(_UTF16_MARKS):
        # A mark of byte order outranks whatever a page says of itself.
        return fitting(data.decode("utf-16", "replace"), report, most, is_page=True)
    declared = _CHARSET.search(data[:4096])
    if declared is None or b"\0" in data:
        return text_from_bytes(data, report, is_page=True, most=most)
    try:
        return fitting(data.decode("utf-8-sig"), report, most, is_page=True)
    except UnicodeDecodeError:
        pass
    label = declared[1].decode("ascii", "replace")
    encoding = webencodings.lookup(label)
    if encoding is not None and encoding.name not in _NO_LEGACY:
        codec = _LARGER.get(encoding.codec_info.name, encoding.codec_info.name)
        try:
            source = data.decode(codec, _UNASSIGNED if codec.startswith("cp12") else "strict")
            return fitting(source, report, most, is_page=True)
        except UnicodeError:
            pass
    report.error(_line_of(data, declared.start()), f"this is neither UTF-8 nor “{label}”; save it as UTF-8")
    return None


def fitting(source: str, report: Report, most: int, *, is_page: bool) -> str | None:
    """Return a clean text without inline images, unless it is longer than any article's (then noted)."""
    source = without_inline_data(source)
    if is_page:
        source = without_scripts(source)
        if "&lt;&lt;" in source:
            source = _ESCAPED_GUILLEMETS.sub("«\\1»", source)
    if len(source) > most // 4:
        text = _BESIDE_TEXT.sub("", source) if is_page else source
        size = len(text.encode("utf-8", "replace"))
        if size > most:
            message = f"the text has {size:,} bytes, and no article more than {most:,} (max_text_bytes)"
            report.error(1, f"{message}; keep the part that is one")
            return None
    return clean(source)


def without_scripts(source: str) -> str:
    """Return a page without its scripts, which are most of many: all that follows goes through less.

    Linked data stays; so does whatever may be the words “<script” in a comment or an attribute.

    >>> without_scripts('<script>a < b</script><p>A</p><!-- <script> --><p>B</p><script>c</script>')
    '<p>A</p><!-- <script> --><p>B</p><script>c</script>'
    """
    kept: list[str] = []
    done, at = 0, source.find(_SCRIPT)
    while at >= 0:
        opened, end = source.find(">", at), source.find("</script>", at)
        if opened < 0 or end < 0:
            break
        inside = source[at + len(_SCRIPT) : end]
        is_plain = opened < end and not any(sign in inside for sign in _NO_PLAIN_SCRIPT)
        if is_plain and "ld+json" not in source[at:opened]:
            kept.append(source[done:at])
            done = end + len("</script>")
        at = source.find(_SCRIPT, end)
    return "".join([*kept, source[done:]]) if kept else source


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that a Windows code page leaves open as browsers do: as control characters."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_UNASSIGNED, _as_control)


def guillemets(text: str) -> str:
    """Return `text` with guillemets for the pairs of signs that are typed in their stead.

    >>> guillemets("Elle a dit : <<Jamais>> lundi.")
    'Elle a dit : «Jamais» lundi.'
    """
    return _TYPED_GUILLEMETS.sub("«\\1»", text) if "<<" in text else text


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
