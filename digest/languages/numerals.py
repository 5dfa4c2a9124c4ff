"""Numbers in words, so that `ten days` and `10 días` agree, and words that multiply a number.

Each table has one line a language, in its own script, which goes on where the next is indented: a language
without a line compares digits only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.languages.latin import folded

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
"""Whole words, in Latin letters as `digest.languages.latin` writes them. Words that also mean something usual
are left out (`-`)."""

_VALUES = (*range(21), *range(30, 100, 10), 100, 1000, 10**6, 10**9, 0.5)

_BEGINNINGS = """
en zero|nil one|first|single|once two|second|both|twice|couple|pair|doubl three|third|tripl four|quadr
   five|fif six seven eight nine|ninth ten eleven twel|dozen thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twent thirt fort fift sixt sevent eight ninet hundred|centur thousand million billion
   half|halv
es cero un|primer dos|segund|ambos|ambas|dobl|par|pareja tres|terc|tripl cuatr|cuart cinc|quint seis|sext
   siete|sept ocho|octav nueve|noven diez|decim|decen once|undec doce trece catorce quince dieciseis
   diecisiete dieciocho diecinueve veint|vigesi treint cuarent cincuent sesent setent ochent novent
   cien|sigl mil millon|millones|millar millard medi|mitad
fr zero un|premi deux|second|doubl|paire|couple trois|tiers|tripl quatr|quart cinq six|sixi sept huit
   neuf|neuv dix|dizain onz douz trei quatorz quinz seiz dix-sept dix-huit dix-neuf vingt trent quarant
   cinquant soixant soixante-d|septant quatre-vingt|huitant|octant quatre-vingt-d|nonant cent|siecle mil
   million milliard demi|moitie
pt zero um|uma|prim dois|duas|segund|ambos|ambas|dobr|dupl|par tres|terc|tripl quatro|quart cinco|quint
   seis|sext sete|setim oito|oitav nove|non dez|decim onze doze|duzi treze catorze|quatorze quinze
   dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vint|vige trint quarent cinquent
   sessent setent oitent novent cem|cent|secul mil milh bilh|milhares mei|metad
it zero un|prim due|second|entramb|doppi|coppia|paio|bi tre|terz|tripl quattr|quart cinqu|quint sei|sest
   sett otto|ottav nov|non diec|decin|decim undic dodic|dozzin tredic quattordic quindic sedic diciassett
   diciott diciannov vent trent quarant cinquant sessant settant ottant novant cent|secol mill|mila milion
   miliard mezz|meta
de null ein|erst|einmal zwei|zwot|beid|doppel|paar|zweimal drei|dritt vier fünf sechs sieb acht neun zehn
   elf zwölf|dutzend dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig|dreissig
   vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million milliard halb|hälfte|anderthalb
nl nul een|eerst twee|tweed|beid|dubbel|paar drie|derd vier vijf zes zeven acht|achtst negen tien elf
   twaalf|dozijn dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig
   vijftig zestig zeventig tachtig negentig honderd|eeuw duizend miljoen miljard half|helft|anderhalf
sk nula|nul jed|prv dv|druh|oba|obe tri|tre|troj štyr|štvr päť|piat šesť|šies sed|siedm osem|ôsm|osm
   dev|deviat desa jedenás dvanás|tucet trinás štrnás pätnás šestnás sedemnás osemnás devätnás dvads tridsa
   štyrids päťdes šesťdes sedemdes osemdes deväťdes sto|stov|stor tisíc milión miliard pol
pl zero jed|pierw dw|drug|obaj|obie|oba|podwój|par trzy|trzec|trze|troj czter|czwart pięć|piąt|pięc
   sześ|szóst sied|siódm osi|ósm dziewi dziesią|dziesię jedena dwana|tuzin trzyna czterna piętna szesna
   siedemna osiemna dziewiętna dwadz|dwudz trzydz czterdz pięćdz sześćdz siedemdz osiemdz dziewięćdz
   sto|stu|setn|wiek tysią|tysię milion miliard pół|połow
ru ноль|нул один|одн|перв дв|втор|оба|обе|обо|пара|пару тр чет пят шест сем|седьм восем|восьм девят десят
   одиннадц двенадц|дюжин тринадц четырнадц пятнадц шестнадц семнадц восемнадц девятнадц двадц тридц|тридес
   сорок пятьдесят|пятидесят|пятидес шестьдесят|шестидес семьдесят|семидес восемьдесят|восьмидес девяност
   сто|сот|век тысяч миллион миллиард пол
uk нуль|нол один|одн|перш дв|друг|обидва|обидві|пара|пару тр|трет чот|четв п'ят|пʼят|п’ят шіст|шест
   сім|сем|сьом вісім|восьм дев'ят|девʼят|дев’ят десят одинадц дванадц|дюжин тринадц чотирнадц
   п'ятнадц|пʼятнадц|п’ятнадц шістнадц сімнадц вісімнадц дев'ятнадц|дев’ятнадц двадц тридц сорок
   п'ятдесят|п’ятдесят шістдесят|шістдес сімдесят|сімдес вісімдесят|вісімдес дев'яност|дев’яност
   сто|сот|век|вік тисяч мільйон мільярд пів|полов
bg нул един|една|едно|първ дв|втор|двам трет|три|трим четир|четв пет шест сед осем|осм девет десет
   единад|единайс дванад|дванайс|дузин тринад|тринайс четиринад|четиринайс петнад|петнайс шестнад|шестнайс
   седемнад|седемнайс осемнад|осемнайс деветнад|деветнайс двадес|двайс тридес|трийс четирид|четирий петдес
   шестдес|шейс седемдес осемдес деветдес сто|стот|век хиляд|хил милион милиард полов
tr sıfır bir|ilk|tek iki|ikinci|çift üç dört beş altı yedi sekiz dokuz on on-bir on-iki|düzine on-üç on-dört
   on-beş on-altı on-yedi on-sekiz on-dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon
   milyar yarı|buçuk
ar صفر واحد|أول|اول|احد اثن|إثن|ثان|كلا|ثنائ ثلاث|ثالث|ثلث أربع|اربع|رابع|ربع خمس|خامس ست|سادس سبع|سابع
   ثمان|ثامن تسع|تاسع عشر|عاشر أحد-عشر|إحدى-عشر|حادي-عشر|الحادي-عشر اثن|إثن|ثاني-عشر|دزين ثلاث|ثالث
   أربع|رابع خمس|خامس ست|سادس سبع|سابع ثمان|ثامن تسع|تاسع عشرون|عشرين|العشر ثلاثون|ثلاثين أربعون|أربعين
   خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين مائ|مئ|قرن ألف|آلاف|الف|الاف مليون|ملايين
   مليار|بليون نصف
fa صفر یک|اول|نخست دو|دوم|هردو سه|سوم چهار|چهارم پنج شش هفت هشت نه|نهم ده یازده دوازده سیزده چهارده پانزده
   شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد|قرن هزار میلیون میلیارد نیم
he אפס אחד|אחת|ראשון|ראשונה שני|שתי|שתיים|שניים|שנייה שלוש|שליש ארבע|רביע חמש|חמיש שש|שיש שבע|שביע שמונ|שמינ
   תשע|תשיע עשר|עשיר אחד-עשר|אחת-עשרה שנים-עשר|שתים-עשרה|תריסר שלוש ארבע חמש שש שבע שמונ תשע עשרים שלושים
   ארבעים חמישים שישים שבעים שמונים תשעים מאה|מאות|מאתיים אלף|אלפי|אלפים מיליון מיליארד חצי
ko 영 한|하나|일|첫 두|둘|이|양 세|셋|삼 네|넷|사 다섯|오 여섯|육 일곱|칠 여덟|팔 아홉|구 열|십
   열한|십일 열두|십이 열세|십삼 열네|십사 열다섯|십오 열여섯|십육 열일곱|십칠 열여덟|십팔 열아홉|십구
   스무|스물|이십 서른|삼십 마흔|사십 쉰|오십 예순|육십 일흔|칠십 여든|팔십 아흔|구십 백 천 백만 십억
   절반|반
"""
"""Beginnings of words for 0 to 20, 30 to 90, 100, 1000, a million, 10⁹ and a half; `-` parts words."""

_COMPOUNDING = "de nl it sk ar fa he ko tr"
"""Languages that write numerals together with other words."""

_SCALES = """
en hundred=2 thousand=3 k=3 million=6 m=6 mn=6 mln=6 billion=9 bn=9 b=9 trillion=12 tn=12 t=12
es mil=3 millon=6 millones=6 m=6 mm=6 millardo=9 billon=12 billones=12
fr cent=2 mille=3 mil=3 k=3 million=6 millions=6 m=6 milliard=9 milliards=9 md=9 mds=9 billion=12
pt mil=3 milhao=6 milhoes=6 mi=6 m=6 bilhao=9 bilhoes=9 bi=9 biliao=12 bilioes=12 trilhao=12 trilhoes=12
it mila=3 mille=3 milione=6 milioni=6 mln=6 mio=6 miliardo=9 miliardi=9 mld=9 bilione=12 trilioni=12
de hundert=2 tausend=3 tsd=3 mio=6 million=6 millionen=6 mrd=9 milliarde=9 milliarden=9 billion=12
   billionen=12
nl honderd=2 duizend=3 miljoen=6 mln=6 miljard=9 mld=9 biljoen=12
sk tisic=3 tisice=3 tisicov=3 milion=6 miliony=6 milionov=6 mil=6 miliarda=9 miliardy=9 miliard=9 mld=9
   bilion=12
pl tysiac=3 tysiace=3 tysiecy=3 tys=3 milion=6 miliony=6 milionow=6 mln=6 miliard=9 miliardy=9 miliardow=9
   mld=9 bilion=12
ru тысяча=3 тысячи=3 тысяч=3 тысячам=3 тысячами=3 тыс=3 миллион=6 миллиона=6 миллионов=6 миллионами=6 млн=6
   миллиард=9 миллиарда=9 миллиардов=9 млрд=9 триллион=12 триллиона=12 триллионов=12 трлн=12
uk тисяча=3 тисячі=3 тисяч=3 тис=3 мільйон=6 мільйона=6 мільйони=6 мільйонів=6 млн=6 мільярд=9 мільярда=9
   мільярди=9 мільярдів=9 млрд=9 трильйон=12 трлн=12
bg хиляда=3 хиляди=3 хил=3 милион=6 милиона=6 млн=6 милиард=9 милиарда=9 млрд=9 трилион=12 трилиона=12
tr yüz=2 bin=3 milyon=6 mn=6 milyar=9 mr=9 trilyon=12
ar ألف=3 الف=3 آلاف=3 الاف=3 ألفا=3 ألفًا=3 مليون=6 ملايين=6 مليونا=6 مليار=9 مليارات=9 بليون=9 تريليون=12
fa هزار=3 میلیون=6 ملیون=6 میلیارد=9 بیلیون=9 تریلیون=12
he אלף=3 אלפי=3 אלפים=3 מיליון=6 מליון=6 מיליארד=9 טריליון=12
zh 百=2 千=3 万=4 萬=4 百万=6 百萬=6 千万=7 亿=8 億=8 十亿=9 兆=12
ja 百=2 千=3 万=4 百万=6 千万=7 億=8 兆=12
ko 백=2 천=3 만=4 백만=6 천만=7 억=8 조=12
"""
"""Words directly after a number in digits, each with the power of ten that it multiplies by."""

_MEASURES = """
en mile=1.609 mph=1.609 mi=1.609 yard=0.9144 foot=0.3048 feet=0.3048 ft=0.3048 foot=30.48 feet=30.48
   inch=2.54 inch=25.4 pound=0.4536 lb=0.4536
   ounce=28.35 oz=28.35 acre=0.4047 gallon=3.785 square=2.59 stone=6.35
"""
"""Beginnings of words for measures after a number, each with what makes a metric one: translators convert."""

_HAN_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN_NUMBER = re.compile(f"[{''.join((*_HAN_DIGITS, *_HAN_UNITS, *_HAN_SCALES))}]+")


@cache
def numerals(language: str) -> dict[str, str]:
    """Return digits by word, for the main language of a code.

    >>> numerals("es-VE")["diez"], numerals("xx")
    ('10', {})
    """
    words = _line(_FROM_TWO_TO_TWELVE, language)
    return {word: str(number) for number, word in enumerate(words, start=2) if word != "-"}


@cache
def beginnings(language: str) -> Mapping[float, tuple[str, ...]]:
    """Return by value how words for it begin, without accents, words parted by a space.

    >>> beginnings("es")[20], beginnings("xx")
    (('veint', 'vigesi'), {})
    """
    cells = _line(_BEGINNINGS, language)
    if not cells:
        return {}
    return {
        value: tuple(" ".join(map(folded, one.split("-"))) for one in cell.split("|"))
        for value, cell in zip(_VALUES, cells, strict=True)
    }


@cache
def compounds(language: str) -> bool:
    """Tell whether numerals are written together with other words."""
    return _main(language) in _COMPOUNDING.split()


@cache
def scales(language: str) -> Mapping[str, int]:
    """Return powers of ten by the word that multiplies the number before it, without accents.

    >>> scales("es")["millones"], scales("zh")["万"]
    (6, 4)
    """
    pairs = (cell.partition("=") for cell in _line(_SCALES, language))
    return {folded(word): int(power) for word, _, power in pairs}


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


def _line(table: str, language: str) -> list[str]:
    lines = (line.split() for line in table.replace("\n ", " ").strip().splitlines())
    return next((cells for code, *cells in lines if code == _main(language)), [])


@cache
def measures(language: str) -> tuple[tuple[str, float], ...]:
    """Return beginnings of words for measures that translators convert, each with a factor to a metric one.

    >>> measures("en")[0], measures("es")
    (('mile', 1.609), ())
    """
    cells = [cell.partition("=") for cell in _line(_MEASURES, language)]
    return tuple((word, float(factor)) for word, _, factor in cells)


def han_numbers(text: str) -> set[float]:
    """Return the values of the numbers that are written in Chinese characters.

    >>> sorted(han_numbers("三十五名，两千五百万元，二〇一八年"))
    [35.0, 2018.0, 25000000.0]
    """
    return {_han_value(run) for run in _HAN_NUMBER.findall(text)}


def _han_value(run: str) -> float:
    if not any(character in _HAN_UNITS or character in _HAN_SCALES for character in run):
        return float("".join(str(_HAN_DIGITS[character]) for character in run))
    total = part = digit = 0
    for character in run:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_UNITS:
            part += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        else:
            total += (part + digit or 1) * _HAN_SCALES[character]
            part = digit = 0
    return float(total + part + digit)
