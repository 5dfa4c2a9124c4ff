"""Small digests on disk whose articles come, change and go, recorded between two builds."""

from __future__ import annotations

from pathlib import Path

from sites import write

from digest.build import Gathered, gather
from digest.model import Settings
from digest.record import append

OUTLETS = """
herald: {name: Northport Herald, language: en, excerpt_words: 200}
diario: {name: Diario del Puerto, language: es, excerpt_words: 200}
times: {name: Eastvale Times, language: en, excerpt_words: 200}
"""

HERALD = """
---
title: Northport harbour reopens after the flood
outlet: herald
language: en
published: 2026-03-03
url: https://herald.example/harbour
---
The harbour of Northport reopened on Tuesday after the flood of February.

“The harbour is open again to every boat on the coast,” Mayor Anna Berg said in Northport.
"""

TIMES = """
---
title: Flooded harbour of Northport reopens
outlet: times
language: en
published: 2026-03-04
url: https://times.example/harbour
---
Northport reopened its harbour on Tuesday, weeks after the February flood.

“Nobody in this town will be left to pay alone,” Mayor Anna Berg said in Northport.
"""

DAM = """
---
title: Court stops the Southfield dam
outlet: times
language: en
published: 2026-05-20
---
A court in Southfield stopped work on the dam.

“This dam was never needed by anybody,” judge Karl Holm said.
"""


EARLIER = """
---
title: Northport harbour to reopen after the flood
outlet: diario
language: es
published: 2026-03-01
story: harbour
---
El puerto de Northport reabre tras la inundación.
"""


class Desk:
    """A content folder that editors work in."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.settings = Settings(
            content_dir=self.content,
            cache_dir=folder / ".cache",
            languages=("en", "es"),
            site_name="The Digest",
            site_url="https://example.org/digest/",
        )
        self.put("outlets.yml", OUTLETS)
        self.put("articles/harbour.md", HERALD)
        self.put("articles/reopened.md", TIMES)
        self.put("articles/dam.md", DAM)

    def put(self, path: str, text: str) -> None:
        write(self.content / path, text)

    def edit(self, path: str, *replacements: tuple[str, str]) -> None:
        text = (self.content / path).read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        (self.content / path).write_text(text, encoding="utf-8")

    def remove(self, path: str) -> None:
        (self.content / path).unlink()

    def gather(self) -> Gathered:
        return gather(self.settings)

    def record(self) -> Gathered:
        """Record what would be published now, and return what a build then finds."""
        append(self.content, self.gather().history.pending)
        return self.gather()


def story_of(gathered: Gathered, article: str) -> str:
    """Return the id of the story that holds an article."""
    return next(s.id for s in gathered.grouping.stories if article in {a.id for a in s.articles})


def statement_of(gathered: Gathered, words: str) -> str:
    """Return the id of the statement with a wording that holds `words`."""
    return next(u.id for u in gathered.utterances if any(words in w.quote.text for w in u.wordings))


def seen(gathered: Gathered) -> object:
    """Return everything of the record that pages show."""
    history = gathered.history
    return (
        [(story.id, [a.id for a in story.articles]) for story in gathered.grouping.stories],
        [(u.id, u.former) for u in gathered.utterances],
        (history.corrections, history.stories, history.articles, history.people, history.moved),
    )


EDITS = {
    "nothing": lambda _: None,
    "earlier": lambda desk: desk.put("articles/before.md", EARLIER),
    "pinned": lambda desk: (
        desk.put("articles/before.md", EARLIER),
        desk.edit("articles/harbour.md", ("outlet:", "story: harbour\noutlet:")),
    ),
    "joined": lambda desk: desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n"),
    "parted": lambda desk: desk.put("stories.yml", "- apart: [herald/harbour, times/reopened]\n"),
    "corrected": lambda desk: desk.edit("articles/harbour.md", ("open again", "open once more")),
    "another speaker": lambda desk: desk.edit("articles/dam.md", ("Karl Holm", "Eva Lind")),
    "withdrawn": lambda desk: desk.edit(
        "articles/dam.md", ("“This dam was never needed by anybody,” judge", "Judge")
    ),
    "removed": lambda desk: desk.remove("articles/reopened.md"),
    "all removed": lambda desk: (desk.remove("articles/reopened.md"), desk.remove("articles/harbour.md")),
    "moved file": lambda desk: (desk.remove("articles/harbour.md"), desk.put("articles/port.md", HERALD)),
    "renamed outlet": lambda desk: (
        desk.edit("outlets.yml", ("herald:", "northport:")),
        desk.edit("articles/harbour.md", ("outlet: herald", "outlet: northport")),
    ),
    "noted": lambda desk: desk.edit(
        "articles/dam.md", ("outlet:", "correction: The court sat in Eastvale.\noutlet:")
    ),
    "retracted": lambda desk: desk.edit(
        "articles/dam.md", ("outlet:", "retracted: {reason: Made up.}\noutlet:")
    ),
    "withheld": lambda desk: desk.edit(
        "articles/dam.md", ("outlet:", "retracted: {reason: A court ordered it., words: withheld}\noutlet:")
    ),
}
