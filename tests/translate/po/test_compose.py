"""What is written is read back as it was meant, by us and by others."""

from __future__ import annotations

import random
import subprocess

import pytest
from memories import HEADER
from system import needs

from digest.translate.po import Entry, Flaw, composed, entry_of, read_entries, revised

PIECES = [
    '"',
    "\\",
    "\n",
    "\t",
    "\r",
    "n",
    " ",
    "“sí”",
    "да",
    "نعم",
    "是",
    "\u2028",
    "\u0085",
    "#~ ",
    "msgid ",
    "e\u0301",
]


def a_text(dice: random.Random) -> str:
    return "x" + "".join(dice.choice(PIECES) for _ in range(dice.randrange(12)))


def a_line(dice: random.Random) -> str:
    return " ".join(a_text(dice).split()).rstrip("\\ ")


def an_entry(dice: random.Random) -> Entry:
    """Return any entry, with or without each of its parts."""
    return Entry(
        dice.choice(["title", "quote"]),
        a_text(dice),
        dice.choice(["", a_text(dice)]),
        tuple(a_line(dice) for _ in range(dice.randrange(3))),
        tuple(f"articles/{n}.md#title" for n in range(dice.randrange(3))),
        tuple(["fuzzy", "no-wrap"][: dice.randrange(3)]),
        dice.choice([None, a_text(dice)]),
        obsolete=dice.random() < 0.3,
    )


def plain(entry: Entry) -> Entry:
    """Return the entry without where it stands."""
    return entry._replace(start=0, end=0, line=0)


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.mark.parametrize("seed", range(100))
def test_an_entry_is_read_back_as_it_was(seed: int) -> None:
    entry = an_entry(dice(seed))
    assert plain(entry_of(composed(entry).encode())) == entry


@needs("msgcat")
def test_gettext_reads_the_same() -> None:
    entries = {(entry.context, entry.source): entry for entry in (an_entry(dice(n)) for n in range(200))}
    text = HEADER + "".join(f"\n{composed(entry)}" for entry in entries.values())
    done = subprocess.run(["msgcat", "-"], input=text.encode(), capture_output=True, check=True)
    said = map(whole, read_entries(done.stdout))
    kept = (entry for entry in entries.values() if entry.text or not entry.obsolete)
    assert {*map(essence, kept)} <= {*map(essence, said)}


def essence(entry: Entry) -> tuple[object, ...]:
    """Return what gettext keeps: without a text, no flag and no obsolete entry."""
    return (entry.context, entry.source, entry.text, entry.obsolete, entry.fuzzy and bool(entry.text))


def whole(entry: Entry | Flaw) -> Entry:
    assert isinstance(entry, Entry)
    return entry


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("seed", range(100))
def test_an_entry_that_becomes_another_is_read_back_as_that(seed: int, end: str) -> None:
    before, after = an_entry(dice(seed)), an_entry(dice(seed + 1000))
    raw = ("# A remark\n#, \n" + composed(before)).replace("\n", end)
    text = revised(raw, before, after)
    assert plain(entry_of(text.encode())) == after
    assert text.startswith(f"# A remark{end}")
    assert text.count("\n") == text.count(end)


@pytest.mark.parametrize("seed", range(20))
def test_an_entry_that_stays_the_same_keeps_every_character(seed: int) -> None:
    entry = an_entry(dice(seed))
    raw = f"#  A remark \n#,range:\n{composed(entry)}".replace("msgid", "msgid  ")
    assert revised(raw, entry, entry._replace(start=7)) == raw
