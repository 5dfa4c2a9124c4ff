"""How often Python looks for objects in circles: light, for whoever starts a process of ours."""

from __future__ import annotations

import gc


def collect_rarely() -> None:
    """Look for circles now and then.

    Records are frozen and in no circle, so there is hardly anything to find: looking after each 700 new
    objects, as Python does of itself, takes a tenth of a build.
    """
    gc.set_threshold(50_000, 20, 20)
