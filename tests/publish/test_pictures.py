"""A picture of each story for where it is linked to."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from digests import NEWSWEEK, RBC, WTOP, a_digest, settings
from PIL import Image

from digest.cache import no_cache
from digest.model import Image as Photograph
from digest.model import Page, Story
from digest.publish import publish
from digest.publish.edition import Edition
from digest.publish.outside import picture_of, pictures
from digest.publish.outside.drawn import SIZE


def drawn(title: str, language: str = "en", **fields: object) -> dict[str, bytes]:
    article = replace(NEWSWEEK, title=title, language=language)
    made = {"outputs": ("cards",), "languages": (language,)} | fields
    site = a_digest(settings=settings(**made), stories=(Story(articles=(article,)),), utterances=())
    return {one.path: one.content for one in pictures(Edition(site, language), no_cache())}


def pixels(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Ferry sails again"),
        ("cs", "Přívoz znovu vyplul do přístavu"),
        ("vi", "Phà lại ra khơi từ cảng mới"),
        ("ru", "Паром снова вышел в море"),
        ("el", "Το πλοίο απέπλευσε ξανά"),
    ],
)
def test_a_story_has_a_picture_of_its_headline(language: str, title: str) -> None:
    [(path, content)] = drawn(title, language).items()
    assert path == f"{language}/story/{NEWSWEEK.id}/card.png"
    assert pixels(content).size == SIZE
    assert content != next(iter(drawn(f"{title}!", language).values()))
    assert content == next(iter(drawn(title, language).values()))
    assert len(content) < 60_000


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ar", "العبّارة تبحر من جديد"),
        ("he", "המעבורת מפליגה שוב"),
        ("hi", "नौका फिर चली"),
        ("zh", "渡轮再次启航"),
        ("en", "Ferry sails 🚢 again"),
        ("en", "Ferry sails to حيفا"),
        ("en", "Ferry sails e\u0323\u0331"),
    ],
)
def test_a_text_that_cannot_be_set_right_has_none(language: str, title: str) -> None:
    assert drawn(title, language) == {}


def test_there_are_none_unless_the_owner_asks_for_them() -> None:
    assert drawn("Ferry sails again", outputs=()) == {}


def test_a_headline_that_is_not_translated_has_none() -> None:
    site = a_digest(settings=settings(outputs=("cards",)), stories=(Story(articles=(RBC,)),), utterances=())
    assert list(pictures(Edition(site, "es"), no_cache())) == []


@pytest.mark.parametrize("words", [12, 30, 90])
def test_however_long_a_headline_is_it_stays_within_the_picture(words: int) -> None:
    picture = pixels(next(iter(drawn(" ".join(["Ferryboats"] * words)).values())))
    paper = picture.getpixel((2, 300))
    edges = [picture.getpixel((x, y)) for x in (30, SIZE[0] - 30) for y in range(20, SIZE[1])]
    edges += [picture.getpixel((x, SIZE[1] - 20)) for x in range(SIZE[0])]
    assert set(edges) == {paper}
    # Above the line at the foot, too.
    above = [picture.getpixel((x, SIZE[1] - y)) for x in range(SIZE[0]) for y in (92, 100, 108)]
    assert set(above) == {paper}


@pytest.mark.parametrize(
    ("title", "site_name"),
    [
        ("Hafenerweiterungsgenehmigungsverfahrensbeschleunigungsgesetz", "The Digest"),
        ("Der Hafen: " + "W" * 60, "The Digest"),
        ("Ferry sails again", "The Digest of the Harbour and of All the Towns beside the Sea, since 1897"),
    ],
)
def test_one_word_that_is_wider_than_the_picture_is_cut(title: str, site_name: str) -> None:
    [content] = drawn(title, "de", site_name=site_name).values()
    width, height = SIZE
    # Above the foot, right of the last line: the rules and nothing else reach into the margin.
    margin = pixels(content).crop((width - 60, 20, width, height - 100))
    assert margin.getcolors() == [(margin.width * margin.height, margin.getpixel((0, 0)))]


def test_a_story_is_linked_to_with_its_picture_and_with_a_photograph_where_it_has_one() -> None:
    own = settings(outputs=("cards",), languages=("es",))
    photograph = Photograph(file="pictures/call.png", alt="A telephone", credit="Somebody", license="CC0")
    for article, image in (
        (WTOP, f"es/story/{WTOP.id}/card.png"),
        (replace(WTOP, image=photograph), "pictures/call.png"),
    ):
        site = a_digest(settings=own, stories=(Story(articles=(article,)),), utterances=())
        [page] = [one for one in publish(site) if isinstance(one, Page) and one.kind == "story"]
        assert page.image == image
        assert picture_of(Edition(site, "es"), site.stories[0]) == f"es/story/{WTOP.id}/card.png"
