"""Pages that open thousands of elements in each other, made as deep as a tree can be without harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter

_DEEPEST_BOX = 512
"""Boxes in each other; list items and cells may double them. Browsers stop at 512 (Blink, WebKit) or 200
(Gecko): no page that is read is deeper. For each box lexbor looks through all that are open, so that 100,000
of them took it 25 seconds; and libxml2 drops what stands in more than 2,048 elements."""
_DEEPEST_LINE = 60
"""Elements within a line, in each other: emphasis, links, spans. Who leaves their ends out opens them anew in
each paragraph that follows; trafilatura goes through them by recursion, and 2,000 were too deep for it."""
_TOKEN = re.compile(r"<(/?[a-zA-Z][^\s/>]*)")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENDLESS = _names("""
    area base basefont bgsound br col embed frame hr img input link meta param source track wbr
""")
_CLOSED_BY_OTHERS = _names("""
    html head body p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rb rt rtc rp
""")
"""Elements whose ends HTML allows to be left out: the next one of the kind closes them."""
_BOXES = _names("""
    address article aside blockquote center details dialog dir div dl fieldset figure footer form h1 h2 h3
    h4 h5 h6 header hgroup main menu nav ol pre search section summary table ul
""")
_OTHERS = _ENDLESS | _CLOSED_BY_OTHERS
_TAG = re.compile(r"<(?:(!--)|(/?)([a-z][^\s/>]*))", re.IGNORECASE)
_RAW_END = {
    name: re.compile(rf"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""What ends an element whose text holds no tags, whatever it looks like."""
_DRAWN = frozenset({"svg", "math"})
"""In which `<path/>` opens nothing: elsewhere HTML takes no notice of the stroke."""
_WRITTEN = _names("a b big code em font i s small span strike strong sub sup tt u")
"""What most of ends a drawing where it is met, and so does a box."""


class _Steps(dict[str, tuple[int, int]]):
    """By how much a tag, as it is written, leads into boxes and into what stands within a line."""

    def __missing__(self, token: str) -> tuple[int, int]:
        name = token.lstrip("/").lower()
        step = 0 if name in _OTHERS else -1 if token.startswith("/") else 1
        steps = (step, 0) if name in _BOXES else (0, step)
        # Whoever writes a page may make up names without end.
        if len(self) < _MOST_NAMES:
            self[token] = steps
        return steps


_STEPS = _Steps()
_MOST_NAMES = 2_000
"""Tags that are remembered; HTML has 140, in both cases and with ends."""


def _spread(steps: Iterable[int]) -> int:
    """Return the most that could be open at a time: ends of what was never opened do not count."""
    depths = list(accumulate(steps, initial=0))
    return max(depths) - min(depths)


def flattened(source: str) -> str:
    """Return a page in which nothing stands too deep; what the elements left out hold stays in its order.

    >>> flattened("<div><div>deep</div></div>")
    '<div><div>deep</div></div>'
    """
    steps = list(map(_STEPS.__getitem__, _TOKEN.findall(source)))
    boxed, lined = map(itemgetter(0), steps), map(itemgetter(1), steps)
    if _spread(boxed) <= _DEEPEST_BOX and _spread(lined) <= _DEEPEST_LINE:
        return source
    kept: list[str] = []
    done = boxes = lines = 0
    for tag, name, step in _opened(source):
        if tag.start() < done:
            continue
        if name in _BOXES:
            if max(boxes, boxes + step) > _DEEPEST_BOX:
                # A line break holds nothing open, and glues no words together.
                kept += [source[done : tag.start()], "<br"]
                done = tag.end()
            boxes = max(boxes + step, 0)
        else:
            if max(lines, lines + step) > _DEEPEST_LINE:
                kept.append(source[done : tag.start()])
                done = source.find(">", tag.end()) + 1 or len(source)
            lines = max(lines + step, 0)
    return "".join([*kept, source[done:]]) if kept else source


def _opened(source: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Yield the tags that open something or end it: neither those of a script nor the lines of a drawing."""
    at = drawn = 0
    while tag := _TAG.search(source, at):
        at, name = tag.end(), (tag[3] or "").lower()
        if tag[1]:
            at = source.find("-->", at - 2) + 3  # `<!-->` is one, too
            if at < 3:
                return
        elif name in _RAW_END and not (tag[2] or drawn):
            end = _RAW_END[name].search(source, at)
            if end is None:
                return
            at = end.end()
        elif name not in _OTHERS:
            if name in _DRAWN:
                drawn = max(drawn + (-1 if tag[2] else 1), 0)
            elif name in _BOXES:
                drawn = 0
            elif drawn and name not in _WRITTEN and source[source.find(">", at) - 1] == "/":
                continue
            yield tag, name, -1 if tag[2] else 1
