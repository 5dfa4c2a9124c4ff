"""Words that deny, so that `will` and `will not` are not taken for one.

One line a language, in its own script, which goes on where the next is indented: a language without a
line has no words to compare. Before `|` stands what denies a whole clause; after it what may stand for such
a word in a translation (`without`, `refuse`). `un-` is the beginning of a word, `-n't` the end of one,
`-不-` may stand anywhere, `non.` before a mark or at the end.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.languages import row
from digest.languages.latin import folded

_WORDS = """
en not no never nor none nobody nothing neither cannot -n't | without unable ignor- unknown little few
   unlikely hardly barely unless rather instead devoid non- lack- fail- refus- deny denied denies denial
   reject- impossib- nowhere nope stop- ceas- quit prevent- avoid- less fewer least
   yet una- unb- unc- undi- undo- unet- unf- unh- unk- unl- unm- unn- unp- unr- uns- unto-
   untr- untou- unu- unv- unw- invis- infreq- inval- inact-
   inacc- inad- incap- incorrect- incompl- incons- inex- infin- insuf- intact
   illeg- irreg- irrel- immun-
es no nunca jamás ni nada nadie ningún ninguno ninguna tampoco | sin inútil- ignor- apenas desconoc- insuf-
   incumpl- incomp- poco pocos poca pocas imposib- incap- dej- falt- carec- nega- nego- niega- rechaz-
   impid- evit- salvo excepto inexist- dejar dejó dejado difícilmente menos
fr ne n' pas jamais ni rien personne aucun aucune non. | non sans ignor- inapt- incert- insuff- inutil-
   inconn- inchang- injust- peu nul nulle impossib- incapab- cess- manqu- absen- refus- rejet- évit-
   empêch- guère sauf nié nie hormis moins
pt não nunca jamais nem nada ninguém nenhum nenhuma | sem inútil- tampouco ignor- desconh- insuf- pouco poucos
   pouca imposs- incapa- falt- nega- nego- deix- recus- rejeit- evit- imped- proib- salvo exceto deixou
   deixar dificilmente menos
it non no mai niente nulla nessuno nessun nessuna | senza inutil- ignor- sconosc- insuff- poco pochi poca
   neanche nemmeno neppure imposs- incapa- manc- smett- smess- nega- nego- rifiut- evit- imped- salvo
   tranne mica priv- difficilmente meno
de nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder nein | ohne wenig- unb-
   unf- ung- unk- unm- unv- unw- unz- unmöglich- unfähig- kaum -los -lose -losen -loser -loses verweiger-
   weiger- ablehn- abgelehnt verhinder- statt anstatt niemand- nirgend- keinerlei bestreit- bestritt fehl-
   unwahrscheinlich- minder-
nl niet niets nooit niemand geen nee neen | zonder onmogelijk- nauwelijks weiger- ontbr- ontken- noch
   behalve evenmin nergens onwaarschijnlijk- minder-
pl nie nigdy nic nikt ani | bez żaden żadn- brak- odmów- odmaw- ledwo oprócz nikogo nikomu niczego niczym
   niemożliw- niezdoln- niewie-
sk nie nikdy nič nikto ani | ne- bez žiad- chýb- odmiet- sotva okrem nik- nič-
ru не нет ни никогда ничего никто нельзя | перест- прекра- без невозмож- мало редко недо- нико- ничь-
   никак- ничт- ничу- никог- ником- нем- неспособ- неизвест- отказ- отриц- отсутств- вряд едва избеж-
   кроме нельз- невер- непра- недост- неуд- незави- необос- необыч- необр- непо- неу- неспра- несог-
   несов- несч- несущ- нех- неп- нев- нея- менее меньше
uk не ні немає ніколи нічого ніхто | перест- припин- нема без неможлив- ніяк- нікому нікого жод- відмов-
   запереч- відсутн- навряд ледве крім нез- неп- нев- несп- незна- недо- неда- менше менш байдуж-
bg не няма нито никога нищо никой | без невъзмож- никак- никого отказ- отрич- липс- едва нямаше нямат
   освен
tr değil yok hayır hiç asla -mıyor- -miyor- -muyor- -müyor- -madı- -medi- -mayacak- -meyecek- -mayacağ-
   -meyeceğ- -mamış- -memiş- -maz -mez -mazlar -mezler yoktur- yoktu -amaz- -emez- |
   -madan -meden -mama- -meme- -mayan- -meyen-
   -maması- -memesi- -sız -siz -suz -süz -sızlık -sizlik -mazsa -mezse yoksun olmadı- -masın- -mesin-
   -mamalı- -memeli- -memek- -mamak- yasadışı-
ar لا لم لن ليس ليست لست ولا ولم ولن وليس فلا فلن ألا | ولست ليسوا لسنا غير عدم دون بدون رفض- يرفض- نفى
   نفت ينفي إلا كلا لعدم بعدم وعدم انعد- مستحيل- بلا دونما وليست بغير فليس قط يتعذر تعذر فشل- أبدا أبدًا
   عجز- أقل امتنع- توقف- منع- حظر- خلو خال
fa نه نیست نمی- نیستند نبود نشد نکرد ندارد ندارند نداشت نخواهد نباید هیچ هرگز | بدون عدم نادر- غیر- مگر جز
   نکن- نکرد- نشد- نشو- نبود- نبا- نتوان- ندار- نداشت- ندا- نخوا- نیا- نیس- نده- نگذ- نگرف- نگفت- نر- نمی-
   نپ- نبر- نیف- ندید- نشن- هیچ- ناتوان- ناممکن خودداری بی‌-
he לא אין שלא ולא אינו אינה אינם אינן איני מעולם | ללא בלי שאין ואין בלתי אי אל חסר- סירב- מסרב- שום אף
   אינ- איננ- פחות אסור-
   מבלי והלא כלל
zh -不- -没- -沒- -无- -無- -未- | -非- -莫不- -莫要- -勿- -否- -别再- -别的不- -難以-
   -难以- -拒- -免- -缺乏- -失去- -失败- -失敗- -中断-
ja -ない- -なかっ- -ません- -なく- -ず- -ぬ- | -無- -不- -非- -未- -まい- -なし- -ねば-
   -なけれ- -拒- -異な- -違法- -違う-
ko -않- -못- -없- -아니- 안 | 불- 비- 미- 무- -말- 아닌 아닙니다 결코
   -거부- -모르- -모른- -몰랐- -다르- -다른- -덜-
"""

_IDIOMS = {
    "en": "not only|not just|not least|no doubt|whether or not|if not|no matter|not to mention|"
    "no\\.\\s?\\d+|no-\\w+|don['’]?t (?:forget|worry|miss)|"
    "for nothing|nothing but|do no wrong|not long|not until|\\w+n't until|never more|not that|no less|"
    "no more than|"
    "no longer than|last but not least|not necessarily|why not|isn't it|aren't they|don't you|can't help|"
    "not out of|not \\w+ until|"
    "couldn't help|cannot help|no better|no worse|no more \\w+ than|no sooner|can't wait|no stranger|"
    "no one else|not (?:illegal|unlawful|impossible|unusual|uncommon|unlike\\w*)",
    "es": "no solo|no sólo|no solamente|no obstante|nada menos|no más|sino|"
    "(?:vist[oa]|más \\w+|mejor|peor) jamás|jamás vist[oa]",
    "fr": "n[e'’]\\s?(?:(?!pas|plus|jamais|rien)\\w+\\s){1,3}que?|"
    "(?:un|des|les|ces|ses|premiers?|grands?|nouveaux?|quelques|deux) pas|"
    "pas à pas|non seulement|"
    "n['’]est-ce pas|(?:une|la|cette|chaque|toute) personne",
    "de": "nicht nur|nicht zuletzt|noch nie dagewesen|nichts anderes als",
    "pt": "não só|não apenas|nada menos|não obstante",
    "it": "\\d+ no|non solo|non soltanto|non appena|a meno che non|finché non|niente meno",
    "nl": "niet alleen|niet in de laatste plaats",
    "pl": "nie tylko|nie mniej|tym niemniej|nie ma co",
    "tr": "neredeyse hiç|(?:\\w+[ıiuü]p) \\w+m[ae]\\w+|en azından|"
    "doyum olmaz|vazgeçilmez|\\bnamaz|kaçınılmaz",
    "uk": "не тільки|не лише|тим не менше?|не менше|не більше",
    "ar": "لا (?:يقل|تقل) عن|(?:لا|ما) (?:يزال|تزال|زال|زالت|زالوا)|لا ?سيما|لا ?بد|لا نهائي\\w*|لا نهاية|"
    "لا شك|لا محالة|لا مثيل|ليس فقط|ليس إلا|لا غير|ألا وهو|ألا وهي|لا تعد ولا تحصى|لا يحصى|لا حصر|لا سبيل",
    "fa": "نه تنها|نه فقط|بی‌شک",
    "he": "לא רק|לא פחות|ללא ספק|אין ספק|לא פעם",
    "ko": "뿐(?:만)? 아니라|끊임없|상관없|틀림없|거리낌없|아무렇지 않|못지않|변함없|수밖에 없|않을 수 없|"
    "않으면 안|하나밖에 없|어김없|빠짐없|더할 나위 없|못하는 것이 없",
    "ja": "に(?:も)?(?:かか|関)わらず|問わず|絶えず|まず|わずか|はず|必ず|いずれ|少なからず|"
    "思わず|相変わらず|"
    "しか.{1,20}?(?:ない|ません|なかった|なく)|な(?:けれ|くて)[ばは]な(?:らない|らなかった|りません)|ねばならない|ざるを得ない|"
    "かもしれ(?:ない|ません)|に違いない|だけでなく|のみならず",
    "zh": "不得不|不仅|不僅|不但|不只|不論|不论|不管|不过|不過|非常|不同|不断|不斷|不久|不少|"
    "差不多|不良|不满|不滿|不幸|不安|"
    "不足|不平等|不动产|不切实际|无比|無比|无数|無數|无论|無論|"
    "无声|無聲|无线|無線|无疑|無疑|无辜|無辜|未来|未來|未婚|没收|淹没|埋没|不相上下|毫不夸张|座无虚席|不禁|"
    "不约而同|不好|不可思议|不可避免|不可或缺|不亚于|不限于|不少于|不到|不在乎|不锈钢|不仅仅|不愧|无家可归|无人机|"
    "無人機|无处不在|无论如何|没什么|说不定|忍不住|了不起|对不起",
    "ru": "не только|не переста\\w+|тем не менее|не менее|не более|ничего страшного",
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


def denials(text: str, language: str) -> int | None:
    """Return how many words of `text` deny for certain; None for a language that is not known.

    >>> denials("No one can't", "en"), denials("Sí", "xx")
    (2, None)
    """
    pattern = _pattern(language, broad=False)
    return len(pattern.findall(blanked(folded(text), language))) if pattern else None


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
                re.compile("|".join(_one(folded(cell)) for cell in half.split())) for half in cells.split("/")
            )
    return ()


def without_denials(text: str, language: str) -> str:
    """Return `text` without the words that deny for certain.

    >>> without_denials("No lo sé.", "es"), without_denials("我不知道", "zh")
    ('lo sé.', '我知道')
    """
    certain, _ = _cells(language)
    if not certain:
        return text
    found = "|".join(_one(cell).removesuffix(r"\w*") for cell in certain)
    return re.sub(found, "", text, flags=re.IGNORECASE).replace("  ", " ").strip()


def may_deny(text: str, language: str) -> int | None:
    """Return how many words of `text` may deny in some way; None for a language that is not known."""
    pattern = _pattern(language, broad=True)
    if pattern is None:
        return None
    plain = folded(text)
    return len(pattern.findall(plain)) or len(pattern.findall(_DRAWN_OUT.sub(r"\1", plain)))


@cache
def _pattern(language: str, *, broad: bool) -> re.Pattern[str] | None:
    certain, possible = _cells(language)
    cells = [*certain, *(possible if broad else ())]
    return re.compile("|".join(_one(folded(cell)) for cell in cells)) if cells else None


def _one(cell: str) -> str:
    plain = re.escape(cell.strip("-.")).replace("'", "['’]")
    if cell.endswith("."):
        return rf"(?<!\w){plain}(?=\s?(?:[.!?,;:…\"”»)]|$))"
    start = r"\w*" if cell.startswith("-") else r"(?<!\w)"
    end = r"\w*" if cell.endswith("-") else "" if cell.endswith("'") else r"(?!\w)"
    if cell.startswith("-") and cell.endswith("-"):
        return plain
    return f"{start}{plain}{end}"


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


@cache
def _cells(language: str) -> tuple[list[str], list[str]]:
    for line in _WORDS.replace("\n ", " ").strip().splitlines():
        code, *cells = line.split()
        if code == _main(language):
            cut = cells.index("|")
            return cells[:cut], cells[cut + 1 :]
    return [], []
