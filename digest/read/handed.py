"""One text that is not in the content folder yet → what its article would hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from digest.languages.visible import clean
from digest.model import BlockKind, Moment, Problem
from digest.read.furniture import furniture
from digest.read.keys import moment_from_text
from digest.read.markup import fragment_from_html, make_readable
from digest.read.report import Report
from digest.read.text import (
    MAX_TEXT_BYTES,
    Passage,
    fitting,
    page_from_bytes,
    passages_from_markdown,
    passages_from_tree,
    text_from_bytes,
)

_BESIDE = ("figcaption", "img", "script", "style", "iframe")
"""What stands beside the text of a feed's entry."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_LONGEST_TITLE = 200
"""Characters of a first line that may be a headline; beyond, it is a paragraph."""
_SHORTEST_TITLE = 8
"""Characters of a headline that a sentence holds by chance no more; Chinese has such short ones."""
_LONGEST_WHENCE = 90
"""Characters beside the headline in a line that says where a text was published first."""
_NO_ZONE = ZoneInfo("UTC")
_LONGEST_NAME = 80
"""Characters of an author's name: a sentence in its place is a biography."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a text says of itself; None and empty where it says nothing."""

    passages: tuple[Passage, ...] = ()
    title: str | None = None
    site: str | None = None
    """The name of the outlet that a page gives."""
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    written: tuple[str, ...] = ()
    """Moments told in words, in ISO 8601 with their own offsets."""
    authors: tuple[str, ...] = ()
    url: str | None = None
    archive_url: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs and headings, a blank line between."""
        return "\n\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a page or text beside its bytes."""

    path: str
    """What problems are told of."""
    zone: ZoneInfo
    charset: str | None = None
    """As HTTP told it; it comes before what the page says."""
    language: str | None = None
    """The article's, where something better than the page says it."""
    most: int = MAX_TEXT_BYTES
    """Bytes that the text may have."""


def read_page_bytes(data: bytes, known: Told) -> Handed:
    """Return the article of a whole page."""
    from digest.read.page import read_page  # noqa: PLC0415 - trafilatura takes a second to load

    report = Report(known.path, known.zone)
    source = _source(data, known, report, is_page=True)
    if source is None:
        return Handed(problems=tuple(report.problems))
    page = read_page(source, report, language=known.language)
    passages = page.passages
    if page.title and len(passages) > 1 and _is_title(passages[0], page.title):
        passages = passages[1:]
    return Handed(
        passages=tuple(passages),
        title=page.title,
        site=page.site,
        language=page.language,
        published=page.published,
        updated=page.updated,
        written=page.written,
        authors=tuple(page.authors),
        url=page.url,
        archive_url=page.archive_url,
        problems=tuple(report.problems),
    )


def read_fragment(
    data: bytes, *, language: str | None = None, title: str | None = None, most: int = MAX_TEXT_BYTES
) -> Handed:
    """Return the paragraphs and headings of HTML that holds an article and nothing else."""
    report = Report("", _NO_ZONE)
    source = fitting(data.decode("utf-8", "replace"), report, most, is_page=True)
    if source is None:
        return Handed(problems=tuple(report.problems))
    tree: Any = fragment_from_html(source)
    for tag in _BESIDE:
        for element in list(tree.iter(tag)):
            element.drop_tree()
    from digest.read.page import drop_boxes, without_furniture  # noqa: PLC0415 - few texts are fragments

    marking = make_readable(tree, language=language or "en")
    drop_boxes(tree)
    found = passages_from_tree(tree, language=language or "en", marking=marking)
    passages = without_furniture(found, language=language or "en", title=title).passages or found
    if title and len(passages) > 1 and _is_title(passages[0], title):
        passages = passages[1:]
    if title and len(passages) > 1 and _says_whence(passages[-1].text, title):
        passages = passages[:-1]
    return Handed(passages=tuple(passages))


def read_markdown(body: str, *, language: str) -> list[Passage]:
    """Return the paragraphs and headings below the front matter of an article."""
    return passages_from_markdown(clean(body), language=language)


def read_plain(data: bytes, *, most: int = MAX_TEXT_BYTES) -> Handed:
    """Return the paragraphs of a plain text that holds an article and nothing else."""
    report = Report("", _NO_ZONE)
    text = fitting(data.decode("utf-8", "replace"), report, most, is_page=False)
    if text is None:
        return Handed(problems=tuple(report.problems))
    parts = (" ".join(part.split()) for part in _PARAGRAPHS.split(text))
    return Handed(passages=tuple(Passage(part) for part in parts if part))


def read_pasted_bytes(data: bytes, known: Told, *, title: str | None = None) -> Handed:
    """Return the article of a text that somebody copied from a page or a letter.

    Without a title given, a first line that can be one is taken for it.
    """
    from digest.read.pasted import read_pasted  # noqa: PLC0415 - few texts are pasted

    report = Report(known.path, known.zone)
    source = _source(data, known, report, is_page=False)
    if source is None:
        return Handed(problems=tuple(report.problems))
    if title is None:
        first, _, rest = source.strip().partition("\n")
        if rest.strip() and len(first) <= _LONGEST_TITLE:
            title, source = " ".join(first.split()), rest
    pasted = read_pasted(source, language=known.language or "en", title=title)
    return Handed(
        passages=tuple(pasted.passages), title=title, authors=pasted.authors,
        published=moment_from_text(pasted.published or "", report),
        updated=moment_from_text(pasted.updated or "", report),
        written=tuple(filter(None, (pasted.published, pasted.updated))),
        problems=tuple(report.problems),
    )  # fmt: skip


def names_of_byline(line: str, language: str) -> tuple[str, ...]:
    """Return the authors that a line such as “Por Ana Ruiz y Luis Mora” names.

    >>> names_of_byline("By Mary Hill and Tom Cole", "en")
    ('Mary Hill', 'Tom Cole')
    """
    known = furniture(language)
    text = " ".join(line.split())
    word = known.bylines.match(text)
    text = text[word.end() :] if word else text
    names = [name.strip(" |·–—-,") for name in known.ands.split(text)]
    return tuple(name for name in names if name and len(name) <= _LONGEST_NAME)


def moment_from_iso(text: str | None, zone: ZoneInfo) -> Moment | None:
    """Return the moment that front matter would hold, None where the text is none."""
    return moment_from_text(text, Report("", zone)) if text else None


def _is_title(passage: Passage, title: str) -> bool:
    return passage.kind is BlockKind.HEADING and passage.text.casefold() == title.casefold()


def _says_whence(text: str, title: str) -> bool:
    """Tell whether a feed's last line only says what stood where: “The post … appeared first on …”."""
    room = len(text) - len(title)
    return len(title) >= _SHORTEST_TITLE and title in text and 0 < room <= _LONGEST_WHENCE


def _source(data: bytes, known: Told, report: Report, *, is_page: bool) -> str | None:
    """Return what bytes hold, in the encoding that was told with them or else by their own marks."""
    decoded = _decoded(data, known.charset)
    if decoded is not None:
        return fitting(decoded, report, known.most, is_page=is_page)
    return (page_from_bytes if is_page else text_from_bytes)(data, report, most=known.most)


def _decoded(data: bytes, charset: str | None) -> str | None:
    """Return the text in the encoding that HTTP names, as browsers read its label; None if it is not."""
    if not charset:
        return None
    import webencodings  # noqa: PLC0415 - only where somebody names an encoding

    encoding = webencodings.lookup(charset)
    try:
        return webencodings.decode(data, encoding, "strict")[0] or None if encoding else None
    except UnicodeDecodeError:
        return None
