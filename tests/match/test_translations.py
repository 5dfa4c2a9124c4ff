"""Translations are compared by what they mean, in whatever language both are translated into."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from memories import Memory
from wordings import printed

from digest.match.alike.common import Rarity
from digest.match.alike.glosses import features_by_meaning, glossed
from digest.match.evidence import BY_MEMORY, by_memory
from digest.match.pairs.joins import Pair
from digest.match.pairs.rivals import Seen, beside_rivals

RUSSIAN = "Мы начнём переговоры с большими странами, как только они будут готовы говорить"
ENGLISH = "We will begin negotiations with the large countries as soon as they are ready to talk"
SAID_OTHERWISE = "We will start negotiations with the big countries as soon as they are ready to speak"
OTHERS = {
    "start": SAID_OTHERWISE.replace("start", "cancel"),
    "big": SAID_OTHERWISE.replace("big", "poor"),
    "speak": SAID_OTHERWISE.replace("speak", "march"),
}


def likeness(memory: Mapping[tuple[str, str], str], english: str = ENGLISH) -> float:
    quotes = [printed("РБК", "ru", RUSSIAN), printed("WTOP", "en", english)]
    return by_memory(quotes, [(0, 1)], Memory(memory))[0, 1].log_odds


@pytest.mark.parametrize("otherwise", OTHERS.values(), ids=OTHERS)
def test_a_word_is_like_another_of_the_same_meaning(otherwise: str) -> None:
    def covered(second: str) -> float:
        texts = glossed(ENGLISH, "en"), glossed(second, "en")
        return features_by_meaning(*texts, Rarity.of(own.text for own in texts)).covered

    assert covered(otherwise) + 0.03 < covered(SAID_OTHERWISE)


@pytest.mark.parametrize(
    ("language", "same", "else_"),
    [
        ("es", "Empezaremos las negociaciones con los países", "Terminó la huelga de los maestros"),
        ("ar", "سنبدأ المفاوضات مع الدول", "انتهى إضراب المعلمين في العاصمة"),
        ("zh", "我们将与这些国家开始谈判", "首都教师的罢工已经结束"),
    ],
)
def test_translations_into_any_language_tell(language: str, same: str, else_: str) -> None:
    alike = likeness({(RUSSIAN, language): same, (ENGLISH, language): same})

    assert alike > 4
    assert likeness({(RUSSIAN, language): else_, (ENGLISH, language): same}) < -4 < alike


def test_many_rivals_that_are_unlike_tell_more_than_none() -> None:
    def sure(rivals: int) -> float:
        seen: dict[Pair, Seen] = {(0, 1): Seen(1.0, joins=True)}
        seen |= {(0, 2 + other): Seen(-7.0, joins=True) for other in range(rivals)}
        languages = ["en", *["ru"] * (rivals + 1)]
        alone = [(at,) for at in range(rivals + 2)]
        return beside_rivals(seen, languages, alone, BY_MEMORY)[0, 1]

    assert sure(0) < sure(6) < sure(18) == sure(30)
    assert sure(0) < BY_MEMORY.sure < sure(18)
