"""Yes and no as answers: `Mi respuesta es sí` is the contrary of `My answer is no`.

One line a language, in its own script: what says yes, `|`, what says no, `|`, or. Such a word is an answer
where a mark follows or the text ends, and no `or` stands before it: `no más` is none, `sí o no` neither.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from digest.languages import row

_WORDS = """
en yes yeah yep aye | no nope nay | or whether
es sí | no | o u
fr oui si | non | ou
pt sim | não | ou
it sì | no | o oppure
de ja jawohl doch | nein nee | oder
nl ja jawel | nee neen | of
pl tak | nie | czy albo lub
sk áno hej | nie | alebo či
ru да | нет | или либо
uk так | ні | чи або
bg да | не | или
tr evet | hayır yok | ya veya mi mı
ar نعم أجل بلى | لا كلا | أو أم
fa بله آری بلی | نه خیر | یا
he כן | לא | או
zh 是的 是 对 好的 可以 同意 | 不 不是 不行 不可以 没有 否 | 或 还 與 与
ja はい ええ | いいえ いや ノー | か
ko 네 예 그렇다 | 아니오 아니요 아니다 | 또는
ca sí | no | o
sv ja jo javisst | nej | eller
cs ano | ne | nebo či
ro da | nu | sau ori
hu igen | nem | vagy
hr da | ne | ili
sr да da | не ne | или ili
el ναι μάλιστα | όχι | ή
hi हाँ हां | नहीं | या
id ya iya | tidak bukan | atau
sw ndiyo | hapana | au
vi vâng | không | hay hoặc
"""
_MARKS = r"[\s\"'“”„«»‘’「」『』()（）]*"
_END = rf"{_MARKS}(?:[.!?,;:…。，！？；、،؛؟—–]|$)"


@lru_cache(maxsize=10_000)
def answer(text: str, language: str) -> bool | None:
    """Return whether a text answers yes (True) or no (False); None if it does neither, or both.

    >>> answer("My answer is no.", "en"), answer("Digo que sí.", "es"), answer("No. 10 is open.", "en")
    (False, True, None)
    """
    pattern = _pattern(language.split("-", maxsplit=1)[0])
    if pattern is None:
        return None
    neither, single = pattern
    plain = neither.sub(lambda both: "x" * len(both.group()), _plain(text))
    found = {bool(match["yes"]) for match in single.finditer(plain) if not _is_number(match, text)}
    return found.pop() if len(found) == 1 else None


def answers_otherwise(source: str, output: str, source_language: str, target_language: str) -> bool:
    """Tell whether one text says yes where the other says no.

    >>> answers_otherwise("Ma réponse est non.", "My answer is yes.", "fr", "en")
    True
    """
    first, second = answer(source, source_language), answer(output, target_language)
    return first is not None and second is not None and first is not second


def _is_number(match: re.Match[str], text: str) -> bool:
    """Tell whether it is the short form of `number`: `No. 10`."""
    return text[match.end() : match.end() + 3].lstrip(". ")[:1].isdigit()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what finds both answers with a word between, which are none, and what finds one."""
    lines = (line.split(maxsplit=1) for line in _WORDS.strip().splitlines())
    cells = next((rest.split("|") for code, rest in lines if code == language), None)
    if cells is None:
        return None
    yes, no, or_ = ("|".join(sorted(map(_plain, cell.split()), key=len, reverse=True)) for cell in cells)
    spaced = row(language).spaced
    start = r"(?<!\w)" if spaced else ""
    not_before = "".join(
        rf"(?<!{re.escape(word)}\s)" if spaced else rf"(?<!{re.escape(word)})" for word in or_.split("|")
    )
    # `Yes, or no?`, `Ja und nein`.
    word = r"\w{1,7}" if spaced else or_
    between = rf"[\s,，、،]*(?:{word})[\s,，、،]*"
    return (
        re.compile(rf"{start}(?:(?:{yes}){between}(?:{no})|(?:{no}){between}(?:{yes}))" + r"(?!\w)" * spaced),
        re.compile(rf"{start}{not_before}(?:(?P<yes>{yes})|(?P<no>{no}))(?={_END})"),
    )
