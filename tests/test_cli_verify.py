"""`digest check` verifies quotations, and shows editors where a meaning may have changed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from sites import NEWSWEEK_MD, a_site, built, run

COUNT_MD = """
---
title: Honduras cuenta
outlet: wtop
language: es
published: 2025-12-03
---
«Debemos guardar calma y esperar que terminemos de {} todas las actas del domingo», dijo Ana Paola Hall.
"""


def two_counts() -> dict[str, str]:
    second = COUNT_MD.replace("wtop", "newsweek").format("contabilizar")
    return {"articles/count.md": COUNT_MD.format("destruir"), "articles/cuenta.md": second}


def test_check_verifies_every_quotation_that_pages_would_show(tmp_path: Path) -> None:
    result = run("digest", "check", folder=a_site(tmp_path))
    assert result.returncode == 0
    assert "2 quotations verified" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_number_that_a_person_changed_in_a_translation_is_told_and_fails_nothing(tmp_path: Path) -> None:
    article = """---
title: The ferry carried 85 passengers to the island
outlet: wtop
language: en
published: 2025-12-03
---
Nobody said anything.
"""
    memory = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: articles/ferry.md#title
msgctxt "title"
msgid "The ferry carried 85 passengers to the island"
msgstr "Le bac a transporté {} passagers vers l’île"
"""
    for number, told in (("58", True), ("85", False)):
        files = {"articles/ferry.md": article, "translations/en-fr/2025-12.po": memory.format(number)}
        result = run("digest", "check", "--strict", folder=a_site(tmp_path / number, files))
        assert result.returncode == 0
        place = "content/translations/en-fr/2025-12.po:6: notice: a number that the source does not have: 58"
        assert (place in result.stdout) == told


def test_a_finished_site_whose_words_were_changed_or_whose_source_was_is_named(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    site = built(folder)
    assert run("digest", "check", "--site", "site", folder=folder).returncode == 0
    page = next(
        path for path in site.rglob("story/*/*/index.html") if "un tono de respeto" in path.read_text()
    )
    page.write_text(page.read_text().replace("un tono de respeto", "un tono de guerra"))
    result = run("digest", "check", "--site", "site", folder=folder)
    assert result.returncode == 1
    assert f"{page.relative_to(site)}: shows “" in result.stderr
    assert "un tono de respeto" in result.stderr
    changed = NEWSWEEK_MD.replace("tone of respect", "tone of great respect")
    folder = a_site(tmp_path, {"articles/newsweek.md": changed})
    result = run("digest", "check", "--site", "site", folder=folder)
    assert "en/article/newsweek/newsweek/index.html: shows “" in result.stderr


def test_what_a_reprint_only_repeats_is_shown_as_its_origin_s(tmp_path: Path) -> None:
    report = """---
title: The harbour of Belwick is closed after the storm
outlet: {}
language: en
published: 2026-01-0{}
---
The harbour of Belwick was closed on Monday, and the ferries to the islands do not sail.
“We shall repair the harbour before the month ends,” Mayor Ann Example said on Tuesday.
"""
    again = {f"articles/{name}.md": report.format(name, day) for name, day in (("wtop", 5), ("newsweek", 6))}
    folder = a_site(tmp_path, again)
    assert run("digest", "build", folder=folder).returncode == 0
    page = (tmp_path / "site/en/story/wtop/wtop/index.html").read_text("utf-8")
    assert "also printed by" in page
    assert checked(folder)[0] == 0


def checked(folder: Path) -> tuple[int, list[str]]:
    result = run("digest", "check", "--site", "site", folder=folder)
    assert "Traceback" not in result.stderr
    return result.returncode, result.stderr.splitlines()


def test_a_site_that_shows_less_than_the_content_has_is_red(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    (folder / "site").mkdir()
    assert checked(folder) == (1, ["site: there is no page of any edition; is this the finished site?"])
    site = built(folder)
    shutil.rmtree(site / "fr")
    for path in (site / "es").rglob("*.html"):
        path.write_text(path.read_text().replace("data-article", "data-was"))
    status, lines = checked(folder)
    assert status == 1
    assert "fr/: there is no page of this edition" in lines
    assert any(line.startswith("es/story/newsweek/newsweek/index.html: shows “") for line in lines)


def test_files_of_a_site_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    site = built(folder)
    (site / "en/topics/index.html").write_bytes(b"")
    (site / "en/people/index.html").write_bytes(b"<p>caf\xe9")
    (site / "en/feed.xml").write_text((site / "en/feed.xml").read_text()[:-20])
    (site / "sitemap.xml").write_bytes(b"<urlset>")
    (site / "es/feed.xml").write_bytes(b"")
    (site / "deep.json").write_text("[" * 100_000, "utf-8")
    os.mkfifo(site / "pipe.html")
    (site / "loop.html").symlink_to("loop.html")
    status, lines = checked(folder)
    assert status == 1
    assert [line for line in lines if "cannot be read" in line] == [
        "deep.json: cannot be read: lists are nested too deeply in it",
        next(line for line in lines if line.startswith("en/feed.xml: cannot be read: ")),
        "en/people/index.html: cannot be read: it is not UTF-8 (byte 6)",
        "en/topics/index.html: cannot be read: it is empty",
        "es/feed.xml: cannot be read: it is empty",
        "loop.html: cannot be read: Too many levels of symbolic links",
        "pipe.html: cannot be read: this is no ordinary file",
        next(line for line in lines if line.startswith("sitemap.xml: cannot be read: ")),
    ]


def test_check_asks_editors_about_a_changed_meaning_and_fails_nothing(tmp_path: Path) -> None:
    folder = a_site(tmp_path, two_counts())
    result = run("digest", "check", "--strict", folder=folder)
    assert result.returncode == 0, result.stdout
    assert "notice: has a meaning changed? word (contabilizar / destruir)" in result.stdout
    [row] = map(json.loads, run("digest", "check", "--format", "json", folder=folder).stdout.splitlines())
    assert (row["severity"], row["changed"], row["told"]) == ("notice", "word", "contabilizar / destruir")
    ids = [wording["id"] for wording in row["wordings"]]

    confirmed = f"- changed: word\n  wordings: {ids}\n".replace("'", "")
    folder = a_site(tmp_path, {**two_counts(), "stories.yml": confirmed})
    assert run("digest", "check", folder=folder).stdout == ""
    story = next(built(folder).rglob("en/story/newsweek/cuenta/index.html")).read_text()
    assert "Our editors found: <bdi>" in story

    dismissed = confirmed.replace("word\n", "nothing\n")
    folder = a_site(tmp_path, {**two_counts(), "stories.yml": dismissed})
    assert run("digest", "check", folder=folder).stdout == ""

    wrong = confirmed.replace(ids[0], "0123456789ab")
    folder = a_site(tmp_path, {**two_counts(), "stories.yml": wrong})
    result = run("digest", "check", "--strict", folder=folder)
    assert result.returncode == 0
    assert "stories.yml:1: notice: there is no wording “0123456789ab”" in result.stdout


def test_an_article_whose_wording_was_judged_can_be_withdrawn(tmp_path: Path) -> None:
    folder = a_site(tmp_path, two_counts())
    [row] = map(json.loads, run("digest", "check", "--format", "json", folder=folder).stdout.splitlines())
    ids = [wording["id"] for wording in row["wordings"]]
    judged = f"- changed: word\n  wordings: {ids}\n".replace("'", "")
    name, text = next((name, text) for name, text in two_counts().items() if "destruir" in text)
    withdrawn = text.replace("---\n", "---\nretracted: {reason: Taken back, words: withheld}\n", 1)
    folder = a_site(tmp_path, {**two_counts(), name: withdrawn, "stories.yml": judged})
    pages = list(built(folder).rglob("en/**/index.html"))
    assert pages
    assert not any("destruir" in page.read_text() for page in pages)


def test_statements_are_given_as_json_lines_with_wordings_and_flags(tmp_path: Path) -> None:
    folder = a_site(tmp_path, two_counts())
    listed = run("digest", "quotes", "--utterances", "--format", "json", folder=folder).stdout
    rows = [json.loads(line) for line in listed.splitlines()]
    [flagged] = [row for row in rows if row["flags"]]
    assert flagged["utterance"] == flagged["wordings"][0]["id"]
    assert {"person", "spoken_language", "wordings", "flags"} <= flagged.keys()
    assert {"id", "state", "article", "score", "probable"} <= flagged["wordings"][0].keys()
    assert flagged["flags"] == [
        {
            "changed": "word",
            "told": "contabilizar / destruir",
            "wordings": [wording["id"] for wording in flagged["wordings"]],
            "confirmed": False,
        }
    ]


READY_MD = """
---
title: Putin in Moscow
outlet: {}
language: en
published: 2025-12-02
---
“{} to go to war with Europe, I have said it a hundred times,” Vladimir Putin said.
"""


def test_check_asks_about_two_quotes_that_one_denial_keeps_apart(tmp_path: Path) -> None:
    articles = {
        "articles/one.md": READY_MD.format("newsweek", "We are not planning"),
        "articles/two.md": READY_MD.format("wtop", "We are planning"),
    }
    folder = a_site(tmp_path, articles)
    result = run("digest", "check", folder=folder)
    assert result.returncode == 0
    assert "kept apart; one statement with another meaning? negation" in result.stdout
    [row] = map(json.loads, run("digest", "check", "--format", "json", folder=folder).stdout.splitlines())
    ids = ", ".join(wording["id"] for wording in row["wordings"])

    def listed(kind: str) -> list[dict[str, object]]:
        a_site(tmp_path, {**articles, "stories.yml": f"- changed: {kind}\n  wordings: [{ids}]\n"})
        checked = run("digest", "check", folder=folder)
        assert (checked.returncode, checked.stdout) == (0, "")
        found = run("digest", "quotes", "--utterances", "--format", "json", folder=folder).stdout
        return [row for row in map(json.loads, found.splitlines()) if row["person"] == "vladimir-putin"]

    [joined] = listed("negation")
    assert joined["flags"][0]["confirmed"]
    assert [len(row["wordings"]) for row in listed("nothing")] == [2]
    assert [len(row["wordings"]) for row in listed("statement")] == [1, 1]


def test_a_card_fills_itself_when_the_original_is_added_later(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    spoken = folder / "content/articles/wtop.md"
    later = spoken.read_bytes()
    spoken.unlink()
    page = "en/story/newsweek/newsweek/index.html"
    before = (built(folder) / page).read_text()
    assert "Published only in translation so far" in before
    assert "Puedo decir" not in before
    spoken.write_bytes(later)
    after = (built(folder) / page).read_text()
    assert "Published only in translation so far" not in after
    assert "Puedo decir que la conversación fue en un tono de respeto" in after
