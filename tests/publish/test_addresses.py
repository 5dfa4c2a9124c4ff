from __future__ import annotations

from dataclasses import replace

import pytest
from digests import MADURO, a_digest

from digest.model import PersonId, Site
from digest.publish import addresses, publish


def test_an_id_that_no_file_may_have_as_its_name_is_shortened_and_stays_one_of_its_own() -> None:
    for long in ("a" * 256, "م" * 128, "é" * 300):
        short, other = addresses.named(long), addresses.named(long + "x")
        assert len(short.encode()) <= addresses.LONGEST
        assert short != other
        assert short[:50] == long[:50]
    assert addresses.named("a" * 255) == "a" * 255
    assert addresses.article("en", f"{'o' * 300}/{'s' * 300}").count("/") == 4  # type: ignore[arg-type]


def with_person(name: str) -> Site:
    site = a_digest()
    person = replace(MADURO, id=PersonId(name))
    utterances = tuple(replace(said, person=person) for said in site.utterances)
    return replace(site, people=(person,), utterances=utterances)


def test_pages_of_somebody_with_a_very_long_name_can_be_written_and_are_linked_as_they_are_called() -> None:
    made = list(publish(with_person("n" * 400)))
    for one in made:
        assert all(len(part.encode()) <= addresses.LONGEST for part in one.path.split("/"))
    person = next(one.path for one in made if "/person/" in one.path)
    assert any(person.removeprefix("en/") in getattr(one, "body", "") for one in made)


@pytest.mark.parametrize(
    ("target", "page", "href"),
    [
        ("en/story/a/b/", "en/story/a/b/", "./"),
        ("en/story/a/c/", "en/story/a/b/", "../c/"),
        ("en/", "en/story/a/b/", "../../../"),
        ("", "en/", "../"),
        ("", "", "./"),
        ("en/feed.xml", "", "en/feed.xml"),
        ("en/feed.xml", "en/x.html", "feed.xml"),
        ("./css/../own.css", "en/topics/", "../../own.css"),
        ("a b/é?.css", "en/", "../a%20b/%C3%A9%3F.css"),
    ],
)
def test_a_link_is_the_shortest_way_from_a_page(target: str, page: str, href: str) -> None:
    assert addresses.link(target, page=page) == href
