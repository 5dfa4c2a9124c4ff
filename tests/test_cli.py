"""The command line, run as an impatient person would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, run, write

from digest.cli.output.said import goes_by
from digest.quote.credit.shown.reliability import KINDS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_site(tmp_path_factory.mktemp("site"))


def test_check_of_sound_content_says_what_there_is_and_succeeds(site: Path) -> None:
    result = run("digest", "check", folder=site)
    assert result.returncode == 0
    assert "2 articles (2 by the desk), 2 languages, 2 quotes, 1 story, 0 problems" in result.stderr
    assert result.stdout == ""


def test_check_names_every_problem_with_path_and_line_and_fails(tmp_path: Path) -> None:
    wrong = "---\ntitle: A\noutlet: nowhere\nlanguage: en\nurl: ftp://x\n---\nText.\n"
    folder = a_site(tmp_path, {"articles/one.md": wrong, "articles/two.md": "No front matter.\n"})
    result = run("digest", "check", folder=folder)
    assert result.returncode == 1
    named = {line.split(": ")[0] for line in result.stdout.splitlines()}
    assert {"content/articles/one.md:3", "content/articles/one.md:5", "content/articles/two.md:1"} <= named


def test_check_gives_problems_as_json_lines(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"articles/two.md": "No front matter.\n"})
    rows = [
        json.loads(line)
        for line in run("digest", "check", "--format", "json", folder=folder).stdout.splitlines()
    ]
    assert rows
    assert {"path", "line", "severity", "message"} <= set(rows[0])


def test_quotes_are_given_as_json_lines_whose_offsets_cut_the_text(site: Path) -> None:
    rows = [
        json.loads(line)
        for line in run("digest", "quotes", "--format", "json", folder=site).stdout.splitlines()
    ]
    by_article = {row["article"]: row for row in rows}
    newsweek = by_article["newsweek/newsweek"]
    assert newsweek["text"] == "I can say that the conversation was in a tone of respect"
    assert newsweek["end"] - newsweek["start"] == len(newsweek["text"])
    assert (newsweek["speaker"], newsweek["language"], newsweek["spoken_language"]) == (
        "Nicolás Maduro",
        "en",
        "es",
    )


def test_quotes_tell_whose_words_they_are_and_by_which_rule(site: Path) -> None:
    rows = [
        json.loads(line)
        for line in run("digest", "quotes", "--format", "json", folder=site).stdout.splitlines()
    ]
    assert {row["person"] for row in rows} == {"nicolas-maduro"}
    assert {(row["article"], row["state"]) for row in rows} == {
        ("newsweek/newsweek", "translation"),
        ("wtop/wtop", "original"),
    }
    assert all(row["rule"] and row["cue"] and 0 < row["score"] <= 1 for row in rows)


MEMORY = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n"

#. desk
#, fuzzy
msgctxt "quote"
msgid "Puedo decir que la conversación fue en un tono de respeto"
msgstr "I can say that the conversation was in a respectful tone"
"""


def test_utterances_hold_their_wordings(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": MEMORY})
    listed = run("digest", "quotes", "--utterances", "--format", "json", folder=folder)
    [said] = [json.loads(line) for line in listed.stdout.splitlines()]
    assert (said["person"], said["spoken_language"]) == ("nicolas-maduro", "es")
    assert [(w["language"], w["state"]) for w in said["wordings"]] == [
        ("es", "original"),
        ("en", "translation"),
    ]


def test_quotes_explain_the_verb_the_rule_and_who_else_was_weighed(site: Path) -> None:
    path = "content/articles/wtop.md"
    (row,) = map(
        json.loads,
        run("digest", "quotes", path, "--explain", "--format", "json", folder=site).stdout.splitlines(),
    )
    assert row["text"] in row["sentence"].replace("\n", " ")
    assert (row["verb_class"], bool(row["cue"])) == ("say", True)
    assert all(rival["who"] != row["speaker"] and 0 <= rival["share"] <= 1 for rival in row["rivals"])
    told = run("digest", "quotes", path, "--explain", folder=site).stdout
    assert f"rule: {row['rule']}, “{row['cue']}” (say)" in told
    assert f"goes by: {row['goes_by']}" in told
    assert row["goes_by"] != row["rule"]


@pytest.mark.parametrize("rule", [*KINDS, "none", "unnamed", "carried"])
def test_each_rule_is_told_in_words(rule: str) -> None:
    assert " " in goes_by(rule)


def test_quotes_of_one_path_are_those_of_that_file_alone(site: Path) -> None:
    listed = run("digest", "quotes", "content/articles/wtop.md", "--format", "json", folder=site)
    assert {json.loads(line)["article"] for line in listed.stdout.splitlines()} == {"wtop/wtop"}


ALONE = """---
title: A call
outlet: newsweek
language: en
url: https://example.org/a-call
published: 2025-12-01
---
“It was a phone call, and nothing more,” Donald Trump said after he met Nicolás Maduro.

“They have no peaceful agenda, they are on the side of war.”
"""


def test_editors_are_told_who_an_unattributed_quote_may_be_and_readers_are_not(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"articles/alone.md": ALONE})
    path = "content/articles/alone.md"
    listed = run("digest", "quotes", path, folder=folder).stdout.splitlines()
    assert ": unattributed (perhaps Donald Trump, 0." in listed[1]
    rows = run("digest", "quotes", path, "--format", "json", folder=folder).stdout.splitlines()
    second = json.loads(rows[1])
    assert (second["speaker"], second["speaker_span"], second["candidate"]) == (None, None, "Donald Trump")
    assert second["candidate_span"]


def test_stories_say_which_articles_are_together(site: Path) -> None:
    rows = [
        json.loads(line)
        for line in run("digest", "stories", "--format", "json", folder=site).stdout.splitlines()
    ]
    assert sorted(article for row in rows for article in row["articles"]) == [
        "newsweek/newsweek",
        "wtop/wtop",
    ]


@pytest.mark.parametrize("command", [["nonsense"], ["check", "--nonsense"], ["quotes", "no/such/file"]])
def test_wrong_usage_ends_with_status_2(site: Path, command: list[str]) -> None:
    assert run("digest", *command, folder=site).returncode == 2


def test_a_missing_configuration_is_explained_without_a_traceback(tmp_path: Path) -> None:
    result = run("digest", "check", folder=tmp_path)
    assert result.returncode == 1
    assert "mkdocs.yml" in result.stderr
    assert "Traceback" not in result.stderr


def test_every_wrong_option_is_named_at_once(tmp_path: Path) -> None:
    wrong = MKDOCS_YML.replace(
        "[en, es, fr, ar]", "[en, xx]\n      timezone: Mars\n      jobs: 0\n      beam: 0"
    ).replace("site_url: https://example.org/digest/\n", "")
    folder = a_site(tmp_path, mkdocs_yml=wrong)
    result = run("digest", "check", folder=folder)
    assert result.returncode == 1
    for option in ("site_url", "digest.languages", "digest.timezone", "digest.jobs", "digest.beam"):
        assert option in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_memory_file_is_named_with_its_line_beside_what_is_wrong_with_articles(
    tmp_path: Path,
) -> None:
    folder = a_site(tmp_path, {"articles/two.md": "No front matter.\n"})
    write(folder / "content/translations/en-es/2025-12.po", 'msgid ""\nmsgstr ""\n\nmsgid "cut\n')
    result = run("digest", "check", folder=folder)
    assert result.returncode == 1
    named = [line.split(": ")[0] for line in result.stdout.splitlines()]
    assert named == ["content/articles/two.md:1", "content/translations/en-es/2025-12.po:4"]
    assert "Traceback" not in result.stderr


def test_check_says_what_is_not_done_for_a_language_without_a_row(tmp_path: Path) -> None:
    text = """
        ---
        title: Svet se sestane znova
        outlet: newsweek
        language: sl
        ---
        »Mestni svet se mora jutri znova sestati in odločiti o pristanišču,« je dejal Karel Holm.
        """
    result = run("digest", "check", folder=a_site(tmp_path, {"articles/svet.md": text}))
    assert result.returncode == 0, result.stdout
    assert "content/articles/svet.md:4: notice: “sl” (1 article) has no row" in result.stdout
    assert "“en”" not in result.stdout


def test_check_names_what_is_wrong_in_files_that_other_commands_read(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"sources.state.json": "{\nnope"})
    write(folder / "models.toml", "[argos.es_en]\nversion = \n")
    result = run("digest", "check", folder=folder)
    assert result.returncode == 1
    assert "models.toml:2: error: cannot be read: " in result.stdout
    assert "content/sources.state.json:2: error: this is broken (" in result.stdout
