"""What seals all that builds keep: who does not know it cannot write what a build would take for its own.

An owner's secret where `DIGEST_CACHE_KEY` gives one; else one of the user's own on this machine, made by the
first build and kept outside of every cache. Where neither can be had, one of this process: then nothing that
was kept before is believed.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

KEY_VARIABLE = "DIGEST_CACHE_KEY"
_SIZE = 32


def cache_secret() -> bytes:
    """Return the secret that seals what is kept, 64 bytes."""
    told = os.environ.get(KEY_VARIABLE, "")
    return hashlib.blake2b(told.encode("utf-8", "surrogateescape") if told else _of_process(_file())).digest()


@cache
def _of_process(file: Path | None) -> bytes:
    return secret_in(file) if file else secrets.token_bytes(_SIZE)


def secret_in(file: Path) -> bytes:
    """Return the secret in a file, which is made where there is none; where it cannot be, one for once."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        if not file.exists():
            try:
                # Two builds at once: the first one's stays.
                handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "wb") as written:
                    written.write(secrets.token_bytes(_SIZE))
                with suppress(FileExistsError):
                    os.link(new, file)
            finally:
                new.unlink(missing_ok=True)
    return _read(file) or secrets.token_bytes(_SIZE)


def _read(file: Path) -> bytes | None:
    """Return the secret in a file that is its user's alone."""
    with suppress(OSError):
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as opened:
            found = os.fstat(handle)
            own = found.st_uid == os.getuid() and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
            told = opened.read(_SIZE + 1) if own and stat.S_ISREG(found.st_mode) else b""
            return told if len(told) == _SIZE else None
    return None


def _file() -> Path | None:
    state = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(state):  # noqa: PTH117 (as the convention has it: others are to be ignored)
        try:
            state = str(Path.home() / ".local" / "state")
        except RuntimeError:
            return None
    return Path(state, "digest", "cache-key")
