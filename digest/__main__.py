"""The command line's door: light, so that who is interrupted while the rest is loaded sees one line, too."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

from digest.collector import collect_rarely

INTERRUPTED = 130
"""What shells report of a program that its user stopped."""


def run() -> None:
    """Run `digest`; end it with one line and 130 where its user stops it."""
    collect_rarely()
    try:
        from digest.cli import main  # noqa: PLC0415 - it takes a second to load

        main()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.write("interrupted\n")
        _stop()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _stop()
        raise
    finally:
        # Nobody wants to know what an interpreter that ends was doing.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop() -> None:
    """End the process with this very status.

    An interruption that reached Python inside `exec` of a text (as when a dataclass is made) counts as not
    handled though it was: the interpreter would end by the signal.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
