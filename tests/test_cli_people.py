"""`digest people` and `--doubtful`."""

from __future__ import annotations

import json
from pathlib import Path

from sites import a_site, run

ARTICLE = """
    ---
    title: {title}
    outlet: newsweek
    language: en
    published: 2026-03-0{day}
    quotes:
      - text: The harbour belongs to everybody who lives beside it
        speaker: {name}
    ---

    “The harbour belongs to everybody who lives beside it,” {name} said.
    """


def test_it_lists_who_is_quoted_and_what_to_write_of_two_who_may_be_one(tmp_path: Path) -> None:
    files = {
        f"articles/harbour-{day}.md": ARTICLE.format(title=f"Harbour {day}", day=day, name=name)
        for day, name in ((1, "Ilda Marrow"), (9, "Ilda Morrow"))
    }
    site = a_site(tmp_path, files)
    listed = run("digest", "people", "--format", "json", folder=site, check=True).stdout
    doubted = run("digest", "people", "--doubtful", folder=site, check=True).stdout

    found = {one["person"]: one for one in map(json.loads, listed.splitlines())}
    assert found["ilda-marrow"]["names"] == ["Ilda Marrow"]
    assert found["ilda-marrow"]["outlets"] == 1
    assert not found["ilda-marrow"]["in_people_yml"]
    assert "Ilda Marrow (ilda-marrow) and Ilda Morrow (ilda-morrow) may be one person" in doubted
    assert "under ilda-marrow: aliases: [Ilda Morrow]" in doubted
