"""XML as the web really sends it → a tree: nothing is fetched, no entity of a document's own is expanded."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import Any

from lxml import etree

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml.{0,200}?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DOCTYPE_BYTES = re.compile(rb"<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_ENTITY = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6})|(\w{1,32}))?(;?)")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TAG = re.compile(
    r"</?(?:a|b|bdi|big|br|cite|em|font|i|mark|p|q|rp|rt|ruby|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_HTML_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}")
_SILENT = frozenset({"script", "style", "rt", "rp", "template", "noscript"})
XML = "{http://www.w3.org/XML/1998/namespace}"


def tree_from_xml(data: bytes, charset: str | None = None, base: str = "") -> Any:
    """Return the root element of an XML document, mended where it is not well formed.

    Args:
        data: The document.
        charset: As HTTP told it.
        base: The document's address.

    Raises:
        ValueError: there is no element in it.
    """
    text = _DECLARATION.sub("", _decoded(data, charset), count=1)
    # A document type says nothing that is needed, and may hold entities that unfold without end.
    text = _DOCTYPE.sub("", text[:100_000], count=1) + text[100_000:]
    text = _ILLEGAL.sub("", text)
    parts = _CDATA.split(text)
    parts[::2] = [_ENTITY.sub(_reference, part) for part in parts[::2]]
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=True, remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    root = etree.fromstring("".join(parts).encode(), parser, base_url=base or None)
    if root is None:
        raise ValueError("there is no element in it")
    return root


def flaw_of(data: bytes) -> str | None:
    """Return where an XML document is not well formed, None if it is.

    >>> flaw_of(b"<rss><channel/></rss>"), flaw_of(b"<rss><channel>") is None
    (None, False)
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        etree.fromstring(_DOCTYPE_BYTES.sub(b"", data, count=1), parser)
    except etree.XMLSyntaxError as error:
        return " ".join(str(error).split())
    return None


def line_from_html(text: str) -> str:
    """Return HTML, or text with references as feeds' titles have them, as one line of text.

    >>> line_from_html("<b>Mayor</b>: &ldquo;<q>Yes</q>&rdquo; <ruby>港<rt>みなと</rt></ruby>")
    'Mayor: ““Yes”” 港'
    """
    if not _TAG.search(text):
        return " ".join(unescape(text).split())
    from lxml import html  # noqa: PLC0415 - few titles hold tags

    pieces: list[str] = []
    stack: list[Any] = [html.fragment_fromstring(text, create_parent="div")]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        ends = node.tail or ""
        if isinstance(node.tag, str) and node.tag not in _SILENT:
            mark = node.tag == "q"
            inside = [("“" if mark else "") + (node.text or ""), *node, "”" if mark else ""]
            stack += [ends, *reversed(inside)] if node.tag != "br" else [" " + ends]
        else:
            stack.append(ends)
    return " ".join("".join(pieces).split())


def name_of(element: Any) -> str:
    """Return an element's name without its space; empty for what is no element.

    Not by `etree.QName`, which refuses names that only a broken document has.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def line_of(element: Any) -> str | None:
    """Return the text of an element on one line, None if there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def language_of(element: Any) -> str | None:
    """Return what `xml:lang` says of an element or of the nearest one around it."""
    while element is not None:
        language = element.get(f"{XML}lang")
        if language:
            return str(language).strip() or None
        element = element.getparent()
    return None


def inner_html(element: Any) -> str:
    """Return what an element holds as HTML, its XHTML without prefixes."""
    from lxml import html  # noqa: PLC0415 - most feeds hold escaped HTML

    for one in element.iter():
        if isinstance(one.tag, str):
            language = one.get(f"{XML}lang")
            name = name_of(one).rpartition(":")[2]
            one.tag = name if _HTML_NAME.fullmatch(name) else "span"
            if language and not one.get("lang"):
                one.set("lang", language)
    etree.cleanup_namespaces(element)
    inside = [element.text or "", *(html.tostring(child, encoding="unicode") for child in element)]
    return "".join([_escaped(inside[0]), *inside[1:]])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _decoded(data: bytes, charset: str | None) -> str:
    """Return the text: a byte order mark wins, then what HTTP says, then the document itself."""
    import webencodings  # noqa: PLC0415 - what a label means on the web, which Python does not know

    declared = _DECLARED.match(data)
    label = charset or (declared[1].decode("ascii") if declared else "utf-8")
    encoding = webencodings.lookup(label) or webencodings.UTF8
    try:
        return str(webencodings.decode(data, encoding, "strict")[0])
    except UnicodeDecodeError:
        # What HTTP says of feeds is often a server's default; the document knows better.
        inner = declared and webencodings.lookup(declared[1].decode("ascii"))
        return str(webencodings.decode(data, inner or webencodings.UTF8, "replace")[0])


def _reference(match: re.Match[str]) -> str:
    """Return what stands for a reference: HTML's names mean their characters, any other is text."""
    if match[1] and match[3]:
        return match[0]
    if match[2] in _XML_OWN and match[3]:
        return match[0]
    char = html5.get(f"{match[2]};") if match[2] and match[3] else None
    return _escaped(char) if char else f"&amp;{match[0][1:]}"
