"""What is taken over of a site's look: `tests/golden/look/material.txt`."""

from __future__ import annotations

import pytest
import yaml
from golden_cases import rows

from digest.config.look import look_of


@pytest.mark.parametrize(("configured", "asked", "value"), rows("look/material.txt"))
def test_pages_look_as_the_owner_decided_for_the_theme(configured: str, asked: str, value: str) -> None:
    found = getattr(look_of(yaml.safe_load(configured)), asked)
    shown = ", ".join(map(" ".join, found)) if asked == "links" else str(found)
    assert shown == ("" if value == "-" else value)


@pytest.mark.parametrize(
    ("logo", "found"),
    [
        ("img/logo.svg", "/site/img/logo.svg"),
        ("/img/logo.svg", "/img/logo.svg"),
        ("https://cdn.example/logo.svg", "https://cdn.example/logo.svg"),
        ("//cdn.example/logo.svg", "//cdn.example/logo.svg"),
    ],
)
def test_in_a_folder_of_a_host_a_logo_is_found_from_the_hosts_own_root(logo: str, found: str) -> None:
    assert look_of({"theme": {"logo": logo}}, root="/site/").logo == found
