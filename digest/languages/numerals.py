"""Small numbers in words, so that `ten days` and `10 días` agree.

One line a language, from two to twelve, in Latin letters as `digest.languages.latin` writes them: a language
without a line compares digits only. Words that also mean something usual are left out (`-`).
"""

from __future__ import annotations

from functools import cache

_FROM_TWO_TO_TWELVE = """
en two three four five six seven eight nine ten eleven twelve
es dos tres cuatro cinco seis siete ocho nueve diez once doce
fr deux trois quatre cinq six sept huit - dix onze douze
pt dois tres quatro cinco seis sete oito nove dez onze doze
it due tre quattro cinque sei sette otto nove dieci undici dodici
de zwei drei vier funf sechs sieben - neun zehn elf zwolf
nl twee drie vier vijf zes zeven acht negen tien elf twaalf
sk dva tri styri pat sest sedem osem devat desat jedenast dvanast
pl dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie
ru dva tri chetyre pyat shest sem vosem devyat desyat odinnadtsat dvenadtsat
uk dva tri chotiri pyat shist sim visim devyat desyat odinadtsyat dvanadtsyat
ar thnn thlthh rbh khmsh sth sbh thmnyh tsh shrh
bg dve tri chetiri pet shest sedem osem devet deset edinadeset dvanadeset
"""


@cache
def numerals(language: str) -> dict[str, str]:
    """Return digits by word, for the main language of a code.

    >>> numerals("es-VE")["diez"], numerals("xx")
    ('10', {})
    """
    for line in _FROM_TWO_TO_TWELVE.strip().splitlines():
        code, *words = line.split()
        if code == language.split("-", maxsplit=1)[0]:
            return {word: str(number) for number, word in enumerate(words, start=2) if word != "-"}
    return {}
