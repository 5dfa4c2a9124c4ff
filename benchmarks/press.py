"""News texts whose quotations stand in braces, as `tests/golden/press/en.txt` explains, as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_MARKED = re.compile(r"\{(?P<number>\d+|\?)(?P<kind>[=:])(?P<inner>[^{}\n]+)\}")


def read_folder(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the texts of every file `CODE.txt`, in the shape of one line of `quotes_german`."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = "\n".join(line for line in lines if not line.startswith("##"))
        for part in re.split(r"^# ", kept, flags=re.MULTILINE)[1:]:
            name, _, body = part.partition("\n")
            yield row_of(f"{path.stem}: {name}", path.stem, body.strip())


def row_of(name: str, language: str, marked: str) -> dict[str, Any]:
    """Return a text without its braces, and where the words and the speakers between them stand.

    >>> row_of("a", "en", '{1:"It was a phone call,"} said {1=Trump}.')["quotes"]
    [{'type': 'Direct', 'spans': [[0, 22]], 'speaker': [[28, 33]]}]
    """
    text = ""
    words: list[tuple[str, list[int]]] = []
    people: dict[str, list[list[int]]] = {}
    end = 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        span = [len(text), len(text) + len(match["inner"])]
        text += match["inner"]
        end = match.end()
        if match["kind"] == "=":
            people.setdefault(match["number"], []).append(span)
        else:
            words.append((match["number"], span))
    text += marked[end:]
    if left := re.search(r"[{}]", text):
        around = text[max(0, left.start() - 20) : left.end() + 20]
        message = f"{name}: a brace without its other at {around!r}; {{1=NAME}} or {{1:WORDS}} looks right"
        raise ValueError(message)
    quotes = [
        {"type": "Direct", "spans": [span], "speaker": people.get(number, [])} for number, span in words
    ]
    return {"id": name, "lang": language, "text": text, "quotes": quotes}
