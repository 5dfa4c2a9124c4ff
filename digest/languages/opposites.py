"""Words of which one says the contrary of the other: `rose` and `fell`, `support` and `oppose`.

One line a language and matter, in its own script: beginnings of words of one side, `/`, those of the other;
`.` ends a whole word. Only words that mostly say nothing else stand here; a language may lack a matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from digest.languages import row
from digest.languages.latin import folded, words

_WORDS = """
en level rose. risen. rising. rises. increas grew. grown. growing. climb soar surg / fell. fallen.
   falling. declin decreas dropp shrank. shrunk. shrinking. plung plummet slump
en side support endors favour. favor. welcom back. backs. backed. backing. approv / oppos reject condemn
   denounc disapprov
en consent accept agree. agrees. agreed. / reject refus declin rebuff
en outcome won. win. wins. winning. victor / lost. lose. loses. losing. defeat
en trade buy. buys. bought. buying. buyer purchas / sell. sells. sold. selling. seller sale.
en door open. opens. opened. opening. reopen / clos shut. shuts.
en leave allow permit authori / forbid forbad forbidden. ban. bans. banned. banning. prohibit outlaw
en guilt guilty. convict / innocen acquit exonerat
en time before. / after. afterwards.
en start begin began begun start / end. ends. ended. ending. finish stop
en way enter. enters. entered. arriv / leave. leaves. left. depart withdr
en bond ally. allies. friend / enem foe. foes.
es level subi suben. sube. aument crec increment elev dispar / baj cae. caen. cayo. cayeron. caido. caida.
   disminu descend desplom retroced
es side apoy respald favor. celebra aplaud aprueb aprob / opone oponem opus rechaz conden repud
es consent acept / rechaz neg. niega negó. negaron. rehus declin
es outcome gan. gana. ganó. ganaron. ganar. ganado. victor venci / perd pierd derrot
es trade compr / vend vent. venta. ventas.
es door abr abier reabr reabier / cerr cierr
es leave permit autori / prohib veta. vetó.
es guilt culpab conden / inocen absuel absolv absuelt
es time antes. / despues. tras. luego.
es start empez empiez comenz comienz inici / termin acab finaliz conclu
es bond aliad amig / enemig
fr level augment hauss mont croiss grimp / baiss chut diminu recul dégring tomb
fr side soutien souten appui saluo salue. saluons. saluent. approuv / oppos rejet condamn dénonc
   désapprouv
fr consent accept / refus rejet déclin
fr outcome gagn victoir remport vainc / perd défait
fr trade achet achat / vend vent. vente. ventes.
fr door ouvr ouver rouvr rouver / ferm
fr leave autori permet permi / interdi prohib
fr guilt coupab / innocen acquitt
fr time avant. / après. ensuite.
fr start commenc début entam / termin achev fini
fr bond allié ami. amis. / ennemi
de level stieg. stiegen. steig gestieg wuchs. wuchsen. gewachs zugenomm zunahm erhöh anstieg / sank.
   sanken. sink gesunk fiel. fielen. gefallen. zurückgegang schrumpf geschrumpf rückgang abgenomm
de side unterstütz befürwort begrüß / lehn ableh abgelehn verurteil bekämpf widersetz
de consent akzept annehm angenomm zustimm / ableh abgelehn verweiger weiger
de outcome gewann. gewonnen. gewinn sieg / verlor verlier niederlag
de trade kauf gekauft. käufer / verkauf verkäufer
de door öffn geöffn eröffn / schließ geschloss schloss.
de leave erlaub genehmig gestatt / verbot verbiet verboten.
de guilt schuldig. / unschuld freigesproch freispruch
de time vor. bevor. vorher. zuvor. / nach. nachdem. danach.
de start beginn begann. begonn / endet beend
de bond verbündet freund / feind
pt level subi sobe. sobem. aument cresc increment elev dispar / cai. caem. caiu. caíram. queda. baix
   diminu reduz desab recu
pt side apoi apoio. aprov saud / opõe opomos opos rejeit conden repudi
pt consent aceit / rejeit recus neg.
pt outcome ganh vitóri venc / perd derrot
pt trade compr / vend
pt door abr aber reabr reaber / fech
pt leave permit autori / proib
pt guilt culpad conden / inocen absolv
pt time antes. / depois. após.
pt start começ inici / termin acab encerr
pt bond aliad amig / inimig
it level sali salg aument cresc rialz / scen scese sceso scesa cal. cala. cali cala calo. calat dimin crol
it side sosten sosteg appoggi approv favorev / oppon oppost respin condann
it consent accett / rifiut respin
it outcome vinc vins vint vittor / perd perso. persa. pers sconfi
it trade compr acquist / vend
it door apr apert riapr riapert / chius chiud
it leave permett permess autori / viet proib
it guilt colpevol condann / innocen assol
it time prima. / dopo.
it start inizi cominc / fin. fine. finisc finit conclu termin
it bond alleat amic / nemic
nl level steeg. stegen. stijg gesteg groei gegroei / daal gedaald. dalen. daling kromp. krimp gekromp
nl side steun ondersteun verwelkom / verzet veroorde afwijz wees.
nl outcome won. wonnen. gewonn winn / verlor verlies verloor
nl trade koop kocht gekocht. / verkoop verkocht
nl time voor. voordat. / na. nadat.
pl level wzros wzrós wzrast rosn rośn podni zwiększ / spad zmala zmniejsz obniż
pl side popier popar / sprzeciw potępi odrzuc
pl outcome wygra zwycię / przegra porażk
pl trade kupi kupu zakup / sprzed
pl door otw / zamk zamyk
pl time przed. zanim. / po. potem.
ru level вырос выраст рост. растет. растут. повыс повыш увелич подорож возрос возраст / упал. упала.
   упали. упало. паден пада сниз сниж сократ уменьш подешев
ru side поддерж одобр приветств / осужд осуд против. отверг
ru consent соглас прин. приня прим / отказ отверг отклон
ru outcome выигр побед побежд / проигр поражен
ru trade купи покуп куп. / прод
ru door откр / закр
ru leave разреш позвол / запре запрет
ru guilt виновн винов осужден / невинов невиновн оправда
ru time до. перед. прежде. раньше. / после. потом. затем.
ru start начал начин начн начат / закончи законч заверш оконч
ru bond союзник друг. друзья. / враг враж
uk level зріс. зросл зрост виріс. підвищ збільш / впал знизи зниж скорот зменш паді
uk side підтрим схвал вітаємо / засудж засуд відкид відкин
uk outcome вигра перем перемог / програ поразк
uk trade купи купу купл / прода
uk door відкр відчин / закр зачин
uk time до. перед. раніше. / після. потім.
ar level ارتفع يرتفع ارتفاع زاد. زادت. ازداد تزايد نما. نمو صعد / انخفض ينخفض انخفاض تراجع هبط هبوط تقلص
ar side نؤيد يؤيد أيد. أيدت. تأييد ندعم يدعم دعم نرحب يرحب رحب / نعارض يعارض عارض معارض نرفض يرفض رفض ندين
   أدان. يدين إدان
ar outcome فاز. فازت. فوز انتصر انتصار / خسر خسار هزم هزيم
ar trade اشتر يشتر شراء / باع. باعت. يبيع بيع
ar door فتح افتتح / أغلق إغلاق يغلق
ar time قبل. / بعد. بعدما.
zh level 上升 上涨 上漲 增长 增長 增加 提高 升高 / 下降 下跌 减少 減少 降低 下滑 跌至
zh side 支持 拥护 擁護 欢迎 歡迎 赞成 贊成 / 反对 反對 谴责 譴責 抵制
zh consent 接受 同意 / 拒绝 拒絕
zh outcome 获胜 獲勝 胜利 勝利 赢得 / 失败 失敗 输掉 战败
zh trade 购买 購買 买下 / 出售 卖出 卖掉
zh door 开放 打开 / 关闭 關閉
zh leave 允许 允許 准许 / 禁止
zh guilt 有罪 / 无罪 清白
zh time 之前 以前 / 之后 以后
ja level 上昇 増加 値上がり / 下落 減少 低下 値下がり
ja side 支持 賛成 歓迎 / 反対 非難
ja outcome 勝利 勝った / 敗北 敗れ 負けた
tr level arttı. artış yüksel büyüd / düştü. düşüş azal geril
tr side destekl / karşı. kınıyor kınad reddet
"""


@lru_cache(maxsize=5_000)
def sides(text: str, language: str) -> Mapping[str, Mapping[bool, str]]:
    """Return by matter which sides a text takes, True for the first, each with a word that tells it.

    >>> sides("Prices fell", "en")
    {'level': {False: 'fell'}}
    """
    found: dict[str, dict[bool, str]] = defaultdict(dict)
    main = language.split("-", maxsplit=1)[0]
    if row(language).spaced:
        for word in words(text):
            for matter, side in _of_word(folded(word), main):
                found[matter].setdefault(side, word)
        return dict(found)
    for matter, cells in _cells(main).items():
        for side, forms in cells.items():
            if there := next((form for form in forms if form in text), None):
                found[matter][side] = there
    return dict(found)


def opposed(first: str, second: str, languages: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words with which each text takes the other side of a matter, and that side alone.

    >>> opposed("Wages rose in May", "Los salarios bajaron en mayo", ("en", "es"))
    (('rose', 'bajaron'),)
    """
    own, other = sides(first, languages[0]), sides(second, languages[1])
    return tuple(
        (*taken.values(), *other[matter].values())  # type: ignore[misc]  # one of each
        for matter, taken in own.items()
        if len(taken) == 1 == len(other.get(matter, ())) and taken.keys() != other[matter].keys()
    )


@lru_cache(maxsize=50_000)
def _of_word(word: str, language: str) -> tuple[tuple[str, bool], ...]:
    """Return the matters and sides of a folded word."""
    return tuple(
        (matter, side)
        for matter, cells in _cells(language).items()
        for side, forms in cells.items()
        if any(word == form[:-1] if form.endswith(".") else word.startswith(form) for form in forms)
    )


@cache
def _cells(language: str) -> Mapping[str, Mapping[bool, tuple[str, ...]]]:
    lines = (line.split() for line in _WORDS.replace("\n ", " ").strip().splitlines())
    found = {}
    for code, matter, *cells in lines:
        if code == language:
            cut = cells.index("/")
            found[matter] = {
                True: tuple(map(folded, cells[:cut])),
                False: tuple(map(folded, cells[cut + 1 :])),
            }
    return found
