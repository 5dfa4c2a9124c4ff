import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sites import tree

from digest.model import Page
from digest.publish.folder import SiteFolder
from digest.publish.search import folded, found_page, terms, write_search


def a_story(*texts: str, title: str = "A call", **fields: Any) -> str:
    told = {"title": title, "lang": "en", "note": "", "day": 20260305, "words": []}
    told |= {"people": [], "outlets": [], "topics": [], "languages": ["en"]}
    return json.dumps(
        told | {"parts": [["en", text, "Anna Berg", "Harbour Post", ""] for text in texts]} | fields
    )


def a_page(path: str, text: str, *, indexed: bool = True) -> Page:
    language = path.partition("/")[0]
    return Page(
        path=path, language=language, kind="story", title="A call", body="", indexed=indexed, search_text=text
    )


def index(folder: Path, edition: str = "en") -> dict[str, Any]:
    known: dict[str, Any] = json.loads((folder / edition / "search/index/index.json").read_text("utf-8"))
    return known


def parts(folder: Path, kind: str, edition: str = "en") -> list[Any]:
    """Return what an index's files of a kind hold, in order."""
    return [
        json.loads((folder / edition / "search/index" / name).read_text("utf-8"))
        for _, name in index(folder, edition)[kind]
    ]


def places(folder: Path, term: str, edition: str = "en") -> dict[int, list[int]]:
    """Return in which stories a term stands, and where, as `search.js` reads them."""
    numbers = next((held[term] for held in parts(folder, "terms", edition) if term in held), [])
    found: dict[int, list[int]] = {}
    story = at = 0
    while at < len(numbers):
        story, count = story + numbers[at], numbers[at + 1]
        steps, found[story] = numbers[at + 2 : at + 2 + count], []
        for step in steps:
            found[story].append((found[story] or [0])[-1] + step)
        at += 2 + count
    return found


def test_each_edition_has_an_index_of_its_own_pages(tmp_path: Path) -> None:
    pages = [
        a_page("en/story/wtop/llamada/", a_story("The call")),
        a_page("en/story/rbc/звонок/", a_story("The election commission counts.")),
        a_page("ar/story/wtop/llamada/", a_story("أهلا بالحوار")),
    ]
    write_search(pages, ("en", "ar"), SiteFolder(tmp_path))
    shown = {
        edition: [story[0] for held in parts(tmp_path, "texts", edition) for story in held]
        for edition in ("en", "ar")
    }
    assert shown == {"en": ["story/rbc/звонок/", "story/wtop/llamada/"], "ar": ["story/wtop/llamada/"]}


def test_an_index_tells_the_traditional_characters_for_its_own_texts_and_only_those(tmp_path: Path) -> None:
    pages = [
        a_page("en/story/wtop/llamada/", a_story("The call")),
        a_page("zh/story/wtop/llamada/", a_story("台北捷運", title="地铁")),
    ]
    write_search(pages, ("en", "zh"), SiteFolder(tmp_path))
    assert index(tmp_path)["han"] == ""
    assert set(zip(*[iter(index(tmp_path, "zh")["han"])] * 2, strict=True)) >= {
        ("運", "运"),
        ("鐵", "铁"),
        ("臺", "台"),
    }
    assert "漁" not in index(tmp_path, "zh")["han"]
    assert places(tmp_path, "捷运", "zh")


def test_a_term_is_known_by_story_and_place_and_no_phrase_goes_over_two_texts(tmp_path: Path) -> None:
    write_search(
        [a_page("en/story/a/", a_story("sign the plan", "harbour", title="Plan"))],
        ("en",),
        SiteFolder(tmp_path),
    )
    assert places(tmp_path, "plan")[0][0] == 0
    assert places(tmp_path, "plan")[0][1] - places(tmp_path, "sign")[0][0] == 2
    assert places(tmp_path, "harbour")[0][0] - places(tmp_path, "plan")[0][1] > 1


def test_stories_stand_by_day_the_newest_first_and_by_what_readers_choose(tmp_path: Path) -> None:
    old = a_story("x", day=20250101, people=[["anna", "Anna"]], topics=[["port", "Port"]])
    new = a_story("y", outlets=[["post", "Post"]], languages=["es", "en"])
    write_search([a_page("en/story/old/", old), a_page("en/story/new/", new)], ("en",), SiteFolder(tmp_path))
    known = index(tmp_path)
    assert known["stories"] == [[20260305, [], [0], [], [1, 0]], [20250101, [0], [], [0], [0]]]
    assert (known["people"], known["outlets"]) == ([["anna", "Anna"]], [["post", "Post"]])
    assert known["languages"] == [["en", "English"], ["es", "Spanish"]]


def test_what_is_not_to_be_indexed_and_what_holds_nothing_is_not_found(tmp_path: Path) -> None:
    pages = [a_page("en/story/a/", a_story("secret"), indexed=False), a_page("en/", "")]
    write_search(pages, ("en",), SiteFolder(tmp_path))
    assert places(tmp_path, "secret") == {}
    assert index(tmp_path)["stories"] == []


def test_a_page_of_the_owners_is_found_by_its_text_and_not_by_its_markup(tmp_path: Path) -> None:
    body = "<p>Who <b>makes</b> this &amp; why</p>"
    write_search([a_page("en/about/", found_page("About", "en", body))], ("en",), SiteFolder(tmp_path))
    [[[path, title, lang, _, [[_, text, *_]]]]] = parts(tmp_path, "texts")
    assert (path, title, lang, text) == ("about/", "About", "en", "Who makes this & why")
    assert places(tmp_path, "b") == {}


def test_a_term_of_most_stories_keeps_no_places_once_there_are_many(tmp_path: Path) -> None:
    pages = [a_page(f"en/story/{n}/", a_story(f"the word{n}")) for n in range(120)]
    write_search(pages, ("en",), SiteFolder(tmp_path))
    assert set(map(tuple, places(tmp_path, "the").values())) == {()}
    assert len(places(tmp_path, "the")) == 120
    assert all(places(tmp_path, "word7").values())


def test_files_stay_small_and_an_older_index_is_replaced(tmp_path: Path) -> None:
    pages = [
        a_page(f"en/story/{n}/", a_story(" ".join(f"w{n * k % 9973}x{k}" for k in range(200))))
        for n in range(100)
    ]
    write_search(pages, ("en",), SiteFolder(tmp_path))
    folder = tmp_path / "en/search/index"
    assert max(path.stat().st_size for path in folder.glob("[ts]-*")) < 40_000
    starts = [first for first, _ in index(tmp_path)["terms"]]
    assert len(starts) > 5
    assert starts == sorted(starts, key=lambda term: term.encode("utf-16-be"))
    write_search(pages[:1], ("en",), SiteFolder(tmp_path))
    assert len(index(tmp_path)["stories"]) == 1
    assert len(list(folder.iterdir())) == 4


def test_words_to_suggest_are_those_of_headlines_and_names_as_they_are_written(tmp_path: Path) -> None:
    pages = [a_page("en/story/a/", a_story("x", title="“Łódź” votes", people=[["m", "Nicolás Maduro"]]))]
    write_search(pages, ("en",), SiteFolder(tmp_path))
    words = json.loads((tmp_path / "en/search/index" / index(tmp_path)["words"]).read_text("utf-8"))
    assert set(words) == {"Łódź", "votes", "Nicolás", "Maduro"}


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("d’investissement", "investissement"),
        ("Oslo–Bergen", "bergen"),
        ("soon…perhaps", "perhaps"),
        ("Wałęcki", "walecki"),
        ("Bœuf", "boeuf"),
        ("Straße", "strasse"),
        ("ＮＨＫ", "nhk"),
        ("２０２６年", "2026"),
        ("٢٠٢٦", "2026"),
        ("أحمد", "احمد"),
        ("الحكومةُ", "الحكومة"),
        ("می‌شود", "میشود"),
        ("שָׁלוֹם", "שלום"),
        ("Ελλάδος", "ελλαδος"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_that_readers_take_for_one_are_one_term(written: str, typed: str) -> None:
    assert folded(typed) in {term for term, _ in terms(written)}


@pytest.mark.parametrize("written", ["हिन्दी", "ภาษาไทย", "தமிழ்"])
def test_vowels_that_are_marks_part_no_word_and_are_not_dropped(written: str) -> None:
    assert folded(written) == written
    assert "".join(term[0] for term, _ in terms(written)).startswith(written[0])
    assert len(list(terms(written))) in {1, len(written)}


def test_arabic_and_hebrew_words_are_also_known_without_what_is_joined_to_them() -> None:
    assert list(terms("والحكومة")) == [("والحكومه", ("حكومه",))]
    assert "ממשלה" in dict(terms("שהממשלה"))["שהממשלה"]
    assert list(terms("فهد")) == [("فهد", ())]
    assert "لن" in dict(terms("ولن"))["ولن"]
    assert "תל" in dict(terms("ובתל"))["ובתל"]


WRITE = """
import json, sys
from pathlib import Path
from digest.model import Page
from digest.publish.folder import SiteFolder
from digest.publish.search import write_search

words = {n: " ".join(f"word{n * k % 997} respeto{k % (n + 2)}" for k in range(40)) for n in range(60)}
told = {"lang": "en", "note": "", "day": 0, "words": [], "people": [["a", "A"], ["b", "B"]], "outlets": [], "topics": []}
pages = [
    Page(path=f"{code}/story/wtop/{n}/", language=code, kind="story", title=str(n), body="", search_text=json.dumps(
        told | {"title": str(n), "languages": [code], "parts": [[code, text, "", "", ""]]}))
    for code in ("en", "ar")
    for n, text in words.items()
]
order = int(sys.argv[2])
write_search(pages[::order], ("en", "ar")[::order], SiteFolder(Path(sys.argv[1])))
"""


def test_the_index_is_the_same_in_any_folder_and_order(tmp_path: Path) -> None:
    sites = []
    for name, seed, order in (("a", "1", "1"), ("b/deeper in", "2", "-1")):
        site = tmp_path / name
        site.mkdir(parents=True)
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{order}", "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", WRITE, str(site), order], env=env, check=True)
        sites.append(tree(site))
    assert sites[0]
    assert sites[0] == sites[1]
