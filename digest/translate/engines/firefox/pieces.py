"""Sentences longer than a model can hold, cut where a reader would take a breath."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

MOST = 80
"""Pieces of a vocabulary in one call. From the hundredth on output goes astray, at 256 it stops."""
_BREATHS = (
    re.compile(r"(?<=[;:؛]) |(?<=[；：])"),
    re.compile(r"(?<=[,،]) | (?=- )|(?<=[，、])"),
    re.compile(r" "),
)
_MIDDLE = (0.2, 0.8)
_ENDS = (".", "!", "?", "…", ":", ";", ",")


def cut(text: str, count: Callable[[str], int]) -> Iterator[str]:
    """Yield the parts of a text, each of at most 80 pieces unless a single word is longer."""
    if count(text) <= MOST:
        yield text
        return
    low, high = (len(text) * share for share in _MIDDLE)
    for breath in _BREATHS:
        places = [at.span() for at in breath.finditer(text) if low <= at.start() <= high]
        if places:
            start, end = min(places, key=lambda one: abs(one[0] - len(text) / 2))
            yield from cut(text[:start], count)
            yield from cut(text[end:], count)
            return
    yield text


def fitted(output: str, source: str) -> str:
    """Return the output for a part of a sentence without the start and the end that make it a sentence.

    >>> fitted("And he left.", "e saiu")
    'and he left'
    """
    output = output.strip()
    if source[:1].islower() and output[:1].isupper() and not output[1:2].isupper():
        output = output[:1].lower() + output[1:]
    end = source.rstrip()[-1:]
    if end not in _ENDS and output.endswith(".") and not output.endswith(".."):
        output = output[:-1]
    if end in {",", ";", ":"} and output[-1:] not in {end, ",", ";", ":"}:
        output = output.rstrip(".") + end
    return output


def joined(outputs: Sequence[str], sources: Sequence[str], between: str) -> str:
    """Return the outputs for the parts of a text as one text."""
    if len(sources) == 1:
        return outputs[0]
    return between.join(map(fitted, outputs, sources)).strip()
