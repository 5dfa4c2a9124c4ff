"""Commands for the models of engines: `digest models list`, `install`, `remove`, `verify`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import click

from digest.cli.output import Row, cluster_option, emit, format_option, progress
from digest.config import load_settings
from digest.errors import PackageError
from digest.model import Settings
from digest.translate import engine_names, found_models_of
from digest.translate.models import (
    ARGOS,
    FIREFOX,
    Offer,
    Pin,
    State,
    firefox_models_of,
    load_all_pins,
    models_of,
)

NONE_HERE = (
    "no models here; install one: digest models install es en, with --engine firefox or without, "
    "or digest models install FILE"
)
BETTER = (
    "Firefox's models translate most pairs with English better: pip install 'mkdocs-digest[firefox]', "
    "digest models install --engine firefox es en, and engines: {default: [firefox, argos, apertium]}"
)

index_option = click.option(
    "--index", metavar="ADDRESS", help="Of a mirror, a folder or a file, instead of the engine's own index."
)
engine_option = click.option(
    "--engine", metavar="NAME", default=ARGOS, show_default=True, help="Whose models: firefox, apertium …"
)
any_engine_option = click.option("--engine", metavar="NAME", help="Whose models; all of them otherwise.")


class Models(Protocol):
    """The models of one engine."""

    @property
    def index(self) -> str:
        """Where more are to be had."""

    def states(self, *, thorough: bool = False) -> Iterator[State]:
        """Yield how each stands."""

    def offered(self) -> tuple[Offer, ...]:
        """Return what can be had."""

    def install(self, name: str, progress: Callable[[int, int], None], /) -> tuple[str, Pin]:
        """Install one and pin it."""

    def install_file(self, archive: Path) -> tuple[str, Pin]:
        """Install one from a file."""

    def remove(self, name: str) -> str | None:
        """Remove one and its pin."""


@click.group()
def models() -> None:
    """Install, pin and check the models that engines translate with."""


@models.command("list")
@click.option("--available", is_flag=True, help="What the index offers, instead of what is here.")
@any_engine_option
@index_option
@format_option
@click.pass_context
def list_(ctx: click.Context, *, available: bool, engine: str | None, index: str | None, form: str) -> None:
    """List the models that are installed or pinned."""
    settings = load_settings(ctx.obj)
    if available:
        found = _models(engine or ARGOS, settings, index)
        _listed(map(_offer_row, found.offered()), form, f"{found.index} offers no models")
        return
    _listed(map(_state_row, _states(settings, engine)), form)
    if form == "text" and not engine and not any(FIREFOX in names for names in settings.engines.values()):
        click.echo(BETTER, err=True)


@models.command()
@click.argument("what", nargs=-1, metavar="[SOURCE TARGET | FILE]")
@engine_option
@index_option
@cluster_option
@click.pass_context
def install(
    ctx: click.Context, what: tuple[str, ...], *, engine: str, index: str | None, cluster: str
) -> None:
    """Install a model and pin it in models.toml: of a pair (es en), from a FILE, or all that are pinned.

    With --cluster, all that are pinned are installed on each worker, and on those that join later.
    """
    if cluster:
        _on_workers(cluster, load_settings(ctx.obj), what, index)
        return
    found = _models(engine, load_settings(ctx.obj), index)
    if len(what) == 1:
        if not Path(what[0]).is_file():
            raise click.UsageError(f"{what[0]} is no file; name a file, or a pair as es en")
        _say(*found.install_file(Path(what[0])))
        return
    pinned = [state for state in found.states(thorough=True) if state.pinned]
    missing = [state.name for state in pinned if state.fault]
    if not what and not missing:
        said = "every pinned model is installed" if pinned else "no model is pinned"
        click.echo(f"{said}; to add one, name a pair as es en, or a file", err=True)
    for name in [_name(what)] if what else missing:
        with progress(name, "MB", scale=1_000_000) as tell:
            done = found.install(name, tell)
        _say(*done)


def _on_workers(address: str, settings: Settings, what: tuple[str, ...], index: str | None) -> None:
    from digest.cluster import install_models  # noqa: PLC0415 - few have one

    if what:
        raise click.UsageError("--cluster installs what models.toml pins; install the pair here first")
    number = install_models(address, settings, index)
    click.echo(f"every pinned model is installed on {number} worker{'' if number == 1 else 's'}")
    for other in sorted((load_all_pins(settings.models_file) or {}).keys() - {ARGOS, FIREFOX}):
        click.echo(f"but for those of {other}, which come with packages of each machine's system", err=True)


@models.command()
@click.argument("pair", nargs=2, metavar="SOURCE TARGET")
@engine_option
@click.pass_context
def remove(ctx: click.Context, pair: tuple[str, ...], *, engine: str) -> None:
    """Remove the model of a pair, and its pin."""
    name = _name(pair)
    removed = _models(engine, load_settings(ctx.obj)).remove(name)
    if removed is None:
        click.echo(f"{name} is neither installed nor pinned", err=True)
        sys.exit(1)
    click.echo(f"removed {removed}")


@models.command()
@any_engine_option
@format_option
@click.pass_context
def verify(ctx: click.Context, *, engine: str | None, form: str) -> None:
    """Compare every file of the installed models with models.toml."""
    states = _states(load_settings(ctx.obj), engine, thorough=True)
    _listed(map(_state_row, states), form)
    sys.exit(1 if any(state.fault for state in states) else 0)


def _states(settings: Settings, engine: str | None, *, thorough: bool = False) -> list[State]:
    """Return how the models of an engine stand, or all that `digest models` installs and a site pins."""
    if engine:
        return list(_models(engine, settings).states(thorough=thorough))
    pinned = load_all_pins(settings.models_file) or {}
    found: list[State] = []
    for name in dict.fromkeys((ARGOS, FIREFOX, *sorted(pinned.keys()))):
        try:
            found += _models(name, settings).states(thorough=thorough)
        except PackageError:
            # Whoever asks for no engine by name need not have all of them.
            if name in pinned:
                raise
    return found


def _models(engine: str, settings: Settings, index: str | None = None) -> Models:
    if engine == ARGOS:
        return models_of(settings, index)
    if engine == FIREFOX:
        return firefox_models_of(settings, index)
    if engine not in engine_names():
        raise click.UsageError(f"“{engine}” is no engine; there are {', '.join(engine_names())}")
    return found_models_of(engine, settings)


def _listed(found: Iterable[Row], form: str, empty: str = NONE_HERE) -> None:
    """Print a listing of models, or say that there are none."""
    rows = list(found)
    emit(rows, form)
    if not rows:
        click.echo(empty, err=True)


def _name(pair: tuple[str, ...]) -> str:
    if len(pair) != 2:
        raise click.UsageError("name a pair as es en, or a file")
    return "_".join(pair)


def _say(name: str, pin: Pin) -> None:
    digest = pin.sha256 or pin.files
    click.echo(f"installed {name} {pin.version}{f', sha256 {digest}' if digest else ''}")


def _offer_row(offer: Offer) -> Row:
    return f"{offer.name} {offer.version}", {"model": offer.name, "version": offer.version}


def _state_row(state: State) -> Row:
    fields = {
        "engine": state.engine,
        "model": state.name,
        "installed": state.version,
        "pinned": state.pinned,
        "used": state.used,
        "problem": state.fault,
    }
    unpinned = "not pinned" if state.used else "not pinned, so not used"
    said = state.fault or ("pinned" if state.pinned else unpinned)
    name = state.name if state.engine == ARGOS else f"{state.engine} {state.name}"
    return f"{name} {state.version or state.pinned}: {said}", fields
