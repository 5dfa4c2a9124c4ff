"""`digest migrate`: from the layout in which MkDocs' own folder holds every source to the present one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

from digest.atomic import write_atomically
from digest.config import load_settings
from digest.errors import ConfigError, DigestError
from digest.model import Layout, Settings
from digest.read import may_go_out

PAGES = "pages"
STAGED = ".digest-migrate"
"""Pages wait here until all are moved and the configuration is changed, so that a next run can go on."""
_BESIDE_PAGES = frozenset({".pages", ".nav.yml", ".meta.yml"})
"""Files of other plugins, which stand among the pages they are about."""
_DOCS_DIR = re.compile(r"""^(docs_dir[ \t]*:[ \t]*)("[^"\n]*"|'[^'\n]*'|[^\s#]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done; all of it is known before anything is."""

    content: Path
    moves: tuple[Path, ...]
    """Files and links, relative to the content folder, that move into its `pages/`."""
    config_file: Path
    config: str
    """The configuration as it will be."""
    changed: tuple[str, ...]
    """Its new lines."""


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.pass_context
def migrate(ctx: click.Context, *, dry_run: bool) -> None:
    """Move ordinary pages out of the content folder into content/pages, and change docs_dir.

    Articles, data files, translations and evidence stay where they are, and so does what was never
    published. Nothing is deleted or written over; a run that was stopped is gone on with by the next.
    """
    settings = load_settings(ctx.obj)
    if settings.layout is not Layout.OLD:
        _finish(settings, dry_run=dry_run)
        return
    plan = _plan(settings, Path(ctx.obj))
    would = "would " if dry_run else ""
    if not dry_run:
        _do(plan)
    for path in plan.moves:
        click.echo(
            f"{would}{'move' if dry_run else 'moved'} {_shown(plan, path)} → {_shown(plan, PAGES / path)}"
        )
    for line in plan.changed:
        click.echo(f"{would}{'write' if dry_run else 'wrote'} in {plan.config_file}: {line.strip()}")
    if re.search(r"^edit_uri", plan.config, re.MULTILINE):
        click.echo(f"look at edit_uri: pages now stand in {_shown(plan, Path(PAGES))}", err=True)
    if not dry_run and any((folder / ".git").exists() for folder in (plan.content, *plan.content.parents)):
        click.echo("git add --all records the moves as renames", err=True)


def _finish(settings: Settings, *, dry_run: bool) -> None:
    """Do what is left of a run that was stopped at its end, if there was one."""
    staged, pages = settings.content_dir / STAGED, settings.content_dir / PAGES
    if not staged.is_dir():
        click.echo("nothing to move: docs_dir is not the folder of the sources")
        return
    if not dry_run:
        _moved(staged, pages)
    click.echo(f"{'would rename' if dry_run else 'renamed'} {staged.name} to {pages.name}")


def _plan(settings: Settings, config_file: Path) -> Plan:
    content = settings.content_dir
    moves = tuple(_moves(settings))
    in_the_way = sorted(_files(content / PAGES) - {content / path for path in moves})
    if in_the_way:
        name = in_the_way[0].relative_to(content.parent)
        raise DigestError(
            f"{name}: stands where pages move to, and is none; put it somewhere else, then run this again"
        )
    config, changed = _configured(config_file, content)
    return Plan(content=content, moves=moves, config_file=config_file, config=config, changed=changed)


def _do(plan: Plan) -> None:
    staged = plan.content / STAGED
    staged.mkdir(exist_ok=True)
    for path in plan.moves:
        _moved(plan.content / path, staged / path)
    # Deepest first; what still holds a file stays.
    folders = {plan.content / folder for path in plan.moves for folder in path.parents if folder != Path()}
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    try:
        write_atomically(plan.config_file, plan.config.encode())
    except OSError as error:
        raise DigestError(
            f"{plan.config_file}: cannot be written: {error.strerror}; mend that and run this again"
        ) from error
    _moved(staged, plan.content / PAGES)


def _moved(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise DigestError(f"{target}: is there already; nothing was written over. Look at it and at {source}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as error:
        raise DigestError(
            f"{source}: cannot be moved: {error.strerror}; mend that and run this again"
        ) from error


def _moves(settings: Settings) -> Iterator[Path]:
    """Yield what a generator published of the content folder, and what stands among it for plugins."""
    content = settings.content_dir
    templates = {folder.resolve() for folder in settings.template_dirs}
    published = [
        file
        for file in sorted(_files(content))
        if not any(part.startswith(".") for part in file.relative_to(content).parts)
        and not any(file.resolve().is_relative_to(folder) for folder in templates)
        and may_go_out(file, settings)
    ]
    folders = {folder for file in published for folder in file.parents if folder.is_relative_to(content)}
    # Before the pages: of a folder without a page, no later run would take them.
    for folder in sorted(folders):
        yield from (
            folder.relative_to(content) / name for name in sorted(_BESIDE_PAGES) if (folder / name).is_file()
        )
    yield from (file.relative_to(content) for file in published)


def _files(folder: Path) -> set[Path]:
    return {Path(root, name) for root, _, names in os.walk(folder) for name in names}


def _shown(plan: Plan, path: Path) -> str:
    return (plan.content.name / path).as_posix()


def _configured(config_file: Path, content: Path) -> tuple[str, tuple[str, ...]]:
    """Return the configuration with its new `docs_dir`, and the lines that are new in it."""
    old = config_file.read_bytes().decode()
    name = Path(os.path.relpath(content, config_file.resolve().parent)).as_posix()
    line = f"docs_dir: {name}/{PAGES}"
    new, times = _DOCS_DIR.subn(lambda found: f"{found[1]}{name}/{PAGES}", old)
    if not times:
        new = f"{old.rstrip()}\n{line}\n"
    changed = [line]
    if name != "content":
        new, option = _with_content_dir(new, name, config_file)
        changed.append(option)
    if _value(yaml.compose(new), "docs_dir") != f"{name}/{PAGES}":
        raise ConfigError(
            f"{config_file}: write “{line}” by hand; how docs_dir is written here is not understood"
        )
    return new, tuple(changed)


def _with_content_dir(config: str, name: str, config_file: Path) -> tuple[str, str]:
    """Return the configuration with the plugin's option `content_dir`."""
    option = f"content_dir: {name}"
    lines = config.splitlines(keepends=True)
    for number, text in enumerate(lines):
        bare = re.fullmatch(r"([ \t]*)- digest[ \t]*(:?)[ \t]*(#.*)?\n?", text)
        if bare:
            indent = bare[1] + " " * 6
            if bare[2] and number + 1 < len(lines):
                indent = re.match(r"[ \t]*", lines[number + 1])[0] if lines[number + 1].strip() else indent  # type: ignore[index]
            lines[number] = f"{bare[1]}- digest:\n{indent}{option}\n"
            return "".join(lines), f"{indent}{option}"
    raise ConfigError(
        f"{config_file}: write “{option}” under “- digest:” and run this again; it is not understood here"
    )


def _value(node: object, key: str) -> str | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((str(value.value) for name, value in node.value if name.value == key), None)
