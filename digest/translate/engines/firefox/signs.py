"""Signs that a model's vocabulary does not hold: written in others before, and put back after.

What is left unknown, an address or a word in another script, becomes a word that models copy (`XQ1`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from anyascii import anyascii
from babel.numbers import format_compact_decimal, get_currency_name

from digest import languages
from digest.languages.numbers.digits import scaled
from digest.languages.numbers.rows import row as numbers_row

CURRENCIES = {
    "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₩": "KRW", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "₸": "KZT", "₾": "GEL",
}  # fmt: skip
DOLLARS = {
    "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD",
    "S$": "SGD", "MX$": "MXN",
}  # fmt: skip
"""Models make American ones of these."""
_AMBIGUOUS = {"KRW"}
"""Those whose name is another word, too: won."""
_SHORT = 3
"""Letters of a scale's short form."""
_AMOUNT = r"\d(?:[\d.,’'\u00a0\u202f ]*\d)?"
_BEFORE = re.compile(
    rf"((?<!\w)(?:{'|'.join(map(re.escape, DOLLARS))})|[{''.join(CURRENCIES)}])"
    rf"[ \u00a0\u202f]?({_AMOUNT}(?:[-–—]{_AMOUNT})?)"
)
_DOLLARS = re.compile(rf"\$[ \u00a0\u202f]?{_AMOUNT}")
"""What models leave as it is, and with it the short form of a scale behind it: `$5.6bn`."""
_AFTER = re.compile(rf"({_AMOUNT})[ \u00a0\u202f]?([{''.join(CURRENCIES)}])(?!\d)")
_FRACTION = re.compile(r"(\d*)[ \u2044]?([¼½¾⅐-⅞])(?!\d)")
_SHARE = re.compile(r"[ \u00a0](?:of|de|d[aeo]s?|del|des|du|di|dell[aeo]|degli|dei|van|von|der)\b")
"""Behind a fraction that counts a share: `¾ of voters`, which models take for 0.75 voters."""
_TENTHS = (2, 4, 5, 8, 10)
"""What divides so that a decimal says it exactly."""
_DASHES = "–—―‒−"
_MINUS = re.compile(r"(?<![\w)])−(?=\d)")
_RANGE = re.compile(r"(?<=\d)[–—−](?=\d)")
_BETWEEN = re.compile(rf"\s*[{_DASHES}]\s*")
_LEADING = re.compile(rf"^[{_DASHES}-][ \u00a0\u202f]*(?=\S)")
_RAISED = re.compile(r"\b([^\W\d_]{1,3})([⁰¹²³⁴-⁹₀-₉]+)([^\W\d_]*)")
_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]}'’]  # of the web
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?<![\w@])[@\#]\w+           # of a mailbox, a handle, a tag
    | (?<![\w@.])(?:[\w-]{2,}\.)+(?:com|org|net|gov|edu|info|int|[a-z]{2})(?:/[^\s<>"“”«»]*[\w/])?(?![\w.])
    | \w*\d[⁰¹²³⁴-⁹₀-₉]+\w*                                       # 10², which the vocabulary reads as 102
    """,
    re.VERBOSE,
)
TOKEN = "XQ"  # noqa: S105 - a word
"""Followed by a number it comes through every model that was tried, in 63 of 63 sentences each."""


@dataclass(slots=True)
class Signs:
    """A text in signs that a model knows, and what they stand for."""

    text: str
    leading: str = ""
    """A dash of dialogue."""
    tokens: dict[str, str] | None = None
    written: dict[str, str] | None = None
    """Words in plain letters, with those of the source."""
    between: str = ""
    """The dash between parts of a sentence."""
    minus: bool = False
    ranged: bool = False
    curly: bool = False
    """Whether all apostrophes were: `O’Brien`."""
    dotted: bool = False
    """Whether all ellipses were one sign."""

    def back(self, output: str) -> str | None:
        """Return an output with the signs of the source; None if what stood for some was lost."""
        for token, original in (self.tokens or {}).items():
            if len(re.findall(rf"(?<!\w){token}(?!\d)", output)) != self.text.count(token):
                return None
            output = re.sub(rf"(?<!\w){token}(?!\d)", lambda _, it=original: it, output)  # type: ignore[misc]
        for plain, original in (self.written or {}).items():
            output = re.sub(rf"(?<!\w){re.escape(plain)}(?!\w)", lambda _, it=original: it, output)  # type: ignore[misc]
        if self.minus:
            output = re.sub(r"(?<![\w)])-(?=\d)", "−", output)
        if self.ranged:
            output = re.sub(r"(?<=\d)-(?=\d)", "–", output)
        if self.curly:
            output = re.sub(r"(?<=[^\W\d])'(?=[^\W\d])", "’", output)
        if self.dotted:
            output = output.replace("...", "…")
        if self.between:
            output = output.replace(" - ", self.between)
        return f"{self.leading}{output}"


def signs(text: str, language: str, is_unknown: Callable[[str], bool]) -> Signs:
    """Return a sentence in signs that a model knows.

    Args:
        text: A sentence without quotation marks other than straight ones.
        language: Its own.
        is_unknown: Tells whether the vocabulary lacks a character.
    """
    made = Signs(text, tokens={}, written={})
    if leading := _LEADING.match(made.text):
        made.leading, made.text = leading[0], made.text[leading.end() :]
    made.text = _ADDRESS.sub(lambda at: _token(made, at[0]), made.text)
    made.text = _RAISED.sub(lambda at: _flat(made, at), made.text)
    made.text = _without_fractions(made, language)
    made.text = _in_words(made.text, language)
    made.minus, made.ranged = bool(_MINUS.search(made.text)), bool(_RANGE.search(made.text))
    made.text = _RANGE.sub("-", _MINUS.sub("-", made.text))
    if dash := _BETWEEN.search(made.text):
        made.between = dash[0] if dash[0].strip() != "−" else " - "
        made.text = _BETWEEN.sub(" - ", made.text)
    made.dotted = "…" in made.text and "..." not in made.text
    made.curly = "’" in made.text and "'" not in made.text
    made.text = made.text.translate({ord("’"): "'", ord("‘"): "'"})
    made.text = "".join(unicodedata.normalize("NFKC", one) if is_unknown(one) else one for one in made.text)
    made.text = re.sub(r"\S+", lambda at: _plain(made, at[0], is_unknown), made.text)
    return made


def _token(made: Signs, original: str) -> str:
    tokens = made.tokens if made.tokens is not None else {}
    known = next((token for token, one in tokens.items() if one == original), None)
    token = known or f"{TOKEN}{len(tokens) + 1}"
    tokens[token] = original
    return token


def _flat(made: Signs, at: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", at[0])
    if made.written is not None:
        made.written[plain] = at[0]
    return plain


def _without_fractions(made: Signs, language: str) -> str:
    text = made.text
    decimal = numbers_row(language).decimal

    def written(at: re.Match[str]) -> str:
        part = Fraction(unicodedata.numeric(at[2])).limit_denominator(10)
        if part.denominator not in _TENTHS:
            return _token(made, at[0])
        if not at[1] and _SHARE.match(text, at.end()):
            return f"{float(part * 100):g}%".replace(".", decimal)
        return f"{float(int(at[1] or 0) + part):g}".replace(".", decimal)

    return _FRACTION.sub(written, text)


def _in_words(text: str, language: str) -> str:
    """Return a text with names of currencies behind their amounts, in place of signs before or behind."""
    for form, sign, amount in ((_BEFORE, 1, 2), (_AFTER, 2, 1)):
        at = 0
        while found := form.search(text, at):
            end = found.end()
            if sign == 1:
                end = max(end, scaled(text, found.end(), language, numbers_row(language))[1])
            said = f"{found[amount]}{_scale(text[found.end() : end], language)}"
            code = CURRENCIES.get(found[sign]) or DOLLARS[found[sign]]
            name = get_currency_name(code, count=2, locale=languages.locale(language))
            name = code if code in _AMBIGUOUS else name
            text = f"{text[: found.start()]}{said} {name}{text[end:]}"
            at = found.start() + len(said) + len(name)
    return _with_scales(text, language)


def _with_scales(text: str, language: str) -> str:
    """Return a text with words for scales that are written short behind an amount of dollars."""
    parts, at = [], 0
    for found in _DOLLARS.finditer(text):
        end = max(found.end(), scaled(text, found.end(), language, numbers_row(language))[1])
        parts += [text[at : found.end()], _scale(text[found.end() : end], language)]
        at = end
    return "".join((*parts, text[at:]))


def _scale(written: str, language: str) -> str:
    """Return the word for a scale that was written short (`bn`), with a space before; others as they are."""
    short = written.strip(" \u00a0\u202f").casefold().removesuffix(".")
    power = numbers_row(language).scales.get(short)
    if power is None or len(short) > _SHORT:
        return written
    said = format_compact_decimal(2 * 10**power, format_type="long", locale=languages.locale(language))
    word = said.removeprefix("2").strip()
    # Spanish counts thousands of millions.
    return f" {word}" if word and not word[0].isdecimal() else written


def _plain(made: Signs, word: str, is_unknown: Callable[[str], bool]) -> str:
    """Return a word in letters that the vocabulary has, or a token for the part that it cannot write."""
    if not any(is_unknown(one) for one in word):
        return word
    core = re.sub(r"^[\W_]+|[\W_]+$", "", word) or word
    letters = "".join(_letter(one) if is_unknown(one) else one for one in core)
    if any(is_unknown(one) for one in letters):
        kept = re.sub(r"\S+", lambda at: _token(made, at[0]), core)
    elif made.written is not None:
        made.written[letters] = core
        kept = letters
    start, _, end = word.partition(core)
    if any(is_unknown(one) for one in start + end):
        return _token(made, word)
    return f"{start}{kept}{end}"


def _letter(character: str) -> str:
    """Return a Latin letter without what makes it another one; any other character as it is."""
    if not unicodedata.name(character, "").startswith("LATIN"):
        return character
    plain = unicodedata.normalize("NFD", character)[0]
    return plain if plain.isascii() else anyascii(character)
