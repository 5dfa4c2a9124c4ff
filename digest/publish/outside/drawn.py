"""A picture of each story for where it is linked to: its headline in a typeface like that of the pages.

Pillow draws it with fonts of a pinned package (Source Serif Pro, OFL), so that bytes are the same on every
machine; both are loaded when the first picture is asked for. Letters are set one after the other, from left
to right, each as it stands in the font: a text that needs more than that (Arabic, Hebrew, Indic scripts), or
a letter that the fonts lack, gets no picture rather than a wrong one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from digest.cache import Cache
from digest.model import Origin, OutputFile, Story
from digest.publish import addresses
from digest.publish.edition import Edition
from digest.publish.frame import Renderer, day
from digest.publish.texts import Text

SIZE = (1200, 630)
"""What previews show whole, in pixels (OpenGraph's usual 1.91 to 1)."""
_MARGIN, _SIZES = 72, range(84, 43, -4)
"""Sizes of the headline, the largest that fits first."""
_WIDTH = SIZE[0] - 2 * _MARGIN
"""Pixels of a line."""
_ROOM = 350
"""Pixels between the lines above and below the headline."""
_PAPER, _INK, _SOFT, _ACCENT = "#fdfbf6", "#1b1916", "#5b554b", "#8c1d18"
_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_KIND = "picture"
_PACKAGE = "font_source_serif_pro"


def pictures(edition: Edition, cache: Cache) -> Iterator[OutputFile]:
    """Yield the pictures of an edition that its owner asks for with `outputs: [cards]`.

    Args:
        edition: of the stories.
        cache: knows pictures of the same words.
    """
    colour = edition.site.settings.look.primary or _ACCENT
    for story in edition.site.stories:
        if path := picture_of(edition, story):
            lines = _lines(edition, story)
            key = cache.key(_KIND, colour, lines)
            known = cache.get(_KIND, key)
            if known is None:
                known = _drawn(colour, *lines)
                cache.put(_KIND, key, known)
            yield OutputFile(path, known)


def picture_of(edition: Edition, story: Story) -> str:
    """Return the path of a story's picture in an edition; empty where it has none."""
    settings = edition.site.settings
    if "cards" not in settings.outputs or not _is_said(edition.headline_by_story[story.id]):
        return ""
    if not all(map(_can_be_set, _lines(edition, story))):
        return ""
    return addresses.card(edition.language, story.id)


def _is_said(headline: Text) -> bool:
    """Tell whether a headline is in readers' language, and no machine's that nobody reviewed.

    Where a picture is seen, nothing beside it says who worded it.
    """
    made = headline.translation
    return not headline.missing and not (made and made.origin is Origin.MACHINE and not made.reviewed)


def _lines(edition: Edition, story: Story) -> tuple[str, str, str]:
    """Return what a picture says: whose it is, the headline, and when and where it was reported."""
    view, language = edition.story(story), edition.language
    renderer = Renderer(edition.site.settings, language)
    outlets = renderer.ngettext("%(num)d outlet", "%(num)d outlets", len(view.outlets))
    latest = day(story.latest, reader=renderer.reader) if story.latest else ""
    foot = " · ".join(filter(None, (latest, outlets)))
    texts = (edition.site.settings.name_in(language), view.headline.text, foot)
    return tuple(unicodedata.normalize("NFC", " ".join(text.split())) for text in texts)  # type: ignore[return-value]


def _can_be_set(text: str) -> bool:
    return all(
        ord(letter) in _letters()
        and unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT
        and not unicodedata.combining(letter)
        for letter in text
    )


@cache
def _letters() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 (only who asks for pictures has it)

    found = [TTFont(BytesIO(_font_file(name)), lazy=True).getBestCmap() for name in ("Bold", "Regular")]
    return frozenset(found[0]) & frozenset(found[1])


@cache
def _font_file(weight: str) -> bytes:
    return files(_PACKAGE).joinpath(f"files/SourceSerifPro-{weight}.ttf").read_bytes()


@cache
def _font(weight: str, size: int) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 (as above)

    # Where libraqm is there it would set letters otherwise than where it is not.
    return ImageFont.truetype(BytesIO(_font_file(weight)), size, layout_engine=ImageFont.Layout.BASIC)


def _drawn(colour: str, name: str, headline: str, foot: str) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 (as above)

    width, height = SIZE
    picture = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 12), fill=colour)
    draw.text((_MARGIN, 60), _cut(name, _font("Bold", 34)), font=_font("Bold", 34), fill=_INK)
    draw.line((_MARGIN, 118, width - _MARGIN, 118), fill=_INK, width=2)
    font, step, lines = _fitted(headline)
    for at, line in enumerate(lines):
        draw.text((_MARGIN, 156 + at * step), line, font=font, fill=_INK)
    draw.text((_MARGIN, height - 84), foot, font=_font("Regular", 30), fill=_SOFT)
    made = BytesIO()
    # Of the palette that letters' edges need: a quarter of the bytes.
    picture.quantize(32, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _fitted(headline: str) -> tuple[Any, int, list[str]]:
    """Return the largest font in which a headline fits, the height of its lines, and these.

    What does not fit in the smallest is cut.
    """
    for size in _SIZES:
        font, step = _font("Bold", size), round(size * 1.14)
        lines = list(_wrapped(headline, font))
        if len(lines) * step <= _ROOM and not any(_is_wider(line, font) for line in lines):
            return font, step, lines
    most = _ROOM // step
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" .,;:") + "…"]
    return font, step, [_cut(line, font) for line in lines]


def _cut(line: str, font: Any) -> str:
    """Return a line as far as the picture is wide: one word may be wider."""
    if not _is_wider(line, font):
        return line
    kept = line
    while kept and _is_wider(f"{kept}…", font):
        kept = kept[:-1]
    return f"{kept.rstrip(' .,;:')}…"


def _is_wider(line: str, font: Any) -> bool:
    # Not `getlength`: letters are drawn at whole pixels, and fifty of them drift by a dozen.
    return bool(font.getbbox(line)[2] > _WIDTH)


def _wrapped(text: str, font: Any) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _is_wider(longer, font):
            yield line
            line = word
        else:
            line = longer
    yield line
