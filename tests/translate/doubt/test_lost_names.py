"""An index of names finds what a look at each name finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from digest.cache import Cache
from digest.translate.doubt import Name, Protected, doubt
from digest.translate.doubt.names import Names

SYLLABLES = {
    "en": "ma du ro pu tin har ris an na mer kel o ba bi den lo pez gar cia sch mi dt ou ph",
    "ru": "ма ду ро пу тин хар рис ан на мер кель о ба бай ден ло пес",
    "ar": "ما دو رو بو تين ها ري أن نا مي ر كل او با با يد ن",
    "zh": "马 杜 罗 普 京 哈 里 斯 安 娜 默 克 尔 奥 巴 拜 登 说 和 的 是",
}
ENDINGS = {
    "en": ("", "s", "ns", "ová", "é"),
    "ru": ("", "а", "у", "ом", "ыми"),
    "ar": ("", "ي", "ون"),
    "zh": ("",),
}


def word(chance: Random, language: str) -> str:
    made = "".join(chance.choices(SYLLABLES[language].split(), k=chance.randint(1, 4))) + chance.choice(
        ENDINGS[language]
    )
    return made.capitalize() if chance.random() < 0.7 else made


def text(chance: Random, language: str, names: list[Name]) -> str:
    words = [word(chance, language) for _ in range(chance.randint(1, 25))]
    for name in chance.sample(names, 2):
        form = chance.choice(name.forms)
        words.insert(
            chance.randint(0, len(words)),
            form[: chance.randint(3, len(form) + 1)] + chance.choice(ENDINGS[language]),
        )
    return ("" if language == "zh" else " ").join(words)


class Everybody(dict[str, range]):
    """A table that finds every name whatever is looked up."""

    def __init__(self, count: int) -> None:
        self.count = count

    def get(self, *_key: object) -> range:  # type: ignore[override]
        return range(self.count)


@pytest.mark.parametrize("seed", range(12))
def test_an_index_of_names_finds_what_a_look_at_each_finds(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts, no secrets
    languages = list(SYLLABLES)
    names = [
        Name(
            tuple(
                f"{word(chance, one)} {word(chance, one)}"
                for one in chance.choices(languages, k=chance.randint(1, 3))
            ),
            whole=chance.random() < 0.2,
        )
        for _ in range(60)
    ]
    index = Names.of(names)
    everybody = Everybody(len(index.names))
    each = replace(index, by_spelling=everybody, by_stem=everybody, by_characters=everybody)
    said = set()
    for _ in range(150):
        pair = (chance.choice(languages), chance.choice(languages))
        source, output = text(chance, pair[0], names), text(chance, pair[1], names)
        found = index.lost(source, output, pair)
        assert found == each.lost(source, output, pair)
        said.add(found)
    assert len(said) > 20
    assert None in said


def test_only_names_that_tell_are_looked_for() -> None:
    kept = Protected((Name(("Li Wu",)), Name(("Ana Reyes",))))
    assert [name.forms for name, _ in kept.index.names] == [("Ana Reyes",)]


def test_what_no_engine_may_lose_is_the_same_for_the_same_names() -> None:
    assert Protected((Name(("Ana Reyes",)),)) == Protected((Name(("Ana Reyes",)),))
    assert hash(Protected()) == hash(Protected())
    said = doubt(
        "Reyes habló.",
        "Kings spoke.",
        source_language="es",
        target_language="en",
        kept=Protected((Name(("Ana Reyes",)),)),
    )
    assert said == "a name lost: Reyes"


def test_a_name_that_only_sounds_like_a_word_is_lost_beside_a_new_one_in_latin_letters() -> None:
    kept = Protected((Name(("Anna Haris",)),))
    pair = ("en", "fa")
    source = "Haris told the paper that she heard the wind."
    assert kept.lost(source, "حارث به روزنامه گفت که صدای باد را شنید.", pair) is None
    assert (
        kept.lost(source, "Lindqvist به روزنامه گفت که حارث صدای باد را شنید.", pair) == "a name lost: Haris"
    )


@pytest.mark.parametrize(
    ("name", "output"), [("Kovacic", "Ковачич молчал."), ("Spiegel", "كتبت دير شبيغل عنها.")]
)
def test_a_name_is_heard_as_it_is_spoken(name: str, output: str) -> None:
    kept = Protected((Name((f"Mateo {name}",)),))
    assert kept.lost(f"Then {name} left.", output, ("en", "ru" if output[0] == "К" else "ar")) is None


def test_a_name_in_chinese_is_heard_with_its_vowels() -> None:
    kept = Protected((Name(("Ann Tanaka",)), Name(("Bo Kavanaugh",))))
    assert kept.lost("Kavanaugh spoke.", "卡瓦诺发言了。", ("en", "zh")) is None
    assert kept.lost("Tanaka spoke.", "卡瓦诺发言了。", ("en", "zh")) == "a name lost: Tanaka"


def test_a_person_who_joins_the_site_changes_the_answer_of_those_texts_alone_that_name_them(
    tmp_path: Path,
) -> None:
    known = [Name(("Ana Berg",))]
    texts = {"Ana Berg and Boris Kuller met.": "Ana Berg et lui ont parlé.", "She slept.": "Elle a dormi."}
    asked: list[list[str | None]] = []
    kept: list[int] = []

    class Counting(Cache):
        def put(self, kind: str, key: bytes, value: bytes) -> None:
            kept[-1] += kind == "doubt"
            super().put(kind, key, value)

    for names in (known, known, [Name(("Zed Oma",)), *known], [*known, Name(("Boris Kuller",))]):
        kept.append(0)
        cache = Counting(tmp_path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Cache, "of_this_run", cache)
            asked.append(
                [
                    doubt(
                        *pair,
                        source_language="en",
                        target_language="fr",
                        kept=Protected(tuple(names)),
                        meaning=None,
                    )
                    for pair in texts.items()
                ]
            )
        cache.close()
    assert kept == [2, 0, 0, 1]
    assert asked == [[None, None]] * 3 + [["a name lost: Kuller", None]]
