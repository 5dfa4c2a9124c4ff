"""Where the templates are, and their compiled code, which is half a second of each program that renders one.

That of our own templates is kept where Python keeps that of our modules, under the same rules
(`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`): whoever can write there could write modules, too. None is
kept in a site's cache, and of an owner's templates none at all: nothing that comes with a site runs as code.
"""

from __future__ import annotations

import hashlib
import re
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from digest.atomic import write_atomically

_INDENTED = re.compile(r"([%#]\})?\n[ \t]+")
_AS_IT_STANDS = ("<pre", "<textarea")
"""Elements in which white space is seen."""


class Flush(Extension):
    """Takes away the indentation that makes templates readable: it would be a twentieth of a page's bytes."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return a template's source as it is compiled; what it will show of the content is no part of it."""
        if any(one in source for one in _AS_IT_STANDS):
            return source
        # The newline behind a tag is dropped (`trim_blocks`): one space stays, or words would run together.
        return _INDENTED.sub(lambda found: f"{found[1]}\n " if found[1] else "\n", source)


OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "extensions": ["jinja2.ext.i18n", Flush],
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""Of every environment: what becomes of a template depends on them."""


def templates_dir() -> Path:
    """Return the folder of the project's templates: in the wheel beside this module, else in the checkout."""
    packed = Path(__file__).parents[1] / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "templates"


class Compiled(BytecodeCache):
    """Compiled templates, one of each text: the editions' environments differ in strings alone."""

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}
        self._ours = f"{templates_dir()}/"
        made_by = (jinja2.__version__, sys.version, sorted(OPTIONS.items(), key=str))
        self._head = hashlib.blake2b(repr(made_by).encode(), digest_size=16).digest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a template's file, which says whose it is."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before of the same source."""
        code, checksum = self._code.get(bucket.key, (None, None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif file := self._kept(bucket.key):
            # Of another release, or damaged: it is compiled anew.
            with suppress(Exception):
                data = file.read_bytes()
                if data.startswith(self._head):
                    bucket.bytecode_from_string(data[len(self._head) :])
                    self._code[bucket.key] = (bucket.code, bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = (bucket.code, bucket.checksum)
        file = self._kept(bucket.key)
        if file and not sys.dont_write_bytecode:
            with suppress(OSError):  # the program may be somebody else's
                write_atomically(file, self._head + bucket.bytecode_to_string(), durably=False)

    def _kept(self, key: str) -> Path | None:
        """Return where the code of a template of ours is kept: among that of this folder's modules."""
        if not key.startswith(self._ours):
            return None
        name = key.removeprefix(self._ours).replace("/", "-")
        with suppress(NotImplementedError):  # a Python that keeps none
            return Path(cache_from_source(str(Path(__file__).with_name(f"template-{name}.py"))))
        return None
