"""Every message of a data file, word for word: `tests/golden/problems/data_files.txt`, a line each."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import a_markdown, read_files, told
from golden_cases import rows


@pytest.mark.parametrize(("name", "yml", "messages"), rows("problems/data_files.txt"))
def test_what_is_wrong_in_a_data_file_is_told_with_its_line_and_what_right_looks_like(
    tmp_path: Path, name: str, yml: str, messages: str
) -> None:
    # Without articles where these would only say that their outlet is gone.
    articles = {} if name == "outlets" else {f"articles/{slug}.md": a_markdown() for slug in "abc"}
    content = read_files(tmp_path, {**articles, f"{name}.yml": yml.replace("\\n", "\n") + "\n"})
    own = [message for message in told(content) if message.startswith(f"{name}.yml:")]
    assert " // ".join(message.removeprefix(f"{name}.yml:") for message in own) == messages.removeprefix("-")


@pytest.mark.parametrize(("keys", "message"), rows("problems/front_matter.txt"))
def test_what_is_wrong_above_an_article_is_told_with_its_line(
    tmp_path: Path, keys: str, message: str
) -> None:
    content = read_files(tmp_path, {"articles/a.md": a_markdown(keys.replace("\\n", "\n") + "\n")})
    own = [one.removeprefix("articles/a.md:") for one in told(content)]
    if message == "-":
        assert own == []
    else:
        assert own[:1]
        assert any(one.startswith(message) for one in own)
