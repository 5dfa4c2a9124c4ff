"""The same article again: what is kept of it, whether an editor changed that, which quotations differ."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.add.known.entries import Entry
from digest.add.outcome import Said
from digest.read import Passage, kept_text, read_markdown, scalar

_FRONT = re.compile(r"\A(---[ \t]*\n.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ALIKE = 0.6
"""How alike two wordings are that are one quotation, changed: below, one is gone and another is new."""
_TOP = "(?m)^{key}:[^\\n]*\\n(?:[ \\t]+[^\\n]*\\n)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file of the content folder as it stands."""

    front: str
    """The front matter, with the line that opens it and without the one that closes it."""
    passages: tuple[Passage, ...]
    entry: Entry

    @property
    def text(self) -> str:
        """The text as a build reads it."""
        language = self.entry.values.get("language", "en")
        return kept_text(self.passages, language=language).text

    @property
    def is_edited(self) -> bool:
        """Tell whether anybody wrote or changed its text since it was added: then nothing replaces it."""
        told = self.entry.values.get("text_sha256")
        return self.entry.values.get("written_by") == "desk" or told != _sha256(self.text)


def kept_at(content_dir: Path, entry: Entry) -> Kept | None:
    """Return an article as it stands in its file; None if it is no Markdown with front matter."""
    path = content_dir / entry.path
    try:
        source = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    match = _FRONT.match(source) if path.suffix == ".md" else None
    if match is None:
        return None
    body = source[match.end() :]
    passages = read_markdown(body, language=entry.values.get("language", "en"))
    return Kept(front=match[1], passages=tuple(passages), entry=entry)


def with_values(front: str, values: Mapping[str, str | None]) -> str:
    r"""Return front matter with some plain values replaced or added; no other line changes.

    >>> with_values("---\ntitle: A\ntopics: [x]\n", {"title": "B", "updated": "2026-03-05"})
    '---\ntitle: B\ntopics: [x]\nupdated: 2026-03-05\n'
    """
    for key, value in values.items():
        if value is None:
            continue
        line = f"{key}: {scalar(value)}\n"
        found = re.search(_TOP.format(key=re.escape(key)), front)
        start, end = found.span() if found else (len(front), len(front))
        front = front[:start] + line + front[end:]
    return front


def differing(before: Sequence[Said], after: Sequence[Said], text: str) -> Iterator[str]:
    """Yield a sentence for each quotation that a new text has lost or words differently.

    Args:
        before: The quotations of the former text.
        after: Those of the new one.
        text: The new text: words that it still holds are not lost, whatever marks are gone.
    """
    new = [said for said in after if said.text not in {old.text for old in before}]
    for old in before:
        if any(old.text == said.text for said in after):
            continue
        alike = max(new, key=lambda said: _ratio(old.text, said.text), default=None)
        if alike and _ratio(old.text, alike.text) >= _ALIKE:
            yield f"the quotation “{old.text}” is now “{alike.text}”"
        elif old.text in text:
            yield f"“{old.text}” is no longer a quotation"
        else:
            yield f"the quotation “{old.text}” is gone"


def _ratio(first: str, second: str) -> float:
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
