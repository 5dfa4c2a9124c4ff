"""An outlet's wording in the memory counts only where an article of that outlet holds it."""

from __future__ import annotations

from pathlib import Path

from builders import an_article, an_outlet
from memories import a_po, a_segment, a_use, settings_in

from digest.model import Article, Origin, SegmentKind
from digest.translate import fill_memory, load_memory, proven

CALL = """
#. outlet: Newsweek
msgctxt "quote"
msgid "Fue una llamada telefónica"
msgstr "It was a phone call."
"""

SEGMENT = a_segment("Fue una llamada telefónica", SegmentKind.QUOTE)


def newsweek(text: str, language: str = "en") -> Article:
    return an_article(text, language=language, outlet=an_outlet("Newsweek"))


def test_words_that_the_outlet_printed_are_shown_as_its_own(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", CALL)
    memory = proven(load_memory(tmp_path / "translations"), [newsweek("“It was a phone  call,” Trump said.")])
    found = memory.find(SEGMENT, "en")
    assert (memory.problems, found and found.origin) == ((), Origin.OUTLET)


def test_words_that_no_article_of_the_outlet_holds_are_shown_by_nobody_and_named(tmp_path: Path) -> None:
    path = a_po(tmp_path / "translations", CALL)
    line = path.read_text(encoding="utf-8").splitlines().index('msgid "Fue una llamada telefónica"') + 1
    others = [newsweek("“It was a call,” Trump said."), newsweek("It was a phone call", language="fr")]
    memory = proven(load_memory(tmp_path / "translations"), others)
    [problem] = memory.problems
    assert memory.find(SEGMENT, "en") is None
    assert str(problem).startswith(f"translations/es-en/2025-12.po:{line}: no article of Newsweek")


def test_words_of_an_outlet_whose_article_may_be_left_out_are_shown_by_nobody_and_no_problem_yet(
    tmp_path: Path,
) -> None:
    a_po(tmp_path / "translations", CALL)
    memory = proven(load_memory(tmp_path / "translations"), [], {"Newsweek"})
    assert (memory.find(SEGMENT, "en"), memory.problems) == (None, ())
    assert proven(load_memory(tmp_path / "translations"), [], {"WTOP"}).problems


def test_such_words_are_not_overwritten_either(tmp_path: Path) -> None:
    path = a_po(tmp_path / "content/translations", CALL)
    memory = proven(load_memory(tmp_path / "content/translations"), [])
    use = a_use(SEGMENT.text, kind=SegmentKind.QUOTE)
    fill_memory([use], memory, settings=settings_in(tmp_path), engines={})
    assert 'msgstr "It was a phone call."' in path.read_text(encoding="utf-8")
