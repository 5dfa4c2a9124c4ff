"""Markdown → paragraphs and headings; emphasis, links and raw HTML are reduced to their text.

Most articles hold no markup besides `#` headings: those are cut at blank lines. Anything else goes
through the Markdown library and an HTML parser, with the same result for plain text.
"""

from __future__ import annotations

import re

from digest.model import BlockKind
from digest.read.markup import fragment_from_html, make_readable
from digest.read.text.blocks import Passage, joined, passages_from_tree
from digest.read.text.decode import guillemets
from digest.read.text.pieces import in_pieces, whole

_MARKUP = re.compile(r"[\\`*_\[\]<>&\t~]|^[ ]+\S|^[-+=|]|^#[^\n]*#\s*$", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ ]+(\S.*)")
# “#Venezuela” is a word, but Python-Markdown takes it for a heading.
_HASHTAG = re.compile(r"^([ ]{0,3})(?=#+[^\s#])", re.MULTILINE)
# “3. Dezember” begins a sentence; an ordered list would lose or change its number.
_NUMBER = re.compile(r"^([ ]*\d+)\.(?=\s)", re.MULTILINE)

_STRUCK_OUT = re.compile(r"(?<![~\\])~~(?=\S)([^~\n]+?)(?<=\S)~~(?!~)")
_NOTE_NUMBER = re.compile(r"\[\^[\w-]{1,30}\](?!:)")
# What has no end, or has another one in it: the Markdown library looks for its end up to that of the text, at
# each of them anew.
_ENDLESS = (
    (re.compile(r"<(?=(?:[A-Za-z/?]|!(?!--))[^<>]*(?:<|\Z))"), "&lt;"),
    (re.compile(r"(?<!\\)\[(?=[^\[\]]*(?:\[|\Z))"), r"\\["),
    (re.compile(r"\]\((?=[^()\[]*(?:[(\[]|\Z))"), r"]\\("),
)
_MOST_ENDLESS = 50
"""That many cost nothing, and one may be meant: a “<” in an attribute, a link's text in brackets."""
_NOTE_TEXT = re.compile(r"^[ ]{0,3}\[\^[\w-]{1,30}\]:[ ]*", re.MULTILINE)


def passages_from_markdown(source: str, *, language: str, first_line: int = 1) -> list[Passage]:
    r"""Return the paragraphs and headings of a Markdown text.

    >>> [p.text for p in passages_from_markdown("## Why\n\nA *phone*\ncall.", language="en")]
    ['Why', 'A phone call.']
    """
    source = guillemets(source)
    if has_markup(source):
        return _from_markup(source, language)
    return _from_plain(source, language, first_line)


def has_markup(source: str) -> bool:
    """Tell whether a text holds anything besides paragraphs and headings, as far as its signs show."""
    return bool(_MARKUP.search(source))


def _from_plain(source: str, language: str, first_line: int) -> list[Passage]:
    passages: list[Passage] = []
    lines: list[str] = []

    def part(number: int) -> None:
        if text := joined(lines, language=language):
            passages.append(Passage(text, line=number - len(lines)))
        lines.clear()

    number = first_line
    for number, line in enumerate(source.split("\n"), first_line):
        heading = _HEADING.match(line)
        if heading or not line.strip():
            part(number)
        else:
            lines.append(line)
        if heading:
            text = joined([heading[2]], language=language)
            passages.append(Passage(text, BlockKind.HEADING, number))
    part(number + 1)
    return passages


def _from_markup(source: str, language: str) -> list[Passage]:
    from markdown import Markdown  # noqa: PLC0415 - most articles are plain

    source = _NUMBER.sub(r"\1\\.", _HASHTAG.sub(r"\1\\", source))
    source = _NOTE_TEXT.sub("", _NOTE_NUMBER.sub("", source))
    for endless, as_text in _ENDLESS:
        if len(endless.findall(source)) > _MOST_ENDLESS:
            source = endless.sub(as_text, source)
    source = in_pieces(source)
    # A new one each time: what nests too deep leaves a parser in a state that no reset ends.
    markup = Markdown(extensions=["tables"]).convert(_STRUCK_OUT.sub(r"<del>\1</del>", source))
    if not markup.strip():
        return []
    root = fragment_from_html(markup)
    marking = make_readable(root, language=language)
    return whole(passages_from_tree(root, language=language, marking=marking))
