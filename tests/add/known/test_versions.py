"""Which of two versions is the later one, what is read of a file without reading it all, and what differs."""

from __future__ import annotations

import pytest

from digest.add import Said
from digest.add.known import Entry, differing, is_newer, is_older, values_of, with_values


@pytest.mark.parametrize(
    ("updated", "kept", "newer", "older"),
    [
        ("2026-03-06T10:00:00Z", {"updated": "2026-03-06T09:00:00Z"}, True, False),
        ("2026-03-06T09:00:00Z", {"updated": "2026-03-06T10:00:00Z"}, False, True),
        ("2026-03-06T10:00:00Z", {"updated": "2026-03-06T10:00:00Z"}, False, False),
        # The same instant, told in two zones; and a later one that looks earlier.
        ("2026-03-06T10:00:00+01:00", {"updated": "2026-03-06T09:00:00Z"}, False, False),
        ("2026-03-06T09:30:00-03:00", {"updated": "2026-03-06T12:00:00Z"}, True, False),
        ("2026-03-06", {"updated": "2026-03-05T23:59:59Z"}, True, False),
        ("2026-03-06T10:00:00", {"updated": "2026-03-06T09:00:00Z"}, True, False),
        # An article that was never changed is as old as its publication, and no version is older than it.
        ("2026-03-06", {"published": "2026-03-05"}, True, False),
        ("2026-03-04", {"published": "2026-03-05"}, False, False),
        ("2026-03-06", {}, False, False),
        # An editor's slip is no reason to write over what is kept.
        ("2026-03-06", {"updated": "yesterday"}, False, True),
    ],
)  # fmt: skip
def test_the_later_version_is_known_by_its_instant_whatever_its_zone(
    updated: str, kept: dict[str, str], *, newer: bool, older: bool
) -> None:
    entry = Entry("articles/a.md", kept)
    assert (is_newer(updated, entry), is_older(updated, entry)) == (newer, older)


def test_a_source_that_tells_no_change_has_nothing_newer() -> None:
    assert not is_newer(None, Entry("articles/a.md", {"published": "2026-03-05"}))


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ("title: A call\noutlet: faro\n", {"title": "A call", "outlet": "faro"}),
        ("title:   A call  \n", {"title": "A call"}),
        ('title: "A: call"\n', {"title": "A: call"}),
        ("title: 'It''s'\n", {"title": "It's"}),
        ("title: A call # not this\n", {"title": "A call"}),
        ("title: C# is here\n", {"title": "C# is here"}),
        ("published: 2026-03-05\n", {"published": "2026-03-05"}),
        ('published: "2026-03-05"\n', {"published": "2026-03-05"}),
        ("quotes:\n  - text: x\n    language: es\n", {}),
        ("  title: inner\n", {}),
        ("title:\noutlet: faro\n", {"outlet": "faro"}),
        ('title: "half\n', {"title": '"half'}),
        ("author: Ann\nurl: https://a.example/#x\n", {"url": "https://a.example/#x"}),
        ("titles: no\n", {}),
    ],
)
def test_the_plain_values_of_front_matter_are_read_as_yaml_means_them(
    front: str, values: dict[str, str]
) -> None:
    assert values_of(front) == values


@pytest.mark.parametrize(
    ("published", "updated", "day"),
    [
        ("2026-03-05T09:30:00-03:00", "", "2026-03-05"),
        ("", "2026-03-06", "2026-03-06"),
        ("2026-03-05", "2026-03-06", "2026-03-05"),
        ("2026-02-30", "", ""),
        ("soon", "", ""),
        ("", "", ""),
    ],
)
def test_an_article_is_of_the_day_it_was_published_on_where_there_is_such_a_day(
    published: str, updated: str, day: str
) -> None:
    assert Entry("articles/a.md", {"published": published, "updated": updated}).day == day


FRONT = "---\n# By hand.\ntitle: A\nquotes:\n  - text: x\n    title: inner\ntopics: [a, b]\n"


@pytest.mark.parametrize(
    ("values", "front"),
    [
        ({}, FRONT),
        ({"title": None}, FRONT),
        ({"title": "B"}, FRONT.replace("title: A", "title: B")),
        ({"title": "B: c"}, FRONT.replace("title: A", 'title: "B: c"')),
        ({"updated": "2026-03-05"}, f"{FRONT}updated: 2026-03-05\n"),
        ({"quotes": "x"}, FRONT.replace("quotes:\n  - text: x\n    title: inner\n", "quotes: x\n")),
        ({"text": "z"}, f"{FRONT}text: z\n"),
    ],
)
def test_one_value_of_front_matter_is_replaced_and_no_other_line_changes(
    values: dict[str, str | None], front: str
) -> None:
    assert with_values(FRONT, values) == front


YES, NO = "We will build the port together this year", "Nobody is to be left behind"


@pytest.mark.parametrize(
    ("before", "after", "text", "told"),
    [
        ([YES], [YES], YES, []),
        ([YES], [YES, NO], f"{YES} {NO}", []),
        ([YES], [f"{YES}, now"], f"{YES}, now", [f"the quotation “{YES}” is now “{YES}, now”"]),
        ([YES], [], f"They said that {YES}.", [f"“{YES}” is no longer a quotation"]),
        ([YES], [], "Nothing.", [f"the quotation “{YES}” is gone"]),
        ([YES], [NO], NO, [f"the quotation “{YES}” is gone"]),
        ([YES, NO], [NO, f"{YES}!"], f"{NO} {YES}!", [f"the quotation “{YES}” is now “{YES}!”"]),
    ],
)
def test_a_quotation_that_a_new_version_words_otherwise_or_lacks_is_told(
    before: list[str], after: list[str], text: str, told: list[str]
) -> None:
    old, new = ([Said(words, None, "en") for words in one] for one in (before, after))
    assert list(differing(old, new, text)) == told
