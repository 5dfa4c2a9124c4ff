"""Letters that tell close languages apart: what each alphabet has beside the letters common to its script.

One line a language. Latin alphabets are compared by what they add to a-z, Cyrillic and Arabic ones by the
letters that not all of them have; Bulgarian writes ь in a few words only.
"""

from __future__ import annotations

from functools import cache

_LETTERS = """
en
es áéíóúüñ
fr àâæçéèêëîïôœùûüÿ
pt áâãàçéêíóôõú
it àèéìíîòóùú
de äöüß
nl éëïèóöü
pl ąćęłńóśźż
ca àçéèíïóòúü
sv åäöé
tr âçğıiöşüîû
sk áäčďéíĺľňóôŕšťúýž
ru ёщъыэь
uk ґєіїщь
bg щъ
ar أإآؤئىةكيڤ
fa آأؤئپچژکگی
"""
_SPECIAL = {
    "latin": "àáâãäåæçèéêëìíîïñòóôõöùúûüýÿßąćčďęěğıĺľłńňœőřŕśšşťůűźżž",
    "cyrillic": "ёщъыэґєіїь",
    "arabic": "أإآؤئىةكيڤپچژکگی",
}


@cache
def special_letters() -> frozenset[str]:
    """Return all the letters that tell languages apart."""
    return frozenset("".join(_SPECIAL.values()))


@cache
def foreign_letters(code: str) -> frozenset[str]:
    """Return the letters of the language's script that its own words are not written with.

    >>> "ы" in foreign_letters("bg"), "ñ" in foreign_letters("es"), foreign_letters("hi")
    (True, False, frozenset())
    """
    lines = {line[:2]: line[3:] for line in _LETTERS.strip().splitlines()}
    if code not in lines:
        return frozenset()
    script = {"ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "ar": "arabic", "fa": "arabic"}
    return frozenset(_SPECIAL[script.get(code, "latin")]) - frozenset(lines[code])
