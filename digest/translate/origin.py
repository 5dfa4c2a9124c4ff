"""Who worded a translation, as the comments (`#.`) and flags of a PO entry say it.

    desk                                                     our desk
    machine: ENGINE MODEL VERSION sha256=HEX [pivot=en] [beam=2]  a machine, while the text's hash is that one
    outlet: NAME URL                                         an outlet's own wording
    person: NAME                                             a person
    reviewed: NAME                                           beside any of them

No such comment: a person who gave no name. `fuzzy`: not reviewed; with `#|`: the source changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TypedDict

import polib

from digest.model import Engine, Notice, Origin, Segment, Translation

_OURS = re.compile(r"(?P<key>desk|machine|outlet|person|reviewed)(?::\s*(?P<value>.*))?")
_FORMS = {
    Origin.MACHINE: "machine: ENGINE MODEL VERSION sha256=HEX",
    Origin.OUTLET: "outlet: NAME https://…",
    Origin.PERSON: "person: NAME",
}


class _Worded(TypedDict, total=False):
    origin: Origin
    by: str | None
    url: str | None
    engine: Engine | None


def translation(entry: polib.POEntry, segment: Segment, target: str) -> Translation | None:
    """Return what an entry says about `segment`, or None where its text is empty."""
    if not entry.msgstr.strip():
        return None
    stale = entry.fuzzy and entry.previous_msgid is not None
    reviewed = not entry.fuzzy
    return Translation(
        segment=segment,
        language=target,
        text=entry.msgstr,
        reviewed=reviewed,
        reviewed_by=_said(entry).get("reviewed") if reviewed else None,
        notices=(Notice.STALE,) if stale else (),
        **_worded(entry),
    )


def outlet_of(entry: polib.POEntry) -> str | None:
    """Return the outlet whose wording an entry claims to hold, by name."""
    worded = _worded(entry) if entry.msgstr.strip() else {}
    return worded.get("by") if worded.get("origin") is Origin.OUTLET else None


def wrong_comments(entry: polib.POEntry) -> Iterable[str]:
    """Yield what is wrong with the comments that tell the origin."""
    said = _said(entry)
    origins = [key for key in said if key != "reviewed"]
    if len(origins) > 1:
        yield f"has more than one origin ({', '.join(origins)}); keep one"
    for key, value in said.items():
        origin = Origin(key) if key != "reviewed" else None
        if (origin is Origin.MACHINE and not _engine(value)[0]) or (key != "desk" and not value):
            form = _FORMS[origin] if origin else "reviewed: NAME"
            yield f"“#. {key}: {value}” is incomplete; write “#. {form}”"


def stamp(engine: Engine, text: str) -> str:
    """Return the comment of machine output.

    >>> stamp(Engine(name="apertium", model="spa-eng", version="0.8.1"), "Yes")[:48]
    'machine: apertium spa-eng 0.8.1 sha256=85a39ab34'
    """
    pivot = f" pivot={engine.pivot}" if engine.pivot else ""
    options = f" {engine.options}" if engine.options else ""
    return f"machine: {engine.name} {engine.model} {engine.version} sha256={_hash(text)}{pivot}{options}"


def with_stamp(comment: str, engine: Engine, text: str) -> str:
    """Return an entry's comment with that of machine output instead of the origin it told before."""
    others = [line for line in comment.split("\n") if line and not _OURS.fullmatch(line)]
    return "\n".join([stamp(engine, text), *others])


def _said(entry: polib.POEntry) -> dict[str, str]:
    found = (_OURS.fullmatch(line.strip()) for line in entry.comment.split("\n"))
    # “desk: …” or a bare “person” is somebody's remark, not ours.
    return {
        match["key"]: (match["value"] or "").strip()
        for match in found
        if match and (match["key"] == "desk") == (match["value"] is None)
    }


def _worded(entry: polib.POEntry) -> _Worded:
    said = _said(entry)
    if "machine" in said:
        engine, digest = _engine(said["machine"])
        if engine and digest == _hash(entry.msgstr):
            return {"origin": Origin.MACHINE, "engine": engine}
        return {"origin": Origin.PERSON}
    if "desk" in said:
        return {"origin": Origin.DESK}
    if "outlet" in said:
        name, _, url = said["outlet"].rpartition(" ")
        if re.match(r"https?://", url):
            return {"origin": Origin.OUTLET, "by": name or None, "url": url}
        return {"origin": Origin.OUTLET, "by": said["outlet"]}
    return {"origin": Origin.PERSON, "by": said.get("person")}


def _engine(value: str) -> tuple[Engine | None, str]:
    words = value.split()
    plain = [word for word in words if "=" not in word]
    keyed = dict(word.split("=", maxsplit=1) for word in words if "=" in word)
    if len(plain) != 3 or not re.fullmatch("[0-9a-f]{64}", keyed.get("sha256", "")):
        return None, ""
    name, model, version = plain
    digest, pivot = keyed.pop("sha256"), keyed.pop("pivot", None)
    options = " ".join(f"{key}={value}" for key, value in keyed.items())
    return Engine(name=name, model=model, version=version, pivot=pivot, options=options), digest


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
