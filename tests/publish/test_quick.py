"""Templates say the same in the code that they run as here and in Jinja's own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, Template
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from digest.publish.frame.compiled import OPTIONS, Quick, templates_dir


class Marked:
    def __html__(self) -> str:
        return "<i>whole</i>"


class Text(str):
    __slots__ = ()


VALUES = {
    "one": SimpleNamespace(name="<&>", many=["a", "'b'"], none=None, call=lambda *a, **b: f"{a}{sorted(b)}"),
    "html": Markup("<b>&amp;</b>"),
    "marked": Marked(),
    "text": Text("<t>"),
    "number": 3,
    "rest": ("x", "y"),
}
SOURCES = (
    "{{ one.name }} {{ html }} {{ marked }} {{ text }} {{ number }} {{ one.none }} {{ one.many }}",
    "{{ one.call() }}{{ one.call(1, one.name) }}{{ one.call(1, at=2) }}{{ one.call(*rest, **{'for': 1}) }}",
    "{% for a in one.many %}{{ one.call(loop.first, a, at=loop.index) }}{% endfor %}",
    (
        "{% macro m(a, b='<', c=none) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
        "{{ m(1) }}{{ m(1, '&') }}{{ m(1, c=html) }}{{ m(c=one.name, a=text) }}{{ m(1, 2, 3) }}"
    ),
    (
        "{% macro m(a) %}{{ caller(a) }}{{ varargs }}{{ kwargs }}{% endmacro %}"
        "{% call(x) m(one.name, 2, k='<') %}<{{ x }}>{% endcall %}"
    ),
    "{% macro m() %}<b>{% endmacro %}{% set s %}{{ m() }}{{ one.name }}{% endset %}{{ s }}{{ m() ~ '<' }}",
    "{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m(namespace(x='<')) }}{{ [one] | map(attribute='name') | join }}",
)


def rendered(source: str, *, quick: bool, ours: bool = False) -> str:
    environment = Environment(**OPTIONS)  # noqa: S701 - the options escape
    if quick:
        environment.code_generator_class = Quick
    filename = str(templates_dir() / "digest" / "one.html") if ours else "/theirs/one.html"
    code = environment.compile(source, "one.html", filename)
    values: dict[str, Any] = VALUES
    return Template.from_code(environment, code, environment.make_globals(None)).render(values)


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("source", SOURCES)
def test_a_template_says_what_it_says_in_jinjas_own_code(source: str, *, ours: bool) -> None:
    assert rendered(source, quick=True, ours=ours) == rendered(source, quick=False)


@pytest.mark.parametrize("called", ["m(1, 2)", "m(1, b=2)", "m(1, a=2)"])
def test_a_macro_takes_no_arguments_that_it_has_no_names_for(called: str) -> None:
    for quick in (True, False):
        with pytest.raises(TypeError, match="macro 'm'"):
            rendered("{% macro m(a) %}{{ a }}{% endmacro %}{{ " + called + " }}", quick=quick)


def test_in_an_owners_template_a_name_may_be_an_entry_and_one_that_is_lacking_is_told() -> None:
    assert rendered("{{ {'a': '<'}.a }}{{ one.other is defined }}", quick=True) == "&lt;False"
    with pytest.raises(UndefinedError, match="other"):
        rendered("{{ one.other }}", quick=True)
