"""The configuration is read without MkDocs: as MkDocs reads it, with the line of what is wrong, running nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, run, write

from digest.config import load_settings
from digest.errors import ConfigError
from digest.model import Layout, Script, TranslateMode

HEAD = """
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
"""


def settings_of(folder: Path, yml: str | bytes, **files: str) -> object:
    write(folder / "mkdocs.yml", yml)
    for name, text in files.items():
        write(folder / f"{name}.yml", text)
    return load_settings(str(folder / "mkdocs.yml"))


def told(folder: Path, yml: str | bytes, **files: str) -> list[str]:
    """Return what is wrong, a line each, with paths from `folder`."""
    with pytest.raises(ConfigError) as caught:
        settings_of(folder, yml, **files)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_commands_start_where_mkdocs_is_not_installed(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "for name in ('mkdocs', 'material', 'properdocs'): sys.modules[name] = None\n"
        "sys.argv = ['digest', 'check', '--strict']\n"
        "from digest.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=a_site(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["mkdocs.yaml", "properdocs.yml", "properdocs.yaml"])
def test_a_configuration_of_another_name_is_found(tmp_path: Path, name: str) -> None:
    folder = a_site(tmp_path)
    (folder / "mkdocs.yml").rename(folder / name)
    assert run("digest", "check", "--strict", folder=folder).returncode == 0


def test_every_option_has_a_default(tmp_path: Path) -> None:
    made = load_settings(str(a_site(tmp_path, mkdocs_yml=f"{HEAD}plugins: [digest]\n") / "mkdocs.yml"))
    assert made.languages == ("en",)
    assert made.translate is TranslateMode.AUTO
    assert made.content_dir == tmp_path / "content"
    assert made.cache_dir == tmp_path / ".cache/digest"
    assert made.layout is Layout.OWN


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: {digest: {jobs: 2}}",
        "plugins:\n- search\n- digest: {jobs: 2}",
        "plugins:\n  digest:\n    jobs: 2",
    ],
)
def test_plugins_are_a_list_or_a_mapping(tmp_path: Path, plugins: str) -> None:
    settings_of(tmp_path, f"{HEAD}{plugins}\n")
    assert load_settings(str(tmp_path / "mkdocs.yml")).jobs == 2


def test_variables_of_the_environment_are_read_as_yaml_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_JOBS", "3")
    monkeypatch.delenv("DIGEST_NONE", raising=False)
    write(
        tmp_path / "mkdocs.yml",
        f"{HEAD}plugins: [digest: {{jobs: !ENV DIGEST_JOBS, beam: !ENV [DIGEST_NONE, 2], batch_tokens: !ENV [DIGEST_NONE, DIGEST_JOBS, 9]}}]\n",
    )
    made = load_settings(str(tmp_path / "mkdocs.yml"))
    assert (made.jobs, made.beam, made.batch_tokens) == (3, 2, 3)


def test_what_python_tags_name_is_neither_imported_nor_run(tmp_path: Path) -> None:
    yml = f"""{HEAD}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:no_such_module.at_all
extra: !!python/object/apply:os.mkdir ["{tmp_path}/made"]
hooks: !relative $docs_dir
anything: !unknown {{a: [1]}}
plugins: [digest]
"""
    settings_of(tmp_path, yml)
    assert not (tmp_path / "made").exists()


def test_a_configuration_inherits_another_and_lays_itself_over_it(tmp_path: Path) -> None:
    base = f"{HEAD}plugins:\n  digest:\n    languages: [en, es]\n    jobs: 2\n"
    yml = "INHERIT: base.yml\nplugins:\n  digest:\n    jobs: 3\n"
    settings_of(tmp_path, yml, base=base)
    made = load_settings(str(tmp_path / "mkdocs.yml"))
    assert (made.languages, made.jobs, made.site_name) == (("en", "es"), 3, "The Digest")


def test_what_is_wrong_in_an_inherited_file_is_named_there(tmp_path: Path) -> None:
    base = f"{HEAD}plugins:\n  digest:\n    jobs: 0\n"
    [message] = told(tmp_path, "INHERIT: base.yml\n", base=base)
    assert message.startswith("base.yml:6: digest.jobs: write a number of processes")


@pytest.mark.parametrize(
    ("yml", "said"),
    [
        ("INHERIT: none.yml\n", "mkdocs.yml:1: INHERIT: there is no file none.yml"),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml:1: INHERIT: mkdocs.yml inherits from this file"),
        ("INHERIT: [a]\n", "mkdocs.yml:1: INHERIT must be the path of a file"),
        ('INHERIT: "a\\0b"\n', "mkdocs.yml:1: INHERIT must be the path of a file"),
    ],
)
def test_an_inheritance_that_leads_nowhere_is_named(tmp_path: Path, yml: str, said: str) -> None:
    assert told(tmp_path, yml)[0].startswith(said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("langauges: [en]", "digest.langauges: there is no such option; did you mean “languages”?"),
        ("languages: en", "digest.languages: write a list, as [en, es]; this is “en”"),
        (
            "languages: [no]",
            "digest.languages: YAML reads one of these as false; write it between quotation marks",
        ),
        ("languages: [en, en]", "digest.languages: “en” stands here more than once"),
        ("languages: [xx]", "digest.languages: “xx” is no language; write a BCP 47 code"),
        ("languages: []", "digest.languages: there is none; list the editions"),
        (
            "archive_sites: 2025-01-01",
            "digest.archive_sites: write days and addresses, as {2025-01-01: https://",
        ),
        (
            "archive_sites: {2025: https://a.example}",
            "digest.archive_sites: write a day, as 2026-03-05; this is “2025”",
        ),
        ("archive_sites: {2025-01-01: old/}", "digest.archive_sites: write a day and a whole address, as {"),
        ("archive_sites: {2025-01-01: 'http://[old'}", "digest.archive_sites: write a day and a whole addr"),
        (
            "archive_sites: {2025-01-01: https://a.example, 2024-01-01: https://a.example/}",
            "digest.archive_sites: two of these have the same address",
        ),
        (
            "archive_sites: {2025-01-01: https://example.org/digest}",
            "digest.archive_sites: this is the address of the site itself",
        ),
        (
            "archive_sites: {2025-01-01: https://a.example/}\n      prefix: news/",
            "digest.archive_sites: a digest inside of another site has no page for missing addresses",
        ),
        ("translate: sometimes", "digest.translate: this is “sometimes”; there are auto, never"),
        ("translate: nevr", "digest.translate: this is “nevr”; did you mean “never”?"),
        ("timezone: 5", "digest.timezone: write one line of text, as America/Caracas; this is “5”"),
        ("timezone: Mars", "digest.timezone: “Mars” is no time zone"),
        ("jobs: many", "digest.jobs: write a number of processes, 1 or more; this is “many”"),
        ("jobs: true", "digest.jobs: write a number of processes, 1 or more; this is true"),
        ('content_dir: "a\\0b"', "digest.content_dir: write one line of text"),
        ("cache_dir: [a]", "digest.cache_dir: write one line of text, as .cache/digest; this is a list"),
        ("taglines: Words", "digest.taglines: write keys and values"),
        ("taglines: {es: Palabras}", "digest.taglines: “es” is no edition; there are en"),
        ("site_names: {en: [a]}", "digest.site_names: write one line of text for en; this is a list"),
        ("contact: {en: us}", "digest.contact: write a mail or web address for en, as desk@example.org"),
        ("engines: {es-en: argus}", "digest.engines: “argus” is no engine; did you mean “argos”?"),
        ("engines: !!python/name:os.system", "digest.engines: write keys and values"),
    ],
)
def test_a_wrong_option_is_named_in_words_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    messages = told(tmp_path, f"{HEAD}plugins:\n  - digest:\n      {line}\n")
    assert [message for message in messages if message.startswith(f"mkdocs.yml:6: {said}")]


def test_all_that_is_wrong_is_told_at_once_the_site_and_its_options(tmp_path: Path) -> None:
    yml = "site_name: [a]\nsite_url: example\nplugins:\n  - digest:\n      jobs: 0\n      bean: 3\n"
    assert [message.split(": ")[1] for message in told(tmp_path, yml)] == [
        "site_name",
        "digest.bean",
        "digest.jobs",
        "site_url",
    ]


@pytest.mark.parametrize(
    "plugins",
    ["plugins: [digest, digest]", "plugins:\n  - digest:\n      jobs: 2\n  - digest:\n      jobs: 3"],
)
def test_a_plugin_that_is_listed_twice_is_named_by_every_command(tmp_path: Path, plugins: str) -> None:
    folder = a_site(tmp_path, mkdocs_yml=f"{HEAD}{plugins}\n")
    checked = run("digest", "check", folder=folder)
    assert "the plugin is listed 2 times; keep one" in checked.stderr
    built = run("mkdocs", "build", folder=folder)
    assert built.returncode == 1
    assert "listed more than once; keep one" in built.stderr
    assert "Traceback" not in checked.stderr + built.stderr


def test_a_key_that_stands_twice_is_named(tmp_path: Path) -> None:
    [message] = told(tmp_path, f"{HEAD}plugins:\n  - digest:\n      jobs: 2\n      jobs: 3\n")
    assert message == "mkdocs.yml:7: “jobs” stands here again; keep one, as only the last would count"


@pytest.mark.parametrize(
    "yml",
    [
        b"",
        b"- a list\n",
        b"just text\n",
        b"a: [\n",
        b"a: &a [*a]\n",
        b"site_name: *nobody\n",
        b"{[a]: b}\n",
        b"? [a, b]\n: c\n",
        b"a: 0x\xff\n",
        b"a: b\0c\n",
        b"a: 2025-99-99\nb: 0001-01-01T00:00:00+14:00\nc: !!timestamp never\n",
        b"a: !!int nothing\n",
        b"a: !!float []\n",
        b"a: !!binary ###\n",
        b"<<: 5\n",
        b"%YAML 9.9\n---\na: b\n",
        b"--- a\n--- b\n",
        b"[" * 20000,
        b"a: " + b"{b: " * 5000,
        b"\xff\xfea\0:\0 \0b\0",
        b"1" * 6000 + b": 1\n",
        b"a: " + b"1" * 6000 + b"\n",
        b"plugins: digest\n",
        b"plugins: [digest: [1]]\n",
        b"plugins: [[digest]]\n",
        b"plugins: {digest: 5}\n",
        b"site_name: x\nsite_url: 'http://['\nplugins: [digest]\n",
        b"site_name: x\nsite_url: https://x/\ndocs_dir: 5\ntheme: [1]\nplugins: [digest: {1: 2, null: 3}]\n",
        b'site_name: x\nsite_url: https://x/\ndocs_dir: "a\\0b"\nplugins: [digest]\n',
        b"site_name: x\nsite_url: https://x/\nextra_css: ['http://[x/']\nplugins: [digest]\n",
        b"site_name: x\nsite_url: https://x/\nextra_javascript: [{path: '//a;script-src *'}]\nplugins: [digest]\n",
        b"site_name: x\nsite_url: https://x/\nplugins: [digest: {jobs: 99999999999999999999}]\n",
        b"site_name: x\nsite_url: https://x/\nplugins: [digest: {content_dir: " + b"x" * 300 + b"}]\n",
        b"site_name: x\nsite_url: https://x/\nsite_dir: " + b"x" * 300 + b"\nplugins: [digest]\n",
    ],
)
def test_whatever_stands_in_the_file_ends_in_lines_that_name_it(tmp_path: Path, yml: bytes) -> None:
    for message in told(tmp_path, yml):
        assert message.startswith("mkdocs.yml:")
        assert len(message) < 400


def test_a_pipe_and_a_folder_are_no_configuration(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    for path in (tmp_path / "pipe.yml", tmp_path):
        with pytest.raises(ConfigError, match="no such file"):
            load_settings(str(path))


def test_scripts_and_style_sheets_of_the_owner_are_known(tmp_path: Path) -> None:
    yml = (
        f"{HEAD}extra_css: [own.css]\n"
        "extra_javascript: [a.js, b.mjs, {path: c.js, async: true, defer: true, type: module}]\nplugins: [digest]\n"
    )
    write(tmp_path / "mkdocs.yml", yml)
    made = load_settings(str(tmp_path / "mkdocs.yml"))
    assert made.stylesheets == ("own.css",)
    assert made.scripts == (
        Script(path="a.js"),
        Script(path="b.mjs", type="module"),
        Script(path="c.js", type="module", defer=True, is_async=True),
    )


def test_mkdocs_hands_its_options_to_the_same_check(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=MKDOCS_YML.replace("languages:", "langauges:"))
    result = run("mkdocs", "build", folder=folder)
    assert result.returncode == 1
    assert (
        "mkdocs.yml:8: digest.langauges: there is no such option; did you mean “languages”?" in result.stderr
    )
    assert "Traceback" not in result.stderr


def test_half_an_address_is_no_logo(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", f"{HEAD}theme: {{name: material, logo: 'http://[x'}}\nplugins: [digest]\n")
    assert load_settings(str(tmp_path / "mkdocs.yml")).look.logo == ""
