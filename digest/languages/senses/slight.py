"""Words that may stand for each other without another meaning: articles, `this` and `that`, `sacked`.

`light` has what says nothing by itself, one line a language, in its own script. Words that a statement turns
on are not there, however short they are: `before`, `all`, `more`, `against`, `he`.

`say_alike` goes by `synonyms.txt`, one line a class of words that the press takes for each other: beginnings
of words, `.` ends a whole word, `_` parts the words of a phrase; characters where nothing parts words.
A class is no thesaurus: it holds what outlets put for one event, and no word that tells another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from digest.languages import row
from digest.languages.latin import LETTERS, folded
from digest.languages.senses.table import table

_WORD = re.compile(rf"(?:{LETTERS}|\d)+")
_START = 2
"""Letters by which the words of classes are looked up."""
_REACH = 3
"""Characters around a place in which a word that is there may begin or end, where nothing parts words."""

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


def say_alike(one: tuple[str, str, str], other: tuple[str, str, str], language: str) -> bool:
    """Tell whether the words of two places are of the same classes, all but light ones.

    Args:
        one: What stands before, there and behind.
        other: The same of another text.
        language: Of both.

    >>> say_alike(("will ", "sack", " 20"), ("will ", "dismiss", " 20"), "en")
    True
    >>> say_alike(("will ", "sack", " 20"), ("will ", "hire", " 20"), "en")
    False
    """
    main = language.split("-", maxsplit=1)[0]
    seen, wanted = zip(*(_seen(place, main) for place in (one, other)), strict=True)
    both = seen[0].keys() & seen[1].keys()
    return bool(both) and all(
        own <= set().union(*(found[name] for name in both)) for own, found in zip(wanted, seen, strict=True)
    )


def _seen(place: tuple[str, str, str], language: str) -> tuple[dict[int, set[int]], set[int]]:
    """Return which classes have which words of a place, and which of its words say anything."""
    before, there, behind = place
    if row(language).spaced:
        words = [folded(word) for word in _WORD.findall(there)]
        own = set(range(len(words)))
    else:
        words = [*before[-_REACH:], *there, *behind[:_REACH]]
        start = min(_REACH, len(before))
        own = set(range(start, start + len(there)))
    found: dict[int, set[int]] = defaultdict(set)
    for number, at, size in _of_classes(words, language):
        held = own & set(range(at, at + size))
        if held:
            found[number] |= held
    return found, {at for at in own if words[at].isalnum() and words[at] not in light(language)}


def _of_classes(words: Sequence[str], language: str) -> Iterator[tuple[int, int, int]]:
    """Yield the number of a class, where a word of it begins, and how many words or characters it has."""
    first = _classes(language)
    for at, word in enumerate(words):
        for number, parts in first.get(word[:_START], ()):
            there = words[at : at + len(parts)]
            if len(there) == len(parts) and all(map(_is, there, parts)):
                yield number, at, len(parts)


def _is(word: str, part: str) -> bool:
    return word == part[:-1] if part.endswith(".") else word.startswith(part)


@cache
def _classes(language: str) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the words of the classes by how they begin."""
    spaced = row(language).spaced
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, (code, *cells) in enumerate(table("synonyms")):
        for cell in cells if code == language else ():
            parts = tuple(map(folded, cell.split("_") if spaced else cell))
            found[parts[0].removesuffix(".")[:_START]].append((number, parts))
    return found
