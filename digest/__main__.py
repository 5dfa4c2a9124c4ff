"""The command line's door: light, so that who is interrupted while the rest is loaded sees one line, too."""

from __future__ import annotations

import signal
import sys

INTERRUPTED = 130
"""What shells report of a program that its user stopped."""


def run() -> None:
    """Run `digest`; end it with one line and 130 where its user stops it."""
    try:
        from digest.cli import main  # noqa: PLC0415 - it takes a second to load

        main()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)
    finally:
        # Nobody wants to know what an interpreter that ends was doing.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    run()
