"""Words that say how certain a statement is, so that `will` and `could` are not taken for one.

One line a language and class, in its own script; `-malı` is the end of a word. Only words that say nothing
else stand here; a language whose verbs say it by their endings alone has fewer. `may` and `might` are
possible, `must` and `should` are due, `will` is certain to come.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache


class Modality(StrEnum):
    """How certain a statement is."""

    POSSIBLE = "possible"
    DUE = "due"
    COMING = "coming"


_WORDS = """
en possible may might could perhaps maybe possibly probably
en due must should ought have_to has_to had_to
en coming will shall we'll i'll they'll he'll she'll it'll you'll won't
es possible puede pueden podría podrían podríamos quizá quizás tal_vez posiblemente probablemente
es due debe deben debemos debería deberían deberíamos
es coming va_a van_a vamos_a voy_a
fr possible peut peuvent pourrait pourraient pourrions peut-être probablement
fr due doit doivent devons devrait devraient
fr coming va vont allons vais
pt possible pode podem poderia poderiam talvez possivelmente provavelmente
pt due deve devem devemos deveria deveriam
pt coming vai vão vamos vou
it possible può possono potrebbe potrebbero forse probabilmente
it due deve devono dobbiamo dovrebbe dovrebbero
de possible könnte könnten vielleicht möglicherweise womöglich wahrscheinlich
de due muss müssen sollte sollten
de coming wird werden werde
nl possible misschien zou zouden mogelijk waarschijnlijk kunnen
nl due moet moeten
nl coming zal zullen
pl possible może mogą mógłby mogłaby mogliby być_może prawdopodobnie
pl due musi muszą musimy powinien powinna powinni
pl coming będzie będą będziemy będę
ru possible может могут мог_бы могла_бы могли_бы возможно вероятно
ru due должен должна должно должны обязан обязана обязано обязаны следует необходимо
ru coming будет будут будем буду
uk possible може можуть міг_би могла_б могли_б можливо ймовірно
uk due повинен повинна повинно повинні мусить мусимо слід необхідно
uk coming буде будуть будемо буду
bg possible може могат вероятно евентуално
bg due трябва длъжен длъжни
bg coming ще
tr possible belki olabilir muhtemelen -abilir -ebilir -abiliriz -ebiliriz -abilirler -ebilirler
tr due gerek gerekir zorunda lazım -malı -meli -malıyız -meliyiz -malıdır -melidir -malılar -meliler
ar possible قد ربما يمكن يحتمل
ar due يجب ينبغي لابد
ar coming سوف
fa possible شاید ممکن احتمالا
fa due باید
fa coming خواهد خواهیم خواهند خواهم
he possible אולי עשוי עשויה עשויים ייתכן יתכן
he due חייב חייבת חייבים צריך צריכים
zh possible 可能 也许 或许
zh due 必须 应该 应当
zh coming 将会 将要
ja possible かもしれ 可能性がある おそらく たぶん
ja due なければならな なければなりま べきだ べきで 必要がある
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
    lines = (line.split() for line in _WORDS.strip().splitlines())
    return {
        Modality(name): tuple(word.replace("_", " ") for word in words)
        for code, name, *words in lines
        if code == main
    }
