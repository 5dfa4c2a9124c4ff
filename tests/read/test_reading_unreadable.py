import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from folders import a_markdown, read_files, told

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Read as somebody to whom permissions matter: whoever runs the tests may be root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("name", ["articles/shut.md", "articles/shut.txt", "articles/shut.yml"])
def test_an_article_that_may_not_be_read_is_named_and_the_others_go_on(name: str) -> None:
    text = "The council met on Monday."
    files: dict[str, str | bytes | None] = {"articles/open.md": a_markdown(text=text)}
    if name.endswith(".md"):
        files[name] = a_markdown(text=text)
    else:
        files |= {"articles/shut.txt": text, "articles/shut.yml": "title: T\noutlet: blick\nlanguage: de\n"}
    # Not pytest's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory() as folder:
        read_files(Path(folder), files)
        Path(folder).chmod(0o755)
        (Path(folder) / name).chmod(0)
        with as_nobody():
            content = read_files(Path(folder), dict.fromkeys(["outlets.yml", "topics.yml", *files]))
    assert [article.id for article in content.articles] == ["newsweek/open"]
    assert [
        line for line in told(content) if line.startswith(f"{name}:1: this cannot be read: Permission denied")
    ]
