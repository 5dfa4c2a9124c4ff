"""What is wrong with an entry of the memory whose form is sound."""

from __future__ import annotations

from collections.abc import Iterator

from digest.languages.visible import in_a_line, shows, steering
from digest.model import SegmentKind
from digest.translate.memory.origin import wrong_remarks
from digest.translate.po import Entry

_KINDS = tuple(map(str, SegmentKind))
_TIMES, _MORE = 20, 1_000
"""How often as long as its source a text may be, and characters more: beyond, something ran away."""


def wrong_entry(entry: Entry) -> Iterator[str]:
    """Yield what is wrong with an entry, in a sentence each; nothing of an obsolete one."""
    if entry.obsolete:
        return
    if entry.context not in _KINDS:
        written = f"msgctxt “{in_a_line(entry.context)}” is unknown" if entry.context else "no msgctxt"
        yield f"{written}; write one of {', '.join(_KINDS)}"
    if len(entry.text) > _TIMES * len(entry.source) + _MORE:
        sizes = f"msgstr has {len(entry.text)} characters for {len(entry.source)} of msgid"
        yield f"{sizes}; write the translation of that alone"
    if entry.remarks:
        yield from wrong_remarks(entry)
    if entry.text and not entry.fuzzy and ("\n" in entry.source or "\n" in entry.text):
        for place, differs in (
            ("begins", entry.source.startswith("\n") != entry.text.startswith("\n")),
            ("ends", entry.source.endswith("\n") != entry.text.endswith("\n")),
        ):
            if differs:
                yield f"one of msgid and msgstr {place} with \\n; both must or neither"


def doubtful_entry(entry: Entry) -> Iterator[str]:
    """Yield what is hardly meant in an entry, which is taken all the same, in a sentence each."""
    if entry.obsolete or not entry.text:
        return
    if not entry.text.isprintable():
        if orders := sorted({f"U+{ord(char):04X}" for char in steering(entry.text)}):
            yield f"msgstr holds {', '.join(orders)}, which nobody sees and no page shows; take it out"
        if not shows(entry.text):
            yield "msgstr shows nothing; write the translation, or leave it empty"
    elif entry.text.isspace():
        yield "msgstr shows nothing; write the translation, or leave it empty"
    if not entry.fuzzy or entry.previous is not None:
        return
    if not entry.remarks:
        # `msgmerge` takes them from its template, and a machine's text would pass for a person's.
        yield (
            "fuzzy, and no remark says who worded it; bring “#. machine:” back if a tool has dropped it, "
            "else write “#. person: NAME” or take fuzzy off"
        )
    if any(one.startswith("reviewed:") for one in entry.remarks):
        yield "“#. reviewed:” and “fuzzy” contradict one another, and it counts as not reviewed; keep one"


def wrong_header(entry: Entry, pair: str) -> Iterator[str]:
    """Yield what is wrong with the header of a file in the folder `pair`."""
    lines = (line.partition(":") for line in entry.text.split("\n"))
    fields = {key.strip(): value.strip() for key, _, value in lines}
    charset = fields.get("Content-Type", "charset=UTF-8").partition("charset=")[2]
    if charset.casefold() not in {"utf-8", "utf8"}:
        yield f"charset is “{in_a_line(charset)}”; write charset=UTF-8"
    language = fields.get("Language", "").replace("_", "-")
    # Tools write es_VE or es for the folder's es: the main language is what must agree.
    if language and language.casefold().split("-", maxsplit=1)[0] not in pair.casefold().split("-")[1:]:
        shown = in_a_line(language)
        yield f"Language is “{shown}” in the folder {pair}; the folder's name is source-target, as es-en"
