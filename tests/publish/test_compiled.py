"""The compiled code of our own templates is kept as Python keeps that of modules; of an owner's, none is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from digest.publish.frame.compiled import OPTIONS, Compiled, templates_dir


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def rendered(monkeypatch: pytest.MonkeyPatch, *, folder: Path | None = None) -> tuple[str, int]:
    """Return what a template says in a program of its own, and how many were compiled for it."""
    environment = Environment(  # noqa: S701 - the options escape
        loader=FileSystemLoader(folder or templates_dir()), bytecode_cache=Compiled(), **OPTIONS
    )
    compiled = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, *rest: object) -> object:
        compiled.append(source)
        return compile_(self, source, *rest)  # type: ignore[call-overload]

    with monkeypatch.context() as here:
        here.setattr(Environment, "compile", counted)
        return environment.get_template("digest/policy.html").render(policy="<'self'>"), len(compiled)


def test_a_template_of_ours_is_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, compiled = rendered(monkeypatch)
    assert "&lt;" in first
    assert compiled == 1
    assert rendered(monkeypatch) == (first, 0)
    for file in kept.rglob("template-*"):
        for damaged in (b"", file.read_bytes()[:-9], b"x" * 400):
            file.write_bytes(damaged)
            assert rendered(monkeypatch) == (first, 1)


def test_nothing_is_kept_of_an_owners_template_or_where_python_keeps_nothing(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own/digest").mkdir(parents=True)
    (tmp_path / "own/digest/policy.html").write_text("{{ policy }}")
    assert rendered(monkeypatch, folder=tmp_path / "own") == ("&lt;&#39;self&#39;&gt;", 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(monkeypatch)
    assert not kept.exists()


def test_another_source_is_compiled_though_the_old_one_is_kept(kept: Path) -> None:
    name = f"{templates_dir()}/digest/made-up.html"
    for said in ("one", "two"):
        cache = Compiled()
        environment = Environment(bytecode_cache=cache, loader=DictLoader({}), **OPTIONS)  # noqa: S701 - as above
        bucket = cache.get_bucket(environment, "made-up.html", name, said)
        assert bucket.code is None
        bucket.code = environment.compile(said)
        cache.set_bucket(bucket)
    assert len(list(kept.rglob("template-*"))) == 1


def test_indentation_is_for_who_reads_a_template_and_stays_where_it_would_be_seen() -> None:
    templates = {
        "p.html": "<p>\n  {{ text }}\n    <b></b></p>",
        "pre.html": "<pre>\n  two</pre>",
        "words.html": "{% if text %}\n  one{% endif %}\n    two {# none #}\n  three",
    }
    environment = Environment(loader=DictLoader(templates), **OPTIONS)  # noqa: S701 - the options escape
    assert environment.get_template("p.html").render(text="a\n  b") == "<p>\na\n  b\n<b></b></p>"
    assert environment.get_template("pre.html").render() == "<pre>\n  two</pre>"
    assert environment.get_template("words.html").render(text="a") == " one two  three"
