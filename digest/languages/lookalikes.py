"""Characters that look like others and are not: what a text copied out of a PDF is full of.

Radicals of Chinese characters, Latin ligatures, and the forms of Arabic letters that fonts choose between.
"""

from __future__ import annotations

import re
import unicodedata

_RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻"
    "⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿"
    "肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
"""The radicals that NFKC leaves as they are, and the ideographs they stand for (Unicode's property
EquivalentUnifiedIdeograph)."""
_COMPATIBLE = re.compile("[\u2f00-\u2fd5\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdf9\ufe70-\ufefc]+")
"""Kangxi radicals, ligatures of Latin and Armenian, forms of Hebrew and Arabic letters."""
_KEPT = re.compile("[\ufd3e\ufd3f\ufdfa-\ufdff]")
_LOOKALIKE = re.compile("[\u2e80-\u2fd5\ufb00-\ufdf9\ufe70-\ufefc]")


def ordinary(text: str) -> str:
    """Return `text` with the letters that its readers take these characters for.

    >>> ordinary("市⻓ ﬁn")
    '市长 fin'
    """
    if not _LOOKALIKE.search(text):
        return text
    return _COMPATIBLE.sub(_plain, text.translate(_RADICALS))


def _plain(match: re.Match[str]) -> str:
    return "".join(
        character if _KEPT.match(character) else unicodedata.normalize("NFKC", character)
        for character in match[0]
    )
