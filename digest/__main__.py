"""The command line's door: light, so that who is interrupted while the rest is loaded sees one line, too.

What it names at its top Python has loaded already; all else it loads where an interruption is waited for.
"""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
"""What shells report of a program that its user stopped."""


def run() -> None:
    """Run `digest`; end it with one line and 130 where its user stops it."""
    try:
        from digest.collector import collect_rarely  # noqa: PLC0415 - as above

        collect_rarely()
        from digest.cli import main  # noqa: PLC0415 - it takes a second to load

        main()
    except KeyboardInterrupt:
        _heed_no_more()
        sys.stderr.write("interrupted\n")
        _stop()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _stop()
        raise
    finally:
        # Nobody wants to know what an interpreter that ends was doing.
        _heed_no_more()


def _heed_no_more() -> None:
    import signal  # noqa: PLC0415 - as above

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop() -> None:
    """End the process with this very status.

    An interruption that reached Python inside `exec` of a text (as when a dataclass is made) counts as not
    handled though it was: the interpreter would end by the signal.
    """
    from contextlib import suppress  # noqa: PLC0415 - as above

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
