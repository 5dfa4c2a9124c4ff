"""Words in a language of their own: marked in the text itself, so that the marks outlast any extractor.

`lang` of a `<span>` is lost in every output of trafilatura's. Unicode has noncharacters for such internal
use; whatever a source holds of them is dropped before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from digest.model import LanguagePart, Span

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_FIRST = 0xFDD2
"""Characters that Unicode keeps for programs' own use: no text may hold one."""
_MOST = 0xFDEF - _FIRST + 1
"""How many languages a page may mix."""
_MARKS = re.compile("[\ufdd0-\ufdef]")
_MARKED = b"\xef\xb7"
"""How all of them begin in UTF-8."""
_TELLING = ".//*[@lang or @*[name()='xml:lang']]"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Marking:
    """Which language each mark stands for, as the page writes its code."""

    codes: tuple[str, ...] = ()


def language_of(element: Any) -> str | None:
    """Return the code that the element or the nearest around it gives, as it is written there."""
    while element is not None:
        code = element.get("lang") or element.get("xml:lang") or element.get(_XML_LANG)
        if code:
            return str(code).strip()
        element = element.getparent()
    return None


def without_marks(source: str) -> str:
    """Return `source` without the characters that mark languages here."""
    # A search for bytes takes a tenth of the time that one for characters does, and no page holds any.
    return _MARKS.sub("", source) if _MARKED in source.encode("utf-8", "surrogatepass") else source


def mark_parts(root: Any) -> Marking:
    """Put marks around words whose language an element around them tells; return what the marks mean."""
    codes: dict[str, int] = {}
    told = root.xpath(_TELLING)
    for element in told:
        code = language_of(element) if element.tag not in {"html", "body", "link", "a"} else None
        if code is None or (code not in codes and len(codes) == _MOST):
            continue
        if any(above.get("lang") for above in element.iterancestors() if above.tag not in {"html", "body"}):
            continue  # the words inside were marked with those around them, or are about to be
        _mark(element, codes)
    for element in told:  # trafilatura takes a block quotation with a language for code
        for name in ("lang", "xml:lang"):
            if element.tag not in {"html", "body"} and name in element.attrib:
                del element.attrib[name]
    return Marking(tuple(codes))


def _mark(root: Any, codes: dict[str, int]) -> None:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        element.text = _marked(element.text, element, codes)
        if element is not root:
            element.tail = _marked(element.tail, element.getparent(), codes)


def _marked(text: str | None, element: Any, codes: dict[str, int]) -> str | None:
    if text is None or not text.strip():
        return text
    code = language_of(element)
    if code is None or (code not in codes and len(codes) == _MOST):
        return text
    mark = chr(_FIRST + codes.setdefault(code, len(codes)))
    core = text.strip()
    at = text.index(core)
    return f"{text[:at]}{_OPEN}{mark}{core}{_CLOSE}{text[at + len(core) :]}"


def unmarked(text: str, marking: Marking) -> tuple[str, tuple[LanguagePart, ...]]:
    """Return a passage without marks, and the parts that they told; neighbours in one language are one."""
    if _OPEN not in text and _CLOSE not in text:
        return text, ()
    plain: list[str] = []
    parts: list[LanguagePart] = []
    length, begun, worded, code = 0, 0, 0, None
    for piece in re.split("([\ufdd0-\ufdef])", text):
        if len(piece) == 1 and _MARKS.match(piece):
            if piece == _CLOSE and code is not None:
                _extend(parts, Span(begun, length), code, worded)
                code = None
            elif ord(piece) >= _FIRST and ord(piece) - _FIRST < len(marking.codes):
                begun, code = length, marking.codes[ord(piece) - _FIRST]
        else:
            plain.append(piece)
            length += len(piece)
            if code is None and piece.strip():
                worded = length
    return "".join(plain), tuple(parts)


def _extend(parts: list[LanguagePart], span: Span, code: str, worded: int) -> None:
    """Add a part; `worded` is where words outside of parts ended last."""
    last = parts[-1] if parts else None
    if last and last.language == code and worded <= last.span.end:
        parts[-1] = LanguagePart(Span(last.span.start, span.end), code)
    elif span.end > span.start:
        parts.append(LanguagePart(span, code))
