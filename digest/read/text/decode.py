"""Bytes → text, with the traps of hand-made files named by their line."""

from __future__ import annotations

import codecs
import re

from digest.languages.visible import clean
from digest.read.markup import without_inline_data
from digest.read.report import Report

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ESCAPED_GUILLEMETS = re.compile(r"(?<!&lt;)&lt;&lt;(?![=&])([^<>]{2,2000}?)&gt;&gt;(?!&gt;)")
_TYPED_GUILLEMETS = re.compile(r"(?<!<)<<(?![<=])([^<>]{2,2000}?)>>(?!>)")
MAX_FILE_BYTES = 50_000_000
"""Of one file: a page with all its pictures in it may be large."""
MAX_TEXT_BYTES = 2_000_000
"""Of a text that the site's option says nothing of: data files."""
_BESIDE_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_SCRIPT = "<script"
_NO_PLAIN_SCRIPT = ("<!--", "-->", _SCRIPT)


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
    if data.startswith(UTF16_MARKS):
        report.error(1, "the file is saved as UTF-16; save it as UTF-8")
        return None
    if b"\0" in data:
        line = line_of(data, data.index(b"\0"))
        report.error(line, "there is a NUL byte, so this is no text in UTF-8; save it again as UTF-8")
        return None
    try:
        return fitting(data.decode("utf-8-sig"), report, most, is_page=is_page)
    except UnicodeDecodeError as error:
        report.error(line_of(data, error.start), "this is not UTF-8; save the file as UTF-8")
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


def guillemets(text: str) -> str:
    """Return `text` with guillemets for the pairs of signs that are typed in their stead.

    >>> guillemets("Elle a dit : <<Jamais>> lundi.")
    'Elle a dit : «Jamais» lundi.'
    """
    return _TYPED_GUILLEMETS.sub("«\\1»", text) if "<<" in text else text


def line_of(data: bytes, offset: int) -> int:
    """Return the number of the line that holds the byte at an offset."""
    return data.count(b"\n", 0, offset) + 1
