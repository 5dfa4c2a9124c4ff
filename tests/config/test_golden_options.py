"""Every message of an option, word for word: `tests/golden/problems/options.txt`, a line each."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import rows

from digest.config import load_settings
from digest.errors import ConfigError

HEAD = """
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
plugins:
  - digest:
"""


@pytest.mark.parametrize(("name", "value", "messages"), rows("problems/options.txt"))
def test_what_is_wrong_with_an_option_is_told_with_its_line_and_what_right_looks_like(
    tmp_path: Path, name: str, value: str, messages: str
) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"{HEAD}      {name}: {value}\n", encoding="utf-8")
    if messages == "-":
        load_settings(str(config))
        return
    with pytest.raises(ConfigError) as caught:
        load_settings(str(config))
    lines = str(caught.value).splitlines()
    assert lines == [f"{config}:7: digest.{name}: {message}" for message in messages.split(" // ")]
