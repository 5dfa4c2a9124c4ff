"""RSS 2.0, RSS 1.0, Atom: a feed's entries, each as its own source says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from digest.languages.dates import Dated, dated
from digest.receive.addresses import canonical
from digest.receive.markup import XML, inner_html, language_of, line_from_html, line_of, name_of
from digest.receive.records import Body, Received

CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
PODCAST = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
ATOM = "{http://www.w3.org/2005/Atom}"
YANDEX = "{http://news.yandex.ru}"
_MAILBOX = re.compile(r"[^\s@()]+@[^\s@()]+\s*\((.+)\)|(.+?)\s*<[^<>@\s]+@[^<>\s]+>")
_IS_MAIL = re.compile(r"\S+@\S+")
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.|&#8230;|&hellip;)\]?)\s*(?:</\w+>\s*)*$")
"""What an excerpt ends with."""


def rss(root: Any, base: str) -> Iterator[Received]:
    """Yield the items of an RSS feed; those of RSS 1.0 stand beside its channel."""
    channel = _child(root, "channel")
    items = [one for one in root.iter() if isinstance(one.tag, str) and _local(one) == "item"]
    about = root if channel is None else channel
    outlet = line_from_html(_text(about, "title") or "") or None
    language = language_of(about) or _text(about, "language") or line_of(about.find(f"{DC}language"))
    home = _text(about, "link") or base
    for item in items:
        yield _item(item, outlet, language, base or home)


def atom(root: Any, base: str) -> Iterator[Received]:
    """Yield the entries of an Atom feed."""
    names = tuple(_names(root))
    outlet = _atom_line(_child(root, "title"))
    for entry in root:
        if isinstance(entry.tag, str) and _local(entry) == "entry":
            yield _entry(entry, outlet, names, base)


def _item(item: Any, outlet: str | None, language: str | None, base: str) -> Received:
    own = next((line for name in (f"{DC}language", "language") if (line := line_of(item.find(name)))), None)
    language = item.get(f"{XML}lang") or own or language
    url = _item_address(item, base)
    published = _first_date(
        item, language, "pubDate", f"{DC}date", f"{TERMS}issued", "published", f"{ATOM}published"
    )
    updated = _first_date(item, language, f"{TERMS}modified", f"{ATOM}updated", "updated")
    description = _text(item, "description") or ""
    content = _text(item, "encoded", CONTENT) or _from_lines(_text(item, "full-text", YANDEX) or "")
    image, credit = _media(item, base)
    return Received(
        source=b"" if _is_cut(content) else content.encode(),
        body=Body.FRAGMENT,
        charset="utf-8",
        url=url,
        id=_text(item, "guid"),
        title=line_from_html(_text(item, "title") or "") or None,
        language=language,
        authors=_item_authors(item),
        published=published.iso,
        updated=updated.iso,
        summary=summary_of(description, url),
        image=image,
        credit=credit,
        outlet=outlet,
        doubts=tuple(one.doubt for one in (published, updated) if one.doubt),
    )


def _from_lines(text: str) -> str:
    """Return the HTML of a text whose lines are paragraphs, as Yandex asks for it; markup stays as it is."""
    if "<" in text:
        return text
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def _item_address(item: Any, base: str) -> str | None:
    guid = _child(item, "guid")
    lasting = guid is not None and guid.get("isPermaLink", "true").strip().lower() == "true"
    links = [_text(item, "link")]
    links += [
        link.get("href")
        for link in item.findall(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    found = (canonical(link, item.base or base) for link in links if link)
    return next((url for url in found if url), None) or (
        canonical(guid.text or "") if lasting and guid is not None else None
    )


def _item_authors(item: Any) -> tuple[str, ...]:
    creators = [line for one in item.findall(f"{DC}creator") if (line := line_of(one))]
    if not creators:
        creators = [
            name
            for one in item
            if _local(one) == "author" or one.tag == f"{PODCAST}author"
            if (name := _person(one))
        ]
    return tuple(dict.fromkeys(line_from_html(name) for name in creators))


def _person(element: Any) -> str | None:
    """Return the name of `desk@example.org (Mary Hill)`, or of Atom's element with a name."""
    named = line_of(_child(element, "name")) if len(element) else line_of(element)
    mailbox = _MAILBOX.fullmatch(named or "")
    name = (mailbox[1] or mailbox[2]) if mailbox else named
    return None if not name or _IS_MAIL.fullmatch(name) else name.strip("\" '")


def _entry(entry: Any, outlet: str | None, names: tuple[str, ...], base: str) -> Received:
    language = language_of(entry)
    own, translations = _alternates(entry, language, base)
    published = _first_date(entry, language, "published", "issued", "created")
    updated = _first_date(entry, language, "updated", "modified")
    content = _child(entry, "content")
    source = "" if content is None or content.get("src") else _atom_html(content)
    image, credit = _media(entry, base)
    origin = _child(entry, "source")
    theirs = tuple(_names(origin)) if origin is not None else ()
    return Received(
        source=b"" if _is_cut(source) else source.encode(),
        body=Body.FRAGMENT,
        charset="utf-8",
        url=own,
        id=_text(entry, "id"),
        title=_atom_line(_child(entry, "title")),
        language=language,
        authors=tuple(dict.fromkeys((*_names(entry),) or theirs or names)),
        published=published.iso,
        updated=updated.iso,
        summary=summary_of(_atom_html(_child(entry, "summary")), own),
        image=image,
        credit=credit,
        outlet=_atom_line(_child(origin, "title")) or outlet if origin is not None else outlet,
        translations=translations,
        doubts=tuple(one.doubt for one in (published, updated) if one.doubt),
    )


def _alternates(entry: Any, language: str | None, base: str) -> tuple[str | None, dict[str, str]]:
    """Return the entry's own address, and those of its translations by language."""
    main = (language or "").lower().partition("-")[0]
    own: list[tuple[int, str]] = []
    translations: dict[str, str] = {}
    for link in entry:
        if _local(link) != "link" or link.get("rel", "alternate") not in {"alternate", ""}:
            continue
        url = canonical(link.get("href") or "", link.base or base)
        into = (link.get("hreflang") or "").strip()
        is_page = "html" in link.get("type", "html")
        if url and into and main and into.lower().partition("-")[0] != main:
            translations.setdefault(into, url)
        elif url and is_page:
            own.append((0 if into else 1, url))
    return min(own, key=lambda pair: pair[0], default=(0, None))[1], translations


def _names(element: Any) -> Iterator[str]:
    for one in element:
        if isinstance(one.tag, str) and _local(one) == "author":
            name = _person(one)
            if name:
                yield name


def _atom_html(element: Any) -> str:
    """Return an Atom text as HTML."""
    if element is None:
        return ""
    kind = element.get("type", "text").strip().lower()
    if kind in {"xhtml", "application/xhtml+xml"}:
        return inner_html(element)
    text = "".join(element.itertext())
    if kind in {"html", "text/html"}:
        return text
    return "".join(f"<p>{_as_html(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _atom_line(element: Any) -> str | None:
    if element is None:
        return None
    kind = element.get("type", "text").strip().lower()
    text = "".join(element.itertext())
    # Texts that hold references are HTML whatever their type says: nobody writes “&amp;” in a headline.
    return (" ".join(text.split()) if kind == "xhtml" else line_from_html(text)) or None


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _media(item: Any, base: str) -> tuple[str | None, str | None]:
    """Return the address of an item's picture, and who made it."""
    for one in item.iter(
        f"{MEDIA}content", f"{MEDIA}thumbnail", "enclosure", f"{ATOM}link", f"{PODCAST}image"
    ):
        of_picture = one.tag in {f"{MEDIA}thumbnail", f"{PODCAST}image"}
        kind = one.get("medium") or one.get("type") or ("image" if of_picture else "")
        if one.tag == f"{ATOM}link" and one.get("rel") != "enclosure":
            continue
        url = canonical(one.get("url") or one.get("href") or "", one.base or base)
        if url and kind.startswith("image"):
            credit = one.find(f"{MEDIA}credit")
            return url, line_of(credit if credit is not None else item.find(f".//{MEDIA}credit"))
    return None, None


def summary_of(text: str, url: str | None) -> str | None:
    """Return a description without the link that leads on to the article itself."""
    if "<" not in text:
        return line_from_html(text) or None
    from lxml import html  # noqa: PLC0415 - only where a description holds markup

    tree = html.fragment_fromstring(text, create_parent="div")
    for link in list(tree.iter("a")):
        href = link.get("href")
        if url and href and canonical(href, url) == url and len(link.text_content()) < 40:
            link.drop_tree()
    for line in tree.iter("p", "br", "div"):
        line.tail = " " + (line.tail or "")
    return " ".join(tree.text_content().split()) or None


def _is_cut(text: str) -> bool:
    return not text.strip() or bool(_CUT.search(text.strip()))


def _first_date(item: Any, language: str | None, *names: str) -> Dated:
    """Return the first date that can be read; the first doubt if none can."""
    found = [dated(line_of(one), language) for name in names for one in item.findall("*") if _is(one, name)]
    best = next((one for one in found if one.iso), None)
    return best or next(iter(found), Dated(None))


def _is(element: Any, name: str) -> bool:
    """Tell whether an element has a name; plain names are those of RSS or Atom, in any of their spaces."""
    if not isinstance(element.tag, str):
        return False
    return element.tag == name if name.startswith("{") else _local(element) == name


def _local(element: Any) -> str:
    """Return the local name of an element of RSS or Atom itself, of any version; else its whole name."""
    if not isinstance(element.tag, str):
        return ""
    space = element.tag.partition("}")[0].removeprefix("{") if element.tag.startswith("{") else ""
    own = not space or any(part in space for part in ("purl.org/rss/1.0/", "Atom", "atom/ns"))
    return name_of(element) if own and "/modules/" not in space else str(element.tag)


def _child(element: Any, name: str) -> Any:
    return next((one for one in element if isinstance(one.tag, str) and _local(one) == name), None)


def _text(element: Any, name: str, space: str = "") -> str | None:
    found = element.find(space + name) if space else _child(element, name)
    return None if found is None else "".join(found.itertext()).strip() or None


def once(entries: list[Received]) -> Iterator[Received]:
    """Yield each article once, its newest version with the text, older ones as `former`."""
    from digest.receive.addresses import key_of  # noqa: PLC0415

    groups: dict[str, list[Received]] = {}
    key_by_id: dict[str, str] = {}
    for entry in entries:
        own = key_of(entry.url) if entry.url else None
        key = own or key_by_id.get(entry.id or "") or entry.id or f"#{len(groups)}"
        if own and entry.id:
            key_by_id.setdefault(entry.id, own)
        groups.setdefault(key, []).append(entry)
    for same in groups.values():
        newest = max(enumerate(same), key=lambda pair: (pair[1].is_full, _moment(pair[1]), pair[0] == 0))[1]
        older = tuple(
            one for one in same if one is not newest and one.is_full and one.source != newest.source
        )
        url = newest.url or next((one.url for one in same if one.url), None)
        yield replace(newest, former=older, url=url) if older or url != newest.url else newest


def _moment(entry: Received) -> str:
    from datetime import UTC, datetime  # noqa: PLC0415

    iso = entry.updated or entry.published
    if not iso or "T" not in iso:
        return iso or ""
    moment = datetime.fromisoformat(iso)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
