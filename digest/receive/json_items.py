"""JSON Feed 1.0 and 1.1, and ninjs 1 to 3 of news agencies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from digest.languages.dates import dated
from digest.receive.addresses import canonical
from digest.receive.markup import line_from_html
from digest.receive.records import Body, Received, UnreadableError

_HTML = re.compile(r"html", re.IGNORECASE)


def json_items(data: bytes, base: str) -> list[Received]:
    """Return what a JSON document holds.

    Raises:
        UnreadableError: it is broken, or of no known kind.
    """
    try:
        tree = _whole(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"this is broken JSON ({error})") from error
    if isinstance(tree, dict) and isinstance(tree.get("items"), list) and "version" in tree:
        return list(_feed(tree, base))
    items = tree if isinstance(tree, list) else [tree]
    agency = [_ninjs(item) for item in items if isinstance(item, dict) and _is_ninjs(item)]
    if agency:
        return agency
    raise UnreadableError("this is neither a JSON Feed nor ninjs; of JSON, only these two are read")


def _whole(tree: Any) -> Any:
    r"""Return a tree of JSON without halves of characters: `\ud83c` alone is JSON, and no text.

    >>> _whole(json.loads('["\\ud83c", "\\ud83c\\udf89"]'))
    ['�', '🎉']
    """
    if isinstance(tree, str):
        return tree.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(tree, dict):
        return {_whole(key): _whole(value) for key, value in tree.items()}
    return [_whole(item) for item in tree] if isinstance(tree, list) else tree


def _feed(tree: dict[str, Any], base: str) -> Iterator[Received]:
    base = _line(tree.get("feed_url")) or base or _line(tree.get("home_page_url")) or ""
    common = tuple(_names(tree))
    for item in tree["items"]:
        if not isinstance(item, dict):
            continue
        language = _line(item.get("language")) or _line(tree.get("language"))
        published, updated = (
            dated(_line(item.get(f"date_{what}")), language) for what in ("published", "modified")
        )
        content, body = _line_free(item.get("content_html")), Body.FRAGMENT
        if not content:
            content, body = _line_free(item.get("content_text")), Body.TEXT
        id_ = item.get("id")
        yield Received(
            source=content.encode(),
            body=body,
            charset="utf-8",
            url=_address(item.get("url"), base) or _address(id_, ""),
            id=str(id_) if isinstance(id_, str | int | float) and str(id_) else None,
            title=line_from_html(_line(item.get("title")) or "") or None,
            language=language,
            authors=tuple(_names(item)) or common,
            published=published.iso,
            updated=updated.iso,
            summary=_line(item.get("summary")),
            image=_address(item.get("image") or item.get("banner_image"), base),
            outlet=_line(tree.get("title")),
            doubts=tuple(one.doubt for one in (published, updated) if one.doubt),
        )


def _names(item: dict[str, Any]) -> Iterator[str]:
    authors = item.get("authors")
    for author in authors if isinstance(authors, list) else [item.get("author")]:
        name = _line(author.get("name")) if isinstance(author, dict) else None
        if name:
            yield name


def _is_ninjs(item: dict[str, Any]) -> bool:
    said = item.get("standard")
    named = isinstance(said, dict) and said.get("name") == "ninjs"
    return named or ("uri" in item and any(key.startswith(("headline", "body_", "bodies")) for key in item))


def _ninjs(item: dict[str, Any]) -> Received:
    language = _line(_any(item, "language"))
    created = [_any(item, "firstCreated", "firstcreated"), _any(item, "contentCreated", "contentcreated")]
    published = dated(next((line for one in created if (line := _line(one))), None), language)
    updated = dated(_line(_any(item, "versionCreated", "versioncreated")), language)
    kind, text = _ninjs_body(item)
    terms = _line(_any(item, "usageTerms", "usageterms"))
    status = _line(_any(item, "pubStatus", "pubstatus")) or "usable"
    doubts = [one.doubt for one in (published, updated) if one.doubt]
    if terms:
        doubts.append(f"its agency's terms: “{terms}”")
    if status != "usable":
        doubts.append(f"its agency calls it “{status}”; do not publish it")
    return Received(
        source=text.encode(),
        body=kind,
        charset="utf-8",
        url=canonical(_line(_any(item, "uri")) or "") or _ninjs_address(item),
        id=_line(item.get("uri")),
        title=line_from_html(_ninjs_text(item, "headline", "headlines") or "") or None,
        language=language,
        byline=_line(_any(item, "by", "byline")),
        dateline=_line(_any(item, "located")),
        published=published.iso,
        updated=None if updated.iso == published.iso else updated.iso,
        summary=_ninjs_text(item, "description_text", "descriptions"),
        outlet=_ninjs_outlet(item),
        doubts=tuple(doubts),
    )


def _ninjs_address(item: dict[str, Any]) -> str | None:
    alternatives = [_any(item, "webUrl", "weburl"), *(_many(item, "altIds", "altids"))]
    for one in alternatives:
        value = one.get("value") if isinstance(one, dict) else one
        if isinstance(value, str) and value.startswith("http"):
            return canonical(value)
    return None


def _ninjs_outlet(item: dict[str, Any]) -> str | None:
    """Return the agency's name, else what its ids begin with: `urn:newsml:example.org:…`."""
    sources = [one for one in _many(item, "infoSources", "infosources") if isinstance(one, dict)]
    named = _line(_any(item, "copyrightHolder", "copyrightholder")) or next(
        (name for one in sources if (name := _line(one.get("name")))), None
    )
    parts = (_line(item.get("uri")) or "").split(":")
    of_id = [part.partition(",")[0] for part in parts[1:3] if part != "newsml"] if len(parts) > 2 else []
    return named or next(iter(of_id), None)


def _ninjs_body(item: dict[str, Any]) -> tuple[Body, str]:
    """Return the text, that with paragraphs before the plain one."""
    bodies = [one for one in _many(item, "bodies") if isinstance(one, dict) and _line_free(one.get("value"))]
    named = {str(one.get("role", "")).lower(): one for one in reversed(bodies)}
    marked = [one for one in bodies if _HTML.search(str(_any(one, "contentType", "contenttype") or ""))]
    chosen = next(iter(marked), None) or named.get("main") or next(iter(bodies), None)
    if chosen:
        return (Body.FRAGMENT if chosen in marked else Body.TEXT), _line_free(chosen["value"])
    for key in ("body_xhtml", "body_html"):
        if _line_free(item.get(key)):
            return Body.FRAGMENT, _line_free(item[key])
    return Body.TEXT, _line_free(item.get("body_text"))


def _ninjs_text(item: dict[str, Any], one: str, several: str) -> str | None:
    """Return the main text of several by role, the first where none is called so."""
    texts = [text for text in _many(item, several) if isinstance(text, dict) and _line(text.get("value"))]
    main = next((text for text in texts if str(text.get("role", "")).lower() == "main"), None)
    chosen = main or next(iter(texts), None)
    return _line(chosen["value"]) if chosen else _line(item.get(one))


def _any(item: dict[str, Any], *names: str) -> Any:
    return next((item[name] for name in names if item.get(name) not in (None, "")), None)


def _many(item: dict[str, Any], *names: str) -> list[Any]:
    found = _any(item, *names)
    return found if isinstance(found, list) else []


def _address(value: Any, base: str) -> str | None:
    return canonical(value, base) if isinstance(value, str) and value else None


def _line(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _line_free(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
