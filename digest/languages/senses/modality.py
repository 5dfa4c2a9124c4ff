"""Words that say how certain a statement is, so that `will` and `could` are not taken for one.

One line a language and class, in its own script; `-malı` is the end of a word. Only words that say nothing
else stand here; a language whose verbs say it by their endings alone has fewer. `may` and `might` are
possible, `must` and `should` are due, `will` is to come, `surely` certain.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from digest.languages.latin import folded


class Modality(StrEnum):
    """How certain a statement is."""

    POSSIBLE = "possible"
    DUE = "due"
    COMING = "coming"
    CERTAIN = "certain"
    HEDGED = "hedged"
    """Possible and no more, where words of `possible` may say what one is able or allowed to do."""
    AHEAD = "ahead"
    """What is to come, told by tenses as well."""


_WORDS = """
en hedged may might perhaps maybe possibly considering
es hedged podría podrían podríamos quizá quizás tal_vez puede_que posiblemente
fr hedged pourrait pourraient pourrions peut-être éventuellement
pt hedged poderia poderiam talvez possivelmente pode_vir podem_vir
it hedged potrebbe potrebbero forse
de hedged könnte könnten vielleicht möglicherweise womöglich denkbar
nl hedged misschien mogelijk
pl hedged mógłby mogłaby mogliby być_może
ru hedged возможно мог_бы могла_бы могли_бы не_исключено
uk hedged можливо міг_би могла_б могли_б
tr hedged belki -abilir -ebilir -abileceğ- -ebileceğ- -abilirler -ebilirler
ar hedged ربما قد_ي- قد_ت- قد_ن-
fa hedged شاید
he hedged אולי ייתכן
zh hedged 可能 也许 或许 或将 或会 有望
ja hedged かもしれ 可能性がある
hi hedged शायद संभवतः सकता_है सकती_है सकते_हैं
hi possible शायद संभवतः सकता सकती सकते
en ahead will shall we'll i'll they'll he'll she'll it'll
es ahead -rá -rán -remos va_a van_a
fr ahead -ront -rons -era -ira -dra
pt ahead -rá -rão -remos vai vão
it ahead -rà -ranno -remo
de ahead wird werden
nl ahead zal zullen
pl ahead będzie będą
ru ahead будет будут
uk ahead буде будуть -тиме -тимуть
tr ahead -acak -ecek -acağı- -eceği- -acaklar -ecekler
ar ahead سي- ست- سن- سوف
fa ahead خواهد خواهند
zh ahead 将 會 会
hi ahead -गा -गी -गे -एंगे
en certain certainly definitely surely inevitably undoubtedly guaranteed
en possible may might could perhaps maybe possibly probably not_rule_out not_ruled_out not_ruling_out
   not_excluded cannot_be_ruled_out cannot_be_excluded can
en due must should ought have_to has_to had_to obliged required compulsory
en coming will shall we'll i'll they'll he'll she'll it'll you'll won't
es certain seguro seguramente sin_duda inevitablemente con_toda_seguridad
es possible puede pueden podría podrían podríamos quizá quizás tal_vez posiblemente probablemente
   no_descarta no_descartó no_descartan no_excluye podrá podrán puedo podemos
es due debe deben debemos debería deberían deberíamos deberá deberán tendrá_que tendrán_que tiene_que
   tienen_que obligad
es coming va_a van_a vamos_a voy_a
fr certain certainement sûrement inévitablement sans_aucun_doute garanti
fr possible peut peuvent pourrait pourraient pourrions peut-être probablement exclut_pas exclu_pas pas_exclu
   pas_à_exclure pourra pourront peux
fr due doit doivent devons devrait devraient devra devront faut faudra obligés obligé obligée obligées
fr coming va vont allons vais
pt certain certamente seguramente sem_dúvida com_certeza inevitavelmente
pt possible pode podem poderia poderiam talvez possivelmente provavelmente não_descarta não_descartou
   não_exclui não_excluiu poderá poderão posso podemos
pt due deve devem devemos deveria deveriam deverá deverão terá_de terão_de terá_que terão_que tem_de têm_de
pt coming vai vão vamos vou
it certain certamente sicuramente senza_dubbio inevitabilmente di_sicuro
it possible può possono potrebbe potrebbero forse probabilmente non_esclude non_ha_escluso non_si_esclude
   non_è_escluso potrà potranno posso possiamo
it due deve devono dobbiamo dovrebbe dovrebbero dovrà dovranno deve obbligati obbligatorio
de certain sicher sicherlich bestimmt zweifellos garantiert unweigerlich definitiv
de possible könnte könnten vielleicht möglicherweise womöglich wahrscheinlich nicht_ausgeschlossen
   nicht_auszuschließen nicht_aus möglich kann können darf dürfen dürfte dürften
de due muss müssen sollte sollten muss müssten musste mussten verpflichtet
de coming wird werden werde
nl certain zeker ongetwijfeld gegarandeerd
nl possible misschien zou zouden mogelijk waarschijnlijk kunnen kan mag mogen
nl due moet moeten moest moesten verplicht
nl coming zal zullen
pl certain pewno pewnością niewątpliwie
pl possible może mogą mógłby mogłaby mogliby być_może prawdopodobnie nie_wyklucza nie_wykluczył
   nie_wykluczyła można
pl due musi muszą musimy powinien powinna powinni trzeba należy
pl coming będzie będą będziemy będę
ru certain точно обязательно несомненно неизбежно наверняка
ru possible может могут мог_бы могла_бы могли_бы возможно вероятно не_исключил не_исключила не_исключили
   не_исключает не_исключают не_исключено можно могу можем смогут сможет
ru due должен должна должно должны обязан обязана обязано обязаны следует необходимо нужно надо придется
   придётся
ru coming будет будут будем буду
uk certain точно обов’язково неминуче безумовно
uk possible може можуть міг_би могла_б могли_б можливо ймовірно не_виключив не_виключила не_виключає
   не_виключено можна зможуть зможе
uk due повинен повинна повинно повинні мусить мусимо слід необхідно треба потрібно доведеться
uk coming буде будуть будемо буду
bg possible може могат вероятно евентуално
bg due трябва длъжен длъжни
bg coming ще
tr certain kesin kesinlikle mutlaka şüphesiz
tr possible belki olabilir muhtemelen -abilir -ebilir -abiliriz -ebiliriz -abilirler -ebilirler mümkün
tr due gerek gerekir zorunda lazım -malı -meli -malıyız -meliyiz -malıdır -melidir -malılar -meliler
   zorundadır mecbur
ar certain حتما بالتأكيد بلا_شك لا_محالة
ar possible قد ربما يمكن يحتمل بإمكان يستطيع بوسع
ar due يجب ينبغي لابد سيتعين يتعين يلزم
ar coming سوف
fa certain قطعا حتما
fa possible شاید ممکن احتمالا
fa due باید
fa coming خواهد خواهیم خواهند خواهم
he possible אולי עשוי עשויה עשויים ייתכן יתכן
he due חייב חייבת חייבים צריך צריכים
zh certain 必将 肯定 一定 必然
zh possible 可能 也许 或许 可以 能够
zh due 必须 应该 应当 务必 必需 需要
zh coming 将会 将要
ja certain 必ず 確実に
ja possible かもしれ 可能性がある おそらく たぶん
ja due なければならな なければなりま べきだ べきで 必要がある
ko certain 반드시 확실히
ko possible -수_있다 -지도_모른다 아마 어쩌면
ko due -야_한다 -야_합니다 반드시
"""


@cache
def modalities(language: str) -> dict[Modality, tuple[str, ...]]:
    """Return the words of each class, some of them two words, for the main language of a code.

    >>> "might" in modalities("en-GB")[Modality.POSSIBLE], modalities("xx")
    (True, {})
    """
    main = language.split("-", maxsplit=1)[0]
    lines = (line.split() for line in _WORDS.replace("\n ", " ").strip().splitlines())
    return {
        Modality(name): tuple(word.replace("_", " ") for word in words)
        for code, name, *words in lines
        if code == main
    }


def certainty(words: str, language: str) -> frozenset[Modality]:
    """Return the classes of a word or a phrase that is one of them and nothing else.

    >>> certainty("debe", "es") == certainty("tiene que", "es") != frozenset()
    True
    """
    return frozenset(
        kind for kind, forms in modalities(language).items() if folded(words) in map(folded, forms)
    )
