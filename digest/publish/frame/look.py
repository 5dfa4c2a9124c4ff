"""What the owner's configuration says of colour and type, as a style sheet over ours."""

from __future__ import annotations

from digest.model import Look

_ENOUGH = 4.5
"""The contrast that text needs to be read (WCAG 2.2, success criterion 1.4.3)."""
_TINTS = ("#f4efe4", "#211f1b")
"""The grounds of our style sheet, light and dark, on which a colour stands out least (`--tint`)."""


def sheet(look: Look) -> str:
    r"""Return the rules; empty where the owner decided nothing.

    >>> sheet(Look(is_dark=True))
    ':root{color-scheme:dark}\n'
    """
    rules = []
    if look.is_dark:
        rules.append("color-scheme:dark")
    if look.typeface:
        rules.append(f'--typeface:"{look.typeface}"')
    made = f":root{{{';'.join(rules)}}}\n" if rules else ""
    if look.primary:
        light, dark = (readable(look.primary, ground) for ground in _TINTS)
        made += f":root{{--accent:{light}}}\n@supports (color:light-dark(#000,#fff)){{"
        made += f":root{{--accent:light-dark({light},{dark})}}}}\n"
    return made


def readable(color: str, ground: str) -> str:
    """Return the colour, as much darker or lighter as text of it needs on the ground; all are `#rrggbb`.

    >>> readable("#ffeb3b", "#f4efe4"), readable("#3f51b5", "#f4efe4")
    ('#736a1b', '#3f51b5')
    """
    # Text on a light ground gets darker, on a dark one lighter: the other way there may be no such colour.
    lighter = _luminance(ground) < 0.5
    parts = _parts(color)
    end = 255 if lighter else 0
    # Twentieths: finer ones cannot be seen, and the last is black or white.
    for step in range(21):
        mixed = [round(part + (end - part) * step / 20) for part in parts]
        made = "#" + "".join(f"{part:02x}" for part in mixed)
        if _contrast(made, ground) >= _ENOUGH:
            return made
    return "#ffffff" if lighter else "#000000"


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in _parts(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
