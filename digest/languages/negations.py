"""Words that deny, so that `will` and `will not` are not taken for one.

One line a language, in its own script: a language without a line has no words to compare. Where a verb takes
a prefix instead (Slovak, Czech) or a character stands for other things as well (Chinese) there is none.
"""

from __future__ import annotations

from functools import cache

from digest.languages.latin import latin

_WORDS = """
en not no never nor none nobody nothing neither cannot don't doesn't didn't won't wouldn't can't couldn't
en isn't aren't wasn't weren't haven't hasn't hadn't shouldn't mustn't ain't
es no nunca jamás ni nada nadie ningún ninguno ninguna tampoco
fr ne pas jamais ni rien personne aucun aucune
pt não nunca jamais nem nada ninguém nenhum nenhuma
it non mai né niente nulla nessuno nessun nessuna
de nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder
nl niet niets nooit niemand geen
pl nie nigdy nic nikt ani
ru не нет ни никогда ничего никто нельзя
uk не ні немає ніколи нічого ніхто
bg не няма нито никога нищо никой
ar لا لم لن ليس ليست لست ولا ولم ولن وليس فلا فلن
"""


@cache
def negations(language: str) -> frozenset[str]:
    """Return the words that deny, in Latin letters, for the main language of a code.

    >>> "nunca" in negations("es-VE"), negations("xx")
    (True, frozenset())
    """
    main = language.split("-", maxsplit=1)[0]
    lines = (line.split() for line in _WORDS.strip().splitlines())
    return frozenset(latin(word) for code, *words in lines if code == main for word in words)
