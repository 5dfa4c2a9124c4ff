"""Words that deny, so that `will` and `will not` are not taken for one.

`negations.txt` has one line a language, in its own script, which goes on where the next is indented: a
language without a line has no words to compare. Before the first `|` stands what denies a whole clause; after
it what may stand for such a word in a translation (`without`, `refuse`); after the second what says as much
in a free wording (`stays` for `will not rise`). `un-` is the beginning of a word, `-n't` the end of one,
`-不-` may stand anywhere, `non.` before a mark or at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby

from digest.languages import row
from digest.languages.latin import NOT_BEFORE, NOT_BEHIND, folded
from digest.languages.senses.clauses import clauses_at
from digest.languages.senses.table import table

_IDIOMS = {
    "en": "at least|not the only|not only|not just|not least|no doubt|whether or not|if not|no matter|"
    "not to mention|no\\.\\s?\\d+|no-\\w+|don['’]?t (?:forget|worry|miss)|"
    "for nothing|nothing but|do no wrong|not long|not until|\\w+n['’]t (?:\\w+ ){0,5}until|"
    "never more|not that|no less|"
    "no more than|"
    "no longer than|last but not least|not necessarily|why not|isn['’]t (?:it|that)|aren['’]t they|"
    "don['’]t you|can't help|"
    "(?<=[a-z,–-] )nor|in case you had(?:n['’]t| not)|(?:do|did|does)n['’]t see no|no(?=,? (?:uh,? )?no\\b)|"
    "(?:not|never) fail|no more (?:\\w+ ){1,16}than|not out of|not (?:\\w+ ){1,5}until|"
    "couldn't help|cannot help|no better|no worse|no more \\w+ than|no sooner|can't wait|no stranger|"
    "no one else|not (?:illegal|unlawful|impossible|unusual|uncommon|unlike\\w*)",
    "es": "no es (?:el|la) únic\\w|"
    "al menos|por lo menos|no solo|no sólo|no solamente|no obstante|nada menos|no más|sino|"
    "(?:vist[oa]|más \\w+|mejor|peor) jamás|jamás vist[oa]",
    "fr": "n[e'’]\\s?\\w+ pas l(?:e|a|es) seul\\w*|"
    "au moins|n[e'’]\\s?(?:(?!pas|plus|jamais|rien)\\w+\\s){1,3}que?|"
    "(?:un|le|au|du|ce|son|leur|chaque|des|les|ces|ses|premiers?|grands?|nouveaux?|quelques|deux) pas|"
    "pas à pas|non seulement|"
    "n['’]est-ce pas|(?:une|la|cette|chaque|toute) personne",
    "de": "nicht de[rnm] einzige\\w*|nicht die einzige\\w*|"
    "nicht nur|nicht zuletzt|noch nie dagewesen|nichts anderes als",
    "pt": "não é (?:o|a) únic\\w|pelo menos|não só|não apenas|nada menos|não obstante",
    "it": "non è (?:il|la|l')\\s?(?:solo|sola|unic\\w)|"
    "\\d+ no|non solo|non soltanto|non appena|a meno che non|finché non|niente meno",
    "nl": "niet alleen|niet in de laatste plaats",
    "sv": "inte (?:bara|minst|endast|ens)|mer eller mindre",
    "da": "ikke (?:bare|kun|mindst|engang)|mere eller mindre",
    "ca": "no (?:només|obstant|sols)|si més no|(?<=[a-zà-ÿ,] )ni|més (?:\\w+ )?que no(?: pas)?|sense que "
    "ningú|no (?:\\w+ ){1,5}fins|no (?:deixeu|deixis|deixin) (?:passar|perdre|escapar)",
    "ro": "nu (?:numai|doar)|nu în ultimul rând",
    "el": "(?:όχι|οχι) (?:μόνο|μονο)|(?:δεν|δε) (?:\\w+ ){1,3}(?:μόνο|μονο)|τουλάχιστον",
    "hi": "ही नहीं",
    "id": "(?:tidak|tak|bukan) (?:hanya|saja|lain)|tidak kurang",
    "vi": "không (?:chỉ|khí|gian|quân|phận|những)|(?:hàng|trên|phòng) không",
    "hu": "nem ?csak|nem utolsósorban",
    "pl": "nie tylko|nie mniej|tym niemniej|nie ma co",
    "bg": "не само|не единствен\\w+",
    "tr": "(?:sadece|yalnızca|yalnız) (?:\\w+ )?değil|"
    "\\w+m[ae]dan önce|en az|neredeyse hiç|(?:\\w+[ıiuü]p) \\w+m[ae]\\w+|en azından|"
    "doyum olmaz|vazgeçilmez|\\bnamaz|kaçınılmaz",
    "uk": "не єдин\\w+|не тільки|не лише|тим не менше?|не менше|не більше",
    "ar": "لا (?:يقل|تقل) عن|(?:لا|ما) (?:يزال|تزال|زال|زالت|زالوا)|لا ?سيما|لا ?بد|لا نهائي\\w*|لا نهاية|"
    "لا شك|لا محالة|لا مثيل|ليس فقط|ليس إلا|لا غير|ألا وهو|ألا وهي|لا تعد ولا تحصى|لا يحصى|لا حصر|لا سبيل",
    "fa": "نه تنها|نه فقط|بی‌شک",
    "he": "לא רק|לא פחות|ללא ספק|אין ספק|לא פעם",
    "ko": "\\w*(?:뿐(?:만)? 아니라|끊임없|상관없|틀림없|거리낌없|아무렇지 않|못지않|변함없|수밖에 없|"
    "않을 수 없|않으면 안|하나밖에 없|어김없|빠짐없|더할 나위 없|못하는 것이 없)\\w*",
    "ja": "に(?:も)?(?:かか|関)わらず|問わず|絶えず|まず|わずか|はず|必ず|いずれ|少なからず|"
    "思わず|相変わらず|"
    "しか.{1,20}?(?:ない|ません|なかった|なく)|な(?:けれ|くて)[ばは]な(?:らない|らなかった|りません)|ねばならない|ざるを得ない|"
    "かもしれ(?:ない|ません)|に違いない|だけでなく|のみならず",
    "zh": "不丹|不敌|不得不|不仅|不僅|不但|不只|不論|不论|不管|不过|不過|非常|不同|不断|不斷|不久|不少|"
    "差不多|不良|不满|不滿|不幸|不安|"
    "不足|不平等|不动产|不切实际|无比|無比|无数|無數|无论|無論|"
    "无声|無聲|无线|無線|无疑|無疑|无辜|無辜|未来|未來|未婚|没收|淹没|埋没|不相上下|毫不夸张|座无虚席|不禁|"
    "不约而同|不好|不可思议|不可避免|不可或缺|不亚于|不限于|不少于|不到|不在乎|不锈钢|不仅仅|不愧|无家可归|无人机|"
    "無人機|无处不在|无论如何|没什么|说不定|忍不住|了不起|对不起",
    "ru": "на нет|не единственн\\w+|не только|не переста\\w+|тем не менее|не менее|не более|ничего страшного",
}
"""Phrases with a word that denies which deny nothing that a translation must deny."""


_TWICE = """
ru никто никого никому никем ничего ничему ничем никогда никакой никакая никакого никакому никаких никаким
   нигде никуда / не нет нельзя нету нечего некому невозможно без
uk ніхто нікого нікому ніким нічого нічому ніколи ніякий ніяка ніякого ніяких ніде жоден жодна жодного
   жодної жодних / не нема немає неможливо без
pl nikt nikogo nikomu nikim niczego niczemu nigdy żaden żadna żadne żadnego żadnej żadnych nigdzie /
   nie bez ani
sk nikto nikoho nikomu ničoho nikdy žiaden žiadna žiadne žiadny nikde / ne- nie nič bez
bg никой никого никога никакъв никаква никакво никакви никъде / не няма нямаше без
"""
"""What denies only beside another word that denies, and that word."""
_ANSWER = 4
"""Words of a text in which such a word may stand alone."""
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
"""`Nooooo` for `no`."""
_NO_LETTER = NOT_BEHIND
"""How the pattern of a word begins."""


@lru_cache(maxsize=50_000)
def denies(word: str, language: str, *, perhaps: bool = False) -> bool:
    """Tell whether a word denies for certain, or `perhaps`; in a language that is not known none does.

    >>> denies("wouldn’t", "en"), denies("nunca", "es-VE"), denies("no", "xx")
    (True, True, False)
    >>> denies("refused", "en"), denies("refused", "en", perhaps=True)
    (False, True)
    """
    pattern = _pattern(language, broad=perhaps)
    return bool(pattern and pattern.search(folded(word)))


_EACH_DENIES = frozenset(("en", "de", "nl", "sv", "da", "no", "is", "ar", "hi", "zh", "ja", "ko"))
"""Languages in which two words that deny make two denials: `nobody did not come`."""


def denials(text: str, language: str) -> int | None:
    """Return how many words of `text` deny for certain; None for a language that is not known.

    >>> denials("No one can't", "en"), denials("Sí", "xx")
    (2, None)
    """
    pattern, plain = _pattern(language, broad=False), folded(text)
    if pattern is None:
        return None
    # Idioms are looked for only in what seems to deny.
    return len(pattern.findall(blanked(plain, language))) if pattern.search(plain) else 0


def denied_clauses(text: str, language: str) -> int:
    """Return how often a text denies for certain: in most languages a clause does so once, in many words.

    >>> denied_clauses("No dijo nada a nadie, y no vino", "es"), denied_clauses("No one can't", "en")
    (2, 2)
    """
    pattern, main = _pattern(language, broad=False), _main(language)
    plain = blanked(folded(text), language)
    places = [found.start() for found in pattern.finditer(plain)] if pattern else []
    if main in _EACH_DENIES or len(places) < 2:
        return len(places)
    joins = "|".join(map(re.escape, map(folded, row(main).joins)))
    # A word that joins begins a clause like a mark: a comma of the same width stands for it.
    return len(
        set(clauses_at(re.sub(rf"(?<!\w)(?:{joins})(?!\w)", _comma, plain) if joins else plain, places))
    )


def _comma(word: re.Match[str]) -> str:
    return ",".ljust(len(word[0]))


def blanked(text: str, language: str) -> str:
    """Return `text` with other words, as many and as long, for the idioms in which nothing is denied.

    >>> blanked("Not only he, nobody knows", "en")
    'xxx xxxx he, nobody knows'
    >>> blanked("行かなければならない", "ja")
    '行か中中中中中中中中'
    """
    idioms = _idioms(_main(language))
    letter = "x" if row(language).spaced else "中"
    return idioms.sub(lambda idiom: re.sub(r"\w", letter, idiom.group()), text) if idioms else text


@cache
def _idioms(language: str) -> re.Pattern[str] | None:
    idioms = _IDIOMS.get(language)
    if not idioms:
        return None
    bounds = (r"\b", r"(?!\w)") if row(language).spaced else ("", "")
    # Texts come with their accents and without.
    both = "|".join(dict.fromkeys((idioms, folded(idioms))))
    return re.compile(f"(?:{both})".join(bounds), re.IGNORECASE)


def half_denied(text: str, language: str) -> bool:
    """Tell whether a text has one half of a denial that its language says twice.

    >>> half_denied("Никому разрешается входить туда.", "ru"), half_denied("Никто не знает, кто.", "ru")
    (True, False)
    """
    halves = _halves(_main(language))
    plain = folded(text)
    found = halves and halves[0].search(plain) and not halves[1].search(plain)
    return bool(found and plain.count(" ") >= _ANSWER - 1)


@cache
def _halves(language: str) -> tuple[re.Pattern[str], ...]:
    for line in _TWICE.replace("\n ", " ").strip().splitlines():
        code, _, cells = line.partition(" ")
        if code == language:
            return tuple(
                re.compile(_any_of(_one(folded(cell)) for cell in half.split())) for half in cells.split("/")
            )
    return ()


def without_denials(text: str, language: str) -> str:
    """Return `text` without the words that deny for certain.

    >>> without_denials("No lo sé.", "es"), without_denials("我不知道", "zh")
    ('lo sé.', '我知道')
    """
    certain, *_ = _cells(language)
    if not certain:
        return text
    found = "|".join(_one(cell).removesuffix(r"\w*") for cell in certain)
    return re.sub(found, "", text, flags=re.IGNORECASE).replace("  ", " ").strip()


def may_deny(text: str, language: str, *, freely: bool = False) -> int | None:
    """Return how many words of `text` may deny in some way; None for a language that is not known.

    In a free wording more words may: prices that will not rise `stay` as they are.
    """
    pattern = _pattern(language, broad=True, freely=freely)
    if pattern is None:
        return None
    plain = folded(text)
    return len(pattern.findall(plain)) or len(pattern.findall(_DRAWN_OUT.sub(r"\1", plain)))


@cache
def _pattern(language: str, *, broad: bool, freely: bool = False) -> re.Pattern[str] | None:
    certain, possible, free = _cells(language)
    cells = [*certain, *(possible if broad or freely else ()), *(free if freely else ())]
    return re.compile(_any_of(_one(folded(cell)) for cell in cells)) if cells else None


def _any_of(patterns: Iterable[str]) -> str:
    """Return patterns as one; what they begin with is looked at once: a twentieth of the time."""
    runs = groupby(patterns, lambda pattern: pattern.startswith(_NO_LETTER))
    return "|".join(
        f"{_NO_LETTER}(?:{'|'.join(one.removeprefix(_NO_LETTER) for one in run)})"
        if starts
        else "|".join(run)
        for starts, run in runs
    )


def _one(cell: str) -> str:
    plain = re.escape(cell.strip("-.")).replace("'", "['’]")
    if cell.endswith("."):
        return rf"{_NO_LETTER}{plain}(?=\s?(?:[.!?,;:…\"”»)]|$))"
    # From the beginning of its word on: an endless word is gone through once.
    start = rf"{_NO_LETTER}\w*" if cell.startswith("-") else _NO_LETTER
    end = r"\w*" if cell.endswith("-") else "" if cell.endswith("'") else NOT_BEFORE
    if cell.startswith("-") and cell.endswith("-"):
        return plain
    return f"{start}{plain}{end}"


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


@cache
def _cells(language: str) -> tuple[list[str], list[str], list[str]]:
    for code, *cells in table("negations"):
        if code == _main(language):
            parts = [part.split() for part in " ".join(cells).split("|")]
            return parts[0], parts[1], parts[2] if len(parts) > 2 else []
    return [], [], []
