"""Years that are closed: their pages are kept, sealed and the same; what comes later changes none of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import a_moment, an_article, an_outlet
from digests import MADURO, NEWSWEEK, RBC, TOPIC, WTOP, a_digest, settings

from digest.cache import no_cache
from digest.model import OutputFile, Page, Related, Site, Story, WrittenBy
from digest.publish import ArchiveError, close_years, publish
from digest.publish.closed import made_by

BEFORE = date(2026, 1, 1)
LATER = an_article(
    "The ferry sails.",
    slug="ferry",
    outlet=an_outlet("Blick", language="de"),
    language="de",
    published=a_moment("2026-02-03"),
    written_by=WrittenBy.DESK,
)
OLD = Story(articles=(WTOP, NEWSWEEK), topics=(TOPIC.id,))


def a_site(folder: Path, *more: Story, **fields: Any) -> Site:
    own = settings(archive_before=BEFORE, archive_dir=folder / "archive", languages=("en", "es"))
    stories = (OLD, Story(articles=(RBC,)), *more)
    return a_digest(**{"settings": own, "stories": stories, **fields})


def made(site: Site) -> list[Page | OutputFile]:
    return list(publish(site, no_cache()))


def kept(folder: Path) -> dict[str, str]:
    """Return the lines of kept pages by path."""
    found = (file.read_text("utf-8") for file in sorted(folder.glob("archive/*/*.pages")))
    return {line.partition("\t")[0]: line for text in found for line in text.splitlines()}


def test_pages_of_stories_that_ended_and_of_their_days_and_months_are_kept(tmp_path: Path) -> None:
    number = close_years(a_site(tmp_path, Story(articles=(LATER,))), no_cache())
    paths = kept(tmp_path)
    assert len(paths) == number
    assert {path for path in paths if path.startswith("en/")} == {
        "en/story/wtop/llamada/",
        "en/article/wtop/llamada/",
        "en/article/newsweek/call/",
        "en/archive/2025-12/",
        "en/archive/2025-12-03/",
        "en/archive/2025-12-04/",
    }
    assert sorted(json.loads((tmp_path / "archive.json").read_text())) == [
        "2025-12/en.pages",
        "2025-12/es.pages",
    ]


def test_with_the_folder_and_without_it_the_same_bytes_come_out(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    alone = made(site)
    close_years(site, no_cache())
    assert made(site) == alone
    (tmp_path / "archive").rename(tmp_path / "elsewhere")
    assert made(site) == alone


def test_a_kept_page_is_taken_and_not_made(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    close_years(site, no_cache())
    # Only what is kept says this: as it is sealed, it is taken.
    file = tmp_path / "archive/2025-12/en.pages"
    changed = file.read_text("utf-8").replace("What was said", "What was told")
    file.write_text(changed, "utf-8")
    reseal(tmp_path)
    pages = {one.path: one for one in made(site) if isinstance(one, Page)}
    assert "What was told" in pages["en/story/wtop/llamada/"].body
    assert "What was said" not in pages["en/story/wtop/llamada/"].body


def reseal(folder: Path) -> None:
    from hashlib import sha256

    files = {f"2025-12/{code}.pages": folder / f"archive/2025-12/{code}.pages" for code in ("en", "es")}
    sums = {name: sha256(file.read_bytes()).hexdigest() for name, file in files.items()}
    (folder / "archive.json").write_text(json.dumps(sums), "utf-8")


def test_kept_words_that_no_article_has_end_the_build_even_when_they_are_sealed(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    close_years(site, no_cache())
    file = tmp_path / "archive/2025-12/en.pages"
    file.write_text(file.read_text("utf-8").replace("a tone of respect", "a tone of disdain"), "utf-8")
    reseal(tmp_path)
    with pytest.raises(Exception, match="disdain"):
        made(site)


def test_what_comes_later_changes_no_kept_page(tmp_path: Path) -> None:
    close_years(a_site(tmp_path), no_cache())
    before = kept(tmp_path)
    old = replace(OLD, related=(Related(article=LATER.id, score=0.9),))
    later = a_site(tmp_path, Story(articles=(LATER,)))
    later = replace(later, stories=(old, *later.stories[1:]))
    assert close_years(later, no_cache()) == len(before)
    after = kept(tmp_path)
    # Only the newest of these days and months leads to what came later.
    assert {path for path in before if after[path] != before[path]} == {
        f"{code}/archive/{name}/" for code in ("en", "es") for name in ("2025-12", "2025-12-04")
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda file: file.write_bytes(file.read_bytes() + b"x\n"),
            "^archive/2025-12/en.pages: this is not as it was sealed in archive.json",
        ),
        (lambda file: (file.parents[2] / "archive.json").unlink(), "was never sealed in archive.json"),
        (lambda file: (file.parents[2] / "archive.json").write_text("["), "^archive.json: cannot be read"),
        (lambda file: (file.parents[2] / "archive.json").write_text("[1]"), "write a hash for each file"),
    ],
)
def test_what_is_not_as_it_was_sealed_ends_the_build(tmp_path: Path, change: Any, said: str) -> None:
    site = a_site(tmp_path)
    close_years(site, no_cache())
    change(tmp_path / "archive/2025-12/en.pages")
    with pytest.raises(ArchiveError, match=said):
        made(site)


@pytest.mark.parametrize(
    "change",
    [
        {"people": (replace(MADURO, role="President", role_language="en"),)},
        {"translations": {}},
        {"stories": (Story(articles=(replace(WTOP, title="Otro título"), NEWSWEEK)), Story(articles=(RBC,)))},
    ],
)
def test_a_change_of_closed_content_makes_its_pages_again(tmp_path: Path, change: dict[str, Any]) -> None:
    close_years(a_site(tmp_path), no_cache())
    changed = a_site(tmp_path, **change)
    assert made(changed) == made(
        replace(changed, settings=replace(changed.settings, archive_dir=Path("nowhere")))
    )


def test_days_that_count_for_the_front_page_change_no_kept_page(tmp_path: Path) -> None:
    close_years(a_site(tmp_path), no_cache())
    before = kept(tmp_path)
    site = a_site(tmp_path)
    close_years(
        replace(site, settings=replace(site.settings, as_of=date(2026, 5, 5), front_days=3)), no_cache()
    )
    assert kept(tmp_path) == before


def test_what_makes_pages_has_one_name_on_every_machine() -> None:
    assert made_by() == made_by()
    assert len(made_by()) == 16
