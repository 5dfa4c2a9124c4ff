"""Style sheets that are made, not kept: what the owner decided, and ours for a theme's frame."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import FrameOf, OutputFile, Settings
from digest.publish import addresses
from digest.publish.frame.inside import scoped
from digest.publish.frame.look import sheet
from digest.publish.frame.templates import templates_dir

_SHEETS = ("assets/digest/theme.css", addresses.stylesheet())
"""What a page inside of a theme's frame needs, in this order; paths in the folder of templates."""


def style_sheets(settings: Settings) -> Iterator[OutputFile]:
    """Yield the style sheets that these settings need beside ours."""
    if made := sheet(settings.look):
        yield OutputFile(path=addresses.look(), content=made.encode())
    if settings.frame is FrameOf.THEME:
        folders = (*settings.template_dirs, templates_dir())
        texts = (
            next(path for folder in folders if (path := folder / name).is_file()).read_text(encoding="utf-8")
            for name in _SHEETS
        )
        yield OutputFile(path=addresses.inside(), content="".join(map(scoped, texts)).encode())
