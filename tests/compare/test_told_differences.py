"""What differs first between what is built and what stands there, in words; and what copies and headers say."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.compare.leaked import leaked
from digest.compare.sent import packed_of
from digest.compare.words import differing

LONG = "x" * 200


@pytest.mark.parametrize(
    ("built", "seen", "told"),
    [
        ("a b", "a b", None),
        ("", "", None),
        ("a b", "a c", "shows “c” where the content builds “b”"),
        ("a b", "a", "does not show “b”"),
        ("a", "a b", "shows “b”, which the content does not build"),
        ("a b c", "a c", "does not show “b”"),
        ("a c", "a b c", "shows “b”, which the content does not build"),
        ("a d", "a b c d", "shows “b c”, which the content does not build"),
        ("a b c d", "a d", "does not show “b c”"),
        # Of two things that differ the first is told, and of words in another order where they begin to.
        ("a b c d", "a x c y", "shows “x” where the content builds “b”"),
        ("a b c", "a c b", "shows “c” where the content builds “b”"),
        ("a", "", "does not show “a”"),
        ("", "a", "shows “a”, which the content does not build"),
    ],
)
def test_the_first_difference_is_told_as_what_is_there_or_is_not(
    built: str, seen: str, told: str | None
) -> None:
    assert differing(built.split(), seen.split()) == told


@pytest.mark.parametrize(
    ("built", "seen", "told"),
    [
        ("He said yes", "He said no", "shows “He said no” where the content builds “He said yes”"),
        ("a\u200bb", "ab", "shows “ab” where the content builds “a[U+200B]b”"),
        ("a b", "a\u00a0b", "shows “a[U+00A0]b” where the content builds “a b”"),
        ("a b", "a\u202eb", "shows “a[U+202E]b” where the content builds “a b”"),
        (f"{LONG}b", f"{LONG}c", f"shows “…{'x' * 25}c” where the content builds “…{'x' * 25}b”"),
        (f"b{LONG}", f"c{LONG}", f"shows “c{'x' * 89}…” where the content builds “b{'x' * 89}…”"),
    ],
)
def test_of_a_long_text_the_place_that_differs_is_shown_with_what_nobody_sees(
    built: str, seen: str, told: str
) -> None:
    assert differing([built], [seen]) == told


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("en/index.html.gz", "en/index.html"),
        ("en/index.html.BR", "en/index.html"),
        ("a.css.zst", "a.css"),
        ("a.tar.xz", "a.tar"),
        ("en/index.html", ""),
        ("gz", ""),
        ("a.gzip", ""),
    ],
)
def test_a_packed_copy_is_known_by_the_end_of_its_name(name: str, of: str) -> None:
    assert packed_of(name) == of


def test_a_source_is_found_in_a_site_by_its_bytes_unless_it_is_too_short_to_be_known(tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    article = "---\ntitle: A\noutlet: post\n---\nThe harbour is open again to every boat on the coast.\n"
    for path, text in {
        content / "articles/a.md": article,
        content / "outlets.yml": "{}\n",
        content / "translations/en-es/2026-03.po": f"# {'x' * 80}\n",
        site / "a.txt": article,
        site / "b.txt": article.replace("open", "shut"),
        site / "deep/er/c": article,
        site / ".git/d.md": article,
        site / "empty.json": "{}\n",
        site / "memory.po": f"# {'x' * 80}\n",
        site / "ours.html": article,
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    told = "as it is, and sources are never published; delete it"
    assert list(leaked(site, content, {"ours.html"})) == [
        ("a.txt", f"is content/articles/a.md {told}"),
        ("memory.po", f"is content/translations/en-es/2026-03.po {told}"),
        ("deep/er/c", f"is content/articles/a.md {told}"),
    ]
