"""The text of a page: what trafilatura finds, with its options chosen by page, or what its data hold.

- Where an `<article>` (or its like) holds paragraphs, trafilatura's own rules are believed (`fast`): its
  comparison prefers a longer result, teasers and all.
- A text shorter than `min_extracted_size` makes it take whatever stands on the page; a short one lowers that.
- Where the page has no text, its JSON-LD may.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from digest.model import BlockKind
from digest.read.markup import Marking, fragment_from_html, make_readable, without_crowds
from digest.read.page.loose import fullest, into_paragraphs, prose_in
from digest.read.page.told.linked_data import LinkedData, line_of
from digest.read.text import Passage, passages_from_tree

_HEADINGS = frozenset({"head"})
_CONTAINERS = ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']")
_USUAL_SIZE = 250
"""Characters below which trafilatura looks for a text elsewhere: its own default."""
_BEGINNING = 30
"""Characters of a paragraph by which it is found again."""
_STEP = 25
"""Sizes are rounded to it, since trafilatura's options are kept by size and made anew for each."""
_FEWEST_PARAGRAPHS = 2
"""Paragraphs that make a container the text's: one alone may be a teaser."""
_MOST_SHORT, _MOST_TEXTS = 3_000, 10_000
"""Elements with a text of their own, in a row of short ones and in all, up to which trafilatura's comparisons
are asked: jusText goes from each short one to the next long one, so that 20,000 on a page without an article
took minutes. A long page of news has a thousand."""
_SHORT = 150
"""Characters up to which jusText looks around; what is in a link it leaves out at once."""
_LEAST_SHARE = 0.3
"""The share of a page's paragraphs that the text's own element holds; with less it is a teaser's."""
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|blockquote)\b", re.IGNORECASE)


_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|h[1-6]|ul|li|blockquote)\b", re.IGNORECASE)
"""Markup that was escaped once more, as some systems write it into JSON."""


def passages_of(tree: Any, data: LinkedData, *, language: str, marking: Marking) -> list[Passage]:
    """Return the paragraphs and headings of a page, none if it has no text.

    Args:
        tree: The page's, as it is read; used up.
        data: What the page says in JSON-LD.
        language: Tells how lines are joined.
        marking: What the marks of language in the tree mean.
    """
    into_paragraphs(tree)
    without_crowds(tree)
    found = _extracted(tree)
    passages = (
        []
        if found is None
        else passages_from_tree(found, language=language, headings=_HEADINGS, marking=marking)
    )
    told, box = _from_data(data, language), fullest(tree)
    least = 2 * _length(passages)
    prose = prose_in(box) if box is not None else 0
    fuller = _length(told) > max(least, prose // 2) or _are_strangers(passages, told)
    if fuller and not (data.is_for_subscribers and passages):
        return told
    if prose > least:
        return passages_from_tree(box, language=language, marking=marking)
    return passages


def _are_strangers(passages: list[Passage], told: list[Passage]) -> bool:
    """Tell whether nothing found on the page is in the text that its data hold, but of other stories."""
    text = " ".join(passage.text for passage in told)
    beginnings = [passage.text[:_BEGINNING] for passage in passages if passage.kind is not BlockKind.HEADING]
    return len(text) >= _USUAL_SIZE and not any(beginning in text for beginning in beginnings)


def _length(passages: list[Passage]) -> int:
    return sum(len(passage.text) for passage in passages if passage.kind is not BlockKind.HEADING)


def _extracted(tree: Any) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes a second to load

    for head in tree.findall("head"):
        tree.remove(head)  # each of trafilatura's four copies would hold it
    size = _size(tree)
    least = _brief(tree) if size is None else size
    shown = _USUAL_SIZE if least is None else min(least // _STEP * _STEP or 1, _USUAL_SIZE)
    try:
        fast = size is not None or _are_too_many(tree)
        found: Any = bare_extraction(tree, options=_options(shown, fast=fast))
    except RecursionError:
        return None
    return found.body if found else None


def _are_too_many(tree: Any) -> bool:
    """Tell whether the texts of a page are more than can be compared in time with its size."""
    texts = row = longest = 0
    for one in tree.iter():
        if one.text and not one.text.isspace():
            texts += 1
            row = 0 if one.tag == "a" or len(one.text) > _SHORT else row + 1
            longest = max(longest, row)
    return longest > _MOST_SHORT or texts > _MOST_TEXTS


def _size(tree: Any) -> int | None:
    """Return four fifths of the characters in the text's own element, None if nothing shows which it is."""
    lengths = {one: len("".join(one.text_content().split())) for one in tree.iter("p")}
    for path in _CONTAINERS:
        found = [[length for one in box.iter("p") if (length := lengths[one])] for box in tree.xpath(path)]
        texts = max(found, key=sum, default=[])
        if len(texts) >= _FEWEST_PARAGRAPHS and sum(texts) >= _LEAST_SHARE * sum(lengths.values()):
            return max(1, sum(texts) * 4 // 5)
    return None


def _brief(tree: Any) -> int | None:
    """Return the same of a page without such an element, where the paragraphs side by side are a brief.

    A text of three sentences in Chinese is shorter than what trafilatura takes for one, and it then takes the
    whole page as a line.
    """
    by_parent: dict[Any, list[int]] = defaultdict(list)
    for paragraph in tree.iter("p"):
        if length := len("".join(paragraph.text_content().split())):
            by_parent[paragraph.getparent()].append(length)
    texts = max(by_parent.values(), key=sum, default=[])
    return max(1, sum(texts) * 4 // 5) if len(texts) >= _FEWEST_PARAGRAPHS else None


@cache
def _options(size: int, *, fast: bool) -> Any:
    """Return trafilatura's options, made once: it reads them from a file's text each time else."""
    from trafilatura.settings import DEFAULT_CONFIG, Extractor  # noqa: PLC0415 - as above

    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(size))
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    # As "python" it would write a text that nobody reads.
    return Extractor(
        config=config, output_format="xml", fast=fast, comments=False, tables=True, formatting=True
    )


def _from_data(data: LinkedData, language: str) -> list[Passage]:
    passages = _from_text(data.article.get("articleBody") or data.article.get("text"), language)
    updates = data.article.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else []:
        if isinstance(update, Mapping):
            headline = line_of(update.get("headline"))
            passages += [Passage(headline, BlockKind.HEADING)] if headline else []
            passages += _from_text(update.get("articleBody"), language)
    return passages


def _from_text(text: Any, language: str) -> list[Passage]:
    if isinstance(text, list):
        text = "\n".join(line for line in text if isinstance(line, str))
    if not isinstance(text, str):
        return []
    if _ESCAPED.search(text):
        text = html.unescape(text)
    markup = (
        text if _MARKUP.search(text) else "".join(f"<p>{line}</p>" for line in re.split(r"\s*\n\s*", text))
    )
    root = fragment_from_html(markup)
    marking = make_readable(root, language=language)
    return passages_from_tree(root, language=language, marking=marking)
