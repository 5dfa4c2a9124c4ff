"""Another program's answer, with a limit of time and size: it is as little trusted as a stranger's file."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import NamedTuple

from digest.errors import EngineError

_PART = 65_536
"""Bytes read at a time: what a pipe holds."""


class _TooMuchError(Exception):
    """A program writes more than it may."""


class Answer(NamedTuple):
    """What a program said."""

    status: int
    output: str
    complaint: str
    """What it wrote to its standard error, as far as that can be read."""


def answer(command: Sequence[str], text: str, *, seconds: float, most: int) -> Answer:
    """Give a text to a program and return what it says.

    Args:
        command: A program on the path, as users install it, and its arguments.
        text: For its standard input.
        seconds: After as long it is ended.
        most: Bytes. It is ended when its output or its errors are longer.

    Raises:
        EngineError: it cannot be run, takes longer, says more, or what is no text.
    """
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    try:
        # Its input is a file: a program may well answer before it has read everything.
        with TemporaryFile() as given:
            given.write(text.encode())
            given.seek(0)
            with subprocess.Popen(command, env=env, stdin=given, stdout=pipe, stderr=pipe) as process:
                try:
                    output, complaint = _read(process, time.monotonic() + seconds, most)
                except BaseException:
                    # What it has started ends when nobody reads its output any more.
                    process.kill()
                    raise
        return Answer(process.returncode, output.decode(), complaint.decode(errors="replace"))
    except _TooMuchError as error:
        raise EngineError(f"{command[0]} answered with more than {most} bytes") from error
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"{command[0]} gave no answer within {seconds:g} seconds") from error
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError(f"{command[0]} cannot be run: {error}") from error


def _read(process: subprocess.Popen[bytes], ends: float, most: int) -> tuple[bytes, bytes]:
    """Return all that a process writes to its output and its errors, and wait for its end.

    Raises:
        _TooMuchError: it writes too much.
        TimeoutExpired: it takes too long.
    """
    said = (bytearray(), bytearray())
    with selectors.DefaultSelector() as waiting:
        for stream, kept in zip((process.stdout, process.stderr), said, strict=True):
            if stream:
                waiting.register(stream, selectors.EVENT_READ, kept)
        while waiting.get_map():
            left = ends - time.monotonic()
            ready = waiting.select(left) if left > 0 else []
            if not ready:
                raise subprocess.TimeoutExpired(process.args, left)
            for key, _ in ready:
                part = os.read(key.fd, _PART)
                key.data.extend(part)
                if not part:
                    waiting.unregister(key.fileobj)
                if len(key.data) > most:
                    raise _TooMuchError
    process.wait(max(0.0, ends - time.monotonic()))
    return bytes(said[0]), bytes(said[1])
