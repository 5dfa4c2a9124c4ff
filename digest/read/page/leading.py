"""Lines and boxes of a page that only lead to other texts: known by their links, in any language.

A paragraph that is one link is never what the page tells; a short label before such a link (“Lees ook”), or a
box among the paragraphs that opens with one, is the teaser of another story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from digest.read.furniture import box_headings, comment_words, pointers
from digest.read.markup import drop_all

_LINES = frozenset({"p", "div", "li", "strong", "span", "em", "b", "i", "h2", "h3", "h4"})
_PARAGRAPHS = frozenset({"p", "div"})
_BOXES = frozenset({"div", "section", "aside", "details", "table", "dl"})
_BLOCKS = _BOXES | {
    "p", "ul", "ol", "li", "blockquote", "figure", "article", "header", "footer", "main", "body", "td", "tr",
    "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "address", "form", "pre", "center",
}  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_TEASER = 320
"""Characters of a line or box that leads on: a headline, a line or two of text, a date."""
_LONGEST_LABEL = 45
"""Characters of the words before such a link: `Bunlar da ilginizi çekebilir` has 28."""
_SHORTEST_HEADLINE = 15
"""Characters of a headline: shorter links are names, tags and buttons; Chinese says it in a third of them."""
_DENSE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs that say as much as three letters do."""
_SENTENCE_MARK = re.compile(r"[.!?。！？؟।][\"'”’»)\]」』]?\s|[,;،，、]")
_PARAGRAPH = 60
"""Characters of a paragraph; what is shorter is a name, a date, a button. Chinese says it in a third."""
_MOST_PARTS = 5
"""Elements inside a line at most."""
_ALL = 0.9
"""The share of a line that a link is when nothing else is there but a sign or a count."""
_DOOR = re.compile(
    r"[/.?&=](?:log-?in|sign-?in|sign-?up|register|registration|wp-login\.php|anmelden|registrieren|registro|conectar"
    r"|connexion|inscription|accedi|registrati|entrar|zaloguj|logowanie)(?:[/?#&.=]|$)",
    re.IGNORECASE,
)
_EXIT = re.compile(
    r"[/.?&=](?:un-?subscribe|opt-?out|abmelden|abbestellen|baja|desuscribir\w*|cancelar-suscripcion|desabonnement"
    r"|se-desabonner|disiscrizione|cancellati|afmelden|uitschrijven|manage-preferences|email-preferences"
    r"|list-manage)(?:[/?#&.=]|$)",
    re.IGNORECASE,
)
"""Addresses where readers log in, or leave a newsletter."""
_NAMED = re.compile(r"(?<![a-z])(?:author|fn)(?![a-z])", re.IGNORECASE)
_LONGEST_DOOR = 160
_QUOTED = re.compile('[“”„«»「」『』"]')
_SELF = ("#", "mailto:", "tel:", "javascript:")
"""How addresses begin that lead nowhere else."""


def drop_leading(tree: Any, kept: set[Any]) -> None:
    """Take out of a page's tree what only leads to other texts.

    Args:
        tree: The page's.
        kept: The first paragraph of the text and all elements around it.
    """
    doors = dict.fromkeys(
        line for link in tree.iter("a") if (line := _around_door(link)) not in {None, *kept}
    )
    drop_all(dict.fromkeys(one for door in doors for one in (door, *_foot_behind(door, kept))))
    lines = dict.fromkeys(line for link in tree.iter("a") if (line := _line_around(link)) is not None)
    whole = [line for line in lines if line not in kept and _is_link(line)]
    # A page that wraps its own paragraphs in links says nothing by that.
    if len(whole) > sum(1 for paragraph in tree.iter("p") if paragraph not in lines):
        whole = []
    leading = {*whole, *(line for line in lines if line not in kept and _leads(line))}
    drop_all(line for line in lines if line in leading)
    drop_all(
        child
        for container in tree.iter(*_BLOCKS)
        if container in kept
        for child in container
        if child.tag in _BOXES and child not in kept and opens_with_link(child)
    )


def opens_with_link(box: Any) -> bool:
    """Tell whether a box is a headline that leads elsewhere, a label before and a few words behind it."""
    link = next((one for one in box.iter("a") if _goes_elsewhere(one)), None)
    if link is None:
        return False
    text = _text(box)
    headline = _text(link)
    if len(text) - len(headline) > _LONGEST_TEASER or not _is_headline(headline):
        return False
    before, _, _ = text.partition(headline)
    return len(before) <= _LONGEST_LABEL and not _SENTENCE_MARK.search(before) and _ends_line(link, box)


def is_paragraph(text: str) -> bool:
    """Tell whether a text is as long as a paragraph: longer than names, dates and buttons."""
    text = text.strip()
    return len(text) + 2 * len(_SYLLABLES.findall(text)) >= _PARAGRAPH


def _is_headline(text: str) -> bool:
    return len(text) + 2 * len(_DENSE.findall(text)) >= _SHORTEST_HEADLINE


def _ends_line(link: Any, box: Any) -> bool:
    """Tell whether no text goes on behind a link in its line."""
    for above in (link, *link.iterancestors()):
        if above is box or above.tag in _BLOCKS:
            return True
        if (above.tail or "").strip():
            return False
        after = above.getnext()
        if after is not None and after.tag not in _BLOCKS and _text(after):
            return False
    return True


def _goes_elsewhere(link: Any) -> bool:
    address = (link.get("href") or "").strip()
    return bool(address) and not address.startswith(_SELF)


def _around_door(link: Any) -> Any:
    """Return the line of a link by which readers log in to comment, or leave a newsletter; None of any other.

    Where they log in to read on, the page is cut, which has to be told.
    """
    address = link.get("href") or ""
    leaves = _EXIT.search(address)
    if not leaves and not _DOOR.search(address):
        return None
    line = next((above for above in link.iterancestors() if above.tag in _BLOCKS), None)
    text = "" if line is None else _text(line)
    if not text or len(text) > _LONGEST_DOOR or _QUOTED.search(text):
        return None
    return line if leaves or any(word in text.casefold() for word in comment_words()) else None


def _foot_behind(door: Any, kept: set[Any]) -> list[Any]:
    """Return what stands behind the line by which readers leave a letter: the address of who sent it."""
    if not any(_EXIT.search(link.get("href") or "") for link in door.iter("a")):
        return []
    behind = [one for one in door.itersiblings() if isinstance(one.tag, str)]
    if any(one in kept or len(_text(one)) > _LONGEST_DOOR or _QUOTED.search(_text(one)) for one in behind):
        return []
    return behind


def _line_around(link: Any) -> Any:
    """Return the largest element around a link that is one line of text."""
    if not link.get("href"):
        return None
    line = None
    for above in link.iterancestors():
        if above.tag not in _LINES or _has_many_parts(above):
            break
        if any(child.tag in _BLOCKS and child is not line for child in above):
            break  # several lines
        line = above
    return line


def _has_many_parts(element: Any) -> bool:
    # Not len(): it counts them all, for each of a thousand links in a line.
    return len(list(islice(element, _MOST_PARTS + 1))) > _MOST_PARTS


def _is_link(line: Any) -> bool:
    """Tell whether a paragraph is a link and nothing else."""
    if line.tag not in _PARAGRAPHS or any(child.tag in _BLOCKS for child in line.iterdescendants()):
        return False
    if _is_signature(line):
        return False
    return linked(line) >= _ALL and any(map(_goes_elsewhere, line.iter("a")))


def _is_signature(line: Any) -> bool:
    """Tell whether a line of links only says when a text was published and by whom, as blogs link both."""
    times = list(line.iter("time"))
    if not times:
        return False
    names = [
        one for one in line.iter("a") if _NAMED.search(f"{one.get('rel') or ''} {one.get('class') or ''}")
    ]
    rest = len(_text(line)) - sum(len(_text(one)) for one in (*times, *names))
    return rest < _SHORTEST_HEADLINE


def _leads(line: Any) -> bool:
    """Tell whether a line only leads to another text: “Lees ook: …”."""
    if any(child.tag in _BOXES or child.tag == "p" for child in line):
        return False
    text = _text(line)
    if len(text) > _LONGEST_TEASER or linked(line) < 0.4:
        return False
    return bool(pointers().match(text)) or _is_labelled(line)


def _is_labelled(line: Any) -> bool:
    """Tell whether a line is a link with a label that is no part of a sentence."""
    link = next(iter(line.iter("a")))
    label = _text_before(link, line)
    if not label or len(label) > _LONGEST_LABEL or not _ends_line(link, line):
        return False
    if label.rstrip(" :：›»→").casefold() in box_headings():
        return True
    # Set off as labels are, by a colon or its own type; a name before a post's link is no label.
    set_off = label.endswith((":", "：")) or any(
        child is not link and child.tag in {"strong", "b", "em", "span"} and _text(child) == label
        for child in line
    )
    return set_off and line.tag in _PARAGRAPHS and _is_headline(_text(link)) and linked(line) >= 0.5


def _text_before(link: Any, line: Any) -> str:
    return " ".join("".join(_pieces_before(link, line)).split())


def _pieces_before(link: Any, line: Any) -> Iterator[str]:
    yield line.text or ""
    for element in line.iterdescendants():
        if element is link:
            return
        if isinstance(element.tag, str):
            yield element.text or ""
        if link not in element.iterdescendants("a"):
            yield element.tail or ""


def _text(element: Any) -> str:
    return " ".join(element.text_content().split()) if isinstance(element.tag, str) else ""


def linked(element: Any) -> float:
    """Return the share of an element's text that stands in links."""
    text = len("".join(element.text_content().split()))
    links = sum(len("".join(link.text_content().split())) for link in element.iter("a") if link.get("href"))
    return links / text if text else 0.0
