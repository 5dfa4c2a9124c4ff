"""One word written in two ways: what outlets of a language spell otherwise, and words that say just the same.

One line a language, in its own script. Before `|` stand spellings, `one=other` inside a word; after it words
of which each may stand for the others, joined by `/`. What is left to style alone is here, no synonym that
says a little more or less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.languages.latin import folded

_WORDS = """
en our=or ise=ize isa=iza isi=izi yse=yze tre=ter ae=e oe=e | until/till toward/towards among/amongst
   while/whilst amid/amidst okay/ok yes/yeah/yep no/nope mum/mom learned/learnt upon/on anybody/anyone
   everybody/everyone somebody/someone nobody/noone percent/percentage gonna/goingto wanna/wantto
   gotta/gotto given/facedwith/inviewof/inlightof must/haveto/hasto/willhaveto cause/because kids/children
   won't/willnot don't/donot doesn't/doesnot didn't/didnot isn't/isnot aren't/arenot wasn't/wasnot
   weren't/werenot can't/cannot couldn't/couldnot wouldn't/wouldnot shouldn't/shouldnot hasn't/hasnot
   haven't/havenot hadn't/hadnot i'm/iam you're/youare we're/weare they're/theyare i've/ihave you've/youhave
   we've/wehave they've/theyhave i'll/iwill you'll/youwill we'll/wewill they'll/theywill it's/itis
   impossible/notpossible unable/notable illegal/notlegal unclear/notclear unlikely/notlikely unaware/notaware
   uncertain/notcertain unwilling/notwilling unsafe/notsafe unfair/notfair untrue/nottrue incorrect/notcorrect
   unnecessary/notnecessary failedto/didnot failsto/doesnot failto/donot twelve/adozen twentyfour/twodozen
   thirtysix/threedozen six/halfadozen
   that's/thatis there's/thereis what's/whatis let's/letus
   said/says/stated/states/declared/remarked/noted/told
es | aún/todavía aquí/acá allí/allá solo/solamente sino/sinoque nada/naa para/pa
   dijo/dice/aseguró/asegura/afirmó/afirma/declaró/declara/señaló/señala/indicó/indica/manifestó/manifiesta/sostuvo/sostiene/apuntó/explicó/explica/expresó
fr oeu=eu | jour/journée an/année soir/soirée matin/matinée on/nous cela/ça cest/cetait
   impossible/paspossible estimpossible/n'estpaspossible estimpossible/estpaspossible douze/unedouzainede
   dit/adit/déclaré/adéclaré/affirmé/aaffirmé/affirme/déclare/indiqué/aindiqué/indique/assuré/aassuré/assure/expliqué/aexpliqué/explique
pt act=at ect=et ict=it oct=ot pt=t pc=c cc=c | agente/nós vai/vamos/vou/vão tem/temos/tenho/têm foi/fomos/fui
   é/somos/sou cá/aqui pra/para tá/está prá/paraa
   disse/diz/afirmou/afirma/declarou/declara/garantiu/garante/informou/informa/explicou/explica/assegurou
it | alcuno/nessuno alcuna/nessuna alcun/nessun ora/adesso
   detto/hadetto/dice/affermato/haaffermato/afferma/dichiarato/hadichiarato/dichiara/spiegato/haspiegato/spiega/riferito/hariferito
de | nichts/nix ist/is nicht/net wir/mer gerne/gern
   unmöglich/nichtmöglich unklar/nichtklar illegal/nichtlegal unzulässig/nichtzulässig zwölf/eindutzend
   sagte/sagt/erklärte/erklärt/betonte/betont/meinte/meint/teilte/äußerte
nl | we/wij je/jij/u ze/zij me/mij mijn/mn zijn/zn niets/niks een/n
   onmogelijk/nietmogelijk onduidelijk/nietduidelijk twaalf/eendozijn
   zei/zegt/verklaarde/verklaart/stelde/stelt
pl | gdyż/bo zeby/żeby
   powiedział/powiedziała/oświadczył/oświadczyła/stwierdził/stwierdziła/mówi
ru | чтобы/чтоб сейчас/щас или/иль нужно/надо сегодня/сёдня
   сказал/сказала/заявил/заявила/сообщил/сообщила/отметил/отметила/говорит/рассказал/рассказала
uk | щоб/щоби або/чи треба/потрібно
   сказав/сказала/заявив/заявила/повідомив/повідомила/зазначив/зазначила
ar يو=و ى=ي ة=ه |
   قال/قالت/صرح/صرحت/أعلن/أعلنت/أكد/أكدت/أوضح/أوضحت/ذكر/ذكرت
fa ي=ی ك=ک | می‌خواهم/میخوام
tr | değil/diil şimdi/şu
   dedi/söyledi/belirtti/açıkladı/ifadeetti/kaydetti/dilegetirdi
"""
_MANY = re.compile(r"\n ")


def spelling(word: str, language: str) -> str:
    """Return a folded word as one of the spellings of its language has it.

    >>> spelling("organise", "en") == spelling("organize", "en"), spelling("facto", "pt")
    (True, 'fato')
    """
    pattern, other = _spellings(language.split("-", maxsplit=1)[0])
    return pattern.sub(lambda found: other[found.group()], word) if pattern else word


def same(word: str, other: str, language: str) -> bool:
    """Tell whether two folded words, or words without the space between, say just the same.

    >>> same("jour", "journee", "fr"), same("jour", "nuit", "fr")
    (True, False)
    """
    groups = _groups(language.split("-", maxsplit=1)[0])
    return bool(groups.get(word, frozenset()) & groups.get(other, frozenset()))


@cache
def _lines() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for line in _MANY.sub(" ", _WORDS).strip().splitlines():
        code, *cells = line.split()
        cut = cells.index("|")
        found[code] = tuple(cells[:cut]), tuple(cells[cut + 1 :])
    return found


@cache
def _spellings(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    cells, _ = _lines().get(language, ((), ()))
    pairs = dict(cell.split("=") for cell in cells)
    return (re.compile("|".join(map(re.escape, pairs))) if pairs else None), pairs


@cache
def _groups(language: str) -> Mapping[str, frozenset[int]]:
    _, groups = _lines().get(language, ((), ()))
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for word in map(folded, group.split("/")):
            found[word] = found.get(word, frozenset()) | {number}
    return found
