"""Who worded a translation, as the remarks (`#.`) and flags of a PO entry say it.

    desk                                                     our desk
    machine: ENGINE MODEL VERSION sha256=HEX [pivot=en] [beam=2] [label=A_Name]
                                                             a machine, while the text's hash is that one
    outlet: NAME URL                                         an outlet's own wording
    person: NAME                                             a person
    reviewed: NAME                                           beside any of them
    doubtful: REASON                                         beside a machine, while the text is its own
    refused: ENGINE MODEL VERSION: REASON                    machine output that was not taken; no text

No such remark: a person who gave no name. `fuzzy`: not reviewed; with `#|`: the source changed since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TypedDict

from digest.languages.visible import clean, in_a_line, shows
from digest.model import Engine, Notice, Origin, Segment, Translation
from digest.translate.memory.punctuation import same_words
from digest.translate.memory.remarks import STAMP, unwrapped
from digest.translate.po import Entry

_OURS = re.compile(r"(?P<key>desk|machine|outlet|person|reviewed|doubtful|refused)(?::\s*(?P<value>.*))?")
_MACHINE = re.compile(STAMP)
_STAMP = re.compile(f"machine: {STAMP}")
_NO_ORIGIN = ("reviewed", "doubtful", "refused")
_LABEL = "label="
_FORMS = {
    "machine": "machine: ENGINE MODEL VERSION sha256=HEX",
    "outlet": "outlet: NAME https://…",
    "person": "person: NAME",
    "reviewed": "reviewed: NAME",
    "doubtful": "doubtful: REASON",
    "refused": "refused: ENGINE MODEL VERSION: REASON",
}


class _Worded(TypedDict, total=False):
    origin: Origin
    by: str | None
    url: str | None
    engine: Engine | None


def translation(entry: Entry, segment: Segment, target: str) -> Translation | None:
    """Return what an entry says about `segment`, clean as articles are, or None where its text is empty."""
    text = clean(entry.text)
    if not shows(text):
        return None
    changed = entry.previous is not None and not same_words(entry.previous, entry.source)
    reviewed = not entry.fuzzy
    worded = _worded(entry)
    return Translation(
        segment=segment,
        language=target,
        text=text,
        reviewed=reviewed,
        reviewed_by=_said(entry).get("reviewed") if reviewed else None,
        notices=(Notice.STALE,) if entry.fuzzy and changed else (),
        doubt=_said(entry).get("doubtful") if worded.get("origin") is Origin.MACHINE else None,
        **worded,
    )


def outlet_of(entry: Entry) -> str | None:
    """Return the outlet whose wording an entry claims to hold, by name."""
    worded = _worded(entry) if entry.text.strip() else {}
    return worded.get("by") if worded.get("origin") is Origin.OUTLET else None


def wrong_remarks(entry: Entry) -> Iterable[str]:
    """Yield what is wrong with the remarks that tell the origin."""
    if len(entry.remarks) == 1 and _STAMP.fullmatch(entry.remarks[0]):
        return  # nearly every entry of a large memory
    said = _said(entry)
    origins = [key for key in said if key not in _NO_ORIGIN]
    if len(origins) > 1:
        yield f"has more than one origin ({', '.join(origins)}); keep one"
    for key, value in said.items():
        if (key == "machine" and not _engine(value)[0]) or (key != "desk" and not value):
            yield f"“#. {key}: {in_a_line(value)}” is incomplete; write “#. {_FORMS[key]}”"


def stamp(engine: Engine, text: str) -> str:
    """Return the remark of machine output.

    >>> stamp(Engine(name="apertium", model="spa-eng", version="0.8.1"), "Yes")[:48]
    'machine: apertium spa-eng 0.8.1 sha256=85a39ab34'
    """
    pivot = f" pivot={engine.pivot}" if engine.pivot else ""
    options = f" {engine.options}" if engine.options else ""
    label = f" {_LABEL}{engine.label.replace(' ', '_')}" if engine.label else ""
    made = f"{engine.name} {engine.model} {engine.version} sha256={_hash(text)}"
    return f"machine: {made}{pivot}{options}{label}"


def refusal(engine: Engine, reason: str) -> str:
    """Return the remark of machine output that was not taken, in one line."""
    # gettext's tools take a backslash at the end of a line for a sign that the line goes on.
    one_line = " ".join(reason.split()).rstrip("\\")
    return f"refused: {engine.name} {engine.model} {engine.version}: {one_line}"


def refused(entry: Entry) -> str | None:
    """Return why machine output was not taken, where nobody has put another text there since."""
    return None if entry.text.strip() else _said(entry).get("refused")


def with_origin(remarks: Iterable[str], remark: str, doubt: str | None = None) -> tuple[str, ...]:
    """Return an entry's remarks with a new origin, and a doubt, instead of what ours told before."""
    others = (lines for whole, lines in unwrapped(remarks) if not _OURS.fullmatch(whole))
    doubts = (f"doubtful: {doubt}",) if doubt else ()
    return (remark, *doubts, *(line for lines in others for line in lines))


def without_origin(remarks: Iterable[str]) -> tuple[str, ...]:
    """Return an entry's remarks without what ours told of who worded it."""
    others = (lines for whole, lines in unwrapped(remarks) if not _OURS.fullmatch(whole))
    return tuple(line for lines in others for line in lines)


def without_review(remarks: Iterable[str]) -> tuple[str, ...]:
    """Return an entry's remarks without who reviewed it before."""
    others = (lines for whole, lines in unwrapped(remarks) if not whole.startswith("reviewed:"))
    return tuple(line for lines in others for line in lines)


def with_refusal(remarks: Iterable[str], remark: str) -> tuple[str, ...]:
    """Return an entry's remarks with a new refusal instead of an older one."""
    others = (lines for whole, lines in unwrapped(remarks) if not whole.startswith("refused:"))
    return (remark, *(line for lines in others for line in lines))


def is_outdated_output(entry: Entry, source: str) -> bool:
    """Tell whether an entry's text is machine output for other words than those of `source`.

    Whose reviewer gave a name stays, and one that was reviewed as it stands.
    """
    made_for = entry.source if entry.previous is None else entry.previous
    kept = "reviewed" in _said(entry) or (entry.source == source and not entry.fuzzy)
    if kept or not entry.text.strip() or same_words(made_for, source):
        return False
    return _worded(entry).get("origin") is Origin.MACHINE


def is_unread_output(entry: Entry) -> bool:
    """Tell whether an entry's text is a machine's, as it made it, and nobody has reviewed it."""
    worded = _worded(entry).get("origin") is Origin.MACHINE
    return worded and entry.fuzzy and "reviewed" not in _said(entry)


def _said(entry: Entry) -> dict[str, str]:
    found = (_OURS.fullmatch(clean(whole)) for whole, _ in unwrapped(entry.remarks))
    # “desk: …” or a bare “person” is somebody's remark, not ours.
    return {
        match["key"]: (match["value"] or "").strip()
        for match in found
        if match and (match["key"] == "desk") == (match["value"] is None)
    }


def _worded(entry: Entry) -> _Worded:
    said = _said(entry)
    if "machine" in said:
        engine, digest = _engine(said["machine"])
        if engine and digest == _hash(entry.text):
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
    found = _MACHINE.fullmatch(value)
    if not found:
        return None, ""
    name, model, version, digest, pivot, options = found.groups()
    label = next((one for one in options.split() if one.startswith(_LABEL)), "")
    return Engine(
        name=name,
        model=model,
        version=version,
        pivot=pivot,
        options=" ".join(one for one in options.split() if one != label),
        label=label.removeprefix(_LABEL).replace("_", " "),
    ), digest


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
