"""Who wrote a page's text: names as printed, from its data or its byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from digest.languages import row
from digest.languages.visible import clean
from digest.read.furniture import Furniture, byline_names, furniture, signing
from digest.read.page.told.author_classes import classed_lines
from digest.read.page.told.below import lines_below_headline
from digest.read.page.told.linked_data import LinkedData, line_of
from digest.read.page.told.metas import Metas, contents

_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "articleauthor",
)
_CLASSES = frozenset({"byline", "author-name", "author", "autor", "autora", "autore", "auteur"})
_IN_CLASSES = ("byline__name", "article-author", "authorName", "reader-credits")
_NAMES = re.compile(
    r"(?<!\S)(?!\S*(?:comment|reply|user))\S*authors?[_-]{1,2}(?:full-?)?name(?!\S)", re.IGNORECASE
)
_LONGEST = 60
"""Characters of a name, with the names of two families and a title."""
_MOST_WORDS = 6
"""Words of a name: `María del Carmen de la Torre` has as many."""
_ENDS = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
"""Where an author signs below a text."""
_SHORTEST, _LONGEST_UNSPACED = 2, 4
"""Characters of a Chinese name, its surname among them."""
_MOST_NAMED = 3
"""Authors whom classes of elements tell: more are those of other texts."""
_MOST = 12
"""Authors of one text: more are the list of a newsroom."""
_NO_NAME = re.compile(
    r"^(?:la |the )?(?:redac\w+|redaz\w+|rédaction|redak\w+|редак\w+|newsroom|editorial staff)$"
    r"|https?:|www\.|@|\.(?:com|org|net)\b|\d{3,}|^(?:null|none|undefined|admin|n/a|unknown|editor)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[;|/]|、|，|،|\s·\s|\s•\s)\s*")
_BESIDE = re.compile(r"\s*\([^()]*\)\s*$")
"""“Anna Berg (with AFP)”, “(Oslo)”."""
_COMMA = re.compile(r"\s*,\s*")


def authors_of(tree: Any, metas: Metas, data: LinkedData, *, language: str) -> tuple[str, ...]:
    """Return the authors' names; the first source that gives any is believed.

    Args:
        tree: The page's.
        metas: What its `<meta>` elements say.
        data: What it says in JSON-LD.
        language: Tells what joins names, and what stands before them.
    """
    known = furniture(language)
    others = {name.strip().casefold() for name in contents(metas, ("og:site_name", "application-name"))}
    for source in chain((_linked(data), contents(metas, _METAS)), _printed(tree, known)):
        names = [name for text in source for name in _names(text, known) if name.casefold() not in others]
        if names:
            return tuple(dict.fromkeys(names))[:_MOST]
    return ()


def _linked(data: LinkedData) -> list[str]:
    value = data.first("author") or data.first("creator")
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping) and "Organization" in str(one.get("@type")):
            continue
        names = one.get("name") if isinstance(one, Mapping) else one
        found += [line for name in (names if isinstance(names, list) else [names]) if (line := line_of(name))]
    return found


def _printed(tree: Any, known: Furniture) -> Iterator[list[str]]:
    authors = tree.xpath("//*[@itemprop='author']")
    named = [[one for one in author.iterdescendants() if one.get("itemprop") == "name"] for author in authors]
    yield list(map(_text_of, dict.fromkeys(chain(*named))))
    yield [_text_of(author) for author, names in zip(authors, named, strict=True) if not names]
    yield [_text_of(link) for link in tree.iter("a") if _leads_to_author(link)]
    classed = tree.xpath("//*[@class]")
    bylines = [element for element in classed if _is_byline(element.get("class"))]
    cards = [one for line in bylines for one in line.iter() if "fn" in (one.get("class") or "").split()]
    yield list(map(_text_of, dict.fromkeys(cards)))
    yield list(map(_text_of, bylines))
    told = list(dict.fromkeys(_once(_text_of(one)) for one in classed if _is_named(one.get("class"))))
    yield told if len(told) <= _MOST_NAMED else []
    yield from classed_lines(tree, known)
    yield next(
        (list(names) for _, text in lines_below_headline(tree) if (names := byline_names(text, known))), []
    )

    yield [
        name
        for one in tree.xpath("//*[self::p or self::div][@style or @align]")
        if _ENDS.search(_style(one))
        for name in signing(_text_of(one), known)
    ]


def _style(element: Any) -> str:
    return f"{element.get('style') or ''};text-align:{element.get('align') or ''}"


def _is_named(classes: str | None) -> bool:
    # Letters first: the pattern has none to begin with.
    return bool(classes) and "uthor" in str(classes) and bool(_NAMES.search(str(classes)))


def _once(text: str) -> str:
    """Return a name that is said twice, beside a picture and below it, once."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)


def _leads_to_author(link: Any) -> bool:
    rel = link.get("rel") or ""
    return rel == "author" or ("author" in rel and next(link.iterancestors("address"), None) is not None)


def _text_of(element: Any) -> str:
    return str(element.get("content") or " ".join(element.itertext()))


def _is_byline(classes: str | None) -> bool:
    if not classes:
        return False
    return not _CLASSES.isdisjoint(classes.split()) or any(name in classes for name in _IN_CLASSES)


def _names(text: str, known: Furniture) -> Iterator[str]:
    """Yield the names in what a page gives as one text."""
    line = " ".join(clean(line_of(text) or "").split())
    if "://" in line:
        return
    byline = known.bylines.match(line)
    line = known.signers.sub("", line[byline.end() :] if byline else line)
    for group in _BETWEEN.split(line):
        for name in _parted(group, known):
            name = _BESIDE.sub("", name).strip(" -–—|·•:.,")  # noqa: PLW2901 - the name itself
            if (
                name
                and len(name) <= _LONGEST
                and len(name.split()) <= _MOST_WORDS
                and not _NO_NAME.search(name)
            ):
                yield name


def _parted(text: str, known: Furniture) -> Iterator[str]:
    """Yield the names of a list: “Berg, Anna” and “José Ortega y Gasset” are one, “李华, 王明” are two."""
    parts = _COMMA.split(text)
    if len(parts) == 2 and all(part.isascii() and " " not in part for part in parts):
        yield text
        return
    for number, part in enumerate(parts):
        if number and _tells_of_the_first(part, parts[0]):
            continue
        names = [one for name in known.ands.split(part) for one in _unspaced(name, known)]
        yield from names if all(" " in name or not name.isascii() for name in names) else [part]


def _unspaced(text: str, known: Furniture) -> list[str]:
    """Return the names that spaces part where names hold none, each with a surname of the language."""
    names, own = text.split(), row(known.language)
    # Where given names are known by their parts, as in Japanese, a space stands before them.
    surnames = () if own.spaced or own.given_parts else (*own.surnames, *own.family_names)
    whole = bool(surnames) and all(
        _SHORTEST <= len(name) <= _LONGEST_UNSPACED and name.startswith(surnames) for name in names
    )
    return names if whole else [text]


def _tells_of_the_first(part: str, first: str) -> bool:
    """Tell whether a part of a byline says where or what the one before is: “Anna Berg, Oslo”."""
    is_word = " " not in part and " " in first and part[:1].isupper()
    return first[:1].isupper() and (is_word or part[:1].islower())
