"""How a name sounds, coarsely: enough to find Джонсон, جونسون and 约翰逊 where a text says Johnson.

Transliteration is anyascii's; consonants fall into classes that scripts confuse, vowels into none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages.latin import latin, spelling, without_clitics

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"gh(?=t|$)|(?<=[aeiou])h(?![aeiouy])|(?<=^)[kp](?=n|s)|(?<=m)b$|w(?=r)", ""),
        (r"sch|tsch|tch|dzh|dj|dsh|shch|sh|ch(?![rl])|cz|sz|zh|j|g(?=[eiy])|q(?=[ix])|x(?=[iu])", "X"),
        (r"ph|[fv]", "F"),
        (r"th|[td]", "D"),
        (r"kh|gh|ch|ck|[kgq]|c(?![eiy])", "K"),
        (r"x", "KS"),
        (r"[cszß]", "S"),
        (r"[pb]", "B"),
        (r"l", "L"),
        (r"r", "R"),
        (r"m", "M"),
        (r"n", "N"),
    )
)
_PINYIN = re.compile("[jqxzc]h?")
_ALSO = (("kh", "h"), ("j", "g"), ("g", "h"), ("ic", "ich"), ("ge", "ghe"))
"""What other scripts write for a sound that they have not, or English spells otherwise: Харрис, جولدسميث,
Гарри, Ковачич, شبيغل."""
_SILENT = re.compile(r"[^A-Z]")
_DOUBLED = re.compile(r"(.)\1+")
_BLENDED = str.maketrans({"R": "L", "M": "N", "X": "S"})
"""What Chinese does not tell apart, or writes by another."""
_HISSED = str.maketrans("X", "S")
"""What may begin a name for another: Spiegel, Шпигель."""
_WRITES_NAMES = re.compile(
    "[阿埃艾爱安昂奥巴白班邦包保鲍贝本比彼毕宾波伯博卜布采蔡策查昌川达大代戴丹当道德登邓迪地蒂丁东杜敦顿多厄恩尔二伐法凡范方菲费芬丰"
    "冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭郭果哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾坚简江杰金津京久居君卡凯坎康考柯科可克肯孔库夸奎昆拉莱赖"
    "兰朗劳勒雷黎李里理利莉丽立连列林琳灵刘龙隆卢鲁路露吕伦罗洛马玛迈麦满曼芒毛茂梅美门蒙孟米密蜜敏明摩莫墨默姆木慕穆拿纳娜奈南内嫩能"
    "尼妮涅宁纽农努女诺欧帕潘庞培佩彭蓬皮匹平珀泼普契奇齐恰钱强乔琴青丘屈曲让热仁日荣茹瑞若撒萨塞赛三桑瑟森沙莎山珊尚绍舍申生圣施"
    "石史士舒朔斯司思丝松苏索琐塔台泰坦汤唐陶特滕提田铁廷通图土托陀瓦万王旺威韦为维魏文温翁沃渥乌吾武伍西希锡悉夏香肖歇谢辛欣兴雄休许叙旭"
    "逊雅亚延颜扬杨耀耶叶伊依易意因英永尤约云宰赞早泽曾扎詹占章张珍真郑芝治志仲朱卓兹子宗祖佐]{2,}"
)
"""Runs of the characters that Chinese writes foreign names with."""
_LETTERS_A_SLIP = 4
"""Letters of a name for each that may differ."""
_LEAST_WITHIN = 2
"""Consonants that a name has at least to be found inside a longer word."""
_MUTE_END = re.compile(r"(?<=[aeiouéè])(r?)(?:[dt]s?|[sxz])$")
"""The end of a French name, which is not heard: Hazard, Азар."""
_NASAL = re.compile("ng$")
_MUTE = re.compile(r"[^A-Zaeiou]")
_VOWEL, _UNLIKE = 0.3, 0.3
"""What another vowel costs, or one more; and a vowel for a consonant beyond that."""
_FAR = 0.52
"""What may differ for each consonant of a name in Chinese: of names that are there 92 in 100 differ less, of
others 21 (31 by consonants alone)."""


@lru_cache(maxsize=100_000)
def sounds(word: str, *, particles: bool = True, merged: bool = True) -> frozenset[str]:
    """Return the consonants of a word as they may be heard, `w` with and without.

    Args:
        word: In any script.
        particles: Whether its first letters may be one that is written together with it.
        merged: Whether a sound that is heard again behind a vowel counts once, as it does where no vowel is
            written.

    >>> sounds("Johnson") & sounds("Джонсон") & sounds("جونسون")
    frozenset({'XNSN'})
    """
    return frozenset(
        _heard(plain.replace("w", "v" if voiced else ""), merged=merged)
        for own in (without_clitics(word) if particles else (latin(word),))
        for plain in (own, *(own.replace(sound, other) for sound, other in _ALSO if sound in own))
        for voiced in (True, False)
    )


def _heard(plain: str, *, merged: bool) -> str:
    for pattern, sound in _RULES:
        plain = pattern.sub(sound, plain)
    if not merged:
        return _SILENT.sub("", _DOUBLED.sub(r"\1", plain))
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain))


def sounds_like(name: str, word: str) -> bool:
    """Tell whether a word, or its beginning where it is declined, may be the name.

    >>> sounds_like("Kavanaugh", "Каваноу"), sounds_like("Trump", "ترامب"), sounds_like("Trump", "Обама")
    (True, True, False)
    >>> sounds_like("Hazard", "Азару"), sounds_like("Hazard", "Азербайджан")
    (True, False)
    """
    heard = sounds(word)
    if any(
        _near(one, other[: len(one) + more]) for one in sounds(name) for other in heard for more in (0, 1)
    ):
        return True
    mute = _MUTE_END.sub(r"\1", name.casefold())
    return mute != name.casefold() and any(
        len(one) >= _LEAST_WITHIN and one == other[: len(one)] and len(other) <= len(one) + 1
        for one in sounds(mute)
        for other in heard
    )


def nearly_spelt(name: str, word: str) -> bool:
    """Tell whether a word of the same script may be the name, in another spelling or declined.

    >>> nearly_spelt("Poutine", "Putin"), nearly_spelt("Pelosi", "Blasey")
    (True, False)
    """
    one, other = spelling(name), spelling(word)
    slack = len(one) // _LETTERS_A_SLIP
    return one[:1] == other[:1] and any(distance(one, other[: len(one) + more]) <= slack for more in (0, 1))


@lru_cache(maxsize=200_000)
def distance(one: str, other: str) -> int:
    """Return Levenshtein's distance: how many letters are to be put in, left out or replaced.

    >>> distance("Gaza", "Gazza"), distance("iu", "iue")
    (1, 1)
    """
    before = list(range(len(other) + 1))
    for at, own in enumerate(one, start=1):
        now = [at]
        for place, its in enumerate(other, start=1):
            now.append(min(now[-1] + 1, before[place] + 1, before[place - 1] + (own != its)))
        before = now
    return before[-1]


def sounds_within(name: str, text: str) -> bool:
    """Tell whether a name may stand anywhere in a text that white space does not part into words.

    >>> sounds_within("Kavanaugh", "卡瓦诺说"), sounds_within("Merkel", "普京说")
    (True, False)
    """
    return any(_inside(one, run) for one in spoken(name) for run in _spread(text))


def writes_names(text: str) -> bool:
    """Tell whether some characters, two or more, are all of those that Chinese writes foreign names with.

    >>> writes_names("里昂"), writes_names("机场")
    (True, False)
    """
    return _WRITES_NAMES.fullmatch(text) is not None


@lru_cache(maxsize=10_000)
def spoken(name: str) -> frozenset[str]:
    """Return how a name may sound, with its vowels: Chinese writes whole syllables."""
    return frozenset(
        _blended(plain.replace("w", voiced))
        for own in without_clitics(name)
        for plain in (own, *(own.replace(sound, other) for sound, other in _ALSO if sound in own))
        for voiced in ("v", "u", "")
    )


def _blended(plain: str) -> str:
    for pattern, sound in _RULES:
        plain = pattern.sub(sound, plain)
    plain = _MUTE.sub("", plain.replace("y", "i"))
    return _DOUBLED.sub(r"\1", plain.translate(_BLENDED))


@lru_cache(maxsize=1024)
def _spread(text: str) -> tuple[str, ...]:
    """Return how each run of characters that may be a name sounds."""
    runs = ("".join(_PINYIN.sub("S", latin(one)) for one in run) for run in _WRITES_NAMES.findall(text))
    return tuple(_blended(run.replace("w", "v")) for run in runs)


def _near(one: str, other: str) -> bool:
    if len(one) < 3:
        return one == other and bool(one)
    return one[0].translate(_HISSED) == other[:1].translate(_HISSED) and distance(one, other) <= _slack(one)


def _slack(sound: str) -> int:
    # A slip in three sounds is another name; two in seven are usual where a script lacks some.
    return 0 if len(sound) < 4 else 1 if len(sound) < 7 else 2


def _inside(sound: str, text: str) -> bool:
    """Tell whether `sound` is near any part of `text` (Sellers 1980), its vowels weighing less."""
    consonants = _consonants(sound)
    nearest = min(_costs(sound, text, [0.0] * (len(text) + 1)))
    return consonants >= _LEAST_WITHIN and nearest <= _FAR * consonants


def _costs(sound: str, text: str, before: list[float]) -> list[float]:
    """Return what each beginning of `text` costs to be made of `sound`, given what it costs of nothing."""
    for own in sound:
        cost = _weight(own)
        now = [before[0] + cost]
        for place, its in enumerate(text, start=1):
            other = 0.0 if own == its else max(cost, _weight(its)) + _UNLIKE * (cost != _weight(its))
            now.append(min(now[-1] + _weight(its), before[place] + cost, before[place - 1] + other))
        before = now
    return before


def _consonants(sound: str) -> int:
    return sum(own.isupper() for own in sound)


@lru_cache(maxsize=10_000)
def said_in_characters(characters: str) -> str:
    """Return how characters sound that Chinese writes a part of a foreign name with.

    >>> said_in_characters("特朗普")
    'DeLaNBu'
    """
    heard = (_NASAL.sub("n", _PINYIN.sub("S", latin(one))) for one in characters)
    return _blended("".join(heard).replace("w", "v"))


@lru_cache(maxsize=100_000)
def far_in_characters(name: str, characters: str) -> tuple[float, int]:
    """Return how far a part of a name is from the characters for it, and how many consonants it has.

    >>> far_in_characters("Macron", "马克龙")[0] < 1 < far_in_characters("Macron", "默克尔")[0]
    True
    """
    text = said_in_characters(characters)
    nothing = [sum(map(_weight, text[:end])) for end in range(len(text) + 1)]
    return min((round(_costs(own, text, nothing)[-1], 6), _consonants(own)) for own in spoken(name))


def _weight(sound: str) -> float:
    return 1.0 if sound.isupper() else _VOWEL
