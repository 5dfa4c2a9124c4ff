"""Templates, an owner's among them, call what they call as Jinja has it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from digests import settings
from jinja2 import UndefinedError

from digest.publish.frame import Renderer


def rendered(folder: Path, template: str, **values: object) -> str:
    (folder / "digest").mkdir(exist_ok=True)
    (folder / "digest" / "own.html").write_text(template, encoding="utf-8")
    return Renderer(settings(template_dirs=(folder,)), "en").render("own.html", path="en/", **values).strip()


def test_a_macro_in_a_loop_escapes_what_it_is_handed_and_shows_what_it_is_called_around(
    tmp_path: Path,
) -> None:
    template = (
        "{% macro boxed(text) %}<b>{{ text }}</b>{{ caller() }}{% endmacro %}"
        "{% for one in ones %}{% call boxed(one) %}<i>{{ loop.index }}</i>{% endcall %}{% endfor %}"
    )
    assert rendered(tmp_path, template, ones=["<", "&"]) == "<b>&lt;</b><i>1</i><b>&amp;</b><i>2</i>"


def test_a_list_of_any_depth_is_shown_by_a_loop_that_calls_itself(tmp_path: Path) -> None:
    template = "{% for one in tree recursive %}({{ loop(one) if one else '' }}){% endfor %}"
    assert rendered(tmp_path, template, tree=[[[], []], []]) == "(()())()"


def test_a_block_shows_what_it_replaces(tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "under.html").write_text("{% block said %}one{% endblock %}", encoding="utf-8")
    template = '{% extends "digest/under.html" %}{% block said %}{{ super() }} and two{% endblock %}'
    assert rendered(tmp_path, template) == "one and two"


def test_jinjas_own_functions_are_there_and_what_is_not_is_an_error(tmp_path: Path) -> None:
    template = "{% set own = namespace(sum=0) %}{% for at in range(3) %}{% set own.sum = own.sum + at %}"
    assert rendered(tmp_path, template + "{% endfor %}{{ own.sum }} {{ cycler('a', 'b').next() }}") == "3 a"
    with pytest.raises(UndefinedError, match="there_is_none"):
        rendered(tmp_path, "{{ there_is_none() }}")


def test_a_variable_of_a_page_goes_before_what_all_templates_know(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ language }} {{ iso is callable }}") == "en True"
    assert rendered(tmp_path, "{{ language }}", language="of the page") == "of the page"


def test_a_string_counts_and_escapes(tmp_path: Path) -> None:
    template = "{% for n in (1, 2) %}{{ ngettext('%(num)d report', '%(num)d reports', n) }};{% endfor %}"
    assert rendered(tmp_path, template) == "1 report;2 reports;"


def test_a_template_that_is_written_anew_is_read_anew_by_the_next_edition(tmp_path: Path) -> None:
    assert rendered(tmp_path, "before") == "before"
    file = tmp_path / "digest" / "own.html"
    os.utime(file, (0, 0))
    assert rendered(tmp_path, "after") == "after"
