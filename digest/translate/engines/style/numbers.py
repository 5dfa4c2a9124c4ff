"""Numbers that an engine copied, written as the target language writes them."""

from __future__ import annotations

import re

from digest.languages.numbers.rows import Row, row

_NUMBER = re.compile(r"(?<![\w.,/:-])\d{1,3}(?:([.,' \u00a0\u202f’])\d{3})*(?:([.,])\d+)?(?![\w/:-]|[.,]\d)")
_ANY = re.compile(r"(?<![\w.,/:-])\d+(?:[.,' \u00a0\u202f’]\d+)+(?![\w/:-]|[.,]\d)")
_DIGITS = re.compile(r"\D")
_SHORTEST = 5
"""Characters of a number whose digits alone tell which one it is."""
_SPACES = "\u00a0\u202f "
_ORDINAL = re.compile(r"(?<![\w.,])(\d+)([oa])(?!\w)")
_RAISED = dict.fromkeys(("pt", "es", "it", "gl", "ca"), str.maketrans("oa", "ºª"))
"""By language what makes an ordinal of a number; engines without these signs write letters: `21o andar`."""
_PER_CENT = re.compile(r"\s?[%٪‰]")


def renumbered(text: str, output: str, source: str, target: str) -> str:
    """Return an output with its ordinals raised, whose numbers are not grouped and parted as in the source.

    Only a number that stands in the output letter for letter as in the text, and that is well formed by the
    rules of the source language alone, was copied.

    Args:
        text: In the source language.
        output: What an engine made of it.
        source: The language of the text.
        target: That of the output.

    >>> renumbered("1,200.5 t and 3.5%", "1,200.5 t e 3.5%", "en", "pt")
    '1.200,5 t e 3,5%'
    >>> renumbered("the 21st, 5a", "o 21o, 5a", "en", "pt")
    'o 21º, 5a'
    >>> renumbered("3.5%", "3.5%", "en", "he")
    '3.5%'
    >>> renumbered("1.500 euros, 2,375 %", "1.500 euros, 2,375 %", "es", "en")
    '1,500 euros, 2.375 %'
    """
    raised = _RAISED.get(target.partition("-")[0], {})
    output = _ORDINAL.sub(
        # `Article 5a` stays what it is.
        lambda at: at[0] if at[0] in text else at[1] + at[2].translate(raised),
        output,
    )
    own, other = row(source), row(target)
    if (own.group, own.decimal) == (other.group, other.decimal):
        return output
    copied = {
        at[0]: _rewritten(at[0], own.group, own.decimal, other.group, other.decimal)
        for at in _NUMBER.finditer(text)
        if (_is_by_rule(at, own.group, own.decimal) and (at[1] or at[2])) or _is_fraction(at, own)
    }
    if not copied:
        return output
    # One whose signs were changed into neither language's: 7,400.5 as 7.400.5.
    digits = {_DIGITS.sub("", number): right for number, right in copied.items() if len(number) > _SHORTEST}

    def written(at: re.Match[str]) -> str:
        right = copied.get(at[0]) if _NUMBER.fullmatch(at[0]) else None
        return right or digits.get(_DIGITS.sub("", at[0]), at[0])

    return _ANY.sub(written, output)


def _is_by_rule(at: re.Match[str], group: str, decimal: str) -> bool:
    groups = _SPACES if group in _SPACES else group
    # Three digits behind one sign are thousands in one language and a fraction in the next.
    told = at[2] is None or at[1] is not None or len(at[0].rpartition(at[2])[2]) != 3
    return (at[1] is None or at[1] in groups) and (at[2] is None or at[2] == decimal) and told


def _is_fraction(at: re.Match[str], own: Row) -> bool:
    """Tell whether three digits behind a decimal sign are a fraction, not thousands as neighbours group them.

    The rest of the text groups by the rules of its language, or they are per cent: thousands of those are
    hardly ever written.
    """
    whole, sign, part = at[0].partition(own.decimal)
    if not sign or not (whole + part).isdecimal() or own.group in _SPACES:
        return False
    groups = (one for one in _NUMBER.finditer(at.string) if one[1] == own.group)
    return bool(_PER_CENT.match(at.string, at.end())) or any(
        _is_by_rule(one, own.group, own.decimal) for one in groups
    )


def _rewritten(number: str, group: str, decimal: str, new_group: str, new_decimal: str) -> str:
    whole, point, part = number.partition(decimal)
    for sign in _SPACES if group in _SPACES else group:
        whole = whole.replace(sign, new_group)
    return f"{whole}{new_decimal if point else ''}{part}"
