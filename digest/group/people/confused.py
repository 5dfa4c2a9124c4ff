"""Names that a script without vowels all but makes one: what each is in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages.latin import latin

_NAMES = {
    "محمد": "m[aeou]?h+[ae]m+[ae][dt]|mehmet",
    "محمود": "m[ae]h?m[ou]+[dt]",
    "احمد": "a[hc]h?m[ae][dt]",
    "حامد": "ham[ei]d",
    "حميد": "ham[ei]+d",
    "حمد": "hamad",
    "حسن": "h[ae]s+[ae]n",
    "حسين": "h[ou]s+[aei]+y?[ei]*n",
    "سعيد": "s[ai]?[ai']*[ei]+d",
    "سعد": "sa+'?d",
    "صالح": "sal[ei]h",
    "صلاح": "salah",
    "سالم": "sal[ei]m",
    "سليم": "s[ae]l[ei]+m",
    "كريم": "kar[ei]+m",
    "كرم": "karam",
    "جمال": "[gjd]+[ae]m[ae]l",
    "جميل": "[gjd]+am[ei]+l",
    "ناصر": "nas+[ei]r",
    "نصر": "nas+r",
    "عمر": "[ou]mar",
    "عمرو": "amro?u?",
    "عامر": "am[ei]r",
    "عمار": "am+ar",
    "علي": "al[iy]+",
    "علاء": "ala+'?",
    "رشيد": "r[ae]?[ac]?s?c?h[ei]+d",
    "راشد": "ras?c?h[ei]d",
    "نايف": "na[iy]+e?f",
    "نواف": "na(?:w|ou)af",
    "فهد": "fahe?d",
    "فؤاد": "f[ou]+'?ad",
    "سلمان": "salmane?",
    "سليمان": "s[ou]+l[aei]+[iy]?man[ei]?",
    "زايد": "za[iy]+e?d",
    "زيد": "za[iy]e?d",
    "زياد": "z[iy]+y?[ae]d",
    "كمال": "k[ae]mal",
    "كامل": "kam[ei]l",
}
"""Letters of other languages of that script are read as Arabic's."""
_AS_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ی": "ي", "ک": "ك", "ى": "ي"})
_ALSO = re.compile(
    "(?:ch|kh?)al[ie]fa|isma[iy]?[ei]l|ibrahim|(?:[ck]h)aled|[iy]?o?u+s+[eou]f|abd[aeu]?[lr]\\w+|mu?st[ao]f+a|[iy]as+[ei]r|"
    "a[iy]man|na[gj]u?ib|s?h?chaker|mar[ou]?u?an|mo?u?a?m+ar|bas?c?har|hafe?[zs]|fa[iy]s+al|tari[qk]|tarek|zaka?ria|"
    "osama|ousama|us+ama|wal[ei]+d|oualid|ziad|mansou?r|riyad|rafic|rafi[kq]|nab[ei]+l|ham[zs]ah?|idris|dris+|fat(?:h|im)\\w*"
)
"""Other given names of Arabic, as languages write them in Latin letters."""
_PATTERNS = {name: re.compile(pattern) for name, pattern in _NAMES.items()}


def told_by_vowels(first: str, second: str) -> bool:
    """Tell whether two parts may be one name, where either is one that only its vowels tell from others.

    >>> told_by_vowels("Mahmoud", "محمد"), told_by_vowels("Mohammed", "محمد")
    (False, True)
    """
    for own, other in ((first, second), (second, first)):
        pattern = _PATTERNS.get(own.translate(_AS_ARABIC))
        if pattern and other[:1] < "\u0250" and not pattern.fullmatch(latin(other)):
            return False
    return True


@lru_cache(maxsize=20_000)
def is_arabic(part: str) -> bool:
    """Tell whether a part of a name, in Latin letters, is a given name that Arabic writes.

    >>> is_arabic("Khalifa"), is_arabic("Mohammed"), is_arabic("Donald")
    (True, True, False)
    """
    plain = latin(part)
    return any(one.fullmatch(plain) for one in (_ALSO, *_PATTERNS.values()))
