"""What agencies tell of an item besides its text: that it is withdrawn, that it is a picture, whose it is."""

from __future__ import annotations

import io
import json
import re

import pytest

from digest.receive import Body, Item, NotTaken, Received, receive

NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:port.example:1" xml:lang="es">
<itemMeta>%s<provider><name>Agencia Puerto</name></provider></itemMeta>
<contentMeta><headline>Sí</headline>%s</contentMeta><contentSet>%s</contentSet></newsItem>"""
TEXT = "<inlineData contenttype='text/plain'>Dijo que sí.</inlineData>"
STATUS = "http://cv.iptc.org/newscodes/pubstatusg2/"
CLASS = "http://cv.iptc.org/newscodes/ninature/"


def items(text: str) -> list[Item]:
    return list(receive(io.BytesIO(text.encode())))


def one(text: str) -> Received:
    [item] = items(text)
    assert isinstance(item, Received)
    return item


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ("", None),
        ("<pubStatus qcode='stat:usable'/>", None),
        (f"<pubStatus uri='{STATUS}usable'/>", None),
        ("<pubStatus/>", None),
        ("<pubStatus qcode='stat:canceled'/>", "canceled"),
        ("<pubStatus qcode='stat:withheld'/>", "withheld"),
        (f"<pubStatus uri='{STATUS}canceled'/>", "canceled"),
        (f"<pubStatus uri='{STATUS}withheld/'/>", "withheld"),
    ],
)
def test_what_an_agency_has_withdrawn_is_told(meta: str, status: str | None) -> None:
    told = [doubt for doubt in one(NEWSML % (meta, "", TEXT)).doubts if "do not publish it" in doubt]
    assert told == ([f"its agency calls it “{status}”; do not publish it"] if status else [])


@pytest.mark.parametrize(
    ("meta", "kind"),
    [
        ("", None),
        ("<itemClass qcode='ninat:text'/>", None),
        ("<itemClass qcode='ninat:composite'/>", None),
        (f"<itemClass uri='{CLASS}text'/>", None),
        ("<itemClass qcode='ninat:picture'/>", "picture"),
        ("<itemClass qcode='ninat:video'/>", "video"),
        (f"<itemClass uri='{CLASS}audio'/>", "audio"),
    ],
)
def test_what_is_no_text_is_named_and_not_taken(meta: str, kind: str | None) -> None:
    [item] = items(NEWSML % (meta, "", TEXT))
    assert isinstance(item, Received if kind is None else NotTaken)
    if isinstance(item, NotTaken):
        assert (item.what, item.why) == ("urn:newsml:port.example:1", f"it is no text ({kind})")


@pytest.mark.parametrize(
    ("content", "body", "text"),
    [
        (TEXT, Body.TEXT, "Dijo que sí."),
        ("<inlineData contenttype='text/html'>&lt;p&gt;Sí&lt;/p&gt;</inlineData>", Body.FRAGMENT, "<p>Sí</p>"),
        ("<inlineXML><nitf><body><body.head><hedline>Yes</hedline></body.head><body.content><p>Sí</p></body.content></body></nitf></inlineXML>", Body.FRAGMENT, "<p>Sí</p>"),
        ("<inlineXML><p>Sí</p></inlineXML>", Body.FRAGMENT, "<p>Sí</p>"),
        (f"{TEXT}<inlineXML><div><p>No</p></div></inlineXML>", Body.FRAGMENT, "<p>No</p>"),
        ("", Body.TEXT, ""),
    ],
)  # fmt: skip
def test_the_text_of_an_item_is_that_with_paragraphs_where_there_are_two(
    content: str, body: Body, text: str
) -> None:
    item = one(NEWSML % ("", "", content))
    source = re.sub(' xmlns="[^"]*"', "", item.source.decode())  # which HTML does not look at
    assert (item.body, source, item.is_full) == (body, text, bool(text))


@pytest.mark.parametrize(
    ("about", "language", "title"),
    [
        ("", "es", "Sí"),
        ("<language tag='en'/><headline xml:lang='en'>Yes</headline>", "en", "Yes"),
        ("<headline xml:lang='en'>Yes</headline>", "es", "Sí"),
        ("<language tag='es-MX'/><headline xml:lang='en'>Yes</headline>", "es-MX", "Sí"),
        ("<language tag='fr'/>", "fr", "Sí"),
    ],
)
def test_an_item_has_the_headline_of_its_own_language(about: str, language: str, title: str) -> None:
    item = one(NEWSML % ("", about, TEXT))
    assert (item.language, item.title) == (language, title)


def test_when_an_item_began_comes_before_when_its_text_did_and_a_version_of_that_moment_is_no_update() -> (
    None
):
    first, version = "2026-02-02T07:04:00Z", "2026-02-02T09:00:00Z"
    meta = f"<firstCreated>{first}</firstCreated><versionCreated>%s</versionCreated>"
    about = "<contentCreated>2026-01-01T00:00:00Z</contentCreated>"
    changed, unchanged = (one(NEWSML % (meta % at, about, TEXT)) for at in (version, first))
    assert (changed.published, changed.updated) == (first, version)
    assert (unchanged.published, unchanged.updated) == (first, None)
    assert one(NEWSML % ("", about, TEXT)).published == "2026-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"uri": "urn:newsml:port.example:20260202:1"}, "port.example"),
        ({"uri": "tag:port.example,2026:1"}, "port.example"),
        ({"uri": "https://port.example/1"}, None),
        ({"uri": "urn:newsml:port.example:1", "infosources": [{"name": "Agencia Puerto"}]}, "Agencia Puerto"),
        ({"uri": "urn:newsml:port.example:1", "copyrightholder": "Puerto S. A."}, "Puerto S. A."),
    ],
)
def test_an_item_of_ninjs_is_of_who_holds_its_rights_else_of_who_named_it(
    fields: dict[str, object], outlet: str | None
) -> None:
    item = one(json.dumps({**fields, "headline": "Sí", "body_text": "Dijo que sí."}))
    assert item.outlet == outlet


@pytest.mark.parametrize(("status", "is_told"), [("usable", False), ("withheld", True), ("canceled", True)])
def test_what_an_agency_has_withdrawn_is_told_of_ninjs_too(status: str, is_told: bool) -> None:  # noqa: FBT001
    item = one(json.dumps({"uri": "urn:x:1", "headline": "Sí", "body_text": "Sí.", "pubstatus": status}))
    assert any(f"“{status}”; do not publish it" in doubt for doubt in item.doubts) is is_told
