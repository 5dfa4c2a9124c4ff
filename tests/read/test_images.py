"""Pictures of the site's own: shown with who made them and under which licence, or named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from newsrooms import a_file, a_newsroom, settings_of
from rendered import body

from digest.build import build
from digest.model import Content
from digest.read import read

IMAGE = "image: {file: img/harbour.jpg, alt: The harbour at dawn, credit: Bo Berg, license: CC BY 4.0}\n"
HEAD = "---\ntitle: Uno\noutlet: faro\nlanguage: es\n%s---\nTexto.\n"


def found(folder: Path, keys: str, picture: str = "content/pages/img/harbour.jpg") -> Content:
    content = a_newsroom(folder)
    a_file(content, "articles/a.md", HEAD % keys)
    a_file(folder, picture, b"\xff\xd8\xff")
    return read(replace(settings_of(folder), pages_dir=folder / "content/pages"))


def test_a_picture_is_shown_with_its_credit_and_licence(tmp_path: Path) -> None:
    content = found(tmp_path, IMAGE)
    assert content.problems == ()
    page = body(
        build(replace(settings_of(tmp_path), pages_dir=tmp_path / "content/pages")), "en/article/faro/a/"
    )
    [picture] = page.xpath("//figure[@class='picture']")
    [image] = picture.xpath("img")
    assert (image.get("src"), image.get("alt"), image.get("lang")) == (
        "../../../../img/harbour.jpg", "The harbour at dawn", "es",
    )  # fmt: skip
    assert " ".join(picture.text_content().split()) == "Bo Berg · CC BY 4.0"


def test_a_picture_that_is_not_there_is_named_and_not_shown(tmp_path: Path) -> None:
    content = found(tmp_path, IMAGE, "content/pages/other.jpg")
    assert [str(problem) for problem in content.problems] == [
        "articles/a.md:5: there is no picture img/harbour.jpg in the folder of pages (pages); put it there"
    ]
    assert content.articles[0].image is None


def test_a_pictures_name_that_no_disk_takes_ends_no_build(tmp_path: Path) -> None:
    [problem] = found(tmp_path, IMAGE.replace("harbour", "h" * 300), "content/pages/other.jpg").problems
    assert "there is no picture img/hhhh" in problem.message


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("image: img/a.jpg\n", "“image” must be a mapping: “file”, “alt”, “credit” and “license”"),
        (
            "image: {file: a.jpg, alt: x, credit: y}\n",
            "“license” is missing; write a licence such as CC BY 4.0",
        ),
        (
            "image: {file: ../a.jpg, alt: x, credit: y, license: z}\n",
            "“file” must be a picture such as img/harbour.jpg",
        ),
        (
            "image: {file: /etc/a.jpg, alt: x, credit: y, license: z}\n",
            "“file” must be a picture such as img/harbour.jpg",
        ),
        (
            "image: {file: a.exe, alt: x, credit: y, license: z}\n",
            "“file” must be a picture such as img/harbour.jpg",
        ),
    ],
)
def test_what_is_no_picture_with_its_rights_is_named_by_its_line(
    tmp_path: Path, keys: str, told: str
) -> None:
    [problem] = found(tmp_path, keys).problems
    assert (problem.path, problem.line) == ("articles/a.md", 5)
    assert problem.message.startswith(told)
