"""Style sheets and the script as readers load them: without comments, with what the owner decided."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from digest.model import FrameOf, OutputFile, Settings
from digest.publish import addresses
from digest.publish.frame.compiled import templates_dir
from digest.publish.frame.inside import scoped
from digest.publish.frame.look import sheet

_SHEETS = (
    "assets/digest/theme.css",
    addresses.stylesheet(),
    addresses.lists_stylesheet(),
    addresses.few_stylesheet(),
)
"""What a page inside of a theme's frame needs, in this order; paths in the folder of templates."""


_LOADED = (
    addresses.stylesheet(),
    addresses.lists_stylesheet(),
    addresses.few_stylesheet(),
    addresses.script(),
    addresses.share_script(),
    addresses.missing_script(),
    *addresses.search_scripts(),
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_AROUND = re.compile(r"\s*([{};,])\s*|(?<=:)[ ]+")
"""White space that a style sheet needs nowhere: that behind a colon parts a property and its value."""


def style_sheets(settings: Settings) -> Iterator[OutputFile]:
    """Yield the style sheets that these settings need, and the scripts of pages and of the search."""
    for name in _LOADED:
        # A file of the owner's in its place is published as it is.
        if not any((folder / name).is_file() for folder in settings.template_dirs):
            text = (templates_dir() / name).read_text(encoding="utf-8")
            made = tight(text) if name.endswith(".css") else compact(text)
            yield OutputFile(path=name, content=made.encode())
    if made := sheet(settings.look):
        yield OutputFile(path=addresses.look(), content=made.encode())
    if settings.frame is FrameOf.THEME:
        folders = (*settings.template_dirs, templates_dir())
        texts = (
            next(path for folder in folders if (path := folder / name).is_file()).read_text(encoding="utf-8")
            for name in _SHEETS
        )
        yield OutputFile(path=addresses.inside(), content="".join(map(scoped, texts)).encode())


@cache
def embed_sheet() -> tuple[Markup, str]:
    """Return the style sheet within an embedded statement, and its SHA-256 as policies name it."""
    # Not among the templates, whose folder MkDocs publishes.
    text = tight(files("digest.publish.frame").joinpath("embed.css").read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), digest  # noqa: S704 (a file of ours)


def compact(text: str) -> str:
    r"""Return a style sheet or script of ours without comments and indentation: a sixth less to load.

    >>> compact("a {\n  margin: 0; /* none */\n}\n")
    'a {\nmargin: 0;\n}\n'
    """
    return _INDENT.sub("\n", _COMMENT.sub("", text)).strip() + "\n"


def tight(css: str) -> str:
    r"""Return a style sheet of ours without the white space that its rules do not need, either.

    >>> tight("a,\n[dir] b {\n  margin: 0 1px;\n  color: red;\n}\n")
    'a,[dir] b{margin:0 1px;color:red}\n'
    """
    return _AROUND.sub(lambda found: found[1] or "", compact(css)).replace(";}", "}").strip() + "\n"
