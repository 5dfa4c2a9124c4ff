"""Words that may stand for each other without another meaning: articles, `this` and `that`, `well` and `so`.

One line a language, in its own script. Words that a statement turns on are not here, however short they are:
`before`, `all`, `more`, `against`, `he`.
"""

from __future__ import annotations

from functools import cache

from digest.languages.latin import folded

_WORDS = """
en the a an this that these those which who whom and so then well now also just really very quite because
   as since of to in on at it its is are was were am be been being do does did has have had i'm we're it's
   that's there here yes oh okay but however still already too simply actually today please for with by
   about
es desde el la los las un una unos unas lo este esta estos estas ese esa esos esas aquel aquella que quien
   cual y e pues entonces bueno ya ahora también muy de a en por para al del está son están fue era ser
   estar se le les porque como pero aquí ahí con hay ha han
fr le la les l un une des du de d ce cet cette ces cela ça c que qui et donc alors bien eh aussi très car
   parce comme à au aux en est sont était été être on nous il y se s mais là ici dans pour avec par a ont
de der die das den dem des ein eine einen einem einer dieser diese dieses diesen diesem jener jene jenes
   und so nun also auch sehr weil da denn dass daß zu in im am an auf ist sind war waren es schon ja doch
   hier dort für mit von aber eben mal jetzt ab hat haben
pt o a os as um uma uns umas este esta estes estas esse essa esses essas isso isto aquele aquela que quem
   e pois então bom já agora também muito de do da dos das em no na nos nas por para ao à é está são estão
   foi era ser estar se lhe porque como mas aqui com há tem têm
it il lo la i gli le l un uno una questo questa questi queste quello quella quelli quelle quel che chi e
   ed dunque allora beh ora anche molto di a da in su al del della dei nel è sono era essere stato si ci
   perché come ma qui con ha hanno per ormai già
nl de het een dit dat deze die en dus nou ook heel want omdat te in op aan is zijn was er hier daar voor
   met van maar al wel
pl ten ta to te ci tego tej tym tych który która które i a więc no już też bardzo bo ponieważ że w we na
   do z ze o jest są był była było się tu tam dla przez ale
sk ten tá to tí tie ktorý ktorá ktoré a tak no už aj veľmi lebo pretože že v vo na do z zo je sú bol bola
   bolo sa tu tam pre ale
ru этот эта это эти тот та то те который которая которое которые и а ну так вот уже тоже также очень
   потому что как ведь же бы в во на к ко с со о об у есть был была было были тут там для но
uk цей ця це ці той та те ті який яка яке які і й а ну отже так вже теж також дуже тому що бо як же б у в
   на з із зі про є був була було були тут там для але
bg този тази това тези онзи онази онова онези който която което които и а е ами така вече също много
   защото че в във на с със за са беше бяха тук там но
tr bu şu o bunlar şunlar ve da de ki işte artık çok çünkü için bir ile ise ama
ar هذا هذه ذلك تلك هؤلاء الذي التي الذين و ف أن إن إذن إذا لأن إذ قد لقد جدا أيضا في على من إلى هو هي هم
   كان كانت ثم حسنا لكن ب ل
fa این آن که و پس خب هم نیز خیلی چون زیرا در به از را است بود برای با اما
he זה זאת זו אלה אלו ההוא ההיא ש אשר ו אז גם מאוד כי ב ל של על את הוא היא הם היה הייתה כאן שם אבל
zh 这 那 这个 那个 此 该 的 地 得 了 着 过 就 也 又 再 将 会 因为 由于 所以 那么 是 在 于 和 与
   及 而 呢 吧 啊 把 我们 次 很 都 一
ja この その あの これ それ は が を に で と も の や へ から ので ため て た だ です ます である
   また ね よ
ko 이 그 저 은 는 가 을 를 에 에서 도 의 와 과 및 그리고 그래서 또
"""


@cache
def light(language: str) -> frozenset[str]:
    """Return such words of the main language of a code, folded.

    >>> "this" in light("en-GB"), "before" in light("en"), light("xx")
    (True, False, frozenset())
    """
    main = language.split("-", maxsplit=1)[0]
    lines = (line.split() for line in _WORDS.replace("\n ", " ").strip().splitlines())
    rows = {code: frozenset(map(folded, words)) for code, *words in lines}
    return rows.get(main, frozenset())
