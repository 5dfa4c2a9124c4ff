"""The same article again, the same text elsewhere, and what became of its quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsrooms import PAGE, a_file, a_newsroom, add, as_told_when_written, content_of
from sites import tree

from digest.add import Outcome, State
from digest.group.minhash import likeness, sketch

SAID = (
    "«Construiremos el puerto juntos este año y no dejaremos a nadie atrás», dijo la alcaldesa Elena Campos."
)
LATER = 'content="2026-03-05T09:30:00-03:00"><meta property="article:modified_time" content="2026-03-06T10:00:00-03:00"'


def add_page(folder: Path, page: str = PAGE) -> Outcome:
    [outcome] = add(folder, a_file(folder, "page.html", page))
    return outcome


@pytest.mark.parametrize(
    "address",
    [
        "http://www.faro.example/2026/el-puerto-crece/",
        "https://faro.example/2026/el-puerto-crece?utm_source=rss&fbclid=1",
        "https://faro.example/2026/el-puerto-crece#comments",
        "https://FARO.example:443/2026/%65l-puerto-crece",
    ],
)
def test_one_address_in_other_words_is_one_article(tmp_path: Path, address: str) -> None:
    a_newsroom(tmp_path)
    add_page(tmp_path)
    before = tree(tmp_path / "content")
    again = add_page(tmp_path, PAGE.replace("https://faro.example/2026/el-puerto-crece", address))
    assert again.state is State.KNOWN
    assert tree(tmp_path / "content") == before


def test_a_changed_text_replaces_the_former_and_what_editors_wrote_beside_it_stays(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    path = content / str(add_page(tmp_path).path)
    path.write_text(
        path.read_text("utf-8").replace("authors:", "topics: [port]\nstory: harbour\nauthors:"), "utf-8"
    )
    new = add_page(
        tmp_path, PAGE.replace("este año", "en 2028").replace(f"<p>{SAID.replace('este año', 'en 2028')}</p>", f"<p>{SAID.replace('este año', 'en 2028')}</p><p>«Sí», dijo el ministro Luis Gómez.</p>").replace("<title>El puerto crece", "<title>El puerto crece más").replace("<h1>El puerto crece", "<h1>El puerto crece más")
    )  # fmt: skip
    assert new.state is State.UPDATED
    assert new.doubts == (
        "its headline was “El puerto crece”",
        "the quotation “Construiremos el puerto juntos este año y no dejaremos a nadie atrás” is now “Construiremos el puerto juntos en 2028 y no dejaremos a nadie atrás”",
    )
    text = path.read_text("utf-8")
    assert "topics: [port]\nstory: harbour\nauthors:\n  - Ana Ruiz\n" in text
    assert "title: El puerto crece más\n" in text
    assert "en 2028" in text


def test_a_quotation_that_is_gone_is_told(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    add_page(tmp_path)
    new = add_page(
        tmp_path,
        PAGE.replace(
            f"<p>{SAID}</p>", "<p>La alcaldesa habló del puerto con los vecinos durante una hora.</p>"
        ),
    )
    assert new.doubts == (
        "the quotation “Construiremos el puerto juntos este año y no dejaremos a nadie atrás” is gone",
    )


def test_what_an_editor_changed_is_never_replaced(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    path = content / str(add_page(tmp_path).path)
    path.write_text(path.read_text("utf-8").replace("Las obras", "Los trabajos"), "utf-8")
    before = path.read_bytes()
    again = add_page(tmp_path, PAGE.replace("este año", "en 2028"))
    assert (again.state, path.read_bytes()) == (State.KNOWN, before)
    assert "an editor wrote or changed; it stays" in again.message
    assert any("is now" in doubt for doubt in again.doubts)
    assert again.differs  # so that it is told without --verbose


def test_what_was_written_by_hand_is_never_replaced(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    mine = "---\ntitle: Mío\noutlet: faro\nlanguage: es\nurl: https://faro.example/2026/el-puerto-crece\nwritten_by: desk\n---\nNuestro resumen.\n"
    path = a_file(content, "articles/mine.md", mine)
    again = add_page(tmp_path)
    assert (again.state, again.differs) == (State.KNOWN, False)
    assert path.read_text("utf-8") == mine


def test_the_same_text_of_an_outlet_at_another_address_is_one_article(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    first = add_page(tmp_path)
    other = add_page(
        tmp_path, PAGE.replace('el-puerto-crece"', 'puerto-2"').replace("Las obras", "Los trabajos")
    )
    assert (other.state, other.path) == (State.KNOWN, first.path)
    assert len(content_of(tmp_path).articles) == 1


def test_texts_that_differ_by_numbers_alone_are_two_articles(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    rates = PAGE.replace("tres años", "36 meses")
    add_page(tmp_path, rates)
    other = add_page(tmp_path, rates.replace("36 meses", "48 meses").replace('el-puerto-crece"', 'puerto-2"'))
    assert other.state is State.ADDED
    assert "its text is nearly that of articles/2026/03/el-puerto-crece.md" in other.doubts


def test_another_outlets_copy_is_an_article_of_its_own_and_named_as_a_copy(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    add_page(tmp_path)
    copy = (
        PAGE.replace("faro.example", "boya.example")
        .replace("El puerto crece", "Crece el muelle")
        .replace("este jueves", "hoy")
    )
    outcome = add_page(tmp_path, copy)
    assert outcome.state is State.ADDED
    assert "its text was also printed by faro: articles/2026/03/el-puerto-crece.md" in outcome.doubts


def test_a_dry_run_knows_what_it_would_have_added_before(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    one = a_file(tmp_path, "one.html", PAGE)
    two = a_file(tmp_path, "two.html", PAGE.replace("faro.example", "boya.example"))
    dry = add(tmp_path, one, two, one, dry_run=True)
    assert [*map(as_told_when_written, dry)] == add(tmp_path, one, two, one)
    assert [outcome.state for outcome in dry] == [State.ADDED, State.ADDED, State.KNOWN]


WORDS = [f"palabra{number}" for number in range(300)]


def test_likeness_is_the_share_of_what_two_texts_have_in_common() -> None:
    text = " ".join(WORDS)
    assert likeness(sketch(text), sketch(text.upper())) == 1.0
    edited = [("otra" if number % 60 == 30 else word) for number, word in enumerate(WORDS)]
    # 5 words of 300: 20 of 297 shingles are gone and 20 are new, 277 of 317 remain.
    assert likeness(sketch(text), sketch(" ".join(edited))) == pytest.approx(277 / 317, abs=0.08)
    assert likeness(sketch(text), sketch(" ".join(reversed(WORDS)))) < 0.05
    assert likeness(sketch("市议会周四批准了新港口计划。"), sketch("市议会周四批准了新港口计划！")) == 1.0
    assert likeness(sketch(""), sketch("")) == 0.0
